"""A sentence without what can be left out of it: asides, insertions, who is the source."""

import re
from collections.abc import Callable, Iterator

from quizapp.generation.clauses.inversion import subject_of
from quizapp.generation.english.verbs import REPORTING
from quizapp.generation.english.words import word_set
from quizapp.generation.names.casing import capitalized

_ASIDE = re.compile(r"\s*\([^()]*\)")
_DASHED = re.compile(r"\s+[-\u2013]+\s+|\s*\u2014+\s*")
_SOURCE = re.compile(r",? according to (?P<source>[^,;]+)(?:, [^,;]+)?$", re.IGNORECASE)
_FINDING = word_set(
    "found finds shows showed revealed reveals indicates indicated say argue warn estimate expect "
    "believe think suggest report show find indicate reckons reckon"
)
_POSSESSIVES = word_set("its their his her it they he she")
_PRONOUNS = word_set("it he she they we i you this that these those")
# Of use only to who reads on, and what follows dates it by itself.
_LATER = re.compile(
    r"[\w-]+ (?:days|weeks|months|years|decades|day|week|month|year) "
    r"(?:later|earlier|before|after), (?=(?:on|in) [A-Z\d])"
)

Lowered = Callable[[str], str]  # with a small letter, unless it begins with a name


def without_stop(sentence: str) -> str:
    text = sentence.strip()
    return text[:-1] if text.endswith((".", "!")) else text


def without_later(text: str, start: int) -> int:
    """Where a sentence begins without "Two months later, ", if it may."""
    later = _LATER.match(text)
    return later.end() if later and later.end() <= start else 0


def without_asides(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Without what stands in brackets or between dashes, unless the figure does."""
    for match in reversed(list(_ASIDE.finditer(text))):
        if match.end() <= start:
            shift = match.end() - match.start()
            text, start, end = (
                text[: match.start()] + text[match.end() :],
                start - shift,
                end - shift,
            )
        elif match.start() >= end:
            text = text[: match.start()] + text[match.end() :]
    dashes = list(_DASHED.finditer(text))
    if dashes and dashes[0].start() >= end:
        after = text[dashes[1].end() :] if len(dashes) > 1 else ""
        text = text[: dashes[0].start()] + (f" {after}" if after else "")
    return text, start, end


def fronted_source(text: str, end: int) -> tuple[str, str]:
    """ "..., according to X" as an opening, and the text without it."""
    match = _SOURCE.search(text)
    if match is None or match.start() < end:
        return "", text
    return f"According to {match['source']}, ", text[: match.start()]


def without_insertion(clause: str, figure: str) -> str:
    """ "The boat, built in Tacoma, was sold" without what stands between the commas."""
    subject = subject_of(clause)
    if subject is None:
        return clause
    inserted = clause[subject.end : subject.verb_start]
    if not inserted.startswith(",") or figure in inserted:
        return clause
    adverb = inserted.rpartition(",")[2].strip()
    rest = f"{adverb} {clause[subject.verb_start :]}".strip()
    return f"{clause[: subject.end]} {rest}"


def told(clause: str, lowered: Lowered) -> Iterator[str]:
    """ "A survey found that it sank" as "According to a survey, it sank"."""
    subject = subject_of(clause)
    if subject is None or subject.start or subject.text.lower() in _PRONOUNS:
        return
    behind = (
        clause[subject.verb_start :].removeprefix("had ").removeprefix("has ").split(" that ", 1)
    )
    if len(behind) < 2 or _points_back(behind[1]):
        return
    if behind[0].lower() in REPORTING or behind[0] in _FINDING:
        yield f"According to {lowered(subject.text)}, {behind[1]}"


def _points_back(clause: str) -> bool:
    """Whether a pronoun stands before the verb, so that it may mean the source."""
    subject = subject_of(capitalized(clause))
    before = clause[: subject.verb_start] if subject else clause
    return any(word.lower() in _POSSESSIVES for word in before.split())
