"""A student on the taking page, and what a test looks at from there."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from sqlalchemy import select

from quizapp.attempts.models import AnswerLog, Response
from quizapp.extensions import db
from tests.journeys.steps import question

TERRITORY = "How did Russia use Belarusian territory"
AIRSTRIKES, PRESIDENT = "Launching airstrikes", "Which Russian president"
DRAFTS = "Object.keys(localStorage).filter(key => key.startsWith('draft:')).length"


def stored() -> list[list[str]]:
    """The answers in the database."""
    db.session.rollback()
    return list(db.session.scalars(select(Response.answer).where(Response.saved_at.is_not(None))))


def logged() -> list[tuple[str, list[str]]]:
    """Device and answer of everything that arrived."""
    db.session.rollback()
    return [
        (device, answer)
        for device, answer in db.session.execute(
            select(AnswerLog.device, AnswerLog.answer).order_by(AnswerLog.arrived_at)
        )
    ]


def saved(page: Page) -> None:
    expect(page.locator(".saved")).to_contain_text("Saved ")


def unsaved(page: Page) -> None:
    expect(page.locator(".saved")).to_contain_text("Not saved yet")


def spoken(page: Page) -> str:
    return page.locator("#spoken").inner_text()


def run_slowly(page: Page, seconds: int) -> None:
    """Let the page's clock run so that the server, which has its own, can answer meanwhile."""
    for _ in range(seconds):
        page.clock.run_for(1000)
        page.wait_for_timeout(50)


def wait_until(page: Page, is_so: Callable[[], bool]) -> None:
    """For what only the database can tell; a request may still be on its way."""
    for _ in range(100):
        if is_so():
            return
        page.wait_for_timeout(100)
    raise AssertionError("It didn't come to that within 10 seconds.")


def write(page: Page, text: str) -> None:
    question(page, PRESIDENT).get_by_role("textbox").fill(text)
