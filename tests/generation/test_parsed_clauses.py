"""Clauses are found with their parts, and what is none of its own is left alone."""

from quizapp.generation.parsing.parsed_clauses import Clause, find_clauses, quoted_words
from quizapp.generation.parsing.trees import Token
from tests.generation.parsing import parse
from tests.generation.sentence_trees import tree


def clauses(name: str) -> list[Clause]:
    return list(find_clauses(tree(name)))


def words(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.text for token in tokens)


def test_a_main_clause_has_a_subject_a_verb_and_what_follows() -> None:
    (clause,) = clauses("weavers")
    assert clause.kind == "main"
    assert words(clause.subject) == "The Lindholm mill"
    assert clause.verb.text == "employed"
    assert [words(part.tokens) for part in clause.after] == ["about 240 weavers", "until 1931"]


def test_what_stands_before_the_subject_is_kept_apart() -> None:
    (clause,) = clauses("sale")
    assert [words(part.tokens) for part in clause.front] == ["In May 1931"]


def test_a_reported_clause_knows_who_reports() -> None:
    reported = next(clause for clause in clauses("repairs") if clause.kind == "reported")
    assert words(reported.speaker) == "The council"


def test_a_clause_behind_a_comma_belongs_to_the_noun_before() -> None:
    relative = next(clause for clause in clauses("launch") if clause.kind == "relative")
    assert words(relative.subject) == "The launch"


def test_a_shortened_clause_gets_its_auxiliary_back() -> None:
    shortened = next(clause for clause in clauses("bridge") if clause.kind == "participle")
    assert (words(shortened.subject), shortened.participle) == ("The bridge", "was")


def test_which_of_two_nouns_is_meant_is_not_guessed() -> None:
    assert all(clause.kind != "relative" for clause in clauses("plant"))


def test_a_clause_whose_object_stands_outside_is_none_of_its_own() -> None:
    assert all(clause.verb.text != "designed" for clause in clauses("gap"))


def test_a_question_has_no_clauses() -> None:
    assert not clauses("question")


def test_what_somebody_says_word_for_word_has_no_clauses() -> None:
    assert all(clause.verb.text != "lost" for clause in clauses("quoted"))


def test_words_between_quotation_marks_are_known() -> None:
    sentence = tree("quoted")
    inside = [token.text for token in sentence.tokens if token.index in quoted_words(sentence)]
    assert inside == ["We", "lost", "40", "jobs", ","]


def test_what_somebody_suspects_is_reported() -> None:
    (sentence,) = parse("Brandt suspects that the mill polluted the brook.")
    (told,) = [each for each in find_clauses(sentence) if each.kind == "reported"]
    assert words(told.speaker) == "Brandt"
