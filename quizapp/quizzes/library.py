"""The site's folder of banks, for whatever page or verb needs it."""

from flask import current_app

from quizapp.banks.library import FolderMissing, Library, LoadedBank


def site_library() -> Library:
    """The banks; kept, so that only files that changed are read again."""
    folder = current_app.config["SETTINGS"].questions
    library: Library = current_app.extensions.setdefault("quizapp-library", Library(folder))
    return library


def load_banks() -> dict[str, LoadedBank]:
    """Every bank by its name; none if the folder isn't there."""
    try:
        return {bank.name: bank for bank in site_library().load_all()}
    except FolderMissing:
        return {}
