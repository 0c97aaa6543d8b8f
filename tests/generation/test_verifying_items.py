"""Questions that a model would ask: none with a key that the evidence doesn't bear out."""

import pytest

from quizapp.generation.model_tier.model_replies import Item
from quizapp.generation.model_tier.verification import Ground, Verified
from quizapp.generation.model_tier.verifying_items import doubts_about_item
from tests.generation.builders import make_article
from tests.generation.mill import (
    GROUND,
    NAME,
    PERCENT,
    REASON,
    WORKERS,
    choices,
    fact,
    item,
    number,
    statement,
    verified,
)

FLOUR = verified()
PEOPLE = verified(WORKERS, "f2")
FOUNDER = verified(NAME, "f3")
CLOSING = verified(REASON, "f4")
FAMILIES = verified(PERCENT, "f5")
OTHERS = {each.id: each for each in (FLOUR, PEOPLE, FOUNDER, CLOSING, FAMILIES)}

WHY = "Why did the Tarrow mill shut down?"
REASONS = choices(
    "A fire destroyed its wheel", "A railway brought cheaper flour", "Its founder sold the land"
)


def reasons(said: Item, about: Verified = FLOUR) -> list[str]:
    return [doubt.reason for doubt in doubts_about_item(said, about, OTHERS, GROUND)]


@pytest.mark.parametrize(
    ("said", "about"),
    [
        (item(), FLOUR),
        (item(options=choices("8 tons", "twelve tons", "20 tons")), FLOUR),
        (item(stem=WHY, options=REASONS), CLOSING),
        (
            item(stem="Who founded the Tarrow mill?", options=choices("A B", "C. Whitcombe")),
            FOUNDER,
        ),
        (number("12", "tons"), FLOUR),
        (number("30", "percent", stem="What share of families moved away?"), FAMILIES),
        (number("30", "%", stem="What share of families moved away?"), FAMILIES),
        (statement("The Tarrow mill produced 12 tons of flour daily.", truth=True), FLOUR),
        (statement("The Tarrow mill produced 15 tons of flour daily.", truth=False), FLOUR),
        (statement("The mill's founder was Margaret Hale.", truth=False), FOUNDER),
        (item(type="short_answer", options=(), stem="Who founded the Tarrow mill?"), FOUNDER),
        (
            statement("A new railway that carried flour cheaper closed the works.", truth=True),
            CLOSING,
        ),
    ],
)
def test_a_question_that_the_evidence_bears_out_raises_no_doubt(
    said: Item, about: Verified
) -> None:
    assert reasons(said, about) == []


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (item(key_index=0), "key-not-in-evidence"),
        (item(options=choices("8 tons", "12 percent", "20 tons")), "key-not-in-evidence"),
        (item(options=choices("8 tons", "12 tons", "12")), "distractor-is-key"),
        (item(stem="How much of its 12 tons of flour did the mill sell?"), "answer-in-stem"),
        (item(stem="How much flour did the Tarrow mill produce in 1889?"), "stem-not-in-article"),
        (item(stem="How much flour did the mill owned by Hale produce?"), "stem-not-in-article"),
        (
            item(stem="Why did the new railway carried cheaper flour from the coast matter?"),
            "copied-stem",
        ),
        (item(stem="How much flour? See http://a.example"), "address"),
        (item(options=choices("www.a.example", "12 tons", "9 tons")), "address"),
        (number("13", "tons"), "key-not-in-evidence"),
        (number("12", "liters"), "unit-not-in-evidence"),
        (number("12", "million tons"), "key-not-in-evidence"),
        (number("-12", "tons"), "key-not-in-evidence"),
        (number("12", "tons", stem="Were 12 tons produced?"), "answer-in-stem"),
        (statement("The Tarrow mill produced 15 tons daily.", truth=True), "key-not-in-evidence"),
        (statement("The Tarrow mill produced 12 tons daily.", truth=False), "key-not-in-evidence"),
        (
            statement("The mill ground more than 9 tons of flour a day.", truth=False),
            "key-not-in-evidence",
        ),
        (
            statement("The mill never ground 12 tons of flour a day.", truth=True),
            "key-not-in-evidence",
        ),
        (statement("Whitcombe wrote 12 letters.", truth=True), "stem-about-else"),
        (
            statement("The Whitcombe mill ground 12 tons of flour daily.", truth=True),
            "stem-about-else",
        ),
        (item(stem="How many people lived in Tarrow?"), "stem-about-else"),
        (item(type="short_answer", options=()), "answer-untypable"),
    ],
)
def test_a_question_with_a_doubtful_key_or_stem_is_refused(said: Item, reason: str) -> None:
    assert reason in reasons(said)


def test_a_key_of_other_words_is_refused() -> None:
    wrong = item(stem=WHY, options=REASONS, key_index=0)
    assert "key-not-in-evidence" in reasons(wrong, CLOSING)


def test_of_a_key_in_words_the_evidence_must_hold_more_than_of_any_wrong_option() -> None:
    options = choices("The railway carried flour cheaper", "The railway carried cheaper flour away")
    said = item(stem=WHY, options=options, key_index=1)
    assert "key-not-in-evidence" in reasons(said, CLOSING)


def test_a_stem_that_fits_another_fact_much_better_is_refused() -> None:
    said = item(type="short_answer", options=(), stem="By 1890, how many workers had the mill?")
    assert reasons(said, FOUNDER) == ["stem-about-else"]


def test_a_statement_with_another_reason_is_refused() -> None:
    said = statement("The owners closed the works because of a flood.", truth=True)
    assert reasons(said, CLOSING) == ["key-not-in-evidence"]


def test_no_reason_is_refuted_by_another() -> None:
    said = statement("The owners closed the works because of a flood.", truth=False)
    assert reasons(said, CLOSING) == ["key-not-in-evidence"]


def test_a_figure_of_the_quote_is_a_wrong_option_only_beside_a_contrast() -> None:
    quote = "At first 40 people worked there; by 1890 the number had grown to about 215 workers."
    about = verified(
        fact(quote=quote, claim="The Tarrow mill had 215 workers by 1890.", answer="215 workers")
    )
    options = choices("40", "215", "600")
    assert reasons(item(stem="How many worked in the Tarrow mill?", options=options), about) == [
        "distractor-in-evidence"
    ]
    contrast = "How many worked in the Tarrow mill later, by 1890?"
    assert reasons(item(stem=contrast, options=options), about) == []


def test_the_answer_of_another_fact_about_the_same_is_no_wrong_option() -> None:
    options = choices("12 tons", "215 workers", "300 workers")
    said = item(stem="What did the Tarrow mill have by 1890?", options=options, key_index=0)
    assert "distractor-also-true" in reasons(said)


def test_the_answer_of_a_fact_about_something_else_may_be_one() -> None:
    options = choices("10 percent", "12 tons", "30 percent")
    assert "distractor-also-true" not in reasons(item(options=options))


def test_a_number_below_zero_is_typed_with_its_sign() -> None:
    article = make_article("In Orlen the river freezes at minus 4 degrees in most winters.")
    ground = Ground(article)
    said = fact(quote=article.text, answer="minus 4 degrees", claim="Orlen's river freezes.")
    about = ground.check_fact(said, "f1")
    assert isinstance(about, Verified)
    stem = "At what temperature does Orlen's river freeze?"
    for value, doubts in (("-4", []), ("4", ["key-not-in-evidence"])):
        typed = number(value, "degrees", stem=stem)
        found = doubts_about_item(typed, about, {"f1": about}, ground)
        assert [doubt.reason for doubt in found] == doubts


def test_a_number_that_is_written_in_millions_may_be_typed_so() -> None:
    quote = "and 3.5 million visitors have come since 1958"
    said = fact(quote=quote, answer="3.5 million visitors", claim="3.5 million people visited.")
    about = verified(said)
    stem = "How many visitors has the museum had?"
    assert reasons(number("3.5", "million visitors", stem=stem), about) == []
    assert reasons(number("3500000", "visitors", stem=stem), about) == []
