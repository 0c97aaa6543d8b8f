"""Hashing passwords, and refusing the ones that are guessed first.

Any character counts, nothing is cut off, and no kinds of characters are demanded: a password is
refused only for its length, or because guessers try it early.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id

from quizapp.errors import UserError

SHORTEST, LONGEST = 8, 256
SITE_WORDS = ("quizapp", "quizzes", "quiz", "course", "courses", "class", "student", "teacher")
TOO_EASY = "That password is one of the first that guessers try. Use three or four unrelated words."

# Of the pairs that OWASP's verification standard calls equally strong (5.0, appendix C), the one
# that asks the system for the least memory: more than half of a hash went into fetching it.
_PASSES, _KIBIBYTES = 3, 12_288
_BEGINNING = f"$argon2id$v=19$m={_KIBIBYTES},t={_PASSES},p=1$"
# Of a password nobody knows: an unknown name then costs as much time as a known one.
_DUMMY_HASH = f"{_BEGINNING}n7YFv//xwOnClot3uVj0zg$0S20fwJYg6IDmz+0MbFHlehZUyGwVNS1FTGXqzQ1P8M"
_LONGEST_DECORATION = 6  # digits and signs around a word, beyond which they are worth something
_LONGEST_PAIR = 10  # letters of two words in one, beyond which there are too many to guess
_LOOKALIKES = str.maketrans("01345789@$!+|", "oleastbgasitl")
_ROWS = ("`1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "qwertzuiop", "azertyuiop")


class UnfitPassword(UserError):
    """A new password is too short, too long, or easy to guess; the text says which."""


def hash_password(password: str) -> str:
    """An argon2id hash with its parameters; takes about 10 ms on purpose."""
    return argon2id.str(password.encode(), _PASSES, _KIBIBYTES * 1024).decode()


def is_match(password: str, password_hash: str | None) -> bool:
    """Whether `password` belongs to the hash; None, for nobody's, costs the same time and is no."""
    try:
        argon2id.verify((password_hash or _DUMMY_HASH).encode(), password.encode())
    except CryptoError:
        return False
    return password_hash is not None


def needs_rehash(password_hash: str) -> bool:
    """Whether it was made with other parameters than today's."""
    return not password_hash.startswith(_BEGINNING)


def ensure_acceptable(password: str, about: Iterable[str] = ()) -> None:
    """Raises UnfitPassword; `about` holds texts whose words are easy to guess: name, course."""
    if not password:
        raise UnfitPassword(f"Choose a password of {SHORTEST} characters or more.")
    if len(password) < SHORTEST:
        raise UnfitPassword(
            f"A password needs {SHORTEST} characters or more; this has {len(password)}."
        )
    if len(password) > LONGEST:
        raise UnfitPassword(
            f"A password has at most {LONGEST} characters; this has {len(password)}."
        )
    if is_easy(password, about):
        raise UnfitPassword(TOO_EASY)


def is_easy(password: str, about: Iterable[str] = ()) -> bool:
    """Whether guessers would try it among the first millions."""
    folded = password.casefold()
    return (
        folded in common_words()
        or any(_repeats(folded, size) for size in range(1, 5))
        or _is_runs(folded)
        or _is_date(folded)
        or _is_continued(folded)
        or _is_decorated(folded, _words_of(about))
    )


@cache
def common_words() -> frozenset[str]:
    """The shipped list: words, names and keyboard patterns that common passwords are made of."""
    path = Path(__file__).with_name("common_passwords.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _words_of(about: Iterable[str]) -> frozenset[str]:
    """The words of names and titles, alone and written as one."""
    found = set(SITE_WORDS)
    for text in about:
        words = re.findall(r"[^\W\d_]{3,}", text.casefold())
        found.update([*words, "".join(words)] if words else [])
    return frozenset(found)


def _repeats(folded: str, size: int) -> bool:
    """abcabcabc: its first `size` characters again and again."""
    return folded == (folded[:size] * len(folded))[: len(folded)]


def _is_runs(folded: str) -> bool:
    """qwerty12345: nothing but steps along the alphabet or the keyboard, three keys or more."""
    runs = [1]
    for before, after in zip(folded, folded[1:], strict=False):
        if _is_step(before, after):
            runs[-1] += 1
        else:
            runs.append(1)
    return min(runs) >= 3


def _is_step(before: str, after: str) -> bool:
    if ord(after) - ord(before) in (0, 1, -1):
        return True
    return any(before + after in row or after + before in row for row in _ROWS)


def _is_date(folded: str) -> bool:
    """13021990, 1990-02-13: a day of the last or this century in any order."""
    digits = re.sub(r"[-./ ]", "", folded)
    if not re.fullmatch(r"\d{8}", digits):
        return False
    orders = ((0, 4, 6), (4, 2, 0), (4, 0, 2))  # where year, month and day begin
    return any(
        _is_day(digits[y : y + 4], digits[m : m + 2], digits[d : d + 2]) for y, m, d in orders
    )


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        return 1900 <= date(int(year), int(month), int(day)).year < 2100
    except ValueError:
        return False


def _is_continued(folded: str) -> bool:
    """blink1822026!: an entry of the list, digits of its own and all, with a few signs after it."""
    ending = len(folded) - len(re.sub(r"[\W\d_]+$", "", folded))
    longest = min(ending, _LONGEST_DECORATION)
    return any(folded[:-size] in common_words() for size in range(1, longest + 1))


def _is_decorated(folded: str, own: frozenset[str]) -> bool:
    """P@ssw0rd2026!: one or two easy words, maybe in look-alike signs, with a few signs around."""
    spellings = (folded, folded.translate(_LOOKALIKES))
    return any(_is_one_or_two(core, own) for spelling in spellings for core in _cores(spelling))


def _cores(spelling: str) -> Iterable[str]:
    """The password without digits and signs at its ends, with and without look-alikes read."""
    core = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", spelling)
    if len(spelling) - len(core) > _LONGEST_DECORATION:
        return
    yield re.sub(r"[\W_]", "", core)
    yield re.sub(r"[\W\d_]", "", core.translate(_LOOKALIKES))


def _is_one_or_two(core: str, own: frozenset[str]) -> bool:
    """`own`: easy words that aren't on the list."""

    def is_word(part: str) -> bool:
        return part in common_words() or part in own

    if is_word(core) or (is_word(core[: len(core) // 2]) and _repeats(core, len(core) // 2)):
        return True
    if len(core) > _LONGEST_PAIR:
        return False
    return any(is_word(core[:cut]) and is_word(core[cut:]) for cut in range(3, len(core) - 2))
