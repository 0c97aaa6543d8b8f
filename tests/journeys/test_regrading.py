"""A mark is asked about and corrected, with the effect shown first; in a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.steps import (
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
PRESIDENT = "Which Russian president"

with_scripts = pytest.mark.browser_context_args(java_script_enabled=True)  # axe is one


def ask_about_the_president(page: Page, site: Site) -> None:
    """Take the quiz, spell the president's name in another way, and ask why that is wrong."""
    join(page, site)
    start_quiz(page)
    question(page, PRESIDENT).get_by_role("textbox").fill("Boris Jelzin")
    submit_quiz(page)
    leave_by(question(page, PRESIDENT).get_by_role("link", name="Ask about this mark"))
    page.get_by_label("Your question").fill("That is how he is spelled in German.")
    leave_by(page.get_by_role("button", name="Send"))
    expect(question(page, PRESIDENT)).to_contain_text("Waiting for a reply")


@with_scripts
def test_an_answer_asked_about_is_accepted_and_the_correction_undone(
    watched: Page, site: Site, browser: Browser, inspect: Inspect
) -> None:
    main = watched.get_by_role("main")
    with another_device(browser) as student:
        ask_about_the_president(student, site)
        watched.goto(site.setup_link)
        set_up(watched)
        open_scores(watched)
        leave_by(watched.get_by_role("link", name="Notes"))
        expect(main).to_contain_text("That is how he is spelled in German.")
        inspect("notes")
        leave_by(watched.get_by_role("link", name="Accept this answer"))
        expect(main).to_contain_text("1 score goes up, 0 go down, 0 stay.")
        expect(main).to_contain_text("+ - = Boris Jelzin")
        inspect("regrade-preview")
        leave_by(watched.get_by_role("button", name="Change 1 score"))
        expect(main).to_contain_text("Another answer accepted")
        inspect("regrade-history")
        student.reload()
        expect(student.get_by_role("main")).to_contain_text("Your score went from 0 to 1 on")
        expect(question(student, PRESIDENT)).to_contain_text("This answer is accepted now.")
        leave_by(watched.get_by_role("button", name="Undo"))
        student.reload()
        expect(student.get_by_role("main")).to_contain_text("Your score went from 1 to 0 on")
    bank = Path(site.app.config["SETTINGS"].questions) / "belarus-troops.md"
    assert "- = Boris Yeltsin\n- = Boris Jelzin\n" in bank.read_text()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_key_is_corrected_without_scripts(watched: Page, site: Site, browser: Browser) -> None:
    with another_device(browser) as student:
        join(student, site)
        start_quiz(student)
        submit_quiz(student)
    watched.goto(site.setup_link)
    set_up(watched)
    open_scores(watched)
    leave_by(watched.get_by_role("link", name="Corrections"))
    leave_by(watched.get_by_role("link", name="How did Russia use Belarusian territory"))
    watched.get_by_label("Full points for all").check()
    leave_by(watched.get_by_role("button", name="Show what would change"))
    leave_by(watched.get_by_role("button", name="Change 1 score"))
    expect(watched.get_by_role("main")).to_contain_text("Full points for all: question 2")
