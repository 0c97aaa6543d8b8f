"""Questions as HTML, kept: what looks the same for many students is drawn once.

Only a question's number and the names of its fields are a student's own. They are drawn as signs
that this process alone knows, so that nobody can write them, and replaced in the finished HTML.
"""

import secrets
from dataclasses import replace
from functools import lru_cache

from flask import current_app
from markupsafe import Markup

from quizapp.attempts.taking_page import REVISIT, AskedPlace
from quizapp.question_types.base import AskedQuestion

FIELD = f"sign{secrets.token_hex(8)}"
NUMBER = 10**18 + secrets.randbelow(10**18)
KEPT = 4096
LONGEST_KEPT = 400  # characters of an answer: an essay is its writer's own


def question_html(place: AskedPlace, heading: str, *, may_revisit: bool = True) -> Markup:
    """The question to be answered, with its tools; `heading` is h2, or h3 in a section."""
    signed = replace(place.asked, field=FIELD, number=NUMBER)
    draw = _draw_once if place.length <= LONGEST_KEPT else _draw
    is_to_revisit = place.is_to_revisit if may_revisit else None
    html = draw(signed, heading, is_to_revisit)
    return html.replace(FIELD, place.asked.field).replace(str(NUMBER), str(place.number))


def _draw(asked: AskedQuestion, heading: str, is_to_revisit: bool | None) -> Markup:
    """None: there is no coming back, so no box to ask for it."""
    macros = current_app.jinja_env.get_template("attempts/_question.html").module
    html: Markup = macros.question(  # type: ignore[attr-defined]
        asked, heading, asked.field + REVISIT, is_to_revisit
    )
    return html


_draw_once = lru_cache(KEPT)(_draw)
