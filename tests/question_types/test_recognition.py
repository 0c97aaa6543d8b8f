"""The marks of an answer block decide its type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.question_types import all_types, type_of
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
