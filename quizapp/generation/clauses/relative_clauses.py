"""What a relative clause or a participle says of the noun before it, as a sentence of its own."""

import re
from collections.abc import Iterator

from quizapp.generation.clauses.inversion import subject_of
from quizapp.generation.clauses.subjects import Subject
from quizapp.generation.english.first_names import FIRST_NAMES
from quizapp.generation.english.verbs import (
    AUXILIARIES,
    BASES,
    base_of,
    is_finite,
    is_participle,
    is_past,
)
from quizapp.generation.english.words import word_set
from quizapp.generation.figures.numbers import SMALL, TENS
from quizapp.generation.names.casing import capitalized

LONGEST_TIME = 5  # words of "in June 1858"
_AND_VERB = re.compile(r",? and (\w+) ")
_VERB_BEHIND_COMMA = re.compile(r", (\w+) ")
OF_SOMETHING = re.compile(r"\b[a-z]+ of (?:(?:the|an?|its) )?(?:[\w.'-]+ ){0,4}$")
_RELATIVE = re.compile(r",\s+(?:who|which)\s+")
# A noun with the, or somebody's, or a name, right before a relative clause.
_DEFINITE = re.compile(
    r"(?:\b[Tt]he (?:[\w'-]+ ){0,2}[\w'-]+"
    r"|(?:\bthe )?[A-Z][\w'&.-]*(?: (?:of |the |& )?[A-Z][\w'&.-]*)*)$"
)


# "61 species of fish", right before a comma.
_COUNTED = re.compile(rf"\b(?:[0-9][0-9,.]*|{'|'.join((*SMALL, *TENS))}) [a-z][a-z' -]*, $")
_BEHIND = re.compile(r" of (?:which|whom) (?P<rest>[^,;:]+)")
_BEFORE = re.compile(r"of (?:which|whom) $")


def relatives(text: str, start: int, end: int) -> Iterator[str]:
    """Sentences about the figure from `start` to `end` that stand inside another one."""
    yield from _of_counted(text, start, end)
    yield from _of_things(text, start, end)
    subject = subject_of(text)
    if subject is None:
        return
    if subject.end < start < end <= subject.verb_start:
        yield from _inserted(text, subject)
    elif subject.verb_start < start:
        yield from _second_predicate(text, subject, start)


def _of_counted(text: str, start: int, end: int) -> Iterator[str]:
    """61 species, 38 of which thrive, or of which 38 thrive: 38 of the 61 species thrive."""
    figure = text[start:end]
    behind, front = _BEHIND.match(text, end), _BEFORE.search(text[:start])
    counted = _COUNTED.search(text[: front.start()] if front else text[:start])
    if counted is None or not (front or behind):
        return
    rest = behind["rest"] if behind else re.split("[,;:]", text[end:], maxsplit=1)[0]
    many = counted.group().removesuffix(", ")
    first = "".join(rest.lower().split()[:1])
    if is_finite(first) or first in BASES:
        yield capitalized(f"{figure} of the {many} {rest.strip()}")


def _inserted(text: str, subject: Subject) -> Iterator[str]:
    """What stands between a subject and its verb: X, built in 1962, was sold."""
    inserted = text[subject.end : subject.verb_start].strip(" ,")
    first = inserted.split(maxsplit=1)[0].lower()
    name, verb = capitalized(text[subject.start : subject.end]), subject.verb
    if is_participle(first):
        yield f"{name} {'were' if subject.is_plural else 'was'} {inserted}"
    elif first in ("in", "on") and len(inserted.split()) <= LONGEST_TIME:
        yield f"{name} {text[subject.verb_start :]} {inserted}"
    elif first in ("a", "an"):
        singular, plural = ("was", "were") if is_past(verb) else ("is", "are")
        yield f"{name} {plural if subject.is_plural else singular} {inserted}"


def _second_predicate(text: str, subject: Subject, start: int) -> Iterator[str]:
    """X founded a firm in 1856 and raised £350,000: X raised £350,000."""
    for match in reversed(list(_AND_VERB.finditer(text, subject.verb_start, start))):
        first, second = subject.verb.lower(), match[1].lower()
        between = re.findall(r"[\w'-]+", text[subject.verb_start : match.start()])[1:]
        are_alike = is_past(first) == is_past(second) and first not in AUXILIARIES
        if not are_alike or base_of(second) is None:
            continue
        if not any(is_past(word) or is_participle(word) for word in between):
            yield f"{text[: subject.end]} {text[match.start(1) :]}"
        return


def _of_things(text: str, start: int, end: int) -> Iterator[str]:
    """What a relative clause says of the definite noun or the name before it."""
    matches = list(_RELATIVE.finditer(text, 0, start))
    name = _name_before(text, matches[-1]) if matches else ""
    if not name:
        return
    begin = matches[-1].end()
    resumed = [at for at in _VERB_BEHIND_COMMA.finditer(text, begin) if is_finite(at[1].lower())]
    if resumed and resumed[0].start() < start:
        yield f"{capitalized(name)} {text[resumed[0].start(1) :]}"
        return
    stop = text.find(",", end)
    clause = text[begin : stop if stop >= 0 else len(text)]
    if is_finite(clause.split(maxsplit=1)[0].lower()):
        yield f"{capitalized(name)} {clause}"


_AT_PLACES = word_set("across over near on along at by beside through in to from into with for")


def _name_before(text: str, relative: re.Match[str]) -> str:
    """What a relative clause is about; "" if that isn't sure."""
    noun = _DEFINITE.search(text[: relative.start()])
    if noun is None:
        return ""
    name = noun.group()
    if text[: noun.start()].endswith((" and ", " & ")):
        return ""  # Samson and Delilah, which ...
    if "which" in relative.group() and OF_SOMETHING.search(text[: noun.start()]):
        return ""  # the takeover of Crestline, which ...
    if "who" in relative.group():
        return name
    if text[: noun.start()].rstrip().endswith(","):
        return ""  # Monterrey, Mexico, which ...
    if (
        name.removeprefix("the ").istitle()
        and "".join(text[: noun.start()].split()[-1:]) in _AT_PLACES
    ):
        return ""  # a dam across the Ombra, a voyage to India, which ...
    name = name.rpartition(" of ")[2] if name.split()[0] in FIRST_NAMES else name
    return "" if name.split()[0] in FIRST_NAMES else name
