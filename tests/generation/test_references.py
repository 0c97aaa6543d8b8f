"""Clauses that can stand alone."""

from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.clauses.pronouns import is_person
from quizapp.generation.clauses.references import resolve, understood
from quizapp.generation.findings import Name
from tests.generation.builders import make_article


def last_of(text: str) -> str | None:
    """The last sentence of `text` as it can stand alone."""
    article = make_article(text)
    sentence = len(article.sentences) - 1
    return resolve(article.sentences[sentence].text, article, sentence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Kern sold the mill. She left.", "Maria Kern left."),
        (
            "Maria Kern sold the mill. She moved to Oslo. Her son stayed there. She died in 1950.",
            "Maria Kern died in 1950.",
        ),
        ("It was built by Paul Roe. He was 27.", "Paul Roe was 27."),
        (
            "Paul Roe came. He bought a lens from Otto Kern. He was 27.",
            "Paul Roe was 27.",
        ),
        ("The Kern Institute asked voters. It found doubts.", "The Kern Institute found doubts."),
        (
            "The Harbor Authority owns ferries. Its director, Paul Roe, resigned.",
            "The Harbor Authority's director, Paul Roe, resigned.",
        ),
        (
            "The hormone was tested. In the control group, its level rose.",
            "In the control group, the hormone's level rose.",
        ),
        ("Cocoa futures have climbed. They passed $4,000.", "Cocoa futures passed $4,000."),
        ("Maria Kern sold the mill. In 1950, she died.", "In 1950, Maria Kern died."),
        (
            "The night ferry lost money. Fares covered half of its costs.",
            "Fares covered half of the night ferry's costs.",
        ),
        ("Maria Kern met Paul Roe. She left.", "Maria Kern left."),
        ("Norway lies in the north. It is cold.", "Norway is cold."),
        ("Paul Roe met Maria Kern. She left.", "Maria Kern left."),
        ("Maria Kern sold it. Paul Roe paid. In 1950, she died.", "In 1950, Maria Kern died."),
        ("A second cable broke. It weighed two tons.", "The second cable weighed two tons."),
    ],
)
def test_a_pronoun_gives_way_to_what_it_stands_for(text: str, expected: str) -> None:
    assert last_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Maria Kern said that she would leave.",
        "It was in Odby that Paul Roe died.",
        "An enemy can find the mill if he knows the hour.",
        "Marlow Foods sold its mill in May.",
        "In its final year, the night ferry carried 31 passengers.",
        "The mill closed because it was too old.",
        "Most islanders say they want a doctor.",
        "It is likely that bridges rust.",
        "There are four bridges in Oslo.",
        "The price of propane is lower than that of oil.",
    ],
)
def test_what_a_clause_says_itself_stays(text: str) -> None:
    assert last_of(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("However, bridges rust.", "Bridges rust."),
        ("But in May, bridges rust.", "In May, bridges rust."),
        ("For example, bridges rust.", "Bridges rust."),
        ("Bridges, however, rust.", "Bridges rust."),
        ("Bridges also rust in Norway.", "Bridges rust in Norway."),
        ("The Kern Institute published it on Monday, bridges rust.", None),
        ("Maria Kern sold the mill on Tuesday.", "Maria Kern sold the mill."),
        ("Maria Kern sold it on Tuesday, 4 May.", None),
        ("The mill opened. Three years afterwards a surgeon by the name of Roe came.", None),
        ("A storm came. According to the council, that would make Odby an island.", None),
        ("Storms are rare. Over two decades, Odby has had one every six years.", None),
        ("Maria Kern left on Tuesday, May 4.", "Maria Kern left on Tuesday, May 4."),
    ],
)
def test_what_only_joins_sentences_is_taken_off(text: str, expected: str | None) -> None:
    assert last_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Kern sold the mill. Kern left.", "Maria Kern left."),
        (
            "Maria Kern sold the mill. Everybody liked Kern's son.",
            "Everybody liked Maria Kern's son.",
        ),
        ("Maria Kern ruled. Everybody liked the Kern years.", "Everybody liked the Kern years."),
        (
            "They asked the Sound Authority. The authority owns four ferries.",
            "The Sound Authority owns four ferries.",
        ),
        (
            "A hull survey was made. Maria Kern led the survey.",
            "Maria Kern led the hull survey.",
        ),
        (
            "Marlow Foods Inc. lost money. Few of the company's workers left.",
            "Few of Marlow Foods' workers left.",
        ),
    ],
)
def test_what_is_short_is_given_in_full(text: str, expected: str) -> None:
    assert last_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "This helped.",
        "These bridges rust.",
        "That helped.",
        "For that reason, bridges rust.",
        "The mill will keep that ratio below four.",
        "Such bridges rust.",
        "The former was cheap.",
        "Bridges do the same.",
        "Another was built.",
        "The mill had closed two years later.",
        "Two years later, the mill closed.",
        "The flow slowed, and in July the eruption was declared over. It had lasted a year.",
        "The name means mill of fire. Its wheels stand still.",
        "The mill closed ten years ago.",
        "The mill closed last week.",
        "The mill closed yesterday.",
        "The mill was cheaper a year earlier.",
        "Bridges there rust.",
        "The mill of Odby opened on Sunday, when the mayor came.",
        "Bridges are built here.",
        "We like bridges.",
        "You like bridges.",
        "Some of our bridges rust.",
        'He said, "Bridges rust.',
        "Oslo likes them.",
        "Maria Kern told him that bridges rust.",
        "Many have moved.",
        "Two of them have moved.",
        "The two countries agreed.",
        "The figure was unchanged.",
        "Orrin hasn't done so.",
        "It's a trick.",
        "She left.",
        "The board met. It was the board's first meeting.",
        "Only 28 percent put hours first.",
        "The company left.",
        "Then came the war.",
        "because bridges rust",
        "Bridges rust because of",
        "Is rusty now.",
        "A launch was built. The launch was fast.",
        "Maria Kern and Ruth Roe left. In Rome, she was ill.",
        "Paul Roe owned the mill. She died in 1950.",
        "Maria Kern left. Paul Roe lent her two boats.",
        "The country was poor.",
        "Maria Kern left. With the help of 29 clerks they sold it.",
        "Maria Kern left. Grimsel Ysolt Roe, who paid her, stayed. In 1931 she earned $300.",
        "As a woman, she could own nothing.",
        "In that November the mill closed.",
        "Maria Kern of the mill tested her with boats.",
        "Norway passed a law. It led to a strike.",
        "The price of wheat flour from the mill rose. Its backlog shrank.",
        "The largest, Kern Dairy, has four boats.",
        "Hans Kern owned it. Paul Roe kept a map of her boats.",
    ],
)
def test_what_leans_on_another_sentence_is_refused(text: str) -> None:
    assert last_of(text) is None


def test_a_clause_inside_a_sentence_looks_at_what_stands_before_it() -> None:
    article = make_article("Gutta-percha is natural, and it doesn't decay in salt water.")
    assert resolve("it doesn't decay in salt water", article, 0) == (
        "Gutta-percha doesn't decay in salt water"
    )


words = st.sampled_from(
    [
                 "The",         "the",         "a",         "it",         "It",         "she",
        "He",         "they",         "their",         "its",         "Maria",         "Kern",
        "Norway",         "was",         "sold",         "that",         "this",
        "because",         ",",         ".",         '"',         "'",         "of",
        "there",         "in",         "1999,",         "mill",         "company",
        "Kern's",         "also",         "however",         "we",         "(",         ")",
        "5",         "percent",
    ]
)  # fmt: skip


@given(st.lists(words, min_size=1, max_size=40).map(" ".join))
def test_whatever_comes_back_is_whole(text: str) -> None:
    article = make_article(text)
    for at, sentence in enumerate(article.sentences):
        resolved = resolve(sentence.text, article, at) or ""
        plain = f" {resolved.lower()} "
        assert resolved.count('"') % 2 == 0
        assert not any(f" {word} " in plain for word in ("this", "we", "yesterday"))


def test_a_long_article_takes_time_in_proportion() -> None:
    text = (
        "Maria Kern sold the mill to Norway. She left, said Paul Roe. It was closed in 1999. " * 800
    )
    article = make_article(text)
    start = perf_counter()
    for at, sentence in enumerate(article.sentences):
        resolve(sentence.text, article, at)
    assert perf_counter() - start < 10


@pytest.mark.parametrize("unit", ["it ", "that ", "the a ", "She, ", "(", '"', "But ", "a an "])
def test_no_text_takes_long(unit: str) -> None:
    article = make_article(unit * (300_000 // len(unit)))
    start = perf_counter()
    resolve(article.text[:600], article, 0)
    resolve(article.text, article, 0)
    assert perf_counter() - start < 10


@pytest.mark.parametrize(
    "text",
    [
        "Falk bought the mill. It was sold in 1950.",
        "The owner of the mill left Oslo. It was sold in 1950.",
        "Maria Kern left Oslo. It was sold in 1950.",
    ],
)
def test_it_is_nobody(text: str) -> None:
    assert last_of(text) is None


@pytest.mark.parametrize(
    ("text", "stem", "expected"),
    [
        (
            "The town bought a fast rescue launch. It pleased all.",
            "When did the launch enter service?",
            "When did the fast rescue launch enter service?",
        ),
        ("The town bought a launch. It sank.", "How many tons did the ships carry?", None),
        (
            "The town bought a launch. It sank.",
            "How many people did Oslo hire?",
            "How many people did Oslo hire?",
        ),
    ],
)
def test_a_question_says_what_it_is_about(text: str, stem: str, expected: str | None) -> None:
    assert understood(stem, make_article(text), 1) == expected


def test_a_surname_inside_another_name_means_nobody() -> None:
    names = (Name("Otto Kern", "person", (), ("Kern",)), Name("Kern Dam", "place", ()))
    assert not is_person("Kern Dam", names)


def test_in_a_life_she_is_whose_daughter_was_named() -> None:
    text = "Maria Kern was a poet. Her work was edited by her daughter Ruth Roe. She died in 1950."
    article = replace(make_article(text), title="Maria Kern")
    assert resolve(article.sentences[2].text, article, 2) == "Maria Kern died in 1950."


def test_in_a_life_a_new_paragraph_tells_of_its_subject() -> None:
    text = "Otto Kern was a poet. Paul Roe was his friend. At 17, he met Hans Falk and he left."
    article = replace(make_article(text), title="Otto Kern")
    last = article.sentences[2]
    article = replace(article, sentences=(*article.sentences[:2], replace(last, paragraph=9)))
    assert resolve("he left", article, 2, "At 17, he met Hans Falk and ") == "Otto Kern left"


def test_elsewhere_whoever_met_somebody_may_be_either() -> None:
    text = "At 17, he met Hans Falk and he left."
    assert resolve("he left", make_article(text), 0, "At 17, he met Hans Falk and ") is None
