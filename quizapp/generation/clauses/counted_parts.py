"""Clauses that say something of a part of what their sentence counts: 64 of them are open."""

import re

from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.figures.nouns import counted_noun_at
from quizapp.generation.figures.numbers import number_at
from quizapp.generation.figures.tokens import Tokens
from quizapp.generation.findings import Figure
from quizapp.generation.names.casing import capitalized

_OF_THEM = re.compile(r" of (?:(?P<those>those|these) (?P<noun>[a-z]+)|them|these)\b")
_END = re.compile(r"[;:]|, |\.$")


def counted_part(sentence: str, figure: Figure, start: int) -> str | None:
    """The rest of the sentence from the figure on, of the 71 companies; None without a whole.

    `start`: of the figure in the sentence.
    """
    end = start + len(figure.text)
    pointing = _OF_THEM.match(sentence, end)
    whole = _whole(sentence[:start], pointing["noun"] or "") if pointing else None
    if pointing is None or whole is None:
        return None
    stop = _END.search(sentence, pointing.end())
    rest = sentence[pointing.end() : stop.start() if stop else None].rstrip(".")
    hedge = f"{figure.hedge} " if figure.hedge else ""
    part = capitalized(f"{hedge}{figure.text} of the {whole}{rest}")
    return part if _has_verb(f"Ten of them{rest}") else None


def _has_verb(clause: str) -> bool:
    """Whether it says something of them: eight of them on roads doesn't."""
    subject = find_subject(clause)
    return subject is not None and subject.start == 0


def _whole(before: str, noun: str) -> str | None:
    """What was counted: the noun itself, the only one, or else what the sentence is about."""
    tokens = Tokens(before)
    found = []
    for at in range(len(tokens)):
        number = number_at(tokens, at)
        counted = counted_noun_at(tokens, number.end) if number and number.value > 1 else None
        if number and counted and not tokens.is_hyphen(at - 1):
            found.append((at, counted.head, tokens.between(at, counted.end)))
    if noun:
        found = [each for each in found if each[1] == noun]
    if len(found) > 1:
        found = [each for each in found if each[0] == 0]
    return found[0][2][0].lower() + found[0][2][1:] if len(found) == 1 else None
