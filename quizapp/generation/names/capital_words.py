"""The words of a sentence, and which of them can be part of a name by their own letters."""

import re
from dataclasses import dataclass, replace

from quizapp.generation.english.first_names import MONTH_NAMES
from quizapp.generation.english.month_names import is_first_name
from quizapp.generation.english.name_words import (
    MONTHS,
    NOT_NAMES,
    PEOPLES,
    SEASONS,
    TITLES,
    WEEKDAYS,
    WEEKDAYS_PLURAL,
)
from quizapp.generation.english.words import word_set

_WORD = re.compile(r"[^\W_]+(?:['&.-][^\W_]+)*")
_PREFIXED = re.compile(r"(?:al|el|as|ash|at|ad|an|bin|d|l)['-][A-Z]")  # al-Idrisi, d'Orsay
# An adjective: Norwegian-born, Gothic-inspired.
_TOLD_BY_NAME = re.compile(r"[A-Z]\w+-(?:[a-z]+ed|born|wide|style|era|made|speaking)")
_DOTTED = TITLES | word_set("St. Inc. Corp. Ltd. Co. Jr. Sr. Mt. Ft.")
_NEVER = MONTHS | WEEKDAYS | WEEKDAYS_PLURAL | NOT_NAMES | PEOPLES | SEASONS


@dataclass(frozen=True)
class Word:
    """A word of a sentence, without its 's; offsets are those of the article."""

    text: str
    start: int
    end: int
    is_first: bool = False  # of the sentence, or of what stands in quotes or behind a colon
    is_possessive: bool = False
    is_first_name: bool = False  # where it could be a month too

    @property
    def is_capital(self) -> bool:
        """Whether it can be part of a name, as far as its own letters tell."""
        if not self.text[0].isupper():
            return _PREFIXED.match(self.text) is not None
        is_ever = self.text not in _NEVER and _TOLD_BY_NAME.fullmatch(self.text) is None
        return self.is_first_name or is_ever


def words_of(text: str, offset: int = 0) -> list[Word]:
    """The words of a sentence that starts at `offset`."""
    found: list[Word] = []
    end_before = 0
    for match in _WORD.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        if text[end : end + 1] == "." and end + 1 < len(text) and _takes_point(word):
            end += 1
        is_possessive = word.endswith("'s") or text[end : end + 2] == "' "
        if word.endswith("'s"):
            end -= 2
        gap = text[end_before:start]
        if text[start - 1 : start] == "@":
            continue
        is_open = gap not in (" ", " (") and any(mark in gap for mark in '":(—')
        found.append(
            Word(text[start:end], offset + start, offset + end, not found or is_open, is_possessive)
        )
        end_before = match.end()
    return _with_first_names(found, text, offset)


def _with_first_names(words: list[Word], text: str, offset: int) -> list[Word]:
    """Where "April" is somebody, not a month."""
    for at, word in enumerate(words):
        if word.text not in MONTH_NAMES or text[word.end - offset :][:1] != " ":
            continue
        before = words[at - 1].text if at and not word.is_first else ""
        after = [each.text for each in words[at + 1 : at + 3]]
        if is_first_name(word.text, before, after, is_first=word.is_first):
            words[at] = replace(word, is_first_name=True)
    return words


def _takes_point(word: str) -> bool:
    return word + "." in _DOTTED or "." in word or (len(word) == 1 and word.isupper())
