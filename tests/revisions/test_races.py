"""Saving when many do it in one moment, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from flask import Flask

from quizapp.banks.library import Library
from quizapp.banks.saving import BankChanged, digest_of
from quizapp.extensions import db
from quizapp.revisions.queries import find_draft, find_revision, list_revisions
from quizapp.revisions.service import Edit, Typed, keep_draft, save_bank
from tests.factories import NOON, make_user

THREADS = 8
FIRST = "---\ntitle: Cells\n---\n"


def at_once(app: Flask, act: Callable[[int], str]) -> list[str]:
    """What `act` gives when eight threads do it in the same moment, each with its number."""
    barrier = Barrier(THREADS)

    def run(number: int) -> str:
        with app.app_context():
            barrier.wait()
            try:
                return act(number)
            finally:
                db.session.remove()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def history() -> list[str]:
    found = [find_revision("cells", line.number) for line in reversed(list_revisions("cells"))]
    return [revision.content.decode() for revision in found if revision]


def test_of_many_savers_one_wins_and_the_history_has_both_texts(
    any_app: Flask, questions: Path
) -> None:
    path = questions / "cells.md"
    path.write_text(FIRST)
    library, editor, base = Library(questions), make_user().id, digest_of(FIRST.encode())

    def save(number: int) -> str:
        try:
            return save_bank(library, "cells", Edit(f"{number}", base, editor), NOON).text
        except BankChanged:
            return "changed"

    outcomes = at_once(any_app, save)

    assert outcomes.count("changed") == THREADS - 1
    assert history() == [FIRST, path.read_text()]


def test_drafts_of_two_tabs_in_the_same_moment_are_all_kept(any_app: Flask) -> None:
    editor = make_user().id

    def keep(number: int) -> str:
        keep_draft("cells", editor, Typed(f"draft {number}", "", ""), NOON)
        return ""

    at_once(any_app, keep)

    draft = find_draft("cells", editor)
    assert draft is not None
    assert sorted([draft.content.decode(), *history()]) == [f"draft {n}" for n in range(THREADS)]
