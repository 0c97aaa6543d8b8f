"""A student writes an essay, the instructor marks it, the student reads what came of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.steps import (
    Site,
    another_device,
    join,
    leave_by,
    open_scores,
    question,
    set_up,
    start_quiz,
    submit_quiz,
)

Inspect = Callable[[str], None]

pytestmark = pytest.mark.browser_context_args(java_script_enabled=False)
with_scripts = pytest.mark.browser_context_args(java_script_enabled=True)  # axe is one

ESSAY = """Control comes first. Minsk fears losing its army.

An army under Russian command <is> lost."""


def write_essay(page: Page, site: Site, name: str = "Ada Obi") -> None:
    """Join, write the essay and nothing else, submit."""
    join(page, site, name)
    start_quiz(page)
    question(page, "Which of the four reasons").get_by_role("textbox").fill(ESSAY)
    submit_quiz(page)


def fill_rubric(page: Page, *points: str) -> None:
    """Type points for each line of the rubric, from the keyboard."""
    page.get_by_label("States the chosen reason").focus()
    for typed in points:
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(typed)
        page.keyboard.press("Tab")


def test_an_essay_is_marked_and_its_student_reads_points_and_comment(
    watched: Page, site: Site, browser: Browser
) -> None:
    with another_device(browser) as student:
        write_essay(student, site)
        expect(student.get_by_role("main")).to_contain_text("0 of 40.5 so far, 5 points to be")
        watched.goto(site.setup_link)
        set_up(watched)
        leave_by(watched.get_by_role("link", name="1 attempt to mark"))
        leave_by(watched.get_by_role("link", name="Start marking"))
        expect(watched.locator(".written")).to_have_text(ESSAY)
        fill_rubric(watched, "1", "1,5", "0", "0.5")
        expect(watched.get_by_label("Comment for the student")).to_be_focused()
        watched.keyboard.insert_text("Clear. Compare it with another reason.")
        watched.keyboard.press("Tab")
        watched.keyboard.press("Enter")
        expect(watched.get_by_role("main")).to_contain_text("Everything is marked.")
        student.reload()
        result = student.get_by_role("main")
        expect(result).to_contain_text("3 of 5 points")
        expect(result).to_contain_text("Clear. Compare it with another reason.")
        expect(result).not_to_contain_text("to be marked")


def test_the_mean_appears_with_the_last_mark(watched: Page, site: Site, browser: Browser) -> None:
    with another_device(browser) as student:
        write_essay(student, site)
    watched.goto(site.setup_link)
    set_up(watched)
    open_scores(watched)
    expect(watched.get_by_role("main")).to_contain_text("No score is final yet")
    leave_by(watched.get_by_role("link", name="Mark the answers"))
    leave_by(watched.get_by_role("link", name="Start marking"))
    fill_rubric(watched, "1", "2", "1", "1")
    leave_by(watched.get_by_role("button", name="Save"))
    leave_by(watched.get_by_role("link", name="See the scores"))
    expect(watched.get_by_role("main")).to_contain_text("Average11%")


@with_scripts
def test_every_page_of_marking_is_accessible_and_fits_a_phone(
    watched: Page, site: Site, browser: Browser, inspect: Inspect
) -> None:
    for name in ("Ada Obi", "Bo Lee", "Cy Fox"):
        with another_device(browser) as student:
            write_essay(student, site, name)
    watched.goto(site.setup_link)
    set_up(watched)
    inspect("marking-home")
    leave_by(watched.get_by_role("link", name="3 attempts to mark"))
    watched.get_by_text("To be marked (3)").click()
    inspect("marking-queue")
    leave_by(watched.get_by_role("link", name="Start marking"))
    inspect("marking-answer")
    fill_rubric(watched, "9", "x")
    leave_by(watched.get_by_role("button", name="Save and go on"))
    expect(watched.locator(".error-summary")).to_be_focused()
    inspect("marking-error")
    mark_from_the_keyboard(watched)
    inspect("marking-done")
    leave_by(watched.get_by_role("link", name="Student 1"))
    expect(watched.get_by_role("main")).to_contain_text("Marked by Dr Okafor")
    inspect("marking-marked")
    watched.get_by_label("Comment for the student").fill("Clear.\n\nName a finding, too.")
    leave_by(watched.get_by_role("button", name="Save"))
    leave_by(watched.get_by_role("button", name="Sign out"))
    for name in ("Ada Obi", "Bo Lee", "Cy Fox"):
        read_result(watched, site, name)
        if watched.get_by_text("Name a finding, too.").count():
            break
        leave_by(watched.get_by_role("button", name="Sign out"))
    inspect("marking-result")


def mark_from_the_keyboard(page: Page) -> None:
    """Three answers on a wide screen, where the first field is at hand after each."""
    page.set_viewport_size({"width": 1280, "height": 900})
    for left in (2, 1, 0):
        student = page.get_by_role("heading", level=1).inner_text().removesuffix(" of 3")
        fill_rubric(page, "1", "1", "1", "1")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("main")).to_contain_text(f"Saved: {student}.")
        if left:
            expect(page.get_by_label("States the chosen reason")).to_be_focused()
    page.set_viewport_size({"width": 390, "height": 844})


def read_result(page: Page, site: Site, name: str) -> None:
    """Sign in as this student, and open the result."""
    page.goto(f"{site.url}/signin")
    page.get_by_label("Email or username").fill(name.lower().replace(" ", "."))
    page.get_by_label("Password").fill("four words make sense")
    leave_by(page.get_by_role("button", name="Sign in"))
    leave_by(page.get_by_role("link", name="Why Belarus is unlikely"))
    if "/result" not in page.url:
        leave_by(page.get_by_role("link", name="result").first)
