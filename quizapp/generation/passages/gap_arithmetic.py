"""Whether a number left out of a text can be worked out from the others in it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import permutations

from quizapp.generation.findings import Figure

_NEAR = Decimal("0.6")  # of a percentage that was rounded
_ALL = Decimal(100)
_FEWEST = 4  # what is smaller is the difference of some two numbers by chance
_TIMES = frozenset({"date", "year"})


def follows(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether two of the other figures give it: their sum, difference or share."""
    every = list(others)
    if figure.kind in _TIMES:
        years = {_year(each) for each in every if each.kind in _TIMES}
        spans = {each.value for each in every if each.unit == "years"}
        return any(_year(figure) in (one + two, one - two) for one in years for two in spans)
    known = {each.value for each in every if each.kind not in _TIMES}
    if figure.unit in ("percent", "share"):
        return any(abs(each - figure.value) <= _NEAR for each in _percentages(every))
    pairs = permutations(known, 2)
    is_large = figure.value >= _FEWEST
    return is_large and any(figure.value in (one + two, one - two) for one, two in pairs)


def _year(figure: Figure) -> Decimal:
    return figure.value // 10000


def _percentages(figures: list[Figure]) -> Iterator[Decimal]:
    """What is left of a hundred, what part one is of another, and by how much two differ."""
    for one in figures:
        if one.unit == "percent":
            yield _ALL - one.value
    for one, two in permutations(figures, 2):
        if one.kind == two.kind and one.kind not in ("percent", *_TIMES) and two.value:
            yield one.value / two.value * _ALL
            yield abs(one.value - two.value) / two.value * _ALL
