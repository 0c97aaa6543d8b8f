"""Proposals as the questions of a bank."""

from quizapp.generation.choosing.questions import as_question
from tests.generation.proposing import propose


def test_a_stem_writes_thousands_as_its_key_does() -> None:
    question = as_question(propose(stem="Who sold 1 230 tickets?"), 1)
    assert question.heading == "Who sold 1,230 tickets?"


def test_a_stem_shows_the_gap_that_it_begins_with() -> None:
    question = as_question(propose(stem="____ of the boats sank."), 1)
    assert question.heading == "____ of the boats sank."
