"""How values look in templates: Markdown, points, percentages and times."""

from datetime import datetime
from fractions import Fraction
from functools import partial
from zoneinfo import ZoneInfo

from flask import Flask, url_for

from quizapp import display, markdown
from quizapp.banks.image_files import FROZEN_NAME


def init_filters(app: Flask) -> None:
    """Give every template the filters below."""
    app.jinja_env.filters.update(
        markdown=partial(markdown.to_html, image_url=image_url),
        markdown_inline=partial(markdown.to_inline_html, image_url=image_url),
        markdown_rest=partial(markdown.after_first_paragraph, image_url=image_url),
        markdown_gapped=partial(markdown.to_gapped_html, image_url=image_url),
        plain=markdown.to_plain,
        points=display.format_points,
        percent=percent,
        local_time=local_time,
        local_date=local_date,
        clock_time=clock_time,
        clock_seconds=clock_seconds,
    )


def image_url(path: str) -> str:
    """Where a page finds an image: a frozen one by its name, any other in the folder of banks."""
    if frozen := FROZEN_NAME.fullmatch(path):
        return url_for("quizzes.image", digest=frozen["digest"], kind=frozen["kind"])
    return url_for("authoring.image", path=path)


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


def clock_seconds(instant: datetime, zone: str) -> str:
    """14:30:05."""
    return f"{instant.astimezone(ZoneInfo(zone)):%H:%M:%S}"
