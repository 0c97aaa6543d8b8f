"""Numbers and times as words, for students."""

from datetime import timedelta


def counted(count: int, noun: str) -> str:
    """1 question, 2 questions."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def duration(length: timedelta) -> str:
    """45 seconds, 30 minutes, 1 hour 30 minutes: a time limit, exactly."""
    seconds = int(length.total_seconds())
    hours, seconds = divmod(seconds, 3600)
    minutes, seconds = divmod(seconds, 60)
    parts = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    return " ".join(counted(count, noun) for count, noun in parts if count) or "0 seconds"


def time_left(length: timedelta) -> str:
    """4 minutes, 2 days: how long something is still to last, rounded down so as not to promise."""
    minutes = max(int(length.total_seconds()), 0) // 60
    if minutes < 1:
        return "less than a minute"
    if minutes < 120:
        return counted(minutes, "minute")
    hours = minutes // 60
    return counted(hours, "hour") if hours < 48 else counted(hours // 24, "day")
