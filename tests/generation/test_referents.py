"""Pronouns mean the subjects before them, or nothing."""

from tests.generation.parsing import ParsedArticle, read, read_sentences


def meant(article: ParsedArticle) -> list[str]:
    return list(article.wording.referents.meant.values())


def test_she_is_the_person_of_the_sentence_before() -> None:
    assert meant(read("founder", "move")) == ["Nora Lindqvist"]


def test_what_begins_a_sentence_has_no_capital_inside() -> None:
    assert meant(read("ashes", "drift")) == ["ash"]


def test_she_is_no_mill() -> None:
    assert not meant(read("weavers", "move"))


def test_without_a_sentence_before_a_pronoun_means_nothing() -> None:
    assert not meant(read("move"))


def test_its_is_the_subject_of_its_own_sentence_first() -> None:
    assert meant(read("repairs", "river")) == ["the river"]


def test_two_sentences_back_is_too_far() -> None:
    assert not meant(read("founder", "tower", "move"))


def test_a_name_right_behind_its_noun_belongs_to_what_is_meant() -> None:
    assert meant(read("makers")) == ["German chipmaker Orvella"]


def test_whose_name_was_just_said_stays_he() -> None:
    article = read("berg")
    tokens = article.parsed[0].tokens[4:-1]
    assert article.wording.say(article.parsed[0], tokens) == "Otto Berg said that he had no plans"


def test_he_is_nobody_of_whom_a_relative_clause_tells() -> None:
    assert meant(read("spotted")) == ["the program"]


def test_who_only_says_so_is_not_what_it_means() -> None:
    assert not meant(read("corning"))


def test_what_they_find_hard_is_what_follows() -> None:
    assert meant(read("grew", "hard")) == ["the port"]


def test_it_is_neither_of_two_things_that_a_sentence_is_about() -> None:
    assert not meant(read("flow", "lasted"))


def test_it_is_no_name_that_means_something() -> None:
    assert not meant(read("meaning", "lasted"))


def test_its_is_nothing_that_it_is_a_part_of() -> None:
    said = ("The tunnel was old.", "Surveyors found that a third of its lining had bulged.")
    assert meant(read_sentences(*said)) == ["the tunnel"]


def test_it_is_what_a_name_behind_a_comma_calls_it() -> None:
    said = ("The island is small.", "Its volcano, Helgafell, was quiet, and it was believed dead.")
    assert meant(read_sentences(*said)) == ["the island", "Helgafell"]
