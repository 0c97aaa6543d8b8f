"""What is given is saved at once, or said to be unsaved until it is."""

from playwright.sync_api import Page, Route, expect
from sqlalchemy import update

from quizapp.accounts.models import SignIn
from quizapp.extensions import db
from tests.journeys.steps import Site, choose, question
from tests.journeys.taking import (
    AIRSTRIKES,
    DRAFTS,
    TERRITORY,
    logged,
    run_slowly,
    saved,
    spoken,
    stored,
    unsaved,
    wait_until,
    write,
)


def test_a_choice_is_saved_without_a_press(taking: Page) -> None:
    choose(taking, TERRITORY, AIRSTRIKES)
    saved(taking)
    assert stored() == [["d"]]
    assert taking.evaluate(DRAFTS) == 0
    assert spoken(taking) == ""


def test_what_was_chosen_before_the_scripts_came_is_saved_too(taking: Page) -> None:
    held: list[Route] = []
    taking.route("**/autosave.js*", lambda route: held.append(route))
    taking.goto(taking.url, wait_until="commit")
    choose(taking, TERRITORY, AIRSTRIKES)
    write(taking, "Yeltsin")
    wait_until(taking, lambda: bool(held))
    held[0].continue_()
    saved(taking)
    wait_until(taking, lambda: sorted(stored()) == [["Yeltsin"], ["d"]])


def test_text_is_saved_when_typing_rests(taking: Page) -> None:
    write(taking, "Yeltsin")
    assert taking.evaluate(DRAFTS) == 1  # on the device at once
    saved(taking)
    assert stored() == [["Yeltsin"]]


def test_the_map_and_its_count_follow(taking: Page) -> None:
    choose(taking, TERRITORY, AIRSTRIKES)
    expect(taking.locator("summary")).to_contain_text("(1 of ")
    question(taking, TERRITORY).get_by_text("Clear my choice").click()
    expect(taking.locator("summary")).to_contain_text("(0 of ")
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


def test_a_new_secret_key_in_the_middle_is_not_noticed(taking: Page, site: Site) -> None:
    site.app.secret_key = "another key than before, as long"
    choose(taking, TERRITORY, AIRSTRIKES)
    saved(taking)
    assert stored() == [["d"]]


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
