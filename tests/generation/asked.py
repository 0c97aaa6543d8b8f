"""What a way of asking makes of a few sentences."""

from collections.abc import Callable, Iterator
from random import Random

from quizapp.generation.article import Article
from quizapp.generation.figures.finding import find_figures
from quizapp.generation.findings import Findings
from quizapp.generation.names.finding import find_names
from quizapp.generation.proposals import Proposal
from tests.generation.builders import make_article

Propose = Callable[[Findings, Random], Iterator[Proposal]]


def findings_of(article: Article) -> Findings:
    return Findings(article, find_figures(article), find_names(article))


def ask(propose: Propose, text: str, seed: int = 1) -> list[Proposal]:
    """All proposals about a text whose lines are paragraphs."""
    return list(propose(findings_of(make_article(text)), Random(seed)))


def stems(propose: Propose, text: str) -> list[str]:
    return [proposal.stem for proposal in ask(propose, text)]


def key_of(proposal: Proposal) -> str:
    """The first thing that earns everything, as people read it."""
    return proposal.body.key_words()[0]
