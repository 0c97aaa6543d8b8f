"""Nothing of a question's key is sent before Check is pressed."""

import re

import pytest
from flask import Flask

from quizapp.clock import utc_now
from quizapp.quizzes.rules import FeedbackPolicy, Practice, When
from tests.attempts.builders import NINE_TYPES
from tests.attempts.student import HOUR, Student
from tests.attempts.test_secrecy import SECRETS, other_key
from tests.practice.practicing import Practicer

HINT = "ZqXj-hint"  # meant to be seen
QUESTIONS = range(9)


def secrets_in(sent: str) -> list[str]:
    return [secret for secret in SECRETS if secret in sent.replace(HINT, "")]


def asked(practicer: Practicer) -> str:
    reply = practicer.client.get(practicer.address)
    return f"{reply.headers}\n{reply.text}"


def test_no_question_tells_its_key(app: Flask) -> None:
    practicer = Practicer(app, NINE_TYPES)
    for _ in QUESTIONS:
        assert secrets_in(asked(practicer)) == []
        practicer.skip()


def test_a_question_that_was_missed_tells_nothing_when_it_returns(app: Flask) -> None:
    practicer = Practicer(app, NINE_TYPES)
    practicer.check("0")
    for _ in range(3):
        practicer.skip()
    page = asked(practicer)
    assert "planet" in page
    assert secrets_in(page) == []


def test_skipping_tells_nothing(app: Flask) -> None:
    practicer = Practicer(app, NINE_TYPES)
    for _ in QUESTIONS:
        reply = practicer.press("skip")
        assert secrets_in(f"{reply.headers}\n{reply.text}") == []
        assert secrets_in(practicer.get(reply.location)) == []


def test_an_empty_answer_is_told_nothing(app: Flask) -> None:
    practicer = Practicer(app, NINE_TYPES)
    reply = practicer.press("check")
    assert (reply.status_code, secrets_in(reply.text)) == (422, [])


def test_the_end_and_the_list_tell_nothing(app: Flask) -> None:
    practicer = Practicer(app, NINE_TYPES)
    for _ in QUESTIONS:
        practicer.skip()
    assert secrets_in(practicer.get(practicer.address) + practicer.get("/practice/")) == []


def test_checking_tells_why(app: Flask) -> None:
    sent = Practicer(app, NINE_TYPES).check("0")
    for secret in ("ZqXj-second", "ZqXj-explained", "ZqXj-evidence", "Notes, page 41"):
        assert secret in sent


def test_questions_are_sent_alike_whichever_is_the_key(app: Flask) -> None:
    one, other = (all_asked(Practicer(app, text)) for text in (NINE_TYPES, other_key()))
    assert one == other


def all_asked(practicer: Practicer) -> list[list[str]]:
    pages = []
    for _ in QUESTIONS:
        page = practicer.get(practicer.address)
        for name in (practicer.quiz_id, practicer.quiz_id[:6]):
            page = page.replace(name, "?")
        page = re.sub(r'(name="csrf_token" value=)"[^"]*"', r'\1"?"', page)
        pages.append(page.splitlines())
        practicer.skip()
    return pages


@pytest.mark.parametrize(
    "settings",
    [
        {"practice": Practice.NEVER},
        {"feedback": FeedbackPolicy(when=When.NEVER)},
        {"feedback": FeedbackPolicy(when=When.AFTER_CLOSING), "closes_at": utc_now() + HOUR},
        {"attempts_allowed": 2},
    ],
)
def test_nothing_at_all_is_told_while_practice_is_closed(
    app: Flask, settings: dict[str, object]
) -> None:
    practicer = Practicer(app, NINE_TYPES, **settings)
    addresses = ("", "?missed=1", "/1", "/1?missed=1")
    for address in addresses:
        reply = practicer.client.get(practicer.address + address, follow_redirects=True)
        assert secrets_in(reply.text) == []
        assert "planet" not in reply.text
    for path in ("", "?missed=1", "/start-over"):
        reply = practicer.client.post(practicer.address + path, data={"number": "1", "go": "check"})
        assert (reply.status_code, secrets_in(reply.text)) == (403, [])


def test_a_student_who_has_not_begun_is_told_nothing(app: Flask) -> None:
    student = Student(app)
    quiz_id = student.quiz(NINE_TYPES)
    assert "planet" not in student.get(f"/practice/{quiz_id}")
