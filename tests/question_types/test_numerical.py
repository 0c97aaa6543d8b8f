"""Numerical questions: tolerances, partial credit, and numbers with two readings."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.question_types.base import Ambiguity, Shows
from quizapp.question_types.numerical import Numerical
from tests.question_types.blocks import marked, parse
from tests.question_types.pages import asked_page, reviewed_page

LINES = ("= 45,500 +- 500", "= 40,000 .. 50,000 => 50%", "! 4,500 > One zero short.")
ARMY = parse(Numerical, marked(*LINES), unit="soldiers")
GERMAN = parse(Numerical, marked("= 1.234 +- 0.001", "= 1234 => 50%"), "de")


@pytest.mark.parametrize(
    ("text", "fraction"),
    [
        ("45500", Fraction(1)),
        ("45,000", Fraction(1)),
        ("46 000", Fraction(1)),
        ("44999.9", Fraction(1, 2)),
        ("40000", Fraction(1, 2)),
        ("50000", Fraction(1, 2)),
        ("50000.0001", Fraction(0)),
        ("45.500", Fraction(0)),
        ("45500 soldiers", Fraction(1)),
        ("4.55e4", Fraction(1)),
        ("many", Fraction(0)),
        ("45500 men", Fraction(0)),
    ],
)
def test_fraction_earned(text: str, fraction: Fraction) -> None:
    assert ARMY.grade((text,)).fraction == fraction


def test_known_mistake_has_its_feedback() -> None:
    assert ARMY.grade(("4500",)).feedback == ("One zero short.",)


def test_tolerance_is_exact_where_floats_are_not() -> None:
    body = parse(Numerical, marked("= 0.3 +- 0.1"))
    assert [body.grade((text,)).fraction for text in ("0.2", "0.4", "0.4000000000000001")] == [
        1,
        1,
        0,
    ]


def test_first_line_that_fits_counts() -> None:
    body = parse(Numerical, marked("! 5 > Not five.", "= 1 .. 10"))
    assert (body.grade(("5",)).fraction, body.grade(("6",)).fraction) == (0, 1)


@given(st.fractions(min_value=-100_000, max_value=100_000, max_denominator=10**6))
def test_nearer_to_the_key_never_earns_less(number: Fraction) -> None:
    nearer = (number * 9 + 45_500) / 10
    assert earned(nearer) >= earned(number) or number == 4_500


def earned(number: Fraction) -> Fraction:
    value = ARMY.accepted._first(number)
    return value.fraction if value else Fraction(0)


def test_ambiguous_number_earns_by_the_reading_that_earns_more() -> None:
    assert GERMAN.grade(("1,234",)).fraction == 1


@pytest.mark.parametrize(
    ("reading", "fraction"), [("decimal", Fraction(1)), ("grouped", Fraction(1, 2))]
)
def test_ambiguous_number_earns_by_the_reading_chosen(reading: str, fraction: Fraction) -> None:
    assert GERMAN.grade(("1.234", reading)).fraction == fraction


def test_reading_that_is_none_is_not_one() -> None:
    assert GERMAN.grade(("1.234", "other")).fraction == 1


def test_ambiguity_names_both_readings() -> None:
    assert GERMAN.ambiguities(("1.234",)) == (
        Ambiguity(0, "1.234", (("grouped", "1234"), ("decimal", "1 and 234/1000"))),
    )


def test_ambiguity_is_the_same_whatever_is_right() -> None:
    other = parse(Numerical, marked("= 7"), "de")
    assert other.ambiguities(("1.234",)) == GERMAN.ambiguities(("1.234",))


def test_chosen_reading_ends_the_ambiguity() -> None:
    answer = GERMAN.choose_reading(("1.234",), 0, "grouped")
    assert answer == ("1.234", "grouped") and GERMAN.ambiguities(answer) == ()


def test_english_has_no_ambiguity() -> None:
    assert ARMY.ambiguities(("1,234",)) == ()


def test_chosen_reading_comes_back_with_the_form() -> None:
    answer = ("1.234", "grouped")
    assert GERMAN.from_post(GERMAN.to_post(answer, ()), ()) == answer


def test_chosen_reading_is_dropped_when_the_number_changes() -> None:
    assert GERMAN.from_post(("5.678", "1.234=grouped"), ()) == ("5.678",)


def test_chosen_reading_travels_in_a_hidden_field() -> None:
    page = asked_page(GERMAN, ("1.234", "grouped"))
    assert '<input type="hidden" name="a-3" value="1.234=grouped">' in page


def test_reading_alone_is_blank() -> None:
    assert GERMAN.is_blank(("", "grouped"))


def test_page_asks_for_a_number_and_shows_the_unit() -> None:
    page = asked_page(ARMY)
    assert 'inputmode="decimal"' in page and '<span id="a-3-unit">soldiers</span>' in page


def test_what_was_typed_is_text_on_the_page() -> None:
    assert 'value="&#34;&gt;&lt;b&gt;"' in asked_page(ARMY, ('"><b>',))


def test_review_shows_what_is_accepted() -> None:
    assert "<bdi>45,500 ± 500</bdi> soldiers" in reviewed_page(ARMY, ("1",), Shows())


def test_range_is_shown_in_words() -> None:
    body = parse(Numerical, marked("= 1 .. 2"))
    assert "<bdi>1 to 2</bdi>" in reviewed_page(body, ("1",), Shows())


def test_answer_is_described_as_typed() -> None:
    assert ARMY.describe(("4*5",), ()) == (r"4\*5",)


def test_unit_is_a_chip() -> None:
    assert ARMY.to_chips() == {"unit": "soldiers"}


@pytest.mark.parametrize("value", ["1.234", "6.022e23 +- 1%", "0.000001", "-5 +- 0", "1e-9"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_key_earns_everything_in_every_language(value: str, language: str) -> None:
    body = parse(Numerical, marked(f"= {value}"), language)
    assert body.grade(body.key()).fraction == 1
