"""Brings a quiz's counts up to date for whoever reads them, without making others wait."""

from quizapp.attempts import sums
from quizapp.attempts.sums import Recount
from quizapp.extensions import snapshot, transaction

RECOUNTS = 3  # of a quiz in a row, before others have to wait for one


def refresh(quiz_id: str, made: Recount | None = None) -> None:
    """Fold what is pending, or count anew; beginning with a recount made before, if there is one.

    It counts in snapshots, and again if something has changed meanwhile that nobody followed.
    """
    for _ in range(RECOUNTS):
        if _bring_up_to_date(quiz_id, made):
            return
        with snapshot():
            made = sums.recount(quiz_id)
    if not _bring_up_to_date(quiz_id, made):
        _rebuild(quiz_id)


@transaction
def _bring_up_to_date(quiz_id: str, made: Recount | None) -> bool:
    return sums.bring_up_to_date(quiz_id, made)


@transaction
def _rebuild(quiz_id: str) -> None:
    sums.rebuild_sums(quiz_id)


@transaction
def forget(quiz_id: str) -> None:
    """Drop a quiz's counts; the next reader counts anew."""
    sums.forget(quiz_id)
