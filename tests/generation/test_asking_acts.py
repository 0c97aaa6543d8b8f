"""Questions for what was done, and for what became of something."""

import pytest

from quizapp.generation.asking.asking_acts import propose
from quizapp.question_types.multiple_choice import MultipleChoice
from tests.generation.asked import ask, key_of, stems

OTHERS = (
    "\nIn 1902, the mayor of Hull sold two steam engines to a baker."
    "\nThe old pier was damaged by a storm in 1911."
    "\nThe stone mill was rebuilt with bricks in 1920."
    "\nIn 1934, farmers from Kent planted nine rows of walnut trees."
    "\nThe iron bell was stolen by soldiers in 1944."
    "\nIn 1951, the bishop of York opened a small museum for children."
)


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "In 1887, the Ministry of Trade sent a botanist to Texas.",
            "In 1887, what did the Ministry of Trade do?",
            "Send a botanist to Texas",
        ),
        (
            "The Ministry of Trade sent a botanist to Texas in May 1887.",
            "What did the Ministry of Trade do in May 1887?",
            "Send a botanist to Texas",
        ),
        (
            "The Ministry of Trade halved its inspection staff to cut costs.",
            "What did the Ministry of Trade do to cut costs?",
            "Halve its inspection staff",
        ),
        (
            "The church of Aldery was taken down stone by stone.",
            "What happened to the church of Aldery?",
            "It was taken down stone by stone",
        ),
        (
            "The villages of Aldery and Tael were flooded by a dam in 1936.",
            "What happened to the villages of Aldery and Tael in 1936?",
            "They were flooded by a dam",
        ),
    ],
)
def test_a_deed_stands_beside_the_deeds_of_others(text: str, stem: str, key: str) -> None:
    (found,) = [each for each in ask(propose, text + OTHERS) if each.stem == stem]
    assert key_of(found).endswith(key)
    assert isinstance(found.body, MultipleChoice)
    assert len(found.body.options) == 4


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Trade sent a botanist to Texas.",  # of many deeds of a ministry, which?
        "In 1887, the Ministry of Trade said that it would send a botanist to Texas.",
        "In 1887, the drought exposed a bridge of the Ministry of Trade.",  # nobody who does things
        "The Ministry of Trade refused to send a botanist to Texas.",
        "The Ministry of Trade had a plan to send a botanist to Texas.",
        "The Ministry of Trade was known as the weather house.",
        "Ida Strand was arrested by the Ministry of Trade.",  # it was, or she was?
        "Shares of the Ministry of Trade fell by 4 percent.",
    ],
)
def test_what_says_too_little_is_not_asked_for(text: str) -> None:
    about = [stem for stem in stems(propose, text + OTHERS) if "Ministry" in stem]
    assert not about
    assert not [stem for stem in stems(propose, text + OTHERS) if "drought" in stem]


def test_options_are_said_of_the_same_number() -> None:
    text = "The villages of Aldery and Tael were flooded by a dam in 1936."
    found = next(each for each in ask(propose, text + OTHERS) if "villages" in each.stem)
    assert isinstance(found.body, MultipleChoice)
    assert all(option.text.startswith("They were ") for option in found.body.options)


def test_what_shares_a_word_with_the_question_is_no_wrong_option() -> None:
    text = "In 1887, the Ministry of Trade sent a botanist to Texas."
    also = "\nIn 1890, the botanist from Texas grew walnut trees for the Ministry of Trade."
    for found in ask(propose, text + OTHERS + also):
        if found.stem.startswith("In 1887"):
            assert "for the Ministry of Trade" not in str(found.body)
