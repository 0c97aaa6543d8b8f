"""Reads a page as a person does: its words, without the tags."""

from html.parser import HTMLParser

from werkzeug.test import TestResponse


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def text_of(response: TestResponse) -> str:
    """The words of a page that was found, single spaces between them."""
    assert response.status_code == 200, response.status
    return words_in(response.text)


def words_in(page: str) -> str:
    """The words of any page."""
    parser = _Words()
    parser.feed(page)
    return " ".join(parser.words)
