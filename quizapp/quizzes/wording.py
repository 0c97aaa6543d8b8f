"""What a quiz's settings mean, in sentences for whoever makes them; pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from quizapp.display import local_time, zone_label
from quizapp.quizzes.rules import (
    Counts,
    FeedbackPolicy,
    Paging,
    Part,
    Practice,
    QuizSettings,
    When,
)

COUNTING = {
    Counts.BEST: "the best one counts",
    Counts.LAST: "the last one counts",
    Counts.FIRST: "the first one counts",
    Counts.AVERAGE: "their average counts",
}
PAGES = {
    Paging.ALL: "all on one page",
    Paging.ONE: "one at a time, with a way back",
    Paging.FIXED: "one at a time, without a way back",
}


def length_in_words(length: timedelta) -> str:
    """45 seconds, 30 minutes, 1 hour 30 minutes."""
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    return " ".join(counted(count, noun) for count, noun in parts if count) or "0 seconds"


def counted(count: int, noun: str, plural: str = "") -> str:
    """1 question, 2 questions."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def when_open(settings: QuizSettings, zone: str) -> str:
    """Students get 30 minutes within Fri 13 Feb, 14:00–14:30 (London)."""
    limit = settings.time_limit
    given = "have time" if limit is None else f"get {length_in_words(limit)}"
    opens_at, closes_at = settings.opens_at, settings.closes_at
    if opens_at and closes_at:
        return f"Students {given} {_span(opens_at, closes_at, zone)}."
    if closes_at:
        return f"Students {given} until {local_time(closes_at, zone)}. It is open from the start."
    if opens_at:
        return f"Students {given} from {local_time(opens_at, zone)} on. It never closes."
    return f"Students {given if limit else 'have as much time as they like'}. It never closes."


def _span(opens_at: datetime, closes_at: datetime, zone: str) -> str:
    first, last = (each.astimezone(ZoneInfo(zone)) for each in (opens_at, closes_at))
    place = zone_label(zone)
    if first.date() == last.date():
        return f"within {_day(first)}, {first:%H:%M}\N{EN DASH}{last:%H:%M} ({place})"
    same_year = first.year == last.year
    opening, closing = (_moment(each, with_year=not same_year) for each in (first, last))
    return f"between {opening} and {closing} ({place})"


def _moment(local: datetime, *, with_year: bool) -> str:
    return f"{_day(local)}{f' {local.year}' if with_year else ''}, {local:%H:%M}"


def _day(local: datetime) -> str:
    return f"{local:%a} {local.day} {local:%b}"


def what_late_means(settings: QuizSettings) -> str:
    """What becomes of answers that arrive after the end."""
    if settings.time_limit is None and settings.closes_at is None:
        return "There is no end, so nothing comes too late."
    grace = length_in_words(settings.grace)
    first = (
        f"Answers that arrive within {grace} after the end still count"
        if settings.grace
        else ("Only answers that arrive before the end count")
    )
    return f"{first}; later ones are kept for you to decide on."


def how_many_attempts(settings: QuizSettings) -> str:
    """Each student has 2 attempts; the best one counts."""
    allowed = settings.attempts_allowed
    if allowed == 1:
        return "Each student has one attempt."
    number = "any number of attempts" if allowed is None else counted(allowed, "attempt")
    return f"Each student has {number}; {COUNTING[settings.counts]}."


def in_which_order(settings: QuizSettings) -> str:
    """How the questions come, and what differs from student to student."""
    pages = PAGES[settings.paging]
    shuffled = [
        name
        for name, is_shuffled in (
            ("questions", settings.shuffle_questions),
            ("options", settings.shuffle_options),
        )
        if is_shuffled
    ]
    if not shuffled:
        return f"Questions come {pages}, in the same order for everybody."
    return f"Questions come {pages}. Each student gets {' and '.join(shuffled)} in another order."


def what_shows(policy: FeedbackPolicy, zone: str, *, closes: bool) -> str:
    """What students see of their result, and from when on."""
    if not policy.what or (policy.when is When.NEVER and not policy.score_at_once):
        return "Students see nothing of their result here, not even the score."
    everything = _listed(policy.what)
    if policy.when is When.AT_ONCE:
        return f"Students see {everything} as soon as they submit."
    if not (policy.score_at_once and Part.SCORE in policy.what):
        return f"Students see {everything} {_release(policy, zone, closes=closes)}."
    rest = policy.what - {Part.SCORE}
    if not rest or policy.when is When.NEVER:
        return "Students see their score as soon as they submit, and nothing more."
    later = _release(policy, zone, closes=closes)
    return f"Students see their score as soon as they submit, and {_listed(rest)} {later}."


def _release(policy: FeedbackPolicy, zone: str, *, closes: bool) -> str:
    if policy.when is When.AT_TIME:
        return (
            "at a time you have still to set"
            if policy.at is None
            else (f"from {local_time(policy.at, zone)} on")
        )
    if not closes:
        return "after it closes, which as things stand is never"
    return "once the last student's time is over"


def _listed(parts: frozenset[Part]) -> str:
    names = {
        Part.SCORE: "their score",
        Part.MARKS: "which answers are right",
        Part.FEEDBACK: "the feedback to their answers",
        Part.KEY: "the key with explanations",
        Part.EVIDENCE: "the evidence",
    }
    shown = [name for part, name in names.items() if part in parts]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def whether_practice(settings: QuizSettings) -> str:
    """Whether students may go through the questions again, and from when on."""
    if settings.practice is Practice.NEVER:
        return "Students can't practice these questions here."
    policy = settings.feedback
    if policy.when is When.NEVER or Part.KEY not in policy.what:
        return "Practice stays closed, since students never see the key."
    return "Students can practice the questions, ungraded, once they may see the key."


def who_may_start(settings: QuizSettings) -> str:
    """Whether a code is asked for."""
    if settings.access_code:
        return (
            "Students type the code before they start an attempt; going on with one asks for none."
        )
    return "Students start without a code."


def how_many_questions(counts: Sequence[tuple[int, int | None]]) -> str:
    """Each student gets 7 of 12 questions. `counts`: of each part, how many and how many drawn."""
    there = sum(count for count, _ in counts)
    given = sum(count if draw is None else min(count, draw) for count, draw in counts)
    if not there:
        return "There are no questions yet."
    if there == 1:
        return "Each student gets the one question."
    return f"Each student gets {'all' if given == there else f'{given} of'} {there} questions."


def how_many_published(count: int) -> str:
    """What a quiz asks whose banks can't be read."""
    if count == 1:
        return "The quiz goes on with the one question it was published with."
    return f"The quiz goes on with the {count} questions it was published with."
