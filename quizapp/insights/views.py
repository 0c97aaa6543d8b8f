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
from quizapp.insights.score_page import build_page
from quizapp.quizzes.library import site_library

bp = Blueprint("insights", __name__)


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
    chosen = {key: request.args.get(key, "") for key in ("attempts", "sort", "order")}
    table = service.read_scores(quiz_id, utc_now(), all_attempts=chosen["attempts"] == "all")
    page = build_page(table, sort=chosen["sort"], order=chosen["order"])
    return render_template("insights/scores.html", quiz=quiz, page=page, chosen=chosen)
