"""Until the feedback policy allows it, no byte sent to a student tells right from wrong."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.attempts import service
from quizapp.attempts.answers import Given
from quizapp.clock import utc_now
from quizapp.quizzes.rules import FeedbackPolicy, Part, When
from tests.attempts.builders import (
    AS_WRITTEN,
    NINE_TYPES,
    browser_of,
    make_quiz,
    make_student,
)
from tests.factories import make_course

SECRETS = ("ZqXj", "73519", "73,519", "73.519", "Notes, page 41")
HOUR = timedelta(hours=1)

WITHHOLDING = {
    "never": FeedbackPolicy(when=When.NEVER),
    "after closing": FeedbackPolicy(when=When.AFTER_CLOSING),
    "later": FeedbackPolicy(when=When.AT_TIME, at=utc_now() + HOUR),
    "nothing": FeedbackPolicy(what=frozenset()),
    "score": FeedbackPolicy(what=frozenset({Part.SCORE})),
    "marks": FeedbackPolicy(what=frozenset({Part.SCORE, Part.MARKS})),
    "evidence without key": FeedbackPolicy(what=frozenset({Part.MARKS, Part.EVIDENCE})),
    "score first": FeedbackPolicy(when=When.AFTER_CLOSING, score_at_once=True),
}
RIGHT = {
    1: ("1",),
    2: ("0", "1"),
    3: ("false",),
    4: ("70001",),
    5: ("somebody",),
    6: ("x", "2"),
    7: ("An essay.",),
    8: ("0", "2"),
    9: ("1", "2", "3", "4"),
}
WRONG = {**RIGHT, 1: ("0",), 2: ("2", "3"), 3: ("true",), 4: ("70009",), 8: ("2", "0")}


class Crawler:
    """Goes through a quiz as a student and keeps every byte that came back."""

    def __init__(self, app: Flask, policy: FeedbackPolicy, text: str = NINE_TYPES) -> None:
        course = make_course()
        quiz = make_quiz(course, text, feedback=policy, closes_at=utc_now() + HOUR, **AS_WRITTEN)
        self.quiz_id = quiz.id
        student = make_student(course)
        self.student_id: str = student.id
        self.client: FlaskClient = browser_of(app, student)

    def start(self) -> str:
        return service.start(self.student_id, self.quiz_id, utc_now())

    def answer(self, attempt_id: str, answers: dict[int, tuple[str, ...]]) -> None:
        given = {number: Given(values) for number, values in answers.items()}
        service.save_responses(self.student_id, attempt_id, given, utc_now())

    def pages(self, attempt_id: str) -> Iterator[tuple[str, str]]:
        """Every address of a student with all that it sends, headers too."""
        addresses = ["/", f"/quizzes/{self.quiz_id}"]
        addresses += [f"/attempts/{attempt_id}{tail}" for tail in ("", "?q=2", "/check", "/result")]
        for address in addresses:
            response = self.client.get(address)
            yield address, f"{response.status_code}\n{response.headers}\n{response.text}"

    def submit(self, attempt_id: str) -> None:
        self.client.post(f"/attempts/{attempt_id}/submit")


def secrets_in(crawler: Crawler, attempt_id: str) -> list[tuple[str, str]]:
    return [
        (address, secret)
        for address, sent in crawler.pages(attempt_id)
        for secret in SECRETS
        if secret in sent
    ]


@pytest.mark.parametrize("name", WITHHOLDING)
def test_nothing_secret_is_sent_before_submitting(app: Flask, name: str) -> None:
    crawler = Crawler(app, WITHHOLDING[name])
    attempt_id = crawler.start()
    crawler.answer(attempt_id, RIGHT)
    assert secrets_in(crawler, attempt_id) == []


def test_nothing_secret_is_sent_before_submitting_what_shows_at_once(app: Flask) -> None:
    crawler = Crawler(app, FeedbackPolicy())
    attempt_id = crawler.start()
    crawler.answer(attempt_id, RIGHT)
    assert secrets_in(crawler, attempt_id) == []


@pytest.mark.parametrize("name", WITHHOLDING)
def test_nothing_secret_is_sent_after_submitting_before_its_release(app: Flask, name: str) -> None:
    crawler = Crawler(app, WITHHOLDING[name])
    attempt_id = crawler.start()
    crawler.answer(attempt_id, RIGHT)
    crawler.submit(attempt_id)
    assert secrets_in(crawler, attempt_id) == []


def test_everything_is_sent_once_it_is_released(app: Flask) -> None:
    crawler = Crawler(app, FeedbackPolicy())
    attempt_id = crawler.start()
    crawler.answer(attempt_id, RIGHT)
    crawler.submit(attempt_id)
    sent = dict(crawler.pages(attempt_id))[f"/attempts/{attempt_id}/result"]
    secrets = ("explained", "evidence", "first", "close", "leader", "nobody", "gap", "criterion")
    assert [each for each in secrets if f"ZqXj{each}" in sent or f"ZqXj-{each}" in sent] == list(
        secrets
    )
    assert ("73,519" in sent, "Notes, page 41" in sent) == (True, True)


@pytest.mark.parametrize(
    ("part", "seen"),
    [
        (Part.FEEDBACK, {"ZqXj-first", "ZqXj-close", "ZqXj-nobody"}),
        (Part.KEY, {"ZqXj-explained", "ZqXjleader", "ZqXjgap", "ZqXj-criterion"}),
    ],
)
def test_each_part_sends_its_own_secrets_only(app: Flask, part: Part, seen: set[str]) -> None:
    crawler = Crawler(app, FeedbackPolicy(what=frozenset({part})))
    attempt_id = crawler.start()
    crawler.answer(attempt_id, RIGHT)
    crawler.submit(attempt_id)
    sent = dict(crawler.pages(attempt_id))[f"/attempts/{attempt_id}/result"]
    assert set(re.findall(r"ZqXj[-\w]+", sent)) == seen


SWAPS = (
    ("- ( ) a) Venus", "- (x) a) Venus"),
    ("- (x) b) Mercury", "- ( ) b) Mercury"),
    ("- [x] b) Mars", "- [ ] b) Mars"),
    ("- [ ] c) Jupiter", "- [x] c) Jupiter"),
    ("- ( ) True", "- (x) True"),
    ("- (x) False", "- ( ) False"),
    ("- = 73,519 +- 500", "- = 4,000,000"),
    ("- = ZqXjleader", "- = A much longer name than the other one"),
    ("[[= ZqXjgap]]", "[[= a | = b | ! c]]"),
    ("[[( ) Ukraine | (x) Russia]]", "[[(x) Ukraine | ( ) Russia]]"),
    ("| a) Union | 1999 |", "| a) Union | 2020 |"),
    ("| b) Protests | 2020 |", "| b) Protests | 1999 |"),
)


def other_key() -> str:
    """The same questions with other keys."""
    text = NINE_TYPES
    for before, after in SWAPS:
        assert before in text, before
        text = text.replace(before, after)
    return text


def without_names(page: str, crawler: Crawler, attempt_id: str) -> str:
    """A page without what is random anyway: ids, tokens, receipts and the minute."""
    for name in (crawler.quiz_id, attempt_id, attempt_id[:6]):
        page = page.replace(name, "?" * len(name))
    page = re.sub(r'(name="csrf_token" value|data-token|data-name)="[^"]*"', r'\1="?"', page)
    page = re.sub(r"Set-Cookie.*\r?\n", "", page)
    page = re.sub(r"[2-9A-Z]{4}-[2-9A-Z]{4}", "?", page)
    page = re.sub(r'data-left="[\d.]+"', "?", page)
    return re.sub(r"\d\d:\d\d", "?", page)


@pytest.mark.parametrize("state", ["open", "submitted"])
def test_pages_are_the_same_whichever_is_the_key(app: Flask, state: str) -> None:
    seen = []
    for text in (NINE_TYPES, other_key()):
        crawler = Crawler(app, WITHHOLDING["after closing"], text)
        attempt_id = crawler.start()
        crawler.answer(attempt_id, RIGHT)
        if state == "submitted":
            crawler.submit(attempt_id)
        pages = crawler.pages(attempt_id)
        seen.append([without_names(page, crawler, attempt_id) for _, page in pages])
    for one, other in zip(*seen, strict=True):
        assert one.splitlines() == other.splitlines()


def test_replies_are_of_the_same_size_whether_right_or_wrong(app: Flask) -> None:
    sizes = []
    for answers in (RIGHT, WRONG):
        crawler = Crawler(app, WITHHOLDING["after closing"])
        attempt_id = crawler.start()
        form = {f"q{number}-{attempt_id[:6]}": list(values) for number, values in answers.items()}
        saved = crawler.client.post(
            f"/attempts/{attempt_id}", data={**form, "seen": [str(each) for each in answers]}
        )
        submitted = crawler.client.post(f"/attempts/{attempt_id}/submit")
        page = crawler.client.get(submitted.location)
        sizes.append([len(reply.data) for reply in (saved, submitted, page)])
    assert sizes[0] == sizes[1]
