"""What of a passage can be left out: figures, names, terms, reasons, and what each is worth."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quizapp.generation.asking.name_proposals import find_whole, forms_of
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.clauses.spots import Spot, find_spot
from quizapp.generation.english.name_words import KEPT_TITLES, ORGANIZATION_HEADS, ROLES, TITLES
from quizapp.generation.findings import Figure, Findings, Name
from quizapp.generation.names.name_nouns import is_nation
from quizapp.generation.passages.gap_passages import Passage
from quizapp.generation.passages.gap_words import reasons, terms
from quizapp.generation.proposals import Topic

# What a gap is worth; a figure is what students can't guess, a month is soon guessed.
_WORTH = {
    "percent": 1.0,
    "money": 1.0,
    "measure": 1.0,
    "range": 1.0,
    "count": 0.9,
    "duration": 0.8,
    "year": 0.8,
    "date": 0.7,
}
_SMALL = 3  # a count that is soon guessed; those below it are no gap at all
_A_SMALL_COUNT = 0.3
_A_BARE_MONTH = 0.4
_A_NAME = {"person": 0.8, "organization": 0.8, "place": 0.6}
_A_TERM = 0.9
_A_REASON = 1.0


@dataclass(frozen=True)
class Words:
    """A term that a sentence explains, or a reason that it gives."""

    text: str
    topic: Literal["definition", "reason"]


@dataclass(frozen=True)
class Place:
    """Something that stands at text[start:end] of a passage."""

    start: int
    end: int
    sentence: int  # of the article
    fact: str  # as other questions on it call it
    worth: float
    key: Spot | Name | Words  # a figure's spot is one in the passage's text

    @property
    def figure(self) -> Figure | None:
        """What a student fills in, if that is a number or a date."""
        return self.key.figure if isinstance(self.key, Spot) else None

    @property
    def topic(self) -> Topic:
        """What it would be as a question of its own."""
        if isinstance(self.key, Words):
            return self.key.topic
        return "name" if isinstance(self.key, Name) else "figure"


def places(passage: Passage, findings: Findings) -> Iterator[Place]:
    """All of them, first the figures."""
    yield from _figures(passage, findings)
    for name in findings.names:
        is_asked = name.kind in _A_NAME and name.text not in findings.often_named
        if is_asked and name.text in passage.text:
            yield from _named(name, passage, findings)
    for number, said in zip(passage.sentences, passage.texts, strict=True):
        yield from _worded(number, said, passage, findings)


def _figures(passage: Passage, findings: Findings) -> Iterator[Place]:
    for number in passage.sentences:
        for figure in findings.figures_in(number):
            place = _place_of(figure, passage, findings)
            if place is not None:
                yield place


def _worded(number: int, said: str, passage: Passage, findings: Findings) -> Iterator[Place]:
    """The terms and the reason of one sentence."""
    before = passage.offset(number)
    for start, end in terms(said, findings):
        words = Words(said[start:end], "definition")
        at = (before + start, before + end)
        if not holds(passage.without(*at), words.text):
            yield Place(*at, number, f"{number}:{words.text}", _A_TERM, words)
    for start, end in reasons(said):
        words = Words(said[start:end], "reason")
        yield Place(before + start, before + end, number, f"{number}:reason", _A_REASON, words)


def _place_of(figure: Figure, passage: Passage, findings: Findings) -> Place | None:
    """Where a figure stands; None where it is part of a name or of somebody's speech."""
    said = passage.texts[figure.sentence - passage.first]
    found = find_spot(said, figure)
    if found is None or (figure.kind == "count" and figure.value < _SMALL):
        return None
    if any(figure.text in each.text for each in findings.names):
        return None  # Six Companies
    if said[: found.start].count('"') % 2:
        return None
    spot = Spot(passage.text, figure, passage.offset(figure.sentence) + found.start)
    fact = f"{figure.sentence}:{figure.text}"
    return Place(spot.start, spot.end, figure.sentence, fact, _worth(figure), spot)


def _worth(figure: Figure) -> float:
    if figure.kind == "count" and figure.value == _SMALL:
        return _A_SMALL_COUNT
    if figure.unit in ("month", "season") and not figure.value // 10000:
        return _A_BARE_MONTH
    return _WORTH[figure.kind]


def _named(name: Name, passage: Passage, findings: Findings) -> Iterator[Place]:
    """Where it stands in full, if the passage says it nowhere else."""
    if name.text.split()[0] in KEPT_TITLES or (name.kind == "place" and not is_nation(name)):
        return  # Queen Victoria among men; towns and islands, of which each is of its own kind
    if name.kind == "person" and name.text.split()[-1] in ORGANIZATION_HEADS:
        return
    for number, said in zip(passage.sentences, passage.texts, strict=True):
        at = find_whole(said, name, findings.names)
        is_its_own = holds(findings.article.sentences[number].text, name.text)
        if at < 0 or not is_its_own or _is_joined(said[:at], name):
            continue
        start = passage.offset(number) + at
        end = start + len(name.text)
        rest = passage.without(start, end)
        if not any(holds(rest, form) for form in forms_of(name)):
            fact = f"{number}:{name.text}"
            yield Place(start, end, number, fact, _A_NAME[name.kind], name)


def _is_title(word: str) -> bool:
    """Whether it may stand before anybody's name: President, Coach."""
    return word in TITLES or word.lower() in ROLES


def _is_joined(before: str, name: Name) -> bool:
    """Whether what stands before a name would tell it, or it is somebody's own word."""
    word = before.split()[-1] if before else ""
    is_inside = name.kind == "person" and before.count(" ") > 1 and not _is_title(word)
    is_quoted = before.count('"') % 2 == 1
    return (is_inside and word[:1].isupper()) or is_quoted or before[-1:] in ("-", "–", "'")
