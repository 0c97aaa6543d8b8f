"""What simulated students ask about their marks; some of them are right."""

from collections.abc import Mapping

from quizapp.demo.model import Dice
from quizapp.question_types.base import Answer

ASKING = 0.18  # how often somebody with such an answer asks
NOTES: Mapping[tuple[str, Answer], tuple[str, ...]] = {
    ("least-moved", ("a",)): (
        "The key says the mean, but one large income pulls the mean up a lot. "
        "I think the median is right.",
        "Why is the median wrong? It hardly moves when one person with a large income joins.",
    ),
    ("root-of-variance", ("SD",)): (
        "SD is what our textbook calls it. Could you count that?",
        "I wrote SD for standard deviation.",
    ),
    ("root-of-variance", ("std. deviation",)): (
        "That is only short for standard deviation, please have another look.",
    ),
    ("mode-of-colors", ("b",)): ("Can't you put colors in the order of the rainbow?",),
}


def write_note(question_id: str, answer: Answer, dice: Dice) -> str:
    """What somebody asks about this answer of theirs; "" for most."""
    texts = NOTES.get((question_id, answer), ())
    return dice.pick(texts) if texts and dice.happens(ASKING) else ""
