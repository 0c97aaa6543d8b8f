"""Instructors review a draft: by keys or without scripts, in two tabs, over outside edits."""

import re

import pytest
from playwright.sync_api import Dialog, Locator, Page, expect

from quizapp.banks.reviewing import Progress
from quizapp.generation import tiers
from tests.drafting.asking import ARTICLE, CLUB, LEADER, PRICE, YEAR, ask
from tests.journeys.drafting import bank, change_outside, draft, press, progress, shows, strike
from tests.journeys.steps import Site, leave_by

without_scripts = pytest.mark.browser_context_args(java_script_enabled=False)


@pytest.fixture(autouse=True)
def asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """One way of asking, which knows one article, so that the questions are known."""
    monkeypatch.setattr(tiers, "LIGHT", (ask,))
    monkeypatch.setattr(tiers, "find_parser", lambda _name: tiers.NoParser("Light rules."))


@without_scripts
def test_a_draft_is_reviewed_with_scripts_off(watched: Page, site: Site) -> None:
    draft(watched, site)
    press(watched, "Accept")
    press(watched, "Drop")
    press(watched, "Undo")
    shows(watched, PRICE)
    leave_by(watched.get_by_role("link", name="Edit"))
    text = watched.get_by_label("The question")
    text.fill(text.input_value().replace("120,000", "110,000"))
    press(watched, "Save and accept")
    leave_by(watched.get_by_role("link", name="Next"))
    shows(watched, CLUB)
    press(watched, "Drop")
    press(watched, "Accept")
    press(watched, "Finish: 3 questions kept")
    assert "110,000" in bank(site).read_text() and "status: draft" not in bank(site).read_text()


def test_the_proof_is_in_sight_without_moving_the_page(watched: Page, site: Site) -> None:
    draft(watched, site, f"{ARTICLE}\n\n" + "The river is as wide as it was then. " * 400)
    watched.goto(f"{site.url}/teach/banks/ferry/review")
    for _ in range(3):
        mark = watched.locator("mark").first
        box, lit = watched.locator(".source").bounding_box(), mark.bounding_box()
        assert box and lit and box["y"] <= lit["y"] <= box["y"] + box["height"]
        assert watched.evaluate("scrollY") == 0
        strike(watched, "j")


IS_SEEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const middle = box.y + Math.min(box.height, 40) / 2;
  const top = document.elementFromPoint(box.x + box.width / 2, middle);
  return document.activeElement.contains(top) || top.contains(document.activeElement);
}"""


def test_nothing_hides_what_has_the_focus(watched: Page, site: Site) -> None:
    draft(watched, site)
    strike(watched, "a")
    last = watched.get_by_role("link", name="Privacy")
    for key in ("Tab", "Shift+Tab"):
        for _ in range(30):
            watched.keyboard.press(key)
            at_end = watched.evaluate("document.activeElement === document.body")
            assert at_end or watched.evaluate(IS_SEEN), watched.evaluate(
                "document.activeElement.outerHTML"
            )
            if key == "Tab" and last.evaluate("link => link === document.activeElement"):
                break


def test_keys_can_be_turned_off(watched: Page, site: Site) -> None:
    draft(watched, site)
    watched.get_by_role("button", name="Turn keys off").click()
    for key in ("a", "d", "e", "j"):
        watched.keyboard.press(key)
    watched.reload()
    watched.keyboard.press("a")
    shows(watched, YEAR)
    assert progress(site).reviewed == 0
    watched.get_by_role("button", name="Turn keys on").click()
    strike(watched, "a")
    assert progress(site).accepted == 1


def test_two_tabs_and_back_lose_no_decision(watched: Page, site: Site) -> None:
    draft(watched, site)
    address = watched.url
    with watched.context.expect_page() as opening:
        watched.evaluate("address => void open(address)", address)
    other = opening.value
    shows(other, YEAR)
    strike(watched, "a")
    strike(other, "d")
    expect(other.get_by_role("main")).to_contain_text("was changed after you opened it")
    assert progress(site) == Progress(made=4, accepted=1, waiting=3)
    strike(other, "j")
    strike(other, "d")
    other.go_back()
    shows(other, LEADER)
    watched.reload()
    expect(watched.get_by_role("main")).to_contain_text("1 accepted, 1 dropped")


def test_an_outside_edit_is_shown_and_kept(watched: Page, site: Site) -> None:
    draft(watched, site)
    change_outside(site, "2001", "2002")
    strike(watched, "a")
    expect(watched.get_by_role("main")).to_contain_text("was changed after you opened it")
    expect(watched.get_by_role("main")).to_contain_text("2002")
    assert progress(site).reviewed == 0
    strike(watched, "a")
    assert progress(site).accepted == 1 and "2002" in bank(site).read_text()


def test_an_unsaved_edit_isnt_left_without_asking(watched: Page, site: Site) -> None:
    draft(watched, site)
    strike(watched, "e")
    text = watched.get_by_label("The question")
    expect(text).to_be_focused()
    watched.keyboard.type("More: ")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    watched.on("dialog", stay)
    watched.get_by_role("link", name="Cancel").click()
    assert asked == ["beforeunload"]
    assert "More: " in text.input_value()


@pytest.fixture
def typed(watched: Page, site: Site) -> Locator:
    """The text of a question, with a word that isn't saved; leaving isn't asked about."""
    watched.on("dialog", lambda dialog: dialog.accept())
    draft(watched, site)
    strike(watched, "e")
    text = watched.get_by_label("The question")
    text.fill(text.input_value().replace("## ", "## More: "))
    return text


def test_what_was_typed_outlasts_a_reload(watched: Page, typed: Locator) -> None:
    watched.reload()
    expect(typed).to_have_value(re.compile("More: "))
    expect(watched.get_by_text("This is what you typed before")).to_be_visible()


def test_what_was_typed_is_there_again_after_back(watched: Page, typed: Locator) -> None:
    leave_by(watched.get_by_role("link", name="Cancel"))
    watched.go_back()
    expect(typed).to_have_value(re.compile("More: "))


def test_the_files_text_can_be_taken_instead(watched: Page, typed: Locator) -> None:
    watched.reload()
    watched.get_by_role("button", name="Take the file's text").click()
    expect(typed).not_to_have_value(re.compile("More: "))
    watched.reload()
    expect(typed).not_to_have_value(re.compile("More: "))
    expect(watched.get_by_text("This is what you typed before")).to_be_hidden()


def test_what_was_typed_outlasts_the_end_of_a_sign_in(
    watched: Page, site: Site, typed: Locator
) -> None:
    (cookie,) = [each for each in watched.context.cookies() if "signin" in each["name"]]
    watched.context.clear_cookies(name=cookie["name"])
    press(watched, "Save")
    expect(watched.get_by_role("main")).to_contain_text("it wasn't saved")
    watched.get_by_label("Email or username").fill("okafor")
    watched.get_by_label("Password", exact=True).fill("correct horse battery")
    press(watched, "Sign in")
    expect(typed).to_have_value(re.compile("More: "))
    press(watched, "Save")
    assert "More: " in bank(site).read_text()


def test_what_is_saved_is_not_kept(watched: Page, site: Site, typed: Locator) -> None:
    press(watched, "Save")
    change_outside(site, "More: ", "")
    watched.reload()
    strike(watched, "e")
    expect(typed).not_to_have_value(re.compile("More: "))


def test_kept_text_writes_over_no_other_change(watched: Page, site: Site, typed: Locator) -> None:
    change_outside(site, "2001", "2002")
    watched.reload()
    press(watched, "Save")
    expect(watched.get_by_role("main")).to_contain_text("was changed after you opened it")
    assert "2002" in bank(site).read_text()


def test_without_a_connection_the_page_stays_and_says_so(page: Page, site: Site) -> None:
    draft(page, site)
    page.context.set_offline(True)
    page.keyboard.press("a")
    expect(page.get_by_text("No connection. Nothing is lost; try again")).to_be_visible()
    shows(page, YEAR)
    page.context.set_offline(False)
    strike(page, "a")
    assert progress(site).accepted == 1
