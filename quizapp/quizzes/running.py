"""What a change of settings means for those who are working now, in sentences; pure."""

from collections.abc import Iterator

from quizapp.quizzes.rules import QuizSettings
from quizapp.quizzes.wording import counted


def who_works(working: int) -> str:
    """2 students are working."""
    return f"{counted(working, 'student')} {'is' if working == 1 else 'are'} working"


def what_applies(working: int) -> str:
    """What a change would mean for them; "" if nobody is working."""
    if not working:
        return ""
    return (
        f"{who_works(working)} now. New times, limits and rules about results apply to them at "
        "once; they keep the questions, and the order, that they began with."
    )


def what_applied(working: int, old: QuizSettings, new: QuizSettings) -> str:
    """2 students are working; the longer limit applies to them too. "" if nothing does."""
    changes = list(_changes(old, new)) if working else []
    if not changes:
        return ""
    listed = changes[0] if len(changes) == 1 else f"{', '.join(changes[:-1])} and {changes[-1]}"
    verb = "applies" if len(changes) == 1 else "apply"
    them = "that student" if working == 1 else "them"
    return f"{who_works(working)}; {listed} {verb} to {them} too."


def _changes(old: QuizSettings, new: QuizSettings) -> Iterator[str]:
    yield from _limit_change(old, new)
    yield from _closing_change(old, new)
    if old.grace != new.grace:
        yield "the new grace period"
    if old.paging != new.paging:
        yield "the other way that questions come"
    if old.feedback != new.feedback:
        yield "what you changed about results"


def _limit_change(old: QuizSettings, new: QuizSettings) -> Iterator[str]:
    if old.time_limit == new.time_limit:
        return
    if new.time_limit is None:
        yield "working without a limit"
    elif old.time_limit is None:
        yield "the new time limit"
    else:
        yield f"the {'longer' if new.time_limit > old.time_limit else 'shorter'} limit"


def _closing_change(old: QuizSettings, new: QuizSettings) -> Iterator[str]:
    if old.closes_at == new.closes_at:
        return
    if new.closes_at is None:
        yield "having no closing time"
    elif old.closes_at is None:
        yield "the new closing time"
    else:
        yield f"the {'later' if new.closes_at > old.closes_at else 'earlier'} closing time"


def gives_more_time(old: QuizSettings, new: QuizSettings) -> bool:
    """Whether an attempt that the clock ended might go on."""
    if old.time_limit is not None and (new.time_limit is None or new.time_limit > old.time_limit):
        return True
    return old.closes_at is not None and (new.closes_at is None or new.closes_at > old.closes_at)
