"""The demo's own banks: files in this folder, copied among a site's banks only when asked."""

from hashlib import sha256
from pathlib import Path

from quizapp.banks.library import Library, LoadedBank, check
from quizapp.errors import Conflict

FOLDER = Path(__file__).parent / "files"
NAMES = ("demo-chance-and-samples", "demo-describing-data", "demo-relations-in-data")


class BankTaken(Conflict):
    """Somebody else's bank has the name of one of the demo's."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is another bank {name}.md already. Rename it, or make the demo without --banks."
        )


def load(name: str) -> LoadedBank:
    """One of the demo's banks."""
    return check(_text(name), name, {})


def copy_to(library: Library) -> None:
    """Put the banks among those of the site; raises BankTaken."""
    present = set(library.names())
    others = [name for name in NAMES if name in present and not _is_ours(library, name)]
    if others:
        raise BankTaken(others[0])
    for name in NAMES:
        if name not in present:
            library.save(name, _text(name), "")


def remove_from(library: Library) -> tuple[str, ...]:
    """Take the banks away again; those that somebody has edited stay, and are returned."""
    present = set(library.names()) & set(NAMES)
    ours = {name for name in present if _is_ours(library, name)}
    for name in ours:
        (library.folder / f"{name}.md").unlink()
    return tuple(sorted(present - ours))


def _text(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def _is_ours(library: Library, name: str) -> bool:
    return library.load(name).digest == sha256(_text(name).encode()).hexdigest()
