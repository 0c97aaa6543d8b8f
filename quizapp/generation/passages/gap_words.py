"""What of a passage can be left out beside figures and names: what it explains, and why."""

import re
from collections.abc import Iterator

from quizapp.generation.clauses.pronouns import holds, pronouns
from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.facts.reason_links import find_marks
from quizapp.generation.facts.reasons import shortened_reason
from quizapp.generation.facts.term_places import find_term_places
from quizapp.generation.findings import Findings

_FRONTED = re.compile(r"Because (?!of\b)(?P<reason>[^,;]+), ")
_SAYING = re.compile(r"\b(?:called|known|named|said|noted|shown|expected|predicted|reported)\b")
_REASON = range(4, 17)  # words
_LONGEST_TERM = 4


def terms(text: str, findings: Findings) -> Iterator[tuple[int, int]]:
    """Beginnings and ends of the terms that one sentence explains."""
    for start, end in find_term_places(text, findings.names):
        rest = f"{text[:start]} {text[end:]}"
        term = text[start:end]
        if len(term.split()) <= _LONGEST_TERM and not holds(rest.lower(), term.lower()):
            yield start, end


def reasons(text: str) -> Iterator[tuple[int, int]]:
    """Beginnings and ends of the clauses behind "because" in one sentence."""
    if '"' in text:
        return
    if fronted := _FRONTED.match(text):
        yield from _clause(text, *fronted.span("reason"))
        return
    plain = text.rstrip(".")
    for mark in find_marks(plain):
        word = plain[: mark.end].split()[-1]
        said = shortened_reason(plain[mark.end :])
        is_aside = word == "as" and ("," in plain[mark.end :] or _SAYING.search(said))
        if word in ("because", "since", "as") and not is_aside:
            if mark.manner == "clause" and plain.startswith(said, mark.end):
                yield from _clause(text, mark.end, mark.end + len(said))
            return


def _clause(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    said = text[start:end]
    subject = find_subject(said)
    is_named = subject is not None and not any(pronouns(subject.text))
    if is_named and said[0].isalpha() and len(said.split()) in _REASON:
        yield start, end
