"""The places of keys."""

from collections import Counter
from random import Random

from quizapp.banks.model import Question
from quizapp.generation.asking.asking_figures import propose as propose_figures
from quizapp.generation.choosing.arranging import place_keys
from quizapp.generation.choosing.questions import as_question
from tests.generation.asked import findings_of
from tests.generation.builders import make_article
from tests.generation.proposing import options, propose

MILLS = (("Lindholm", 640), ("Berger", 710), ("Vance", 830), ("Roe", 1250), ("Kern", 970))


def places(count: int, *texts: str, topic: str = "name") -> Counter[int]:
    """How often the key stands at each place; it is the first of `texts`."""
    proposal = propose(5, topic=topic)
    pairs = [(proposal, Question("Who?", options(*texts))) for _ in range(count)]
    bodies = [question.body for _, question in place_keys(pairs, Random(1))]
    return Counter(
        at
        for body in bodies
        for at, option in enumerate(body.options)  # type: ignore[attr-defined]
        if option.correct
    )


def test_keys_stand_everywhere_equally_often() -> None:
    assert places(40, "Ada", "Bo", "Cy", "Di") == {0: 10, 1: 10, 2: 10, 3: 10}


def test_figures_stay_in_order() -> None:
    assert places(5, "10 tons", "20 tons", "30 tons", topic="figure") == {0: 5}


def test_months_stay_in_order() -> None:
    assert places(5, "May", "June", "July", topic="date") == {0: 5}


def test_the_keys_of_figures_have_every_rank_equally_often() -> None:
    article = make_article(" ".join(f"The {name} mill made {tons} tons." for name, tons in MILLS))
    found = [each for each in propose_figures(findings_of(article), Random(1)) if each.bodies()]
    pairs = [(each, as_question(each, line)) for line, each in enumerate(found)]
    bodies = [question.body for _, question in place_keys(pairs, Random(1))]
    keys = Counter(
        at
        for body in bodies
        for at, option in enumerate(body.options)  # type: ignore[attr-defined]
        if option.correct
    )
    assert len(keys) == 4
    assert max(keys.values()) - min(keys.values()) <= 1
