"""Surnames that tell nobody from another."""

import pytest

from quizapp.generation.choosing.surnames import uses_shared_surname
from tests.generation.builders import make_article

TWO = "The yard was run by Ada Brandt. It was sold by Paul Brandt, who left."


@pytest.mark.parametrize("stem", ["When did Brandt leave?", "Ada Brandt met ____ and Brandt."])
def test_a_surname_that_two_have_needs_its_first_name(stem: str) -> None:
    assert uses_shared_surname(stem, make_article(TWO))


def test_a_full_name_tells_who_is_meant() -> None:
    assert not uses_shared_surname("When did Paul Brandt leave?", make_article(TWO))


def test_the_surname_of_one_is_enough() -> None:
    article = make_article("The yard was run by Ada Brandt, who left.")
    assert not uses_shared_surname("When did Brandt leave?", article)


def test_a_firm_may_be_called_like_the_family() -> None:
    article = make_article(f"{TWO} They bought Brandt Foods, for Brandt lost money.")
    assert not uses_shared_surname("When did Brandt lose money?", article)
