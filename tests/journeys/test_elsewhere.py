"""One quiz in two tabs, or on two devices."""

from playwright.sync_api import Browser, Page, expect

from tests.journeys.steps import Site, choose, leave_by, question
from tests.journeys.taking import (
    AIRSTRIKES,
    DRAFTS,
    TERRITORY,
    logged,
    saved,
    stored,
    unsaved,
    wait_until,
    write,
)

SILENT = "BroadcastChannel.prototype.postMessage = () => {}"
TELL = """() => {
  const [key] = Object.keys(localStorage).filter(key => key.startsWith("draft:"));
  new BroadcastChannel(key).postMessage([undefined, "12:00"]);
}"""


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


def test_a_page_learns_from_its_next_try_that_another_tab_has_sent_its_answers(
    taking: Page, site: Site
) -> None:
    taking.route("**/responses", lambda route: route.abort())
    choose(taking, TERRITORY, AIRSTRIKES)
    unsaved(taking)
    other = taking.context.new_page()
    other.add_init_script(SILENT)
    other.goto(site.url)
    wait_until(other, lambda: other.evaluate(DRAFTS) == 0)
    unsaved(taking)
    taking.unroute("**/responses")
    saved(taking)
    expect(taking.locator(".bar .notice:visible")).to_have_count(0)
    assert stored() == [["d"]]


def test_a_page_that_hears_of_another_tabs_save_tries_again_soon(taking: Page) -> None:
    taking.clock.install()
    taking.route("**/responses", lambda route: route.abort())
    choose(taking, TERRITORY, AIRSTRIKES)
    for _ in range(5):  # until it tries every 30 seconds
        unsaved(taking)
        taking.clock.run_for(40_000)
        taking.wait_for_timeout(50)
    taking.unroute("**/responses")
    other = taking.context.new_page()
    other.goto(taking.url.replace("/attempts/", "/healthz?"))
    other.evaluate(TELL)
    taking.wait_for_timeout(200)
    taking.clock.run_for(2000)
    saved(taking)
    assert stored() == [["d"]]
