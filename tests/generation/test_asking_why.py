"""Why-questions have the article's reason as their key, and its other reasons beside it."""

import pytest

from quizapp.generation.parser_tier.asking_why import ask_why
from quizapp.generation.parser_tier.parser_reasons import find_reasons
from quizapp.generation.proposals import Proposal
from quizapp.question_types.multiple_choice import MultipleChoice
from tests.generation.parsing import read, read_sentences

OTHERS = ("tower", "named", "flood", "distance", "profits")


def asked(stem: str, *names: str) -> Proposal:
    return next(found for found in ask_why(read(*names)) if found.stem == stem)


def key(proposal: Proposal) -> str:
    assert isinstance(proposal.body, MultipleChoice)
    (found,) = (option.text for option in proposal.body.options if option.correct)
    return found


def test_because_gives_the_reason() -> None:
    proposal = asked("Why did the mill close?", "river", *OTHERS)
    assert key(proposal) == "Because the river had changed its course"


def test_so_follows_the_reason() -> None:
    proposal = asked("Why did the council close the lock?", "both", "river", *OTHERS)
    assert key(proposal) == "Because the weir failed"


def test_an_aim_is_a_reason() -> None:
    aims = ("purpose", "plant", "lock")
    found = [proposal.stem for proposal in ask_why(read(*aims))]
    assert "Why did the council borrow $2 million?" not in found  # nothing else to choose from


def test_for_that_reason_points_to_the_sentence_before() -> None:
    proposal = asked("Why did the council build a weir?", "profits", "therefore", *OTHERS[:-1])
    assert key(proposal) == "Because profits rose 3.2 percent to $40 million"
    assert len(proposal.quotes) == 2


def test_options_are_alike_in_their_beginning_and_their_length() -> None:
    proposal = asked("Why did the mill close?", "river", *OTHERS)
    assert isinstance(proposal.body, MultipleChoice)
    texts = [option.text for option in proposal.body.options]
    assert len(texts) == 4
    assert all(text.startswith("Because ") for text in texts)
    assert max(map(len, texts)) <= 2 * min(map(len, texts))


def test_a_reason_without_rivals_is_not_asked_for() -> None:
    assert not list(ask_why(read("river")))


def test_no_reason_has_an_it_that_was_told_before() -> None:
    found = [each.stem for each in ask_why(read("pound", *OTHERS))]
    assert not [stem for stem in found if "pancreas" in stem]


def test_a_reason_may_lean_on_what_the_question_says() -> None:
    proposal = asked("Why did Ida Strand sell the house?", "ida", "burden", *OTHERS)
    assert key(proposal) == "Because she could not keep it"


@pytest.mark.parametrize(
    ("name", "stem", "reason"),
    [
        (
            "rotas",
            "Why did the number of accidents fall to 19 in 2022?",
            "Because of a mild winter and fewer lorries",
        ),
        (
            "currents",
            "Why is swimming banned near the dam?",
            "Because of strong currents at the intake",
        ),
        (
            "chalk",
            "Why did American vines turn yellow in the chalky soil?",
            "Because they could not take up iron",
        ),
        ("storm", "Why was the old pier damaged in 1911?", "Because of a storm near Hull"),
        ("scandal", "Why did the mayor resign?", "Because of unpaid taxes on a villa"),
        ("canal", "Why was the canal closed in 1944?", "Because a bank gave way near Hull"),
        ("depression", "Why did work stop in 1931?", "Because the city had run out of money"),
        (
            "settlement",
            "Why have the families refused a settlement of $310,000?",
            "Because it would oblige them to remain silent",
        ),
        (
            "borrowing",
            "Why did the town have to borrow $2 million from a bank?",
            "Because the lottery closed in 1998",
        ),
    ],
)
def test_a_reason_is_known_by_the_words_that_introduce_it(
    name: str, stem: str, reason: str
) -> None:
    assert key(asked(stem, name, *OTHERS)) == reason


AIMS = ("purpose", "viala", "horses", "families", "recruits")


@pytest.mark.parametrize(
    ("stem", "aim"),
    [
        ("Why did the ministry send Pierre Viala to Texas?", "To find a stronger vine"),
        (
            "Why were the new plants set in straight rows?",
            "To allow horses to plow between the rows",
        ),
        (
            "Why did the company raise its starting wage in March?",
            "To attract more recruits from the valley",
        ),
    ],
)
def test_an_aim_is_asked_for_beside_other_aims(stem: str, aim: str) -> None:
    assert key(asked(stem, *AIMS)) == aim


@pytest.mark.parametrize("name", ["toad", "largest", "machines", "strike"])
def test_what_may_be_the_reason_of_something_else_is_not_asked_for(name: str) -> None:
    others = ("purpose", "viala", "horses", "families", "river", *OTHERS)
    assert not [
        each.stem
        for each in ask_why(read(name, *others))
        if any(word in each.stem for word in ("toad", "largest", "member", "retailer"))
    ]


def test_where_it_may_be_the_object_before_that_is_said_first() -> None:
    found = [each.stem for each in ask_why(read("prize", "unpaid", *OTHERS, "chalk", "storm"))]
    assert [stem for stem in found if "paid" in stem] == [
        "The government offered a prize for a cure. Why was it never paid?"
    ]


def test_who_found_something_is_no_reason() -> None:
    text = str([each.body for each in ask_why(read("found", "river", *OTHERS))])
    assert "Because a study" not in text


def test_an_owner_too_long_for_an_apostrophe_stands_behind_of() -> None:
    article = read_sentences(
        "Those in dim light fell asleep earlier.",
        "Their total sleep grew little, because most people woke at dawn.",
    )
    (reason,) = find_reasons(article.parsed, article.clauses, article.wording)
    assert not isinstance(reason.question, str)
    assert (
        article.ask(reason.question) == "Why did the total sleep of those in dim light grow little?"
    )


def test_in_order_to_between_commas_is_an_aim() -> None:
    article = read_sentences(
        "In 2021, Harnley district council, in order to save money, began to switch off 212 lamps."
    )
    found = find_reasons(article.parsed, article.clauses, article.wording)
    assert [reason.text for reason in found] == ["save money"]
