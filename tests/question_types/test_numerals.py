"""Numbers in every spelling, and none of them slow."""

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.question_types.numerals import (
    decimal_text,
    has_decimal_commas,
    read_interval,
    read_number,
    readings,
)

decimals = st.builds(
    lambda digits, places: Fraction(digits, 10**places),
    st.integers(-(10**12), 10**12),
    st.integers(0, 8),
)


def read(text: str, *, decimal_commas: bool = False, unit: str = "") -> list[Fraction]:
    """The numbers that a student may have meant."""
    found = readings(text, decimal_commas=decimal_commas, unit=unit)
    return [reading.number for reading in found]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("45500", 45500),
        ("45,500", 45500),
        ("45 500", 45500),
        ("45\u2009500", 45500),
        ("45\u202f500", 45500),
        ("45\u00a0500", 45500),
        ("1,234,567.5", Fraction("1234567.5")),
        ("-3", -3),
        ("\u22123", -3),
        ("+3", 3),
        ("0.5", Fraction(1, 2)),
        (".5", Fraction(1, 2)),
        ("6.022e23", 6022 * 10**20),
        ("1E-3", Fraction(1, 1000)),
        ("007", 7),
    ],
)
def test_number_in_a_file(text: str, number: Fraction) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", ".", "-", "1,5", "12,34", "1,2345", "1 234,567", "1.2.3", "1e", "e5", "1e301", "nan"]
    + ["inf", "NaN", "Infinity", "0x10", "1_000", "½", "2½", "1/2", "10²", "5 %", "five", "1" * 61],
)
def test_text_that_is_no_number_in_a_file(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("45,500 +- 500", 45000, 46000),
        ("45,500±500", 45000, 46000),
        ("45500 +/- 500", 45000, 46000),
        ("200 +- 5%", 190, 210),
        ("200 ± 2.5 %", 195, 205),
        ("-200 +- 5%", -210, -190),
        ("40,000 .. 50,000", 40000, 50000),
        ("-2..-1", -2, -1),
        ("1.5..2.5", Fraction(3, 2), Fraction(5, 2)),
        ("7", 7, 7),
        ("0.1 +- 0.2", Fraction(-1, 10), Fraction(3, 10)),
    ],
)
def test_interval_is_exact(text: str, low: Fraction, high: Fraction) -> None:
    interval = read_interval(text)
    assert interval is not None and (interval.low, interval.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["5 +- -1", "5 +-", "+- 5", "1 ..", ".. 2", "1 +- 2 +- 3", "5% +- 1"]
)
def test_text_that_is_no_interval(text: str) -> None:
    assert read_interval(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1234", 1234),
        (" 1234 ", 1234),
        ("1,234", 1234),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("1.234,5", Fraction("1234.5")),
        ("1,234.5", Fraction("1234.5")),
        ("1 234,5", Fraction("1234.5")),
        ("1 234.5", Fraction("1234.5")),
        ("1'234.5", Fraction("1234.5")),
        ("1’234", 1234),
        ("1.234", Fraction("1.234")),
        ("1,5", Fraction("1.5")),
        ("1,2345", Fraction("1.2345")),
        ("0,234", Fraction("0.234")),
        ("1234,567", Fraction("1234.567")),
        (",5", Fraction(1, 2)),
        ("5.", 5),
        ("-1,5", Fraction("-1.5")),
        ("\u22121.5", Fraction("-1.5")),
        ("–1.5", Fraction("-1.5")),
        ("- 5", -5),
        ("５", 5),
        ("٤٥", 45),
        ("٤٫٥", Fraction("4.5")),
        ("6.02e23", 602 * 10**21),
        ("6.02 E23", 602 * 10**21),
        ("6,02 x 10^23", 602 * 10**21),
        ("6.02 × 10²³", 602 * 10**21),
        ("6.02·10^23", 602 * 10**21),
        ("2*10⁻³", Fraction(2, 1000)),
        ("10^5", 100000),
        ("10²", 100),
        ("-10^5", -100000),
        ("5%", 5),
        ("5 %", 5),
    ],
)
def test_number_of_a_student(text: str, number: Fraction) -> None:
    assert read(text) == [number]


@pytest.mark.parametrize(
    "text",
    ["", " ", "abc", "nan", "inf", "-inf", "1e999", "1e-999", "1,23,4", "12,34,567", "1.2.3", "--5"]
    + ["1 2", "1,234 567", "5²", "2½", "1/2", ".", ",", "1e5.5", "0x1F", "5 m", "1" * 61],
)
def test_text_of_a_student_that_is_no_number(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 km", "km"),
        ("5km", "km"),
        ("5 KM", "km"),
        ("5 °C", "°C"),
        ("€5", "€"),
        ("5 €", "€"),
        ("5", "km"),
        ("5 soldiers", "soldiers"),
        ("5 µm", "μm"),
        ("5%", "%"),
    ],
)
def test_unit_may_be_written_or_left_out(text: str, unit: str) -> None:
    assert read(text, unit=unit) == [5]


def test_other_unit_is_no_number() -> None:
    assert read("5 mm", unit="km") == []


@pytest.mark.parametrize("text", ["1,234", "1.234"])
def test_three_digits_are_read_both_ways_in_a_language_with_decimal_commas(text: str) -> None:
    assert read(text, decimal_commas=True) == [1234, Fraction("1.234")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,5", Fraction("1.5")),
        ("1.5", Fraction("1.5")),
        ("0,234", Fraction("0.234")),
        ("1234,567", Fraction("1234.567")),
        ("1.234,5", Fraction("1234.5")),
        ("1.234.567", 1234567),
        ("1 234", 1234),
    ],
)
def test_other_numbers_have_one_reading_there_too(text: str, number: Fraction) -> None:
    assert read(text, decimal_commas=True) == [number]


def test_readings_are_told_apart_in_words() -> None:
    found = readings("-1,234", decimal_commas=True)
    assert [(reading.name, reading.words) for reading in found] == [
        ("grouped", "-1234"),
        ("decimal", "-1 and 234/1000"),
    ]


@pytest.mark.parametrize("language", ["de", "fr-CA", "pt_BR", "be", "uk", "es", "DE-at"])
def test_languages_with_decimal_commas(language: str) -> None:
    assert has_decimal_commas(language)


@pytest.mark.parametrize("language", ["en", "en-GB", "de-CH", "es-MX", "ja", "zh-Hant", "", "ar"])
def test_languages_with_decimal_points(language: str) -> None:
    assert not has_decimal_commas(language)


@given(decimals)
def test_written_number_reads_back(number: Fraction) -> None:
    assert read_number(decimal_text(number)) == number


@given(decimals, st.booleans())
def test_students_may_write_what_is_written(number: Fraction, decimal_commas: bool) -> None:
    assert number in read(decimal_text(number), decimal_commas=decimal_commas)


@given(st.integers(-(10**15), 10**15), st.sampled_from([",", ".", " ", "'", "\u202f"]))
def test_grouped_whole_numbers_are_among_the_readings(number: int, mark: str) -> None:
    assert number in read(f"{number:,}".replace(",", mark), decimal_commas=True)


@given(st.integers(0, 10**9), st.integers(0, 10**6), st.sampled_from(".,"))
def test_decimals_are_read_with_either_mark(whole: int, rest: int, mark: str) -> None:
    assert Fraction(f"{whole}.{rest}") in read(f"{whole}{mark}{rest}", decimal_commas=True)


@given(st.text(max_size=80))
def test_any_text_reads_as_at_most_two_numbers(text: str) -> None:
    assert len(read(text, decimal_commas=True, unit="km")) <= 2


@pytest.mark.parametrize(
    "text", ["1" * 100_000, "1," * 50_000, "9e" + "9" * 1000, "\ufdfa" * 60, " " * 100_000, "1e300"]
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    read(text, decimal_commas=True)
    read_interval(text)
    assert time.process_time() - start < 0.05
