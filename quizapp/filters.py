"""How values look in templates: Markdown, points, percentages and times."""

from collections.abc import Hashable, MutableMapping
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any

from flask import Flask, templating, url_for
from jinja2.runtime import Macro

from quizapp import display, markdown
from quizapp.banks.image_files import FROZEN_NAME

KEPT = 4096


class Environment(templating.Environment):
    """Jinja, where what every template knows is settled before the first of them is loaded."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A plain dict: Jinja's chain of two is gone through for every page and every import."""
        return {**self.globals, **(d or {})}


def compile_templates(app: Flask) -> None:
    """Compile every template now: a class that comes at once then doesn't wait for it."""
    for name in app.jinja_env.list_templates(extensions=["html"]):
        app.jinja_env.get_template(name)


def init_filters(app: Flask) -> None:
    """Give every template the filters below, and `drawn_once(macro, values...)`."""
    app.jinja_env.globals["drawn_once"] = drawn_once
    app.jinja_env.filters.update(
        markdown=partial(markdown.to_html, image_url=image_url),
        markdown_inline=partial(markdown.to_inline_html, image_url=image_url),
        markdown_rest=partial(markdown.after_first_paragraph, image_url=image_url),
        markdown_gapped=partial(markdown.to_gapped_html, image_url=image_url),
        plain=markdown.to_plain,
        points=display.format_points,
        percent=percent,
        local_time=display.local_time,
        local_date=display.local_date,
        clock_time=display.clock_time,
        clock_seconds=display.clock_seconds,
    )


@lru_cache(KEPT)
def drawn_once(macro: Macro, *values: Hashable) -> str:
    """What a macro makes of these values and nothing else; not for what only one person sees."""
    return macro(*values)


def image_url(path: str) -> str:
    """Where a page finds an image: a frozen one by its name, any other in the folder of banks."""
    if frozen := FROZEN_NAME.fullmatch(path):
        return url_for("quizzes.image", digest=frozen["digest"], kind=frozen["kind"])
    return url_for("authoring.image", path=path)


def percent(fraction: Fraction | float) -> str:
    """0.684 as 68%."""
    return f"{round(fraction * 100)}%"
