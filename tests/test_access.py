"""Who may open what: every role on every route there is."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask

from quizapp.accounts import service as accounts
from quizapp.attempts import service as attempts
from quizapp.banks.library import Library
from quizapp.clock import utc_now
from quizapp.config import Settings
from quizapp.extensions import db
from quizapp.quizzes.rules import QuizSettings
from quizapp.quizzes.service import create_quiz
from tests.conftest import serving
from tests.factories import make_course, make_enrollment, make_user
from tests.routes import ANYONE, ROUTES

BANK = """---
title: Cells
---

## Which organelle releases energy?
`id: energy`

- ( ) a) Nucleus
- (x) b) Mitochondrion
- ( ) c) Ribosome
"""


@dataclass(frozen=True)
class Seed:
    """A course with a quiz that one student is taking, and people of every kind, stored."""

    instance: Path
    people: dict[str, str]  # who -> user id
    values: dict[str, str]  # what stands in addresses


@dataclass(frozen=True)
class World:
    """A site of its own that has grown from the seed."""

    app: Flask
    seed: Seed

    def status(self, person: str, method: str, address: str) -> int:
        """How `address` answers `person`; 401 where it sends them to sign in."""
        client = self.app.test_client()
        if person != "anonymous":
            token = accounts.sign_in(self.seed.people[person], accounts.Device(), utc_now())
            client.set_cookie("signin", token)
        is_script = address.endswith("/responses")
        sent = {"answers": [], "revision": 0} if is_script else None
        with client.open(address, method=method, json=sent) as response:
            is_sent_away = response.headers.get("Location", "").startswith("/signin?")
            return 401 if is_sent_away else response.status_code


@pytest.fixture(scope="module")
def seed(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Seed:
    folder = tmp_path_factory.mktemp("seed")
    shutil.copytree(migrated, folder / "instance")
    (folder / "questions").mkdir()
    (folder / "questions" / "cells.md").write_text(BANK)
    with serving(Settings(instance=folder / "instance", questions=folder / "questions")):
        return plant(folder)


def plant(folder: Path) -> Seed:
    """Store the course and its people."""
    now = utc_now()
    course = make_course()
    roles = {"classmate": "student", "student": "student", "assistant": "assistant"}
    people = {name: make_user() for name in (*roles, "instructor", "stranger", "administrator")}
    for name, role in {**roles, "instructor": "instructor"}.items():
        make_enrollment(course, people[name], role)
    make_enrollment(make_course(title="Chemistry"), people["stranger"])
    people["administrator"].is_administrator = True
    db.session.commit()
    bank = Library(folder / "questions").load("cells")
    quiz = create_quiz(course.id, bank, QuizSettings(), now)
    values = {
        "course_id": course.id,
        "user_id": people["student"].id,
        "quiz_id": quiz.id,
        "slot": "1",
        "number": "1",
        "student_id": people["student"].id,
        "attempt_id": attempts.start(people["student"].id, quiz.id, now),
        "code": course.join_code,
        "name": "cells",
        "what": "names",
        "filename": "style.css",
        "_part": "name",
        "token": "0" * 64,
        "digest": "0" * 64,
        "kind": "png",
        "path": "map.png",
        "correction_id": "a" * 26,
        "note_id": "a" * 26,
    }
    return Seed(folder / "instance", {name: user.id for name, user in people.items()}, values)


@pytest.fixture
def world(seed: Seed, tmp_path: Path) -> Iterator[World]:
    shutil.copytree(seed.instance.parent, tmp_path, dirs_exist_ok=True)
    with serving(Settings(instance=tmp_path / "instance", questions=tmp_path / "questions")) as app:
        yield World(app, seed)


def test_every_route_has_its_line(app: Flask) -> None:
    known = {
        f"{method} {rule.endpoint}"
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert known == set(ROUTES)


@pytest.mark.parametrize("person", sorted(ANYONE))
@pytest.mark.parametrize("route", sorted(ROUTES))
def test_only_those_who_may_get_in(world: World, route: str, person: str) -> None:
    method = route.split()[0]
    status = world.status(person, method, address_of(route, world))
    if person in ROUTES[route]:
        assert status not in (401, 403, 404, 405)
    else:
        assert status in ((401, 404) if person == "anonymous" else (403, 404))


def address_of(route: str, world: World) -> str:
    """The address of a route in a world."""
    endpoint = route.split()[1]
    rule = next(rule for rule in world.app.url_map.iter_rules() if rule.endpoint == endpoint)
    built = rule.build({name: world.seed.values[name] for name in rule.arguments})
    assert built
    return built[1]
