"""The few kinds of error a user can cause; app.py alone knows which HTTP status each one is.

A feature defines its own errors as children of these, beside the rule that raises them. The text of
an error is a sentence for the person who caused it.
"""


class UserError(Exception):
    """Something a person asked for can't be done; the text says why and what to do next."""


class NotFound(UserError):
    """It isn't there, or isn't theirs to see: the two are answered alike."""

    def __init__(self, sentence: str = "This page isn't here, or isn't yours to see.") -> None:
        super().__init__(sentence)


class Refused(UserError):
    """It is theirs to see, but may not be done now."""


class Conflict(UserError):
    """It has moved on since the page was made."""


class TooLarge(UserError):
    """It is larger than what is taken at once."""


class TooMany(UserError):
    """Tried too often; the text says when to try again."""

    def __init__(self, sentence: str, *, retry_after: int) -> None:
        """`retry_after`: seconds."""
        super().__init__(sentence)
        self.retry_after = retry_after
