"""Every form of every page of staff, sent with one field that no browser would send so."""

from collections.abc import Iterator
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from quizapp.accounts.models import User
from quizapp.extensions import db
from tests.attempts.builders import browser_of
from tests.attempts.forms_of import Form, forms_of
from tests.world import make_full

PAGES = """\
/teach/new-course
/teach/{course_id}/settings
/teach/{course_id}/people
/teach/{course_id}/people/add
/teach/{course_id}/people/import
/teach/{course_id}/people/{user_id}
/teach/{course_id}/people/{user_id}/erase
/teach/{course_id}/copy
/teach/{course_id}/quizzes/new
/teach/quizzes/{quiz_id}/settings
/teach/quizzes/{quiz_id}/publish
/teach/quizzes/{quiz_id}/preview
/teach/quizzes/{quiz_id}/windows/{user_id}
/teach/quizzes/{quiz_id}/late
/teach/quizzes/{quiz_id}/notes
/teach/quizzes/{quiz_id}/marking/3/{attempt_id}
/teach/quizzes/{quiz_id}/regrade?question=leader
/teach/quizzes/{quiz_id}/regrade?question=leader&how=answer&note={note_id}
/teach/quizzes/{quiz_id}/regrade?question=leader&how=full
/teach/banks/
/teach/generate
/teach/banks/{name}
/teach/banks/{name}/manage
/teach/banks/{name}/images
/account"""
JUNK = ("a\0b", "0" * 9 + "9" * 400, ["²", "²"])


def variants(form: Form) -> Iterator[dict[str, str | list[str]]]:
    """The form as served but for one field, which holds junk, and holds it twice."""
    filled: dict[str, str | list[str]] = dict(form.entries())
    for name in set(form.names()) - {"csrf_token"}:
        for junk in JUNK:
            yield filled | {name: junk}


def failures(client: FlaskClient, page: str) -> Iterator[tuple[str, list[str], int]]:
    """What the server can't cope with in the forms of a page."""
    seen = client.get(page)
    assert seen.status_code == 200, page
    for form in forms_of(seen.text):
        address = form.action or page
        for sent in variants(form) if address != "/signout" else ():
            with client.post(address, data=sent) as response:
                if response.status_code >= 500:
                    yield address, [name for name, value in sent.items()], response.status_code


def test_one_wrong_field_is_answered_with_a_sentence(any_app: Flask, questions: Path) -> None:
    any_app.testing = False  # so that an error becomes the page with status 500
    full = make_full(questions, "cells")
    client = browser_of(any_app, db.session.get_one(User, full.instructor_id))
    for page in PAGES.format(**full.values).splitlines():
        assert list(failures(client, page)) == []
