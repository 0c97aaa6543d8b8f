"""A file's memory doesn't grow with the attempts in it."""

import tracemalloc

import pytest
from flask import Flask
from sqlalchemy import update

from quizapp import spreadsheet
from quizapp.accounts.models import User
from quizapp.clock import utc_now
from quizapp.downloads import queries
from quizapp.downloads.queries import Scope
from quizapp.downloads.service import Asker, Form, export
from quizapp.extensions import db
from quizapp.insights.statistics import Which
from tests.benchmarks.regrading import fill, make_bank
from tests.factories import NOON
from tests.regrading.builders import make_scene


def peak(scope: Scope, form: Form) -> int:
    """The most bytes held at once while the file is made, none of it kept."""
    pieces = export(scope, form, Asker(None, utc_now()))
    tracemalloc.start()
    for _ in pieces:
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


@pytest.mark.parametrize("form", [Form.LONG_CSV, Form.JSON])
def test_four_times_the_attempts_need_hardly_more_memory(
    app: Flask, monkeypatch: pytest.MonkeyPatch, form: Form
) -> None:
    monkeypatch.setattr(queries, "AT_ONCE", 10)
    monkeypatch.setattr(spreadsheet, "PIECE", 2_000)
    peaks = []
    for count in (60, 240):
        scene = make_scene(make_bank(), closes_at=NOON)
        fill(scene, count)
        db.session.execute(update(User).values(login=User.id))  # the next ones have the same
        db.session.commit()
        scope = Scope(scene.quiz_id, Which.FIRST)
        peak(scope, form)
        peaks.append(peak(scope, form))
    assert peaks[1] < 2 * peaks[0]
