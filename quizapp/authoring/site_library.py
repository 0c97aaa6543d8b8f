"""The site's banks."""

from flask import current_app

from quizapp.banks.library import Library


def site_library() -> Library:
    """The banks; kept, so that only files that changed are read again."""
    folder = current_app.config["SETTINGS"].questions
    library: Library = current_app.extensions.setdefault("quizapp-library", Library(folder))
    return library
