"""Forms of English verbs."""

import pytest

from quizapp.generation.english.verbs import (
    BASES,
    base_of,
    is_finite,
    is_participle,
    is_past,
    third_person,
)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("went", "go"),
        ("goes", "go"),
        ("fitted", "fit"),
        ("carried", "carry"),
        ("carries", "carry"),
        ("received", "receive"),
        ("opened", "open"),
        ("watches", "watch"),
        ("table", None),
        ("hundred", None),
    ],
)
def test_a_form_leads_back_to_its_base(form: str, base: str | None) -> None:
    assert base_of(form) == base


def test_the_base_of_a_third_person_is_the_base() -> None:
    assert {base_of(third_person(base)) for base in BASES} == BASES


def test_every_form_after_he_is_finite() -> None:
    assert all(is_finite(third_person(base)) for base in BASES)


@pytest.mark.parametrize("word", ["hundred", "red", "speed", "the", "mill", "taken"])
def test_other_words_are_no_past(word: str) -> None:
    assert not is_past(word)


def test_participles_are_told_from_other_pasts() -> None:
    assert [is_participle(word) for word in ("taken", "took", "opened")] == [True, False, True]
