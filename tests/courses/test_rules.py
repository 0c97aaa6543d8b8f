"""Who may do what, and join codes as people type them."""

import pytest

from quizapp.accounts.codes import CODE_ALPHABET, normalize_code
from quizapp.courses.rules import (
    LONGEST_TITLE,
    PERMISSIONS,
    Action,
    Role,
    UnfitTitle,
    fit_title,
    is_code,
    may,
    show_code,
)

ALLOWED = {
    Action.SEE_COURSE: "student assistant instructor",
    Action.TAKE_QUIZ: "student",
    Action.SEE_SCORES: "assistant instructor",
    Action.MARK: "assistant instructor",
    Action.EXTEND: "assistant instructor",
    Action.SEE_PEOPLE: "assistant instructor",
    Action.LET_IN: "assistant instructor",
    Action.READ_BANKS: "assistant instructor",
    Action.EDIT_BANKS: "instructor",
    Action.EDIT_QUIZZES: "instructor",
    Action.EDIT_PEOPLE: "instructor",
    Action.EDIT_COURSE: "instructor",
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_each_role_may_do_exactly_what_is_written_here(role: Role, action: Action) -> None:
    assert may(role, action) == (role in ALLOWED[action].split())


def test_table_has_every_role_and_this_test_every_action() -> None:
    assert set(PERMISSIONS) == set(Role)
    assert set(ALLOWED) == set(Action)


@pytest.mark.parametrize(
    "typed",
    [
        "QZ7-4KPM",
        "QZ74KPM",
        "qz7-4kpm",
        " qz7 4kpm ",
        "q-z-7-4-k-p-m",
        "QZ7\u20134KPM",
        "QZ7\u20114KPM",
        "QZ7\u00a04KPM",
        "ＱＺ７４ＫＰＭ",
        "QZ7-4KPM.",
        "\tqz74kpm\n",
    ],
)
def test_case_spaces_and_hyphens_of_a_code_do_not_matter(typed: str) -> None:
    assert normalize_code(typed) == "QZ74KPM"


@pytest.mark.parametrize("misread", "0O1ILUoilu")
def test_codes_have_no_sign_that_is_misread(misread: str) -> None:
    assert misread.upper() not in CODE_ALPHABET
    assert not is_code(normalize_code("QZ74KP" + misread))


@pytest.mark.parametrize("code", ["", "QZ74KP", "QZ74KPMM", "QZ74KPÄ"])
def test_what_can_not_be_a_code_is_known_without_looking(code: str) -> None:
    assert not is_code(code)


@pytest.mark.parametrize(
    ("code", "shown"), [("QZ74KPM", "QZ7-4KPM"), ("QZ74KP", "QZ7-4KP"), ("QZ7", "QZ7"), ("", "")]
)
def test_code_is_shown_in_two_groups(code: str, shown: str) -> None:
    assert show_code(code) == shown


def test_title_is_kept_with_plain_spaces() -> None:
    assert fit_title("  Biology\t 101 ") == "Biology 101"


@pytest.mark.parametrize("typed", ["", " \t", "x" * (LONGEST_TITLE + 1), "Bio\u202elogy"])
def test_title_that_nobody_can_read_is_refused(typed: str) -> None:
    with pytest.raises(UnfitTitle):
        fit_title(typed)
