"""Tests of quizapp.publishing.part_choices."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.publishing.part_choices import decode, encode, list_choices
from quizapp.quizzes.composition import Selection
from tests.attempts.builders import load
from tests.publishing.conftest import CELLS

names = st.from_regex(r"[a-z0-9][a-z0-9-]{0,9}", fullmatch=True)
draws = st.none() | st.integers(1, 9)
selections = st.one_of(
    st.builds(Selection, bank=names, draw=draws),
    st.builds(Selection, bank=names, section=st.text(), draw=draws),
    st.builds(Selection, bank=names, tag=st.text(min_size=1), draw=draws),
)


@given(selections)
def test_a_choice_reads_back_as_it_was(selection: Selection) -> None:
    assert decode(encode(selection), selection.draw) == selection


def test_a_bank_is_offered_whole_by_section_and_by_tag() -> None:
    offered = list_choices("cells", {"cells": load(CELLS, "cells")})
    assert offered == [
        ("cells", "The whole bank (3)"),
        ("cells/section/Parts", "Section: Parts (2)"),
        ("cells/section/Life", "Section: Life (1)"),
        ("cells/tag/organelles", "Tag: organelles (1)"),
        ("cells/tag/plants", "Tag: plants (2)"),
        ("", "None: take this part out of the quiz"),
    ]


def test_what_is_not_there_any_more_stays_chosen() -> None:
    offered = list_choices("cells/tag/gone", {"cells": load(CELLS, "cells")})
    assert ("cells/tag/gone", "Tag: gone (not there any more)") in offered
