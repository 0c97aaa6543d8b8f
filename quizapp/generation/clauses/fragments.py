"""Which texts are no sentence: a clause that depends on another, and no other."""

import re

from quizapp.generation.clauses.inversion import subject_of
from quizapp.generation.names.casing import capitalized

_COUNTED = (
    r"(?:[\w.-]+ ){0,5}(?:days?|weeks?|months?|years?|decades?|hours?|centur(?:y|ies)) "
    r"(?:after|before|since)"
)
_DEPENDING = re.compile(
    rf"(?:{_COUNTED}|When|While|Although|Though|Because|If|Unless|Whereas|Whenever) "
)


def is_fragment(text: str) -> bool:
    """Whether it begins with a clause that depends on another, and no other follows."""
    return depends(text) and not any(
        _is_clause(text[comma.end() :]) for comma in re.finditer(", ", text)
    )


def depends(text: str) -> bool:
    """Whether it begins with such a clause: almost two years after the trial began."""
    return _DEPENDING.match(text) is not None


def _is_clause(text: str) -> bool:
    return subject_of(capitalized(text)) is not None
