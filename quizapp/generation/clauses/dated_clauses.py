"""Clauses that hang on a date, with the date in them: in 1953, when the bridge opened."""

import re
from collections.abc import Iterator

from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.english.name_words import MONTHS

_MONTH = rf"(?:{'|'.join(sorted(MONTHS))})"
_WHEN = re.compile(
    rf"(?P<date>\b(?:{_MONTH}\.? \d{{1,2}}, |\d{{1,2}} {_MONTH} |{_MONTH}\.? "
    r"|(?:spring|summer|autumn|fall|winter) of )?[12]\d{3}), (?:when|in which|on which) "
)
_DAY = re.compile(rf"\d{{1,2}} {_MONTH}|{_MONTH}\.? \d{{1,2}},")
_SEASON = re.compile(r"[a-z]+ of ")
_END = re.compile(r"[;:()\"]|, (?!\d)|\.$")


def dated_by_relative(sentence: str) -> Iterator[str]:
    """Each such clause with its date at its end."""
    for match in _WHEN.finditer(sentence):
        stop = _END.search(sentence, match.end())
        clause = sentence[match.end() : stop.start() if stop else None].rstrip(".")
        subject = find_subject(clause)
        if subject is not None and subject.start == 0:
            yield f"{clause[0].upper()}{clause[1:]} {_preposition(match['date'])}"


def _preposition(date: str) -> str:
    if _DAY.match(date):
        return f"on {date}"
    return f"in the {date}" if _SEASON.match(date) else f"in {date}"
