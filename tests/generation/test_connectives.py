"""What joins a sentence to the one before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.english.connectives import strip_connectives


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("And yet, bridges rust.", "Bridges rust."),
        ("But for example, bridges rust.", "Bridges rust."),
        ("As a result, bridges rust.", "Bridges rust."),
        ("Then came the war.", "Then came the war."),
        ("So far, 1,900 mills are done.", "So far, 1,900 mills are done."),
        ("They built a road between the two towns.", "They built a road."),
        ("bridges, too, rust", "bridges rust"),
        ("Mills, for instance, rust.", "Mills rust."),
        ("Second, the mill will close.", "The mill will close."),
        ("Second mills rust.", "Second mills rust."),
        ("Until then mills rust.", "Until then mills rust."),
        ("Instead a mill rusted.", "A mill rusted."),
        ("Instead of mills he owns ships.", "Instead of mills he owns ships."),
    ],
)
def test_it_is_taken_off(clause: str, expected: str) -> None:
    assert strip_connectives(clause) == expected


words = st.sampled_from(
    [
                 "But",         "And",         "However,",         "For",         "example,",
        "bridges",         "rust",         "now",         "also",         "on",         "Monday.",
        "Then",
    ]
)  # fmt: skip


@given(st.lists(words, min_size=1, max_size=12).map(" ".join))
def test_nothing_is_added(clause: str) -> None:
    left = [word.lower() for word in strip_connectives(clause).split()]
    rest = iter(clause.lower().split())
    assert all(word.strip(".,") in (each.strip(".,") for each in rest) for word in left)


def test_then_stays_where_it_names_a_time() -> None:
    assert strip_connectives("From then on, he had no looms.") == "From then on, he had no looms."
