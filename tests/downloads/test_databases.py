"""Files and the gradebook on each database."""

import pytest
from flask import Flask

from quizapp.attempts import service as attempts
from quizapp.clock import utc_now
from quizapp.downloads.queries import Scope
from quizapp.downloads.service import Asker, Form, export
from quizapp.gradebook.files import System
from quizapp.gradebook.service import export_gradebook
from quizapp.insights.statistics import Which
from tests.attempts.builders import NINE_TYPES, sitting


@pytest.mark.parametrize("hides_names", [False, True])
def test_every_file_can_be_made(any_app: Flask, hides_names: bool) -> None:
    quiz, student = sitting(NINE_TYPES)
    attempts.submit(student.id, attempts.start(student.id, quiz.id, utc_now()), utc_now())
    for form in Form:
        for which in Which:
            scope = Scope(quiz.id, which, hides_names=hides_names)
            assert b"".join(export(scope, form, Asker(None, utc_now())))
    for system in System:
        pieces = export_gradebook(quiz.course_id, system, utc_now(), by=student.id)
        assert b"Ada Obi" in b"".join(pieces) or system is System.BLACKBOARD
