"""Options in an order that tells nothing: keys stand everywhere equally often."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from quizapp.banks.model import Question
from quizapp.banks.rules import Choice
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.multiple_response import MultipleResponse
from quizapp.question_types.options import Option


def place_keys(questions: Sequence[Question], random: Random) -> list[Question]:
    """The same questions; worded options change places, numbers and dates stay sorted."""
    decks: dict[int, list[int]] = {}
    return [_placed(question, decks, random) for question in questions]


def _placed(question: Question, decks: dict[int, list[int]], random: Random) -> Question:
    body = question.body
    if isinstance(body, MultipleResponse):
        shuffled = random.sample(body.options, len(body.options))
        return replace(question, body=replace(body, options=tuple(shuffled)))
    if not isinstance(body, MultipleChoice) or any(map(_is_sorted, body.options)):
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


def _is_sorted(option: Option) -> bool:
    """Whether the option is of a kind that is read in order: it has a number."""
    return (
        any(map(str.isdigit, option.text)) or Choice(option.text, option.correct).number is not None
    )
