"""Reading banks for the people who teach, and making quizzes from them."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.accounts.audit import Act, record
from quizapp.authoring.bank_page import BankList, BankPage, Reach, build_page, list_lines, matches
from quizapp.authoring.queries import list_uses
from quizapp.banks.image_files import NoImage, Picture, read_picture
from quizapp.banks.library import FolderMissing, Library, LoadedBank
from quizapp.banks.shelf import archive_bank, archived_names, rename_bank, take_back_bank
from quizapp.errors import NotFound
from quizapp.extensions import db, transaction
from quizapp.quizzes.service import CannotPublish, publishable, rename_bank_of_quizzes
from quizapp.revisions.queries import banks_with_history
from quizapp.revisions.service import rename_history


def read_banks(library: Library, reach: Reach, find: str = "") -> BankList:
    """The banks within reach, those with the most problems first; `find` narrows them."""
    folder = library.folder.resolve()
    try:
        banks = [bank for bank in library.load_all() if reach.reads(bank.name)]
        misnamed = library.misnamed() if reach.banks is None else ()
    except FolderMissing:
        return BankList(folder, is_missing=True)
    lines = list_lines(banks, list_uses(), reach)
    archived = archived_names(library.folder)
    gone = banks_with_history().difference(library.names(), archived)
    return BankList(
        folder,
        is_missing=False,
        banks=tuple(line for line in lines if matches(line, find)),
        misnamed=misnamed,
        archived=archived if reach.banks is None else (),
        gone=tuple(sorted(gone)) if reach.banks is None else (),
        find=find,
    )


def read_bank(library: Library, reach: Reach, name: str) -> BankPage:
    """One of them; raises NotFound."""
    if not reach.reads(name):
        raise NotFound
    loaded = library.load(name)
    return build_page(loaded, list_uses(), reach, unfit=why_unfit(loaded))


def read_image(library: Library, reach: Reach, path: str) -> Picture:
    """An image as it is in the folder now; raises NotFound.

    Who may read some of the banks finds only the images that those name.
    """
    if reach.banks is not None and not _is_named(library, reach, path):
        raise NotFound
    try:
        return read_picture(library.folder, path)
    except NoImage as error:
        raise NotFound(str(error)) from error


def _is_named(library: Library, reach: Reach, path: str) -> bool:
    banks = (bank for bank in library.load_all() if reach.reads(bank.name))
    return any(image.path == path for bank in banks for image in bank.images)


@dataclass(frozen=True)
class Mover:
    """Who moves a bank about, and when."""

    user_id: str
    now: datetime


@transaction
def rename(library: Library, name: str, new_name: str, mover: Mover) -> None:
    """Give a bank another name; its history, drafts and quizzes go with it. Raises NotSaved."""
    rename_history(name, new_name)
    rename_bank_of_quizzes(name, new_name)
    on = f"bank {name}"
    record(Act.BANK_EDITED, on, mover.now, by=mover.user_id, detail=f"renamed {new_name}")
    db.session.flush()
    rename_bank(library.folder, name, new_name)


@transaction
def archive(library: Library, name: str, mover: Mover) -> None:
    """Put a bank away; its history and the quizzes made from it stay. Raises NotSaved."""
    record(Act.BANK_EDITED, f"bank {name}", mover.now, by=mover.user_id, detail="archived")
    archive_bank(library.folder, name)


@transaction
def take_back(library: Library, name: str, mover: Mover) -> None:
    """The reverse of `archive`."""
    record(Act.BANK_EDITED, f"bank {name}", mover.now, by=mover.user_id, detail="taken back")
    take_back_bank(library.folder, name)


def why_unfit(bank: LoadedBank) -> str:
    """Why no quiz can be made from it, as a sentence; "" if one can."""
    try:
        publishable(bank)
    except CannotPublish as error:
        return str(error)
    return ""
