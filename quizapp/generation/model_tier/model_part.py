"""A model's part in a draft: its steps, and what the draft says of them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from quizapp.generation.article import Article
from quizapp.generation.model_tier.asking_model import Asking
from quizapp.generation.model_tier.endpoint import Model
from quizapp.generation.model_tier.model_prompts import PROMPT_VERSION
from quizapp.generation.model_tier.model_schemas import ITEM_TYPES
from quizapp.generation.model_tier.second_look import look_again
from quizapp.generation.proposals import Proposal

_ENOUGH = 0.5  # of a draft's questions


class ModelPart:
    """What one model is asked for, step by step, and how that went."""

    def __init__(self, article: Article, model: Model, types: tuple[str, ...], *, check: bool):
        self.check = check
        wanted = tuple(kind for kind in types if kind in ITEM_TYPES)
        self.can_help = bool(wanted) or not types
        self.asking = Asking(article, model, wanted)

    def steps(self) -> Iterable[tuple[str, Iterable[Proposal]]]:
        """Labels with proposals that are asked for when they are taken; the facts go first."""
        if not self.can_help:
            return
        for passage in range(len(self.asking.passages)):
            yield "Finding facts", self._find(passage)
        yield "Writing questions", self._propose()

    def _find(self, passage: int) -> Iterable[Proposal]:
        self.asking.find_facts(passage)
        yield from ()

    def _propose(self) -> Iterable[Proposal]:
        proposals = list(self.asking.propose())
        yield from look_again(proposals, self.asking) if self.check else proposals

    def report(self) -> list[tuple[str, str]]:
        """What the bank's front matter says of the model."""
        reasons = Counter(each.reason for each in self.asking.refusals).most_common()
        return [
            ("model", self.asking.model.name),
            ("prompts", PROMPT_VERSION),
            ("facts", str(len(self.asking.verified))),
            ("refused", ", ".join(f"{reason} {count}" for reason, count in reasons)),
        ]

    def notice(self, chosen: Sequence[Proposal]) -> str:
        """What whoever drafts should know; "" if the model did its part."""
        mine = sum(proposal.tier == "model" for proposal in chosen)
        asking = self.asking
        if not self.can_help:
            return f"A model is asked for these types alone: {', '.join(ITEM_TYPES)}."
        if asking.failure:
            rest = "Its questions until then are used, the rest is" if mine else "The bank is"
            return f"{asking.failure} {rest} drafted without it."
        if mine < _ENOUGH * len(chosen):
            return (
                f"Only {mine} of the {len(chosen)} questions are the model's, the rest is drafted "
                f"without it: {len(asking.refusals)} of its facts and questions didn't pass the "
                "checks."
            )
        return ""
