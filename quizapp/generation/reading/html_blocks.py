"""A web page to the blocks of its article, by an extraction library that is an extra."""

from quizapp.errors import UserError
from quizapp.generation.article import UnfitArticle
from quizapp.generation.reading.blocks import Blocks, markdown_blocks, tidy

_ABOUT = {"title": "title", "author": "author", "sitename": "publisher", "date": "date"}


class ExtractorMissing(UserError):
    """The library that reads HTML isn't installed."""


def html_blocks(text: str) -> Blocks:
    """The article in a page; raises ExtractorMissing, or UnfitArticle if there is none."""
    try:
        import trafilatura
    except ImportError:
        raise ExtractorMissing(
            "HTML is read with an extra that isn't installed. Run: pip install 'quizapp[html]', "
            "or save the article as plain text."
        ) from None
    found = trafilatura.extract(
        text, output_format="markdown", include_comments=False, include_tables=False
    )
    if not found:
        raise UnfitArticle("No article was found in the page. Save its text as plain text.")
    said = trafilatura.extract_metadata(text)
    about = {ours: tidy(getattr(said, theirs, None) or "") for theirs, ours in _ABOUT.items()}
    return Blocks(markdown_blocks(tidy(found)).blocks, about)
