"""What a simulated student answers: one function, which knows each type of question."""

from functools import singledispatch

from quizapp.demo.essays import write
from quizapp.demo.model import TRUTHS, Sitter
from quizapp.demo.wordings import RIGHT_WORDINGS, WRONG_WORDINGS
from quizapp.question_types.base import Answer, QuestionType
from quizapp.question_types.cloze import Cloze
from quizapp.question_types.essay import Essay
from quizapp.question_types.gaps import ChoiceGap, ClozeGap, WrittenGap
from quizapp.question_types.matching import Matching
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.multiple_response import MultipleResponse
from quizapp.question_types.numerical import Numerical
from quizapp.question_types.ordering import Ordering
from quizapp.question_types.short_answer import ShortAnswer
from quizapp.question_types.true_false import TrueFalse
from quizapp.question_types.values import Value

BLANK_ROW = 0.08  # how often a row or gap that somebody doesn't know stays empty


@singledispatch
def answer(body: QuestionType, sitter: Sitter) -> Answer:
    """A stored answer to a question with this body, not blank on purpose."""
    raise NotImplementedError(body.name)


@answer.register
def _(body: MultipleChoice, sitter: Sitter) -> Answer:
    truth = TRUTHS.get(sitter.question_id) or next(iter(body.keys))
    if sitter.knows(guess=1 / len(body.options)):
        return (truth,)
    return (sitter.prefer([name for name in body.named if name != truth]),)


@answer.register
def _(body: MultipleResponse, sitter: Sitter) -> Answer:
    chosen = [name for name in body.named if sitter.knows(guess=0.5) == (name in body.keys)]
    return tuple(chosen) or (sitter.prefer(list(body.named)),)


@answer.register
def _(body: TrueFalse, sitter: Sitter) -> Answer:
    return ("true" if sitter.knows(guess=0.5) == body.truth else "false",)


@answer.register
def _(body: Numerical, sitter: Sitter) -> Answer:
    return (_written(body.accepted.values, body.key()[0], sitter),)


@answer.register
def _(body: ShortAnswer, sitter: Sitter) -> Answer:
    return (_written(body.accepted.values, body.key()[0], sitter),)


@answer.register
def _(body: Cloze, sitter: Sitter) -> Answer:
    return tuple(_fill(gap, sitter) for gap in body.gaps)


@answer.register
def _(body: Matching, sitter: Sitter) -> Answer:
    rows = [(row, _match(body, row, sitter)) for row in body.named]
    return tuple(f"{row}={choice}" for row, choice in rows if choice)


@answer.register
def _(body: Ordering, sitter: Sitter) -> Answer:
    names = list(body.named)
    for at in range(len(names) - 1):
        if not sitter.knows(guess=0.3):
            names[at], names[at + 1] = names[at + 1], names[at]
    return tuple(f"{name}={names.index(name) + 1}" for name in body.named)


@answer.register
def _(body: Essay, sitter: Sitter) -> Answer:
    return (write(sitter),)


def _written(values: tuple[Value, ...], key: str, sitter: Sitter) -> str:
    """A right text or number, a nearly right one, a known mistake or another wrong one."""
    if sitter.knows():
        return sitter.dice.pick([key, key, *RIGHT_WORDINGS.get(sitter.question_id, ())])
    partial = [value.interval for value in values if 0 < value.fraction < 1 and value.interval]
    if partial and sitter.knows():
        return str(float(sitter.dice.pick([partial[0].low, partial[0].high]))).removesuffix(".0")
    mistakes = [value.text for value in values if value.mistake]
    wrong = [*mistakes, *WRONG_WORDINGS.get(sitter.question_id, ())]
    return sitter.prefer(wrong) if wrong else "?"


def _fill(gap: ClozeGap, sitter: Sitter) -> str:
    if isinstance(gap, ChoiceGap):
        if sitter.knows(guess=1 / len(gap.choices)):
            return gap.key()
        others = [str(at) for at in range(1, len(gap.choices) + 1) if str(at) != gap.key()]
        return sitter.prefer(others)
    assert isinstance(gap, WrittenGap)
    if not sitter.knows() and sitter.dice.happens(BLANK_ROW):
        return ""
    return _written(gap.accepted.values, gap.key(), sitter)


def _match(body: Matching, row: str, sitter: Sitter) -> str:
    if sitter.knows(guess=1 / len(body.choices)):
        return body.keys[row]
    if sitter.dice.happens(BLANK_ROW):
        return ""
    return sitter.prefer([name for name in body.choices if name != body.keys[row]])
