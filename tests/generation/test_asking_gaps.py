"""Passages with gaps for what no question asks yet."""

from dataclasses import replace
from random import Random

import pytest

from quizapp.generation.choosing.gate import sieve
from quizapp.generation.passages.asked_already import Asked
from quizapp.generation.passages.asking_gaps import propose
from quizapp.generation.proposals import Form, Proposal
from quizapp.question_types.cloze import Cloze
from tests.generation.asked import findings_of
from tests.generation.builders import make_article
from tests.generation.proposing import options
from tests.generation.proposing import propose as make_proposal

FERRY = (
    "The ferry to Sorrel Island was built in 1962 for 260 passengers. "
    "It cost $1.4 million and carried 19 lifeboats."
)


def asked(text: str, *others: Proposal, most: int = 10, room: int = 10) -> list[Proposal]:
    findings = findings_of(make_article(text))
    return list(propose(findings, Asked(others, findings), Random(1), most, room))


def gapped(text: str, *others: Proposal) -> str:
    """The passage with its gaps; "" if there is none."""
    return next((each.body.to_markdown() for each in asked(text, *others)), "")


def about(fact: str, key: str, text: str, form: Form = "question") -> Proposal:
    """A question that asks already for something in the first sentence."""
    body = options(key, "1", "2", "3")
    first = make_article(text).sentences[0].text
    return make_proposal(0, fact=fact, body=body, answer=key, quotes=(first,), form=form)


def test_figures_are_numbers_to_type_and_what_they_count_stays() -> None:
    assert gapped(FERRY) == (
        "The ferry to Sorrel Island was built in 1962 for [[= 260]] passengers. "
        "It cost $[[= 1.4]] million and carried [[= 19]] lifeboats."
    )


def test_what_a_good_question_asks_makes_room_for_what_is_new() -> None:
    shown = gapped(FERRY, about("0:260 passengers", "260", FERRY))
    assert "in [[= 1962]] for 260 passengers" in shown


def test_what_a_blank_asks_is_a_gap_rather_than_told() -> None:
    blank = about("0:260 passengers", "260", FERRY, form="blank")
    short = (
        "The ferry to Sorrel Island had cabins for 260 passengers. "
        "Half of them were added for $1.4 million on the mainland."
    )
    assert "for [[= 260]] passengers" in gapped(short, blank)


def test_a_passage_tells_hardly_any_answer() -> None:
    text = "Larkfield's mill had 43 looms, 57 wheels, 71 doors and 12 stairs and made 340 carpets."
    others = [about(f"0:{fact}", fact, text) for fact in ("43 looms", "57 wheels", "71 doors")]
    assert gapped(text, *others[:1]) != ""
    assert gapped(text, *others) == ""


def test_every_gap_passes_the_gate() -> None:
    proposals = asked(FERRY)
    assert not sieve(proposals, make_article(FERRY)).dropped


@pytest.mark.parametrize(
    ("said", "gap"),
    [
        ("The mill of Larkfield had about 4,300 spindles and 12 doors.", "[[= 4,300 +- 5%]]"),
        ("The mill of Larkfield paid nearly 40 percent to 12 lords.", "[[= 40 +- 2]] percent"),
        ("The mill of Larkfield had at least 430 spindles and 12 doors.", "[[= 430]]"),
        ("The mill of Larkfield had 43,127 spindles behind 12 doors.", "(x) 43,127"),
        ("The mill of Larkfield had eleven floors behind 12 doors.", "(x) eleven"),
        ("On May 3, 1833, the mill of Larkfield burned with 340 sacks of oats.", "(x) May 3, 1833"),
    ],
)
def test_a_gap_is_as_exact_as_somebody_can_remember(said: str, gap: str) -> None:
    assert gap in gapped(said)


def test_a_number_that_the_others_give_is_no_gap() -> None:
    said = "In Larkfield 54 percent said yes and 46 percent said no."
    assert asked(said) == []
    assert asked(said.replace("46", "31")) != []


def test_two_gaps_never_have_one_number() -> None:
    assert asked("The mill of Larkfield sold 430 sacks of oats and 430 sacks of rye.") == []


def test_no_gap_is_part_of_a_name() -> None:
    said = "Builders joined forces as Six Companies and paid the town for 43 red doors."
    assert gapped(said) == said.replace("43", "[[= 43]]")


def test_years_to_come_are_no_options() -> None:
    assert gapped("Between 1821 and 1833 the weavers of Larkfield died young.") == ""


def test_a_long_passage_has_more_words_around_each_gap() -> None:
    sentences = [f"The mill number {n + 2} had {n * 37 + 41} looms." for n in range(5)]
    assert gapped(" ".join(sentences)).count("[[") == 4


def test_a_number_that_is_soon_guessed_is_no_gap() -> None:
    assert asked("The mill of Larkfield had two floors behind a red door.") == []


def test_no_more_passages_are_made_than_wanted() -> None:
    text = "\n".join(FERRY.replace("Sorrel", name) for name in ("Sorrel", "Larch", "Elder"))
    assert len(asked(text)) == 3
    assert len(asked(text, most=2)) == 2


def test_a_passage_that_takes_a_place_has_more_than_one_new_gap() -> None:
    text = "The mill of Larkfield stood beside the old bridge and had 340 wheels."
    assert len(asked(text, room=1)) == 1
    assert asked(text, room=0) == []


def test_nothing_is_asked_about_who_wrote_the_article() -> None:
    said = "Cora Lund has lived in Larkfield since 1962 and owns 19 boats."
    assert asked(said)
    written = replace(make_article(said), author="Cora Lund")
    findings = findings_of(written)
    assert not list(propose(findings, Asked((), findings), Random(1), 10, 10))


def test_a_sentence_with_three_questions_has_no_gap() -> None:
    others = [about(f"0:{number}", str(number), FERRY) for number in (7, 8, 9)]
    (passage,) = asked(FERRY, *others)
    assert passage.quotes == (FERRY.partition(". ")[2],)


def test_names_are_chosen_from_others_like_them() -> None:
    people = "Maud Ellery met Ivo Stern. Ana Ruiz wrote to Jo Poe in Larkfield."
    said = "The mill had been planned by Cora Lund, who asked for 12 wheels and a red roof."
    shown = next(
        each.body.to_markdown() for each in asked(f"{people}\n{said}") if each.sentence == 2
    )
    assert "(x) Cora Lund" in shown
    assert shown.count("( )") == 3


@pytest.mark.parametrize(
    "said",
    [
        "In 1962 the mill was bought by Coach Cora Lund for its roof.",
        "In 1962 the mill was bought by Cora Lund and Tom Pratt for its roof.",
    ],
)
def test_a_name_may_stand_behind_a_title_or_beside_another(said: str) -> None:
    people = "Maud Ellery met Ivo Stern. Ana Ruiz wrote to Jo Poe in Larkfield."
    shown = [each.body.to_markdown() for each in asked(f"{people}\n{said}") if each.sentence == 2]
    assert "(x) Cora Lund" in "".join(shown)


def test_the_heading_tells_what_the_passage_is_about_and_no_gap() -> None:
    assert asked(FERRY)[0].stem == "Fill in the gaps about the ferry to Sorrel Island."


def test_a_passage_cites_each_of_its_sentences() -> None:
    assert " ".join(asked(FERRY)[0].quotes) == FERRY
    assert isinstance(asked(FERRY)[0].body, Cloze)


@pytest.mark.parametrize(
    ("said", "heading"),
    [
        ("Under the roof stood 340 looms. Cora Lund had them made of 43 trees.", "Cora Lund"),
        ("Frozen meals were bright in Larkfield. It sold 430 tons.", "frozen meals"),
    ],
)
def test_the_heading_names_a_subject_of_any_of_the_sentences(said: str, heading: str) -> None:
    people = "Maud Ellery met Cora Lund in Larkfield."
    stems = [each.stem for each in asked(f"{people}\n{said}") if each.sentence]
    assert stems == [f"Fill in the gaps about {heading}."]
