"""Moving banks about in their folder, and what lies beside them; nothing is ever overwritten."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from quizapp.banks.chips import SLUG
from quizapp.banks.files import Unreadable, locked, opened_folder, read_file, replace_file
from quizapp.banks.formatter import slug
from quizapp.banks.image_files import LARGEST_IMAGE, MEDIA_TYPES, kind_of
from quizapp.banks.saving import BAD_NAME, NotSaved

ARCHIVE = "archived"  # banks that are put away, in the folder of the banks
IMAGES = "images"  # where images go that are uploaded
SOURCES = "sources"  # where the texts go that drafts were made from
MOST_LISTED = 500


def archived_names(folder: Path) -> tuple[str, ...]:
    """The names of the banks that are put away, in order."""
    try:
        names = [path.name for path in (folder / ARCHIVE).iterdir() if path.suffix == ".md"]
    except OSError:
        return ()
    return tuple(sorted(name[:-3] for name in names if SLUG.fullmatch(name[:-3])))


def rename_bank(folder: Path, name: str, new_name: str) -> None:
    """Give a bank's file another name; raises NotSaved."""
    if new_name in archived_names(folder):
        raise NotSaved(f"There is an archived bank {new_name}. Choose another name.")
    with _moving(folder, name, new_name) as handle:
        _move(f"{name}.md", f"{new_name}.md", handle, handle)


def archive_bank(folder: Path, name: str) -> None:
    """Put a bank's file away, where it is no bank; raises NotSaved."""
    with _moving(folder, name) as handle:
        _ensure_file(f"{name}.md", handle)
        with _below(handle, ARCHIVE) as archive:
            _move(f"{name}.md", f"{name}.md", handle, archive)


def take_back_bank(folder: Path, name: str) -> None:
    """The reverse of `archive_bank`."""
    with _moving(folder, name) as handle:
        if name not in archived_names(folder):
            raise NotSaved(f"There is no archived bank {name}.")
        with _below(handle, ARCHIVE) as archive:
            _move(f"{name}.md", f"{name}.md", archive, handle)


def add_image(folder: Path, name: str, raw: bytes) -> str:
    """Put an image among the banks; its path for the Markdown. Raises NotSaved.

    What kind it is, its content says; `name` is what somebody calls it.
    """
    kind = kind_of(raw)
    if kind is None:
        raise NotSaved(
            "That isn't an image that browsers show safely. Save the picture as PNG, JPEG, GIF "
            "or WebP."
        )
    if len(raw) > LARGEST_IMAGE:
        raise NotSaved("The image is larger than 1 MB. Make the picture smaller.")
    file = f"{slug(PurePosixPath(name).stem, {}, 'image')}.{kind}"
    with _moving(folder) as handle, _below(handle, IMAGES) as images:
        if _is_there(file, images):
            _ensure_same_image(folder, f"{IMAGES}/{file}", raw)
        else:
            replace_file(images, file, raw)
    return f"{IMAGES}/{file}"


def add_source(folder: Path, file: str, raw: bytes) -> None:
    """Put a text among the sources, whose file gets this name; raises NotSaved."""
    with _moving(folder) as handle, _below(handle, SOURCES) as sources:
        if _is_there(file, sources):
            raise NotSaved(f"There is a file {SOURCES}/{file} already. Choose another name.")
        replace_file(sources, file, raw)


def remove_source(folder: Path, file: str) -> None:
    """Take it away again, since its bank wasn't saved."""
    with _moving(folder) as handle, _below(handle, SOURCES) as sources:
        os.unlink(file, dir_fd=sources)
        os.fsync(sources)


def list_images(folder: Path) -> list[str]:
    """The paths of the image files in the folder and below, at most MOST_LISTED."""
    found: list[str] = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(here, name) for name in sorted(names))
        found += [str(path.relative_to(folder)) for path in paths if _is_image(path)]
        if len(found) >= MOST_LISTED:
            break
    return found[:MOST_LISTED]


def _is_image(path: Path) -> bool:
    endings = {*MEDIA_TYPES, "jpeg"}
    return path.suffix.lower().lstrip(".") in endings and stat.S_ISREG(path.lstat().st_mode)


def _ensure_same_image(folder: Path, path: str, raw: bytes) -> None:
    if read_file(folder, path).raw != raw:
        raise NotSaved(f"There is another image at {path}. Give yours another name.")


@contextmanager
def _moving(folder: Path, *names: str) -> Iterator[int]:
    """The locked folder; what the system refuses becomes NotSaved."""
    if not all(SLUG.fullmatch(name) for name in names):
        raise NotSaved(BAD_NAME)
    try:
        with locked(folder) as handle:
            yield handle
    except (OSError, Unreadable) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        raise NotSaved(f"That can't be done: {reason}. Every file is as it was.") from error


@contextmanager
def _below(handle: int, name: str) -> Iterator[int]:
    """A folder in a locked one, made if need be; a link to one is refused."""
    if not _is_there(name, handle):
        os.mkdir(name, dir_fd=handle)
    with opened_folder(name, handle) as below:
        yield below


def _move(name: str, new_name: str, source: int, target: int) -> None:
    _ensure_file(name, source)
    if _is_there(new_name, target):
        raise NotSaved(f"There is a bank {new_name[:-3]} already. Choose another name.")
    os.rename(name, new_name, src_dir_fd=source, dst_dir_fd=target)
    os.fsync(target)
    os.fsync(source)


def _ensure_file(name: str, handle: int) -> None:
    """Raises NotSaved for what isn't there or is a link, a pipe or a folder."""
    if not _is_there(name, handle):
        raise NotSaved(f"There is no file {name} any more.")
    if not stat.S_ISREG(os.stat(name, dir_fd=handle, follow_symlinks=False).st_mode):
        raise NotSaved(f"{name} isn't a plain file, so it stays where it is.")


def _is_there(name: str, handle: int) -> bool:
    try:
        os.stat(name, dir_fd=handle, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True
