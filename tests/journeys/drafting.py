"""The steps through drafting and reviewing that several journeys take."""

from pathlib import Path

from playwright.sync_api import Page, expect

from quizapp.banks.reviewing import Progress, read_drafted
from tests.drafting.asking import ARTICLE
from tests.journeys.steps import Site, leave_by, set_up


def bank(site: Site) -> Path:
    folder: Path = site.app.config["SETTINGS"].questions
    return folder / "ferry.md"


def progress(site: Site) -> Progress:
    return read_drafted(bank(site).read_text()).progress


def change_outside(site: Site, old: str, new: str) -> None:
    """Another program edits the file."""
    text = bank(site).read_text()
    assert old in text
    bank(site).write_text(text.replace(old, new, 1))


def sign_in(page: Page, site: Site) -> None:
    """As the first administrator, for the first time."""
    page.goto(site.setup_link)
    set_up(page)


def send(page: Page, article: str = ARTICLE) -> None:
    """Fill the form and send it."""
    page.get_by_label("Text of the article").fill(article)
    page.get_by_text("Title, number and types").click()
    page.get_by_label("Name of its file").fill("ferry")
    press(page, "Draft the bank")


def draft(page: Page, site: Site, article: str = ARTICLE) -> None:
    """From the first sign-in to the review of a new draft."""
    sign_in(page, site)
    page.goto(f"{site.url}/teach/banks/")
    leave_by(page.get_by_role("link", name="Draft a bank from an article"))
    send(page, article)


def press(page: Page, button: str) -> None:
    leave_by(page.get_by_role("button", name=button, exact=True))


def strike(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def shows(page: Page, stem: str) -> None:
    """Which question is on the page."""
    expect(page.locator(".stem")).to_contain_text(stem)
