"""Tests of the save endpoint: what it stores and what it answers."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import event, select, update

from quizapp.accounts.models import SignIn
from quizapp.accounts.rules import SEEN_EVERY
from quizapp.attempts import service
from quizapp.attempts.answers import Given
from quizapp.attempts.models import AnswerLog, LateAnswer, Response
from quizapp.clock import utc_now
from quizapp.display import clock_time
from quizapp.extensions import db
from quizapp.quizzes.rules import Paging
from tests.attempts.builders import (
    NINE_TYPES,
    close,
    get_attempt,
    statements,
    stored_answers,
)
from tests.attempts.saving_page import LAPTOP, PHONE, Page, boundaries, entry, log
from tests.attempts.student import HOUR, MINUTE, run_out

ZONE = "Europe/London"
FULL_DISK = "PRAGMA max_page_count = 1"  # SQLite makes it as many as there are


def test_an_answer_is_stored_by_its_letter_and_logged_with_its_device(taking: Page) -> None:
    response = taking.send(entry(1, "1", n=7))
    assert response.status_code == 200
    assert stored_answers(taking.attempt_id) == {1: ["b"]}
    assert log() == [(PHONE, 1, 7, ["b"])]


def test_the_reply_tells_when_it_was_saved_the_time_left_and_the_revision(taking: Page) -> None:
    before = utc_now()
    reply = taking.send(entry(1, "1")).json
    assert reply is not None
    assert set(reply) == {"saved_at", "seconds_left", "revision", "changed"}
    assert 1790 < reply["seconds_left"] <= 1800
    assert (reply["revision"], reply["changed"]) == (1, False)
    assert reply["saved_at"] in {clock_time(now, ZONE) for now in (before, utc_now())}


def test_a_save_of_nothing_tells_when_an_answer_was_stored_last(taking: Page) -> None:
    assert (taking.send().json or {})["saved_at"] is None
    taking.send(entry(1, "1"))
    before = utc_now() - HOUR
    db.session.execute(update(AnswerLog).values(arrived_at=before))
    db.session.commit()
    reply = taking.send().json
    assert reply is not None
    assert reply["saved_at"] == clock_time(before, ZONE)


def test_without_an_end_there_are_no_seconds_left(app: Flask) -> None:
    reply = Page(app).send(entry(1, "1")).json
    assert reply is not None
    assert reply["seconds_left"] is None


def test_a_change_of_settings_shows_in_the_next_reply(taking: Page) -> None:
    close(taking.quiz_id, utc_now() + 5 * MINUTE)
    reply = taking.send(entry(1, "1")).json
    assert reply is not None
    assert 290 < reply["seconds_left"] <= 300


def test_several_answers_of_every_type_are_stored_at_once(any_app: Flask) -> None:
    taking = Page(any_app, NINE_TYPES)
    response = taking.send(
        entry(1, "1"),
        entry(2, "0", "1"),
        entry(4, "73 519"),
        entry(6, "", "2"),
        entry(7, "Two words.\nAnd a line."),
        entry(9, "2", "1", "", "4"),
    )
    assert response.status_code == 200
    stored = stored_answers(taking.attempt_id)
    assert stored[1] == ["b"]
    assert stored[2] == ["a", "b"]
    assert stored[7] == ["Two words.\nAnd a line."]
    assert len(log()) == 6


def test_the_form_shows_what_a_script_saved(app: Flask) -> None:
    taking = Page(app)
    taking.send(entry(2, "1"))
    db.session.rollback()
    html = taking.client.get(f"/attempts/{taking.attempt_id}").text
    field = f"q2-{taking.attempt_id[:6]}"
    assert re.search(rf'name="{field}" value="1"\s+checked', html)


def test_the_same_save_again_changes_nothing_and_is_acknowledged(taking: Page) -> None:
    taking.send(entry(1, "1", n=3))
    before = get_attempt(taking.attempt_id).revision
    again = taking.send(entry(1, "1", n=3))
    assert again.status_code == 200
    assert again.json is not None
    assert again.json["saved_at"] is not None
    assert get_attempt(taking.attempt_id).revision == before
    assert len(log()) == 1


def test_an_older_answer_that_arrives_later_changes_nothing(taking: Page) -> None:
    taking.send(entry(1, "1", n=5))
    assert taking.send(entry(1, "0", n=4)).status_code == 200
    assert stored_answers(taking.attempt_id) == {1: ["b"]}
    assert len(log()) == 1


def test_an_older_answer_to_another_question_is_stored(taking: Page) -> None:
    taking.send(entry(1, "1", n=5))
    taking.send(entry(2, "0", n=4))
    assert stored_answers(taking.attempt_id) == {1: ["b"], 2: ["a"]}


def test_an_older_answer_never_undoes_one_that_went_back_to_what_was_stored(taking: Page) -> None:
    taking.send(entry(1, "1", n=1))
    taking.send(entry(1, "1", n=3))  # chosen anew after another choice that is still under way
    taking.send(entry(1, "0", n=2))
    assert stored_answers(taking.attempt_id) == {1: ["b"]}


def test_another_device_counts_for_itself(taking: Page) -> None:
    taking.send(entry(1, "1", n=9))
    taking.send(entry(1, "0", n=1), device=LAPTOP)
    assert stored_answers(taking.attempt_id) == {1: ["a"]}
    assert log() == [(LAPTOP, 1, 1, ["a"]), (PHONE, 1, 9, ["b"])]


def test_a_device_learns_that_another_changed_answers(taking: Page) -> None:
    first = taking.send(entry(1, "1")).json
    assert first is not None
    other = taking.send(entry(2, "0"), device=LAPTOP, revision=first["revision"]).json
    mine = taking.send(entry(1, "0", n=2), revision=first["revision"]).json
    assert other is not None
    assert mine is not None
    assert (other["changed"], mine["changed"]) == (False, True)
    assert mine["revision"] == 3


def test_a_device_whose_reply_was_lost_isnt_told_of_its_own_change(taking: Page) -> None:
    taking.send(entry(1, "1"))
    again = taking.send(entry(1, "1"), revision=0).json
    assert again is not None
    assert (again["changed"], again["revision"]) == (False, 1)


def test_a_form_and_a_script_mix_freely(taking: Page) -> None:
    taking.send(entry(1, "1", n=1))
    service.save_responses(taking.student_id, taking.attempt_id, {1: Given(("0",))}, utc_now())
    reply = taking.send(entry(2, "0", n=2), revision=1).json
    assert reply is not None
    assert (reply["revision"], reply["changed"]) == (3, True)
    assert stored_answers(taking.attempt_id) == {1: ["a"], 2: ["a"]}
    assert [device for device, *_ in log()] == [PHONE, "", PHONE]


def test_a_mark_to_revisit_travels_too(taking: Page) -> None:
    taking.send(entry(1, n=1, revisit=True))
    db.session.rollback()
    stored = db.session.scalars(select(Response)).one()
    assert (stored.answer, stored.is_to_revisit, stored.saved_at) == ([], True, None)


def test_an_answer_without_a_word_on_revisiting_keeps_the_mark(taking: Page) -> None:
    taking.send(entry(1, n=1, revisit=True))
    taking.send(entry(1, "1", n=2))
    db.session.rollback()
    stored = db.session.scalars(select(Response)).one()
    assert (stored.answer, stored.is_to_revisit) == (["b"], True)


def test_clearing_an_answer_stores_none(taking: Page) -> None:
    taking.send(entry(1, "1", n=1))
    taking.send(entry(1, n=2))
    assert stored_answers(taking.attempt_id) == {1: []}


def test_half_a_character_is_kept_as_a_mark_that_it_was_there(any_app: Flask) -> None:
    taking = Page(any_app, NINE_TYPES)
    assert taking.send(entry(7, "cut \ud83d")).status_code == 200
    assert stored_answers(taking.attempt_id)[7] == ["cut \ufffd"]


def test_a_save_is_five_statements_with_begin_and_commit(taking: Page) -> None:
    taking.send(entry(1, "1", n=1))
    with statements() as found, boundaries() as ends:
        taking.send(entry(1, "0", n=2))
    assert len(found) + len(ends) == 5, found
    assert ends == ["begin", "commit"]


def test_many_answers_take_no_more_statements(any_app: Flask) -> None:
    taking = Page(any_app, NINE_TYPES)
    taking.send(entry(1, "1", n=1))
    with statements() as found:
        taking.send(*(entry(slot, "1", n=2) for slot in range(1, 8)))
    assert len(found) == 3, found


def test_a_repeat_writes_nothing(taking: Page) -> None:
    taking.send(entry(1, "1", n=1))
    with statements() as found, boundaries() as ends:
        taking.send(entry(1, "1", n=1))
    assert (len(found), ends) == (1, ["begin", "rollback"])


def test_a_save_sets_no_cookie(taking: Page) -> None:
    assert "Set-Cookie" not in taking.send(entry(1, "1")).headers


def test_a_save_notes_now_and_then_that_its_person_is_here(taking: Page) -> None:
    db.session.rollback()
    sign_in = db.session.scalars(select(SignIn)).one()
    long_ago = sign_in.seen_at = utc_now() - 2 * SEEN_EVERY
    db.session.commit()
    taking.send(entry(1, "1"))
    db.session.rollback()
    assert db.session.scalars(select(SignIn.seen_at)).one() > long_ago


def test_after_submitting_nothing_is_stored(taking: Page) -> None:
    taking.send(entry(1, "1", n=1))
    service.submit(taking.student_id, taking.attempt_id, utc_now())
    response = taking.send(entry(1, "0", n=2))
    assert response.status_code == 409
    assert response.json is not None
    assert "You have submitted this quiz already" in response.json["error"]
    assert stored_answers(taking.attempt_id)[1] == ["b"]


def test_in_the_grace_period_an_answer_is_stored(taking: Page) -> None:
    run_out(taking.attempt_id, 30 * MINUTE + timedelta(seconds=30))
    response = taking.send(entry(1, "1"))
    assert response.status_code == 200
    assert response.json is not None
    assert response.json["seconds_left"] == 0


@pytest.mark.parametrize("is_settled", [False, True])
def test_past_the_grace_period_an_answer_is_kept_as_late(taking: Page, is_settled: bool) -> None:
    taking.send(entry(1, "0", n=1))
    run_out(taking.attempt_id, HOUR)
    if is_settled:
        service.settle(taking.quiz_id, utc_now())
    for _ in range(2):  # a repeat is kept once
        response = taking.send(entry(1, "1", n=2))
        assert response.status_code == 409
        assert response.json is not None
        assert response.json["error"].startswith("Time is up.")
    assert stored_answers(taking.attempt_id)[1] == ["a"]
    late = db.session.scalars(select(LateAnswer)).one()
    assert (late.slot, late.answer, late.device, late.number) == (1, ["b"], PHONE, 2)


def test_in_a_fixed_order_an_earlier_question_stays_closed(app: Flask) -> None:
    taking = Page(app, paging=Paging.FIXED)
    service.save_responses(taking.student_id, taking.attempt_id, {}, utc_now(), go_to=2)
    response = taking.send(entry(1, "1"))
    assert (response.status_code, response.is_json) == (403, True)
    assert stored_answers(taking.attempt_id) == {}


def test_on_a_full_disk_nothing_is_said_to_be_saved(app: Flask) -> None:
    taking = Page(app, NINE_TYPES)
    app.testing = False
    event.listen(db.engine, "checkout", lambda driver, *_: driver.execute(FULL_DISK))
    response = taking.send(entry(7, "x" * 60_000))
    assert response.status_code == 503
    assert response.json is not None
    assert response.json["error"].startswith("We can't save right now.")


def test_the_reply_is_as_long_for_a_right_answer_as_for_a_wrong_one(app: Flask) -> None:
    taking = Page(app)
    replies = [taking.send(entry(1, value, n=n)).data for n, value in enumerate("0101", 1)]
    assert len(set(map(len, replies))) == 1
