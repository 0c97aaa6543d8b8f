"""Files of one folder: no name leads out of it, and no file is ever half written."""

import fcntl
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

LARGEST = 8 * 1024 * 1024  # bytes
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC

SETTLED = 2_000_000_000  # nanoseconds; clocks of file systems may tick as slowly as this

# Changed, size, inode, inode changed: while it stays and has settled, so does the content. Programs
# can set the first back, as git and rsync do, and a new file may get an old inode; nobody sets the
# last.
Stamp = tuple[int, int, int, int]


class Unreadable(Exception):
    """It is there, but isn't a file that is read; the text says why."""


@dataclass(frozen=True)
class File:
    """A file's bytes and the stamp they had."""

    raw: bytes
    stamp: Stamp


def read_file(folder: Path, path: str) -> File:
    """The file at `path` below `folder`; raises FileNotFoundError or Unreadable.

    Links, devices, pipes and files over LARGEST are refused.
    """
    with _opened(folder, path) as handle:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(f"{path} isn't a file. Put a plain file in its place.")
        if status.st_size > LARGEST:
            raise Unreadable(f"{path} is larger than {LARGEST >> 20} MB. Split it into several.")
        with os.fdopen(os.dup(handle), "rb") as stream:
            return File(stream.read(LARGEST + 1), _stamp(status))


def stamp_of(folder: Path, path: str) -> Stamp | None:
    """The stamp of a file; None if it isn't there or isn't a plain file."""
    try:
        status = os.lstat(folder.joinpath(*_parts(path)))
    except (OSError, ValueError, Unreadable):
        return None
    return _stamp(status) if stat.S_ISREG(status.st_mode) else None


def has_settled(stamp: Stamp | None, read_at: int) -> bool:
    """Whether a file read at `read_at` (nanoseconds since 1970) can't change without its stamp.

    One that changed just before could change again within the same tick of the clock.
    """
    return stamp is None or max(stamp[0], stamp[3]) < read_at - SETTLED


def is_writable(folder: Path, name: str) -> bool:
    """Whether a file in the folder, or a new one, may be written; modes count for root too."""
    try:
        mode = os.lstat(folder / name).st_mode
    except OSError:
        mode = stat.S_IWUSR
    return bool(mode & 0o222) and os.access(folder, os.W_OK | os.X_OK)


@contextmanager
def locked(folder: Path) -> Iterator[int]:
    """The open folder, to which nobody else writes meanwhile who locks it too."""
    handle = os.open(folder, _FOLDER)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
    finally:
        os.close(handle)


@contextmanager
def opened_folder(name: str, inside: int) -> Iterator[int]:
    """The open folder `name` in an open one; a link to one is refused."""
    handle = os.open(name, _FOLDER | os.O_NOFOLLOW, dir_fd=inside)
    try:
        yield handle
    finally:
        os.close(handle)


def replace_file(folder: int, name: str, raw: bytes) -> None:
    """Puts `raw` in the place of the file `name` in a locked folder: all of it, or nothing."""
    mode = _mode(folder, name)
    _clear_up(folder, name)
    temporary = f".{name}.{secrets.token_hex(8)}.tmp"
    handle = os.open(temporary, _NEW_FILE, 0o600, dir_fd=folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fchmod(stream.fileno(), mode)
            os.fsync(stream.fileno())
        os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(temporary, dir_fd=folder)
        raise
    os.fsync(folder)


def _clear_up(folder: int, name: str) -> None:
    """Deletes what savers left who were killed; no other saver is at work in a locked folder."""
    for left in os.listdir(folder):
        if left.startswith(f".{name}.") and left.endswith(".tmp"):
            with suppress(FileNotFoundError):
                os.unlink(left, dir_fd=folder)


def _mode(folder: int, name: str) -> int:
    """The old file's permissions; a new one's are what the process's umask leaves."""
    try:
        return stat.S_IMODE(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


@contextmanager
def _opened(folder: Path, path: str) -> Iterator[int]:
    """The open file; every part of the way to it is a real folder."""
    *folders, name = _parts(path)
    handles: list[int] = []
    try:
        handles.append(os.open(folder, _FOLDER))
        for part in folders:
            handles.append(os.open(part, _FOLDER | os.O_NOFOLLOW, dir_fd=handles[-1]))
        handles.append(os.open(name, _FILE, dir_fd=handles[-1]))
        yield handles[-1]
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise Unreadable(f"{path} can't be read ({reason}). Links aren't followed.") from error
    finally:
        for handle in reversed(handles):
            os.close(handle)


def _parts(path: str) -> tuple[str, ...]:
    parts = PurePosixPath(path).parts
    if not parts or parts[0].startswith("/") or ".." in parts:
        raise Unreadable(f"{path} isn't inside the folder of the banks.")
    return parts


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns
