"""The first start of a site."""

from pathlib import Path

from flask import Flask
from sqlalchemy import select

from quizapp.administration.service import set_up_site
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.factories import NOON

FINE = "---\ntitle: Fine\n---\n\n## It is so.\n`id: so`\n\n- (x) True\n- ( ) False\n"
UNREADY = {
    "empty": "---\ntitle: Empty\n---\n",
    "unnamed": FINE.replace("`id: so`\n", ""),
    "draft": FINE.replace("title: Fine", "title: Draft\nstatus: draft"),
    "broken": FINE.replace("(x)", "( )"),
    "unreadable": "---\ntitle: [\n---\n",
    "odd": FINE.replace("- (x) True", "- (x) a)\n\n    ===\n").replace("False", "b) No"),
}


def test_banks_that_are_not_ready_keep_no_other_from_students(app: Flask, questions: Path) -> None:
    for name, text in {**UNREADY, "zebra": FINE}.items():
        (questions / f"{name}.md").write_text(text)
    steps = set_up_site(app.config["SETTINGS"], NOON)
    assert db.session.scalars(select(Quiz.title)).all() == ["Fine"]
    assert [said.partition(".md isn't published yet. ")[0] for said in steps.problems] == sorted(
        UNREADY
    )


def test_second_start_changes_nothing(app: Flask, questions: Path) -> None:
    (questions / "fine.md").write_text(FINE)
    first = set_up_site(app.config["SETTINGS"], NOON)
    (questions / "later.md").write_text(FINE)
    assert set_up_site(app.config["SETTINGS"], NOON) == first
    assert len(db.session.scalars(select(Quiz)).all()) == 1
