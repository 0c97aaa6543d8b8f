"""What people type into forms about quizzes: whole numbers and local times; pure."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.errors import UserError
from quizapp.quizzes.local_times import to_instant, to_local

LOCAL = "%Y-%m-%dT%H:%M"  # how browsers send a date with a time


class NotReadable(UserError):
    """What was typed can't be read; the text says what can."""


@dataclass(frozen=True)
class Range:
    """Whole numbers that may be typed, and their name."""

    name: str
    least: int
    most: int

    def read(self, typed: str) -> int | None:
        """The number; None for an empty field."""
        text = typed.strip().removesuffix("%").strip()
        if not text:
            return None
        is_number = text.isascii() and text.isdigit() and len(text) <= 9
        if not (is_number and self.least <= int(text) <= self.most):
            raise NotReadable(
                f"{self.name}: type a whole number from {self.least} to {self.most}, or nothing."
            )
        return int(text)


def read_time(typed: str, zone: str, *, is_end: bool) -> datetime | None:
    """The instant of a local time; None for an empty field."""
    text = typed.strip()
    if not text:
        return None
    try:
        local = datetime.fromisoformat(text)
    except ValueError:
        raise NotReadable("Type a date and a time, like 2026-02-13 14:30.") from None
    if local.tzinfo is not None or not 2000 <= local.year <= 2200:
        raise NotReadable("Type a date and a time from 2000 to 2200, like 2026-02-13 14:30.")
    return to_instant(local, zone, is_end=is_end)


def show_time(instant: datetime | None, zone: str) -> str:
    """The reverse of `read_time`."""
    return "" if instant is None else to_local(instant, zone).strftime(LOCAL)
