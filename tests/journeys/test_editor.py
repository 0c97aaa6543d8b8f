"""Instructors edit a bank in a browser: typing, saving, drafts, conflicts, scripts off."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from quizapp.accounts import service
from quizapp.clock import utc_now
from quizapp.revisions.queries import find_revision, list_revisions
from tests.factories import make_user
from tests.journeys.steps import Site, another_device, leave_by, set_up

Inspect = Callable[[str], None]
NAME = "belarus-troops"
SOON = 15_000  # ms in which a draft is sent and answered, on a busy machine too
without_scripts = pytest.mark.browser_context_args(java_script_enabled=False)


def sign_in(page: Page, site: Site) -> None:
    """As the first administrator, for the first time."""
    page.goto(site.setup_link)
    set_up(page)


def open_bank(page: Page, site: Site) -> None:
    """The editor of the shipped bank."""
    page.goto(f"{site.url}/teach/banks/{NAME}")


def bank(site: Site) -> Path:
    """Its file."""
    folder: Path = site.app.config["SETTINGS"].questions
    return folder / f"{NAME}.md"


def text(page: Page) -> str:
    """What stands in the text field."""
    return page.get_by_label("Text of the bank").input_value()


def type_over(page: Page, old: str, new: str) -> None:
    """Change the first place where `old` stands."""
    page.get_by_label("Text of the bank").fill(text(page).replace(old, new, 1))


def press(page: Page, button: str) -> None:
    leave_by(page.get_by_role("button", name=button, exact=True))


def history(site: Site) -> list[str]:
    """Every text that is known of the bank."""
    found = [find_revision(NAME, line.number) for line in list_revisions(NAME)]
    return [revision.content.decode() for revision in found if revision]


def change_outside(site: Site, old: str, new: str) -> str:
    """Another program edits the file; what it writes."""
    changed = bank(site).read_text().replace(old, new, 1)
    bank(site).write_text(changed)
    return changed


def test_every_page_of_the_editor_is_accessible_and_fits_a_phone(
    watched: Page, site: Site, inspect: Inspect
) -> None:
    sign_in(watched, site)
    open_bank(watched, site)
    expect(watched.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
    type_over(watched, "(x)", "( )")
    expect(watched.locator("#found")).to_contain_text("1 error", timeout=SOON)
    inspect("editor")
    change_outside(site, "title: ", "title: New ")
    press(watched, "Save")
    inspect("editor-compare")
    press(watched, "Keep mine")
    leave_by(watched.get_by_role("link", name="History"))
    inspect("editor-history")
    leave_by(watched.get_by_role("link", name="Version 1"))
    inspect("editor-version")
    for page in ("images", "manage", "mend/names"):
        watched.goto(f"{site.url}/teach/banks/{NAME}/{page}")
        inspect(f"editor-{page.replace('/', '-')}")
    watched.goto(f"{site.url}/teach/banks/?find=bel")
    inspect("banks")


def test_what_is_typed_is_checked_shown_and_kept_while_typing(watched: Page, site: Site) -> None:
    sign_in(watched, site)
    open_bank(watched, site)
    before = bank(site).read_text()
    type_over(watched, "- (x) False", "- ( ) False")
    found = watched.locator("#found")
    expect(found).to_contain_text("1 error", timeout=SOON)
    preview = watched.frame_locator("iframe")
    expect(preview.get_by_text("1 question has an error and is left out.")).to_be_visible()
    found.get_by_role("link").click()
    expect(watched.get_by_label("Text of the bank")).to_be_focused()
    line = watched.evaluate(
        "() => { const t = document.querySelector('#text');"
        " return t.value.slice(0, t.selectionStart).split('\\n').length }"
    )
    assert text(watched).split("\n")[line - 1] == "- ( ) True"
    assert bank(site).read_text() == before
    change_outside(site, "# The puzzle", "# A puzzle")
    type_over(watched, "title: Why", "title: How")
    expect(watched.get_by_text("This file changed on disk.")).to_be_visible(timeout=SOON)
    watched.on("dialog", lambda dialog: dialog.accept())  # leaving with unsaved text asks first
    open_bank(watched, site)
    expect(watched.get_by_role("main")).to_contain_text("You have unsaved changes from")
    leave_by(watched.get_by_role("link", name="Open them"))
    assert "- ( ) False" in text(watched) and "title: How" in text(watched)


def test_control_s_saves_and_tab_leaves_the_text(watched: Page, site: Site) -> None:
    sign_in(watched, site)
    open_bank(watched, site)
    type_over(watched, "title: Why", "title: How")
    watched.get_by_label("Text of the bank").press("Tab")
    expect(watched.get_by_role("button", name="Save", exact=True)).to_be_focused()
    watched.keyboard.press("Control+s")
    expect(watched.get_by_text(f"Saved {NAME}.md.")).to_be_visible()
    assert "title: How" in bank(site).read_text()


def test_without_a_connection_the_page_stays_and_says_so(page: Page, site: Site) -> None:
    sign_in(page, site)
    open_bank(page, site)
    before = bank(site).read_text()
    page.context.set_offline(True)
    type_over(page, "title: Why", "title: How")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("No connection. Nothing is lost; try again")).to_be_visible()
    assert "title: How" in text(page) and bank(site).read_text() == before
    page.context.set_offline(False)
    press(page, "Save")
    expect(page.get_by_text(f"Saved {NAME}.md.")).to_be_visible()


@contextmanager
def colleague(browser: Browser, site: Site) -> Iterator[Page]:
    """Another person's browser, signed in; its scripts are off."""
    user = make_user(name="Dr Baker", is_administrator=True)
    token = service.sign_in(user.id, service.Device(), utc_now())
    with another_device(browser) as page:
        page.context.add_cookies([{"name": "signin", "value": token, "url": site.url}])
        yield page


def test_two_editors_and_a_change_from_outside_lose_no_text(
    watched: Page, site: Site, browser: Browser
) -> None:
    sign_in(watched, site)
    begun = bank(site).read_text()
    with colleague(browser, site) as other:
        for page in (watched, other):
            open_bank(page, site)
        type_over(watched, "title: Why", "title: How")
        type_over(other, "In autumn 2022", "In the autumn of 2022")
        expect(watched.locator("#state")).to_contain_text("Draft kept", timeout=SOON)
        outside = change_outside(site, "# The puzzle", "# A puzzle")
        press(watched, "Save")
        expect(watched.get_by_role("main")).to_contain_text("nothing was saved")
        press(watched, "Save the merged text")
        merged = bank(site).read_text()
        press(other, "Save")
        expect(other.get_by_role("main")).to_contain_text("nothing was saved")
        press(other, "Save the merged text")
    ended = bank(site).read_text()
    assert merged == outside.replace("title: Why", "title: How")
    assert ended == merged.replace("In autumn 2022", "In the autumn of 2022", 1)
    assert {begun, outside, merged, ended} <= set(history(site))


@without_scripts
def test_a_bank_is_made_checked_saved_and_restored_with_scripts_off(
    watched: Page, site: Site
) -> None:
    sign_in(watched, site)
    watched.goto(f"{site.url}/teach/banks/")
    watched.get_by_label("Name", exact=True).fill("week-01")
    press(watched, "Make the bank")
    expect(watched.get_by_role("main")).to_contain_text("No problems")
    sample = text(watched)
    type_over(watched, "(x)", "( )")
    press(watched, "Check only")
    expect(watched.get_by_role("main")).to_contain_text("1 error")
    expect(watched.frame_locator("iframe").get_by_text("has an error and is")).to_be_visible()
    leave_by(watched.get_by_role("link", name="Line"))
    assert "( ) True" in watched.locator(":target").inner_text()
    press(watched, "Save")
    leave_by(watched.get_by_role("link", name="History"))
    leave_by(watched.get_by_role("link", name="Version 1"))
    press(watched, "Restore as a new version")
    assert text(watched) == sample
