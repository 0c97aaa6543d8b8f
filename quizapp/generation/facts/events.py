"""What an article dates: short clauses that stand alone, with their dates taken out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quizapp.generation.clauses.fragments import depends
from quizapp.generation.clauses.standing import shortened, standing_clauses, with_one_verb
from quizapp.generation.clauses.subjects import Subject, find_subject
from quizapp.generation.english.verbs import is_past
from quizapp.generation.english.words import content_words, word_set
from quizapp.generation.findings import Figure, Findings

_LONGEST = 16  # words
_LEAST_CONTENT = 3
_MONTHLY = 100  # of a date's number yyyymmdd: what is left tells the day
_YEARLY = 10_000
_INNER = re.compile(r"[,;:]|\b(?:that|which|who|when|where|because|since|after|before|if|to)\b")
# They tell of another event of the list, and so of the order.
_TELLING = word_set(
    "again second third next later earlier then still finally eventually already anymore new "
    "another last final"
)


@dataclass(frozen=True)
class Event:
    """Something that happened, and when: `value` is yyyymmdd with 0 where it is open."""

    text: str  # "Samuel Morse laid a wire under New York Harbor"
    date: str  # "1842"
    value: Decimal
    sentence: int

    @property
    def year(self) -> int:
        """The year alone."""
        return int(self.value) // _YEARLY

    def is_apart_from(self, other: "Event") -> bool:
        """Whether there is no doubt which of two events came first."""
        if self.year != other.year:
            return True
        months = [int(each.value) % _YEARLY // _MONTHLY for each in (self, other)]
        return 0 not in months and months[0] != months[1]


def find_events(findings: Findings) -> tuple[Event, ...]:
    """At most one of each sentence, in the order of the text."""
    found: dict[int, Event] = {}
    for at, said in standing_clauses(findings.article):
        event = _event(findings, at, said)
        if event:
            found.setdefault(at, event)
    return tuple(found.values())


def _event(findings: Findings, at: int, said: str) -> Event | None:
    dates = [each for each in findings.figures_in(at) if each.kind in ("date", "year")]
    subject = find_subject(said)
    if (
        subject is None
        or depends(said)
        or not (is_past(subject.verb) or subject.verb in ("was", "were"))
    ):
        return None
    for date in dates:
        if int(date.value) < _YEARLY or date.hedge or '"' in said:
            continue
        clause = _without_date(said, date, subject)
        text = _trimmed(clause) if clause else None
        if text and _is_fit(text, dates):
            return Event(text, date.text, date.value, at)
    return None


def _without_date(said: str, date: Figure, subject: Subject) -> str | None:
    """The clause without "in 1842", if that tells when its verb happened."""
    phrase = re.search(rf",? ?\b(?:[Ii]n|[Oo]n) {re.escape(date.text)}(?=,|$| [a-z])", said)
    if phrase is None:
        return None
    rest = said[phrase.end() :]
    if phrase.start() == 0:
        is_opening = phrase.end() < subject.start <= phrase.end() + 2
        return rest.lstrip(", ") if is_opening else None
    between = said[subject.verb_start : phrase.start()]
    if phrase.start() < subject.verb_start or _INNER.search(between) or " and " in between:
        return None
    return said[: phrase.start()] + rest


def _trimmed(clause: str) -> str:
    """The clause up to a second verb and to what it merely adds."""
    return with_one_verb(shortened(clause[0].upper() + clause[1:]).strip(" ,"))


def _is_fit(text: str, dates: list[Figure]) -> bool:
    words = text.lower().split()
    return (
        len(words) <= _LONGEST
        and len(content_words(text)) >= _LEAST_CONTENT
        and not set(words) & _TELLING
        and not any(date.text in text for date in dates)
        and re.search(r"\b\d{4}\b", text) is None
        and find_subject(text) is not None
    )


def in_order(events: Iterator[Event] | tuple[Event, ...]) -> list[Event]:
    """Those that are apart from each other, the earliest first."""
    chosen: list[Event] = []
    for event in sorted(events, key=lambda each: (each.value, each.sentence)):
        if all(event.is_apart_from(other) for other in chosen):
            chosen.append(event)
    return chosen
