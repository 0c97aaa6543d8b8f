"""Of whom "he" or "she" may be said."""

import pytest

from quizapp.generation.english.genders import gender_told, may_mean


@pytest.mark.parametrize(
    ("pronoun", "person"),
    [
        ("she", "Maria Kern"),
        ("her", "the chairwoman"),
        ("he", "Paul Roe"),
        ("his", "Sultan Kern"),
        ("she", "the engineer"),
        ("he", "the engineer"),
        ("she", "Robin Kern"),
        ("he", "Robin Kern"),
        ("she", "Ysolt Grimsel"),
        ("it", "Maria Kern"),
    ],
)
def test_nothing_speaks_against_it(pronoun: str, person: str) -> None:
    assert may_mean(pronoun, person)


@pytest.mark.parametrize(
    ("pronoun", "person"),
    [
        ("she", "Paul Roe"),
        ("her", "Bruce Roe"),
        ("he", "Maria Kern"),
        ("his", "Queen Ottilie"),
        ("she", "the spokesman"),
        ("him", "the widow"),
    ],
)
def test_a_name_or_a_title_speaks_against_it(pronoun: str, person: str) -> None:
    assert not may_mean(pronoun, person)


def test_of_a_name_that_does_not_tell_the_article_does() -> None:
    assert not may_mean("her", "Ysolt Grimsel", "he")


@pytest.mark.parametrize(
    ("sentences", "is_subject", "gender"),
    [
        (("Grimsel sold it.", "She left."), False, "she"),
        (("Grimsel sold it.", "His boat sank."), False, "he"),
        (("Grimsel sold it.", "It sank."), False, ""),
        (("It sank.", "Nobody knew what she and her son had said to him."), False, ""),
        (("Grimsel left.", "Nobody knew what she and her son had said, or she."), True, "she"),
        (("Grimsel left.", "Nobody knew what she had said to him."), True, ""),
    ],
)
def test_the_sentences_behind_a_name_tell(
    sentences: tuple[str, str], is_subject: bool, gender: str
) -> None:
    assert gender_told(sentences, [1], is_subject=is_subject) == gender
