"""Verbs take the forms that questions need."""

import pytest

from quizapp.generation.parsing.inflection import base_of, do_support, full_form, past_of
from quizapp.generation.parsing.trees import Token


def make_token(text: str, tag: str = "VBN", lemma: str = "") -> Token:
    return Token(0, text, lemma or text, tag, "VERB", "ROOT", 0, 0, len(text))


@pytest.mark.parametrize(
    ("participle", "past"), [("written", "wrote"), ("built", "built"), ("designed", "designed")]
)
def test_a_participle_becomes_the_simple_past(participle: str, past: str) -> None:
    assert past_of(make_token(participle)) == past


@pytest.mark.parametrize(
    ("tag", "word"), [("VBD", "did"), ("VBZ", "does"), ("VBP", "do"), ("VBN", "did")]
)
def test_do_agrees_with_the_verb_it_asks_for(tag: str, word: str) -> None:
    assert do_support(make_token("sold", tag)) == word


@pytest.mark.parametrize(
    ("short", "lemma", "full"),
    [("ca", "can", "can"), ("wo", "will", "will"), ("'s", "have", "has"), ("'s", "be", "is")],
)
def test_short_auxiliaries_are_written_out(short: str, lemma: str, full: str) -> None:
    assert full_form(make_token(short, "MD", lemma)) == full


@pytest.mark.parametrize(
    ("text", "tag", "lemma", "base"),
    [("hoped", "VBD", "hop", "hope"), ("loses", "VBZ", "loses", "lose"), ("sold", "VBN", "x", "x")],
)
def test_a_known_form_is_believed_more_than_a_tagger(
    text: str, tag: str, lemma: str, base: str
) -> None:
    assert base_of(make_token(text, tag, lemma)) == base
