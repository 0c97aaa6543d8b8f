"""Questions about a British text are spelled as it is."""

import pytest

from quizapp.generation.english.spelling import is_british, with_british_bases
from quizapp.generation.reading.reader import read_article
from quizapp.generation.tiers import Wishes, make_plan
from tests.generation.proposing import TEXT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The organisation of labour", True),
        ("A defence programme for the centre", True),
        ("The organization of labor", False),
        ("Colours at the Medical Center, a program of the harbor", False),
        ("The mill closed.", False),
        ("She travelled to the realist's armory, a laborious way.", False),
        ("Enrolment rose", True),
        ("Enrollment rose", False),
    ],
)
def test_british_is_what_is_spelled_so_more_often(text: str, *, expected: bool) -> None:
    assert is_british(text.lower()) is expected


def test_the_base_of_enrolled_loses_its_second_l() -> None:
    asked = "How many did the course enroll, and when was the unenrolled fulfilled?"
    assert with_british_bases(asked) == asked.replace("enroll,", "enrol,")


@pytest.mark.parametrize(("labor", "base"), [("labour", "enrol"), ("labor", "enroll")])
def test_a_question_is_spelled_as_its_article(labor: str, base: str) -> None:
    enrolled = f"The {labor} school of Sorrel enrolled 1,268 people."
    article = read_article(f"{TEXT}\n\n{enrolled}\n".encode())
    plan = make_plan(article, Wishes(tier="light"))
    stems = [each.stem for step in plan.steps for each in step.propose()]
    assert f"How many people did the {labor} school of Sorrel {base}?" in stems
