"""No page of staff mixes things of two courses, whoever asks and whichever id is a stranger's."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from quizapp.accounts.models import User
from quizapp.courses.models import Course
from quizapp.extensions import db
from tests.attempts.builders import browser_of
from tests.factories import make_enrollment
from tests.test_routes import content_of
from tests.world import Full, make_full

IDS = {"course_id", "quiz_id", "user_id", "student_id", "attempt_id", "note_id", "correction_id"}


@pytest.fixture
def worlds(app: Flask, questions: Path) -> tuple[Full, Full]:
    """Two courses, each with everything in it."""
    return make_full(questions, "cells"), make_full(questions, "stars")


def staff_routes(app: Flask) -> Iterator[tuple[str, Rule]]:
    """Every address of staff that names something of one course."""
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/teach/") and rule.arguments & IDS:
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                yield method, rule


def mixtures(rule: Rule, own: Full, other: Full) -> Iterator[str]:
    """The rule's addresses in which some but not all of the ids are the other course's."""
    names = sorted(rule.arguments & IDS)
    for count in range(1, len(names)):
        for taken in combinations(names, count):
            yield address(rule, own.values | {name: other.values[name] for name in taken})


def address(rule: Rule, values: dict[str, str]) -> str:
    built = rule.build({name: values[name] for name in rule.arguments})
    assert built
    return built[1]


def refuses_all(app: Flask, client: FlaskClient, tries: list[tuple[str, str]]) -> None:
    """That every one of these is as if it weren't there, and that nothing changes by it."""
    before = content_of(app)
    for method, at in tries:
        sent = {"text": "A reply"} if method == "POST" else None
        with client.open(at, method=method, data=sent) as response:
            assert response.status_code == 404, (method, at)
    assert content_of(app) == before


def test_staff_of_another_course_find_nothing(app: Flask, worlds: tuple[Full, Full]) -> None:
    own, other = worlds
    tries = [(method, address(rule, other.values)) for method, rule in staff_routes(app)]
    assert len(tries) > 60
    for user_id in (own.instructor_id, own.assistant_id):
        refuses_all(app, browser_of(app, db.session.get_one(User, user_id)), tries)


def test_ids_that_do_not_belong_together_find_nothing(
    app: Flask, worlds: tuple[Full, Full]
) -> None:
    own, other = worlds
    tries = [
        (method, at)
        for method, rule in staff_routes(app)
        for at in (*mixtures(rule, own, other), *mixtures(rule, other, own))
    ]
    assert len(tries) > 60
    instructor = db.session.get_one(User, own.instructor_id)
    refuses_all(app, browser_of(app, instructor), tries)
    make_enrollment(db.session.get_one(Course, other.values["course_id"]), instructor, "instructor")
    refuses_all(app, browser_of(app, instructor), tries)


def test_ids_that_belong_together_are_found(app: Flask, worlds: tuple[Full, Full]) -> None:
    own, _ = worlds
    client = browser_of(app, db.session.get_one(User, own.instructor_id))
    for method, rule in staff_routes(app):
        if method == "GET":
            with client.get(address(rule, own.values)) as response:
                assert response.status_code in (200, 302), rule
