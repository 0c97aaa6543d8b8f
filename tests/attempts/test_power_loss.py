"""What a power cut would leave: the files as they are at some moment, opened elsewhere."""

import json
import shutil
import sqlite3
import threading
from pathlib import Path

from flask import Flask

from quizapp.extensions import db
from tests.attempts.saving_page import Page, entry

MOMENTS = 20


def copied(folder: Path) -> set[str]:
    """The answers in a copy of the database and its log, taken at this moment."""
    path = db.engine.url.database
    assert path
    folder.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(path + suffix, folder / f"copy{suffix}")
    with sqlite3.connect(folder / "copy") as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = copy.execute("SELECT answer FROM answer_log").fetchall()
    copy.close()
    return {value for (answer,) in rows for value in json.loads(answer)}


def test_what_was_acknowledged_before_a_power_cut_is_there(app: Flask, tmp_path: Path) -> None:
    taking = Page(app, "---\ntitle: Who\n---\n\n## Who?\n`id: who`\n\n- = nobody\n")
    acknowledged: list[str] = []
    stop, news = threading.Event(), threading.Event()

    def save() -> None:
        n = 0
        while not stop.is_set():
            n += 1
            assert taking.send(entry(1, f"answer {n}", n=n)).status_code == 200
            acknowledged.append(f"answer {n}")
            news.set()

    saver = threading.Thread(target=save)
    saver.start()
    try:
        for moment in range(MOMENTS):
            assert news.wait(10)  # something new since the last copy
            news.clear()
            before = list(acknowledged)
            assert set(before) <= copied(tmp_path / str(moment))
    finally:
        stop.set()
        saver.join()
