"""Questions as HTML, kept: what looks the same for many students is drawn once.

Only a question's number, the names of its fields and what stands below a result are a student's
own. They are drawn as signs that this process alone knows, so that nobody can write them, and
replaced in the finished HTML.
"""

import secrets
from dataclasses import replace
from functools import lru_cache
from typing import Any

from flask import current_app
from markupsafe import Markup

from quizapp.attempts.taking_page import REVISIT, AskedPlace
from quizapp.question_types.base import AskedQuestion, ReviewedQuestion

FIELD = f"sign{secrets.token_hex(8)}"
TOOLS = f"tools{secrets.token_hex(8)}"
NUMBER = 10**18 + secrets.randbelow(10**18)
SIGN = str(NUMBER)
KEPT = 4096
LONGEST_KEPT = 400  # characters of an answer: an essay is its writer's own


def question_html(place: AskedPlace, heading: str, *, may_revisit: bool = True) -> Markup:
    """The question to be answered, with its tools; `heading` is h2, or h3 in a section."""
    signed = replace(place.asked, field=FIELD, number=NUMBER)
    draw = _draw_once if place.length <= LONGEST_KEPT else _draw
    is_to_revisit = place.is_to_revisit if may_revisit else None
    html = draw(signed, heading, is_to_revisit)
    return Markup(_with_own(html, place.asked))


def _draw(asked: AskedQuestion, heading: str, is_to_revisit: bool | None) -> str:
    """None: there is no coming back, so no box to ask for it."""
    return str(_macros().question(asked, heading, asked.field + REVISIT, is_to_revisit))


_draw_once = lru_cache(KEPT)(_draw)


def review_html(reviewed: ReviewedQuestion, heading: str, tools: Markup) -> Markup:
    """The question with its result; `tools` is what stands below, if anything."""
    signed = replace(reviewed, field=FIELD, number=NUMBER)
    is_own = reviewed.length > LONGEST_KEPT or reviewed.comment
    draw = _draw_review if is_own else _draw_review_once
    html = draw(signed, heading, Markup(TOOLS if tools else ""))
    return Markup(_with_own(html, reviewed).replace(TOOLS, tools))


def _with_own(html: str, question: AskedQuestion | ReviewedQuestion) -> str:
    """With the field and the number in the place of their signs; neither holds what is escaped."""
    return html.replace(FIELD, question.field).replace(SIGN, str(question.number))


def _draw_review(reviewed: ReviewedQuestion, heading: str, tools: Markup) -> str:
    return str(_macros().reviewed(reviewed, heading, tools))


_draw_review_once = lru_cache(KEPT)(_draw_review)


def _macros() -> Any:
    return current_app.jinja_env.get_template("attempts/_question.html").module
