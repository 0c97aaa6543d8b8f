"""Essays: lengths, rubrics, and nothing graded by the program."""

from fractions import Fraction

import pytest

from quizapp.question_types.base import ProblemsFound, Shows
from quizapp.question_types.essay import Essay
from tests.question_types.blocks import parse, writing
from tests.question_types.pages import asked_page, reviewed_page

RUBRIC = (("Names a constraint", "2"), ("Uses *evidence*", "0.5"))
ESSAY = parse(Essay, writing("150-300", *RUBRIC))


def test_essay_waits_for_someone_to_mark_it() -> None:
    grade = ESSAY.grade(("Because.",))
    assert grade.needs_marking and grade.fraction == 0


def test_blank_essay_is_no_work_for_anyone() -> None:
    assert not ESSAY.grade((" \n ",)).needs_marking


@pytest.mark.parametrize(
    ("written", "length"),
    [("", (0, 0)), ("150", (150, 150)), ("150-300", (150, 300)), ("150 – 300", (150, 300))],
)
def test_length(written: str, length: tuple[int, int]) -> None:
    body = parse(Essay, writing(written))
    assert (body.fewest_words, body.most_words) == length


@pytest.mark.parametrize("written", ["300-150", "0", "some", "150-", "-5", "1.5"])
def test_length_that_is_none_is_a_problem(written: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        parse(Essay, writing(written))
    assert [problem.code for problem in found.value.problems] == ["bad-words"]


@pytest.mark.parametrize("points", ["", "two", "0", "-1", "1,5"])
def test_points_that_are_none_are_a_problem(points: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        parse(Essay, writing("", ("Names it", points)))
    (problem,) = found.value.problems
    assert (problem.code, problem.line) == ("bad-points", 9)


def test_rubric_is_exact() -> None:
    assert [criterion.points for criterion in ESSAY.rubric] == [2, Fraction(1, 2)]


def test_essay_is_written_back() -> None:
    assert ESSAY.to_markdown() == (
        "____ (150-300 words)\n\n| Rubric | Points |\n|---|---:|\n"
        "| Names a constraint | 2 |\n| Uses *evidence* | 0.5 |"
    )


def test_essay_without_length_or_rubric_is_a_line() -> None:
    assert parse(Essay, writing()).to_markdown() == "____"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("", "A paragraph or more;"), ("150", "About 150 words;"), ("1-2", "1 to 2 words;")],
)
def test_page_says_how_long(words: str, sentence: str) -> None:
    assert sentence in asked_page(parse(Essay, writing(words)))


def test_text_stands_in_the_field_again_with_its_first_blank_line() -> None:
    page = asked_page(ESSAY, ("\n</textarea><b>x",))
    assert '-count">\n\n&lt;/textarea&gt;&lt;b&gt;x</textarea>' in page


def test_words_written_are_counted() -> None:
    assert '<p class="note" id="a-3-count">3 words</p>' in asked_page(ESSAY, ("one two\nthree",))


def test_rubric_shows_with_the_key_only() -> None:
    told = reviewed_page(ESSAY, ("x",), Shows())
    untold = reviewed_page(ESSAY, ("x",), Shows(key=False))
    assert "Names a constraint" in told and "Names a constraint" not in untold


def test_review_says_how_long_it_was_to_be() -> None:
    assert "1 word; 150 to 300 words were asked for" in reviewed_page(ESSAY, ("x",), Shows())


def test_criteria_are_the_lines_of_the_rubric() -> None:
    assert ESSAY.criteria() == ESSAY.rubric


def test_review_says_who_marks() -> None:
    assert "Your instructor marks this one" in reviewed_page(ESSAY, ("x",), Shows())


def test_long_essay_is_described_by_its_beginning() -> None:
    (words,) = ESSAY.describe((" ".join(["word"] * 64),), ())
    assert words == " ".join(["word"] * 20) + " … (64 words)"
