"""What the figures say of the simulated students: a wrong key is found, and all sums agree."""

import json

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.attempts import tally_tables
from quizapp.attempts.sums import rebuild_sums
from quizapp.clock import utc_now
from quizapp.downloads.queries import Scope
from quizapp.downloads.service import Asker, Form, export
from quizapp.extensions import db
from quizapp.insights.flags import Kind
from quizapp.insights.service import read_score_page
from quizapp.insights.statistics import Which
from quizapp.quizzes.models import Quiz


def quiz_called(beginning: str) -> Quiz:
    found = db.session.scalars(select(Quiz).where(Quiz.title.startswith(beginning)))
    return found.one()


@pytest.mark.parametrize("which", list(Which))
def test_the_wrong_key_is_found(demo: Flask, which: Which) -> None:
    page = read_score_page(quiz_called("Week 1"), utc_now(), which)
    doubtful = [row.statistics.id for row, flag in page.flags if flag.kind is Kind.KEY]
    assert doubtful == ["least-moved"]


def test_the_other_flags_have_something_to_say(demo: Flask) -> None:
    page = read_score_page(quiz_called("Week 1"), utc_now(), Which.FIRST)
    assert {Kind.KEY, Kind.HARD, Kind.WEAK} <= {flag.kind for _, flag in page.flags}


@pytest.mark.parametrize("which", list(Which))
@pytest.mark.parametrize("title", ["Week 1", "Week 2", "Week 3", "Extra"])
def test_files_cover_the_attempts_that_the_page_covers(
    demo: Flask, title: str, which: Which
) -> None:
    quiz = quiz_called(title)
    page = read_score_page(quiz, utc_now(), which)
    pieces = export(Scope(quiz.id, which), Form.JSON, Asker(None, utc_now()))
    rows = json.loads(b"".join(pieces))["rows"]
    shares = sorted(row["score"] / row["possible"] for row in rows if not row["unmarked"])
    assert len(rows) == page.statistics.n
    assert len(shares) == page.statistics.shares.n
    assert sum(shares) / len(shares) == pytest.approx(float(page.statistics.shares.mean or 0))


@pytest.mark.parametrize("title", ["Week 1", "Week 2", "Week 3", "Extra"])
def test_sums_kept_while_storing_are_those_of_the_attempts(demo: Flask, title: str) -> None:
    quiz_id = quiz_called(title).id
    read_score_page(quiz_called(title), utc_now(), Which.ALL)
    kept = tally_tables.load(quiz_id)
    rebuild_sums(quiz_id)
    made = tally_tables.load(quiz_id)
    db.session.rollback()
    assert kept and kept == made
