"""What a student's browser does while the network, the tab or the sign-in goes away."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, Route, expect
from playwright.sync_api import Response as Received
from sqlalchemy import select, update

from quizapp.accounts.models import SignIn
from quizapp.attempts.models import AnswerLog, Attempt, Response
from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.journeys.conftest import Site
from tests.journeys.test_first_quiz import (
    check_answers,
    choose,
    join,
    leave_by,
    question,
    start_quiz,
)

TERRITORY = "How did Russia use Belarusian territory"
AIRSTRIKES, PRESIDENT = "Launching airstrikes", "Which Russian president"
DRAFTS = "Object.keys(localStorage).filter(key => key.startsWith('draft:')).length"


@pytest.fixture
def taking(page: Page, site: Site) -> Iterator[Page]:
    """A student on the taking page, scripts on; an error in a script is a failure."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_default_timeout(10_000)
    page.route("**/responses", lambda route: route.fallback())  # so that a test can take its place
    join(page, site)
    start_quiz(page)
    yield page
    assert not errors, errors


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


def test_a_choice_is_saved_without_a_press(taking: Page) -> None:
    choose(taking, TERRITORY, AIRSTRIKES)
    saved(taking)
    assert stored() == [["d"]]
    assert taking.evaluate(DRAFTS) == 0
    assert spoken(taking) == ""


def test_text_is_saved_when_typing_rests(taking: Page) -> None:
    write(taking, "Yeltsin")
    assert taking.evaluate(DRAFTS) == 1  # on the device at once
    saved(taking)
    assert stored() == [["Yeltsin"]]


def test_the_map_and_its_count_follow(taking: Page) -> None:
    choose(taking, TERRITORY, AIRSTRIKES)
    expect(taking.locator("#answered")).to_contain_text("(1 of ")
    question(taking, TERRITORY).get_by_role("button", name="Clear my choice").click()
    expect(taking.locator("#answered")).to_contain_text("(0 of ")
    saved(taking)
    assert stored() == [[]]


def test_five_minutes_offline_lose_nothing_and_are_told_twice(taking: Page) -> None:
    taking.clock.install()
    taking.context.set_offline(True)
    choose(taking, TERRITORY, AIRSTRIKES)
    unsaved(taking)
    assert "Keep this page open" in spoken(taking)
    taking.clock.run_for(150_000)
    write(taking, "Yeltsin")
    taking.clock.run_for(150_000)
    assert stored() == []
    taking.context.set_offline(False)
    run_slowly(taking, 35)
    saved(taking)
    assert "Back online. All answers saved at" in spoken(taking)
    assert sorted(stored()) == [["Yeltsin"], ["d"]]
    assert taking.evaluate(DRAFTS) == 0


def test_a_tab_closed_offline_keeps_its_answers_for_the_next(taking: Page) -> None:
    address, context = taking.url, taking.context
    context.set_offline(True)
    choose(taking, TERRITORY, AIRSTRIKES)
    unsaved(taking)
    taking.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(address)
    expect(question(page, TERRITORY).get_by_label(AIRSTRIKES)).to_be_checked()
    saved(page)
    assert stored() == [["d"]]


def test_leaving_at_once_still_sends(taking: Page, site: Site) -> None:
    write(taking, "Yeltsin")
    taking.goto(f"{site.url}/help")
    wait_until(taking, lambda: stored() == [["Yeltsin"]])


def test_an_error_of_the_server_is_told_and_passes(taking: Page) -> None:
    broken = {"is": True}

    def answer(route: Route) -> None:
        if broken["is"]:
            route.fulfill(status=503, json={"error": "We can't save right now."})
        else:
            route.continue_()

    taking.route("**/responses", answer)
    choose(taking, TERRITORY, AIRSTRIKES)
    unsaved(taking)
    broken["is"] = False
    saved(taking)
    assert stored() == [["d"]]


def test_a_lost_reply_stores_once(taking: Page) -> None:
    lost = {"is": True}

    def answer(route: Route) -> None:
        if lost["is"]:
            route.fetch()
            lost["is"] = False
            route.abort()
        else:
            route.continue_()

    taking.route("**/responses", answer)
    choose(taking, TERRITORY, AIRSTRIKES)
    unsaved(taking)
    saved(taking)
    assert len(logged()) == 1
    expect(taking.locator("#elsewhere")).to_be_hidden()


def test_signed_out_in_the_middle(taking: Page, site: Site) -> None:
    db.session.execute(SignIn.__table__.delete())
    db.session.commit()
    choose(taking, TERRITORY, AIRSTRIKES)
    expect(taking.locator("#trouble")).to_contain_text(
        "You are signed out. Sign in again in a new tab; your answers stay here."
    )
    other = taking.context.new_page()
    other.context.clear_cookies()
    other.goto(f"{site.url}/signin")
    other.get_by_label("Email or username").fill("ada.obi")
    other.get_by_label("Password", exact=True).fill("four words make sense")
    other.get_by_role("button", name="Sign in").click()
    other.wait_for_url(f"{site.url}/")
    taking.bring_to_front()
    saved(taking)
    assert stored() == [["d"]]
    taking.get_by_role("button", name="Check my answers").click()
    expect(taking.locator("h1")).to_contain_text("Check your answers")


def test_two_tabs_save_both_and_say_so(taking: Page) -> None:
    other = taking.context.new_page()
    other.goto(taking.url)
    expect(taking.locator("#elsewhere")).to_contain_text("open in another tab too")
    expect(other.locator("#elsewhere")).to_contain_text("open in another tab too")
    choose(other, TERRITORY, AIRSTRIKES)
    expect(taking.locator("#elsewhere")).to_contain_text("Answers changed in another tab.")
    leave_by(taking.get_by_role("link", name="Show them"))
    expect(question(taking, TERRITORY).get_by_label(AIRSTRIKES)).to_be_checked()


def test_two_devices_save_both_and_say_so(taking: Page, site: Site, browser: Browser) -> None:
    context = browser.new_context()
    context.add_cookies(taking.context.cookies())
    other = context.new_page()
    other.goto(taking.url)
    choose(other, TERRITORY, AIRSTRIKES)
    saved(other)
    write(taking, "Yeltsin")
    expect(taking.locator("#elsewhere")).to_contain_text("Answers changed on another device.")
    saved(taking)
    assert sorted(stored()) == [["Yeltsin"], ["d"]]
    assert len({device for device, _ in logged()}) == 2
    context.close()


def test_a_button_pressed_offline_says_so_and_keeps_the_page(taking: Page) -> None:
    choose(taking, TERRITORY, AIRSTRIKES)
    saved(taking)
    taking.context.set_offline(True)
    taking.get_by_role("button", name="Check my answers").click()
    expect(taking.locator(".actions")).to_contain_text("No connection. Nothing is lost; try again")
    taking.context.set_offline(False)
    taking.get_by_role("button", name="Check my answers").click()
    expect(taking.locator("h1")).to_contain_text("Check your answers")


def test_submitting_offline_goes_through_when_the_network_is_back(taking: Page) -> None:
    choose(taking, TERRITORY, AIRSTRIKES)
    check_answers(taking)
    taking.context.set_offline(True)
    taking.get_by_role("button", name="Submit quiz").click()
    expect(taking.locator("main")).to_contain_text("Not submitted yet. We keep trying")
    taking.context.set_offline(False)
    expect(taking.locator("h1")).to_contain_text("Submitted.", timeout=15_000)
    assert taking.evaluate(DRAFTS) == 0


def test_a_double_click_sends_once_and_the_button_says_saving(taking: Page) -> None:
    sent: list[str] = []
    taking.on("request", lambda each: sent.append(each.url) if each.method == "POST" else None)
    choose(taking, TERRITORY, AIRSTRIKES)
    saved(taking)
    check_answers(taking)
    sent.clear()
    held: list[Route] = []
    taking.route("**/responses", lambda route: held.append(route))
    button = taking.locator("#end button")
    button.evaluate("button => { button.click(); button.click(); }")
    expect(button).to_have_text("Saving…")
    held[0].continue_()
    expect(taking.locator("h1")).to_contain_text("Submitted.")
    assert len([url for url in sent if url.endswith("/submit")]) == 1


def test_the_plain_form_with_scripts_changes_no_answer_of_another_device(
    taking: Page, browser: Browser
) -> None:
    context = browser.new_context()
    context.add_cookies(taking.context.cookies())
    other = context.new_page()
    other.goto(taking.url)
    choose(other, TERRITORY, AIRSTRIKES)
    saved(other)
    leave_by(taking.locator("#save"))
    assert stored() == [["d"]]
    context.close()


def test_on_a_shared_computer_nothing_is_kept(taking: Page) -> None:
    db.session.rollback()
    db.session.execute(update(SignIn).values(is_shared=True))
    db.session.commit()
    taking.evaluate("localStorage.clear()")
    taking.reload()
    taking.context.set_offline(True)
    choose(taking, TERRITORY, AIRSTRIKES)
    unsaved(taking)
    assert taking.evaluate("localStorage.length") == 0
    taking.context.set_offline(False)
    saved(taking)


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


def test_a_draft_of_last_week_is_dropped(taking: Page) -> None:
    old = 'JSON.stringify({1: [["0"], 1, false, Date.now() - 8 * 864e5]})'
    taking.evaluate(f"localStorage['draft:old'] = {old}")
    taking.reload()
    assert taking.evaluate(DRAFTS) == 0


def test_reload_shows_the_answers_of_the_server(taking: Page) -> None:
    choose(taking, TERRITORY, AIRSTRIKES)
    saved(taking)
    db.session.rollback()
    db.session.execute(update(Response).values(answer=["a"]))
    db.session.commit()
    taking.reload()
    expect(question(taking, TERRITORY).get_by_label(AIRSTRIKES)).not_to_be_checked()


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
    expect(taking.locator("#time")).to_have_text("5 minutes left")
    taking.get_by_role("button", name="Hide time").click()
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


def test_a_device_clock_that_is_a_day_wrong_changes_nothing(taking: Page) -> None:
    limit(10)
    taking.clock.install(time=utc_now() - timedelta(days=1))
    taking.reload()
    expect(taking.get_by_role("timer")).to_have_text("10 min left")
    choose(taking, TERRITORY, AIRSTRIKES)
    saved(taking)
    assert stored() == [["d"]]


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
    page.wait_for_function("window.shown")
    if page.evaluate("window.shown") == "kept":
        expect(page.locator("#elsewhere")).to_contain_text("Answers changed")
        leave_by(page.get_by_role("link", name="Show them"))
    expect(question(page, TERRITORY).get_by_label(AIRSTRIKES)).not_to_be_checked()
    browser.close()


def weigh(taking: Page, browser: Browser) -> dict[str, int]:
    """The bytes of a first visit to the taking page, by address."""
    context = browser.new_context()
    context.add_cookies(taking.context.cookies())
    fresh = context.new_page()
    received: list[Received] = []
    fresh.on("response", lambda each: received.append(each))
    fresh.goto(taking.url, wait_until="networkidle")
    sizes = {each.url.partition("?")[0]: len(each.body()) for each in received if each.ok}
    context.close()
    return sizes


def test_a_first_visit_to_the_taking_page_grows_no_heavier(taking: Page, browser: Browser) -> None:
    sizes = weigh(taking, browser)
    assert sum(sizes.values()) <= 160_000, sizes  # 30 questions; the aim is 100,000


def test_the_scripts_of_the_taking_page_grow_no_heavier(taking: Page, browser: Browser) -> None:
    sizes = weigh(taking, browser)
    scripts = sum(size for url, size in sizes.items() if url.endswith(".js"))
    assert 0 < scripts <= 15_500, sizes  # the aim is 8,192
