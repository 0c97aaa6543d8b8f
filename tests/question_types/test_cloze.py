"""Cloze: gaps of three kinds, their partial credit, and the running text around them."""

from fractions import Fraction

import pytest

from quizapp.question_types.base import ProblemsFound, Shows
from quizapp.question_types.cloze import Cloze
from tests.question_types.blocks import gapped, parse
from tests.question_types.pages import asked_page, reviewed_page

TEXT = (
    "The [[= 1999 | = 2000 => 50%]] deal with [[( ) Ukraine | (x) *Russia*]] planned a [[= union]]."
)
UNION = parse(Cloze, gapped(TEXT), typos="1")
GERMAN = parse(Cloze, gapped("Es sind [[= 1.234]] oder [[= 5]]."), "de")


def problems(text: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        parse(Cloze, gapped(text))
    return [problem.code for problem in found.value.problems]


@pytest.mark.parametrize(
    ("answer", "fraction"),
    [
        (("1999", "2", "union"), Fraction(1)),
        (("2000", "2", "union"), Fraction(5, 6)),
        (("1999", "1", "union"), Fraction(2, 3)),
        (("1999", "Russia", "unon"), Fraction(2, 3)),
        (("", "2", ""), Fraction(1, 3)),
        (("1999",), Fraction(1, 3)),
        (("1,999", "2"), Fraction(2, 3)),
        (("x", "3", "x"), Fraction(0)),
        ((), Fraction(0)),
    ],
)
def test_fraction_is_the_mean_of_the_gaps(answer: tuple[str, ...], fraction: Fraction) -> None:
    assert UNION.grade(answer).fraction == fraction


@pytest.mark.parametrize(
    ("answer", "fraction"), [(("1999", "2", "union"), 1), (("2000", "2", "union"), 0)]
)
def test_all_or_nothing_needs_every_gap_in_full(answer: tuple[str, ...], fraction: int) -> None:
    body = parse(Cloze, gapped(TEXT), score="all-or-nothing")
    assert body.grade(answer).fraction == fraction


@pytest.mark.parametrize("score", ["net", "each"])
def test_other_scores_are_the_mean(score: str) -> None:
    assert parse(Cloze, gapped(TEXT), typos="1", score=score) == UNION


def test_key_names_the_choice_by_its_place_in_the_file() -> None:
    assert UNION.key() == ("1999", "2", "union")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A [[]].", "gap-empty"),
        ("A [[ ]].", "gap-empty"),
        ("A [[1999]].", "gap-mark"),
        ("A [[= a | b]].", "gap-mark"),
        ("A [[= a |]].", "gap-mark"),
        ("A [[(X) a | ( ) b]].", "gap-mark"),
        ("A [[= a | (x) b]].", "gap-mixed"),
        ("A [[( ) a | ( ) b]].", "no-key"),
        ("A [[(x) a | (x) b]].", "not-one-key"),
        ("A [[(x) a]].", "gap-options"),
        ("A [[(x) a | ( ) a]].", "gap-options"),
        ("A [[! a]].", "no-key"),
        ("A [[= a => 5]].", "bad-percent"),
        ("A [[= 1,5]].", "bad-number"),
        ("A [link [[= a]]](https://example.org).", "gap-misplaced"),
        ("A [link](https://example.org/[[= a]]).", "gap-misplaced"),
        ("A ![x [[= a]]](images/a.png).", "gap-misplaced"),
        ("A <!-- note [[= a]] -->.", "gap-misplaced"),
    ],
)
def test_broken_gap_is_a_problem(text: str, code: str) -> None:
    assert problems(text) == [code]


def test_every_broken_gap_is_reported() -> None:
    assert problems("A [[]] and [[b]] and [[= c]].") == ["gap-empty", "gap-mark"]


def test_message_names_the_mend() -> None:
    with pytest.raises(ProblemsFound) as found:
        parse(Cloze, gapped("A [[1999]]."))
    assert "[[= 1999]]" in found.value.problems[0].message


def test_text_reads_back_from_what_is_written() -> None:
    assert parse(Cloze, gapped(UNION.to_markdown()), typos="1") == UNION


def test_bars_are_escaped_in_a_table_only() -> None:
    body = parse(Cloze, gapped("[[= a | = b]]\n\n| x | y |\n|---|---|\n| 1 | [[= c \\| = d]] |"))
    assert body.to_markdown() == "[[= a | = b]]\n\n| x | y |\n|---|---|\n| 1 | [[= c \\| = d]] |"


def test_fields_stand_in_the_running_text() -> None:
    page = asked_page(UNION)
    assert '<p dir="auto">The <input class="gap"' in page and "</select> planned a <input" in page


def test_fields_are_named_by_their_number() -> None:
    page = asked_page(UNION)
    assert all(f'aria-label="Gap {number} of 3"' in page for number in (1, 2, 3))


def test_choices_keep_the_order_of_the_file_and_lose_their_markup() -> None:
    page = asked_page(UNION)
    assert '<option value="1">Ukraine</option><option value="2">Russia</option>' in page


def test_what_was_answered_stands_in_the_fields() -> None:
    page = asked_page(UNION, ("1,999", "2", 'a "b"'))
    assert 'value="1,999"' in page and 'value="2" selected' in page and "a &#34;b&#34;" in page


def test_gaps_in_lists_and_tables_become_fields() -> None:
    body = parse(Cloze, gapped("- One [[= a]]\n- Two **[[= b]]**\n\n| h |\n|---|\n| [[= c]] |"))
    assert asked_page(body).count('<input class="gap"') == 3


def test_review_marks_every_gap_in_words() -> None:
    page = reviewed_page(UNION, ("2000", "1", ""), Shows())
    assert "(partly correct; correct: 1999)" in page and "(not correct; correct: Russia)" in page
    assert "no answer</span>" in page and "(not correct; correct: union)" in page


def test_where_only_the_key_is_shown_the_other_choices_are_told() -> None:
    page = reviewed_page(UNION, UNION.key(), Shows(), is_key=True)
    assert "Gap 2 offers" in page and "Ukraine · Russia" in page and "Gap 1" not in page
    assert "offers" not in reviewed_page(UNION, ("2000", "1", ""), Shows())


def test_review_shows_typed_text_as_text() -> None:
    assert "<bdi>&lt;i&gt;</bdi>" in reviewed_page(UNION, ("<i>", "", ""), Shows())


def test_ambiguity_names_its_gap() -> None:
    assert [found.part for found in GERMAN.ambiguities(("5", "1.234"))] == [1]


def test_chosen_reading_is_stored_behind_the_gaps() -> None:
    answer = GERMAN.choose_reading(("1.234", "5"), 0, "grouped")
    assert answer == ("1.234", "5", "1=grouped") and GERMAN.ambiguities(answer) == ()


def test_chosen_reading_counts() -> None:
    readings = ("1=grouped", "1=decimal")
    fractions = [GERMAN.grade(("1.234", "5", reading)).fraction for reading in readings]
    assert fractions == [Fraction(1, 2), 1]


def test_chosen_reading_comes_back_with_the_form() -> None:
    answer = ("1.234", "5", "1=grouped")
    assert GERMAN.from_post(GERMAN.to_post(answer, ()), ()) == answer


def test_chosen_reading_is_dropped_when_the_number_changes() -> None:
    assert GERMAN.from_post(("5.678", "5", "1=1.234=grouped"), ()) == ("5.678", "5")


def test_answer_is_described_gap_by_gap() -> None:
    assert UNION.describe(("1999", "2", ""), ()) == ("1999", "*Russia*", "(gap 3 is empty)")
