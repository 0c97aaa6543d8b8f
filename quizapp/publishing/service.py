"""Making quizzes, changing their settings, publishing, closing and reopening them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256

from quizapp.accounts.audit import Act, record
from quizapp.attempts.late_decisions import Decider
from quizapp.attempts.reopening import reopen as reopen_attempt
from quizapp.banks.library import LoadedBank
from quizapp.errors import Conflict
from quizapp.extensions import db, transaction
from quizapp.publishing.freshness import compare, fingerprint
from quizapp.publishing.queries import count_working, find_twin, list_ended_by_clock
from quizapp.quizzes.composition import Selection
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import FeedbackPolicy, QuizSettings, When, Window, window
from quizapp.quizzes.running import gives_more_time, what_applied
from quizapp.quizzes.service import compose_parts, get_locked, make_quiz, publish_parts
from quizapp.quizzes.wording import counted

A_MOMENT = timedelta(seconds=10)


class MovedOn(Conflict):
    """What would be published isn't what the page showed."""

    def __init__(self) -> None:
        super().__init__(
            "The questions have changed since this page was made, so nothing was published. "
            "Look at what would change now."
        )


class SettingsMoved(Conflict):
    """Somebody else has saved other settings since the page was made."""

    def __init__(self) -> None:
        super().__init__(
            "The settings have changed since you opened this page, so nothing was saved. "
            "What you typed stands below; saved now, it takes the place of what they are."
        )


@dataclass(frozen=True)
class Change:
    """What a quiz is to be from now on."""

    title: str
    settings: QuizSettings
    selections: Sequence[Selection]

    @property
    def fingerprint(self) -> str:
        """A name for exactly these values."""
        policy = self.settings.feedback
        bare = replace(self.settings, draw={}, feedback=replace(policy, what=frozenset()))
        said = (self.title, bare, sorted(policy.what), sorted(self.settings.draw.items()))
        return sha256(repr((said, tuple(self.selections))).encode()).hexdigest()


def present(quiz: Quiz) -> Change:
    """What the quiz is now."""
    return Change(quiz.title, quiz.settings, quiz.selections)


@transaction
def make(course_id: str, change: Change, decider: Decider) -> str:
    """The id of a new quiz, which nobody sees before it is published.

    Asked again within moments, as by a double click, it makes no second one.
    """
    twin = find_twin(course_id, change.title, decider.now, A_MOMENT)
    if twin is not None:
        return twin.id
    quiz = make_quiz(course_id, change.title, change.settings, decider.now)
    quiz.selections = tuple(change.selections)
    db.session.add(quiz)
    db.session.flush()
    _record(Act.QUIZ_MADE, quiz, decider)
    return quiz.id


def first_settings(settings: QuizSettings) -> QuizSettings:
    """Of a new quiz: what tells the answers waits for the closing, if there is one."""
    if settings.closes_at is None:
        return settings
    policy = FeedbackPolicy(when=When.AFTER_CLOSING, score_at_once=True)
    return replace(settings, feedback=policy)


@transaction
def change(quiz_id: str, new: Change, decider: Decider, seen: str = "") -> tuple[str, ...]:
    """Store new settings and return what became of those who work, in sentences.

    `seen`: the fingerprint of those that the page showed, if it is known. Raises SettingsMoved.
    """
    quiz = get_locked(quiz_id)
    if seen and present(quiz).fingerprint not in (seen, new.fingerprint):
        raise SettingsMoved
    old = quiz.settings
    quiz.title, quiz.settings = new.title, new.settings
    if tuple(new.selections) != quiz.selections:
        quiz.selections = tuple(new.selections)
    if old.closes_at != new.settings.closes_at:
        quiz.closed_before = None
    db.session.flush()
    _record(Act.QUIZ_CHANGED, quiz, decider)
    return _tell(quiz, old, decider)


@transaction
def publish(quiz_id: str, banks: Mapping[str, LoadedBank], seen: str, decider: Decider) -> int:
    """Make what `seen` names the quiz's newest version, and return its number.

    Raises CannotPublish or SameId, and MovedOn if the banks say something else by now.
    """
    quiz = get_locked(quiz_id)
    composition = compose_parts(quiz.selections, banks)
    if fingerprint(composition) != seen:
        raise MovedOn
    changes = compare(quiz, composition).summary if quiz.version else ""
    version = publish_parts(quiz, banks.values(), decider.now)
    detail = f"version {version}: {changes}" if changes else f"version {version}"
    _record(Act.QUIZ_PUBLISHED, quiz, decider, detail)
    return version


@transaction
def close(quiz_id: str, decider: Decider) -> tuple[str, ...]:
    """Move the closing time to now; it is remembered, so that reopening brings it back."""
    quiz = get_locked(quiz_id)
    old = quiz.settings
    # Of two clicks the later may come first; the other must not forget the time before both.
    if window(old, decider.now + A_MOMENT) is not Window.OPEN:
        return ()
    quiz.closed_before, quiz.closes_at = quiz.closes_at, decider.now
    db.session.flush()
    _record(Act.QUIZ_CLOSED, quiz, decider)
    return _tell(quiz, old, decider)


@transaction
def reopen(quiz_id: str, decider: Decider) -> tuple[str, ...]:
    """Bring the closing time back or, if that has passed too, go on without one."""
    quiz = get_locked(quiz_id)
    old = quiz.settings
    if old.closes_at is None or old.closes_at > decider.now:
        return ()
    before = quiz.closed_before
    quiz.closes_at = before if before is not None and before > decider.now else None
    quiz.closed_before = None
    db.session.flush()
    _record(Act.QUIZ_REOPENED, quiz, decider)
    return _tell(quiz, old, decider)


def _tell(quiz: Quiz, old: QuizSettings, decider: Decider) -> tuple[str, ...]:
    applied = what_applied(count_working(quiz.id), old, quiz.settings)
    return tuple(sentence for sentence in (applied, _go_on(quiz, old, decider)) if sentence)


def _go_on(quiz: Quiz, old: QuizSettings, decider: Decider) -> str:
    """Take attempts that the clock ended back from the scores, where the new times allow it."""
    if not gives_more_time(old, quiz.settings):
        return ""
    ended = list_ended_by_clock(quiz.id)
    count = sum(reopen_attempt(student_id, quiz.id, decider) for student_id in ended)
    if not count:
        return ""
    return f"{counted(count, 'attempt')} that had run out of time can go on."


def _record(act: Act, quiz: Quiz, decider: Decider, detail: str = "") -> None:
    record(act, f"quiz {quiz.id}", decider.now, by=decider.user_id, detail=detail)
