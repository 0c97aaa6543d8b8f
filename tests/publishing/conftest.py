"""A course with an instructor and a browser, and banks in the folder."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.attempts.builders import browser_of
from tests.factories import make_course, make_enrollment, make_user

CELLS = """\
---
title: Cells
---

# Parts

## Which organelle releases energy?
`id: energy` `tags: organelles`

- ( ) a) Nucleus
- (x) b) Mitochondrion

## Plant cells have walls.
`id: walls` `tags: plants`

- (x) True
- ( ) False

# Life

## Cells divide.
`id: divide` `tags: plants`

- (x) True
- ( ) False
"""
GENES = """\
---
title: Genes
---

## Genes are in the nucleus.
`id: nucleus`

- (x) True
- ( ) False
"""


@dataclass(frozen=True)
class Desk:
    """An instructor at work."""

    course: Course
    instructor_id: str
    client: FlaskClient
    questions: Path

    def get(self, address: str, status: int = 200) -> str:
        response = self.client.get(address)
        assert response.status_code == status, response.text[:2000]
        return response.text

    def post(self, address: str, sent: dict[str, object], status: int = 303) -> str:
        """The page that comes next or, where it is refused, the one that says why."""
        response = self.client.post(address, data=sent)
        assert response.status_code == status, response.text[:3000]
        return self.get(response.location) if status == 303 else response.text

    def make(self, **sent: object) -> str:
        """The id of a new quiz, by its form."""
        values = {"title": "Week 3", "banks": ["cells"], **sent}
        address = f"/teach/{self.course.id}/quizzes/new"
        response = self.client.post(address, data=values)
        assert response.status_code == 303, response.text[:3000]
        return response.location.split("/")[-2]

    def quiz(self, quiz_id: str) -> Quiz:
        """The quiz as it is stored now."""
        db.session.rollback()
        return db.session.get_one(Quiz, quiz_id, populate_existing=True)


@pytest.fixture
def desk(app: Flask, questions: Path) -> Desk:
    (questions / "cells.md").write_text(CELLS)
    (questions / "genes.md").write_text(GENES)
    course, instructor = make_course(), make_user(name="Dr Okafor")
    make_enrollment(course, instructor, "instructor")
    return Desk(course, instructor.id, browser_of(app, instructor), questions)


SETTINGS = {
    "title": "Week 3",
    "from_1": "cells",
    "part_1": "cells",
    "draw_1": "",
    "opens_at": "",
    "closes_at": "",
    "limit": "",
    "grace": "60",
    "attempts": "1",
    "counts": "best",
    "shuffle_questions": "y",
    "shuffle_options": "y",
    "paging": "all",
    "shows": ["score", "marks", "feedback", "key", "evidence"],
    "shows_when": "at-once",
    "shows_at": "",
    "practice": "after-closing",
    "access_code": "",
}
