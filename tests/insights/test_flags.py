"""What is flagged, in which words, and what isn't."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from quizapp.insights.flags import Kind, find_flags, has_doubtful_key
from quizapp.insights.intervals import fisher_interval
from quizapp.insights.item_analysis import Facility, ItemFigures
from quizapp.insights.option_analysis import GroupCounts
from quizapp.insights.statistics import OptionFigures, QuestionStatistics
from quizapp.question_types.base import Alternative


def question(
    n: int = 40,
    facility: float = 0.6,
    discrimination: float | None = 0.3,
    options: Sequence[OptionFigures] = (),
    blank: int = 0,
) -> QuestionStatistics:
    index = Fraction(str(facility))
    interval = None if discrimination is None else fisher_interval(discrimination, n)
    return QuestionStatistics(
        id="cells",
        slot=None,
        figures=ItemFigures(Facility(n, index, None), None, discrimination, interval, None, None),
        answers=GroupCounts(n),
        blank=GroupCounts(blank),
        options=tuple(options),
        guess=Fraction(1, 4),
        median_seconds=None,
    )


def option(text: str, n: int, upper: int = 0, *, is_key: bool = False) -> OptionFigures:
    return OptionFigures(Alternative(text[0], text, is_key), GroupCounts(n, upper=upper), None)


def said(found: QuestionStatistics) -> list[str]:
    return [f"{flag.finding}. {flag.action}" for flag in find_flags(found)]


def test_an_ordinary_question_has_no_flag() -> None:
    assert said(question()) == []


def test_a_negative_index_asks_to_check_the_key() -> None:
    found = question(discrimination=-0.31, n=100)
    assert said(found) == [
        "The better people did in the rest of the quiz, the more often they got it wrong (−0.31). "
        "Check the key."
    ]


def test_an_interval_with_zero_in_it_is_said_to_be_chance_perhaps() -> None:
    found = question(discrimination=-0.09, n=100)
    assert "(−0.09, perhaps by chance). Check the key." in said(found)[0]


def test_an_option_that_the_strong_prefer_asks_to_check_the_key() -> None:
    found = question(
        options=[option("Diffusion", 12, 3, is_key=True), option("Osmosis", 28, 9)],
        discrimination=-0.2,
    )
    assert said(found) == [
        "Students with high scores chose “Osmosis” more often than the key (9 to 3). Check the key."
    ]


def test_options_of_which_several_are_right_have_no_rival() -> None:
    options = [option("A", 12, 3, is_key=True), option("B", 20, 5, is_key=True), option("C", 9, 9)]
    assert not has_doubtful_key(question(options=options))


def test_few_answers_are_not_flagged() -> None:
    assert said(question(n=9, facility=0.1, discrimination=-0.9)) == []


def test_a_slightly_negative_index_of_few_answers_is_not_flagged() -> None:
    assert said(question(n=12, discrimination=-0.05)) == []


def test_very_hard_names_the_share_and_what_guessing_gives() -> None:
    assert said(question(facility=0.18)) == [
        "Very hard: 18% got it. Guessing gives 25%. Was it taught, and is it clear?"
    ]


def test_very_easy_names_the_share() -> None:
    assert said(question(facility=0.97)) == [
        "Very easy: 97% got it. Fine to begin with; else make it harder."
    ]


def test_often_blank_names_the_share() -> None:
    assert said(question(blank=21)) == ["52% left it blank. Is it clear, and is there time for it?"]


def test_what_nobody_chose_is_named() -> None:
    options = [option("Right", 40, 9, is_key=True), option("*Wrong*", 0), option("Other", 0)]
    assert said(question(options=options)) == [
        "Nobody chose “Wrong” or “Other”. Make it more tempting or drop it."
    ]


def test_no_difference_between_strong_and_weak_is_named() -> None:
    assert "about as well (0.04)" in said(question(discrimination=0.04))[0]


@pytest.mark.parametrize("n", [10, 29])
def test_a_weak_index_of_under_thirty_answers_is_not_flagged(n: int) -> None:
    assert said(question(n=n, discrimination=0.04)) == []


def test_the_most_urgent_flag_comes_first() -> None:
    found = question(facility=0.1, discrimination=-0.5, blank=25)
    assert [flag.kind for flag in find_flags(found)] == [Kind.KEY, Kind.BLANK, Kind.HARD]
