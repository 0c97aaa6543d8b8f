"""Ordering: neighbors kept, shared positions, and a page that never shows the key."""

from fractions import Fraction
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.question_types.base import ProblemsFound, Shows
from quizapp.question_types.ordering import Ordering
from tests.question_types.blocks import numbered, parse
from tests.question_types.pages import asked_page, reviewed_page

STAGES = parse(Ordering, numbered("Prophase", "Metaphase", "Anaphase", "Telophase"))
ALL = parse(Ordering, numbered("P", "M", "A", "T"), score="all-or-nothing")


def placed(letters: str) -> tuple[str, ...]:
    """The answer that puts the items in this order."""
    return tuple(f"{letter}={place}" for place, letter in enumerate(letters, start=1))


@pytest.mark.parametrize(
    ("letters", "fraction", "all_or_nothing"),
    [
        ("abcd", Fraction(1), 1),
        ("bcda", Fraction(2, 3), 0),
        ("acdb", Fraction(1, 3), 0),
        ("badc", Fraction(0), 0),
        ("cdab", Fraction(2, 3), 0),
        ("dcba", Fraction(0), 0),
        ("abdc", Fraction(1, 3), 0),
    ],
)
def test_neighbors_kept_in_order_earn(
    letters: str, fraction: Fraction, all_or_nothing: int
) -> None:
    assert STAGES.grade(placed(letters)).fraction == fraction
    assert ALL.grade(placed(letters)).fraction == all_or_nothing


@pytest.mark.parametrize(
    ("answer", "fraction"),
    [
        (("a=1", "b=2"), Fraction(1, 3)),
        (("a=1", "b=2", "c=2", "d=3"), Fraction(0)),
        (("a=1", "b=2", "c=4", "d=4"), Fraction(1, 3)),
        (("a=1", "b=1", "c=3", "d=4"), Fraction(1, 3)),
        (("a=1", "a=1", "b=2"), Fraction(0)),
        (("a=0", "b=1"), Fraction(0)),
        (("c=4", "d=5"), Fraction(0)),
        (("a=01", "b=2"), Fraction(0)),
        (("a=1", "b=two"), Fraction(0)),
        (("a", "b"), Fraction(0)),
        (("z=1",), Fraction(0)),
        ((), Fraction(0)),
    ],
)
def test_part_of_an_order(answer: tuple[str, ...], fraction: Fraction) -> None:
    assert STAGES.grade(answer).fraction == fraction


@given(st.permutations("abcd"))
def test_fraction_counts_the_neighbors(letters: list[str]) -> None:
    text = "".join(letters)
    kept = sum(pair in text for pair in ("ab", "bc", "cd"))
    assert STAGES.grade(placed(text)).fraction == Fraction(kept, 3)


def test_only_the_key_earns_everything() -> None:
    full = [
        order
        for order in permutations("abcd")
        if STAGES.grade(placed("".join(order))).fraction == 1
    ]
    assert full == [tuple("abcd")]


@given(st.integers())
def test_shuffled_page_never_shows_the_key(seed: int) -> None:
    assert STAGES.shuffle(Random(seed)) != tuple("abcd")


def test_two_items_may_come_in_any_order() -> None:
    body = parse(Ordering, numbered("One", "Two"))
    assert {body.shuffle(Random(seed)) for seed in range(20)} == {("a", "b"), ("b", "a")}


@pytest.mark.parametrize(
    "texts", [("A", "B", "C"), ("C", "A", "B"), ("1999", "2014", "2020", "2022")]
)
def test_page_that_is_not_shuffled_does_not_show_the_key(texts: tuple[str, ...]) -> None:
    body = parse(Ordering, numbered(*texts))
    assert [body.named[name].text for name in body.order()] != list(texts)


def shown(body: Ordering) -> list[str]:
    """The items as a page shows them that isn't shuffled."""
    return [body.named[name].text for name in body.order()]


def test_page_that_is_not_shuffled_shows_the_same_order_whatever_the_key() -> None:
    texts = ("Printing press", "Steam engine", "Telephone", "Transistor")
    pages = [shown(parse(Ordering, numbered(*key))) for key in permutations(texts)]
    usual = max(pages, key=pages.count)
    others = [page for page in pages if page != usual]
    assert (len(pages), len(others)) == (24, 1)  # another one where the usual one is the key


def test_order_of_two_items_that_are_not_shuffled_says_nothing_of_the_key() -> None:
    one, other = (parse(Ordering, numbered(*key)) for key in (("One", "Two"), ("Two", "One")))
    assert shown(one) == shown(other)


def test_orders_that_are_not_shuffled_differ_from_the_alphabet() -> None:
    pages = [shown(parse(Ordering, numbered("A", "B", f"C{at}", "D"))) for at in range(20)]
    assert sum(page == sorted(page) for page in pages) < 5


def test_random_that_never_changes_anything_still_shows_another_order() -> None:
    class Still(Random):
        def shuffle(self, x: object) -> None:  # type: ignore[override]
            pass

    assert STAGES.shuffle(Still()) == STAGES.order() != tuple("abcd")


def test_posted_positions_belong_to_the_items_as_shown() -> None:
    assert STAGES.from_post(("1", "", "4", "x"), ("d", "a", "c", "b")) == ("d=1", "c=4", "b=x")


def test_what_was_posted_is_selected_again() -> None:
    order = ("d", "a", "c", "b")
    assert STAGES.to_post(("d=1", "c=4"), order) == ("1", "", "4", "")


@pytest.mark.parametrize(
    ("texts", "code"), [(("One",), "few-items"), (("One", "Two", "one"), "option-duplicate")]
)
def test_list_without_one_order_is_a_problem(texts: tuple[str, ...], code: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        parse(Ordering, numbered(*texts))
    assert [problem.code for problem in found.value.problems] == [code]


def test_every_item_has_a_select_with_all_positions() -> None:
    page = asked_page(STAGES)
    assert page.count("<select") == 4 and page.count('<option value="4">') == 4


def test_review_says_why_it_is_partly_correct() -> None:
    page = reviewed_page(STAGES, placed("bcda"), Shows())
    assert "Partly correct: 2 of 3 neighbors stand in order" in page


def test_review_shows_items_that_share_a_place() -> None:
    (first, *_) = STAGES.review(("a=1", "b=1"), STAGES.order(), Shows()).places
    assert first.yours == ("Prophase", "Metaphase") and first.mark == "wrong"


def test_answer_is_described_in_its_order() -> None:
    assert STAGES.describe(("b=1", "a=3"), STAGES.order()) == ("(1) Metaphase", "(3) Prophase")


def test_ten_items_are_indented_as_their_numbers_ask() -> None:
    texts = [f"Item {number}\n\nmore" for number in range(10)]
    written = parse(Ordering, numbered(*texts)).to_markdown()
    assert "9. i) Item 8\n\n   more\n10. j) Item 9\n\n    more" in written
