"""The end of an attempt, by hand or by the clock: grades, sums and the receipt.

These are parts of the service's verbs: they work inside their transactions and never commit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from sqlalchemy import bindparam, insert, select, update

from quizapp.attempts import queries, receipts
from quizapp.attempts.counting import counted_attempt, give, submitted
from quizapp.attempts.marks import Newest, newest_marks, that_count
from quizapp.attempts.models import Attempt, LateAnswer, Response
from quizapp.attempts.queries import Ending, StoredResponse
from quizapp.attempts.scoring import SlotScore, add_up, millionths, score_attempt
from quizapp.attempts.sums import count_first, following
from quizapp.attempts.tallies import CountedAttempt
from quizapp.extensions import db
from quizapp.quizzes.corrections import Rulebook, load_rulebook
from quizapp.quizzes.questions import load_slots


def finish(endings: Sequence[Ending]) -> None:
    """End attempts of one quiz: grade every slot, sum up, sign the receipt, and count them.

    Whatever else must know of a submitted attempt belongs here: every attempt passes once.
    """
    if not endings:
        return
    quiz_id = endings[0].attempt.quiz_id
    again = [ending.attempt.user_id for ending in endings if ending.attempt.number > 1]
    with following(quiz_id, again):
        first = _finish(endings)
    count_first(quiz_id, first)


def _finish(endings: Sequence[Ending]) -> list[CountedAttempt]:
    """What is counted of those that are their students' first."""
    attempt_ids = [ending.attempt.id for ending in endings]
    rulebook = load_rulebook(endings[0].attempt.quiz_id, lock=True)
    stored, marked = queries.stored_responses(attempt_ids), newest_marks(attempt_ids)
    graded: list[dict[str, object]] = []
    unanswered: list[dict[str, object]] = []
    first: list[CountedAttempt] = []
    for ending in endings:
        responses = stored[ending.attempt.id]
        scores = _end(ending, Sheet(responses, marked[ending.attempt.id], rulebook))
        if ending.attempt.number == 1:
            given = give(responses, _earned(scores))
            first.append(counted_attempt(submitted(ending.attempt), given))
        for score in scores:
            row = _graded_row(ending.attempt, score)
            if score.slot in responses:
                graded.append(row)
            else:
                unanswered.append({**row, "answer": []})
    if graded:
        _store(graded)
    if unanswered:
        db.session.execute(insert(Response), unanswered)
    return first


# The names of columns are taken: they would be set, too.
_GRADE = (
    update(Response.__table__)  # type: ignore[arg-type]
    .where(Response.attempt_id == bindparam("of_attempt"), Response.slot == bindparam("of_slot"))
    .values(earned=bindparam("of_earned"), needs_marking=bindparam("of_needs_marking"))
)


def _store(graded: Sequence[Mapping[str, object]]) -> None:
    """Past the session, which takes several times as long for rows that it doesn't know."""
    rows = [
        {
            "of_attempt": row["attempt_id"],
            "of_slot": row["slot"],
            "of_earned": row["earned"],
            "of_needs_marking": row["needs_marking"],
        }
        for row in graded
    ]
    db.session.connection().execute(_GRADE, rows)


def grade_again(attempt: Attempt) -> None:
    """Bring a submitted attempt's points up to date with what people have marked in it."""
    rulebook = load_rulebook(attempt.quiz_id, lock=True)
    responses = queries.stored_responses([attempt.id])[attempt.id]
    sheet = Sheet(responses, newest_marks([attempt.id])[attempt.id], rulebook)
    with following(attempt.quiz_id, [attempt.user_id]):
        scores = _grade(attempt, sheet)
        _store([_graded_row(attempt, score) for score in scores])


@dataclass(frozen=True)
class Sheet:
    """What an attempt is graded from."""

    responses: Mapping[int, StoredResponse]
    marked: Newest
    rulebook: Rulebook


def _end(ending: Ending, sheet: Sheet) -> tuple[SlotScore, ...]:
    attempt = ending.attempt
    scores = _grade(attempt, sheet)
    attempt.submitted_at, attempt.ran_out = ending.at, ending.ran_out
    submission = _submission(attempt, ending.at, sheet.responses)
    attempt.receipt = receipts.receipt(current_app.config["SECRET_KEY"], submission)
    return scores


def _grade(attempt: Attempt, sheet: Sheet) -> tuple[SlotScore, ...]:
    """Score every slot anew, and store the sums: each is rounded once, from exact points."""
    slots = {slot.number: slot for slot in load_slots(attempt.quiz_id, attempt.version)}
    responses = sheet.responses
    scores = score_attempt(
        [slots[place["slot"]] for place in attempt.layout],
        {slot: response.answer for slot, response in responses.items()},
        {slot: mark.points for slot, mark in that_count(sheet.marked, responses).items()},
        sheet.rulebook.rulings(attempt.version),
    )
    totals = add_up(scores)
    attempt.earned, attempt.unmarked = totals.earned, totals.unmarked
    attempt.possible = totals.possible
    return scores


def _earned(scores: Sequence[SlotScore]) -> dict[int, int]:
    return {score.slot: millionths(score.earned) for score in scores if not score.is_left_out}


def _graded_row(attempt: Attempt, score: SlotScore) -> dict[str, object]:
    return {
        "attempt_id": attempt.id,
        "slot": score.slot,
        "earned": None if score.is_left_out else millionths(score.earned),
        "needs_marking": score.needs_marking,
    }


def _submission(
    attempt: Attempt, submitted_at: datetime, responses: Mapping[int, StoredResponse]
) -> receipts.Submission:
    given = {slot: response.answer for slot, response in responses.items()}
    return receipts.Submission(attempt.id, attempt.started_at, submitted_at, given)


def is_receipt_valid(attempt_id: str) -> bool:
    """Whether the receipt of an attempt still fits its times and its stored answers."""
    attempt = db.session.get(Attempt, attempt_id)
    if attempt is None or attempt.receipt is None or attempt.submitted_at is None:
        return False
    responses = queries.stored_responses([attempt_id])[attempt_id]
    responses.update(_as_submitted(attempt_id, attempt.submitted_at))
    submission = _submission(attempt, attempt.submitted_at, responses)
    older = current_app.config["SECRET_KEY_FALLBACKS"] or ()
    keys = [current_app.config["SECRET_KEY"], *older]
    return receipts.is_valid(attempt.receipt, keys, submission)


def _as_submitted(attempt_id: str, submitted_at: datetime) -> dict[int, StoredResponse]:
    """By slot: what stood where a late answer has been accepted since."""
    accepted = db.session.execute(
        select(LateAnswer.slot, LateAnswer.before)
        .where(
            LateAnswer.attempt_id == attempt_id,
            LateAnswer.before.is_not(None),
            LateAnswer.decided_at > submitted_at,
        )
        .order_by(LateAnswer.decided_at.desc())
    )
    return {slot: StoredResponse(slot, tuple(before or ())) for slot, before in accepted}
