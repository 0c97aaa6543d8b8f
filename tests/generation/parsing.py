"""The parser that is installed here, and articles to try it on."""

from functools import cache

import pytest

from quizapp.generation.article import Article, ArticleSection, Sentence
from quizapp.generation.sentences import NoParser, Parser, find_parser
from quizapp.generation.trees import ParsedSentence


@cache
def _found() -> Parser | NoParser:
    return find_parser()


def parser_or_skip() -> Parser:
    """Loaded once for all tests."""
    found = _found()
    if isinstance(found, NoParser):
        pytest.skip(found.notice)
    return found


def make_article(*sentences: str) -> Article:
    """An article of one section with these sentences, in one paragraph."""
    found, start = [], 0
    for text in sentences:
        found.append(Sentence(text, start, start + len(text), paragraph=0, section=0))
        start += len(text) + 1
    return Article(" ".join(sentences), tuple(found), (ArticleSection(),))


def parse(*sentences: str) -> tuple[ParsedSentence, ...]:
    """The sentences as trees, by the parser that is installed."""
    return parser_or_skip().parse(make_article(*sentences))
