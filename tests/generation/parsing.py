"""The parser that is installed here, and articles to try it on."""

from collections.abc import Iterable
from functools import cache
from random import Random

import pytest

from quizapp.generation.article import Article, ArticleSection, Sentence
from quizapp.generation.figures.finding import find_figures
from quizapp.generation.findings import Findings
from quizapp.generation.names.finding import find_names
from quizapp.generation.parser_tier.parsed_article import ParsedArticle, read_parsed
from quizapp.generation.parsing.sentences import NoParser, Parser, find_parser
from quizapp.generation.parsing.trees import ParsedSentence
from quizapp.generation.proposals import Proposal
from tests.generation.sentence_trees import trees


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


def read(*names: str) -> ParsedArticle:
    """The sentences of these names from sentence_trees.txt, as an article that was parsed."""
    parsed = trees(*names)
    article = make_article(*(sentence.text for sentence in parsed))
    findings = Findings(article, find_figures(article), find_names(article))
    return read_parsed(findings, parsed, Random(1))


def read_sentences(*sentences: str) -> ParsedArticle:
    """An article of these sentences, one paragraph, as the parser that is installed reads it."""
    article = make_article(*sentences)
    findings = Findings(article, find_figures(article), find_names(article))
    return read_parsed(findings, parser_or_skip().parse(article), Random(1))


def stems(proposals: Iterable[Proposal]) -> list[str]:
    """What is asked."""
    return [proposal.stem for proposal in proposals]
