"""Answers of the strong and of the weak, to every question of the demo's banks."""

from fractions import Fraction

import pytest

from quizapp.banks.model import Question
from quizapp.demo import bank_files
from quizapp.demo.answering import answer
from quizapp.demo.essays import ESSAYS, judge
from quizapp.demo.model import TRUTHS, Dice, Sitter, item_of
from quizapp.demo.wordings import RIGHT_WORDINGS

QUESTIONS = {
    question.id: question
    for name in bank_files.NAMES
    for question in (bank_files.load(name).bank or pytest.fail(name)).questions
}
PEOPLE = range(60)


def earned(question: Question, ability: float) -> Fraction:
    """The mean share of its points among people of this ability."""
    fractions = [
        question.body.grade(answer(question.body, sitter(question, ability, number))).fraction
        for number in PEOPLE
    ]
    return sum(fractions, Fraction(0)) / len(fractions)


def sitter(question: Question, ability: float, number: int) -> Sitter:
    return Sitter(question.id, item_of(question), ability, Dice("test", question.id, number))


def test_the_banks_have_no_problems() -> None:
    assert [bank_files.load(name).problems for name in bank_files.NAMES] == [(), (), ()]


def test_all_nine_types_are_asked() -> None:
    assert len({question.body.name for question in QUESTIONS.values()}) == 9


@pytest.mark.parametrize(
    "id", sorted(QUESTIONS.keys() - TRUTHS.keys() - RIGHT_WORDINGS.keys() - ESSAYS.keys())
)
def test_who_knows_everything_earns_everything(id: str) -> None:
    assert earned(QUESTIONS[id], 100) == 1


@pytest.mark.parametrize("id", sorted(RIGHT_WORDINGS))
def test_right_in_other_words_earns_nearly_everything(id: str) -> None:
    assert earned(QUESTIONS[id], 40) > Fraction(1, 2)


@pytest.mark.parametrize("id", sorted(QUESTIONS.keys() - ESSAYS.keys() - {"no-spread", *TRUTHS}))
def test_the_weak_earn_less(id: str) -> None:
    assert earned(QUESTIONS[id], -100) < Fraction(3, 4)


def test_who_knows_everything_misses_the_wrong_key() -> None:
    assert earned(QUESTIONS["least-moved"], 40) == 0


def test_some_answers_earn_a_part() -> None:
    types = set()
    for question in QUESTIONS.values():
        for number in PEOPLE:
            given = answer(question.body, sitter(question, 0, number))
            if 0 < question.body.grade(given).fraction < 1:
                types.add(question.body.name)
    assert types == {"multiple_response", "matching", "ordering", "cloze", "numerical"}


@pytest.mark.parametrize("id", sorted(ESSAYS))
def test_better_essays_get_more_points(id: str) -> None:
    def points(ability: float) -> Fraction:
        texts = [
            answer(QUESTIONS[id].body, sitter(QUESTIONS[id], ability, each)) for each in PEOPLE
        ]
        return sum((sum(judge(id, text, Dice("m"))) for (text,) in texts), Fraction(0))

    assert points(2) > points(0) > points(-2)


@pytest.mark.parametrize("id", sorted(ESSAYS))
def test_a_judge_looks_at_each_line_of_the_rubric(id: str) -> None:
    lines = QUESTIONS[id].body.criteria() or (None,)
    assert len(ESSAYS[id]) == len(lines)
