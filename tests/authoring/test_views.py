"""The pages of banks through a browser, over real files."""

from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.accounts.models import User
from quizapp.authoring.bank_page import sample_bank
from quizapp.banks.library import check
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.authoring.banks import BROKEN, GENES
from tests.factories import make_course
from tests.insights.builders import publish
from tests.insights.reading import text_of

Browser = Callable[[User], FlaskClient]
Write = Callable[[str, str], None]


def quizzes() -> int:
    """How many there are."""
    return db.session.scalar(select(func.count()).select_from(Quiz)) or 0


def banks_of(browser: FlaskClient) -> str:
    return text_of(browser.get("/teach/banks/"))


def test_a_bank_is_listed_with_its_title_and_types(staff: FlaskClient, write: Write) -> None:
    write("genes.md", GENES)

    words = banks_of(staff)

    assert "genes.md Genes 1 question: 1 multiple choice In no quiz yet" in words


def test_the_bank_with_the_most_errors_comes_first(staff: FlaskClient, write: Write) -> None:
    write("a.md", GENES)
    write("z.md", BROKEN)

    words = banks_of(staff)

    assert words.index("z.md") < words.index("a.md") and "1 error" in words


def test_a_bank_names_the_quizzes_that_use_it(
    staff: FlaskClient, write: Write, course: Course
) -> None:
    write("genes.md", GENES)
    publish(course, {"genes": 2}, title="Week 4", bank="genes")

    assert "Used by Week 4 ( Biology 101 )" in banks_of(staff)


def test_quizzes_of_other_courses_are_only_counted(staff: FlaskClient, write: Write) -> None:
    write("genes.md", GENES)
    publish(make_course(), {"genes": 2}, title="Secret title", bank="genes")

    words = banks_of(staff)

    assert "Used by 1 quiz in other courses" in words and "Secret title" not in words


def test_a_draft_says_so(staff: FlaskClient, write: Write) -> None:
    write("genes.md", GENES.replace("title: Genes", "title: Genes\nstatus: draft"))

    assert "Status: draft." in banks_of(staff)


def test_a_misnamed_file_is_listed_as_a_problem(staff: FlaskClient, write: Write) -> None:
    write("My Genes.md", GENES)

    words = banks_of(staff)

    assert "1 file has the wrong name" in words and "'My Genes.md' isn't a bank's name" in words


def test_an_empty_folder_says_where_it_looked_and_offers_a_new_bank(
    staff: FlaskClient, questions: Path
) -> None:
    words = banks_of(staff)

    assert f"We looked in {questions.resolve()}" in words
    assert "Draft one from an article , or make one below." in words


def test_a_missing_folder_says_so(staff: FlaskClient, questions: Path) -> None:
    questions.rmdir()

    assert "which doesn't exist yet" in banks_of(staff)


def test_the_sample_has_no_problems() -> None:
    assert check(sample_bank(), "sample", {}).problems == ()


def test_make_a_quiz_leads_to_a_new_one_with_the_bank_chosen(
    staff: FlaskClient, write: Write, course: Course
) -> None:
    write("genes.md", GENES)

    response = staff.post("/teach/banks/genes", data={"course": course.id})

    assert response.headers["Location"] == f"/teach/{course.id}/quizzes/new?bank=genes"
    assert quizzes() == 0


def test_without_a_course_the_form_says_what_is_missing(staff: FlaskClient, write: Write) -> None:
    write("genes.md", GENES)

    response = staff.post("/teach/banks/genes", data={})

    assert response.status_code == 422 and "Choose a course." in response.text


def test_another_instructors_course_cannot_be_chosen(staff: FlaskClient, write: Write) -> None:
    write("genes.md", GENES)

    response = staff.post("/teach/banks/genes", data={"course": make_course().id})

    assert (response.status_code, quizzes()) == (422, 0)


def test_a_bank_with_errors_says_why_no_quiz_can_be_made(staff: FlaskClient, write: Write) -> None:
    write("cells.md", BROKEN)

    html = staff.get("/teach/banks/cells").text

    assert 'name="course"' not in html and "cells.md can&#39;t be published" in html


def test_an_unknown_bank_is_not_found(staff: FlaskClient) -> None:
    assert staff.get("/teach/banks/nothing").status_code == 404
