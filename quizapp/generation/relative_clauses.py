"""What a relative clause or a participle says of the noun before it, as a sentence of its own."""

import re
from collections.abc import Iterator

from quizapp.generation.casing import capitalized
from quizapp.generation.inversion import subject_of
from quizapp.generation.name_words import FIRST_NAMES
from quizapp.generation.verbs import is_finite, is_participle

_RELATIVE = re.compile(r",\s+(?:who|which)\s+")
# A noun with the, or somebody's, or a name, right before a relative clause.
_DEFINITE = re.compile(
    r"(?:\b[Tt]he (?:[\w'-]+ ){0,2}[\w'-]+"
    r"|(?:\bthe )?[A-Z][\w'&.-]*(?: (?:of |the |& )?[A-Z][\w'&.-]*)*)$"
)


def relatives(text: str, start: int, end: int) -> Iterator[str]:
    """ "X, who took over in 2021, announced ..." also says that X took over in 2021."""
    yield from _of_things(text, start, end)
    subject = subject_of(text)
    if subject is None or not subject.end < start < end <= subject.verb_start:
        return
    inserted = text[subject.end : subject.verb_start].strip(" ,")
    first = inserted.split(maxsplit=1)[0]
    if is_participle(first.lower()):
        yield f"{capitalized(subject.text)} {'were' if subject.is_plural else 'was'} {inserted}"


def _of_things(text: str, start: int, end: int) -> Iterator[str]:
    """What a relative clause says of the definite noun or the name before it."""
    matches = list(_RELATIVE.finditer(text, 0, start))
    if not matches:
        return
    match = matches[-1]
    stop = text.find(",", end)
    clause = text[match.end() : stop if stop >= 0 else len(text)]
    noun = _DEFINITE.search(text[: match.start()])
    if noun is None or not is_finite(clause.split(maxsplit=1)[0].lower()):
        return
    name = noun.group()
    if "which" in match.group():
        if text[: noun.start()].rstrip().endswith(","):
            return  # Monterrey, Mexico, which ...
        if name.split()[0] in FIRST_NAMES:
            name = name.rpartition(" of ")[2]
    if name.split()[0] not in FIRST_NAMES or "who" in match.group():
        yield f"{capitalized(name)} {clause}"
