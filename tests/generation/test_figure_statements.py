"""Statements with another figure, and gaps."""

from decimal import Decimal
from random import Random

import pytest

from quizapp.generation.asking.figure_statements import altered, statement, with_gap
from quizapp.generation.clauses.spots import Spot, find_spot
from quizapp.generation.distractors.figure_distractors import Distractor
from quizapp.generation.figures.finding import find_figures
from quizapp.generation.names.casing import Casing
from tests.generation.builders import make_sentence_article

CASING = Casing(make_sentence_article("The port is old."), ())


def spot_in(clause: str) -> Spot:
    (figure,) = find_figures(make_sentence_article(clause))
    spot = find_spot(clause, figure)
    assert spot is not None
    return spot


def wrong(*values: int) -> tuple[Distractor, ...]:
    return tuple(Distractor(f"{value} tons", str(value), Decimal(value)) for value in values)


@pytest.mark.parametrize(
    ("hedge", "value"),
    [
        ("over", 90),
        ("at least", 90),
        ("greater than", 90),
        ("less than", 20),
        ("up to", 20),
        ("nearly", 20),
    ],
)
def test_altered_figure_contradicts_the_right_one(hedge: str, value: int) -> None:
    clause = f"The port shipped {hedge} 50 tons"
    assert altered(spot_in(clause), wrong(20, 90), Random(1), CASING) == (
        f"The port shipped {hedge} {value} tons."
    )


def test_without_a_contradicting_figure_nothing_is_altered() -> None:
    assert (
        altered(spot_in("The port shipped over 50 tons"), wrong(20, 30), Random(1), CASING) is None
    )


def test_altered_figure_keeps_the_capital() -> None:
    one = Distractor("five boats", "five", Decimal(5))
    assert (
        altered(spot_in("Two boats sank there"), (one,), Random(1), CASING)
        == "Five boats sank there."
    )


def test_gap_takes_the_whole_figure_or_its_number() -> None:
    spot = spot_in("The port shipped over 50 tons of coal")
    assert with_gap(spot, only_amount=False) == "The port shipped over ____ of coal."
    assert with_gap(spot, only_amount=True) == "The port shipped over ____ tons of coal."


def test_gap_for_digits_keeps_the_scale() -> None:
    spot = spot_in("The port shipped 1.3 million tons of coal")
    assert with_gap(spot, only_amount=True) == "The port shipped ____ tons of coal."
    assert with_gap(spot, only_amount=True, in_digits=True) == (
        "The port shipped ____ million tons of coal."
    )


def test_long_statement_has_its_time_last() -> None:
    clause = "In 1999, the old port of the town shipped some 50 tons of coal to Chile and Peru"
    (_, figure) = find_figures(make_sentence_article(clause))
    spot = find_spot(clause, figure)
    assert spot is not None
    assert statement(spot, CASING) == (
        "The old port of the town shipped some 50 tons of coal to Chile and Peru in 1999."
    )


def test_short_statement_keeps_its_order() -> None:
    assert statement(spot_in("In 1999, the port closed"), CASING) == "In 1999, the port closed."


@pytest.mark.parametrize(
    ("clause", "text", "said"),
    [
        ("A 5-day week", "8", "An 8-day week"),
        ("It is an 8-day week", "5", "It is a 5-day week"),
        ("It is a five-day week", "eight", "It is an eight-day week"),
        ("It is a 5-day week", "11", "It is an 11-day week"),
        ("It is a 5-day week", "110", "It is a 110-day week"),
        ("It is a 5-day week", "1,800", "It is a 1,800-day week"),
        ("It is a 5-day week", "18,000", "It is an 18,000-day week"),
    ],
)
def test_the_article_goes_with_the_number(clause: str, text: str, said: str) -> None:
    spot = spot_in(clause)
    assert spot.with_text(text + spot.unit_text) == said


def test_a_vote_is_not_altered_by_half() -> None:
    clause = "The tax led by 71 percent to 29 percent"
    figure = find_figures(make_sentence_article(clause))[0]
    spot = find_spot(clause, figure)
    assert spot is not None
    others = (Distractor("46 percent", "46", Decimal(46)),)
    assert altered(spot, others, Random(1), CASING) is None


@pytest.mark.parametrize("clause", ["It closed in 1883 and 1884", "Norway had two coasts, A and B"])
def test_one_of_two_is_not_altered(clause: str) -> None:
    figure = find_figures(make_sentence_article(clause))[0]
    spot = find_spot(clause, figure)
    assert spot is not None
    others = (Distractor("1892", "1892", Decimal(1892)),)
    assert altered(spot, others, Random(1), CASING) is None


def test_no_week_has_eight_days() -> None:
    spot = spot_in("In a trial of a 5-day week nobody lost pay")
    others = (Distractor("8-day", "8", Decimal(8)),)
    assert altered(spot, others, Random(1), CASING) is None
