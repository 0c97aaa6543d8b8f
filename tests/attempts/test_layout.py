"""Tests of quizapp.attempts.layout."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quizapp.attempts.layout import Placement, draw_layout
from quizapp.banks.model import Question
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.options import Option
from quizapp.quizzes.rules import QuizSettings
from quizapp.quizzes.slots import PublishedSlot

OPTIONS = MultipleChoice(
    tuple(
        Option(text=letter, correct=letter == "a", letter=letter, last=letter == "e")
        for letter in "abcde"
    )
)


def make_slots(*sizes: int, **question: Any) -> tuple[PublishedSlot, ...]:
    """Sections with this many questions each."""
    sections = [section for section, size in enumerate(sizes) for _ in range(size)]
    return tuple(
        PublishedSlot(
            number=number,
            section=section,
            section_title=f"Section {section}",
            section_text="",
            points=Fraction(1),
            question=Question(f"Question {number}", OPTIONS, id=f"q{number}", **question),
            sources=(),
            language="en",
            digest="",
        )
        for number, section in enumerate(sections, 1)
    )


def numbers(layout: Sequence[Placement]) -> list[int]:
    return [place.slot for place in layout]


seeds = st.text(min_size=1, max_size=32)
quizzes = st.lists(st.integers(1, 8), min_size=1, max_size=4).map(lambda sizes: make_slots(*sizes))
settings_of_all_kinds = st.builds(
    QuizSettings,
    shuffle_questions=st.booleans(),
    shuffle_options=st.booleans(),
    draw=st.dictionaries(st.integers(0, 3), st.integers(0, 10)),
)


@given(quizzes, settings_of_all_kinds, seeds)
def test_same_seed_gives_the_same_layout(
    slots: tuple[PublishedSlot, ...], settings: QuizSettings, seed: str
) -> None:
    assert draw_layout(slots, settings, seed) == draw_layout(slots, settings, seed)


@given(quizzes, settings_of_all_kinds, seeds)
def test_each_section_gives_as_many_questions_as_are_drawn(
    slots: tuple[PublishedSlot, ...], settings: QuizSettings, seed: str
) -> None:
    drawn = numbers(draw_layout(slots, settings, seed))
    for section in {slot.section for slot in slots}:
        there = [slot.number for slot in slots if slot.section == section]
        wanted = min(settings.draw.get(section, len(there)), len(there))
        assert len([number for number in drawn if number in there]) == wanted


@given(quizzes, settings_of_all_kinds, seeds)
def test_no_question_comes_twice(
    slots: tuple[PublishedSlot, ...], settings: QuizSettings, seed: str
) -> None:
    drawn = numbers(draw_layout(slots, settings, seed))
    assert len(set(drawn)) == len(drawn)


@given(quizzes, settings_of_all_kinds, seeds)
def test_sections_stay_together_in_the_order_of_the_bank(
    slots: tuple[PublishedSlot, ...], settings: QuizSettings, seed: str
) -> None:
    sections = {slot.number: slot.section for slot in slots}
    drawn = numbers(draw_layout(slots, settings, seed))
    runs = [section for section, _ in groupby(sections[number] for number in drawn)]
    assert runs == sorted(set(runs))


@given(quizzes, settings_of_all_kinds, seeds)
def test_options_are_all_there_and_the_pinned_one_stays_last(
    slots: tuple[PublishedSlot, ...], settings: QuizSettings, seed: str
) -> None:
    for place in draw_layout(slots, settings, seed):
        assert (sorted(place.order), place.order[-1]) == (list("abcde"), "e")


@given(quizzes, seeds, st.dictionaries(st.integers(0, 3), st.integers(0, 10)))
def test_without_shuffling_questions_keep_the_order_of_the_bank(
    slots: tuple[PublishedSlot, ...], seed: str, draw: dict[int, int]
) -> None:
    settings = QuizSettings(shuffle_questions=False, draw=draw)
    drawn = numbers(draw_layout(slots, settings, seed))
    assert drawn == sorted(drawn)


@given(seeds)
def test_options_of_a_question_that_says_so_are_not_shuffled(seed: str) -> None:
    (place,) = draw_layout(make_slots(1, shuffle=False), QuizSettings(), seed)
    assert place.order == tuple("abcde")


@given(seeds)
def test_options_are_not_shuffled_if_the_quiz_says_so(seed: str) -> None:
    (place,) = draw_layout(make_slots(1), QuizSettings(shuffle_options=False), seed)
    assert place.order == tuple("abcde")


@given(quizzes, seeds)
def test_question_in_another_section_changes_nothing(
    slots: tuple[PublishedSlot, ...], seed: str
) -> None:
    last = max(slot.section for slot in slots)
    added = replace(
        slots[-1],
        number=99,
        section=last + 1,
        question=replace(slots[-1].question, id="added"),
    )
    before = draw_layout(slots, QuizSettings(), seed)
    assert draw_layout((*slots, added), QuizSettings(), seed)[:-1] == before


@given(quizzes, seeds)
def test_question_added_to_a_section_leaves_the_others_as_they_were(
    slots: tuple[PublishedSlot, ...], seed: str
) -> None:
    added = replace(slots[-1], number=99, question=replace(slots[-1].question, id="added"))
    after = draw_layout((*slots, added), QuizSettings(), seed)
    others = tuple(place for place in after if place.slot != 99)
    assert others == draw_layout(slots, QuizSettings(), seed)


def test_layout_of_a_seed_is_the_same_for_ever() -> None:
    layout = draw_layout(make_slots(3, 3), QuizSettings(draw={1: 2}), "a seed")
    assert [(place.slot, "".join(place.order)) for place in layout] == [
        (2, "cdbae"),
        (1, "bcdae"),
        (3, "dbcae"),
        (4, "cbade"),
        (6, "cdabe"),
    ]


def test_every_order_of_questions_comes_about_equally_often() -> None:
    slots = make_slots(3)
    found = [tuple(numbers(draw_layout(slots, QuizSettings(), str(seed)))) for seed in range(1200)]
    counts = [found.count(order) for order in set(found)]
    assert (len(counts), min(counts) > 150, max(counts) < 250) == (6, True, True)


@given(seeds, st.integers(0, 9))
def test_a_pool_gives_so_many_of_all_its_sections(seed: str, count: int) -> None:
    slots = tuple(replace(slot, pool=0) for slot in make_slots(3, 2, 3))
    drawn = draw_layout(slots, QuizSettings(draw={0: count}), seed)
    sections = [slots[place.slot - 1].section for place in drawn]
    assert len(drawn) == min(count, 8)
    assert sections == sorted(sections)
