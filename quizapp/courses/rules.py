"""What each role may do in a course, and how join codes are written."""

from enum import StrEnum

from quizapp.accounts.codes import CODE_ALPHABET
from quizapp.accounts.names import has_hidden_characters, normalize_name
from quizapp.errors import UserError


class Role(StrEnum):
    """A person's part in a course; an administrator counts as an instructor in every one."""

    STUDENT = "student"
    ASSISTANT = "assistant"
    INSTRUCTOR = "instructor"


class Action(StrEnum):
    """What somebody may want to do in a course."""

    SEE_COURSE = "see the course and the list of its quizzes"
    TAKE_QUIZ = "take its quizzes, practice, and see one's own results"
    SEE_SCORES = "see everybody's answers, scores and statistics"
    MARK = "mark essays, decide on late answers, reply to notes"
    EXTEND = "give a student more time or more attempts"
    SEE_PEOPLE = "see who is in the course, and its join code"
    LET_IN = "make a sign-in code for a student"
    READ_BANKS = "read the banks it uses, keys included"
    EDIT_BANKS = "write banks"
    EDIT_QUIZZES = "publish quizzes, change their settings, regrade"
    EDIT_PEOPLE = "add, change, remove, export and erase people; renew the join code"
    EDIT_COURSE = "change the course itself"


_STAFF = frozenset(
    {
        Action.SEE_COURSE,
        Action.SEE_SCORES,
        Action.MARK,
        Action.EXTEND,
        Action.SEE_PEOPLE,
        Action.LET_IN,
        Action.READ_BANKS,
    }
)
_EDITING = frozenset(
    {Action.EDIT_BANKS, Action.EDIT_QUIZZES, Action.EDIT_PEOPLE, Action.EDIT_COURSE}
)
PERMISSIONS: dict[Role, frozenset[Action]] = {
    Role.STUDENT: frozenset({Action.SEE_COURSE, Action.TAKE_QUIZ}),
    Role.ASSISTANT: _STAFF,
    Role.INSTRUCTOR: _STAFF | _EDITING,  # not TAKE_QUIZ: staff would blur their own statistics
}
STAFF = frozenset({Role.ASSISTANT, Role.INSTRUCTOR})

CODE_LENGTH = 7
LONGEST_TITLE = 200


class UnfitTitle(UserError):
    """No course can be called so; the text says why."""


def may(role: Role, action: Action) -> bool:
    """Whether somebody with `role` may do `action`."""
    return action in PERMISSIONS[role]


def is_code(code: str) -> bool:
    """Whether a normalized code can be one at all."""
    return len(code) == CODE_LENGTH and set(code) <= set(CODE_ALPHABET)


def show_code(code: str) -> str:
    """QZ74KPM as QZ7-4KPM."""
    return f"{code[:3]}-{code[3:]}" if len(code) > 3 else code


def fit_title(typed: str) -> str:
    """The title of a course with plain spaces; raises UnfitTitle."""
    title = normalize_name(typed)
    if not title:
        raise UnfitTitle("Enter a title for the course.")
    if len(title) > LONGEST_TITLE:
        raise UnfitTitle(f"Use at most {LONGEST_TITLE} characters for the title.")
    if has_hidden_characters(title):
        raise UnfitTitle("The title holds an invisible character. Type it instead of pasting it.")
    return title
