"""What every type promises about another key: it counts, and a file can say it."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.banks.model import Bank, Question, Section
from quizapp.banks.reader import parse
from quizapp.banks.writer import write
from quizapp.question_types import all_types
from quizapp.question_types.base import Answer, QuestionType, UnfitKey
from quizapp.question_types.matching import Matching
from tests.question_types.test_contract import example

KEYED = [kind for kind in all_types() if example(kind).body.key() is not None]
keyed_type = pytest.mark.parametrize("kind", KEYED, ids=lambda kind: kind.name)
WRITTEN = ["short_answer", "numerical", "cloze"]
written_type = pytest.mark.parametrize(
    "kind", [kind for kind in KEYED if kind.name in WRITTEN], ids=lambda kind: kind.name
)
numbers = st.decimals(-9999, 9999, places=2).map(str) | st.integers(0, 99999).map(str)
plain = st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=12)
plain |= numbers
ANOTHER: dict[str, Answer] = {
    "multiple_choice": ("c",),
    "multiple_response": ("b", "d"),
    "true_false": ("true",),
    "numerical": ("212",),
    "short_answer": ("Sydney",),
    "cloze": ("1970", "Apollo 12", "1"),
    "matching": ("a=b", "b=a", "c=-1"),
    "ordering": ("a=4", "b=3", "c=2", "d=1"),
}


def read_back(question: Question, body: QuestionType) -> QuestionType:
    """The body after a way through a file."""
    changed = Question(question.heading, body, question.id, question.text, shuffle=question.shuffle)
    bank = Bank("example", "Example", (Section((changed,)),))
    reading = parse(write(bank), "example")
    assert reading.bank is not None and reading.bank.questions, reading.problems
    return reading.bank.questions[0].body


def earned(body: QuestionType, answer: Answer, given_to: QuestionType) -> Fraction:
    return body.grade(body.translate(answer, given_to)).fraction


@keyed_type
def test_another_key_earns_everything(kind: type[QuestionType]) -> None:
    body = example(kind).body
    answer = ANOTHER[kind.name]
    assert body.grade(answer).fraction < 1
    assert earned(body.with_key(answer), answer, body) == 1


@keyed_type
def test_old_key_no_longer_earns_everything(kind: type[QuestionType]) -> None:
    body = example(kind).body
    assert earned(body.with_key(ANOTHER[kind.name]), body.key() or (), body) < 1


@keyed_type
def test_a_file_can_say_another_key(kind: type[QuestionType]) -> None:
    question = example(kind)
    changed = question.body.with_key(ANOTHER[kind.name])
    assert read_back(question, changed) == changed


@keyed_type
def test_answers_to_the_old_key_can_be_read_with_the_new_one(kind: type[QuestionType]) -> None:
    body = example(kind).body
    changed = body.with_key(ANOTHER[kind.name])
    assert changed.is_alike(body) and body.is_alike(changed)


@keyed_type
def test_going_back_to_the_first_key_grades_as_before(kind: type[QuestionType]) -> None:
    body = example(kind).body
    there = body.with_key(ANOTHER[kind.name])
    back = there.with_key(there.translate(body.key() or (), body))
    assert earned(back, body.key() or (), body) == 1
    assert earned(back, ANOTHER[kind.name], body) == body.grade(ANOTHER[kind.name]).fraction


@pytest.mark.parametrize("kind", all_types(), ids=lambda kind: kind.name)
def test_nothing_is_no_key(kind: type[QuestionType]) -> None:
    with pytest.raises(UnfitKey):
        example(kind).body.with_key(())


@given(st.randoms(use_true_random=False))
def test_any_matching_of_the_choices_can_be_the_key(random: Random) -> None:
    body = example(Matching).body
    assert isinstance(body, Matching)
    names = list(body.choices)
    answer = tuple(f"{row}={random.choice(names)}" for row in body.named)
    changed = body.with_key(answer)
    assert earned(changed, answer, body) == 1
    assert read_back(example(Matching), changed) == changed


@keyed_type
def test_types_of_other_parts_are_not_alike(kind: type[QuestionType]) -> None:
    body = example(kind).body
    assert not any(body.is_alike(example(other).body) for other in KEYED if other is not kind)


def answer_of(kind: type[QuestionType], text: str) -> Answer:
    """A student's answer with this text in its first field."""
    return (text, *(example(kind).body.key() or ())[1:])


@written_type
@given(text=plain | st.text(max_size=20))
def test_accepting_an_answer_makes_it_earn_everything(kind: type[QuestionType], text: str) -> None:
    question = example(kind)
    answer = answer_of(kind, text)
    changed = question.body.accepting(answer)
    if changed is None:
        return  # not every text can be a value
    assert changed.grade(answer).fraction == 1


@written_type
@given(text=plain, other=plain)
def test_accepting_an_answer_takes_points_from_no_other(
    kind: type[QuestionType], text: str, other: str
) -> None:
    body = example(kind).body
    changed = body.accepting(answer_of(kind, text))
    if changed is None:
        return  # not every text can be a value
    other_answer = answer_of(kind, other)
    assert changed.grade(other_answer).fraction >= body.grade(other_answer).fraction


@written_type
@given(text=plain | st.text(max_size=20))
def test_a_file_can_say_an_accepted_answer(kind: type[QuestionType], text: str) -> None:
    question = example(kind)
    changed = question.body.accepting(answer_of(kind, text))
    if changed is None:
        return  # not every text can be a value
    assert read_back(question, changed) == changed


def test_a_choice_more_can_be_right_where_several_are() -> None:
    body = next(example(kind).body for kind in KEYED if kind.name == "multiple_response")
    changed = body.accepting(("a", "b", "c"))
    assert changed is not None and changed.key() == ("a", "b", "c")


def test_a_choice_that_leaves_out_a_key_cannot_be_added() -> None:
    body = next(example(kind).body for kind in KEYED if kind.name == "multiple_response")
    assert body.accepting(("b",)) is None


@pytest.mark.parametrize("name", ["multiple_choice", "true_false", "matching", "ordering"])
def test_one_right_answer_cannot_become_two_in_a_file(name: str) -> None:
    body = next(example(kind).body for kind in KEYED if kind.name == name)
    assert body.accepting(ANOTHER[name]) is None


@pytest.mark.parametrize("kind", all_types(), ids=lambda kind: kind.name)
def test_key_is_put_in_words_unless_only_a_person_can_tell(kind: type[QuestionType]) -> None:
    body = example(kind).body
    assert bool(body.key_words()) == (body.key() is not None)


def test_every_accepted_answer_is_among_the_words() -> None:
    body = next(example(kind).body for kind in KEYED if kind.name == "short_answer")
    assert body.key_words() == ("Canberra", "Canberra\\, …")
