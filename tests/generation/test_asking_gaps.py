"""Passages with gaps for what no question asks yet."""

from random import Random

import pytest

from quizapp.generation.asking_gaps import Asked, propose
from quizapp.generation.gate import sieve
from quizapp.generation.proposals import Proposal
from quizapp.question_types.cloze import Cloze
from tests.generation.asked import findings_of
from tests.generation.builders import make_article
from tests.generation.proposing import options
from tests.generation.proposing import propose as make_proposal

FERRY = (
    "The ferry to Sorrel Island was built in 1962 for 260 passengers. "
    "It cost $1.4 million and carried 19 lifeboats."
)


def asked(text: str, *others: Proposal, most: int = 10) -> list[Proposal]:
    findings = findings_of(make_article(text))
    return list(propose(findings, Asked(others, findings), Random(1), most))


def gapped(text: str, *others: Proposal) -> str:
    """The passage with its gaps; "" if there is none."""
    return next((each.body.to_markdown() for each in asked(text, *others)), "")


def about(fact: str, key: str, text: str) -> Proposal:
    """A question that asks already for something in the first sentence."""
    body = options(key, "1", "2", "3")
    first = make_article(text).sentences[0].text
    return make_proposal(0, fact=fact, body=body, answer=key, quotes=(first,))


def test_figures_are_numbers_to_type_and_what_they_count_stays() -> None:
    assert gapped(FERRY) == (
        "The ferry to Sorrel Island was built in 1962 for [[= 260]] passengers. "
        "It cost $[[= 1.4]] million and carried [[= 19]] lifeboats."
    )


def test_what_another_question_asks_is_no_gap() -> None:
    assert "for 260 passengers" in gapped(FERRY, about("0:260 passengers", "260", FERRY))


def test_every_gap_passes_the_gate() -> None:
    proposals = asked(FERRY)
    assert not sieve(proposals, make_article(FERRY)).dropped


@pytest.mark.parametrize(
    ("said", "gap"),
    [
        ("The mill of Larkfield had about 4,300 spindles and 12 doors.", "[[= 4,300 +- 5%]]"),
        ("The mill of Larkfield had at least 430 spindles and 12 doors.", "[[= 430]]"),
        ("The mill of Larkfield had 43,127 spindles behind 12 doors.", "(x) 43,127"),
        ("The mill of Larkfield had eleven floors behind 12 doors.", "(x) eleven"),
        ("On May 3, 1833, the mill of Larkfield burned with 340 sacks of oats.", "(x) May 3, 1833"),
    ],
)
def test_a_gap_is_as_exact_as_somebody_can_remember(said: str, gap: str) -> None:
    assert gap in gapped(said)


def test_a_number_that_the_others_give_is_no_gap() -> None:
    said = "Larkfield's mill had 60 looms on two floors, and 45 looms, or 75 percent, were new."
    others = [about("0:60 looms", "60", said), about("0:45 looms", "45", said)]
    assert asked(said, *others) == []
    assert "[[= 75]] percent" in gapped(said)


def test_two_gaps_never_have_one_number() -> None:
    assert asked("The mill of Larkfield sold 430 sacks of oats and 430 sacks of rye.") == []


def test_a_number_that_is_soon_guessed_is_no_gap() -> None:
    assert asked("The mill of Larkfield had two floors behind a red door.") == []


def test_of_a_paragraph_there_is_one_passage_and_no_more_than_wanted() -> None:
    text = "\n".join(FERRY.replace("Sorrel", name) for name in ("Sorrel", "Larch", "Elder"))
    assert len(asked(text)) == 3
    assert len(asked(text, most=2)) == 2


def test_a_sentence_with_three_questions_is_in_no_passage() -> None:
    others = [about(f"0:{number}", str(number), FERRY) for number in (7, 8, 9)]
    assert asked(FERRY, *others) == []


def test_names_are_chosen_from_others_like_them() -> None:
    people = "Maud Ellery met Ivo Stern. Ana Ruiz wrote to Jo Poe in Larkfield."
    said = "The mill had been planned by Cora Lund, who asked for 12 wheels and a red roof."
    shown = next(
        each.body.to_markdown() for each in asked(f"{people}\n{said}") if each.sentence == 2
    )
    assert "(x) Cora Lund" in shown
    assert shown.count("( )") == 3


def test_the_heading_tells_what_the_passage_is_about_and_no_gap() -> None:
    assert asked(FERRY)[0].stem == "Fill in the gaps about the ferry to Sorrel Island."


def test_a_passage_cites_each_of_its_sentences() -> None:
    assert " ".join(asked(FERRY)[0].quotes) == FERRY
    assert isinstance(asked(FERRY)[0].body, Cloze)
