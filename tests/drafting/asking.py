"""A short article, a way of asking about it, and the bank that is drafted so."""

import re
from collections.abc import Iterator
from random import Random

from quizapp.generation.findings import Findings
from quizapp.generation.proposals import Proposal
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.options import Option
from quizapp.question_types.true_false import TrueFalse

TITLE = "How the ferry came back"
ARTICLE = f"""{TITLE}

The ferry across the Marn stopped in 1998, when the new bridge was opened. It had carried hundreds
of people a day. Later the bridge was closed for repairs, and the town had no other way across.

What the town did

The council bought an old boat for 90,000 dollars. Ilse Brandt, who led the council, said that
"a town needs two ways home". A club of volunteers painted the boat and learned to steer it. The
ferry has crossed the river every day since that spring, and the bridge is open again as well.
"""
YEAR = "In which year did the ferry across the Marn stop?"
PRICE = "How much did the council pay for the old boat?"
CLUB = "The boat was painted by a club of volunteers."
LEADER = "Who led the council when the town bought the boat?"


def ask(findings: Findings, _random: Random) -> Iterator[Proposal]:
    """Four sound questions, if the article is this one."""
    said = [sentence.text for sentence in findings.article.sentences]

    def at(words: str) -> int:
        return next(number for number, text in enumerate(said) if words in text)

    if not any("Marn" in text for text in said):
        return
    yield _propose(YEAR, _options("1998", "1995", "2001", "2004"), at("Marn"), said)
    yield _propose(
        PRICE,
        _options("90,000 dollars", "45,000 dollars", "120,000 dollars", "150,000 dollars"),
        at("old boat"),
        said,
    )
    yield _propose(LEADER, _options("Ilse Brandt", "Otto Lang", "Mia Roth"), at("Brandt"), said)
    yield _propose(CLUB, TrueFalse(truth=True), at("of volunteers"), said)


def _options(key: str, *wrong: str) -> MultipleChoice:
    texts = sorted((key, *wrong), key=lambda text: (int(re.sub(r"\D", "", text) or 0), text))
    return MultipleChoice(tuple(Option(text, text == key) for text in texts))


def _key(body: MultipleChoice) -> str:
    return next(option.text for option in body.options if option.correct)


def _propose(
    stem: str, body: MultipleChoice | TrueFalse, sentence: int, said: list[str]
) -> Proposal:
    is_statement = isinstance(body, TrueFalse)
    return Proposal(
        stem=stem,
        body=body,
        quotes=(said[sentence],),
        sentence=sentence,
        fact=f"{sentence}:{stem}",
        form="statement" if is_statement else "question",
        topic="name" if is_statement else "figure",
        tier="light",
        explanation="The article says so.",
        answer="" if is_statement else _key(body),
    )
