"""quizapp demo: what it makes, says and takes away."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import select

from quizapp.accounts.service import authenticate
from quizapp.clock import utc_now
from quizapp.courses.queries import list_courses
from quizapp.demo.bank_files import NAMES
from quizapp.demo.commands import demo
from quizapp.demo.service import AlreadyThere, NotThere
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz


def run(*words: str) -> str:
    result = CliRunner().invoke(demo, words)
    if result.exception:
        raise result.exception
    assert result.stdout == ""
    return result.stderr


def test_banks_may_come_later_and_never_stand_in_the_first_course(
    app: Flask, questions: Path
) -> None:
    assert "quizapp demo --banks" in run()
    assert not list(questions.glob("*.md"))
    assert "stand among the others" in run("--banks")
    assert sorted(path.stem for path in questions.glob("*.md")) == sorted(NAMES)
    quizzes = db.session.scalars(select(Quiz.course_id).distinct()).all()
    assert quizzes == ["demo-course"]


def test_a_demo_is_made_once_and_taken_away(app: Flask, questions: Path) -> None:
    said = run("--banks")
    assert "120 students, 5 quizzes" in said
    password = said.split("the password is\n")[1].split()[0]
    assert authenticate("demo.instructor", password, "here", utc_now()).id == "demo-instructor"
    assert sorted(path.stem for path in questions.glob("*.md")) == sorted(NAMES)
    with pytest.raises(AlreadyThere):
        run()
    (questions / f"{NAMES[0]}.md").write_text("edited")
    assert f"{NAMES[0]}.md has been edited" in run("--remove")
    assert [course.title for course in list_courses()] == ["My first course"]
    with pytest.raises(NotThere):
        run("--remove")
