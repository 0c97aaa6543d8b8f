"""Codes that people read out and type: their letters, and how they are compared; pure."""

import secrets
import unicodedata
from datetime import timedelta

CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without 0 O 1 I L U, which are misread
SIGN_IN_LENGTH = 16  # 78 bits
LASTS_ON_REQUEST, LASTS_ON_PAPER = timedelta(minutes=30), timedelta(days=14)
GROUP = 4


def make_code(length: int) -> str:
    """A random code in its stored form."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(length))


def normalize_code(typed: str) -> str:
    """A code as it is stored: case, spaces, hyphens and other signs don't matter."""
    folded = unicodedata.normalize("NFKC", typed).upper()
    return "".join(character for character in folded if character.isalnum())


def show_sign_in_code(code: str) -> str:
    """QZ74KPMX… as QZ74-KPMX-…"""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
