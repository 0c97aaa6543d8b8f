"""Images on the pages of banks: straight from the folder, for those who may read the banks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quizapp.accounts.models import User
from quizapp.courses.models import Course
from tests.banks.pictures import NOT_SHOWN, png
from tests.factories import make_enrollment, make_user
from tests.insights.builders import publish

Browser = Callable[[User], FlaskClient]
Write = Callable[[str, str], None]

MAPS = """\
---
title: Maps
---

## Which?
`id: maps`

![a map](maps/a%20b.png)

- (x) True
- ( ) False
"""
ADDRESS = "/teach/images/maps/a%20b.png"


@pytest.fixture
def image(questions: Path, write: Write) -> Path:
    """An image that a bank names."""
    write("maps.md", MAPS)
    (questions / "maps").mkdir()
    path = questions / "maps" / "a b.png"
    path.write_bytes(png())
    return path


def test_page_of_a_bank_shows_its_images(staff: FlaskClient, image: Path) -> None:
    assert f'<img src="{ADDRESS}" alt="a map">' in staff.get("/teach/banks/maps/preview").text


def test_image_comes_from_the_folder_as_it_is_now(staff: FlaskClient, image: Path) -> None:
    staff.get(ADDRESS)
    image.write_bytes(png(7))
    response = staff.get(ADDRESS)
    assert (response.data, response.headers["Content-Type"]) == (png(7), "image/png")
    assert (response.headers["Cache-Control"], response.headers["Content-Disposition"]) == (
        "no-store", "inline",
    )  # fmt: skip


def test_students_and_strangers_find_no_image(
    browser_of: Browser, course: Course, image: Path
) -> None:
    student = make_user()
    make_enrollment(course, student)
    for user in (student, make_user()):
        assert browser_of(user).get(ADDRESS).status_code == 404


def test_nobody_sees_an_image_without_signing_in(client: FlaskClient, image: Path) -> None:
    assert client.get(ADDRESS).status_code in (302, 303, 401)


@pytest.mark.parametrize(("bank", "status"), [("maps", 200), ("other", 404)])
def test_assistants_find_the_images_of_banks_that_their_courses_use(
    browser_of: Browser, course: Course, image: Path, bank: str, status: int
) -> None:
    publish(course, {"maps": 1}, bank=bank)
    assistant = make_user()
    make_enrollment(course, assistant, "assistant")
    assert browser_of(assistant).get(ADDRESS).status_code == status


@pytest.mark.parametrize(
    "path",
    ["none.png", "maps", "maps.md", "../secret.png", "..%2fsecret.png", "%2e%2e/secret.png"]
    + ["maps/../../secret.png", "link.png", "drawing.png", "%00", "%2fetc%2fpasswd", "x" * 5_000],
)
def test_nothing_but_images_of_the_folder_is_found(
    staff: FlaskClient, image: Path, questions: Path, path: str
) -> None:
    secret = questions.parent / "secret.png"
    secret.write_bytes(png())
    (questions / "link.png").symlink_to(secret)
    (questions / "drawing.png").write_bytes(NOT_SHOWN["svg"])
    response = staff.get(f"/teach/images/{path}", follow_redirects=True)
    assert response.status_code == 404


def test_missing_image_is_named_on_the_page_of_the_bank(staff: FlaskClient, image: Path) -> None:
    image.unlink()
    assert "There is no file maps/a b.png" in staff.get("/teach/banks/maps").text
