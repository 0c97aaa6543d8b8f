"""The order, the search and the pages of the gradebook."""

from fractions import Fraction

import pytest

from quizapp.gradebook import page
from quizapp.gradebook.page import Chosen, build_page, read_chosen
from tests.gradebook.builders import MISSED, book, column, final, row

BOOK = book(
    [column("cells"), column("genes")],
    row("Ada", final(5), final(9)),
    row("Bo", MISSED, final(3), student_number="S-77"),
    row("Cy", final(9), MISSED),
    row("Zoë", final(1), final(1), role=None),
)


def names(**chosen: str | bool) -> list[str]:
    found = build_page(BOOK, Chosen(**chosen))  # type: ignore[arg-type]
    return [each.member.name for each in found.rows]


@pytest.mark.parametrize(
    ("sort", "is_down", "expected"),
    [
        ("name", False, "Ada Bo Cy Zoë"),
        ("name", True, "Zoë Cy Bo Ada"),
        ("average", True, "Ada Cy Bo Zoë"),
        ("cells", True, "Cy Ada Zoë Bo"),
        ("cells", False, "Zoë Ada Cy Bo"),
        ("nonsense", False, "Ada Bo Cy Zoë"),
    ],
)
def test_people_come_in_the_order_asked_for(sort: str, is_down: bool, expected: str) -> None:
    assert names(sort=sort, is_down=is_down) == expected.split()


@pytest.mark.parametrize(
    ("find", "expected"), [("BO", "Bo"), ("s-77", "Bo"), ("ZOË", "Zoë"), ("a", "Ada"), ("x", "")]
)
def test_people_are_found_by_name_login_or_number(find: str, expected: str) -> None:
    assert names(find=find) == expected.split()


def test_averages_leave_out_who_has_left() -> None:
    found = build_page(BOOK, Chosen())
    assert found.averages == (Fraction(14, 30), Fraction(12, 30))
    assert found.average == (Fraction(14, 20) + Fraction(3, 20) + Fraction(9, 20)) / 3
    assert (found.count, found.left) == (3, 1)


def test_so_many_rows_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "AT_ONCE", 3)
    assert build_page(BOOK, Chosen()).pages == 2
    assert names(page=2) == names(page=9) == ["Zoë"]


@pytest.mark.parametrize("typed", ["0", "-1", "two", "٣x", "99999999999"])
def test_a_page_that_makes_no_sense_is_the_first(typed: str) -> None:
    assert build_page(BOOK, read_chosen({"page": typed})).chosen.page == 1


def test_an_empty_book_has_no_averages() -> None:
    found = build_page(book([]), Chosen())
    assert (found.average, found.averages, found.rows) == (None, (), ())
