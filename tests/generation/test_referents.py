"""Pronouns mean the subjects before them, or nothing."""

from tests.generation.parsing import ParsedArticle, read


def meant(article: ParsedArticle) -> list[str]:
    return list(article.wording.referents.meant.values())


def test_she_is_the_person_of_the_sentence_before() -> None:
    assert meant(read("founder", "move")) == ["Nora Lindqvist"]


def test_she_is_no_mill() -> None:
    assert not meant(read("weavers", "move"))


def test_without_a_sentence_before_a_pronoun_means_nothing() -> None:
    assert not meant(read("move"))


def test_its_is_the_subject_of_its_own_sentence_first() -> None:
    assert meant(read("repairs", "river")) == ["the river"]


def test_two_sentences_back_is_too_far() -> None:
    assert not meant(read("founder", "tower", "move"))
