"""What the page of the audit trail asks the database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_, select

from quizapp.accounts.models import AuditEvent, User
from quizapp.extensions import db

A_PAGE = 100


@dataclass(frozen=True)
class Place:
    """Where in the trail a page ends: rows come by time, and by id within a moment."""

    at: datetime
    id: str

    def __str__(self) -> str:
        return f"{self.at.astimezone(UTC):%Y%m%dT%H%M%S.%f}~{self.id}"

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """What __str__ wrote; None for anything else."""
        moment, _, id = text.partition("~")
        try:
            return cls(datetime.strptime(moment, "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC), id[:26])
        except ValueError:
            return None


@dataclass(frozen=True)
class Wanted:
    """What of the trail is asked for."""

    zone: str
    act: str = ""
    find: str = ""  # part of the name or login of who acted
    day: date | None = None  # in `zone`
    before: Place | None = None


@dataclass(frozen=True)
class Event:
    """A row, with who acted."""

    row: AuditEvent
    name: str | None  # None: nobody known, the terminal, or somebody erased since
    login: str | None


@dataclass(frozen=True)
class TrailPage:
    """Some rows, newest first, and where older ones begin."""

    events: tuple[Event, ...]
    older: Place | None


def load_trail(wanted: Wanted) -> TrailPage:
    """A page of the trail; it costs the same however far back it is."""
    rows = db.session.execute(
        select(AuditEvent, User.name, User.login)
        .outerjoin(User, User.id == AuditEvent.user_id)
        .where(*_conditions(wanted))
        .order_by(AuditEvent.at.desc(), AuditEvent.id.desc())
        .limit(A_PAGE + 1)
    ).all()
    events = tuple(Event(row, name, login) for row, name, login in rows)
    last = events[A_PAGE - 1].row if len(events) > A_PAGE else None
    return TrailPage(events[:A_PAGE], Place(last.at, last.id) if last else None)


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.act:
        yield AuditEvent.act == wanted.act
    if wanted.find:
        lowered = wanted.find.lower()
        yield or_(
            func.lower(User.name).contains(lowered, autoescape=True),
            func.lower(User.login).contains(lowered, autoescape=True),
        )
    if wanted.day:
        start = datetime.combine(wanted.day, time(), ZoneInfo(wanted.zone))
        yield AuditEvent.at >= start.astimezone(UTC)
        yield AuditEvent.at < (start + timedelta(days=1)).astimezone(UTC)
    if wanted.before:
        at, id = wanted.before.at, wanted.before.id
        yield or_(AuditEvent.at < at, and_(AuditEvent.at == at, AuditEvent.id < id))
