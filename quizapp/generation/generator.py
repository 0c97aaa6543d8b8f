"""An article to a draft bank: every tier proposes, one gate decides, the best are kept."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from random import Random
from typing import Literal

from quizapp.banks.formatter import format_text
from quizapp.banks.model import Bank, Question
from quizapp.banks.reader import parse
from quizapp.banks.writer import write
from quizapp.generation import arranging, ranking
from quizapp.generation.article import Article, UnfitArticle
from quizapp.generation.endpoint import Model
from quizapp.generation.figures import find_figures
from quizapp.generation.findings import Findings
from quizapp.generation.gate import Passed, sieve
from quizapp.generation.model_part import ModelPart
from quizapp.generation.proposals import Dropped, Proposal
from quizapp.generation.questions import make_bank
from quizapp.generation.sentences import NoParser, find_parser
from quizapp.generation.verification import Refusal

_WORDS_A_QUESTION = 25  # of the article, where nobody says how many
_FEWEST = 12

Ask = Callable[[Findings, Random], Iterator[Proposal]]
LIGHT: tuple[Ask, ...] = ()


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
class Draft:
    """A draft bank with what was left out, and what its reader should know."""

    bank: Bank
    text: str  # of the bank's file
    article: Article
    proposed: int
    dropped: tuple[Dropped, ...]
    notices: tuple[str, ...] = ()  # sentences, such as that no parser is installed
    refused: tuple[Refusal, ...] = ()  # what a model said that isn't so


@dataclass(frozen=True)
class Step:
    """A part of the work that takes a while."""

    label: str
    propose: Callable[[], Iterable[Proposal]]


@dataclass(frozen=True)
class _Plan:
    """Who proposes."""

    tier: str
    steps: tuple[Step, ...]
    notices: tuple[str, ...]
    part: ModelPart | None = None


Track = Callable[[Sequence[Step]], Iterable[Step]]


def draft_bank(article: Article, name: str, wishes: Wishes, track: Track = iter) -> Draft:
    """The draft called `name`; the same for the same article and wishes. Raises UnfitArticle.

    `track` passes the steps on one by one, for a progress bar.
    """
    plan = _plan(article, wishes)
    proposals = [each for step in track(plan.steps) for each in step.propose()]
    wanted = [each for each in proposals if not wishes.types or each.body.name in wishes.types]
    sieved = sieve(wanted, article)
    sections = [sentence.section for sentence in article.sentences]
    chosen, left = ranking.choose(sieved.passed, sections, wishes.count or _fitting(article))
    notices = _notices(plan, chosen)
    if not chosen:
        raise UnfitArticle(" ".join([*notices[len(plan.notices) :], _nothing(len(wanted), wishes)]))
    dropped = (*sieved.dropped, *left)
    report = _report(plan, chosen, wanted, dropped)
    bank, text, unread = _write(name, article, _arranged(chosen, _seed(article, wishes)), report)
    refused = tuple(plan.part.asking.refusals) if plan.part else ()
    return Draft(bank, text, article, len(wanted), (*dropped, *unread), notices, refused)


def _notices(plan: _Plan, chosen: Sequence[Passed]) -> tuple[str, ...]:
    """What is known before anything is asked, and what came out."""
    said = plan.part.notice([each.proposal for each in chosen]) if plan.part else ""
    return (*plan.notices, said) if said else plan.notices


def _plan(article: Article, wishes: Wishes) -> _Plan:
    """The steps of the rules and, before them, those of a model."""
    plan = _plan_of_rules(article, wishes)
    if wishes.model is None:
        return plan
    part = ModelPart(article, wishes.model, wishes.types, check=wishes.check)
    steps = tuple(Step(label, partial(iter, proposals)) for label, proposals in part.steps())
    return replace(plan, steps=(*steps, *plan.steps), part=part)


def _plan_of_rules(article: Article, wishes: Wishes) -> _Plan:
    findings = Findings(article, find_figures(article), ())
    seed = _seed(article, wishes)
    steps = [
        Step("Asking", partial(ask, findings, Random(f"{seed} {at}")))
        for at, ask in enumerate(LIGHT)
    ]
    if wishes.tier == "light":
        return _Plan("light", tuple(steps), ())
    parser = find_parser(wishes.parser)
    if isinstance(parser, NoParser):
        return _Plan("light", tuple(steps), (parser.notice,))
    return _Plan("parser", tuple(steps), tuple(filter(None, (parser.notice,))))


def _seed(article: Article, wishes: Wishes) -> str:
    """What every choice follows from."""
    if wishes.seed is not None:
        return str(wishes.seed)
    return sha256(article.text.encode()).hexdigest()


def _fitting(article: Article) -> int:
    """How many questions suit an article's length."""
    words = sum(len(sentence.text.split()) for sentence in article.sentences)
    return min(ranking.MOST, max(_FEWEST, words // _WORDS_A_QUESTION))


def _nothing(proposed: int, wishes: Wishes) -> str:
    of_types = f" of the types {', '.join(wishes.types)}" if wishes.types else ""
    return (
        f"No question{of_types} could be drafted from the article ({proposed} were tried). "
        "Texts that state facts, figures, names and reasons give more."
    )


def _arranged(chosen: Sequence[Passed], seed: str) -> list[tuple[Proposal, Question]]:
    questions = arranging.place_keys([each.question for each in chosen], Random(seed))
    return list(zip((each.proposal for each in chosen), questions, strict=True))


def _report(
    plan: _Plan, chosen: Sequence[Passed], proposed: Sequence[Proposal], dropped: Sequence[Dropped]
) -> list[tuple[str, str]]:
    """What the bank's front matter says of how it came to be."""
    reasons = Counter(each.reason for each in dropped).most_common()
    by_model = any(each.proposal.tier == "model" for each in chosen)
    return [
        ("by", f"quizapp {version('quizapp')}"),
        ("tier", "model" if by_model else plan.tier),
        *(plan.part.report() if plan.part else ()),
        ("proposed", str(len(proposed))),
        ("kept", str(len(proposed) - len(dropped))),
        ("dropped", ", ".join(f"{reason} {count}" for reason, count in reasons)),
    ]


def _write(
    name: str,
    article: Article,
    chosen: Sequence[tuple[Proposal, Question]],
    report: Sequence[tuple[str, str]],
) -> tuple[Bank, str, tuple[Dropped, ...]]:
    """The bank, its file's text, and what was left out because the file would read otherwise."""
    text = format_text(write(make_bank(name, article, chosen, report)), name)
    bank = parse(text, name).bank
    assert bank is not None
    read = Counter(question.heading for question in bank.questions)
    kept = [pair for pair in chosen if read[pair[1].heading]]
    if len(kept) == len(chosen):
        return bank, text, ()
    lost = [pair[0] for pair in chosen if not read[pair[1].heading]]
    sentence = "Its text can't be written as a question file."
    unread = tuple(Dropped(proposal, "unwritable", sentence) for proposal in lost)
    bank, text, more = _write(name, article, kept, report)
    return bank, text, (*unread, *more)
