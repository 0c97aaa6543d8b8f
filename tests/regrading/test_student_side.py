"""What students are told of corrections, and that they learn nothing before its time."""

import re

import pytest
from flask import Flask

from quizapp.accounts.models import User
from quizapp.extensions import db
from quizapp.quizzes.rules import FeedbackPolicy, Part, When
from quizapp.quizzes.rulings import Kind
from quizapp.regrading.wishes import Wish
from tests.attempts.builders import browser_of
from tests.regrading.builders import Scene, make_scene
from tests.regrading.test_service import NEW, OLD, WRONG
from tests.regrading.test_views import page, words

WAYS = [
    Wish("water", Kind.NEW_KEY, key=("b",)),
    Wish("water", Kind.ACCEPT_BOTH, key=("b",)),
    Wish("water", Kind.FULL_POINTS),
    Wish("water", Kind.LEFT_OUT),
]
every_way = pytest.mark.parametrize("wish", WAYS, ids=lambda wish: wish.kind)


def get(app: Flask, student_id: str, address: str) -> str:
    return page(browser_of(app, db.session.get_one(User, student_id)), address)


def result(app: Flask, student_id: str, attempt_id: str) -> str:
    return words(get(app, student_id, f"/attempts/{attempt_id}/result"))


def result_of(app: Flask, scene: Scene, key: str, wish: Wish) -> str:
    """The result page of somebody who chose `key`, after the wish was granted."""
    student_id = scene.student("Ada")
    attempt_id = scene.submit(student_id, key)
    scene.grant(wish)
    return result(app, student_id, attempt_id)


def test_new_key_is_shown_with_the_reason(app: Flask, scene: Scene) -> None:
    told = result_of(app, scene, NEW, WAYS[0])
    assert "Your score went from 0 to 1 on 13 Feb 2026: question 1's key was corrected." in told
    assert "B Osmosis Yours, correct" in told and "The key of this question was corrected" in told


def test_whoever_loses_is_told_too(app: Flask, scene: Scene) -> None:
    told = result_of(app, scene, OLD, WAYS[0])
    assert "Your score went from 1 to 0" in told
    assert "A ZqXjdiffusion Yours, not correct" in told and "B Osmosis Correct answer" in told


def test_whoever_keeps_their_points_is_told_so(app: Flask, scene: Scene) -> None:
    wish = Wish("water", Kind.NEW_KEY, key=("b",), nobody_loses=True)
    told = result_of(app, scene, OLD, wish)
    assert "Corrected, but you keep your points" in told and "Your score went" not in told


@pytest.mark.parametrize(("key", "other"), [(OLD, "B Osmosis"), (NEW, "A ZqXjdiffusion")])
def test_of_two_accepted_keys_the_other_is_named(
    app: Flask, scene: Scene, key: str, other: str
) -> None:
    told = result_of(app, scene, key, WAYS[1])
    assert "Yours, correct" in told and f"Also accepted: {other}" in told


def test_full_points_are_told(app: Flask, scene: Scene) -> None:
    told = result_of(app, scene, WRONG, WAYS[2])
    assert "everybody got full points for question 1" in told
    assert "Full points for everybody 1 of 1 point" in told


def test_question_left_out_is_told(app: Flask, scene: Scene) -> None:
    told = result_of(app, scene, OLD, WAYS[3])
    assert "went from 1 of 8 to 0 of 7" in told and "question 1 was left out" in told
    assert "Left out: it counts for nobody" in told


def test_undoing_is_told(app: Flask, scene: Scene) -> None:
    student_id = scene.student("Ada")
    attempt_id = scene.submit(student_id, NEW)
    scene.undo(scene.grant(WAYS[0]).id)
    told = result(app, student_id, attempt_id)
    assert "went from 1 to 0" in told and "a correction of question 1 was undone" in told


def test_whose_score_stays_reads_of_no_change(app: Flask, scene: Scene) -> None:
    assert "Your score went" not in result_of(app, scene, WRONG, WAYS[0])


def test_with_the_score_alone_no_question_is_named(app: Flask) -> None:
    scene = make_scene(feedback=FeedbackPolicy(frozenset({Part.SCORE})))
    told = result_of(app, scene, NEW, WAYS[0])
    assert "Your score went from 0 to 1 on 13 Feb 2026: a question's key was corrected." in told


def test_key_stays_back_where_only_marks_show(app: Flask) -> None:
    scene = make_scene(feedback=FeedbackPolicy(frozenset({Part.SCORE, Part.MARKS})))
    told = result_of(app, scene, WRONG, WAYS[1])
    assert "Correct answer" not in told and "Also accepted" not in told


@every_way
def test_unreleased_result_is_the_same_to_the_byte(app: Flask, wish: Wish) -> None:
    scene = make_scene(feedback=FeedbackPolicy(when=When.NEVER))
    student_id = scene.student("Ada")
    address = f"/attempts/{scene.submit(student_id, NEW)}/result"
    before = get(app, student_id, address)
    scene.grant(wish)
    assert get(app, student_id, address) == before


@every_way
def test_pages_of_a_running_attempt_are_the_same_to_the_byte(app: Flask, wish: Wish) -> None:
    scene = make_scene()
    student_id = scene.student("Ada")
    attempt_id = scene.start(student_id, NEW)
    other = scene.submit(scene.student("Ben"), NEW)
    assert other
    addresses = [f"/attempts/{attempt_id}", f"/attempts/{attempt_id}/check", "/"]
    addresses.append(f"/quizzes/{scene.quiz_id}")
    before = [without_time(get(app, student_id, address)) for address in addresses]
    scene.grant(wish)
    after = [without_time(get(app, student_id, address)) for address in addresses]
    assert after == before


def without_time(html: str) -> str:
    """The page without what changes from one second, browser or page to the next."""
    return re.sub(r'(name="csrf_token" value|data-[a-z-]*(?:left|now|at|name))="[^"]*"', "", html)


@every_way
def test_no_secret_shows_before_the_release(app: Flask, wish: Wish) -> None:
    scene = make_scene(feedback=FeedbackPolicy(frozenset({Part.SCORE})))
    told = result_of(app, scene, NEW, wish)
    assert "ZqXj" not in told
