"""Phrases lose what only adds, and tell when they lean on something else."""

import pytest

from quizapp.generation.parsing.phrases import (
    is_dangling,
    is_relative_time,
    lowered,
    render,
    simplified,
    tidied,
)
from tests.generation.parsing import parse
from tests.generation.sentence_trees import tree


def test_words_keep_the_spaces_of_the_article() -> None:
    sentence = tree("sale")
    assert render(sentence, sentence.tokens[:4]) == "In May 1931"
    assert render(sentence, sentence.tokens) == sentence.text


def test_a_word_can_be_replaced() -> None:
    sentence = tree("move")
    assert render(sentence, sentence.tokens[:2], {0: "Ida"}) == "Ida moved"


@pytest.mark.parametrize(
    ("name", "first", "last", "left"),
    [
        ("bridge", 0, 7, "The bridge"),
        ("launch", 0, 7, "The launch"),
        ("flood", 3, 9, "two mills"),
        ("trials", 3, 14, "about 2,500 workers"),
        ("baker", 0, 10, "The baker"),
        ("soda", 3, 9, "adding soda"),
    ],
)
def test_asides_are_left_out(name: str, first: int, last: int, left: str) -> None:
    sentence = tree(name)
    assert render(sentence, simplified(sentence, sentence.tokens[first:last])) == left


def test_what_tells_it_apart_stays() -> None:
    sentence = tree("lock")
    words = sentence.tokens[5:10]
    assert simplified(sentence, words) == words


def test_a_pronoun_dangles() -> None:
    sentence = tree("move")
    assert is_dangling(sentence, sentence.tokens)


def test_that_before_a_clause_points_nowhere() -> None:
    sentence = tree("weir")
    assert not is_dangling(sentence, sentence.tokens)


@pytest.mark.parametrize("text", ["this year", "two months later", "last Friday", "on Monday"])
def test_times_that_only_the_day_explains_are_known(text: str) -> None:
    assert is_relative_time(text)


@pytest.mark.parametrize("text", ["in its final year", "in its last year", "in 1931", "a year"])
def test_other_times_explain_themselves(text: str) -> None:
    assert not is_relative_time(text)


def test_a_name_keeps_its_capital() -> None:
    sentence = tree("carl")
    assert lowered("Carl Berger", sentence.tokens[0]) == "Carl Berger"


def test_the_first_word_loses_its_capital() -> None:
    sentence = tree("weir")
    assert lowered("A weir", sentence.tokens[0]) == "a weir"


def test_stray_commas_go() -> None:
    assert tidied(", the mill ,, by the river,") == "the mill, by the river"


@pytest.mark.parametrize("said", ["The crab protects itself.", "They tell one cow from another."])
def test_what_the_clause_tells_does_not_dangle(said: str) -> None:
    (sentence,) = parse(said)
    assert not is_dangling(sentence, sentence.tokens[1:])
