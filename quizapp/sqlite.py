"""SQLite as a quiz needs it: durable at every commit, and one writer at a time in fair order.

SQLite's own waiters sleep in steps while the running writer takes the lock again, so a save could
starve for seconds. Writers therefore queue here first: on a lock in this process, and on a locked
file beside the database for other processes. Who hasn't got both in time gives up, so that the
page can say that nothing was saved.
"""

import fcntl
import os
import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event

WAIT_SECONDS = 10
LOCKED = "database is locked"
_process_lock = threading.Lock()


class FileWaiter(threading.Thread):
    """Stands in the system's line for a locked file, which has no limit of its own.

    Asking again and again instead would lose the turn to a process with many writers. Whoever
    gives up leaves the open file to the waiter, which closes it as soon as it is let in.
    """

    def __init__(self, file: int) -> None:
        super().__init__(name="writer-in-line", daemon=True)
        self._file = file
        self._deciding = threading.Lock()
        self._has_lock = False
        self._is_given_up = False

    def run(self) -> None:
        """Wait, however long it takes."""
        fcntl.flock(self._file, fcntl.LOCK_EX)
        with self._deciding:
            self._has_lock = True
            if self._is_given_up:
                os.close(self._file)

    def has_lock_by(self, until: float) -> bool:
        """Wait until then, by the monotonic clock; False: given up."""
        self.start()
        self.join(max(until - time.monotonic(), 0))
        with self._deciding:
            self._is_given_up = not self._has_lock
            return self._has_lock


class QueuedConnection(sqlite3.Connection):
    """A connection whose write transactions wait for their turn."""

    _lock_file: int | None = None
    _holds_lock = False

    def begin_write(self) -> None:
        """Wait for the turn, then BEGIN IMMEDIATE: what is read next can't change before COMMIT."""
        until = time.monotonic() + WAIT_SECONDS
        if not _process_lock.acquire(timeout=WAIT_SECONDS):
            raise sqlite3.OperationalError(LOCKED)
        self._holds_lock = True
        try:
            self._lock_out_other_processes(until)
            self.execute("BEGIN IMMEDIATE")
        except BaseException:
            self._let_go()
            raise

    def commit(self) -> None:
        """Let the next writer in once the commit is on disk."""
        super().commit()
        self._let_go()

    def rollback(self) -> None:
        """Let the next writer in."""
        try:
            super().rollback()
        finally:
            self._let_go()

    def close(self) -> None:
        """Let the next writer in, and close the lock's file too."""
        super().close()
        self._let_go()
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None

    def _lock_out_other_processes(self, until: float) -> None:
        if self._lock_file is None:
            self._lock_file = self._open_lock_file()
        try:
            fcntl.flock(self._lock_file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiter = FileWaiter(self._lock_file)
            if not waiter.has_lock_by(until):
                self._lock_file = None  # the waiter's now
                raise sqlite3.OperationalError(LOCKED) from None

    def _open_lock_file(self) -> int:
        database = self.execute("PRAGMA database_list").fetchone()[2]
        path = Path(f"{database}-writer")
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def _let_go(self) -> None:
        if not self._holds_lock:
            return
        if self._lock_file is not None:
            fcntl.flock(self._lock_file, fcntl.LOCK_UN)
        self._holds_lock = False
        _process_lock.release()


CONNECT_ARGS: dict[str, Any] = {
    "factory": QueuedConnection,
    "isolation_level": None,  # the driver starts no transaction of its own
    "timeout": WAIT_SECONDS,
}


def prepare(engine: Engine) -> None:
    """Hook the settings and the kind of BEGIN into `engine`; other databases need nothing."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")  # a student was told "saved": survive a power cut
    connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    driver = connection.connection.dbapi_connection
    assert isinstance(driver, QueuedConnection)
    if connection.get_execution_options().get("writes"):
        driver.begin_write()
    else:
        driver.execute("BEGIN")
