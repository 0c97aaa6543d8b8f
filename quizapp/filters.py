"""How values look in templates: Markdown, points, percentages and times."""

from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from flask import Flask

from quizapp import display, markdown


def init_filters(app: Flask) -> None:
    """Give every template the filters below."""
    app.jinja_env.filters.update(
        markdown=markdown.to_html,
        markdown_inline=markdown.to_inline_html,
        markdown_rest=markdown.after_first_paragraph,
        markdown_gapped=markdown.to_gapped_html,
        plain=markdown.to_plain,
        points=display.format_points,
        percent=percent,
        local_time=local_time,
        local_date=local_date,
        clock_time=clock_time,
    )


def percent(fraction: Fraction | float) -> str:
    """0.684 as 68%."""
    return f"{round(fraction * 100)}%"


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
    return f"{instant.astimezone(ZoneInfo(zone)):%H:%M}"
