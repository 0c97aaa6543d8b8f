"""A PostgreSQL server of the tests' own, from whatever server package this machine has."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def find_programs() -> Path | None:
    """The folder that holds `initdb`, or None if no server is installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return installed[-1].parent if installed else None


@contextmanager
def running_server(programs: Path) -> Iterator[str]:
    """A server with an empty data folder; yields the start of its databases' URLs."""
    owner = _owner()
    folder = Path(tempfile.mkdtemp(prefix="quizapp-pg-"))
    if owner:
        shutil.chown(folder, owner)
    port = _free_port()
    data = folder / "data"
    run = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
    options = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories={folder}"
    _call([programs / "initdb", "-D", data, "-U", "quizapp", "-A", "trust", "-N"], owner)
    _call([*run, "-o", options, "start"], owner)
    try:
        yield f"postgresql://quizapp@127.0.0.1:{port}/"
    finally:
        _call([*run, "-m", "immediate", "stop"], owner)
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> str | None:
    """PostgreSQL refuses to run as root; its package brings a user of its own."""
    if os.geteuid() != 0:
        return None
    return pwd.getpwnam("postgres").pw_name


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _call(command: list[object], owner: str | None) -> None:
    subprocess.run(
        [str(part) for part in command],
        user=owner,
        cwd="/",
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=60,
    )
