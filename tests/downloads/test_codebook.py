"""What the codebook says of every type of question."""

from dataclasses import replace

import pytest

from quizapp.downloads.codebook import HEADER, codebook_rows
from quizapp.downloads.figures import MEANINGS
from quizapp.downloads.records import AskedQuestion
from quizapp.downloads.tables import LONG, PERSON, WIDE
from quizapp.question_types import all_types
from quizapp.quizzes.rulings import Kind, Ruling
from quizapp.quizzes.slots import PublishedSlot
from tests.attempts.builders import NINE_TYPES, load

BANK = load(NINE_TYPES).bank
assert BANK is not None
SLOTS = [
    PublishedSlot(number, 0, "", "", question.points, question, (), "en", question.id)
    for number, question in enumerate(BANK.questions, 1)
]


def rows(*slots: PublishedSlot, ruling: Ruling | None = None) -> list[dict[str, object]]:
    """The rows of these questions."""
    asked = [AskedQuestion(slot, (1, 2), True, ruling) for slot in slots]
    header, *others = codebook_rows(asked, hides_names=False)
    return [dict(zip(header, row, strict=True)) for row in others[-len(slots) :]]


@pytest.mark.parametrize(
    ("id", "key", "words"),
    [
        ("choice", "b", "a: Venus; b: Mercury; c: Mars."),
        ("several", "a; b", "a: Earth; b: Mars; c: Jupiter; d: Saturn."),
        ("truth", "false", "true: True; false: False."),
        ("number", "73519", "Accepted: 73,519 +- 500 (100%); 70,000 .. 80,000 (50%)."),
        ("short", "ZqXjleader", "Accepted: ZqXjleader (100%)."),
        ("gaps", "ZqXjgap; 2", "Gap 2: Values: 1: Ukraine; 2: Russia."),
        ("essay", "A person marks it.", "Rubric: ZqXj-criterion (5 points)."),
        ("pairs", "a=a; b=b", "a: Union = 1999; b: Protests = 2020; -1: 2014."),
        ("order", "a=1; b=2; c=3; d=4", "a: Printing press; b: Steam engine"),
    ],
)
def test_key_and_values_are_told(id: str, key: str, words: str) -> None:
    slot = next(slot for slot in SLOTS if slot.question.id == id)
    (row,) = rows(slot)
    assert row["key"] == key
    assert words in str(row["values"])
    assert (row["column"], row["type"]) == (id, slot.question.body.label)


def test_every_type_has_its_row() -> None:
    assert {slot.question.body.name for slot in SLOTS} == {kind.name for kind in all_types()}


def test_every_column_has_its_row_and_every_row_every_cell() -> None:
    found = list(codebook_rows([], hides_names=False))
    assert [row[1] for row in found[1:]] == [*PERSON, *WIDE, *LONG, *MEANINGS]
    assert {len(row) for row in found} == {len(HEADER)}


def test_hidden_names_leave_one_column_for_people() -> None:
    found = list(codebook_rows([], hides_names=True))
    assert [row[1] for row in found[1:]] == ["student", *WIDE, *LONG, *MEANINGS]


def test_gaps_are_in_the_text() -> None:
    (row,) = rows(next(slot for slot in SLOTS if slot.question.id == "gaps"))
    assert "The [[= ZqXjgap]] agreement is with" in str(row["text"])


def test_correction_names_the_keys_that_count() -> None:
    slot = SLOTS[0]
    text = NINE_TYPES.replace("(x) b) Mercury", "( ) b) Mercury").replace("( ) c", "(x) c")
    corrected = load(text).bank
    assert corrected is not None
    other = replace(slot, question=corrected.questions[0])
    (row,) = rows(slot, ruling=Ruling(1, Kind.ACCEPT_BOTH, (slot, other)))
    assert (row["key"], row["correction"]) == ("b", "accept both: b or c")
    (row,) = rows(slot, ruling=Ruling(1, Kind.LEFT_OUT))
    assert row["correction"] == "left out"
