"""Opens the review of a draft at one of its questions."""

from quizapp.authoring.editing import Sheet
from quizapp.banks.difference import lines_of
from quizapp.banks.library import LoadedBank
from quizapp.banks.reviewing import Drafted, read_drafted
from quizapp.drafting.review_page import ReviewPage, build_page


def open_review(sheet: Sheet, key: str) -> ReviewPage:
    """The question of this key or, if there is none, the next one to decide on.

    Raises BankNotFound.
    """
    loaded = sheet.library.load(sheet.name)
    drafted = _drafted(loaded)
    chosen = drafted.find(key) or drafted.next_waiting()
    texts = sheet.library.texts(loaded.bank.sources) if loaded.bank else {}
    return build_page(loaded, drafted, texts, chosen)


def next_key(sheet: Sheet, key: str) -> str | None:
    """Which question comes up once this one is decided on; None if it is the last."""
    drafted = _drafted(sheet.library.load(sheet.name))
    decided = drafted.find(key)
    waiting = drafted.next_waiting(decided.line + 1 if decided else 0)
    return waiting.key if waiting and waiting != decided else None


def _drafted(loaded: LoadedBank) -> Drafted:
    return read_drafted("\n".join(lines_of(loaded.text)))
