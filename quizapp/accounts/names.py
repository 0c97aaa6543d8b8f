"""What a person's name, email or username may be, and how it is compared."""

import unicodedata

from quizapp.errors import UserError

LONGEST_NAME, LONGEST_LOGIN = 200, 254
JOINERS = "\u200c\u200d"


class UnfitName(UserError):
    """Nobody can be called so here; the text says why."""


class UnfitLogin(UserError):
    """This can't be an email or username; the text says why."""


def normalize_login(typed: str) -> str:
    """An email or username as it is compared: NFKC, trimmed, case folded."""
    return unicodedata.normalize("NFKC", typed).strip().casefold()


def normalize_name(typed: str) -> str:
    """A person's name with plain spaces, one at a time, as everybody will read it."""
    return " ".join(unicodedata.normalize("NFC", typed).split())


def fit_name(typed: str) -> str:
    """The normalized name; raises UnfitName."""
    name = normalize_name(typed)
    if not name:
        raise UnfitName("Enter your name.")
    if len(name) > LONGEST_NAME:
        raise UnfitName(f"Use at most {LONGEST_NAME} characters for your name.")
    if has_hidden_characters(name):
        raise UnfitName("Your name holds an invisible character. Type it instead of pasting it.")
    return name


def fit_login(typed: str) -> str:
    """The normalized email or username; raises UnfitLogin."""
    login = normalize_login(typed)
    if not login:
        raise UnfitLogin("Enter an email or a username.")
    if len(login) > LONGEST_LOGIN:
        raise UnfitLogin(f"Use at most {LONGEST_LOGIN} characters for your email or username.")
    if has_hidden_characters(login):
        raise UnfitLogin("It holds an invisible character. Type it instead of pasting it.")
    if len(login.split()) > 1:
        raise UnfitLogin("Leave out spaces: use your email, or a username in one word.")
    return login


def has_hidden_characters(text: str) -> bool:
    """Whether it holds control or direction marks; joiners are part of some scripts' words."""
    return any(
        unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co") and character not in JOINERS
        for character in text
    )
