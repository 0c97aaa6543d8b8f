"""Tests of quizapp.quizzes.composition."""

from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.banks.model import Bank, Question, Section
from quizapp.question_types.true_false import TrueFalse
from quizapp.quizzes.composition import Composition, SameId, Selection, compose, select_from

TAGS = ("polls", "army")


def make_bank(name: str, sizes: tuple[int, ...], **given: str) -> Bank:
    """Sections with this many questions; every other question has the first tag."""
    sections = tuple(
        Section(
            title=f"Part {at}",
            questions=tuple(
                Question(
                    f"{name} {at} {n}",
                    TrueFalse(truth=True),
                    f"{name}-{at}-{n}",
                    tags=TAGS[: n % 3],
                )
                for n in range(size)
            ),
        )
        for at, size in enumerate(sizes)
    )
    return Bank(name, f"Bank {name}", sections, **given)


BANKS = {"cells": make_bank("cells", (3, 2)), "genes": make_bank("genes", (1, 4, 2))}

sections = st.sampled_from([None, "Part 0", "Part 1", "Part 2", "Nowhere"])
selections = st.lists(
    st.builds(
        Selection,
        bank=st.sampled_from(sorted(BANKS)),
        section=sections,
        tag=st.sampled_from([None, *TAGS, "none"]),
        draw=st.none() | st.integers(1, 5),
    ),
    max_size=5,
)


def ids(composition: Composition) -> list[str]:
    return [slot.question.id for slot in composition.slots]


@given(selections)
def test_every_selected_question_is_taken_once(chosen: list[Selection]) -> None:
    wanted = {
        question.id
        for each in chosen
        for _, questions in select_from(BANKS[each.bank], each)
        for question in questions
    }
    found = ids(compose(chosen, BANKS))
    assert len(found) == len(set(found))
    assert set(found) == wanted


@given(selections)
def test_numbers_and_sections_rise_without_a_gap(chosen: list[Selection]) -> None:
    slots = compose(chosen, BANKS).slots
    assert [slot.number for slot in slots] == list(range(1, len(slots) + 1))
    assert [number for number, _ in groupby(slot.section for slot in slots)] == sorted(
        {slot.section for slot in slots}
    )


@given(selections)
def test_a_section_holds_questions_of_one_section_of_one_bank(chosen: list[Selection]) -> None:
    for _, members in groupby(compose(chosen, BANKS).slots, lambda slot: slot.section):
        assert len({(slot.bank.name, slot.part.title) for slot in members}) == 1


@given(selections)
def test_each_drawing_stays_inside_its_part(chosen: list[Selection]) -> None:
    composition = compose(chosen, BANKS)
    pools: dict[int, set[str]] = {}
    for slot in composition.slots:
        pool = slot.section if slot.pool is None else slot.pool
        pools.setdefault(pool, set()).add(slot.bank.name)
    assert all(len(banks) == 1 for banks in pools.values())
    assert composition.draw.keys() <= pools.keys()
    drawing = [each for each, count in zip(chosen, composition.counts, strict=True) if count]
    assert list(composition.draw.values()) == [each.draw for each in drawing if each.draw]


@given(selections)
def test_counts_add_up_to_the_questions(chosen: list[Selection]) -> None:
    composition = compose(chosen, BANKS)
    assert sum(composition.counts) == len(composition.slots)


def test_several_sections_that_are_drawn_from_are_one_pool() -> None:
    composition = compose([Selection("cells", draw=4), Selection("genes")], BANKS)
    assert composition.draw == {0: 4}
    assert [slot.pool for slot in composition.slots] == [0] * 5 + [None] * 7


def test_a_section_that_is_drawn_from_needs_no_pool() -> None:
    composition = compose([Selection("cells", section="Part 1", draw=1)], BANKS)
    assert (composition.draw, {slot.pool for slot in composition.slots}) == ({0: 1}, {None})


def test_two_banks_with_the_same_id_are_refused_by_name() -> None:
    twin = replace(BANKS["cells"], name="twin")
    with pytest.raises(SameId, match=r"cells\.md and twin\.md both .* id cells-0-0.*Change the id"):
        compose([Selection("cells"), Selection("twin")], {**BANKS, "twin": twin})


def test_introductions_come_from_banks_that_are_taken_whole() -> None:
    banks = {
        "cells": make_bank("cells", (1,), intro="On cells."),
        "genes": make_bank("genes", (1,), intro="On genes."),
    }
    whole = compose([Selection("cells"), Selection("genes")], banks)
    part = compose([Selection("cells", section="Part 0"), Selection("genes")], banks)
    assert (whole.intro, part.intro) == ("On cells.\n\nOn genes.", "On genes.")
