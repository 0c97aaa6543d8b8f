"""Tests of quizapp.regrading.views."""

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.accounts.models import User
from quizapp.extensions import db
from tests.attempts import student
from tests.attempts.builders import browser_of
from tests.attempts.forms_of import form_to
from tests.regrading.builders import Scene, everything, points
from tests.regrading.test_service import NEW, OLD, WRONG


@pytest.fixture
def staff(app: Flask, scene: Scene) -> FlaskClient:
    """The instructor's browser."""
    return browser_of(app, db.session.get_one(User, scene.maker_id))


def words(html: str) -> str:
    """The text of the page, with no space inside quotation marks or before a stop."""
    text = unescape(student.words(html)).replace("“ ", "“").replace(" ”", "”")
    return re.sub(r" ([.,])", r"\1", text)


def page(client: FlaskClient, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response.text[:2000]
    return response.text


def address(scene: Scene, query: str = "") -> str:
    return f"/teach/quizzes/{scene.quiz_id}/regrade{query}"


def preview(client: FlaskClient, scene: Scene, query: str) -> str:
    return page(client, address(scene, f"?question=water&{query}"))


def confirm(client: FlaskClient, html: str) -> str:
    """Press the button under a preview; the page after it."""
    action = re.search(r'<form method="post" action="([^"]*/regrade\?[^"]*)"', html)
    assert action
    form = form_to(html, action[1].replace("&amp;", "&"))
    response = form.send(client)
    assert response.status_code == 303, response.text[:2000]
    return page(client, response.location)


def test_questions_can_be_chosen(scene: Scene, staff: FlaskClient) -> None:
    html = page(staff, address(scene))
    assert f"{address(scene)}?question=water" in html and "No key has been corrected" in html


def test_present_key_is_named_and_filled_in(scene: Scene, staff: FlaskClient) -> None:
    html = page(staff, address(scene, "?question=water"))
    assert "Now the key is “A ZqXjdiffusion”" in words(html)
    assert re.search(r'id="key-0" name="key" value="0" checked', html)


def test_preview_says_what_would_change(scene: Scene, staff: FlaskClient) -> None:
    for name, key in (("Ada", OLD), ("Ben", NEW), ("Cat", WRONG)):
        scene.submit(scene.student(name), key)
    told = words(preview(staff, scene, "how=new&key=1"))
    assert "“A ZqXjdiffusion” becomes “B Osmosis”" in told
    assert "1 score goes up, 1 goes down, 1 stays." in told
    assert "Ben 0 out of / 8 1 out of / 8 B Osmosis" in told and "Cat" not in told


def test_preview_stores_nothing(scene: Scene, staff: FlaskClient) -> None:
    scene.submit(scene.student("Ada"), NEW)
    before = everything()
    preview(staff, scene, "how=full")
    assert everything() == before


def test_confirmed_preview_changes_the_scores(scene: Scene, staff: FlaskClient) -> None:
    attempt_id = scene.submit(scene.student("Ada"), NEW)
    told = words(confirm(staff, preview(staff, scene, "how=new&key=1")))
    assert points(attempt_id) == (1, 8)
    assert "1. New key: question 1 1 score changed" in told


def test_nobody_loses_is_kept_from_the_preview_to_the_correction(
    scene: Scene, staff: FlaskClient
) -> None:
    attempt_id = scene.submit(scene.student("Ada"), OLD)
    confirm(staff, preview(staff, scene, "how=new&key=1&nobody=1"))
    assert points(attempt_id) == (1, 8)


def test_moved_on_shows_a_fresh_preview(scene: Scene, staff: FlaskClient) -> None:
    scene.submit(scene.student("Ada"), NEW)
    html = preview(staff, scene, "how=full")
    scene.submit(scene.student("Ben"), NEW)
    action = re.search(r'<form method="post" action="([^"]*/regrade\?[^"]*)"', html)
    assert action
    response = form_to(html, action[1].replace("&amp;", "&")).send(staff)
    assert response.status_code == 409
    assert "Nothing was changed" in response.text and "Change 2 scores" in response.text


def test_confirming_without_a_preview_is_refused(scene: Scene, staff: FlaskClient) -> None:
    response = staff.post(address(scene, "?question=water&how=full"))
    assert response.status_code == 422


def test_correction_is_undone_by_its_button(scene: Scene, staff: FlaskClient) -> None:
    attempt_id = scene.submit(scene.student("Ada"), NEW)
    correction_id = scene.correct("full points").id  # type: ignore[arg-type]
    form = form_to(page(staff, address(scene)), f"{address(scene)}/{correction_id}/undo")
    told = words(page(staff, form.send(staff).location))
    assert points(attempt_id) == (0, 8) and "Correction 1 undone: question 1" in told


def test_key_that_cannot_be_one_is_named_as_the_problem(scene: Scene, staff: FlaskClient) -> None:
    html = preview(staff, scene, "how=new")
    assert "There is a problem" in html and "Choose one of the options as the key." in html


def test_what_is_graded_so_already_offers_no_button(scene: Scene, staff: FlaskClient) -> None:
    html = preview(staff, scene, "how=new&key=0")
    assert "graded like this already" in html and '<button class="button">Change' not in html


def test_essay_offers_no_key(scene: Scene, staff: FlaskClient) -> None:
    html = page(staff, address(scene, "?question=essay"))
    assert 'value="new"' not in html and 'value="full"' in html


def test_unknown_question_is_not_found(scene: Scene, staff: FlaskClient) -> None:
    page(staff, address(scene, "?question=nothing"), 404)


@pytest.mark.parametrize("query", ["how=x", "version=9", "key=" + "a" * 9000, "page=99", "note=x"])
def test_nonsense_in_the_address_does_no_harm(scene: Scene, staff: FlaskClient, query: str) -> None:
    response = staff.get(address(scene, f"?question=water&{query}"))
    assert response.status_code in (200, 404)
