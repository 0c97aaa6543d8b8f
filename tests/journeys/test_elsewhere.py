"""One quiz in two tabs, or on two devices."""

from playwright.sync_api import Browser, Page, expect

from tests.journeys.steps import Site, choose, leave_by, question
from tests.journeys.taking import AIRSTRIKES, TERRITORY, logged, saved, stored, write


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
