"""Corrected, published again and asked about: no page of a student tells the key too early."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts.models import User
from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.quizzes import service as quizzes
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import FeedbackPolicy, Part, When
from quizapp.regrading import note_service
from quizapp.regrading.models import MarkNote
from tests.attempts.builders import browser_of, load
from tests.regrading.builders import LATER, WRONG_KEY, make_scene, new_key
from tests.regrading.test_service import NEW

SECRETS = ("ZqXjfeedback", "ZqXjexplained", "ZqXjreply", "Correct answer", "key was corrected")
TOLD_WITH_THE_SCORE = "key was corrected"
KEEPING_BACK = {
    "never": FeedbackPolicy(when=When.NEVER),
    "later": FeedbackPolicy(when=When.AT_TIME, at=utc_now() + timedelta(hours=1)),
    "after closing": FeedbackPolicy(when=When.AFTER_CLOSING),
    "nothing": FeedbackPolicy(what=frozenset()),
    "score": FeedbackPolicy(what=frozenset({Part.SCORE})),
    "score at once": FeedbackPolicy(when=When.NEVER, score_at_once=True),
}


@pytest.mark.parametrize("name", KEEPING_BACK)
def test_no_page_tells_what_the_policy_keeps_back(app: Flask, name: str) -> None:
    scene = make_scene()
    student_id = scene.student("Ada")
    done = scene.submit(student_id, NEW)
    note_service.ask(student_id, done, 1, "Why?", LATER)
    note_id = db.session.scalars(select(MarkNote.id)).one()
    note_service.reply(scene.quiz_id, note_id, "ZqXjreply", scene.maker)
    quiz = db.session.get_one(Quiz, scene.quiz_id)
    policy = KEEPING_BACK[name]
    quiz.title, quiz.shows = "Another title", list(policy.what)
    quiz.shows_when, quiz.shows_at = policy.when, policy.at
    quiz.shows_score_at_once = policy.score_at_once
    db.session.commit()
    running = scene.start(student_id, NEW)
    scene.grant(new_key("b"))
    quizzes.publish(scene.quiz_id, load(WRONG_KEY.replace("Magic", "Wonder")), LATER)
    client = browser_of(app, db.session.get_one(User, student_id))
    tells_score = name.startswith("score")
    for address in (
        "/", "/practice/", f"/practice/{scene.quiz_id}", f"/practice/{scene.quiz_id}/1",
        f"/quizzes/{scene.quiz_id}", f"/quizzes/{scene.quiz_id}/receipts",
        *(f"/attempts/{id}{tail}" for id in (done, running)
          for tail in ("", "/check", "/result", "/questions/1/note")),
    ):  # fmt: skip
        reply = client.get(address)
        sent = f"{reply.headers}\n{reply.text}"
        found = [secret for secret in SECRETS if secret in sent]
        assert found in ([], [TOLD_WITH_THE_SCORE] if tells_score else []), address
