"""Who may open what: every role on every route there is; a new route needs its line here."""

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

BANK = """---
title: Cells
---

## Which organelle releases energy?
`id: energy`

- ( ) a) Nucleus
- (x) b) Mitochondrion
- ( ) c) Ribosome
"""

NOBODY: frozenset[str] = frozenset()
OWNER = frozenset({"student"})
STUDENTS = OWNER | {"classmate"}
EDITORS = frozenset({"instructor", "administrator"})
STAFF = EDITORS | {"assistant"}
COURSE = STUDENTS | STAFF
SIGNED_IN = COURSE | {"stranger"}
ANYONE = SIGNED_IN | {"anonymous"}

ROUTES = {
    "GET static": ANYONE,
    "GET healthz": ANYONE,
    "GET administration.accessibility": ANYONE,
    "GET administration.help_page": ANYONE,
    "GET administration.privacy": ANYONE,
    "GET administration.open_setup": NOBODY,  # without the token of the set-up link
    "GET administration.set_up": NOBODY,
    "POST administration.send_setup": NOBODY,
    "GET audit.show": frozenset({"administrator"}),
    "GET accounts.sign_in": ANYONE,
    "POST accounts.send_sign_in": ANYONE,
    "GET accounts.sign_in_help": ANYONE,
    "POST accounts.sign_out": ANYONE,
    "GET accounts.account": SIGNED_IN,
    "GET accounts.account_part": ANYONE,
    "POST accounts.end_devices": SIGNED_IN,
    "POST accounts.change_name": SIGNED_IN,
    "POST accounts.change_password": SIGNED_IN,
    "POST accounts.change_theme": ANYONE,
    "GET codes.ask": ANYONE,
    "POST codes.send": ANYONE,
    "GET codes.choose_password": ANYONE,
    "POST codes.set_password": ANYONE,
    "GET courses.join": ANYONE,
    "POST courses.send_code": ANYONE,
    "GET courses.confirm": ANYONE,
    "POST courses.join_course": SIGNED_IN,
    "GET course.new": EDITORS,
    "POST course.create": EDITORS,
    "GET course.settings": EDITORS,
    "POST course.save_settings": EDITORS,
    "GET course.show_big": STAFF,
    "POST course.renew_code": EDITORS,
    "POST course.open_joining": EDITORS,
    "POST course.close_joining": EDITORS,
    "GET roster.show": EDITORS,
    "POST roster.preview": EDITORS,
    "POST roster.import_people": EDITORS,
    "GET attempts.home": ANYONE,
    "GET attempts.show_quiz": STUDENTS,
    "POST attempts.start": STUDENTS,
    "GET attempts.take": OWNER,
    "POST attempts.save": OWNER,
    "POST attempts.save_answers": OWNER,
    "GET attempts.check": OWNER,
    "POST attempts.choose_readings": OWNER,
    "POST attempts.submit": OWNER,
    "GET attempts.result": OWNER,
    "GET quizzes.image": NOBODY,  # there is none
    "GET insights.home": STAFF,
    "GET insights.course": STAFF,
    "GET insights.scores": STAFF,
    "GET insights.question_scores": STAFF,
    "GET insights.people": STAFF,
    "GET people.list_people": STAFF,
    "GET people_codes.leave": STAFF,
    "POST people_codes.make_sheet": STAFF,
    "POST people_codes.make_one": STAFF,
    "GET people_data.export_json": EDITORS,
    "GET people_data.export_csv": EDITORS,
    "GET people_data.ask": EDITORS,
    "POST people_data.erase": EDITORS,
    "GET quizzes.copy_course": EDITORS,
    "POST quizzes.send_copy": EDITORS,
    "GET people.add": EDITORS,
    "POST people.send_person": EDITORS,
    "GET people.show": STAFF,
    "POST people.change_time": EDITORS,
    "POST people.change_role": EDITORS,
    "POST people.remove": EDITORS,
    "GET gradebook.show": STAFF,
    "GET gradebook.download": STAFF,
    "GET downloads.scores": STAFF,
    "GET downloads.answers": STAFF,
    "GET downloads.workbook": STAFF,
    "GET downloads.raw": STAFF,
    "GET downloads.figures": STAFF,
    "GET downloads.codebook": STAFF,
    "GET supervision.windows": STAFF,
    "GET supervision.show_extension": STAFF,
    "POST supervision.extend": STAFF,
    "POST supervision.withdraw": STAFF,
    "GET supervision.late": STAFF,
    "POST supervision.accept_late": STAFF,
    "POST supervision.leave_late": STAFF,
    "POST supervision.accept_all_late": STAFF,
    "GET supervision.log": STAFF,
    "GET supervision.receipts": COURSE,
    "GET marking.queue": STAFF,
    "GET marking.show_answer": NOBODY,  # there is nothing to mark
    "POST marking.mark": NOBODY,
    "GET publishing.new": EDITORS,
    "POST publishing.make": EDITORS,
    "GET publishing.settings": EDITORS,
    "POST publishing.change": EDITORS,
    "GET publishing.look": EDITORS,
    "POST publishing.publish": EDITORS,
    "GET publishing.preview": EDITORS,
    "POST publishing.try_out": EDITORS,
    "POST publishing.close": EDITORS,
    "POST publishing.reopen": EDITORS,
    "GET notes.ask": NOBODY,  # nothing is submitted yet
    "POST notes.send": NOBODY,
    "GET notes.list_notes": STAFF,
    "POST notes.reply": STAFF,  # nothing to send: the page again
    "POST notes.close": NOBODY,  # there is none
    "GET regrading.show": EDITORS,
    "POST regrading.apply": EDITORS,
    "POST regrading.undo": NOBODY,  # nothing is corrected
    "GET practice.overview": SIGNED_IN,
    "GET practice.show": COURSE,
    "POST practice.check": STAFF,  # closed to students while they can still take the quiz
    "GET practice.verdict": COURSE,
    "POST practice.start_over": STAFF,
    "GET authoring.banks": STAFF,
    "GET authoring.show_bank": STAFF,
    "POST authoring.make_quiz": EDITORS,
    "GET authoring.image": NOBODY,  # there is none
    "POST editor.save": EDITORS,
    "POST editor.save_draft": EDITORS,
    "POST editor.discard": EDITORS,
    "GET editor.preview": EDITORS,
    "GET editor.compare": EDITORS,
    "POST editor.settle": EDITORS,
    "GET editor.history": EDITORS,
    "GET editor.revision": NOBODY,  # nothing was saved yet
    "POST editor.restore": NOBODY,
    "GET editor.download": STAFF,
    "POST shelf.create": EDITORS,
    "GET shelf.manage": EDITORS,
    "POST shelf.rename": EDITORS,
    "POST shelf.archive": EDITORS,
    "POST shelf.take_back": NOBODY,  # nothing is archived
    "GET shelf.images": EDITORS,
    "POST shelf.upload_image": EDITORS,
    "GET drafting.ask": EDITORS,
    "POST drafting.generate": EDITORS,
    "GET review.show": EDITORS,
    "POST review.decide": EDITORS,
    "GET review.show_left_out": EDITORS,
    "GET review.edit": EDITORS,
    "POST review.save": EDITORS,
    "POST review.undo": EDITORS,
    "POST review.finish": EDITORS,
    "GET shelf.show_mend": EDITORS,
    "POST shelf.mend": EDITORS,
}


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
