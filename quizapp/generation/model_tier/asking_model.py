"""A model's questions on an article: facts first, then questions on those that are verified."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import groupby

from quizapp.banks.evidence import fold
from quizapp.generation.article import Article
from quizapp.generation.model_tier import model_prompts
from quizapp.generation.model_tier.endpoint import Model, ModelFailed, Prompt
from quizapp.generation.model_tier.model_items import make_proposal
from quizapp.generation.model_tier.model_replies import (
    Fact,
    Item,
    Malformed,
    read_facts,
    read_items,
)
from quizapp.generation.model_tier.verification import Ground, Refusal, Verified
from quizapp.generation.model_tier.verifying_items import doubts_about_item
from quizapp.generation.proposals import Proposal

MOST_PASSAGES = 24  # of an article that are asked about
MOST_FACTS = 80  # that are asked about, the important ones first
_PASSAGE = 6_000  # characters that are sent at once
_BATCH = 8  # facts that are asked about at once
_RETRIES = 2


@dataclass
class Asking:
    """One article and one model; remembers what was refused, and why the model was given up."""

    article: Article
    model: Model
    types: tuple[str, ...] = ()  # of questions; (): all
    refusals: list[Refusal] = field(default_factory=list)
    failure: str = ""  # a sentence
    verified: dict[str, Verified] = field(default_factory=dict)
    asked: int = 0  # entries of replies
    kept: int = 0

    def __post_init__(self) -> None:
        self.ground = Ground(self.article)
        self.passages = tuple(passages(self.article))[:MOST_PASSAGES]

    def find_facts(self, passage: int) -> None:
        """Asks for the facts of one passage, and keeps those that are verified."""
        prompt = model_prompts.facts_prompt(self.passages[passage])
        for _ in range(1 + _RETRIES):
            said = self.reply(prompt)
            if said is None:
                return
            found = [self._check_fact(each) for each in read_facts(said)]
            reasons = self._note(found)
            if not reasons:
                return
            prompt = model_prompts.again(
                model_prompts.facts_prompt(self.passages[passage]), reasons
            )

    def propose(self) -> Iterator[Proposal]:
        """Asks for questions on all verified facts."""
        facts = sorted(self.verified.values(), key=lambda each: -each.fact.importance)[:MOST_FACTS]
        for start in range(0, len(facts), _BATCH):
            yield from self._propose_on(facts[start : start + _BATCH])

    def _propose_on(self, facts: Sequence[Verified]) -> Iterator[Proposal]:
        told = [{"id": each.id, **asdict(each.fact)} for each in facts]
        prompt = model_prompts.items_prompt(told, self.types)
        for _ in range(1 + _RETRIES):
            said = self.reply(prompt)
            if said is None:
                return
            found = [self._check_item(each) for each in read_items(said)]
            yield from (each for each in found if isinstance(each, Proposal))
            reasons = self._note(found)
            if not reasons:
                return
            prompt = model_prompts.again(model_prompts.items_prompt(told, self.types), reasons)

    def reply(self, prompt: Prompt) -> str | None:
        """What the model says; None once it has failed."""
        if self.failure:
            return None
        try:
            return self.model.reply(prompt)
        except ModelFailed as error:
            self.failure = str(error)
            return None

    def _note(self, found: Sequence[object]) -> list[str]:
        """Counts what a reply gave; the reasons to tell the model if it should try again."""
        refused = [each for each in found if isinstance(each, Refusal)]
        self.refusals.extend(refused)
        self.asked += len(found)
        self.kept += len(found) - len(refused)
        is_enough = len(refused) * 2 <= len(found)
        return [] if is_enough else [each.sentence for each in refused]

    def _check_fact(self, said: Fact | Malformed) -> Verified | Refusal:
        if isinstance(said, Malformed):
            return Refusal("malformed", said.sentence)
        checked = self.ground.check_fact(said, f"f{len(self.verified) + 1}")
        if isinstance(checked, Verified):
            if any(_same_fact(checked, other) for other in self.verified.values()):
                return Refusal("same-fact", "This fact was named before.", said.claim)
            self.verified[checked.id] = checked
        return checked

    def _check_item(self, said: Item | Malformed) -> Proposal | Refusal:
        if isinstance(said, Malformed):
            return Refusal("malformed", said.sentence)
        verified = self.verified.get(said.fact_id)
        if verified is None:
            return Refusal("unknown-fact", "The fact_id is none of the facts.", said.stem)
        if self.types and said.type not in self.types:
            return Refusal("unwanted-type", "The type isn't one of those wanted.", said.stem)
        doubt = next(doubts_about_item(said, verified, self.verified, self.ground), None)
        if doubt is not None:
            return doubt
        proposal = make_proposal(said, verified, self.ground)
        return proposal or Refusal("unwritable", "Its answer can't be typed.", said.stem)


def _same_fact(one: Verified, other: Verified) -> bool:
    first, second = (fold(each.fact.answer).casefold() for each in (one, other))
    return one.sentence == other.sentence and first == second


def passages(article: Article) -> Iterator[str]:
    """The article's sentences in pieces no larger than is sent at once; short sections together."""
    piece = ""
    for section, group in groupby(article.sentences, key=lambda each: each.section):
        title = article.sections[section].title
        for line in (f"# {title}" if title else "", *(each.text for each in group)):
            if piece and len(piece) + len(line) > _PASSAGE:
                yield piece
                piece = ""
            piece += f"{line}\n" if line else ""
    yield piece
