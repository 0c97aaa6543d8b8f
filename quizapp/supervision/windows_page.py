"""The page with every student's own times in a quiz."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from unicodedata import normalize

from quizapp.attempts.queries import personal_settings
from quizapp.attempts.words import duration
from quizapp.quizzes.models import Extension, Quiz
from quizapp.supervision import queries
from quizapp.supervision.queries import Taker
from quizapp.supervision.rules import Flag, Terms


@dataclass(frozen=True)
class WindowRow:
    """One student's times."""

    user_id: str
    name: str
    student_number: str
    opens_at: datetime | None
    closes_at: datetime | None
    limit: str  # "" without a limit
    attempts: int | None  # None: any number
    used: int
    is_working: bool
    percent: int  # what the course gives; 100 for most
    extension: Extension | None
    made_by: str | None
    attempt_ids: tuple[tuple[int, str], ...]  # number and id
    flags: tuple[Flag, ...]

    @property
    def is_usual(self) -> bool:
        """Whether these are the same times as everybody's."""
        return self.extension is None and self.percent == 100


@dataclass(frozen=True)
class WindowsPage:
    """Everything that the page shows."""

    rows: tuple[WindowRow, ...]
    count: int  # students in all, whatever the filter
    extended: int
    name: str  # what the list is filtered by
    late: int  # late answers to decide on


def load(quiz: Quiz, name: str) -> WindowsPage:
    """The page as things stand; only students whose name or number holds `name`."""
    takers = queries.list_takers(quiz)
    begun: dict[str, list[tuple[int, str]]] = {}
    for user_id, attempt_id, number in queries.list_attempts(quiz.id):
        begun.setdefault(user_id, []).append((number, attempt_id))
    return WindowsPage(
        rows=tuple(
            _row(quiz, taker, begun.get(taker.user_id, ())) for taker in _matching(takers, name)
        ),
        count=len(takers),
        extended=sum(taker.extension is not None for taker in takers),
        name=name,
        late=queries.count_late(quiz.id),
    )


def load_row(quiz: Quiz, user_id: str) -> WindowRow:
    """One student's times; raises NotFound."""
    return _row(quiz, queries.get_taker(quiz, user_id), ())


def _matching(takers: Iterable[Taker], name: str) -> list[Taker]:
    wanted = _folded(name)
    return [each for each in takers if wanted in _folded(f"{each.name} {each.student_number}")]


def _folded(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())


def _row(quiz: Quiz, taker: Taker, attempts: Iterable[tuple[int, str]]) -> WindowRow:
    own = personal_settings(quiz, taker.percent, taker.extension)
    terms = Terms(quiz.settings, own, is_extended=taker.extension is not None)
    return WindowRow(
        user_id=taker.user_id,
        name=taker.name,
        student_number=taker.student_number,
        opens_at=own.opens_at,
        closes_at=own.closes_at,
        limit=_words(own.time_limit),
        attempts=own.attempts_allowed,
        used=taker.used,
        is_working=taker.is_working,
        percent=taker.percent,
        extension=taker.extension,
        made_by=taker.made_by,
        attempt_ids=tuple(attempts),
        flags=terms.flags,
    )


def _words(limit: timedelta | None) -> str:
    return "" if limit is None else duration(limit)
