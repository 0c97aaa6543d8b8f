"""The pages of one quiz that the person who is signed in may open."""

from flask import url_for

from quizapp.accounts.signin import current_user
from quizapp.courses.access import get_enrollment, role_of
from quizapp.courses.rules import Action, may
from quizapp.errors import NotFound
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots

PAGES = (
    ("Scores", "insights.scores", Action.SEE_SCORES),
    ("Settings", "publishing.settings", Action.EDIT_QUIZZES),
    ("Times and extensions", "supervision.windows", Action.EXTEND),
    ("Late answers", "supervision.late", Action.MARK),
    ("Marking", "marking.queue", Action.MARK),
    ("Notes", "notes.list_notes", Action.MARK),
    ("Corrections", "regrading.show", Action.EDIT_QUIZZES),
    ("Receipts", "supervision.receipts", Action.SEE_SCORES),
)
ALWAYS = frozenset({"publishing.settings"})  # the others need a published quiz


def quiz_pages(quiz: Quiz) -> list[tuple[str, str]]:
    """The words and the address of each."""
    user = current_user()
    try:
        role = (
            role_of(user, get_enrollment(user, quiz.course_id, Action.SEE_COURSE)) if user else None
        )
    except NotFound:
        return []
    return [
        (words, url_for(endpoint, quiz_id=quiz.id))
        for words, endpoint, action in PAGES
        if role is not None and may(role, action) and _is_there(endpoint, quiz)
    ]


def _is_there(endpoint: str, quiz: Quiz) -> bool:
    if endpoint in ALWAYS:
        return True
    return quiz.version > 0 and (endpoint != "marking.queue" or _is_marked_by_hand(quiz))


def _is_marked_by_hand(quiz: Quiz) -> bool:
    """Whether any version has a question that only a person can mark."""
    versions = range(quiz.version, 0, -1)
    return any(slot.is_marked_by_hand for each in versions for slot in load_slots(quiz.id, each))
