"""The page as asked is the same whatever is right, and holds nothing that only authors know."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from quizapp.question_types.base import Answer, QuestionType, Shows
from quizapp.question_types.cloze import Cloze
from quizapp.question_types.essay import Essay
from quizapp.question_types.matching import Matching
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.multiple_response import MultipleResponse
from quizapp.question_types.numerical import Numerical
from quizapp.question_types.ordering import Ordering
from quizapp.question_types.short_answer import ShortAnswer
from quizapp.question_types.true_false import TrueFalse
from tests.question_types.blocks import gapped, marked, numbered, parse, table, writing
from tests.question_types.pages import asked_page, reviewed_page

CANARY = "canary"
MARKS_ONLY = Shows(marks=True, feedback=False, key=False)
NOTHING_TOLD = Shows(marks=False, feedback=False, key=False)

CAGED: list[tuple[QuestionType, Answer]] = [
    (parse(MultipleChoice, marked("(x) a) One > canary", "( ) b) Two > canary")), ("b",)),
    (parse(MultipleResponse, marked("[x] a) One > canary", "[ ] b) Two > canary")), ("b",)),
    (parse(TrueFalse, marked("(x) True > canary", "( ) False > canary")), ("false",)),
    (parse(Numerical, marked("= 77123 +- 1 > canary", "! 5 > canary")), ("5",)),
    (parse(ShortAnswer, marked("= canary one > canary", "! two > canary")), ("two",)),
    (parse(Cloze, gapped("A [[= canary]] and [[= canary | ! two]].")), ("x", "two")),
    (parse(Essay, writing("100", ("canary", "1"))), ("some text",)),
]

SAME_PAGES: list[tuple[QuestionType, QuestionType]] = [
    (
        parse(MultipleChoice, marked("(x) a) One", "( ) b) Two")),
        parse(MultipleChoice, marked("( ) a) One", "(x) b) Two")),
    ),
    (
        parse(MultipleResponse, marked("[x] a) One", "[ ] b) Two")),
        parse(MultipleResponse, marked("[x] a) One", "[x] b) Two"), score="each"),
    ),
    (
        parse(TrueFalse, marked("(x) True", "( ) False")),
        parse(TrueFalse, marked("( ) True", "(x) False")),
    ),
    (parse(Numerical, marked("= 5")), parse(Numerical, marked("= 1,000,000 +- 10%", "! 4"))),
    (
        parse(ShortAnswer, marked("= a")),
        parse(ShortAnswer, marked("= a long text with many words"), typos="2"),
    ),
    (
        parse(Cloze, gapped("A [[= one]] or [[( ) b | (x) c]].")),
        parse(Cloze, gapped("A [[= another | = text]] or [[(x) b | ( ) c]].")),
    ),
    (
        parse(Matching, table(("One", "x"), ("Two", "y"), ("", "z"))),
        parse(Matching, table(("One", "y"), ("Two", "z"), ("", "x"))),
    ),
    (
        parse(Ordering, numbered("One", "Two", "Three", "Four")),
        parse(Ordering, numbered("Three", "One", "Four", "Two")),
    ),
    (parse(Essay, writing("100", ("a", "1"))), parse(Essay, writing("100", ("b", "3")))),
]


def name(value: Any) -> str:
    return value.name if isinstance(value, QuestionType) else ""


@pytest.mark.parametrize(("body", "answer"), CAGED, ids=name)
def test_page_as_asked_holds_no_secret(body: QuestionType, answer: Answer) -> None:
    assert CANARY not in asked_page(body) + asked_page(body, answer)


@pytest.mark.parametrize(("body", "answer"), CAGED, ids=name)
def test_what_is_asked_holds_no_secret(body: QuestionType, answer: Answer) -> None:
    assert CANARY not in " ".join(map(str, leaves(body.ask(answer, body.order()))))


@pytest.mark.parametrize(("body", "answer"), CAGED, ids=name)
@pytest.mark.parametrize("shows", [NOTHING_TOLD, MARKS_ONLY])
def test_review_holds_no_secret_that_it_may_not_tell(
    body: QuestionType, answer: Answer, shows: Shows
) -> None:
    assert CANARY not in reviewed_page(body, answer, shows)
    assert CANARY not in " ".join(map(str, leaves(body.review(answer, body.order(), shows))))


@pytest.mark.parametrize(("body", "answer"), CAGED, ids=name)
def test_review_that_may_tell_all_tells_it(body: QuestionType, answer: Answer) -> None:
    assert CANARY in reviewed_page(body, answer, Shows())


@pytest.mark.parametrize(("one", "other"), SAME_PAGES, ids=name)
def test_page_is_the_same_whatever_is_right(one: QuestionType, other: QuestionType) -> None:
    assert asked_page(one) == asked_page(other)


@pytest.mark.parametrize(("one", "other"), SAME_PAGES, ids=name)
def test_review_that_may_tell_nothing_is_the_same_whatever_is_right(
    one: QuestionType, other: QuestionType
) -> None:
    answer = ("?",) if one.name != "multiple_choice" else ("a",)
    pages = {
        reviewed_page(body, answer, NOTHING_TOLD, earned=None, needs_marking=False)
        for body in (one, other)
    }
    assert len(pages) == 1


@pytest.mark.parametrize("chosen", ["a", "b"])
def test_marks_alone_do_not_point_at_the_key(chosen: str) -> None:
    body = parse(MultipleChoice, marked("(x) a) One", "( ) b) Two", "( ) c) Three"))
    review = body.review((chosen,), body.order(), MARKS_ONLY)
    assert [option.mark for option in review.options if not option.chosen] == ["", ""]


def leaves(value: Any) -> Iterator[Any]:
    """Every plain value inside frozen views."""
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from leaves(part)
    else:
        yield value
