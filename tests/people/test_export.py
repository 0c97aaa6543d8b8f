"""All that is kept about a person, for them to take away."""

import csv
import io
import json
import zipfile
from typing import Any

import pytest
from flask import Flask

from quizapp.attempts import service as attempts
from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.people.belongings import is_secret, list_belongings
from tests.attempts.builders import browser_of, make_quiz
from tests.factories import make_course, make_enrollment, make_user
from tests.people.conftest import Desk
from tests.people.traces import LOGIN, NAME, find_in_database, leave_traces
from tests.test_audit import rows_of

Tables = dict[str, list[dict[str, Any]]]


def exported(desk: Desk) -> Tables:
    reply = desk.browser.get(f"{desk.person}/data.json")
    assert reply.headers["Content-Disposition"].startswith("attachment")
    tables: Tables = json.loads(reply.data)["tables"]
    return tables


def test_every_table_that_holds_the_persons_id_is_in_it(any_desk: Desk) -> None:
    _, attempt_id = leave_traces(any_desk)
    tables = exported(any_desk)
    holding = {table for table, _ in find_in_database((any_desk.student.id, attempt_id))}
    assert holding <= {name for name, rows in tables.items() if rows}


@pytest.mark.usefixtures("app")
def test_every_table_that_can_name_a_person_is_walked() -> None:
    walked = {belonging.table.name for belonging in list_belongings("somebody", None)}
    naming = {
        table.name
        for table in db.metadata.sorted_tables
        if any(key.column.table.name in ("user", "attempt") for key in table.foreign_keys)
    }
    assert walked == naming | {"user"}


def test_rows_say_what_was_done(desk: Desk) -> None:
    quiz_id, attempt_id = leave_traces(desk)
    tables = exported(desk)
    assert [row["name"] for row in tables["user"]] == [NAME]
    assert [row["id"] for row in tables["attempt"] if row["submitted_at"]] == [attempt_id]
    assert {row["attempt_id"] for row in tables["answer_log"]} == {attempt_id}
    assert tables["extension"][0]["quiz_id"] == quiz_id


def test_nothing_that_lets_somebody_in_is_in_it(desk: Desk) -> None:
    leave_traces(desk)
    names = {name for rows in exported(desk).values() for row in rows for name in row}
    assert not [name for name in names if name.endswith(("hash", "token", "secret"))]
    secrets = [
        f"{table.name}.{column.name}"
        for table in db.metadata.sorted_tables
        for column in table.columns
        if is_secret(column)
    ]
    assert {"user.password_hash", "sign_in.token_hash", "sign_in_code.code_hash"} <= set(secrets)


def test_nothing_of_others_is_in_it(desk: Desk) -> None:
    leave_traces(desk)
    assert find_in_database((desk.instructor.login,))
    assert desk.instructor.login not in desk.browser.get(f"{desk.person}/data.json").text


def test_csv_files_say_the_same(desk: Desk) -> None:
    leave_traces(desk)
    tables = exported(desk)
    reply = desk.browser.get(f"{desk.person}/data.zip")
    with zipfile.ZipFile(io.BytesIO(reply.data)) as folder:
        named = {name.removesuffix(".csv") for name in folder.namelist()}
        rows = list(csv.DictReader(io.StringIO(folder.read("user.csv").decode("utf-8-sig"))))
    assert named == {name for name, rows in tables.items() if rows} | {"titles"}
    assert [(row["name"], row["login"]) for row in rows] == [(NAME, LOGIN)]


def test_what_was_done_in_another_course_is_for_its_own_instructors(app: Flask, desk: Desk) -> None:
    other = make_course(title="Chemistry")
    make_enrollment(other, desk.student)
    quiz_id = make_quiz(other).id
    leave_traces(desk)
    assert {row["course_id"] for row in exported(desk)["enrollment"]} == {desk.course.id}
    administrator = browser_of(app, make_user(is_administrator=True))
    whole = json.loads(administrator.get(f"{desk.person}/data.json").data)["tables"]
    assert {row["course_id"] for row in whole["enrollment"]} == {desk.course.id, other.id}
    attempts.start(desk.student.id, quiz_id, utc_now())
    assert quiz_id not in desk.browser.get(f"{desk.person}/data.json").text
    assert {"audit_event", "sign_in"} & set(exported(desk)) == set()
    assert {"audit_event", "sign_in"} <= set(whole)


def test_export_leaves_a_row_in_the_audit_trail(desk: Desk) -> None:
    exported(desk)
    on = f"course {desk.course.id}, user {desk.student.id}"
    assert rows_of("export") == [(on, desk.instructor.id, "JSON")]
