"""SQLite as this app uses it: durable, and one fair queue of writers."""

import fcntl
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import IntegrityError

from quizapp import sqlite


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = create_engine(
        f"sqlite:///{tmp_path / 'one.sqlite3'}", connect_args=sqlite.CONNECT_ARGS
    )
    sqlite.prepare(engine)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("CREATE TABLE tally (name TEXT PRIMARY KEY, n INTEGER)"))
        connection.execute(text("INSERT INTO tally VALUES ('a', 0)"))
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)]
)
def test_every_connection_is_set_up(engine: Engine, pragma: str, value: object) -> None:
    with engine.connect() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value


def test_writers_in_many_threads_lose_no_update(engine: Engine) -> None:
    def count() -> None:
        for _ in range(25):
            with engine.execution_options(writes=True).begin() as connection:
                n = connection.execute(text("SELECT n FROM tally")).scalar_one()
                connection.execute(text("UPDATE tally SET n = :n"), {"n": n + 1})

    threads = [threading.Thread(target=count) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with engine.connect() as connection:
        assert connection.execute(text("SELECT n FROM tally")).scalar() == 200


def test_a_failed_write_lets_the_next_one_in(engine: Engine) -> None:
    writing = engine.execution_options(writes=True)
    with pytest.raises(IntegrityError), writing.begin() as connection:
        connection.execute(text("INSERT INTO tally VALUES ('a', 1)"))
    with writing.begin() as connection:
        connection.execute(text("INSERT INTO tally VALUES ('b', 1)"))


@contextmanager
def another_process_writes(engine: Engine) -> Iterator[int]:
    """Its lock on the file beside the database, as an open file."""
    file = os.open(f"{engine.url.database}-writer", os.O_RDWR | os.O_CREAT)
    fcntl.flock(file, fcntl.LOCK_EX)
    yield file
    os.close(file)


def count_in_line() -> int:
    return sum(thread.name == "writer-in-line" for thread in threading.enumerate())


def test_a_writer_waits_while_another_process_writes(engine: Engine) -> None:
    with another_process_writes(engine) as file:
        release = threading.Timer(0.2, fcntl.flock, (file, fcntl.LOCK_UN))
        release.start()
        with engine.execution_options(writes=True).begin() as connection:
            connection.execute(text("UPDATE tally SET n = 7"))
        release.join()
    assert count_in_line() == 0


def test_a_writer_gives_up_when_another_process_writes_too_long(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.2)
    writing = engine.execution_options(writes=True)
    with another_process_writes(engine):
        for _ in range(2):
            with pytest.raises(sqlite3.OperationalError, match="locked"), writing.begin():
                pass
        assert count_in_line() == 2
    for thread in threading.enumerate():
        if thread.name == "writer-in-line":
            thread.join(10)
    assert count_in_line() == 0
    with another_process_writes(engine):
        pass  # those who gave up hold nothing
    with writing.begin() as connection:
        connection.execute(text("UPDATE tally SET n = 8"))


def test_a_reader_does_not_wait_for_a_writer(engine: Engine) -> None:
    with engine.execution_options(writes=True).begin() as writer:
        writer.execute(text("UPDATE tally SET n = 7"))
        with engine.connect() as reader:
            assert reader.execute(text("SELECT n FROM tally")).scalar() == 0


def test_a_connection_closed_in_mid_write_lets_the_next_one_in(engine: Engine) -> None:
    connection = engine.execution_options(writes=True).connect()
    connection.execute(text("UPDATE tally SET n = 7"))
    connection.close()
    with engine.execution_options(writes=True).begin() as following:
        assert following.execute(text("SELECT n FROM tally")).scalar() == 0
