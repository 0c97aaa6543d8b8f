"""Multiple response: partial credit worked by hand, and what the page says of it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.question_types.base import ProblemsFound, Shows
from quizapp.question_types.multiple_response import MultipleResponse
from tests.question_types.blocks import marked, parse
from tests.question_types.pages import reviewed_page

LINES = ("[x] a) A", "[x] b) B", "[x] c) C", "[ ] d) D > Not D.", "[ ] e) E > Not E.")
NET = parse(MultipleResponse, marked(*LINES))
EACH = parse(MultipleResponse, marked(*LINES), score="each")
ALL = parse(MultipleResponse, marked(*LINES), score="all-or-nothing")

choices = st.sets(st.sampled_from("abcde"))


@pytest.mark.parametrize(
    ("chosen", "net", "each", "all_or_nothing"),
    [
        ("abc", Fraction(1), Fraction(1), 1),
        ("ab", Fraction(2, 3), Fraction(2, 3), 0),
        ("a", Fraction(1, 3), Fraction(1, 3), 0),
        ("abd", Fraction(1, 3), Fraction(2, 3), 0),
        ("abcd", Fraction(2, 3), Fraction(0), 0),
        ("abcde", Fraction(1, 3), Fraction(0), 0),
        ("ad", Fraction(0), Fraction(1, 3), 0),
        ("de", Fraction(0), Fraction(0), 0),
        ("", Fraction(0), Fraction(0), 0),
    ],
)
def test_partial_credit(chosen: str, net: Fraction, each: Fraction, all_or_nothing: int) -> None:
    answer = tuple(chosen)
    fractions = [body.grade(answer).fraction for body in (NET, EACH, ALL)]
    assert fractions == [net, each, all_or_nothing]


def test_letter_that_is_none_counts_as_wrong() -> None:
    assert NET.grade(("a", "b", "zz")).fraction == Fraction(1, 3)


def test_letter_chosen_twice_counts_once() -> None:
    assert NET.grade(("a", "a")).fraction == Fraction(1, 3)


def test_order_of_the_choices_does_not_matter() -> None:
    assert NET.grade(("c", "a", "b")).fraction == 1


@given(choices)
def test_choosing_one_more_key_never_costs_net(chosen: set[str]) -> None:
    for key in "abc":
        more = NET.grade(tuple(chosen | {key})).fraction
        assert more >= NET.grade(tuple(chosen)).fraction


@given(choices)
def test_choosing_one_more_distractor_never_pays(chosen: set[str]) -> None:
    for body in (NET, EACH, ALL):
        for wrong in "de":
            more = body.grade(tuple(chosen | {wrong})).fraction
            assert more <= body.grade(tuple(chosen)).fraction


@given(choices)
def test_only_the_key_earns_everything(chosen: set[str]) -> None:
    for body in (NET, EACH, ALL):
        assert (body.grade(tuple(chosen)).fraction == 1) == (chosen == set("abc"))


def test_feedback_is_that_of_every_chosen_option() -> None:
    assert NET.grade(("e", "d", "a")).feedback == ("Not D.", "Not E.")


def test_list_without_key_is_refused() -> None:
    with pytest.raises(ProblemsFound) as found:
        parse(MultipleResponse, marked("[ ] a) A", "[ ] b) B"))
    assert [problem.code for problem in found.value.problems] == ["no-key"]


def test_score_that_says_nothing_is_a_problem_at_its_chip() -> None:
    with pytest.raises(ProblemsFound) as found:
        parse(MultipleResponse, marked(*LINES), score="some")
    (problem,) = found.value.problems
    assert (problem.code, problem.line) == ("bad-chip", 3) and "all-or-nothing" in problem.message


def test_score_is_written_unless_it_is_the_default() -> None:
    assert (NET.to_chips(), EACH.to_chips()) == ({}, {"score": "each"})


def test_positions_become_letters() -> None:
    assert NET.from_post(("0", "4"), ("e", "d", "c", "b", "a")) == ("e", "a")


def test_review_puts_feedback_beside_its_option() -> None:
    review = NET.review(("d",), NET.order(), Shows())
    assert [option.feedback for option in review.options] == ["", "", "", "Not D.", ""]


def test_feedback_stands_on_the_page_once() -> None:
    assert reviewed_page(NET, ("d",), Shows()).count("Not D.") == 1


def test_review_counts_what_was_missed() -> None:
    page = reviewed_page(NET, ("a", "b"), Shows())
    assert "Partly correct: one more was correct" in page and "Correct, not chosen" in page


def test_review_does_not_count_what_was_missed_without_the_key() -> None:
    page = reviewed_page(NET, ("a", "b"), Shows(key=False))
    assert "more was correct" not in page and "not chosen" not in page
