"""A wrong key: found by its flag, corrected in the file, previewed, applied, seen, and undone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from quizapp.accounts import service as accounts
from quizapp.accounts.models import User
from quizapp.banks.library import Library
from quizapp.clock import utc_now
from quizapp.courses.models import Enrollment
from quizapp.demo import bank_files
from quizapp.demo import service as demo
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.journeys.steps import Site, another_device, leave_by

QUIZ = "Week 1: Describing data"


@pytest.fixture
def scores(site: Site) -> str:
    """The address of the scores of a class of 120, one of whose questions has a wrong key."""
    bank_files.copy_to(Library(site.app.config["SETTINGS"].questions))
    demo.make_demo("no password's hash", "Europe/London", utc_now())
    quiz_id = db.session.scalars(select(Quiz.id).filter_by(title=QUIZ)).one()
    return f"{site.url}/teach/quizzes/{quiz_id}/scores"


def test_a_wrong_key_is_found_corrected_previewed_applied_seen_and_undone(
    watched: Page, site: Site, browser: Browser, scores: str
) -> None:
    sign_in(watched, site, demo.INSTRUCTOR)
    watched.goto(scores)
    leave_by(watched.get_by_role("link", name="Question 3:").filter(has_text="Check the key."))
    leave_by(watched.get_by_role("link", name="Open demo-describing-data.md"))
    correct_the_file(watched)
    name = preview(watched)
    leave_by(watched.get_by_role("button", name=re.compile(r"^Change \d+ scores")))
    expect(watched.get_by_role("main")).to_contain_text("Students see why their scores changed.")
    with another_device(browser) as student:
        sign_in(student, site, id_of(name))
        student.goto(site.url)
        leave_by(student.get_by_role("link", name=QUIZ))
        expect(student.get_by_role("main")).to_contain_text(
            re.compile(r"score went from .*key was corrected")
        )
        leave_by(watched.get_by_role("button", name="Undo correction 1"))
        expect(watched.get_by_role("main")).to_contain_text("Correction 1 undone: question 3")
        student.reload()
        expect(student.get_by_role("main")).to_contain_text("was undone")
    watched.goto(scores)
    expect(watched.get_by_role("link", name="Question 3:").first).to_contain_text("Check the key.")


def sign_in(page: Page, site: Site, user_id: str) -> None:
    """As if they had given their password."""
    token = accounts.sign_in(user_id, accounts.Device(), utc_now())
    page.context.add_cookies([{"name": "signin", "value": token, "url": site.url}])


def correct_the_file(page: Page) -> None:
    """Move the x from the mean to the median."""
    text = page.get_by_label("Text of the bank")
    wrong = "- ( ) a) The median\n- (x) b) The mean\n"
    right = "- (x) a) The median\n- ( ) b) The mean\n"
    assert wrong in text.input_value()
    text.fill(text.input_value().replace(wrong, right))
    leave_by(page.get_by_role("button", name="Save"))
    expect(page.get_by_role("main")).to_contain_text("Saved demo-describing-data.md.")


def preview(page: Page) -> str:
    """From the bank to what the new key would change; returns whose score goes up first."""
    leave_by(page.get_by_role("main").get_by_role("link", name=QUIZ))
    expect(page.get_by_role("main")).to_contain_text("Changed: the key.")
    leave_by(page.get_by_role("link", name="See what would change"))
    changes = page.get_by_role("region", name="Students whose score changes")
    gained = changes.get_by_role("row").filter(has_text="The median").get_by_role("rowheader")
    return gained.locator("span").first.inner_text()


def id_of(name: str) -> str:
    """Of a student of the demo."""
    found = select(User.id).join(Enrollment, Enrollment.user_id == User.id).filter_by(name=name)
    return db.session.scalars(found).one()
