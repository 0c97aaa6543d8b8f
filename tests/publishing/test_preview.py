"""Tests of taking a quiz as a student without storing anything."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from quizapp.attempts.models import AnswerLog, Attempt, Response
from quizapp.extensions import db
from tests.attempts.builders import NINE_TYPES
from tests.attempts.forms_of import Form, form_to
from tests.attempts.student import words
from tests.publishing.conftest import CELLS, GENES, SETTINGS, Desk
from tests.publishing.test_settings import publish

AS_WRITTEN = {**SETTINGS, "shuffle_questions": "", "shuffle_options": ""}


def set_up(desk: Desk, **sent: object) -> str:
    """The id of a published quiz, its questions and options as written."""
    quiz_id = desk.make()
    values = {name: value for name, value in {**AS_WRITTEN, **sent}.items() if value != ""}
    desk.post(f"/teach/quizzes/{quiz_id}/settings", values)
    publish(desk, quiz_id)
    return quiz_id


def begin(desk: Desk, quiz_id: str, query: str = "") -> Form:
    """The form of the first page."""
    address = f"/teach/quizzes/{quiz_id}/preview"
    return form_to(desk.get(address + query), address)


def press(desk: Desk, form: Form, button: str) -> str:
    response = form.send(desk.client, button)
    assert response.status_code == 200, response.text[:2000]
    return response.text


def rows() -> int:
    """How much is stored of anybody's attempts."""
    counts = (select(func.count()).select_from(each) for each in (Attempt, Response, AnswerLog))
    return sum(db.session.scalar(count) or 0 for count in counts)


def test_a_preview_is_graded_and_stores_nothing(desk: Desk) -> None:
    form = begin(desk, set_up(desk))
    form.choose(1, "1")
    form.choose(2, "false")
    page = words(press(desk, form, "check"))
    assert "Your score 1 out of / 3" in page
    assert "Yours, not correct" in page
    assert rows() == 0


def test_answers_come_back_with_the_questions(desk: Desk) -> None:
    quiz_id = set_up(desk)
    form = begin(desk, quiz_id)
    form.choose(1, "1")
    result = form_to(press(desk, form, "check"), f"/teach/quizzes/{quiz_id}/preview")
    assert 'value="1" checked' in press(desk, result, "1")


@pytest.mark.parametrize("paging", ["one", "fixed"])
def test_answers_travel_from_question_to_question(desk: Desk, paging: str) -> None:
    quiz_id = set_up(desk, paging=paging)
    form = begin(desk, quiz_id)
    for number in (1, 2, 3):
        form.choose(number, "1" if number == 1 else "true")
        page = press(desk, form, str(number + 1) if number < 3 else "check")
        if number < 3:
            form = form_to(page, f"/teach/quizzes/{quiz_id}/preview")
    assert "Your score 3 out of / 3" in words(page)


def test_the_result_shows_what_the_settings_let_show_and_later_everything(desk: Desk) -> None:
    quiz_id = set_up(
        desk, shows_when="after-closing", closes_at="2037-02-13T14:30", score_at_once="y"
    )
    form = begin(desk, quiz_id)
    page = press(desk, form, "check")
    assert "Your score" in words(page)
    assert "Correct answer" not in page
    assert "More on Fri 13 Feb, 14:31 (London), here." in words(page)
    result = form_to(page, f"/teach/quizzes/{quiz_id}/preview")
    assert "Correct answer" in press(desk, result, "released")


def test_what_is_drawn_stays_from_page_to_page(desk: Desk) -> None:
    quiz_id = set_up(desk, draw_1="1")
    address = f"/teach/quizzes/{quiz_id}/preview"
    page = desk.get(address)
    drawn = [each for each in ("organelle", "walls", "divide") if each in words(page)]
    result = words(press(desk, form_to(page, address), "check"))
    assert len(drawn) == 1
    assert [each for each in ("organelle", "walls", "divide") if each in result] == drawn


def test_a_quiz_that_is_not_published_shows_the_banks_as_they_are(desk: Desk) -> None:
    (desk.questions / "cells.md").write_text(NINE_TYPES)
    form = begin(desk, desk.make())
    essay = next(each for each in form.controls if each.tag == "textarea")
    essay.value = "An answer that a person has to mark."
    assert "to be marked" in words(press(desk, form, "check"))


def test_the_next_version_can_be_looked_at_before_it_is_published(desk: Desk) -> None:
    quiz_id = set_up(desk)
    (desk.questions / "cells.md").write_text(CELLS.replace("Cells divide.", "All cells divide."))
    address = f"/teach/quizzes/{quiz_id}/preview"
    assert "All cells divide." not in desk.get(address)
    page = desk.get(f"{address}?of=next")
    assert "All cells divide." in page
    assert "All cells divide." in press(desk, form_to(page, address), "check")


def test_a_quiz_without_questions_says_so(desk: Desk) -> None:
    page = words(desk.get(f"/teach/quizzes/{desk.make(banks=[])}/preview"))
    assert "There is no question to show yet." in page


def test_banks_that_clash_have_no_preview(desk: Desk) -> None:
    (desk.questions / "genes.md").write_text(GENES.replace("`id: nucleus`", "`id: walls`"))
    quiz_id = desk.make(banks=["cells", "genes"])
    assert "There is no question to show yet." in words(
        desk.get(f"/teach/quizzes/{quiz_id}/preview")
    )


def test_junk_in_the_form_is_left_aside(desk: Desk) -> None:
    quiz_id = set_up(desk)
    form = begin(desk, quiz_id)
    broken = replace(form, controls=[each for each in form.controls if each.name != "seed"])
    assert "Your score 0 out of / 3" in words(press(desk, broken, "check"))
