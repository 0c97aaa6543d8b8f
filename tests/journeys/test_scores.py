"""An instructor reads the scores of 120 simulated students, and finds a wrong key in them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from quizapp.accounts import service as accounts
from quizapp.accounts.models import User
from quizapp.clock import utc_now
from quizapp.demo import service as demo
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.journeys.conftest import Site
from tests.journeys.test_first_quiz import leave_by

Inspect = Callable[[str], None]


@pytest.fixture
def quiz_id(site: Site) -> str:
    """The demo's first quiz, in which question 3 has a wrong key."""
    with site.app.app_context():
        demo.make_demo("", "Europe/London", utc_now())
        found = db.session.query(Quiz).filter(Quiz.title.startswith("Week 1")).one()
        return found.id


@pytest.fixture
def desk(watched: Page, site: Site, quiz_id: str) -> Page:
    """The demo's instructor on the scores page."""
    with site.app.app_context():
        user = db.session.query(User).filter_by(login=demo.SIGN_INS[0]).one()
        token = accounts.sign_in(user.id, accounts.Device(), utc_now())
    watched.context.add_cookies([{"name": "signin", "value": token, "url": site.url}])
    watched.goto(f"{site.url}/teach/quizzes/{quiz_id}/scores")
    return watched


def test_a_wrong_key_is_found_by_its_flag(desk: Page, inspect: Inspect) -> None:
    inspect("s13-scores-of-120")
    leave_by(desk.get_by_role("link", name="Question 3:"))
    expect(desk.get_by_role("main")).to_contain_text("Check the key.")
    desk.locator("summary", has_text="Show as a table").click()
    expect(desk.get_by_role("row", name="(key)")).to_contain_text("%")
    inspect("s13-question")
    leave_by(desk.get_by_role("link", name="Question 4"))
    leave_by(desk.get_by_role("link", name="Scores of Week 1"))
    expect(desk.get_by_role("heading", level=1)).to_contain_text("scores")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_scores_are_sorted_chosen_and_projected_without_scripts(desk: Page) -> None:
    leave_by(desk.get_by_role("link", name="Tells apart"))
    first = desk.get_by_role("region", name="Questions").get_by_role("row").nth(1)
    expect(first).to_contain_text("Check the key")
    leave_by(desk.get_by_role("link", name="All attempts"))
    expect(desk.get_by_role("main")).to_contain_text("Every attempt")
    leave_by(desk.get_by_role("link", name="Hide names"))
    expect(desk.get_by_role("region", name="Students")).to_contain_text("Student 1")
    desk.goto(f"{desk.url.partition('/scores')[0]}/scores/students?find=o")
    expect(desk.get_by_role("table")).to_be_visible()
