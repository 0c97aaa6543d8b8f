"""A served site, and the steps through it that many journeys take."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask
from playwright.sync_api import Browser, Locator, Page


@dataclass(frozen=True)
class Site:
    """A served site, as the terminal shows it at the first start."""

    url: str
    join_link: str
    setup_link: str
    app: Flask


def join(page: Page, site: Site, name: str = "Ada Obi") -> None:
    """Make an account from the join link."""
    page.goto(site.join_link)
    form = page.locator("form").filter(has=page.get_by_label("Your name"))
    form.get_by_label("Your name").fill(name)
    form.get_by_label("Email or username").fill(name.lower().replace(" ", "."))
    form.get_by_label("Password").fill("four words make sense")
    form.get_by_role("button", name="Make my account and join").click()
    page.wait_for_url(f"{site.url}/")


def start_quiz(page: Page) -> None:
    """From the student's home into the quiz, until its page and scripts are there."""
    page.get_by_role("link", name="Why Belarus is unlikely").click()
    page.wait_for_url("**/quizzes/*")
    page.get_by_role("button", name="Start the quiz").click()
    page.wait_for_url("**/attempts/*")


def leave_by(control: Locator) -> None:
    """Click what leads to another page, and wait until that page and its scripts are there."""
    with control.page.expect_navigation():
        control.click()


def press_save(page: Page) -> None:
    """Send the plain form, and wait until the page is there again."""
    leave_by(page.get_by_role("button", name="Save", exact=True))


def check_answers(page: Page) -> None:
    """From the questions to the list of answers."""
    page.get_by_role("button", name="Check my answers").click()
    page.wait_for_url("**/check")


def submit_quiz(page: Page) -> None:
    """From the questions to the result."""
    check_answers(page)
    page.get_by_role("button", name="Submit quiz").click()
    page.wait_for_url("**/result")


def question(page: Page, words: str) -> Locator:
    """The part of the page that asks the question whose stem has these words."""
    stem = page.locator(".stem").filter(has_text=words)
    return page.locator("section.question").filter(has=stem)


def choose(page: Page, words: str, *options: str) -> None:
    """Choose options by what they say."""
    for option in options:
        question(page, words).locator("label").filter(has_text=option).click()


def set_up(page: Page) -> None:
    """Make the first administrator's account."""
    page.get_by_label("Your name").fill("Dr Okafor")
    page.get_by_label("Email or username").fill("okafor")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Make my account").click()
    page.wait_for_url("**/teach/")


def open_scores(page: Page) -> None:
    """From the teaching page to the scores of the first course's first quiz."""
    leave_by(page.get_by_role("link", name="My first course").last)
    leave_by(page.get_by_role("link", name="Scores").first)


@contextmanager
def another_device(browser: Browser) -> Iterator[Page]:
    """A second browser with cookies of its own."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()
