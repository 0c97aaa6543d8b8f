"""Wrong options for a figure or a date: plausible, written like it, and surely not true."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from quizapp.generation.date_distractors import other_dates
from quizapp.generation.date_writing import parts_of, write_date_like
from quizapp.generation.findings import Figure, Findings
from quizapp.generation.number_distractors import other_ranges, other_values, span_of_years
from quizapp.generation.number_writing import write_like
from quizapp.generation.share_writing import shares_like

MOST_APART = 5  # times the key, or a fifth of it
TOO_NEAR = Decimal("1.08")  # times each other
SMALL = 15  # whole numbers up to here may be neighbours


@dataclass(frozen=True)
class Distractor:
    """A wrong figure: `text` and `amount` are written as the right one's are."""

    text: str
    amount: str
    value: Decimal
    upper: Decimal | None = None


def find_distractors(
    figure: Figure, findings: Findings, random: Random, count: int = 3
) -> tuple[Distractor, ...]:
    """Up to `count`, in order of size; how many of them lie below the key is left to chance."""
    pool = _spread(
        figure, [*_from_article(figure, findings, random), *_made(figure, findings, random)]
    )
    below = [each for each in pool if each.value < figure.value]
    above = [each for each in pool if each.value > figure.value]
    possible = [low for low in range(count + 1) if low <= len(below) and count - low <= len(above)]
    if not possible:
        return tuple(sorted(pool[:count], key=_size))
    low = random.choice(possible)
    return tuple(sorted([*below[:low], *above[: count - low]], key=_size))


def _size(distractor: Distractor) -> Decimal:
    return distractor.value


def _from_article(figure: Figure, findings: Findings, random: Random) -> list[Distractor]:
    """Other figures of the same kind, rewritten as the key is."""
    told = {each.value for each in findings.figures_in(figure.sentence)}
    others = [
        other
        for other in findings.figures
        if (other.kind, other.unit, other.scale) == (figure.kind, figure.unit, figure.scale)
        and figure.kind not in ("date", "year", "range")
        and figure.unit
        and other.value not in told
    ]
    written = [_rewritten(figure, other.value) for other in others if _is_as_exact(figure, other)]
    random.shuffle(written)
    return [each for each in written if each is not None]


def _is_as_exact(figure: Figure, other: Figure) -> bool:
    if figure.unit == "share" or other.unit == "share":
        return False
    return figure.value.as_tuple().exponent == other.value.as_tuple().exponent


def _made(figure: Figure, findings: Findings, random: Random) -> list[Distractor]:
    made = list(_invented(figure, findings))
    random.shuffle(made)
    return made


def _invented(figure: Figure, findings: Findings) -> Iterable[Distractor]:
    if figure.unit == "share":
        return [Distractor(text, text, value) for value, text in shares_like(figure.text)]
    if figure.kind == "range":
        return _ranges(figure)
    if figure.kind in ("date", "year"):
        return _dates(figure, findings)
    told = {each.value for each in findings.figures_in(figure.sentence)}
    values = (value for value in other_values(figure) if value not in told)
    written = (_rewritten(figure, value) for value in values)
    return [each for each in written if each is not None]


def _ranges(figure: Figure) -> Iterable[Distractor]:
    for lower, upper in other_ranges(figure):
        if figure.unit == "year":
            amount = span_of_years(figure.amount, lower, upper)
        else:
            amount = write_like(figure.amount, (lower, upper), figure.scale)
        if amount is not None:
            yield Distractor(amount + _unit_text(figure), amount, lower, upper)


def _dates(figure: Figure, findings: Findings) -> Iterable[Distractor]:
    for value in other_dates(figure, findings):
        text = write_date_like(figure.text, parts_of(value))
        if text is not None:
            yield Distractor(text, text, value)


def _rewritten(figure: Figure, value: Decimal) -> Distractor | None:
    amount = write_like(figure.amount, (value,))
    unit = _unit_text(figure)
    if amount is None or (value == 1 and unit and not unit.startswith("-")):
        return None
    is_single = figure.value == 1 and figure.kind in ("measure", "duration") and unit[:1] == " "
    return Distractor(amount + (f" {figure.unit}" if is_single else unit), amount, value)


def _unit_text(figure: Figure) -> str:
    return figure.text[len(figure.amount) :]


def _spread(figure: Figure, pool: Sequence[Distractor]) -> list[Distractor]:
    """Those that can stand side by side with the key, the first ones preferred."""
    kept: list[Distractor] = []
    for each in pool:
        if _is_plausible(figure, each) and not any(_are_near(figure, each, one) for one in kept):
            kept.append(each)
    return kept


def _is_plausible(figure: Figure, each: Distractor) -> bool:
    if each.text.lower() == figure.text.lower() or each.value == figure.value:
        return False
    if figure.kind in ("date", "year", "range"):
        return True
    if figure.kind == "percent" and not _is_percentage(figure, each.value):
        return False
    small, large = sorted((each.value, figure.value))
    is_within = small > 0 and large <= small * MOST_APART
    return is_within and not _too_near(small, large)


def _is_percentage(figure: Figure, value: Decimal) -> bool:
    """From 1 to 99, unless the key itself is beyond."""
    return (value >= 1 or figure.value < 1) and (value <= 99 or figure.value > 99)


def _too_near(small: Decimal, large: Decimal) -> bool:
    if large <= SMALL and small == small.to_integral() and large == large.to_integral():
        return small == large
    return large < small * TOO_NEAR


def _are_near(figure: Figure, one: Distractor, other: Distractor) -> bool:
    if one.text.lower() == other.text.lower() or one.value == other.value:
        return True
    if figure.kind == "range" and one.upper is not None and other.upper is not None:
        return not (one.upper < other.value or other.upper < one.value)
    if figure.kind in ("date", "year") or figure.unit == "share":
        return False
    return _too_near(*sorted((one.value, other.value)))
