"""Questions for figures and dates: what an article counts, measures and dates."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from random import Random

from quizapp.generation.asking.amount_questions import Words, amount_question
from quizapp.generation.asking.asking_in_place import IN_PLACE, question_in_place
from quizapp.generation.asking.date_questions import date_question
from quizapp.generation.asking.figure_bodies import choices, choices_by_rank, number_field
from quizapp.generation.asking.figure_statements import altered, statement, with_gap
from quizapp.generation.asking.question_words import (
    amount_words,
    is_bounded,
    is_hedged,
    number_words,
)
from quizapp.generation.clauses.figure_clauses import FigureClauses
from quizapp.generation.clauses.spots import Spot
from quizapp.generation.distractors.figure_distractors import Distractor, Ranks, Spread, find_spread
from quizapp.generation.findings import Figure, Findings
from quizapp.generation.names.casing import Casing
from quizapp.generation.names.finding import find_names
from quizapp.generation.proposals import Form, Proposal
from quizapp.question_types.base import QuestionType
from quizapp.question_types.true_false import TrueFalse

LONGEST = 45  # words of a stem
LONGEST_STATEMENT = 32
OWN_TIME = frozenset({"date", "year"})


def propose(findings: Findings, random: Random) -> Iterator[Proposal]:
    """All that rules can ask about figures; which of it is best is for others to say."""
    names = findings.names or find_names(findings.article)
    casing = Casing(findings.article, names)
    clauses = FigureClauses(findings.article, casing)
    ranks = Ranks(random)
    for figure in findings.figures:
        spots = tuple(clauses.holding(figure))
        if not spots:
            continue
        spread = find_spread(figure, findings, random)
        asked = _Asked(findings, casing, figure, spots, spread, spread.dealt(ranks))
        yield from asked.questions()
        yield from asked.gaps()
        yield from asked.statements(random)


@dataclass(frozen=True)
class _Asked:
    """A figure with all that is needed to ask for it."""

    findings: Findings
    casing: Casing
    figure: Figure
    spots: tuple[Spot, ...]
    spread: Spread
    wrong: tuple[Distractor, ...]

    def questions(self) -> Iterator[Proposal]:
        """Real questions, to be answered by choosing and by writing a number."""
        for spot in self.spots:
            if stem := self._turned(spot, amount_words):
                yield from self._asked(spot, stem, self._turned(spot, number_words))
                return
        spot = self.spots[0]
        if stem := question_in_place(spot, amount_words):
            for each in self._asked(spot, stem, question_in_place(spot, number_words)):
                yield replace(each, flags=(IN_PLACE,))

    def _turned(self, spot: Spot, words: Words) -> str | None:
        return amount_question(spot, self.casing, words) or date_question(spot, self.casing)

    def _asked(self, spot: Spot, stem: str, number: str | None) -> Iterator[Proposal]:
        yield from self._choice(stem, "question", spot)
        if number is not None:
            yield from self._number(number, "question", spot)

    def gaps(self) -> Iterator[Proposal]:
        """The clause with a gap."""
        spot = self.spots[0]
        yield from self._choice(with_gap(spot, only_amount=self._only_amounts()), "blank", spot)
        if self.figure.kind != "money":
            yield from self._number(with_gap(spot, only_amount=True, in_digits=True), "blank", spot)

    def statements(self, random: Random) -> Iterator[Proposal]:
        """One that is true and one that isn't, so that either may be chosen."""
        spot = self.spots[0]
        for is_true in random.sample((True, False), 2):
            text = self._said(spot) if is_true else self._altered(spot, random)
            if text is not None and len(text.split()) <= LONGEST_STATEMENT:
                yield from self._proposal(text, TrueFalse(is_true), "statement", spot)

    def _said(self, spot: Spot) -> str:
        return statement(spot, self.casing)

    def _altered(self, spot: Spot, random: Random) -> str | None:
        return altered(spot, self.wrong, random, self.casing)

    def _only_amounts(self) -> bool:
        """Whether the options are numbers alone, since the stem has what is counted."""
        return self.figure.kind in ("count", "measure", "duration") and self.figure.value != 1

    def _choice(self, stem: str, form: Form, spot: Spot) -> Iterator[Proposal]:
        if is_bounded(spot):
            return
        is_range = self.figure.kind == "range" and self.figure.unit not in ("percent", "year")
        only_amounts = self._only_amounts() or (is_range and form == "question")
        body = choices(self.figure, self.wrong, only_amounts=only_amounts)
        if body is not None:
            bodies = partial(choices_by_rank, self.figure, self.spread, only_amounts=only_amounts)
            for each in self._proposal(stem, body, form, spot):
                yield replace(each, bodies=bodies)

    def _number(self, stem: str, form: Form, spot: Spot) -> Iterator[Proposal]:
        body = number_field(self.figure, hedged=is_hedged(spot))
        if body is not None:
            yield from self._proposal(stem, body, form, spot)

    def _proposal(
        self, stem: str, body: QuestionType, form: Form, spot: Spot
    ) -> Iterator[Proposal]:
        if len(stem.split()) > LONGEST:
            return
        figure = self.figure
        yield Proposal(
            stem=stem,
            body=body,
            quotes=(self.findings.article.sentences[figure.sentence].text,),
            sentence=figure.sentence,
            fact=f"{figure.sentence}:{figure.text}",
            form=form,
            topic="date" if figure.kind in OWN_TIME else "figure",
            tier="light",
            explanation=self._said(spot),
            answer="" if isinstance(body, TrueFalse) else figure.text,
        )
