"""Leaving the taking page and coming back: closed tabs, reload, Back, signing out."""

from typing import Any

from playwright.sync_api import Page, Playwright, expect
from sqlalchemy import select, update

from quizapp.attempts.models import Response
from quizapp.extensions import db
from tests.journeys.steps import Site, check_answers, choose, join, leave_by, question, start_quiz
from tests.journeys.taking import (
    AIRSTRIKES,
    DRAFTS,
    TERRITORY,
    saved,
    stored,
    unsaved,
    wait_until,
    write,
)


def test_a_tab_closed_offline_keeps_its_answers_for_the_next(taking: Page) -> None:
    address = taking.url
    page = leave_unsent(taking)
    page.goto(address)
    expect(question(page, TERRITORY).get_by_label(AIRSTRIKES)).to_be_checked()
    saved(page)
    assert stored() == [["d"]]


def test_leaving_at_once_still_sends(taking: Page, site: Site) -> None:
    write(taking, "Yeltsin")
    taking.goto(f"{site.url}/help")
    wait_until(taking, lambda: stored() == [["Yeltsin"]])


def test_signing_out_waits_for_what_isnt_sent(taking: Page) -> None:
    taking.context.set_offline(True)
    choose(taking, TERRITORY, AIRSTRIKES)
    taking.get_by_role("button", name="Sign out").click()
    expect(taking.locator("header")).to_contain_text("No connection. Nothing is lost; try again")
    taking.context.set_offline(False)
    taking.get_by_role("button", name="Sign out").click()
    expect(taking.locator("h1")).to_contain_text("Sign in")
    assert stored() == [["d"]]
    assert taking.evaluate(DRAFTS) == 0


def test_any_other_page_sends_what_a_closed_tab_left(taking: Page, site: Site) -> None:
    page = leave_unsent(taking)
    page.goto(site.url)
    wait_until(page, lambda: stored() == [["d"]])
    wait_until(page, lambda: page.evaluate(DRAFTS) == 0)


def test_signing_out_on_any_page_waits_for_what_a_closed_tab_left(taking: Page, site: Site) -> None:
    taking.context.route("**/responses", lambda route: route.abort())
    page = leave_unsent(taking)
    page.goto(site.url)
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator("header")).to_contain_text("No connection. Nothing is lost; try again")
    page.context.unroute("**/responses")
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator("h1")).to_contain_text("Sign in")
    assert (stored(), page.evaluate(DRAFTS)) == ([["d"]], 0)


def leave_unsent(taking: Page) -> Page:
    """Close the taking page offline with an answer; another tab, online again."""
    context = taking.context
    context.set_offline(True)
    choose(taking, TERRITORY, AIRSTRIKES)
    unsaved(taking)
    taking.close()
    context.set_offline(False)
    return context.new_page()


def test_a_draft_of_last_week_is_dropped(taking: Page, site: Site) -> None:
    old = 'JSON.stringify({1: {slot: 1, values: ["0"], n: 1, when: Date.now() - 8 * 864e5}})'
    taking.evaluate(f"localStorage['draft:old'] = {old}")
    taking.goto(site.url)
    assert taking.evaluate(DRAFTS) == 0


def test_reload_shows_the_answers_of_the_server(taking: Page) -> None:
    choose(taking, TERRITORY, AIRSTRIKES)
    saved(taking)
    db.session.rollback()
    db.session.execute(update(Response).values(answer=["a"]))
    db.session.commit()
    taking.reload()
    expect(question(taking, TERRITORY).get_by_label(AIRSTRIKES)).not_to_be_checked()


def test_going_back_shows_the_answers_of_the_server(taking: Page) -> None:
    choose(taking, TERRITORY, AIRSTRIKES)
    saved(taking)
    check_answers(taking)
    db.session.rollback()
    db.session.execute(update(Response).values(answer=["a"]))
    db.session.commit()
    taking.go_back()
    expect(question(taking, TERRITORY).get_by_label(AIRSTRIKES)).not_to_be_checked()


def test_from_the_back_forward_cache_a_page_asks_whether_it_is_stale(
    playwright: Playwright, browser_type_launch_args: dict[str, Any], site: Site
) -> None:
    kept = ["--disable-back-forward-cache"]
    browser = playwright.chromium.launch(**browser_type_launch_args, ignore_default_args=kept)
    page = browser.new_page()
    shown = "window.shown = event.persisted ? 'kept' : 'anew'"
    page.add_init_script(f"addEventListener('pageshow', event => {{ {shown} }})")
    join(page, site)
    start_quiz(page)
    choose(page, TERRITORY, AIRSTRIKES)
    saved(page)
    page.evaluate("window.shown = ''")
    page.goto(f"{site.url}/help")
    db.session.rollback()
    row = db.session.scalars(select(Response)).one()
    row.answer, row.revision, row.device = ["a"], 7, "another"
    db.session.commit()
    page.go_back(wait_until="commit")
    wait_until(page, lambda: bool(page.evaluate("window.shown")))
    if page.evaluate("window.shown") == "kept":
        expect(page.locator("#elsewhere")).to_contain_text("Answers changed")
        leave_by(page.get_by_role("link", name="Show them"))
    expect(question(page, TERRITORY).get_by_label(AIRSTRIKES)).not_to_be_checked()
    browser.close()
