"""Matching: partial credit worked by hand, shared choices, distractors."""

from fractions import Fraction
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.question_types.base import ProblemsFound, Shows
from quizapp.question_types.matching import Matching
from tests.question_types.blocks import parse, table
from tests.question_types.pages import asked_page, reviewed_page

ROWS = (
    ("Union", "1999"),
    ("Protests", "2020"),
    ("Invasion", "2022"),
    ("Talks", "2020"),
    ("", "2014"),
)
NET = parse(Matching, table(*ROWS))
EACH = parse(Matching, table(*ROWS), score="each")
ALL = parse(Matching, table(*ROWS), score="all-or-nothing")
KEY = {"a": "a", "b": "b", "c": "c", "d": "b"}


def test_equal_right_texts_are_one_choice() -> None:
    assert NET.choices == {"a": "1999", "b": "2020", "c": "2022", "-1": "2014"}


def test_key_names_the_first_row_with_the_text() -> None:
    assert NET.key() == ("a=a", "b=b", "c=c", "d=b")


@pytest.mark.parametrize(
    ("answer", "net", "each", "all_or_nothing"),
    [
        (("a=a", "b=b", "c=c", "d=b"), Fraction(1), Fraction(1), 1),
        (("a=a", "b=b", "c=c"), Fraction(3, 4), Fraction(3, 4), 0),
        (("a=a", "b=b", "c=c", "d=-1"), Fraction(1, 2), Fraction(3, 4), 0),
        (("a=a", "b=c", "c=b"), Fraction(0), Fraction(1, 4), 0),
        (("a=a",), Fraction(1, 4), Fraction(1, 4), 0),
        (("a=-1",), Fraction(0), Fraction(0), 0),
        ((), Fraction(0), Fraction(0), 0),
    ],
)
def test_partial_credit(
    answer: tuple[str, ...], net: Fraction, each: Fraction, all_or_nothing: int
) -> None:
    fractions = [body.grade(answer).fraction for body in (NET, EACH, ALL)]
    assert fractions == [net, each, all_or_nothing]


@pytest.mark.parametrize(
    "answer",
    [("a=a", "a=a"), ("z=a",), ("a",), ("=a",), ("a=",), ("a=zz",), ("a=1999",), ("a==a",)],
)
def test_malformed_row_earns_nothing(answer: tuple[str, ...]) -> None:
    assert NET.grade(answer).fraction == 0


rights = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["a", "b", "c", "-1"]))


@given(rights, st.sampled_from("abcd"))
def test_one_more_right_row_never_costs(chosen: dict[str, str], row: str) -> None:
    better = {**chosen, row: KEY[row]}
    for body in (NET, EACH, ALL):
        assert body.grade(stored(better)).fraction >= body.grade(stored(chosen)).fraction


@given(rights)
def test_fraction_is_exact(chosen: dict[str, str]) -> None:
    right = sum(KEY[row] == name for row, name in chosen.items())
    expected = max(Fraction(0), Fraction(2 * right - len(chosen), 4))
    assert NET.grade(stored(chosen)).fraction == expected


def stored(chosen: dict[str, str]) -> tuple[str, ...]:
    return tuple(f"{row}={name}" for row, name in chosen.items())


def test_posted_positions_become_names() -> None:
    order = ("-1", "c", "b", "a")
    assert NET.from_post(("3", "2", "", "0"), order) == ("a=a", "b=b", "d=-1")


def test_posted_names_are_wrong() -> None:
    assert NET.grade(NET.from_post(("a", "b", "c", "b"), NET.order())).fraction == 0


def test_choices_are_sorted_unless_shuffled() -> None:
    assert [NET.choices[name] for name in NET.order()] == ["1999", "2014", "2020", "2022"]


def test_every_choice_comes_first_some_time() -> None:
    assert {NET.shuffle(Random(seed))[0] for seed in range(60)} == set(NET.choices)


def test_distractor_that_is_also_right_somewhere_is_that_choice() -> None:
    body = parse(Matching, table(("One", "x"), ("Two", "y"), ("", "x"), ("", "z")))
    assert body.choices == {"a": "x", "b": "y", "-2": "z"}


@pytest.mark.parametrize(
    ("rows", "code"),
    [((("One", ""), ("Two", "y")), "cell-empty"), ((("", "x"), ("", "y")), "no-key")],
)
def test_broken_table_is_a_problem(rows: tuple[tuple[str, str], ...], code: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        parse(Matching, table(*rows))
    assert [problem.code for problem in found.value.problems] == [code]


def test_bars_in_cells_are_escaped() -> None:
    body = parse(Matching, table(("a|b", "c"), ("d", "e|")))
    assert "| a) a\\|b | c |\n| b) d | e\\| |" in body.to_markdown()


def test_every_row_is_a_select_with_its_label() -> None:
    page = asked_page(NET)
    assert page.count('<select id="a-3-') == 4 and page.count("<label for=") == 4


def test_what_was_chosen_is_selected_again() -> None:
    page = asked_page(NET, ("b=c",))
    assert page.count(" selected") == 1 and '<option value="3" selected>2022</option>' in page


def test_review_tells_each_row() -> None:
    page = reviewed_page(NET, ("a=a", "b=c"), Shows())
    assert page.count("(correct)") == 1 and page.count("(not correct)") == 1
    assert page.count("No answer") == 2 and '<th scope="col">Correct</th>' in page


def test_review_without_the_key_has_no_column_for_it() -> None:
    assert ">Correct<" not in reviewed_page(NET, ("b=c",), Shows(key=False))


def test_answer_is_described_row_by_row() -> None:
    assert NET.describe(("b=b", "a=-1"), NET.order()) == ("Union: 2014", "Protests: 2020")


def test_choices_stand_in_the_same_order_whichever_is_the_key() -> None:
    rights = ("May", "may", "March", "April")
    pages = set()
    for key in permutations(rights):
        body = parse(Matching, table(*zip("wxyz", key, strict=True)))
        pages.add(tuple(body.choices[name] for name in body.order()))
    assert pages == {("April", "March", "May", "may")}
