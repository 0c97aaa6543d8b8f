"""The instructor's home page, and the scores of a quiz."""

from flask import Blueprint, render_template, request

from quizapp.accounts.signin import require_user
from quizapp.clock import utc_now
from quizapp.courses.access import get_course, is_staff, may_make_courses
from quizapp.courses.rules import Action
from quizapp.errors import NotFound
from quizapp.insights import service
from quizapp.insights.access import get_scored_quiz
from quizapp.insights.course_page import group_quizzes
from quizapp.insights.people_queries import Wanted
from quizapp.insights.score_page import order_questions
from quizapp.insights.score_table import sort_rows
from quizapp.insights.statistics import Which
from quizapp.quizzes.library import site_library

bp = Blueprint("insights", __name__)
HIDDEN = "hidden"  # as the address says it of names


@bp.get("/teach/")
def home() -> str:
    """What needs the instructor, what runs now, and the courses."""
    user = require_user()
    if not is_staff(user):
        raise NotFound
    page = service.read_home(user, site_library(), utc_now())
    return render_template("insights/home.html", page=page, may_make_courses=may_make_courses(user))


@bp.get("/teach/<course_id>/")
def course(course_id: str) -> str:
    """A course's quizzes, by whether they are open."""
    found = get_course(require_user(), course_id, Action.SEE_SCORES)
    line = service.read_course(course_id, utc_now())
    return render_template("insights/course.html", course=found, groups=group_quizzes(line))


@bp.get("/teach/quizzes/<quiz_id>/scores")
def scores(quiz_id: str) -> str:
    """Average, spread, questions and people."""
    quiz = get_scored_quiz(require_user(), quiz_id)
    chosen = _chosen()
    page = service.read_score_page(quiz, utc_now(), _which())
    rows = page.rows or ()
    if chosen["names"] == HIDDEN:
        rows = service.hide_names(quiz, rows)
    return render_template(
        "insights/scores.html",
        quiz=quiz,
        page=page,
        chosen=chosen,
        questions=order_questions(page.questions, chosen["order"]),
        rows=sort_rows(rows, chosen["sort"]),
    )


@bp.get("/teach/quizzes/<quiz_id>/scores/<int:slot>")
def question_scores(quiz_id: str, slot: int) -> str:
    """How one question went: who chose what, what was written, and what to look at."""
    quiz = get_scored_quiz(require_user(), quiz_id)
    page = service.read_question_page(quiz_id, slot, utc_now(), _which())
    present = set(site_library().names())
    banks = [
        name for name in dict.fromkeys(each.bank for each in quiz.selections) if name in present
    ]
    return render_template(
        "insights/question.html", quiz=quiz, page=page, chosen=_chosen(), banks=banks
    )


@bp.get("/teach/quizzes/<quiz_id>/scores/students")
def people(quiz_id: str) -> str:
    """The students of a quiz, a hundred a page, to be looked for by name."""
    quiz = get_scored_quiz(require_user(), quiz_id)
    page = request.args.get("page", "1")
    number = int(page) if page.isdecimal() and len(page) < 6 else 1
    chosen, find = _chosen(), request.args.get("find", "").strip()[:200]
    wanted = Wanted(_which(), find, max(number, 1), hides_names=chosen["names"] == HIDDEN)
    found = service.read_people(quiz, utc_now(), wanted)
    return render_template(
        "insights/people.html", quiz=quiz, page=found, wanted=wanted, chosen=chosen
    )


def _chosen() -> dict[str, str]:
    """What the address says of how to show it."""
    return {key: request.args.get(key, "") for key in ("attempts", "sort", "order", "names")}


def _which() -> Which:
    given = request.args.get("attempts", "")
    return Which(given) if given in tuple(Which) else Which.FIRST
