"""Which facts of an article questions ask for already, and how well."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.findings import Findings, Name
from quizapp.generation.passages.gap_places import Place
from quizapp.generation.proposals import Proposal

Strength = Literal["not", "weakly", "well"]


class Asked:
    """What some questions ask; blanks and statements do it weakly, a passage may do it instead."""

    def __init__(self, proposals: Iterable[Proposal], findings: Findings) -> None:
        numbers = {each.text: at for at, each in enumerate(findings.article.sentences)}
        self.facts: set[str] = set()
        self.on: Counter[int] = Counter()  # of each sentence, how many questions rest on it
        self.well_on: Counter[int] = Counter()  # those among them that no passage replaces
        self._well: set[str] = set()
        self._answers: set[tuple[int, str]] = set()
        for each in proposals:
            asked = {each.fact, *each.gaps}
            self.facts |= asked
            on = {numbers[quote] for quote in each.quotes if quote in numbers}
            self.on.update(on)
            if not is_weak(each):
                self.well_on.update(on)
                self._well |= asked
                self._answers.add((each.sentence, each.answer))

    def how(self, place: Place, said: str) -> Strength:
        """How they ask for `said`, which stands in that place."""
        if place.fact in self._well or any(
            holds(answer, said) or (answer and holds(said, answer))
            for sentence, answer in self._answers
            if sentence == place.sentence or isinstance(place.key, Name)
        ):
            return "well"
        return "weakly" if place.fact in self.facts else "not"


def is_weak(proposal: Proposal) -> bool:
    """Whether it is a single blank or a statement."""
    return proposal.form in ("blank", "statement") and not proposal.gaps
