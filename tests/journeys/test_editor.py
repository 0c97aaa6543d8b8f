"""Instructors edit a bank: typing, saving, drafts, conflicts, the history."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.steps import Site, set_up

Inspect = Callable[[str], None]
NAME = "belarus-troops"


def open_bank(page: Page, site: Site) -> None:
    """Sign in for the first time, and open the shipped bank."""
    page.goto(site.setup_link)
    set_up(page)
    page.goto(f"{site.url}/teach/banks/{NAME}")


def bank(site: Site) -> Path:
    folder: Path = site.app.config["SETTINGS"].questions
    return folder / f"{NAME}.md"


def text(page: Page) -> str:
    return page.get_by_label("Text of the bank").input_value()


def test_every_page_of_the_editor_is_accessible_and_fits_a_phone(
    watched: Page, site: Site, inspect: Inspect
) -> None:
    open_bank(watched, site)
    expect(watched.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
    inspect("editor")
    broken = text(watched).replace("(x)", "( )", 1)
    watched.get_by_label("Text of the bank").fill(broken)
    expect(watched.locator("#found")).to_contain_text("1 error")
    inspect("editor-problems")
    bank(site).write_text(bank(site).read_text().replace("title: ", "title: New ", 1))
    with watched.expect_navigation():
        watched.get_by_role("button", name="Save").click()
    inspect("editor-compare")
    with watched.expect_navigation():
        watched.get_by_role("button", name="Keep mine").click()
    watched.get_by_role("link", name="History").click()
    inspect("editor-history")
    watched.get_by_role("link", name="Version 1").click()
    inspect("editor-version")
