"""What staff do while a quiz runs: more time, late answers, the log, receipts; in a browser."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from quizapp.attempts.models import Attempt
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.journeys.steps import (
    Site,
    another_device,
    choose,
    join,
    leave_by,
    open_scores,
    set_up,
    start_quiz,
)

Inspect = Callable[[str], None]

with_scripts = pytest.mark.browser_context_args(java_script_enabled=True)  # axe is one


def let_time_run_out() -> None:
    """Give the quiz a limit that the attempt passed three minutes ago."""
    db.session.rollback()
    db.session.scalars(select(Quiz)).one().time_limit = 30 * 60
    db.session.scalars(select(Attempt)).one().started_at -= timedelta(minutes=33, seconds=20)
    db.session.commit()


def answer_late(page: Page, site: Site) -> str:
    """Take the quiz, save an answer in time and another one late; the address of the result."""
    join(page, site)
    start_quiz(page)
    choose(page, "had sent Belarusian army units", "True")
    leave_by(page.get_by_role("button", name="Save"))
    let_time_run_out()
    choose(page, "had sent Belarusian army units", "False")
    leave_by(page.get_by_role("button", name="Save"))
    expect(page.get_by_role("main")).to_contain_text("What you sent now is kept as late")
    page.goto(page.url.split("?")[0] + "/result")
    expect(page.get_by_role("main")).to_contain_text("1 answer reached us 3 minutes after the end")
    return page.url


@with_scripts
def test_late_answer_is_accepted_and_a_student_gets_more_time(
    watched: Page, site: Site, browser: Browser, inspect: Inspect
) -> None:
    main = watched.get_by_role("main")
    with another_device(browser) as student:
        result = answer_late(student, site)
        receipt = student.locator(".receipt").inner_text()
        watched.goto(site.setup_link)
        set_up(watched)
        open_scores(watched)
        leave_by(watched.get_by_role("link", name="Late answers"))
        inspect("late")
        leave_by(watched.get_by_role("link", name="Answer log").first)
        expect(main).to_contain_text("late")
        inspect("log")
        watched.go_back()
        leave_by(watched.get_by_role("button", name="Accept the answer"))
        expect(main).to_contain_text("Everything is decided.")
        inspect("late-decided")
        leave_by(watched.get_by_role("link", name="Scores"))
        leave_by(watched.get_by_role("link", name="Receipts"))
        watched.get_by_label("Receipt").fill(receipt.lower())
        leave_by(watched.get_by_role("button", name="Check"))
        expect(main).to_contain_text("is genuine")
        inspect("receipt")
        student.goto(result)
        expect(student.get_by_role("main")).to_contain_text("Your score went from 0 to 1 on")
        give_more_time(watched, inspect)
        student.goto(site.url)
        expect(student.get_by_role("main")).to_contain_text("Continue")


def give_more_time(page: Page, inspect: Inspect) -> None:
    """An extension by the form, a mistake first."""
    main = page.get_by_role("main")
    leave_by(page.get_by_role("link", name="Scores"))
    leave_by(page.get_by_role("link", name="Times and extensions"))
    inspect("windows")
    leave_by(page.get_by_role("link", name="Change").first)
    page.get_by_label("Extra minutes").fill("soon")
    leave_by(page.get_by_role("button", name="Save"))
    expect(main).to_contain_text("There is a problem")
    inspect("extension-error")
    page.get_by_label("Extra minutes").fill("60")
    page.get_by_label("Reason").fill("Ill on the day")
    leave_by(page.get_by_role("button", name="Save"))
    expect(main).to_contain_text("The attempt that had run out of time goes on.")
    inspect("extension")
    leave_by(page.get_by_role("link", name="Everybody's times"))
    expect(main).to_contain_text("1 hour 30 minutes")
    inspect("windows-extended")
