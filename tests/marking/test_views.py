"""Tests of quizapp.marking.views: the pages as served, and what their forms send."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from quizapp.accounts.models import User
from quizapp.attempts.models import Mark
from quizapp.extensions import db
from quizapp.marking import service
from tests.attempts.builders import browser_of
from tests.attempts.forms_of import Form, forms_of
from tests.attempts.student import words
from tests.factories import make_course, make_enrollment, make_user
from tests.marking.builders import LATER, judgment, make_member, seen, submit, sums
from tests.marking.conftest import Scene


def form_of(client: FlaskClient, address: str) -> Form:
    """The form of the page, sent to where the page is when it names no address."""
    (form,) = [form for form in forms_of(client.get(address).text) if not form.action]
    form.action = address
    return form


def send(client: FlaskClient, address: str, **values: str) -> TestResponse:
    """Open the page of an answer, type these values, press the button."""
    form = form_of(client, address)
    for control in form.controls:
        control.value = values.get(control.name, control.value)
    return form.send(client)


def mark_by_service(scene: Scene, *points: float, slot: int = 2, comment: str = "") -> None:
    place = seen(scene.quiz_id, slot, scene.attempt_id)
    service.mark(scene.marker_id, place, judgment(*points, comment=comment), LATER)


def queue_of(client: FlaskClient, scene: Scene, query: str = "") -> str:
    response = client.get(f"/teach/quizzes/{scene.quiz_id}/marking{query}")
    assert response.status_code == 200
    return response.text


def test_queue_says_how_many_answers_are_left(staff: FlaskClient, scene: Scene) -> None:
    page = words(queue_of(staff, scene))
    assert "2 answers of 2 to be marked." in page
    assert "Explain two constraints. 5 points. 1 of 1 answer to be marked." in page


def test_queue_hides_names_until_asked(staff: FlaskClient, scene: Scene) -> None:
    assert "Ada Obi" not in queue_of(staff, scene)
    assert "Ada Obi" in queue_of(staff, scene, "?names=shown")


def test_queue_lists_marked_answers_with_their_points(staff: FlaskClient, scene: Scene) -> None:
    mark_by_service(scene, 1, 2.5)
    assert "Student 1 3.5 of 5 points Change" in words(queue_of(staff, scene))


def test_queue_says_when_everything_is_marked(staff: FlaskClient, scene: Scene) -> None:
    mark_by_service(scene, 1, 1)
    mark_by_service(scene, 1, slot=3)
    page = words(queue_of(staff, scene))
    assert "Everything is marked." in page and "The one answer is marked." in page


def test_queue_leaves_out_blank_answers(staff: FlaskClient, scene: Scene) -> None:
    submit(scene.quiz_id, make_member(scene.course, "Bo Lee").id, {2: " "})
    assert "2 answers of 2 to be marked." in words(queue_of(staff, scene))


def test_answer_shows_the_text_as_it_was_written(staff: FlaskClient, scene: Scene) -> None:
    page = staff.get(scene.address()).text
    assert (
        '<div class="written" dir="auto">Money is short.\n\n&lt;b&gt;Votes&lt;/b&gt; count.</div>'
        in page.replace("\r\n", "\n")
    )


def test_answer_counts_its_words_against_what_was_asked(staff: FlaskClient, scene: Scene) -> None:
    assert "5 words; 3 to 6 words were asked for" in words(staff.get(scene.address()).text)


def test_answer_hides_the_name_until_asked(staff: FlaskClient, scene: Scene) -> None:
    hidden = staff.get(scene.address()).text
    assert "Ada Obi" not in hidden and "Student 1 of 1" in words(hidden)
    assert "Ada Obi" in staff.get(scene.address() + "?names=shown").text


def test_rubric_has_a_field_a_line(staff: FlaskClient, scene: Scene) -> None:
    page = staff.get(scene.address()).text
    assert 'for="points_0" lang="en" dir="auto">Names a constraint ZqXj-names</label>' in page
    assert ">Uses <strong>evidence</strong></label>" in page
    assert "0 to 3 points" in words(page)


def test_question_without_a_rubric_has_one_field(staff: FlaskClient, scene: Scene) -> None:
    form = form_of(staff, scene.address(3))
    assert [name for name in form.names() if name.startswith("points")] == ["points_0"]


def test_saving_goes_on_to_the_next_answer_that_waits(staff: FlaskClient, scene: Scene) -> None:
    other = submit(scene.quiz_id, make_member(scene.course, "Bo Lee").id, {2: "Mine."})
    response = send(staff, scene.address(), points_0="1", points_1="2,5")
    assert (response.status_code, response.location) == (303, scene.address(2, other))
    assert sums(scene.attempt_id) == (4.5, 2)


def test_saving_the_last_one_goes_back_to_the_queue(staff: FlaskClient, scene: Scene) -> None:
    response = send(staff, scene.address() + "?names=shown", points_0="1", points_1="1")
    assert response.location == f"/teach/quizzes/{scene.quiz_id}/marking?names=shown"
    assert "Saved: Ada Obi." in words(staff.get(response.location).text)


def test_mark_can_be_changed_from_what_it_was(staff: FlaskClient, scene: Scene) -> None:
    send(staff, scene.address(), points_0="0,5", points_1="3", comment="Good.\r\nMore.")
    form = form_of(staff, scene.address())
    given = {control.name: control.value for control in form.controls}
    assert (given["points_0"], given["points_1"]) == ("0.5", "3")
    assert given["comment"].strip().splitlines() == ["Good.", "More."]
    send(staff, scene.address(), points_0="2")
    assert sums(scene.attempt_id) == (6, 2)


def test_sending_twice_is_one_mark(staff: FlaskClient, scene: Scene) -> None:
    form = form_of(staff, scene.address())
    for control in form.controls:
        control.value = "1" if control.name.startswith("points") else control.value
    assert [form.send(staff).status_code for _ in range(2)] == [303, 303]
    assert len(db.session.scalars(select(Mark)).all()) == 1


def test_points_that_do_not_fit_are_explained_and_kept(staff: FlaskClient, scene: Scene) -> None:
    response = send(staff, scene.address(), points_0="9", points_1="x", comment="Fine.")
    page = response.text
    assert response.status_code == 422 and "<title>Error: " in page
    assert '<a href="#points_0">9 is too many points for “Names a constraint' in page
    assert '<a href="#points_1">Enter the points for “Uses evidence” as a number' in page
    assert 'aria-describedby="points_0-hint points_0-error" aria-invalid="true"' in page
    assert 'value="9"' in page and "Fine.</textarea>" in page
    assert sums(scene.attempt_id) == (1, 7)


def test_mark_given_meanwhile_is_shown_and_what_was_typed_kept(
    staff: FlaskClient, scene: Scene
) -> None:
    form = form_of(staff, scene.address())
    mark_by_service(scene, 0, 1)
    for control in form.controls:
        control.value = "2" if control.name.startswith("points") else control.value
    response = form.send(staff)
    assert response.status_code == 409
    assert "Your mark is not saved" in response.text and 'value="2"' in response.text
    assert "Marked by Dr Okafor" in words(response.text) and ": 1 of 5 points." in response.text
    (again,) = [form for form in forms_of(response.text) if not form.action]
    again.action = scene.address()
    assert again.send(staff).status_code == 303
    assert sums(scene.attempt_id) == (5, 2)


def test_previous_and_next_lead_along_the_answers(staff: FlaskClient, scene: Scene) -> None:
    ids = {scene.attempt_id}
    for name in ("Bo Lee", "Cy Fox"):
        ids.add(submit(scene.quiz_id, make_member(scene.course, name).id, {2: "Mine."}))
    pages = {each: staff.get(scene.address(2, each)).text for each in ids}
    following = {each: links(page, "Next").get("Next answer") for each, page in pages.items()}
    assert sorted(following.values(), key=str)[-1] is None
    assert len({link for link in following.values() if link}) == 2
    back = {links(page, "Previous").get("Previous answer") for page in pages.values()}
    assert len(back) == 3 and None in back


def links(page: str, beginning: str) -> dict[str, str]:
    """The links that begin so, by their words."""
    found = re.findall(r'<a href="([^"]*)">(.*?)</a>', page)
    texts = {re.sub("<[^>]+>", "", text): address for address, text in found}
    return {text: address for text, address in texts.items() if text.startswith(beginning)}


def test_assistants_may_mark(app: Flask, scene: Scene) -> None:
    client = browser_of(app, make_member(scene.course, "Tia", "assistant"))
    assert send(client, scene.address(), points_0="1", points_1="1").status_code == 303


PATHS = ["", "/2/{attempt}"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("who", ["student", "stranger", "teacher of another course"])
def test_students_and_strangers_find_nothing(app: Flask, scene: Scene, path: str, who: str) -> None:
    user = db.session.get_one(User, scene.student_id) if who == "student" else make_user()
    if who.startswith("teacher"):
        make_enrollment(make_course(), user, "instructor")
    address = f"/teach/quizzes/{scene.quiz_id}/marking" + path.format(attempt=scene.attempt_id)
    client = browser_of(app, user)
    statuses = [client.get(address).status_code]
    if path:
        statuses.append(client.post(address, data={"points_0": "1", "points_1": "1"}).status_code)
    assert set(statuses) == {404} and sums(scene.attempt_id) == (1, 7)


@pytest.mark.parametrize("path", PATHS)
def test_people_who_are_not_signed_in_are_sent_to_sign_in(
    client: FlaskClient, scene: Scene, path: str
) -> None:
    address = f"/teach/quizzes/{scene.quiz_id}/marking" + path.format(attempt=scene.attempt_id)
    assert client.get(address).location.startswith("/signin")


@pytest.mark.parametrize("slot", [0, 1, 4, 10**30])
def test_places_without_such_an_answer_are_not_found(
    staff: FlaskClient, scene: Scene, slot: int
) -> None:
    assert staff.get(scene.address(slot)).status_code == 404


def test_blank_answer_is_not_found(staff: FlaskClient, scene: Scene) -> None:
    blank = submit(scene.quiz_id, make_member(scene.course, "Bo Lee").id, {})
    assert staff.get(scene.address(2, blank)).status_code == 404


def test_score_page_leads_to_the_queue(staff: FlaskClient, scene: Scene) -> None:
    page = staff.get(f"/teach/quizzes/{scene.quiz_id}/scores").text
    assert f'<a href="/teach/quizzes/{scene.quiz_id}/marking">Mark the answers</a>' in page


def test_score_page_has_a_mean_once_everything_is_marked(staff: FlaskClient, scene: Scene) -> None:
    before = words(staff.get(f"/teach/quizzes/{scene.quiz_id}/scores").text)
    mark_by_service(scene, 2, 3)
    mark_by_service(scene, 0, slot=3)
    after = words(staff.get(f"/teach/quizzes/{scene.quiz_id}/scores").text)
    assert "No score is final yet" in before and "Average 75%" in after
    assert "Marks that people gave" in after


def test_home_page_says_what_is_to_be_marked(staff: FlaskClient, scene: Scene) -> None:
    assert "Week 3 : 1 attempt to mark" in words(staff.get("/teach/").text)
    mark_by_service(scene, 2, 3)
    mark_by_service(scene, 0, slot=3)
    assert "to mark" not in words(staff.get("/teach/").text)
