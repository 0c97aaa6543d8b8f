"""The clock of the taking page: the server's seconds, on a clock that nobody can set."""

import re
from datetime import timedelta

from playwright.sync_api import Page, expect
from sqlalchemy import update

from quizapp.attempts.models import Attempt
from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.journeys.steps import choose
from tests.journeys.taking import AIRSTRIKES, TERRITORY, run_slowly, saved, stored


def limit(minutes: float) -> None:
    """Give the quiz a time limit, from now."""
    db.session.rollback()
    db.session.execute(update(Quiz).values(time_limit=int(minutes * 60)))
    db.session.execute(update(Attempt).values(started_at=utc_now()))
    db.session.commit()


def test_the_clock_counts_speaks_hides_and_ends_the_quiz(taking: Page) -> None:
    limit(6)
    taking.clock.install()
    taking.reload()
    timer = taking.get_by_role("timer")
    expect(timer).to_have_text("6 min left")
    taking.clock.run_for(62_000)
    expect(timer).to_have_text(re.compile(r"^4:5\d left$"))
    expect(taking.locator("#time")).to_have_text("Minutes left: 5")
    taking.get_by_label("Hide time").check()
    expect(timer).to_be_hidden()
    choose(taking, TERRITORY, AIRSTRIKES)
    saved(taking)
    taking.clock.run_for(355_000)
    run_slowly(taking, 10)
    expect(taking.locator("h1")).to_contain_text("Submitted.")


def test_a_longer_limit_acts_with_the_next_save(taking: Page) -> None:
    limit(10)
    taking.reload()
    limit(20)
    choose(taking, TERRITORY, AIRSTRIKES)
    expect(taking.get_by_role("timer")).to_have_text("20 min left")


def test_without_its_limit_a_quiz_does_not_end(taking: Page) -> None:
    limit(2)
    taking.clock.install()
    taking.reload()
    db.session.execute(update(Quiz).values(time_limit=None))
    db.session.commit()
    choose(taking, TERRITORY, AIRSTRIKES)
    expect(taking.get_by_role("timer")).to_be_hidden()
    taking.clock.run_for(130_000)
    run_slowly(taking, 5)
    expect(taking.get_by_role("button", name="Check my answers")).to_be_visible()


def test_a_device_clock_that_is_a_day_wrong_changes_nothing(taking: Page) -> None:
    limit(10)
    taking.clock.install(time=utc_now() - timedelta(days=1))
    taking.reload()
    expect(taking.get_by_role("timer")).to_have_text("10 min left")
    choose(taking, TERRITORY, AIRSTRIKES)
    saved(taking)
    assert stored() == [["d"]]
