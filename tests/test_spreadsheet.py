"""CSV cells that a spreadsheet can't run, and that read back as they were."""

import csv
import io
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp import spreadsheet
from quizapp.spreadsheet import FORMULA_STARTS, NUMBER, safe_text, stream_csv, write_csv

FORMULA_LIKE = st.builds(str.__add__, st.sampled_from(FORMULA_STARTS), st.text())
TABLES = st.lists(st.lists(st.text() | FORMULA_LIKE, min_size=1), min_size=1)


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@given(TABLES)
def test_no_cell_starts_a_formula_unless_it_is_a_number(rows: list[list[str]]) -> None:
    cells = [cell for row in read(write_csv(rows)) for cell in row]

    assert all(not cell.startswith(FORMULA_STARTS) or NUMBER.fullmatch(cell) for cell in cells)


@given(TABLES, st.integers(1, 50))
def test_a_file_in_pieces_is_the_same_file(rows: list[list[str]], size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spreadsheet, "PIECE", size)
        pieces = list(stream_csv(rows))
    assert b"".join(pieces) == write_csv(rows)


@given(TABLES)
def test_every_cell_reads_back_as_it_was_made_safe(rows: list[list[str]]) -> None:
    assert read(write_csv(rows)) == [[safe_text(cell) for cell in row] for row in rows]


@given(st.text() | FORMULA_LIKE)
def test_making_safe_adds_at_most_one_apostrophe(text: str) -> None:
    assert safe_text(text) in (text, "'" + text)


@pytest.mark.parametrize("text", ["-1", "+44", "-0.5", "12", "Ada", "a=b", ""])
def test_numbers_and_plain_words_stay(text: str) -> None:
    assert safe_text(text) == text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+1", "-1-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a", "-１"],
)
def test_what_starts_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert safe_text(text) == "'" + text


def test_the_file_starts_with_a_byte_order_mark() -> None:
    assert write_csv([["Ada"]]) == b"\xef\xbb\xbfAda\r\n"


def test_points_are_written_in_full() -> None:
    thirds = Fraction(333_333, 1_000_000)

    assert read(write_csv([[thirds, Fraction(21, 2), Fraction(20), 3, None]])) == [
        ["0.333333", "10.5", "20", "3", ""]
    ]
