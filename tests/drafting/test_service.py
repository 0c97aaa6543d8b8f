"""A draft's two files are written both or not at all."""

import sqlite3
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from quizapp.banks.library import Library
from quizapp.banks.saving import BankChanged, NotSaved
from quizapp.clock import utc_now
from quizapp.drafting import service
from quizapp.drafting.service import Wanted, make_draft
from quizapp.generation.drafts import DraftNotSaved
from quizapp.generation.tiers import Wishes
from tests.drafting.asking import ARTICLE
from tests.factories import make_user

WANTED = Wanted(ARTICLE.encode(), Wishes(), name="ferry")


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def draft(folder: Path) -> None:
    make_draft(Library(folder), WANTED, make_user().id, utc_now())


def failing(error: Exception) -> object:
    def fail(*_args: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (NotSaved("The disk is full."), NotSaved),
        (BankChanged("There is one.", mine=b"", theirs=b"x"), DraftNotSaved),
    ],
)
def test_a_bank_that_cant_be_written_leaves_no_source(
    app: Flask,
    questions: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    raised: type[Exception],
) -> None:
    monkeypatch.setattr(service, "save_bank", failing(error))
    with pytest.raises(raised):
        draft(questions)
    assert files(questions) == set()


def test_a_history_that_cant_be_written_leaves_both_files(
    app: Flask, questions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = OperationalError("INSERT", {}, sqlite3.OperationalError("disk is full"))
    monkeypatch.setattr("quizapp.revisions.service.add_revision", failing(error))
    with pytest.raises(OperationalError):
        draft(questions)
    assert files(questions) == {"ferry.md", "sources/ferry.txt"}
    assert not Library(questions).load("ferry").has_errors


def test_a_folder_that_isnt_there_is_made(app: Flask, questions: Path) -> None:
    draft(questions / "new")
    assert files(questions / "new") == {"ferry.md", "sources/ferry.txt"}


def test_a_link_in_the_place_of_the_sources_is_refused(
    app: Flask, questions: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (questions / "sources").symlink_to(elsewhere)
    with pytest.raises(NotSaved):
        draft(questions)
    assert files(elsewhere) == set() and not (questions / "ferry.md").exists()
