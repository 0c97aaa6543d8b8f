"""Who proposes questions about an article, by what is wished and what is installed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from random import Random
from typing import Literal

from quizapp.generation.article import Article
from quizapp.generation.asking import (
    asking_acts,
    asking_claims,
    asking_figures,
    asking_names,
    asking_order,
    asking_outcomes,
    asking_pairs,
    asking_places,
    asking_reasons,
    asking_sources,
    asking_terms,
)
from quizapp.generation.english.spelling import is_british, with_british_bases
from quizapp.generation.figures.finding import find_figures
from quizapp.generation.findings import Findings
from quizapp.generation.model_tier.endpoint import Model
from quizapp.generation.model_tier.model_part import ModelPart
from quizapp.generation.names.finding import find_names
from quizapp.generation.parser_tier import asking_parser
from quizapp.generation.parsing.sentences import NoParser, Parser, find_parser
from quizapp.generation.proposals import Proposal

Ask = Callable[[Findings, Random], Iterator[Proposal]]
LIGHT: tuple[Ask, ...] = (
    asking_figures.propose,
    asking_names.propose,
    asking_terms.propose,
    asking_reasons.propose,
    asking_sources.propose,
    asking_order.propose,
    asking_places.propose,
    asking_outcomes.propose,
    asking_acts.propose,
    asking_claims.propose,
    asking_pairs.propose,
)


@dataclass(frozen=True)
class Wishes:
    """What whoever drafts a bank may choose."""

    count: int | None = None  # at most; None: as many as suit the article's length
    types: tuple[str, ...] = ()  # names of question types; (): all
    seed: int | None = None  # None: from the article itself
    tier: Literal["best", "light"] = "best"  # best: with a parser where one is installed
    parser: str = ""  # the parser's model; "": any that is installed
    model: Model | None = None  # that is asked beside the rules; the article is sent to it
    check: bool = False  # whether the model answers its questions itself, to find wrong keys


@dataclass(frozen=True)
class Step:
    """A part of the work that takes a while."""

    label: str
    propose: Callable[[], Iterable[Proposal]]


@dataclass(frozen=True)
class Plan:
    """Who proposes."""

    tier: str
    steps: tuple[Step, ...]
    notices: tuple[str, ...]
    findings: Findings
    part: ModelPart | None = None


def make_plan(article: Article, wishes: Wishes) -> Plan:
    """The steps of the rules and, before them, those of a model."""
    plan = _plan_of_rules(article, wishes)
    if wishes.model is None:
        return plan
    part = ModelPart(article, wishes.model, wishes.types, check=wishes.check)
    steps = tuple(Step(label, partial(iter, proposals)) for label, proposals in part.steps())
    return replace(plan, steps=(*steps, *plan.steps), part=part)


def _plan_of_rules(article: Article, wishes: Wishes) -> Plan:
    findings = Findings(article, find_figures(article), find_names(article))
    seed = seed_of(article, wishes)
    asks = [partial(ask, findings, Random(f"{seed} {at}")) for at, ask in enumerate(LIGHT)]
    spelled = partial(_spelled, british=is_british(article.text))
    steps = [Step("Asking", partial(spelled, ask)) for ask in asks]
    if wishes.tier == "light":
        return Plan("light", tuple(steps), (), findings)
    parser = find_parser(wishes.parser)
    if isinstance(parser, NoParser):
        return Plan("light", tuple(steps), (parser.notice,), findings)
    by_parser = partial(_by_parser, parser, findings, Random(f"{seed} parser"))
    steps.append(Step("Parsing", partial(spelled, by_parser)))
    return Plan("parser", tuple(steps), tuple(filter(None, (parser.notice,))), findings)


def _by_parser(parser: Parser, findings: Findings, random: Random) -> Iterator[Proposal]:
    yield from asking_parser.propose(findings, parser.parse(findings.article), random)


def _spelled(ask: Callable[[], Iterable[Proposal]], *, british: bool) -> Iterator[Proposal]:
    """What the rules propose, which know American spelling."""
    for each in ask():
        yield replace(each, stem=with_british_bases(each.stem)) if british else each


def seed_of(article: Article, wishes: Wishes) -> str:
    """What every choice follows from."""
    if wishes.seed is not None:
        return str(wishes.seed)
    return sha256(article.text.encode()).hexdigest()
