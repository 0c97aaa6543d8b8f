"""Where a sentence names what it explains."""

import pytest

from quizapp.generation.facts.term_places import find_term_places


def terms(said: str) -> list[str]:
    return [said[start:end] for start, end in find_term_places(said, ())]


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("The buses use regenerative braking, but no oil.", None),
        (
            "They charge through regenerative braking, in which the motor slows.",
            "regenerative braking",
        ),
        (
            "The ratio is known as the coefficient of performance, or COP.",
            "coefficient of performance",
        ),
        ("It is called assisted gene flow, meaning the movement of corals.", "assisted gene flow"),
        ("Bakers use a poolish, that is, a wet dough of flour.", "poolish"),
        ("It was the first clinical trial, that is, a test of one cure.", "clinical trial"),
        ('Judges call this "judicial notice," a rule that saves time.', "judicial notice"),
        ("The body needs it to make collagen, the tough protein that binds skin.", "collagen"),
        ("The cells contain melanopsin, a pigment that reacts to light.", "melanopsin"),
        ("If they raise prices, the cost that customers bear will rise.", None),
        ("The governor called for a new law, which surprised everyone.", None),
        ("Buses are exempt during the harvest, i.e. from August on.", None),
    ],
)
def test_a_term_stands_beside_what_it_means(said: str, term: str | None) -> None:
    assert terms(said) == ([term] if term else [])
