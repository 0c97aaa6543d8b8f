"""Runs of capitalized words: what can be a name, with the titles before it taken off."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizapp.generation.article import Article
from quizapp.generation.english.first_names import FIRST_NAMES
from quizapp.generation.english.name_words import (
    COUNTRIES,
    DIRECTIONS,
    KEPT_TITLES,
    LONG_HEADS,
    NATIONALITIES,
    ORGANIZATION_HEADS,
    PARTICLES,
    PLACE_FIRSTS,
    PLACE_HEADS,
    PLACES_OF_TWO,
    STARTERS,
    TITLES,
    WORK_HEADS,
)
from quizapp.generation.english.words import FUNCTION_WORDS, word_set
from quizapp.generation.names.capital_words import Word, words_of

_BETWEEN = word_set("of for on and the") | PARTICLES
_ABOUT = word_set(
    "Commission Committee Council Panel Conference Center Centre Convention Institute"
)
_OFFICES = word_set(
    "President Governor Gov. Minister Secretary Mayor Senator Sen. Chancellor Premier Director "
    "Chairman Chief Professor Prof. Captain Capt. Col. Gen. Lt. Sgt. Dr."
)
_NOBLES = word_set("Duke Duchess Prince Princess Earl Count Countess Marquess Baron Viscount")
_DEPARTMENTS = ("Secretary of ", "Minister of ")
HEADS = ORGANIZATION_HEADS | PLACE_HEADS | WORK_HEADS
_LEGAL_FORMS = word_set("Inc Inc. Corp Corp. Ltd Ltd. LLC plc PLC")  # with a comma before them
# Whose league, hospital or cup it is: that belongs to the name.
_OWNERS = word_set("Women Men Girls Boys Children People Workers Farmers Veterans Nurses Students")
_MOST_WORDS = 12  # of a name; what is longer is a line in capitals
FUNCTION_CAPITALS = frozenset(word.capitalize() for word in FUNCTION_WORDS)
_ORDINARY_ENDINGS = ("ing", "ly", "ed")


@dataclass(frozen=True)
class Run:
    """A name as one place of the text has it; `title` is what stood before it."""

    text: str
    start: int
    end: int
    title: str = ""


class Capitals:
    """The runs of an article, which tells by its other places what a first word is."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.sentences = [words_of(each.text, each.start) for each in article.sentences]
        words = [word for sentence in self.sentences for word in sentence]
        self.small = {word.text for word in words if word.text[0].islower()}
        self.attested = Counter(
            word.text for word in words if word.is_capital and not word.is_first
        )
        self.pairs = {
            (word.text, following.text)
            for sentence in self.sentences
            for word, following in pairwise(sentence)
            if word.is_capital and following.is_capital and not word.is_first
        }

    def runs(self) -> Iterator[Run]:
        """All of them, in the order of the text."""
        for words in self.sentences:
            at = 0
            while at < len(words):
                if not words[at].is_capital:
                    at += 1
                    continue
                end = self._end(words, at)
                yield from self._names(words[at:end])
                at = end

    def _end(self, words: Sequence[Word], start: int) -> int:
        """Behind the last word of the run that begins at `start`."""
        end = start + 1
        while following := self._next(words, start, end):
            end = following
        return end

    def _next(self, words: Sequence[Word], start: int, end: int) -> int | None:
        """Behind the next word of the run, if there is one."""
        if end - start >= _MOST_WORDS:
            return None
        between: list[str] = []
        at = end
        while at < len(words) and words[at].text in _BETWEEN and len(between) < 2:
            between.append(words[at].text)
            at += 1
        if at == len(words) or not self._are_joined(words[end - 1 : at + 1]):
            return None
        if words[end - 1].is_possessive and not self._is_odd_head(words, start, end):
            return None
        if not between and _is_number_of_name(words[at]):
            return at + 1 if self._ends_phrase(words[at]) else None
        if not words[at].is_capital:
            return None
        head = {word.text for word in words[start:end]}
        if between == ["and"] and self._is_one_body(words, start, at):
            return at + 1
        return at + 1 if may_join(between, head, words[at].text) else None

    def _is_one_body(self, words: Sequence[Word], start: int, at: int) -> bool:
        """Whether "and" is within a name: the Food and Drug Administration, not Kern and Otto."""
        first = [word for word in words[start : at - 1] if word.text not in ("U.S.", "The")]
        behind = words[at + 1 : at + 2]
        if len(first) != 1 or not behind or behind[0].text not in ORGANIZATION_HEADS:
            return False
        name = first[0].text
        is_known = name in COUNTRIES | FIRST_NAMES | HEADS or self.attested[name] > 1
        before = self.text[: words[start].start]
        has_the = words[start].text == "The" or before.endswith(("the ", "The "))
        return has_the and not is_known and words[at].end + 1 == behind[0].start

    def _are_joined(self, words: Sequence[Word]) -> bool:
        """Whether nothing but a space stands between them, or the sign for "and"."""
        return all(
            (gap := self.text[before.end : after.start]) in (" ", " & ", "'s ", "' ")
            or (gap == ", " and after.text in _LEGAL_FORMS)
            for before, after in pairwise(words)
        )

    def _is_odd_head(self, words: Sequence[Word], start: int, end: int) -> bool:
        """Whether an 's belongs to the name, as in Heart's Content: nobody is called Heart."""
        owner = words[start].text
        is_headed = words[end].text in ORGANIZATION_HEADS | WORK_HEADS | {"Church", "Hall"}
        if is_headed and (owner == "St." or self.text[words[end - 1].end - 1] == "s"):
            return True  # the Miners' Union, St. Mark's Church
        if words[end - 1].text in _OWNERS and words[end].is_capital:
            return True  # the Northern Women's Football League
        if end > start + 1 or owner in COUNTRIES or owner in FIRST_NAMES:
            return False
        return owner.lower() in self.small or self.attested[owner] == 1

    def _ends_phrase(self, word: Word) -> bool:
        return self.text[word.end : word.end + 1] in tuple(".,;:)?!")

    def _names(self, words: list[Word]) -> Iterator[Run]:
        words = self._without_first(words)
        if len(words) > 1 and self.text[: words[0].start].endswith(_DEPARTMENTS):
            words = words[1:]  # Secretary of State Jane Roe
        offices = [
            at
            for at in range(1, len(words) - 1)
            if words[at].text in _OFFICES and words[at + 1].is_capital
        ]
        if offices:
            yield from self._names(words[: offices[0]])
            words = words[offices[0] :]
        ordinary = [at for at, word in enumerate(words) if at and word.text in FUNCTION_CAPITALS]
        words = words[: ordinary[0]] if ordinary else words
        title, words = _without_titles(_without_nationality(words))
        if not words or _is_torn(words):
            return
        if len(words) > 1 and words[0].text == "U.S." and words[-1].text in _OFFICES:
            return
        if len(words) == 1 and self._is_no_name(words[0]):
            return
        start, end = words[0].start, words[-1].end
        yield Run(self.text[start:end], start, end, title)

    def _is_no_name(self, word: Word) -> bool:
        """Whether a word alone is none: Western, the C of vitamin C, a subject with a prize."""
        if word.text in NATIONALITIES | DIRECTIONS | FUNCTION_CAPITALS:
            return True
        if len(word.text.rstrip(".")) == 1 or self._is_once_capital(word.text):
            return True
        return self.text[: word.start].endswith((" Prize in ", " Award in "))

    def _is_once_capital(self, word: str) -> bool:
        """Whether an ordinary word of the article has a capital only once, as in a title."""
        return word.lower() in self.small and self.attested[word] == 1

    def _without_first(self, words: list[Word]) -> list[Word]:
        """Without a first word that is only capitalized because a sentence begins with it."""
        if not words or not words[0].is_first or words[0].text in TITLES:
            return words
        if words[0].is_first_name:
            return words
        first, rest = words[0].text, words[1:]
        times = self.attested[first] - (first.lower() in self.small)
        is_known = first in COUNTRIES or first in FIRST_NAMES or times > 0
        if is_known and first.lower() not in FUNCTION_WORDS:
            return words
        second = rest[0].text if rest and rest[0].is_capital else ""
        if f"{first} {second}" in PLACES_OF_TWO or (first, second) in self.pairs:
            return words
        if first in PLACE_FIRSTS and second:
            return words
        small = first.lower()
        is_ordinary = small in FUNCTION_WORDS | STARTERS or small in self.small
        if is_ordinary or not rest or small.endswith(_ORDINARY_ENDINGS):
            return rest[next((at for at, word in enumerate(rest) if word.is_capital), len(rest)) :]
        return words


def may_join(between: Sequence[str], head: set[str], following: str) -> bool:
    """Whether a name goes on over `between`: University of, but not President of."""
    if not between:
        return True
    if all(word in PARTICLES for word in between):
        return True
    if between[0] == "on":
        return bool(head & _ABOUT)
    if between[0] == "and":
        return bool(head & {"of", "for"}) and following not in COUNTRIES
    if between[0] == "of" and head & _NOBLES:
        return True
    return between[0] in ("of", "for") and bool(head & LONG_HEADS)


def _is_number_of_name(word: Word) -> bool:
    """As in Local 118."""
    return word.text.isdigit() and len(word.text) <= 3


def _without_nationality(words: list[Word]) -> list[Word]:
    """Polish President Jane Roe is called Jane Roe; the English Channel is not."""
    while len(words) > 1 and words[0].text in NATIONALITIES:
        rest = words[1:]
        is_body = rest[0].text in ORGANIZATION_HEADS and len(rest) > 1
        is_name = is_body or (rest[-1].text in HEADS and rest[0].text not in TITLES)
        if is_name or " ".join(word.text for word in words[:2]) in PLACES_OF_TWO:
            return words
        words = rest if rest[0].is_capital else []
    return words


def _without_titles(words: list[Word]) -> tuple[str, list[Word]]:
    at = 0
    while at < len(words) and words[at].text in TITLES:
        at += 1
    rest = words[at:]
    title = " ".join(word.text for word in words[:at])
    if not rest or not at:
        return title, rest
    if rest[-1].text in HEADS and words[at - 1].text in KEPT_TITLES:
        return "", words[at - 1 :]  # King Charles Island
    is_short = len(rest) == 1 or not rest[0].is_capital  # Lord Kelvin, Duke of Wellington
    if is_short and words[at - 1].text in KEPT_TITLES:
        return "", words[at - 1 :]
    return (title, rest) if rest[0].is_capital else ("", [])


def _is_torn(words: Sequence[Word]) -> bool:
    """Whether the name goes on where capitals don't show it: Institute for Polish, European ..."""
    return len(words) > 2 and words[-1].text in NATIONALITIES and not words[-2].is_capital
