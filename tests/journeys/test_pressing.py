"""Buttons wait for what isn't saved yet, and say so."""

from playwright.sync_api import Page, Route, expect

from tests.journeys.steps import check_answers, choose
from tests.journeys.taking import AIRSTRIKES, DRAFTS, TERRITORY, saved


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
