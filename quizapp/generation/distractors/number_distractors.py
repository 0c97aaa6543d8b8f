"""Other values near a figure's, rounded as it is."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from quizapp.generation.distractors.score_distractors import other_scores
from quizapp.generation.figures.number_writing import decimals_of
from quizapp.generation.figures.numbers import SCALES
from quizapp.generation.figures.scores import SCORES
from quizapp.generation.findings import Figure

FACTORS = tuple(
    Decimal(factor)
    for factor in (
        "0.3",
        "0.4",
        "0.5",
        "0.6",
        "0.7",
        "0.75",
        "0.8",
        "1.25",
        "1.3",
        "1.5",
        "1.7",
        "2",
        "2.4",
        "3",
    )
)
WIDEST_SPAN = 100  # years; others as wide would lie in other ages
RECENT = 2010  # what comes after a span that ends later may be the future
MOST_NEIGHBOURED = 10  # whole numbers up to here have their neighbours as wrong options
NEIGHBOURS = 4
FEW_STEPS = 4
# What is more is written otherwise: 1.2 billion, $1.21, five quarters.
MOST_BEFORE = {
    "thousand": Decimal(1000),
    "million": Decimal(1000),
    "billion": Decimal(1000),
    "cents": Decimal(100),
    "months": Decimal(36),
    "hours": Decimal(73),
    "minutes": Decimal(121),
}
ONE, FIVE, TEN = Decimal(1), Decimal(5), Decimal(10)


def other_values(figure: Figure) -> Iterator[Decimal]:
    """Below and above, with as many digits as the figure's own value."""
    scale = SCALES.get(figure.scale, ONE)
    value = figure.value / scale
    most = MOST_BEFORE.get(figure.scale or figure.unit)
    for other in _values_near(value, decimals_of(figure.amount), figure.unit):
        if (most is None or other < most) and (other >= 1 or not figure.scale):
            yield other * scale


def _values_near(value: Decimal, decimals: int, unit: str) -> Iterator[Decimal]:
    step = step_of(value, decimals)
    if step == 1 and value <= MOST_NEIGHBOURED:
        lowest = max(ONE, value - NEIGHBOURS)
        yield from (lowest + more for more in range(int(value - lowest) + NEIGHBOURS + 1))
        return
    for factor in FACTORS:
        yield _as_rough(_rounded(value * factor, step), value, step)
    if unit == "percent":
        yield from _towards_all(value, step)


def step_of(value: Decimal, decimals: int) -> Decimal:
    """What the value is a whole multiple of as written: 500 for 45,500; 1 for 63; 0.1 for 3.5."""
    if not value:
        return ONE
    step = ONE.scaleb(-decimals)
    while value % (step * TEN) == 0:
        step *= TEN
    if value % (step * FIVE) == 0 and value > step * FIVE:
        return step * FIVE
    return step / 2 if value < step * FEW_STEPS and step > 1 else step


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).quantize(ONE, rounding=ROUND_HALF_UP) * step


def _as_rough(other: Decimal, value: Decimal, step: Decimal) -> Decimal:
    """A round number among crooked ones would stand out."""
    is_rounder = other % (step * TEN) == 0 and value % (step * TEN) != 0
    return other + step if is_rounder and value >= step * TEN else other


def _towards_all(value: Decimal, step: Decimal) -> Iterator[Decimal]:
    """Higher percentages where multiples would be beyond 99."""
    for part in ("0.3", "0.5", "0.7", "0.9"):
        yield _rounded(value + (99 - value) * Decimal(part), step)


def other_ranges(figure: Figure) -> Iterator[tuple[Decimal, Decimal]]:
    """As wide as the figure's, none of them touching it or each other."""
    if figure.upper is None:
        return
    if figure.unit in SCORES:
        yield from other_scores(figure.value, figure.upper, figure.unit)
        return
    if figure.unit == "year":
        yield from _other_spans(int(figure.value) // 10000, int(figure.upper) // 10000)
        return
    scale = SCALES.get(figure.scale, ONE)
    lower, upper = figure.value / scale, figure.upper / scale
    decimals = decimals_of(figure.amount)
    step = min(step_of(lower, decimals), step_of(upper, decimals))
    shift = upper - lower + step
    for times in (-3, -2, -1, 1, 2, 3):
        low, high = lower + shift * times, upper + shift * times
        if low > 0 and (figure.unit != "percent" or high <= 99):
            yield low * scale, high * scale


def _other_spans(first: int, last: int) -> Iterator[tuple[Decimal, Decimal]]:
    shift = last - first + 1
    if shift > WIDEST_SPAN:
        return
    for times in (-3, -2, -1, 1, 2, 3):
        if times < 0 or last + shift * times <= RECENT:
            yield (
                Decimal((first + shift * times) * 10000),
                Decimal((last + shift * times) * 10000),
            )


def span_of_years(amount: str, lower: Decimal, upper: Decimal) -> str | None:
    """Other years in the writing of a span; None if a century's change can't be written so."""
    first, last = str(int(lower) // 10000), str(int(upper) // 10000)
    head, joint, tail = _three(amount)
    if len(tail) == 2:
        if first[:2] != last[:2]:
            return None
        last = last[2:]
    return f"{head}{first}{joint}{last}"


def _three(amount: str) -> tuple[str, str, str]:
    """What stands before the first year, between the two, and the second year."""
    start = next(at for at, sign in enumerate(amount) if sign.isdigit())
    end = start + 4
    joint = end
    while not amount[joint].isdigit():
        joint += 1
    return amount[:start], amount[end:joint], amount[joint:]
