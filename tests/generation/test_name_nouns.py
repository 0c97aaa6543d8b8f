"""What names are asked for as, and which others may stand beside them."""

from random import Random

import pytest

from quizapp.generation.distractors.name_distractors import name_distractors
from quizapp.generation.names.name_nouns import asked_as, written_forms
from tests.generation.asked import findings_of
from tests.generation.builders import make_article


def asked_in(text: str) -> list[str]:
    findings = findings_of(make_article(text))
    return [asked_as(name, findings.article) for name in findings.names]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The mill was sold by Maria Kern.", "who"),
        ("They sailed to Norway.", "which country"),
        ("They stayed in the village of Odby.", "which village"),
        ("They stayed in Odby, a fishing village on the coast.", "which village"),
        ("They stayed in Odby.", "which place"),
        ("They saw the castle of Odby, a town by the sea.", "which town"),
        ("They joined the Kern Institute.", "which institution"),
        ("They joined the Mill Commission.", "which organization"),
        ("They sold Kolby Foods.", "which company"),
        ("They beat Kolby Athletic.", "which club"),
        ("They reached Odby Island.", "which island"),
        ("They climbed Mount Odby.", "which mountain"),
        ("They sailed on HMS Otter.", "which ship"),
        ("They sailed on the steamer Otter.", "which steamer"),
        ("It was printed in Nature.", "which journal"),
        ("They won the Odby Prize.", "which prize"),
        ("They crossed Grimsel Moor by night.", ""),
    ],
)
def test_a_name_is_asked_for_by_what_it_is(text: str, asked: str) -> None:
    assert asked_in(text) == [asked]


def test_what_is_written_for_an_island_may_leave_out_the_noun() -> None:
    findings = findings_of(make_article("They reached Odby Island."))
    assert written_forms(findings.names[0], findings.article) == ("Odby Island", "Odby")


def wrong_in(text: str, stem: str) -> set[str]:
    findings = findings_of(make_article(text))
    return set(name_distractors(findings.names[0], findings, stem, 0, Random(1)))


TOWNS = " They saw Kolby Island. They left the village of Norby. They met in Limby."


def test_beside_a_village_stands_no_island() -> None:
    text = "They stayed in the village of Odby." + TOWNS + " They ate in Aldby."
    found = wrong_in(text, "In which village did they stay?")
    assert found == {"Norby", "Limby", "Aldby"}


def test_beside_an_island_stand_only_islands() -> None:
    assert wrong_in("They reached Odby Island." + TOWNS, "Which island did they reach?") == set()


def test_two_universities_may_be_mistaken_for_each_other() -> None:
    text = (
        "They left the University of Leeds. They joined the University of Bonn. "
        "They asked the University of Lund. They phoned the University of Oulu."
    )
    assert len(wrong_in(text, "Which institution did they leave?")) == 3


def test_a_long_key_stands_beside_a_long_one_where_there_is_one() -> None:
    text = (
        "They left the Commission for Mills and Rivers. They asked the Mill Union. "
        "They asked the Rail Union. They asked the Fund. They asked the Ship Union. "
        "They asked the Office of Ships and Rails."
    )
    findings = findings_of(make_article(text))
    key = findings.names[0]
    for seed in range(20):
        found = name_distractors(key, findings, "Which did they leave?", 0, Random(seed))
        assert "Office of Ships and Rails" in found
