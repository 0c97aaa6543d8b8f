"""An article to a draft bank: every tier proposes, one gate decides, the best are kept."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from random import Random

from quizapp.banks.formatter import format_text
from quizapp.banks.model import Bank, Question
from quizapp.banks.reader import parse
from quizapp.banks.writer import write
from quizapp.generation.article import Article, UnfitArticle
from quizapp.generation.choosing import arranging, ranking
from quizapp.generation.choosing.copying import limit_copied
from quizapp.generation.choosing.gate import Passed, sieve
from quizapp.generation.choosing.passages_with_gaps import fill_gaps
from quizapp.generation.choosing.questions import make_bank
from quizapp.generation.model_tier.verification import Refusal
from quizapp.generation.proposals import Dropped, Proposal
from quizapp.generation.tiers import Plan, Step, Wishes, make_plan, seed_of
from quizapp.question_types.cloze import Cloze

_WORDS_A_QUESTION = 15  # of the article, where nobody says how many
_FEWEST = 12
_MORE = 4  # for passages with gaps


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


Pair = tuple[Proposal, Question]
Track = Callable[[Sequence[Step]], Iterable[Step]]


def draft_bank(article: Article, name: str, wishes: Wishes, track: Track = iter) -> Draft:
    """The draft called `name`; the same for the same article and wishes. Raises UnfitArticle.

    `track` passes the steps on one by one, for a progress bar.
    """
    plan = make_plan(article, wishes)
    proposals = [each for step in track(plan.steps) for each in step.propose()]
    wanted = [each for each in proposals if not wishes.types or each.body.name in wishes.types]
    sieved = sieve(wanted, article)
    sections = [sentence.section for sentence in article.sentences]
    count = wishes.count or _fitting(article)
    chosen, left = ranking.choose(sieved.passed, sections, count)
    if not wishes.types or Cloze.name in wishes.types:
        most = wishes.count or min(ranking.MOST, count + _MORE)
        filled = fill_gaps(chosen, plan.findings, most, f"{seed_of(article, wishes)} gaps")
        chosen, wanted = filled.chosen, [*wanted, *filled.proposed]
        left = [*left, *filled.dropped]
    if not wishes.types:
        chosen, copied = limit_copied(chosen)
        left = [*left, *copied]
    notices = _notices(plan, chosen)
    if not chosen:
        raise UnfitArticle(" ".join([*notices[len(plan.notices) :], _nothing(len(wanted), wishes)]))
    pairs = [(each.proposal, each.question) for each in chosen]
    placed = arranging.place_keys(pairs, Random(seed_of(article, wishes)))
    kept, lost = _read_back(name, article, placed)
    dropped = (*sieved.dropped, *left, *lost)
    bank, text = _write(name, article, kept, _report(plan, kept, wanted, dropped))
    refused = tuple(plan.part.asking.refusals) if plan.part else ()
    return Draft(bank, text, article, len(wanted), dropped, notices, refused)


def _notices(plan: Plan, chosen: Sequence[Passed]) -> tuple[str, ...]:
    """What is known before anything is asked, and what came out."""
    said = plan.part.notice([each.proposal for each in chosen]) if plan.part else ""
    return (*plan.notices, said) if said else plan.notices


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


def _read_back(
    name: str, article: Article, placed: Sequence[Pair]
) -> tuple[list[Pair], list[Dropped]]:
    """Those that a file says as they are meant, and the others."""
    bank, _ = _write(name, article, placed, ())
    read = {_asked(question) for question in bank.questions}
    kept = [pair for pair in placed if _asked(pair[1]) in read]
    sentence = "Its text can't be written as a question file."
    lost = [
        Dropped(proposal, "unwritable", sentence)
        for proposal, question in placed
        if _asked(question) not in read
    ]
    return kept, lost


def _asked(question: Question) -> tuple[str, str]:
    """What tells a question from all others."""
    return question.heading, question.body.running_text()


def _write(
    name: str, article: Article, pairs: Sequence[Pair], report: Sequence[tuple[str, str]]
) -> tuple[Bank, str]:
    """The bank as its file reads, and the file's text."""
    text = format_text(write(make_bank(name, article, pairs, report)), name)
    bank = parse(text, name).bank
    assert bank is not None
    return bank, text


def _report(
    plan: Plan, kept: Sequence[Pair], proposed: Sequence[Proposal], dropped: Sequence[Dropped]
) -> list[tuple[str, str]]:
    """What the bank's front matter says of how it came to be."""
    reasons = Counter(each.reason for each in dropped).most_common()
    by_model = any(proposal.tier == "model" for proposal, _ in kept)
    return [
        ("by", f"quizapp {version('quizapp')}"),
        ("tier", "model" if by_model else plan.tier),
        *(plan.part.report() if plan.part else ()),
        ("proposed", str(len(proposed))),
        ("kept", str(len(kept))),
        ("dropped", ", ".join(f"{reason} {count}" for reason, count in reasons)),
    ]
