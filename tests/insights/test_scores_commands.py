"""quizapp scores summary and recompute."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import update

from quizapp.attempts.tally_models import MarkTally
from quizapp.courses.models import Course
from quizapp.downloads.commands import scores
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.insights.builders import make_attempt, make_student


def run(*words: str) -> Result:
    result = CliRunner().invoke(scores, words)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def summary(quiz: Quiz, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("summary", quiz.id, "--format", "json", *words).stdout)
    return found


@pytest.fixture
def taken(course: Course, quiz: Quiz) -> Quiz:
    """Four people: 3, 2, 1 and 0 of 3 points; the second question is worth two."""
    for points in [(1, 2), (0, 2), (1, 0), (0, 0)]:
        make_attempt(quiz, make_student(course), *points)
    return quiz


def test_json_names_every_figure(taken: Quiz) -> None:
    found = summary(taken)
    assert list(found) == ["test", "questions"]
    assert " ".join(found["test"]) == (
        "n mean median q1 q3 sd skewness kurtosis alpha alpha_low alpha_high sem"
    )
    assert " ".join(found["questions"][0]) == (
        "id n facility facility_low facility_high sd discrimination discrimination_low "
        "discrimination_high efficiency options"
    )
    assert " ".join(found["questions"][0]["options"][0]) == "id n upper lower point_biserial"


def test_figures_of_the_test_are_in_points(taken: Quiz) -> None:
    # 0 1 2 3: mean 1.5, quartiles at 0.75 and 2.25, squares 5, variance 5/3. Questions 1/3 and 4/3:
    # alpha = 2 (1 - (5/3) / (5/3)) = 0, so the error is the standard deviation.
    found = summary(taken)["test"]
    assert (found["n"], found["mean"], found["median"], found["q1"], found["q3"]) == (
        4, 1.5, 1.5, 0.75, 2.25
    )  # fmt: skip
    assert (found["sd"], found["alpha"], found["sem"]) == pytest.approx(
        ((5 / 3) ** 0.5, 0, (5 / 3) ** 0.5)
    )


def test_figures_of_a_question_are_fractions(taken: Quiz) -> None:
    found = summary(taken)["questions"][1]
    assert (found["id"], found["n"], found["facility"], found["discrimination"]) == (
        "osmosis", 4, 0.5, 0
    )  # fmt: skip


def test_undefined_figures_are_null(course: Course, quiz: Quiz) -> None:
    make_attempt(quiz, make_student(course), 1, 2)
    found = summary(quiz)
    assert [found["test"][name] for name in ("sd", "skewness", "kurtosis", "alpha", "sem")] == [
        None
    ] * 5
    assert found["questions"][0]["discrimination"] is None


def test_nobody_has_no_figures(quiz: Quiz) -> None:
    found = summary(quiz)["test"]
    assert (found.pop("n"), set(found.values())) == (0, {None})


def test_attempts_to_be_marked_count_in_n_only(taken: Quiz, course: Course) -> None:
    make_attempt(taken, make_student(course), 1, None)
    found = summary(taken)
    assert (found["test"]["n"], found["test"]["mean"], found["questions"][0]["n"]) == (5, 1.5, 4)


def test_attempts_that_count_and_all_are_had_by_option(taken: Quiz, course: Course) -> None:
    student = make_student(course)
    make_attempt(taken, student, 0, 0)
    make_attempt(taken, student, 1, 2, number=2)
    means = [summary(taken, "--attempts", which)["test"]["mean"] for which in ("first", "counted")]
    assert (means, summary(taken, "--attempts", "all")["test"]["n"]) == ([6 / 5, 9 / 5], 6)


def test_text_has_words_where_there_are_too_few(taken: Quiz) -> None:
    words = run("summary", taken.id).stdout
    assert "4 submitted" in words and "What about osmosis?" in words
    assert "too few answers to judge" in words


def test_text_without_scores_says_so(quiz: Quiz) -> None:
    assert "No score is final yet." in run("summary", quiz.id).stdout


def test_recompute_says_that_all_agrees(taken: Quiz) -> None:
    summary(taken)
    found = run("recompute", taken.id)
    assert (found.exit_code, "counts agree" in found.stderr) == (0, True)


def test_recompute_mends_what_differs(taken: Quiz) -> None:
    summary(taken)
    db.session.execute(update(MarkTally).values(n=MarkTally.n + 1))
    db.session.commit()
    found = run("recompute", taken.id)
    assert (found.exit_code, "differed" in found.stderr) == (1, True)
    assert run("recompute", taken.id).exit_code == 0


@pytest.mark.parametrize("command", ["summary", "recompute"])
def test_a_quiz_that_is_not_there_is_said_so(quiz: Quiz, command: str) -> None:
    with pytest.raises(NotFound, match="quizapp quiz list"):
        run(command, "nothing")
