"""Checked questions as proposals: plain text in a file, whatever a model wrote."""

import pytest
from hypothesis import given

from quizapp.banks.model import Bank, Section
from quizapp.banks.reader import parse
from quizapp.banks.writer import write
from quizapp.generation.choosing.questions import as_question, source_of
from quizapp.generation.model_tier.model_items import make_proposal
from quizapp.generation.model_tier.model_replies import Choice, Item
from quizapp.generation.model_tier.verification import Verified
from quizapp.generation.proposals import Proposal
from quizapp.generation.reading.plain import one_line
from quizapp.markdown import to_plain
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.numerical import Numerical
from quizapp.question_types.short_answer import ShortAnswer
from quizapp.question_types.true_false import TrueFalse
from tests.generation.mill import (
    ARTICLE,
    GROUND,
    NAME,
    WORKERS,
    choices,
    fact,
    item,
    number,
    statement,
    verified,
)
from tests.generation.test_plain import TEXTS


def proposed(said: Item, about: Verified | None = None) -> Proposal:
    found = make_proposal(said, about or verified(), GROUND)
    assert found is not None
    return found


def test_a_choice_becomes_options_with_the_key_marked() -> None:
    body = proposed(item(stem="What?", options=choices("Rye", "Oats", "Wheat"))).body
    assert isinstance(body, MultipleChoice)
    assert [(each.text, each.correct) for each in body.options] == [
        ("Rye", False),
        ("Oats", True),
        ("Wheat", False),
    ]


def test_numbers_among_options_are_put_in_order() -> None:
    body = proposed(item(options=choices("20 tons", "12 tons", "8 tons"))).body
    assert isinstance(body, MultipleChoice)
    assert [each.text for each in body.options] == ["8 tons", "12 tons", "20 tons"]
    assert [each.correct for each in body.options] == [False, True, False]


def test_a_statement_is_true_or_false() -> None:
    assert proposed(statement("It ground 12 tons.", truth=True)).body == TrueFalse(True)
    assert proposed(statement("It ground 15 tons.", truth=False)).body == TrueFalse(False)


@pytest.mark.parametrize(
    ("said", "about", "right", "wrong"),
    [
        (number("12", "tons", "5"), verified(), "12", "12.5"),
        (number("215", "workers", "500"), verified(WORKERS), "236", "237"),
        (number("215", "workers", "0"), verified(WORKERS), "215", "216"),
    ],
)
def test_a_number_may_be_off_only_where_the_article_says_about(
    said: Item, about: Verified, right: str, wrong: str
) -> None:
    body = proposed(said, about).body
    assert isinstance(body, Numerical)
    assert (body.grade((right,)).fraction, body.grade((wrong,)).fraction) == (1, 0)


def test_a_name_is_typed_with_a_slip_forgiven() -> None:
    body = proposed(item(type="short_answer", options=()), verified(NAME)).body
    assert isinstance(body, ShortAnswer)
    assert body.grade(("clara whitcomb",)).fraction == 1


def test_what_explains_is_left_out_if_the_article_knows_nothing_of_it() -> None:
    assert proposed(item(explanation="In 1888 it was 12 tons.")).explanation == ""
    assert proposed(item(explanation="Read www.a.example.")).explanation == ""
    assert proposed(item()).explanation == item().explanation


def test_a_wrong_options_reason_is_held_to_the_same() -> None:
    options = (Choice("8 tons", "It was 12."), Choice("12 tons", "x"), Choice("9", "Says Hale 5."))
    body = proposed(item(options=options)).body
    assert isinstance(body, MultipleChoice)
    assert [each.feedback for each in body.options] == ["It was 12.", "", ""]


def test_a_detail_is_flagged() -> None:
    assert proposed(item(), verified(fact(importance=1))).flags == ("detail",)
    assert proposed(item()).flags == ()


def test_two_questions_on_one_fact_have_one_fact() -> None:
    assert proposed(item()).fact == proposed(number("12", "tons")).fact


@given(TEXTS.filter(one_line), TEXTS.filter(one_line))
def test_signs_in_a_models_texts_are_text_in_the_bank(stem: str, option: str) -> None:
    options = (Choice("Oats", ""), Choice(option, ""), Choice("Rye", option))
    proposal = proposed(item(stem=one_line(stem), options=options, explanation=stem))
    question = as_question(proposal, 1)
    bank = Bank("mill", "Mill", (Section((question,)),), sources=(source_of("mill", ARTICLE),))
    reading = parse(write(bank), "mill")
    assert [each for each in reading.problems if each.level == "error"] == []
    assert reading.bank is not None
    (read,) = reading.bank.questions
    assert to_plain(read.heading) == one_line(stem)
    shown = {to_plain(each.text) for each in read.body.alternatives()}
    assert shown == {"Oats", "Rye", one_line(option)}
