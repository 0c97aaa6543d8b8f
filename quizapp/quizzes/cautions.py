"""What may not be meant about a quiz's settings, in sentences; pure. Nothing is forbidden."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.display import local_time, zone_label
from quizapp.quizzes.local_times import clock_changes, comes_twice, to_local
from quizapp.quizzes.rules import Part, QuizSettings, When
from quizapp.quizzes.wording import length_in_words

TELLING = frozenset({Part.MARKS, Part.FEEDBACK, Part.KEY})  # they tell right from wrong


@dataclass(frozen=True)
class Surroundings:
    """What else decides what a quiz's settings come to."""

    zone: str
    now: datetime
    last_moment: datetime | None = None  # as rules.last_moment says: everybody's extra time is in
    counts: Sequence[tuple[int, int | None]] = ()  # of each part: how many there are and are drawn


def list_cautions(settings: QuizSettings, around: Surroundings) -> tuple[str, ...]:
    """What to point at, the times first."""
    checks = (
        _twice(settings, around),
        _times(settings, around),
        _results(settings, around),
        _questions(around),
    )
    return tuple(sentence for check in checks for sentence in check)


def _twice(settings: QuizSettings, around: Surroundings) -> Iterator[str]:
    """Local times that come twice, on the night when clocks go back."""
    zone, place = around.zone, zone_label(around.zone)
    named = (
        ("opening", settings.opens_at, "first"),
        ("closing", settings.closes_at, "second"),
        ("time of the results", settings.feedback.at, "first"),
    )
    for name, instant, which in named:
        if instant is not None and comes_twice(instant, zone):
            local = to_local(instant, zone)
            yield (
                f"In {place}, {local:%H:%M} comes twice on {local.day} {local:%B}, when the clocks "
                f"go back. The {name} is the {which} one."
            )


def _times(settings: QuizSettings, around: Surroundings) -> Iterator[str]:
    opens_at, closes_at, limit = settings.opens_at, settings.closes_at, settings.time_limit
    if closes_at is None:
        return
    if closes_at <= around.now:
        yield "The closing time has passed: nobody can start any more."
    start = around.now if opens_at is None else opens_at
    if limit is not None and start < closes_at < start + limit:
        yield (
            f"It closes {length_in_words(closes_at - start)} after "
            f"{'now' if opens_at is None else 'it opens'}, before the limit of "
            f"{length_in_words(limit)} can run. Students get what is left until then."
        )
    if start < closes_at and clock_changes(start, closes_at, around.zone):
        yield (
            f"The clocks in {zone_label(around.zone)} change in between. Time limits go on "
            "counting real minutes."
        )
    last = None if around.last_moment is None else around.last_moment - settings.grace
    if last is not None and last > closes_at:
        yield (
            "Extra time or an extension lets a student work past the closing, until "
            f"{local_time(last, around.zone)}."
        )


def _results(settings: QuizSettings, around: Surroundings) -> Iterator[str]:
    policy, ends_at = settings.feedback, around.last_moment
    if policy.when is When.AFTER_CLOSING and settings.closes_at is None:
        yield "What shows after closing never shows, since the quiz never closes."
    if not policy.what & TELLING:
        return
    is_early = policy.at is not None and (ends_at is None or policy.at < ends_at)
    if policy.when is When.AT_TIME and is_early:
        yield "The answers show while some students may still be working."
    if policy.when is not When.AT_ONCE:
        return
    if settings.closes_at is not None or settings.opens_at is not None:
        yield (
            "Who submits early sees the answers while others still work. "
            "Let them show after closing if that matters."
        )
    if settings.attempts_allowed != 1:
        yield "Who has an attempt left sees the answers before it."


def _questions(around: Surroundings) -> Iterator[str]:
    for count, draw in around.counts:
        if draw is not None and 0 < count < draw:
            yield f"{draw} questions are to be drawn where there are {count}: students get all."
    if around.counts and not all(count for count, _ in around.counts):
        yield "A part of the quiz has no question that isn't taken already."
