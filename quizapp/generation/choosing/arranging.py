"""Options in an order that tells nothing: keys stand everywhere equally often."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from quizapp.banks.model import Question
from quizapp.generation.proposals import Proposal
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.multiple_response import MultipleResponse


def place_keys(
    chosen: Sequence[tuple[Proposal, Question]], random: Random
) -> list[tuple[Proposal, Question]]:
    """The same questions; worded options change places, figures and dates stay in order."""
    decks: dict[int, list[int]] = {}
    ranks: Counter[tuple[bool, int]] = Counter()
    return [
        (
            proposal,
            _ranked(proposal, question, ranks)
            if _is_sorted(proposal)
            else _placed(question, decks, random),
        )
        for proposal, question in chosen
    ]


def _is_sorted(proposal: Proposal) -> bool:
    """Whether the options are of a kind that is read in order, such as months."""
    return proposal.topic in ("figure", "date")


def _ranked(proposal: Proposal, question: Question, ranks: Counter[tuple[bool, int]]) -> Question:
    """With as many wrong options below the key as in the fewest questions so far."""
    bodies = [body for body in proposal.bodies() if isinstance(body, MultipleChoice)]
    if not isinstance(question.body, MultipleChoice) or not bodies:
        return question
    best = min(bodies, key=lambda body: (ranks[_rank(body)], body != question.body))
    ranks[_rank(best)] += 1
    return replace(question, body=best)


def _rank(body: MultipleChoice) -> tuple[bool, int]:
    """Whether the key is told in digits, and how many options are before it."""
    at = next(at for at, option in enumerate(body.options) if option.correct)
    return any(map(str.isdigit, body.options[at].text)), at


def _placed(question: Question, decks: dict[int, list[int]], random: Random) -> Question:
    body = question.body
    if isinstance(body, MultipleResponse):
        shuffled = random.sample(body.options, len(body.options))
        return replace(question, body=replace(body, options=tuple(shuffled)))
    if not isinstance(body, MultipleChoice):
        return question
    key = next(option for option in body.options if option.correct)
    others = [option for option in body.options if not option.correct]
    random.shuffle(others)
    others.insert(_deal(decks, len(body.options), random), key)
    return replace(question, body=replace(body, options=tuple(others)))


def _deal(decks: dict[int, list[int]], size: int, random: Random) -> int:
    """The next place, each one once before any comes again."""
    deck = decks.setdefault(size, [])
    if not deck:
        deck.extend(random.sample(range(size), size))
    return deck.pop()
