"""Reading banks for the people who teach, and making quizzes from them."""

from quizapp.authoring.bank_page import BankList, BankPage, Reach, build_page, list_lines
from quizapp.authoring.queries import list_uses
from quizapp.banks.image_files import NoImage, Picture, read_picture
from quizapp.banks.library import FolderMissing, Library, LoadedBank
from quizapp.errors import NotFound
from quizapp.quizzes.service import CannotPublish, publishable


def read_banks(library: Library, reach: Reach) -> BankList:
    """The banks within reach, those with the most problems first."""
    folder = library.folder.resolve()
    try:
        banks = [bank for bank in library.load_all() if reach.reads(bank.name)]
        misnamed = library.misnamed() if reach.banks is None else ()
    except FolderMissing:
        return BankList(folder, is_missing=True)
    lines = list_lines(banks, list_uses(), reach)
    return BankList(folder, is_missing=False, banks=lines, misnamed=misnamed)


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


def why_unfit(bank: LoadedBank) -> str:
    """Why no quiz can be made from it, as a sentence; "" if one can."""
    try:
        publishable(bank)
    except CannotPublish as error:
        return str(error)
    return ""
