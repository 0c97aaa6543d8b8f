"""What every type of question promises, run over each that is found."""

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import meta

from quizapp.banks.linter import lint
from quizapp.banks.model import Bank, Question, Section
from quizapp.banks.reader import parse
from quizapp.banks.writer import write
from quizapp.question_types import all_types, get_type, type_of
from quizapp.question_types.base import QuestionType, Shows
from quizapp.question_types.block import (
    AnswerBlock,
    Gap,
    GappedText,
    Item,
    MarkedList,
    NumberedList,
    Row,
    Table,
    WritingSpace,
)
from tests.question_types.pages import TEMPLATES, asked_page, environment, reviewed_page

FRONT = "---\ntitle: Example\n---\n\n"
NOTHING_TOLD = Shows(marks=False, feedback=False, key=False)

every_type = pytest.mark.parametrize("kind", all_types(), ids=lambda kind: kind.name)
answers = st.lists(
    st.text(max_size=12) | st.sampled_from(["a", "b", "1", "a=1", "b=a"]), max_size=6
)


def example(kind: type[QuestionType], language: str = "en") -> Question:
    """The type's own example, read by the reader."""
    text = FRONT.replace("title", f"language: {language}\ntitle") + kind.example
    reading = parse(text, "example")
    assert reading.bank is not None
    return reading.bank.questions[0]


def right_answer(body: QuestionType) -> tuple[str, ...]:
    """The key, or an essay."""
    return body.key() or ("Because the axis is tilted.",)


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


@every_type
def test_page_as_asked_names_its_field_only(kind: type[QuestionType]) -> None:
    names = set(_attribute(asked_page(example(kind).body), "name"))
    assert names == {"a-3"}


@every_type
def test_ids_on_the_page_are_unique(kind: type[QuestionType]) -> None:
    ids = _attribute(asked_page(example(kind).body), "id")
    assert len(ids) == len(set(ids))


@every_type
def test_everything_that_describes_is_on_the_page(kind: type[QuestionType]) -> None:
    page = asked_page(example(kind).body)
    described = {name for names in _attribute(page, "aria-describedby") for name in names.split()}
    assert described <= set(_attribute(page, "id"))


@every_type
def test_labels_are_for_controls_on_the_page(kind: type[QuestionType]) -> None:
    page = asked_page(example(kind).body)
    assert set(_attribute(page, "for")) <= set(_attribute(page, "id"))


@every_type
def test_controls_neither_limit_nor_hint_nor_forget(kind: type[QuestionType]) -> None:
    page = asked_page(example(kind).body)
    assert not any(word in page for word in ("maxlength", "size=", "autocomplete", "required"))


@every_type
def test_page_has_no_inline_style_or_script(kind: type[QuestionType]) -> None:
    body = example(kind).body
    pages = asked_page(body) + reviewed_page(body, right_answer(body), Shows())
    assert "style=" not in pages and "<script" not in pages and " on" not in _tags(pages)


@every_type
def test_answer_stands_in_the_form_again(kind: type[QuestionType]) -> None:
    body = example(kind).body
    assert asked_page(body, right_answer(body)) != asked_page(body)


@every_type
def test_review_that_may_tell_nothing_is_the_same_right_or_wrong(kind: type[QuestionType]) -> None:
    body = example(kind).body
    page = reviewed_page(body, (), NOTHING_TOLD, earned=None)
    assert not any(f"#icon-{icon}" in page for icon in ("tick", "cross", "half"))


@every_type
def test_template_asks_for_nothing_but_its_question(kind: type[QuestionType]) -> None:
    source = (TEMPLATES / "question_types" / f"{kind.name}.html").read_text()
    assert meta.find_undeclared_variables(environment.parse(source)) <= {"caller"}


@given(
    st.lists(st.builds(Item, st.sampled_from(["( )", "(x)", "[ ]", "[x]", "=", "!"]), st.text()))
    | st.lists(
        st.builds(
            Item, st.sampled_from(["=", "!"]), st.sampled_from(["1", "x", "1 .. 2", '"3"', "4,5"])
        )
    )
    | st.lists(st.builds(Item, st.sampled_from(["( )", "(x)"]), st.sampled_from(["True", "False"])))
)
def test_at_most_one_type_recognizes_a_list(items: list[Item]) -> None:
    block = MarkedList(tuple(items))
    assert sum(kind.recognizes(block) for kind in all_types()) <= 1


@pytest.mark.parametrize(
    ("block", "name"),
    [
        (MarkedList((Item("(x)", "a"), Item("( )", "b"))), "multiple_choice"),
        (MarkedList((Item("(x)", "True"), Item("( )", "False"))), "true_false"),
        (
            MarkedList((Item("(x)", "True"), Item("( )", "False"), Item("( )", "x"))),
            "multiple_choice",
        ),
        (MarkedList((Item("[x]", "True"), Item("[ ]", "False"))), "multiple_response"),
        (MarkedList((Item("=", "1,000 +- 5%"), Item("!", "3 .. 4"))), "numerical"),
        (MarkedList((Item("=", "1,000"), Item("!", "many"))), "short_answer"),
        (MarkedList((Item("=", '"1000"'),)), "short_answer"),
        (NumberedList((Item("", "a"), Item("", "b"))), "ordering"),
        (Table(("a", "b"), (Row("c", "d"),)), "matching"),
        (GappedText(("a", "b"), (Gap("= c"),)), "cloze"),
        (WritingSpace(), "essay"),
    ],
)
def test_marks_decide_the_type(block: AnswerBlock, name: str) -> None:
    kind = type_of(block)
    assert kind is not None and kind.name == name


def test_list_of_mixed_marks_is_of_no_type() -> None:
    assert type_of(MarkedList((Item("(x)", "a"), Item("[ ]", "b")))) is None


_examples: dict[str, QuestionType] = {}


def example_of(kind: type[QuestionType]) -> QuestionType:
    """The example's body, read once: bodies are frozen."""
    if kind.name not in _examples:
        _examples[kind.name] = example(kind).body
    return _examples[kind.name]


def _attribute(page: str, name: str) -> list[str]:
    return re.findall(rf'\s{name}="([^"]*)"', page)


def _tags(page: str) -> str:
    return " ".join(re.findall(r"<[^>]*>", page))
