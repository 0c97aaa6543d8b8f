"""Which question a person may answer when the order of the questions is fixed; pure."""

from quizapp.errors import Refused
from quizapp.quizzes.rules import Paging


class NoGoingBack(Refused):
    """The order is fixed, and this question isn't the one that is shown."""

    def __init__(self) -> None:
        super().__init__(
            "You can't go back to earlier questions in this quiz, so what you sent now was not "
            "stored. Your answers to them are safe. Open the quiz again to go on."
        )


def may_answer(paging: Paging, number: int, furthest: int) -> bool:
    """Whether the answer to a question may change for a person who has come to `furthest`.

    In a fixed order only the question that is shown is open: none behind it, none ahead.
    """
    return paging is not Paging.FIXED or number == furthest


def steps_on(paging: Paging, furthest: int, asked: int, count: int) -> bool:
    """Whether asking for a question brings a person from `furthest` to it: one step at a time."""
    return paging is Paging.FIXED and asked == furthest + 1 <= count
