"""Verbs of two words, and what only stands before a figure."""

import pytest

from quizapp.generation.english.particles import is_phrasal


@pytest.mark.parametrize(
    ("base", "particle"),
    [("bring", "in"), ("take", "on"), ("set", "up"), ("carry", "out"), ("pay", "off")],
)
def test_particle_belongs_to_its_verb(base: str, particle: str) -> None:
    assert is_phrasal(base, particle)


@pytest.mark.parametrize(
    ("base", "preposition"), [("rise", "by"), ("result", "in"), ("last", "for"), ("amount", "to")]
)
def test_preposition_belongs_to_its_figure(base: str, preposition: str) -> None:
    assert not is_phrasal(base, preposition)
