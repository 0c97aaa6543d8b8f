"""Tests of making a quiz and of the page with its settings."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quizapp.attempts import service as attempts
from quizapp.clock import utc_now
from quizapp.quizzes.composition import Selection
from quizapp.quizzes.rules import FeedbackPolicy, Part, QuizSettings, When
from tests.attempts.builders import make_student
from tests.attempts.forms_of import form_to
from tests.attempts.student import words
from tests.publishing.conftest import SETTINGS, Desk


def settings_of(desk: Desk, quiz_id: str) -> str:
    return words(desk.get(f"/teach/quizzes/{quiz_id}/settings"))


def seen_on(page: str) -> str:
    return page.partition('name="seen" value="')[2].partition('"')[0]


def save(desk: Desk, quiz_id: str, status: int = 303, **sent: object) -> str:
    address = f"/teach/quizzes/{quiz_id}/settings"
    return words(desk.post(address, {**SETTINGS, **sent}, status))


def test_a_title_and_a_closing_time_suffice(desk: Desk) -> None:
    quiz = desk.quiz(desk.make(banks=[], closes_at="2027-02-13T14:30"))
    closes_at = datetime(2027, 2, 13, 14, 30, tzinfo=UTC)
    policy = FeedbackPolicy(when=When.AFTER_CLOSING, score_at_once=True)
    assert (quiz.title, quiz.version, quiz.selections) == ("Week 3", 0, ())
    assert quiz.settings == QuizSettings(closes_at=closes_at, feedback=policy)


def test_a_bank_in_the_address_is_chosen_and_gives_the_title(desk: Desk) -> None:
    page = desk.get(f"/teach/{desk.course.id}/quizzes/new?bank=genes")
    assert 'value="Genes"' in page
    assert 'checked id="banks-1" name="banks" type="checkbox" value="genes"' in page


def test_a_double_click_makes_one_quiz(desk: Desk) -> None:
    assert desk.make() == desk.make()


def test_a_quiz_without_a_title_is_refused_and_keeps_what_was_typed(desk: Desk) -> None:
    sent = {"title": " ", "closes_at": "2027-02-13T14:30", "banks": ["genes"]}
    page = desk.post(f"/teach/{desk.course.id}/quizzes/new", sent, 422)
    assert "Give the quiz a title." in page
    assert 'value="2027-02-13T14:30"' in page


def test_parts_are_stored_as_chosen(desk: Desk) -> None:
    quiz_id = desk.make(banks=["cells", "genes"])
    save(
        desk,
        quiz_id,
        part_1="cells/tag/plants",
        draw_1="1",
        from_2="genes",
        part_2="",
        draw_2="",
        add=["cells"],
    )
    assert desk.quiz(quiz_id).selections == (
        Selection("cells", tag="plants", draw=1),
        Selection("cells"),
    )


def test_settings_are_stored_as_typed(desk: Desk) -> None:
    quiz_id = desk.make()
    save(
        desk,
        quiz_id,
        opens_at="2027-07-01T09:00",
        closes_at="2027-07-01T10:00",
        limit="30",
        attempts="",
        counts="last",
        shows=["score"],
        shows_when="at-time",
        shows_at="2027-07-02T09:00",
        access_code=" red   kite ",
    )
    assert desk.quiz(quiz_id).settings == QuizSettings(
        opens_at=datetime(2027, 7, 1, 8, tzinfo=UTC),
        closes_at=datetime(2027, 7, 1, 9, tzinfo=UTC),
        time_limit=timedelta(minutes=30),
        attempts_allowed=None,
        counts="last",  # type: ignore[arg-type]
        feedback=FeedbackPolicy(
            frozenset({Part.SCORE}), When.AT_TIME, datetime(2027, 7, 2, 8, tzinfo=UTC)
        ),
        access_code="red kite",
    )


def test_saving_the_page_as_it_came_changes_nothing(desk: Desk) -> None:
    quiz_id = desk.make(closes_at="2027-02-13T14:30", banks=["cells", "genes"])
    before = desk.quiz(quiz_id)
    title, settings, selections = before.title, before.settings, before.selections
    address = f"/teach/quizzes/{quiz_id}/settings"
    form = form_to(desk.get(address), "")
    assert replace(form, action=address).send(desk.client).status_code == 303
    after = desk.quiz(quiz_id)
    assert (after.title, after.settings, after.selections) == (title, settings, selections)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"title": ""}, "Give the quiz a title."),
        ({"closes_at": "2027-03-28T01:30"}, "There is no 01:30 on 28 March 2027 in London"),
        ({"closes_at": "soon"}, "Type a date and a time"),
        ({"limit": "0"}, "Time limit: type a whole number from 1"),
        ({"attempts": "many"}, "Attempts: type a whole number from 1"),
        ({"draw_1": "-1"}, "How many: type a whole number from 1"),
        ({"shows_when": "at-time"}, "Say from when on the results show"),
        (
            {"opens_at": "2027-02-13T14:30", "closes_at": "2027-02-13T14:00"},
            "It closes before it opens.",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(desk: Desk, sent: dict[str, str], said: str) -> None:
    quiz_id = desk.make()
    before = desk.quiz(quiz_id).settings
    page = save(desk, quiz_id, 422, **sent, access_code="typed")
    assert "There is a problem" in page
    assert said in page
    assert desk.quiz(quiz_id).settings == before


def test_refused_settings_keep_what_was_typed(desk: Desk) -> None:
    quiz_id = desk.make()
    sent = {**SETTINGS, "limit": "soon", "access_code": "kite", "part_1": "cells/tag/plants"}
    page = desk.post(f"/teach/quizzes/{quiz_id}/settings", sent, 422)
    assert 'value="soon"' in page
    assert 'value="kite"' in page
    assert '<option selected value="cells/tag/plants">' in page


def test_each_group_says_what_it_means(desk: Desk) -> None:
    quiz_id = desk.make(banks=["cells", "genes"])
    page = save(
        desk,
        quiz_id,
        from_2="genes",
        part_2="genes",
        draw_2="",
        draw_1="2",
        opens_at="2027-02-12T14:00",
        closes_at="2027-02-12T14:30",
        limit="20",
        attempts="2",
        access_code="kite",
    )
    for said in (
        "Each student gets 3 of 4 questions.",
        "Students get 20 minutes within Fri 12 Feb, 14:00–14:30 (London).",
        "Each student has 2 attempts; the best one counts.",
        "Students type the code before they start",
        "Who submits early sees the answers while others still work.",
        "Who has an attempt left sees the answers before it.",
    ):
        assert said in page


def test_those_who_work_are_told_of(desk: Desk) -> None:
    quiz_id = desk.make()
    publish(desk, quiz_id)
    attempts.start(make_student(desk.course).id, quiz_id, utc_now())
    assert "1 student is working now." in settings_of(desk, quiz_id)
    page = save(desk, quiz_id, limit="90")
    assert "1 student is working; the new time limit applies to that student too." in page


def test_a_bank_that_is_gone_stays_chosen_and_is_said(desk: Desk) -> None:
    quiz_id = desk.make()
    publish(desk, quiz_id)
    (desk.questions / "cells.md").unlink()
    page = settings_of(desk, quiz_id)
    assert "The quiz goes on as it was published" in page
    assert "There is no file cells.md among the banks." in page
    assert "The whole bank (not there any more)" in page
    assert "The quiz goes on with the 3 questions it was published with." in page


def test_closing_now_and_reopening_brings_the_closing_time_back(desk: Desk) -> None:
    quiz_id = desk.make(closes_at="2037-02-13T14:30")
    publish(desk, quiz_id)
    address = f"/teach/quizzes/{quiz_id}"
    page = words(desk.post(f"{address}/close", {}))
    assert "Reopened, it closes Fri 13 Feb, 14:30 (London), as it was." in page
    page = words(desk.post(f"{address}/reopen", {}))
    assert "It is open until Fri 13 Feb, 14:30 (London)." in page


def test_an_attempt_that_closing_ended_goes_on_when_it_is_reopened(desk: Desk) -> None:
    quiz_id = desk.make()
    publish(desk, quiz_id)
    student_id = make_student(desk.course).id
    attempt_id = attempts.start(student_id, quiz_id, utc_now())
    desk.post(f"/teach/quizzes/{quiz_id}/close", {})
    attempts.settle(quiz_id, utc_now() + timedelta(minutes=2))
    page = words(desk.post(f"/teach/quizzes/{quiz_id}/reopen", {}))
    assert "1 attempt that had run out of time can go on." in page
    assert attempts.start(student_id, quiz_id, utc_now()) == attempt_id


def publish(desk: Desk, quiz_id: str) -> str:
    """Press the button on the page before publishing."""
    address = f"/teach/quizzes/{quiz_id}/publish"
    page = desk.get(address)
    seen = page.partition('name="seen" value="')[2][:64]
    return words(desk.post(address, {"seen": seen}))


def test_settings_that_somebody_else_has_saved_meanwhile_are_not_overwritten_unseen(
    desk: Desk,
) -> None:
    quiz_id = desk.make()
    address = f"/teach/quizzes/{quiz_id}/settings"
    seen = {"seen": seen_on(desk.get(address))}
    save(desk, quiz_id, limit="45", closes_at="2037-02-13T14:30", **seen)
    assert "Saved." in save(desk, quiz_id, limit="45", closes_at="2037-02-13T14:30", **seen)
    refused = desk.post(address, {**SETTINGS, "attempts": "3", **seen}, 409)
    assert "The settings have changed since you opened this page" in refused
    quiz = desk.quiz(quiz_id)
    assert (quiz.time_limit, quiz.attempts_allowed) == (45 * 60, 1)
    save(desk, quiz_id, attempts="3", seen=seen_on(refused))
    assert desk.quiz(quiz_id).attempts_allowed == 3


def test_extra_time_of_a_student_past_the_closing_is_told_of(desk: Desk) -> None:
    make_student(desk.course, time_percent=150)
    page = save(desk, desk.make(), closes_at="2037-02-13T14:30", limit="60")
    assert "work past the closing, until Fri 13 Feb, 15:00 (London)." in page
