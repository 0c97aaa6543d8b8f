"""Real questions for names, alone and inside longer phrases, from parsed sentences."""

from dataclasses import replace

import pytest

from quizapp.generation.parser_tier.asking_descriptions import ask_descriptions
from quizapp.generation.parser_tier.asking_parser import ask_figures, ask_names
from quizapp.question_types.short_answer import ShortAnswer
from tests.generation.parsing import read, stems

PEOPLE = ("founder", "carl", "ida", "otto")


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("study", "A study by which chemist at Odby University blames the milk?"),
        ("study", "A study by the chemist Ida Roth at which institution blames the milk?"),
        ("consent", "The consent of which organization does the sale need?"),
        ("judge", "Which judge of the county court threw out the petition in August?"),
        ("loan", "To a dairy in which place was the mill sold for $640,000?"),
        ("proposal", "Whose proposal was to renovate the old mill?"),
        ("lancet", "In which journal was the discovery published in January 1935?"),
        ("port", "In August 1907, which port did a wooden ship leave with 33 men?"),
        ("island", "The clinic on which island closes at noon?"),
    ],
)
def test_what_asks_stands_in_the_place_of_the_name(name: str, asked: str) -> None:
    every = ask_names(read(name, *PEOPLE, "places", "bodies"))
    assert asked in stems(every)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("compound", "the plant is no place"),
        ("pair", "two have designed it"),
        ("dative", "she was lent something, nobody was lent"),
        ("schools", "from there to where?"),
        ("way", "it is on its way, not on the asteroid"),
        ("announced", "what did it announce?"),
        ("of-place", "what is of a country is no place"),
    ],
)
def test_there_is_no_question_where_another_word_clings_to_the_name(name: str, why: str) -> None:
    asked = [each for each in ask_names(read(name)) if each.form == "question"]
    assert not asked, why


def test_a_name_that_no_question_asks_for_leaves_a_gap() -> None:
    asked = ask_names(read("pair", *PEOPLE))
    first, second = [each for each in asked if each.form == "blank" and each.sentence == 0]
    assert first.stem == "The mill was designed by ____ and Otto Kern in 1952."
    assert second.stem == "The mill was designed by Ida Roth and ____ in 1952."
    assert first.explanation == "The mill was designed by Ida Roth and Otto Kern in 1952."


def test_a_gap_that_says_too_little_is_left_out() -> None:
    assert "The ship was bound for ____." not in stems(ask_names(read("bound")))


def test_where_no_other_island_is_named_its_name_is_written_with_or_without_the_noun() -> None:
    (found,) = ask_names(read("island"))
    assert isinstance(found.body, ShortAnswer)
    assert found.body.grade(("Odby Island",)).fraction == 1
    assert found.body.grade(("Odby",)).fraction == 1
    assert found.body.grade(("Kolby",)).fraction == 0


def test_a_family_is_not_called_by_the_first_name_of_one() -> None:
    every = stems(ask_figures(read("founder", "family")))
    assert "In which year did the Lindqvist family sell the brand to a brewery?" in every


def test_it_may_be_a_firm_between_the_subject_and_it() -> None:
    assert not [stem for stem in stems(ask_figures(read("among"))) if "the sale founded" in stem]


def test_nobody_is_published_in_a_journal() -> None:
    assert not [stem for stem in stems(ask_names(read("epidemiologist"))) if "published" in stem]


def test_what_stands_right_before_a_name_is_one_of_many() -> None:
    asked = stems(ask_descriptions(read("firm", *PEOPLE)))
    assert "Which organization is described as a private equity firm?" in asked


def test_a_subject_behind_a_phrase_describes_nothing() -> None:
    assert not stems(ask_descriptions(read("telescope", *PEOPLE)))


def test_what_is_the_highest_is_not_one_of_many() -> None:
    assert not [stem for stem in stems(ask_descriptions(read("peak"))) if " a highest" in stem]


def test_a_journal_is_nobody_according_to_whom_something_is() -> None:
    assert not [stem for stem in stems(ask_names(read("context"))) if "ccording to ____" in stem]


def test_no_island_is_asked_for_again_and_again() -> None:
    article = read("island", *PEOPLE)
    (name,) = [each for each in article.findings.names if each.text == "Odby Island"]
    often = replace(name, mentions=name.mentions * 4)
    object.__setattr__(article.findings, "names", (often,))
    asked = [each for each in ask_names(article) if "Odby Island:" not in each.fact]
    assert len(asked) <= 3


def test_a_verb_that_was_taken_for_a_participle_is_told() -> None:
    asked = stems(ask_names(read("paid", *PEOPLE)))
    assert "Who paid for the new book in 1990?" in asked
    assert "Who was paid for the new book in 1990?" not in asked


def test_a_participle_beside_a_verb_stays_one() -> None:
    clauses = read("paid-by").clauses[0]
    assert [clause.participle for clause in clauses] == ["was", ""]


def test_a_gap_is_written_where_there_are_no_others_of_its_kind() -> None:
    (found,) = [each for each in ask_names(read("sweden")) if each.form == "blank"]
    assert found.stem == "The milk was tested on 4,000 children in ____ by a team of nurses."
    assert isinstance(found.body, ShortAnswer)
    assert found.body.grade(("Sweden",)).fraction == 1


def test_it_may_be_what_was_found_in_the_sentence_before() -> None:
    every = stems(ask_figures(read("revival", "restored")))
    assert not [stem for stem in every if "revival restored" in stem]
