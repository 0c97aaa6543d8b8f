"""Whether a month's name is somebody's first name: "built by August Brandt"."""

import re
from collections.abc import Sequence

from quizapp.generation.english.first_names import FIRST_NAMES, MONTH_NAMES
from quizapp.generation.english.name_words import (
    COUNTRIES,
    DIRECTIONS,
    MONTHS,
    NATIONALITIES,
    ORGANIZATION_HEADS,
    PEOPLES,
    PLACE_HEADS,
    TITLES,
    WEEKDAYS,
    WORK_HEADS,
)
from quizapp.generation.english.verbs import is_finite
from quizapp.generation.english.words import FUNCTION_WORDS, word_set

_NO_SURNAMES = (
    COUNTRIES | DIRECTIONS | MONTHS | NATIONALITIES | ORGANIZATION_HEADS | PEOPLES | PLACE_HEADS
    | TITLES | WEEKDAYS | WORK_HEADS
)  # fmt: skip
_BEFORE_DATES = word_set(
    "in since until till last this next early late mid each every during through throughout between"
)
# Behind these a month is one if a clause follows: "By August Brandt had sold it".
_BEFORE_BOTH = word_set("by from before after to of and")
_MODAL = "May"  # "May Norway win": at the beginning of a sentence it is a verb


def is_first_name(word: str, before: str, after: Sequence[str], *, is_first: bool) -> bool:
    """Whether `word` is one, between the word `before` ("" if none) and those behind it."""
    if word not in MONTH_NAMES or not after or not _may_be_surname(after):
        return False
    if is_first:
        return word != _MODAL
    small = before.lower()
    if small in _BEFORE_DATES or re.search(r"\d", small) or before in MONTHS:
        return False
    return small not in _BEFORE_BOTH or not (len(after) > 1 and is_finite(after[1]))


def _may_be_surname(after: Sequence[str]) -> bool:
    """Whether what follows is a surname, rather than somebody else's full name."""
    word = after[0]
    is_name = word[:1].isupper() and not word.isupper() and word not in _NO_SURNAMES
    if not is_name or word.lower() in FUNCTION_WORDS:
        return False
    is_another = word in FIRST_NAMES and len(after) > 1 and after[1][:1].isupper()
    return not is_another
