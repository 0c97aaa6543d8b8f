"""Tests of quizapp.banks.accepting."""

from difflib import ndiff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.banks.accepting import CannotAccept, accept_in_text
from quizapp.banks.reader import parse
from quizapp.question_types import all_types
from quizapp.question_types.base import Answer, QuestionType
from tests.question_types.test_keys import ANOTHER

FRONT = "---\ntitle: Week 3\n---\n\nIntro.\n\n# Section\n\n"
OTHER = "\n## Another?\n`id: another`\n\n* ( ) a) No\n* (x) b) Yes\n"
ANSWERS: dict[str, Answer] = {
    "short_answer": ("Kanberra City",),
    "numerical": ("99,25",),
    "cloze": ("1968", "Apollo Eleven", "2"),
    "multiple_response": ("a", "b", "c"),
}
accepting_type = pytest.mark.parametrize(
    "kind", [kind for kind in all_types() if kind.name in ANSWERS], ids=lambda kind: kind.name
)


def grade(text: str, question_id: str, answer: Answer) -> float:
    bank = parse(text, "week-03").bank
    assert bank is not None
    return float(next(q.body for q in bank.questions if q.id == question_id).grade(answer).fraction)


def id_of(kind: type[QuestionType]) -> str:
    return kind.example.split("`id: ")[1].split("`")[0]


def changes(old: str, new: str) -> list[str]:
    """The lines that went and came."""
    return [line for line in ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-"]


def file_of(lines: str, chips: str = "`id: who`") -> str:
    return f"{FRONT}## Who?\n{chips}\n\n{lines}\n{OTHER}"


@accepting_type
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_file_accepts_the_answer_from_then_on(kind: type[QuestionType], end: str) -> None:
    text = (FRONT + kind.example + OTHER).replace("\n", end)
    changed = accept_in_text(text, id_of(kind), ANSWERS[kind.name])
    assert grade(changed, id_of(kind), ANSWERS[kind.name]) == 1


@accepting_type
def test_no_other_line_changes(kind: type[QuestionType]) -> None:
    text = FRONT + kind.example + OTHER
    found = changes(text, accept_in_text(text, id_of(kind), ANSWERS[kind.name]))
    assert [line[0] for line in found] in (["+"], ["-", "+"])


@accepting_type
def test_accepting_what_is_accepted_changes_nothing(kind: type[QuestionType]) -> None:
    text = accept_in_text(FRONT + kind.example, id_of(kind), ANSWERS[kind.name])
    assert accept_in_text(text, id_of(kind), ANSWERS[kind.name]) == text


@pytest.mark.parametrize("name", ["multiple_choice", "true_false", "matching", "ordering"])
def test_type_with_one_right_answer_is_refused(name: str) -> None:
    kind = next(kind for kind in all_types() if kind.name == name)
    with pytest.raises(CannotAccept, match="can't say in its file"):
        accept_in_text(FRONT + kind.example, id_of(kind), ANOTHER[name])


def test_new_value_stands_behind_those_that_earn_everything() -> None:
    text = file_of("* = Lukashenko\n  > Yes.\n* ! Putin\n")
    changed = accept_in_text(text, "who", ("Lukashenka",))
    assert "* = Lukashenko\n  > Yes.\n* = Lukashenka\n* ! Putin\n" in changed


def test_new_value_stands_last_where_all_earn_everything() -> None:
    text = file_of("- = Lukashenko\n  > Yes.\n")
    assert "  > Yes.\n- = Lukashenka\n\n" in accept_in_text(text, "who", ("Lukashenka",))


def test_new_value_stands_before_the_mistake_that_would_catch_it() -> None:
    changed = accept_in_text(file_of("- = Lukashenko\n- ! Lu*\n"), "who", ("Lukas",))
    assert "- = Lukashenko\n- = Lukas\n- ! Lu*\n" in changed


def test_last_line_without_an_end_is_kept_so() -> None:
    text = f"{FRONT}## Who?\n`id: who`\n\n- = Lukashenko"
    assert accept_in_text(text, "who", ("Lukashenka",)) == text + "\n- = Lukashenka"


def test_star_and_number_are_taken_as_they_are() -> None:
    changed = accept_in_text(file_of("- = Lukashenko\n"), "who", ("* 5",))
    assert '- = "* 5"\n' in changed and grade(changed, "who", ("x 5",)) == 0


def test_gap_in_a_table_keeps_its_bars_escaped() -> None:
    table = "| Year | What |\n|---|---|\n| [[= 1999 \\| = 2000]] | union |\n"
    changed = accept_in_text(file_of(table), "who", ("2001",))
    assert "| [[= 1999 \\| = 2000 \\| = 2001]] | union |" in changed


def test_second_gap_alone_changes() -> None:
    text = file_of("The [[= 1999]] one with [[= Russia]].\n")
    changed = accept_in_text(text, "who", ("1999", "the Russians"))
    assert "The [[= 1999]] one with [[= Russia | = the Russians]].\n" in changed


def test_question_that_is_not_there_is_refused() -> None:
    with pytest.raises(CannotAccept, match="doesn't have the question"):
        accept_in_text(file_of("- = a\n"), "nobody", ("b",))


@given(st.text(max_size=40))
def test_whatever_is_accepted_is_accepted_and_nothing_else_changes(answer: str) -> None:
    text = file_of("- = Lukashenko\n- ! Pu*\n  > No.\n", "`id: who` `typos: 1`")
    try:
        changed = accept_in_text(text, "who", (answer,))
    except CannotAccept:
        return
    assert grade(changed, "who", (answer,)) == 1
    assert [line[0] for line in changes(text, changed)] in ([], ["+"])
