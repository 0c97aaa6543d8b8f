"""Each count of a score rises with what it counts, and stays at nothing without it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.generation.exported import Item
from tests.generation.gold import Fact, GoldArticle
from tests.generation.scoring import (
    covers,
    find_contradictions,
    find_duplicates,
    find_evidence_problems,
    is_copied,
    is_explained,
    score,
    weigh,
)

TEXT = (
    "The mill at Orton burned down in 1911 because a lamp fell. "
    "About 40 percent of the town worked there, and 12 people died. "
    "It was rebuilt by Ada Birch within eighteen months for a sum that nobody wrote down anywhere."
)
FIRE = Fact("fire", "date", ("1911",), ("mill", "burn|fire"), important=True)
WHY = Fact("why", "reason", ("lamp",), ("mill", "burn|fire"), important=False)
SHARE = Fact("share", "figure", ("40",), ("town|worked",), important=False)
ARTICLE = GoldArticle("mill", Path("mill.txt"), TEXT, (FIRE, WHY, SHARE))


def make_item(
    stem: str = "When did the mill burn down?", key: str = "1911", **fields: object
) -> Item:
    """A choice about the fire, with its sentence as evidence."""
    wrong = ("1899", "1905", "1923")
    item = Item(
        id="item",
        type="multiple_choice",
        stem=stem,
        keys=(key,),
        distractors=wrong,
        options=((key, True), *((text, False) for text in wrong)),
        is_true=None,
        explanation="",
        quotes=("The mill at Orton burned down in 1911 because a lamp fell.",),
    )
    return replace(item, **fields)  # type: ignore[arg-type]


def make_statement(stem: str, *, is_true: bool, explanation: str = "") -> Item:
    """A true-or-false item."""
    return make_item(
        stem,
        type="true_false",
        keys=(stem,) if is_true else (),
        distractors=(),
        options=(),
        is_true=is_true,
        explanation=explanation,
    )


def test_an_item_covers_the_fact_that_its_key_says() -> None:
    assert covers(make_item(), FIRE)


def test_an_item_with_another_key_covers_nothing() -> None:
    assert not covers(make_item(key="1912"), FIRE)


def test_an_item_about_something_else_covers_nothing() -> None:
    assert not covers(make_item("When did the church burn down?"), FIRE)


def test_a_true_statement_covers_what_it_says() -> None:
    assert covers(make_statement("The mill burned down in 1911.", is_true=True), FIRE)


def test_a_false_statement_covers_what_its_correction_says() -> None:
    stem = "The mill burned down in 1921."
    assert covers(make_statement(stem, is_true=False, explanation="It was in 1911."), FIRE)
    assert not covers(make_statement(stem, is_true=False), FIRE)


def test_recall_counts_facts_and_names_the_missed() -> None:
    found = score([make_item()], ARTICLE)
    assert found.recall == pytest.approx(1 / 3)
    assert (found.figures, found.important, found.explanations) == (0.5, 1.0, 0.0)
    assert found.missed == ("why", "share")


def test_an_empty_draft_scores_nothing() -> None:
    found = score([], ARTICLE)
    assert (found.items, found.types, found.recall, found.copied) == (0, 0, 0.0, 0.0)


def test_without_facts_there_is_no_recall() -> None:
    assert score([make_item()], replace(ARTICLE, facts=())).recall is None


def test_a_reason_in_the_explanation_of_an_item_about_it_is_explained() -> None:
    assert is_explained(WHY, [make_item(explanation="A lamp fell.")])
    assert not is_explained(WHY, [make_item()])


def contradictions(item: Item) -> list[str]:
    return list(find_contradictions([item], ARTICLE))


def test_the_right_value_among_the_wrong_options_contradicts() -> None:
    assert contradictions(make_item(key="1905", distractors=("1911", "1923")))


def test_the_value_of_another_fact_is_a_fair_distractor() -> None:
    why = make_item("Why did the mill burn down?", "A lamp fell.", distractors=("In 1911", "Rain"))
    assert not contradictions(why)


def test_a_number_that_the_article_lacks_contradicts_in_a_true_statement_only() -> None:
    stem = "The mill burned down in 1921."
    assert contradictions(make_statement(stem, is_true=True))
    assert not contradictions(make_statement(stem, is_true=False))


def test_the_words_of_the_evidence_called_false_contradict() -> None:
    stem = "The mill burned down in 1911."
    assert contradictions(make_statement(stem, is_true=False))
    assert not contradictions(make_statement(stem, is_true=True))


def test_the_same_stem_is_a_duplicate_whatever_the_key() -> None:
    assert list(find_duplicates([make_item(), make_item(key="1899")]))


def test_nearly_the_same_stem_is_a_duplicate_with_the_same_key_only() -> None:
    near = "When did the old mill burn down?"
    assert list(find_duplicates([make_item(), make_item(near)]))
    assert not list(find_duplicates([make_item(), make_item(near, "1899")]))


def test_different_stems_are_no_duplicates() -> None:
    assert not list(find_duplicates([make_item(), make_item("Which year saw the fire?")]))


def test_a_quote_of_the_article_that_has_the_key_is_no_problem() -> None:
    assert not list(find_evidence_problems([make_item()], TEXT))


def test_a_bare_number_may_be_asked_for_in_millions() -> None:
    text = "The mill lost $1.3 million in a year."
    item = make_item("How many million dollars did the mill lose?", "1.3", quotes=(text,))
    assert not list(find_evidence_problems([item], text))
    other = replace(item, stem="How many dollars did the mill lose?")
    assert list(find_evidence_problems([other], text))


@pytest.mark.parametrize(
    "quotes", [(), ("The mill burned in 1911.",), ("About 40 percent of the town worked there",)]
)
def test_missing_altered_and_unfitting_quotes_are_problems(quotes: tuple[str, ...]) -> None:
    assert list(find_evidence_problems([make_item(quotes=quotes)], TEXT))


def test_a_dozen_words_in_a_row_are_a_copy_and_eleven_are_not() -> None:
    words = [
        "about",
        "40",
        "percent",
        "of",
        "the",
        "town",
        "worked",
        "there",
        "and",
        "12",
        "people",
        "died",
    ]
    assert is_copied(" ".join(words), TEXT)
    assert not is_copied(" ".join(words[1:]), TEXT)


def test_balance_is_flat_where_keys_are_spread() -> None:
    first, last = (("1", True), ("2", False)), (("1", False), ("2", True))
    items = [make_item(options=first, key="1"), make_item(options=last, key="2")]
    assert (weigh(items).position, weigh(items).rank) == (0.5, 0.5)


def test_balance_shows_keys_at_one_place() -> None:
    found = weigh([make_item(), make_item()])
    assert (found.position, found.rank) == (1.0, 1.0)


def test_balance_counts_true_statements_and_longest_keys() -> None:
    long = make_item("Why?", "Because a lamp fell", distractors=("Rain", "War"))
    statements = [make_statement("A.", is_true=True), make_statement("B.", is_true=False)]
    assert (weigh([long, *statements]).longest, weigh(statements).true) == (1.0, 0.5)
