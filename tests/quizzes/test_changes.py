"""Tests of quizapp.quizzes.changes."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.banks.model import Bank, Question, Section
from quizapp.quizzes.changes import (
    Changed,
    Kind,
    Placed,
    as_composed,
    as_published,
    classify,
    compare_slots,
)
from quizapp.quizzes.composition import ComposedSlot, Selection, compose
from quizapp.quizzes.slots import PublishedSlot
from tests.attempts.builders import NINE_TYPES, load

ALL = load(NINE_TYPES).bank
assert ALL is not None

EDITS = {
    Kind.KEY: [
        ("- ( ) a) Venus", "- (x) a) Venus", "- (x) b) Mercury", "- ( ) b) Mercury"),
        ("- [ ] c) Jupiter", "- [x] c) Jupiter"),
        ("- ( ) True\n", "- (x) True\n", "- (x) False", "- ( ) False"),
        ("73,519 +- 500", "73,519 +- 600"),
        ("=> 50%", "=> 60%"),
        ("- = ZqXjleader", "- = ZqXjleader\n- = ZqXjother"),
        ("[[= ZqXjgap]]", "[[= ZqXjgap | = another]]"),
        ("`id: short`", "`id: short` `typos: 1`"),
        ("`id: pairs`", "`id: pairs` `score: each`"),
        ("| ZqXj-criterion | 5 |", "| ZqXj-criterion | 4 |\n| Another | 1 |"),
        (
            "| a) Union | 1999 |\n| b) Protests | 2020 |",
            "| a) Union | 2020 |\n| b) Protests | 1999 |",
        ),
        ("1. a) Printing press\n2. b) Steam engine", "1. b) Steam engine\n2. a) Printing press"),
    ],
    Kind.POINTS: [
        ("`id: choice`", "`id: choice` `points: 3`"),
        ("`id: essay` `points: 5`", "`id: essay` `points: 6`"),
    ],
    Kind.WORDING: [
        ("Which planet is closest", "Which planet is nearest"),
        ("c) Mars", "c) Neptune"),
        ("A passage that these", "The passage that these"),
        ("| Event | Year |", "| What | Year |"),
        ("`unit: soldiers`", "`unit: people`"),
        ("agreement is with", "treaty is with"),
        ("(10-30 words)", "(10-40 words)"),
        ("d) Transistor", "d) The transistor"),
    ],
    Kind.FEEDBACK: [
        ("ZqXj-first", "Right"),
        ("ZqXj-hint", "Look up"),
        ("ZqXj-explained", "It is so"),
        ("ZqXj-zero", "A zero is missing"),
        ("ZqXj-evidence", "other words"),
        ("ZqXj-reflects", "It reflects"),
    ],
    Kind.DETAILS: [
        ("`id: truth`", "`id: truth` `tags: moon`"),
        ("`id: short`", "`id: short` `difficulty: easy`"),
    ],
}
CASES = [(kind, edit) for kind, edits in EDITS.items() for edit in edits]


def compose_all(bank: Bank) -> tuple[ComposedSlot, ...]:
    return compose([Selection(bank.name)], {bank.name: bank}).slots


def publish(bank: Bank) -> list[PublishedSlot]:
    """The bank as it would be read back from what was frozen."""
    return [
        PublishedSlot(
            number=slot.number,
            section=slot.section,
            section_title=slot.part.title,
            section_text=slot.part.text,
            points=slot.question.points,
            question=slot.question,
            sources=as_composed(slot).sources,
            language=bank.language,
            digest="",
        )
        for slot in compose_all(bank)
    ]


def change(edit: Callable[[str], str]) -> tuple[tuple[Changed, ...], bool]:
    """What comparing the nine questions with themselves, edited, finds."""
    edited = load(edit(NINE_TYPES)).bank
    assert ALL is not None
    assert edited is not None
    return compare_slots(publish(ALL), compose_all(edited))


def test_nothing_has_changed_at_first() -> None:
    assert change(lambda text: text) == ((), False)


@pytest.mark.parametrize(("kind", "edit"), CASES, ids=[edit[1][:30] for _, edit in CASES])
def test_an_edit_is_of_one_kind(kind: Kind, edit: tuple[str, ...]) -> None:
    def apply(text: str) -> str:
        for old, new in zip(edit[::2], edit[1::2], strict=True):
            assert old in text
            text = text.replace(old, new, 1)
        return text

    changed, is_rearranged = change(apply)
    kinds = {each for question in changed for each in question.kinds}
    # Pairs and orders are read by students, too: other ones are also other words.
    assert kinds - ({Kind.WORDING} if kind is Kind.KEY else set()) == {kind}
    assert not is_rearranged


def test_the_title_of_the_bank_is_no_change() -> None:
    assert change(lambda text: text.replace("title: All nine", "title: Nine")) == ((), False)


def test_added_and_removed_questions_have_one_text_each() -> None:
    added = "\n## New?\n`id: new`\n\n- (x) True\n- ( ) False\n"
    start, end = NINE_TYPES.index("## Put these"), len(NINE_TYPES)
    changed, _ = change(lambda text: text[:start] + added + text[end:])
    assert [(each.id, each.kinds, bool(each.before), bool(each.after)) for each in changed] == [
        ("new", (Kind.ADDED,), False, True),
        ("order", (Kind.REMOVED,), True, False),
    ]


def test_texts_to_compare_hold_no_front_matter() -> None:
    changed, _ = change(lambda text: text.replace("closest", "nearest"))
    assert changed[0].after.startswith("# Choices\n")


def test_questions_in_another_order_are_rearranged() -> None:
    assert ALL is not None
    backwards = replace(ALL, sections=tuple(reversed(ALL.sections)))
    assert compare_slots(publish(ALL), compose_all(backwards)) == ((), True)


questions = st.sampled_from(ALL.questions)
touches = st.lists(
    st.sampled_from(["points", "heading", "explanation", "tags"]), unique=True, min_size=1
)
KINDS = {"points": Kind.POINTS, "heading": Kind.WORDING, "explanation": Kind.FEEDBACK}


@given(questions, touches)
def test_every_kind_is_told_whatever_else_changes(question: Question, touched: list[str]) -> None:
    values = {"points": Fraction(7), "heading": "Else?", "explanation": "Else.", "tags": ("else",)}
    other = replace(question, **{name: values[name] for name in touched})
    kinds = classify(placed(question), placed(other))
    expected = {KINDS[name] for name in touched if name in KINDS}
    assert set(kinds) == (expected or {Kind.DETAILS})


@given(questions)
def test_a_question_is_what_was_frozen_of_it(question: Question) -> None:
    assert classify(placed(question), placed(question)) == ()


def placed(question: Question) -> Placed:
    """The question alone in a bank."""
    assert ALL is not None
    part = Section((question,), "Part")
    bank = replace(ALL, sections=(part,))
    return as_published(publish(bank)[0])
