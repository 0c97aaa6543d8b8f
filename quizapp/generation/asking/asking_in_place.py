"""Questions that leave the words of a clause in their order: "The path is how many miles long?"

For figures that no turned question can reach, such as the crew of a ship that was sold.
"""

import re

from quizapp.generation.asking.amount_questions import COMPARED, SECOND, Words
from quizapp.generation.asking.question_words import date_words
from quizapp.generation.clauses.inversion import subject_of
from quizapp.generation.clauses.spots import Spot, is_in_vote, is_listed
from quizapp.generation.english.words import word_set
from quizapp.generation.figures.date_writing import parts_of

IN_PLACE = "in place"  # the flag of such a question: turned ones are preferred
LONGEST = 28  # words of a stem; of more, a gap is easier to read
# What stands before a figure that a question can't take out.
_BEFORE = word_set(
    "a an the this that these those his her its their our my your another other first last next "
    "every each all both any some no per or and plus minus than as no. number further additional "
    "extra whose between among"
)
_COUNTED_FROM = word_set("ago later earlier before after since long old")
_OF_PERCENT = word_set("by to at from of for with than exceed exceeded reached averaged totaled")
# What a share or a time is measured against: 8 percent lower than, 68 percent less soot.
_IS_COMPARED = re.compile(
    rf" (?:{'|'.join(sorted(COMPARED))})\b.* than\b|\s(?:earlier|later) on average\b"
    r"| (?:more|less|fewer) (?:[a-z]+ )?[a-z]+ (?:in|on|at|from)\b|\s(?:below|above) (?:the|its|a) "
)
_DONE_BY = re.compile(r"\b(?:is|are|was|were|be|been|being) \w+ by$")
_TORN = (", not ", " of whom ", " of which ", " and its ", " and his ", " and her ", " and their ")
_OF_VOTES = word_set("by to against")
_OF_MONTHS = {"in": "in which month", "during": "in which month"}
_RELATIVES = word_set("where when which who whose that")
_NEW_PHRASE = re.compile(r" (?:the|an?|its|his|her|their) ")
_FAR_MARKS = '"?!:;'


def question_in_place(spot: Spot, words: Words) -> str | None:
    """The clause with a question's words for its figure; None if they don't fit there."""
    subject = subject_of(spot.clause)
    if subject is None or subject.text.startswith("Nothing ") or _is_put_in(spot):
        return None
    if not spot.head or any(mark in spot.clause for mark in _FAR_MARKS):
        return None
    if spot.start < subject.start or subject.end <= spot.start < subject.verb_start:
        return None  # before the clause itself, or in an aside behind its subject
    if not _RELATIVES.isdisjoint(spot.clause[: subject.start].split()[-1:]):
        return None
    is_of_subject = spot.start < subject.end
    if is_of_subject and (_NEW_PHRASE.match(spot.tail) or SECOND.search(spot.tail)):
        return None  # every spring since 2022 the council has met
    stem = put_in_place(spot, words)
    return f"{stem}?" if stem and len(stem.split()) <= LONGEST else None


def _is_put_in(spot: Spot) -> bool:
    """Whether it stands between two commas, or ends a list: a room, ten dogs and an assistant."""
    return spot.head.endswith(",") and spot.tail.startswith((",", " and ", " or "))


def put_in_place(spot: Spot, words: Words) -> str | None:
    """Any phrase so, whether or not it is a clause."""
    is_date = spot.figure.kind in ("date", "year")
    return _of_date(spot) if is_date else _of_amount(spot, words)


def _of_amount(spot: Spot, words: Words) -> str | None:
    what = words(spot, "")
    before = "".join(spot.head.split()[-1:]).lower()
    if spot.figure.unit == "percent" and _IS_COMPARED.match(spot.tail):
        what = f"how many {spot.unit_text.strip() if len(spot.unit_text) > 1 else 'percent'}"
    if what is None or before in _BEFORE or before.endswith(("'s", "s'")):
        return None
    if before and not before[-1].isalnum() and before[-1] not in ",%)":
        return None  # a minus
    behind = spot.tail.split(maxsplit=1)[:1]
    is_time = spot.figure.kind in ("duration", "range")
    if is_time and not _COUNTED_FROM.isdisjoint(behind) and not _IS_COMPARED.match(spot.tail):
        return None
    if spot.tail[:1] not in ("", " ", ",") or _is_of_two(spot, before):
        return None
    if spot.figure.unit in ("percent", "share") and not _is_asked_of(spot, before):
        return None
    return f"{spot.head} {what}{spot.tail}".strip()


def _is_of_two(spot: Spot, before: str) -> bool:
    """Whether it says nothing alone, as in by 54 votes to 46 and in four miles, not 14."""
    is_torn = spot.tail.startswith(_TORN)
    return is_torn or (before in _OF_VOTES and is_in_vote(spot.clause, spot.start))


def _is_asked_of(spot: Spot, before: str) -> bool:
    """Whether it is told of what it is a part, or what rose by it."""
    if spot.tail.startswith(" of ") or _IS_COMPARED.match(spot.tail):
        return True
    is_known = before in _OF_PERCENT and spot.figure.unit == "percent"
    return is_known and _DONE_BY.search(spot.head) is None


def _of_date(spot: Spot) -> str | None:
    head, _, preposition = spot.head.removesuffix(" the").rpartition(" ")
    has_year = bool(parts_of(spot.figure.value).year)
    what = date_words(spot.figure.unit, preposition.lower(), has_year=has_year)
    if what == "when":
        what = _OF_MONTHS.get(preposition.lower()) if spot.figure.unit == "month" else None
    if what is None or spot.tail.startswith((" to ", " and ", " or ")):
        return None
    if is_listed(spot.clause, spot.end):
        return None
    if head.endswith((" and", " but", " or", ",")):
        return None
    return f"{head} {what}{spot.tail}".strip()
