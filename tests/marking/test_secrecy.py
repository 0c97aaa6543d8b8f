"""What students read of a mark: nothing before its release, and then only what the policy shows."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.marking import service
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import FeedbackPolicy, Part, When
from tests.attempts.student import words
from tests.marking.builders import LATER, TWO_LINES, judgment, seen
from tests.marking.conftest import Scene

COMMENT = "ZqXj-comment <b>\n\nA second line."
WITHHOLDING = {
    "never": FeedbackPolicy(when=When.NEVER),
    "after closing": FeedbackPolicy(when=When.AFTER_CLOSING),
    "later": FeedbackPolicy(when=When.AT_TIME, at=utc_now() + timedelta(hours=1)),
    "nothing": FeedbackPolicy(what=frozenset()),
}


def mark(scene: Scene, policy: FeedbackPolicy) -> None:
    """Both essays are marked: 1 of 2 and 2.5 of 3 points, and 1.75 of 2."""
    settings = db.session.get_one(Quiz, scene.quiz_id)
    settings.shows = list(policy.what)
    settings.shows_when, settings.shows_at = policy.when, policy.at
    settings.shows_score_at_once = policy.score_at_once
    db.session.commit()
    for slot, points in ((2, TWO_LINES), (3, (1.75,))):
        place = seen(scene.quiz_id, slot, scene.attempt_id)
        service.mark(scene.marker_id, place, judgment(*points, comment=COMMENT), LATER)


def pages(client: FlaskClient, scene: Scene) -> Iterator[str]:
    """All that a student's pages send, headers too."""
    result = f"/attempts/{scene.attempt_id}"
    for address in (
        "/",
        f"/quizzes/{scene.quiz_id}",
        result,
        f"{result}/check",
        f"{result}/result",
    ):
        response = client.get(address)
        yield f"{response.headers}\n{response.text}"


def result_of(client: FlaskClient, scene: Scene) -> str:
    return client.get(f"/attempts/{scene.attempt_id}/result").text


@pytest.mark.parametrize("name", WITHHOLDING)
def test_student_reads_nothing_before_the_release(
    student: FlaskClient, scene: Scene, name: str
) -> None:
    before = [normalized(page) for page in pages(student, _with(scene, WITHHOLDING[name]))]
    mark(scene, WITHHOLDING[name])
    assert [normalized(page) for page in pages(student, scene)] == before


def _with(scene: Scene, policy: FeedbackPolicy) -> Scene:
    quiz = db.session.get_one(Quiz, scene.quiz_id)
    quiz.shows, quiz.shows_when, quiz.shows_at = list(policy.what), policy.when, policy.at
    db.session.commit()
    return scene


def normalized(page: str) -> list[str]:
    """The lines of a page that no token or cookie changes."""
    lines = page.splitlines()
    return [line for line in lines if "csrf_token" not in line and "Cookie" not in line]


def test_student_reads_points_rubric_and_comment(student: FlaskClient, scene: Scene) -> None:
    mark(scene, FeedbackPolicy())
    page = result_of(student, scene)
    assert "Marked 3.5 of 5 points" in words(page)
    assert "Names a constraint ZqXj-names 1 of 2" in words(page)
    assert "Uses evidence 2.5 of 3" in words(page)
    assert "ZqXj-comment &lt;b&gt;\n\nA second line." in page
    assert "6.25 out of / 8" in words(page)


def test_points_show_with_marks_alone(student: FlaskClient, scene: Scene) -> None:
    mark(scene, FeedbackPolicy(what=frozenset({Part.MARKS})))
    page = result_of(student, scene)
    assert "3.5 of 5 points" in words(page) and "ZqXj" not in page


def test_comment_shows_with_feedback_alone(student: FlaskClient, scene: Scene) -> None:
    mark(scene, FeedbackPolicy(what=frozenset({Part.FEEDBACK})))
    page = words(result_of(student, scene))
    assert "ZqXj-comment" in page and "3.5" not in page and "ZqXj-names" not in page


def test_rubric_shows_without_its_points_when_marks_do_not(
    student: FlaskClient, scene: Scene
) -> None:
    mark(scene, FeedbackPolicy(what=frozenset({Part.KEY})))
    page = words(result_of(student, scene))
    assert "Names a constraint ZqXj-names 2" in page and "1 of 2" not in page


def test_score_that_shows_at_once_counts_the_marks(student: FlaskClient, scene: Scene) -> None:
    mark(scene, FeedbackPolicy(when=When.NEVER, score_at_once=True))
    page = result_of(student, scene)
    assert "6.25 out of / 8" in words(page) and "ZqXj" not in page


def test_name_of_the_marker_is_not_told(app: Flask, student: FlaskClient, scene: Scene) -> None:
    mark(scene, FeedbackPolicy())
    assert "Okafor" not in result_of(student, scene)
