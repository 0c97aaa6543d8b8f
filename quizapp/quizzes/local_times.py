"""Times as people write them, in a course's zone, to instants and back; pure.

On the night when clocks go forward some local times don't exist; when they go back some come twice.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from quizapp.errors import UserError


class NoSuchTime(UserError):
    """The clocks skip this local time."""

    def __init__(self, local: datetime, zone: str) -> None:
        before, after = _around(local, ZoneInfo(zone))
        place = zone.rpartition("/")[2].replace("_", " ")
        super().__init__(
            f"There is no {local:%H:%M} on {local.day} {local:%B %Y} in {place}: the clocks go "
            f"forward from {before:%H:%M} to {after:%H:%M} that night. Choose a time before or "
            "after that."
        )


def to_instant(local: datetime, zone: str, *, is_end: bool = False) -> datetime:
    """The instant of a local time without a zone, in UTC; raises NoSuchTime.

    Of a time that comes twice it is the first or, where it ends something, the second, so that
    nobody gets less than the page says.
    """
    there = local.replace(tzinfo=ZoneInfo(zone), fold=1 if is_end else 0)
    instant = there.astimezone(UTC)
    if to_local(instant, zone) != local:
        raise NoSuchTime(local, zone)
    return instant


def to_local(instant: datetime, zone: str) -> datetime:
    """What the clocks in `zone` show, without a zone."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def comes_twice(instant: datetime, zone: str) -> bool:
    """Whether clocks in `zone` show this instant's local time a second time, before or after it."""
    local = to_local(instant, zone)
    return to_instant(local, zone) != to_instant(local, zone, is_end=True)


def clock_changes(start: datetime, end: datetime, zone: str) -> bool:
    """Whether the clocks in `zone` change between two instants."""
    offsets = {instant.astimezone(ZoneInfo(zone)).utcoffset() for instant in (start, end)}
    return len(offsets) > 1


def _around(local: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """What the clocks show when they begin to skip, and just after."""
    first, second = (
        local.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta() for fold in (0, 1)
    )
    earlier, later = sorted(((local - first), (local - second)))  # the change lies between, in UTC
    while later - earlier > timedelta(minutes=1):
        middle = earlier + (later - earlier) / 2
        is_before = _offset(middle, zone) == _offset(earlier, zone)
        earlier, later = (middle, later) if is_before else (earlier, middle)
    change = later.replace(second=0, microsecond=0)
    return change + _offset(earlier, zone), change + _offset(later, zone)


def _offset(naive_utc: datetime, zone: ZoneInfo) -> timedelta:
    return naive_utc.replace(tzinfo=UTC).astimezone(zone).utcoffset() or timedelta()
