"""What every type of question promises, run over each that is found."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.banks.linter import lint
from quizapp.banks.model import Bank, Section
from quizapp.banks.reader import parse
from quizapp.banks.writer import write
from quizapp.question_types import all_types, get_type
from quizapp.question_types.base import QuestionType, Shows
from tests.question_types.examples import FRONT, every_type, example, example_of, right_answer
from tests.question_types.pages import TEMPLATES

answers = st.lists(
    st.text(max_size=12) | st.sampled_from(["a", "b", "1", "a=1", "b=a"]), max_size=6
)


def test_there_are_nine_types() -> None:
    assert [kind.name for kind in all_types()] == [
        "cloze",
        "essay",
        "matching",
        "multiple_choice",
        "multiple_response",
        "numerical",
        "ordering",
        "short_answer",
        "true_false",
    ]


@every_type
def test_name_module_and_template_are_one_word(kind: type[QuestionType]) -> None:
    template = Path(TEMPLATES / "question_types" / f"{kind.name}.html")
    assert kind.__module__ == f"quizapp.question_types.{kind.name}" and template.is_file()


@every_type
def test_type_is_found_by_its_name(kind: type[QuestionType]) -> None:
    assert get_type(kind.name) is kind


@every_type
def test_example_has_no_problem(kind: type[QuestionType]) -> None:
    assert parse(FRONT + kind.example, "example").problems == ()


@every_type
def test_example_lints_clean(kind: type[QuestionType]) -> None:
    reading = parse(FRONT + kind.example, "example")
    assert reading.bank is not None and not list(lint(reading.bank))


@every_type
def test_example_is_of_its_type(kind: type[QuestionType]) -> None:
    assert type(example(kind).body) is kind


@every_type
def test_example_reads_back_from_what_is_written(kind: type[QuestionType]) -> None:
    question = example(kind)
    bank = Bank("example", "Example", (Section((question,)),))
    again = parse(write(bank), "example").bank
    assert again is not None and replace(again.questions[0], line=0) == replace(question, line=0)


@every_type
def test_chips_of_a_type_have_a_default_each(kind: type[QuestionType]) -> None:
    assert set(kind.chip_defaults) == kind.chip_keys


@every_type
def test_key_earns_everything(kind: type[QuestionType]) -> None:
    body = example(kind).body
    grade = body.grade(right_answer(body))
    assert grade.fraction == 1 or grade.needs_marking


@every_type
def test_only_an_essay_has_no_key(kind: type[QuestionType]) -> None:
    assert (example(kind).body.key() is None) == (kind.name == "essay")


@every_type
@pytest.mark.parametrize("blank", [(), ("",), (" ", "")])
def test_blank_earns_nothing_and_is_no_work_for_anyone(
    kind: type[QuestionType], blank: tuple[str, ...]
) -> None:
    body = example(kind).body
    grade = body.grade(blank)
    assert body.is_blank(blank) and grade.fraction == 0 and not grade.needs_marking


@every_type
def test_blank_is_described_by_nothing(kind: type[QuestionType]) -> None:
    body = example(kind).body
    assert body.describe((), body.order()) == ()


@every_type
def test_key_is_not_blank_and_is_described(kind: type[QuestionType]) -> None:
    body = example(kind).body
    answer = right_answer(body)
    assert not body.is_blank(answer) and body.describe(answer, body.order())


@every_type
@given(answer=answers)
def test_any_stored_answer_is_graded_exactly(kind: type[QuestionType], answer: list[str]) -> None:
    fraction = example_of(kind).grade(tuple(answer)).fraction
    assert isinstance(fraction, Fraction) and 0 <= fraction <= 1


@every_type
@given(posted=answers, seed=st.integers())
def test_any_post_is_stored_shown_described_and_posted_again(
    kind: type[QuestionType], posted: list[str], seed: int
) -> None:
    body = example_of(kind)
    order = body.shuffle(Random(seed))
    answer = body.from_post(tuple(posted), order)
    body.ask(answer, order)
    body.review(answer, order, Shows())
    body.describe(answer, order)
    body.ambiguities(answer)
    again = body.from_post(body.to_post(answer, order), order)
    assert body.grade(again) == body.grade(answer)


@every_type
@given(seed=st.integers())
def test_shuffled_page_stores_and_grades_the_same(kind: type[QuestionType], seed: int) -> None:
    body = example_of(kind)
    order = body.shuffle(Random(seed))
    answer = right_answer(body)
    again = body.from_post(body.to_post(answer, order), order)
    assert sorted(again) == sorted(answer) and body.grade(again) == body.grade(answer)


@every_type
@given(seed=st.integers())
def test_shuffling_keeps_every_part(kind: type[QuestionType], seed: int) -> None:
    body = example_of(kind)
    assert sorted(body.shuffle(Random(seed))) == sorted(body.order())


@every_type
def test_same_seed_shuffles_alike(kind: type[QuestionType]) -> None:
    body = example(kind).body
    assert body.shuffle(Random(7)) == body.shuffle(Random(7))
