"""Renders questions as the site does, without the site: templates, filters, nothing else."""

from fractions import Fraction
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import quizapp
from quizapp import display, markdown
from quizapp.filters import drawn_once
from quizapp.question_types.base import (
    Answer,
    AskedQuestion,
    Order,
    QuestionType,
    ReviewedQuestion,
    Shows,
)

TEMPLATES = Path(quizapp.__file__).parent / "templates"
environment = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, undefined=StrictUndefined
)
environment.filters.update(
    markdown=markdown.to_html,
    markdown_inline=markdown.to_inline_html,
    markdown_rest=markdown.after_first_paragraph,
    markdown_gapped=markdown.to_gapped_html,
    plain=markdown.to_plain,
    points=display.format_points,
)
environment.globals["drawn_once"] = drawn_once


def asked_page(body: QuestionType, answer: Answer = (), order: Order | None = None) -> str:
    """The question as a student sees it."""
    shown = body.ask(answer, body.order() if order is None else order)
    question = AskedQuestion(
        number=3,
        field="a-3",
        heading="Which is it?",
        text="More of the stem.",
        points=Fraction(1),
        type=body.name,
        label=body.label,
        language="en",
        body=shown,
    )
    return _macro(body.name, "ask", question)


def reviewed_page(body: QuestionType, answer: Answer, shows: Shows, **given: Any) -> str:
    """The question as its result shows it."""
    grade = body.grade(answer)
    values = {
        "number": 3,
        "field": "a-3",
        "heading": "Which is it?",
        "text": "",
        "points": Fraction(1),
        "type": body.name,
        "label": body.label,
        "language": "en",
        "body": body.review(answer, body.order(), shows),
        "earned": None if grade.needs_marking else grade.fraction,
        "needs_marking": grade.needs_marking,
        "blank": body.is_blank(answer),
        "feedback": grade.feedback if shows.feedback else (),
    }
    return _macro(body.name, "review", ReviewedQuestion(**{**values, **given}))


def _macro(name: str, macro: str, question: AskedQuestion) -> str:
    template = environment.get_template(f"question_types/{name}.html")
    return str(getattr(template.module, macro)(question))
