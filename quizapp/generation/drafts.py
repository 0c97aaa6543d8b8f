"""Drafts to files: the bank and, beside it, the text that its evidence stands in."""

import os
from pathlib import Path, PurePosixPath

from quizapp.banks.chips import SLUG
from quizapp.banks.formatter import slug
from quizapp.banks.library import Library
from quizapp.banks.shelf import add_source, remove_source
from quizapp.errors import Refused
from quizapp.generation.article import Article
from quizapp.generation.choosing.questions import source_file, source_text
from quizapp.generation.generator import Draft


class DraftNotSaved(Refused):
    """Nothing was written; the text says why."""


def name_for(article: Article) -> str:
    """A bank's name made from the article's title."""
    return slug(article.title, {}, "draft")


def ensure_free(folder: Path, name: str) -> None:
    """Raise DraftNotSaved if a new bank can't get this name."""
    if not SLUG.fullmatch(name):
        raise DraftNotSaved(
            f"{name!r} isn't a bank's name. Use at most 64 small letters, digits and hyphens."
        )
    for path in (folder / f"{name}.md", folder / source_file(name)):
        if os.path.lexists(path):
            raise DraftNotSaved(f"There is a file {path} already. Choose another name.")


def save(folder: Path, draft: Draft) -> Path:
    """Write both files or none; the bank's path. Raises DraftNotSaved, BankChanged or NotSaved."""
    name = draft.bank.name
    ensure_free(folder, name)
    source = PurePosixPath(source_file(name)).name
    add_source(folder, source, source_text(draft.article).encode())
    try:
        Library(folder).save(name, draft.text, "")
    except BaseException:
        remove_source(folder, source)
        raise
    return folder / f"{name}.md"
