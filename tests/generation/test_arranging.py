"""The places of keys."""

from collections import Counter
from random import Random

from quizapp.banks.model import Question
from quizapp.generation.arranging import place_keys
from tests.generation.proposing import options


def places(count: int, *texts: str) -> Counter[int]:
    questions = [Question("Who?", options(*texts)) for _ in range(count)]
    placed = place_keys(questions, Random(1))
    bodies = [each.body for each in placed]
    return Counter(
        at
        for body in bodies
        for at, option in enumerate(body.options)
        if option.correct  # type: ignore[attr-defined]
    )


def test_keys_stand_everywhere_equally_often() -> None:
    assert places(40, "Ada", "Bo", "Cy", "Di") == {0: 10, 1: 10, 2: 10, 3: 10}


def test_numbers_stay_in_order() -> None:
    assert places(5, "10 tons", "20 tons", "30 tons") == {0: 5}
