"""Numbers that follow from others."""

import pytest

from quizapp.generation.figures.finding import find_figures
from quizapp.generation.passages.gap_arithmetic import follows
from tests.generation.builders import make_article


@pytest.mark.parametrize(
    ("said", "wanted", "is_told"),
    [
        ("It had 60 workers, and 45 workers, or 75 percent, were women.", "75 percent", True),
        ("In all, 54 percent were for it and 46 percent against it.", "46 percent", True),
        ("Sales rose by 25 percent from 40 tons to 50 tons.", "25 percent", True),
        ("It had 60 workers: 45 workers on land and 15 workers at sea.", "60 workers", True),
        ("It opened in 1821 and closed in 1833 after 12 years.", "1833", True),
        ("It had 60 workers, and 30 percent were women.", "30 percent", False),
        ("It opened in 1821 with 60 workers.", "1821", False),
        ("It had 60 workers and 47 wheels.", "47 wheels", False),
    ],
)
def test_sums_differences_and_shares_are_told(said: str, wanted: str, is_told: bool) -> None:
    figures = find_figures(make_article(said))
    (figure,) = (each for each in figures if each.text == wanted)
    assert follows(figure, [each for each in figures if each is not figure]) is is_told
