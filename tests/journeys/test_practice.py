"""Practice after a quiz, as a student goes through it with scripts off."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import Site, choose, join, leave_by, question, start_quiz, submit_quiz

pytestmark = pytest.mark.browser_context_args(java_script_enabled=False)
with_scripts = pytest.mark.browser_context_args(java_script_enabled=True)  # axe is one

TARGET = "How did Russia use Belarusian territory"
ESSAY = "Which of the four reasons"


def finish_quiz(page: Page, site: Site) -> None:
    """Hand in the quiz with one right answer."""
    join(page, site)
    start_quiz(page)
    choose(page, TARGET, "Launching airstrikes")
    submit_quiz(page)


def press(page: Page, name: str) -> None:
    leave_by(page.get_by_role("button", name=name, exact=True))


def skip(page: Page) -> None:
    """Skip a question, and wait until the next one, or the end, is there."""
    step = page.locator("input[name=number]")
    number = step.input_value()
    press(page, "Skip")
    expect(step).not_to_have_value(number)


def skip_to(page: Page, stem: str) -> None:
    """Skip questions until this one is asked."""
    while question(page, stem).count() == 0:
        skip(page)


def total(page: Page) -> int:
    """How many questions there are to practice; none was seen yet."""
    progress = page.get_by_text(re.compile(r"0 of \d+ seen")).inner_text()
    return int(progress.split()[2])


def skip_all(page: Page) -> int:
    """Skip whatever is left, and count it."""
    skipped = 0
    while page.get_by_role("button", name="Skip").count():
        skip(page)
        skipped += 1
    return skipped


def test_a_student_practices_until_the_end(watched: Page, site: Site) -> None:
    finish_quiz(watched, site)
    main = watched.get_by_role("main")
    leave_by(watched.get_by_role("link", name="Practice all questions"))
    count = total(watched)
    skip_to(watched, TARGET)
    choose(watched, TARGET, "Shipping grain")
    press(watched, "Check")
    expect(main).to_contain_text("Not correct yet")
    expect(main).to_contain_text("Yours, not correct")
    leave_by(watched.get_by_role("link", name="Next question"))
    expect(watched.get_by_role("button", name="Skip")).to_be_visible()
    skip_to(watched, TARGET)
    choose(watched, TARGET, "Launching airstrikes")
    press(watched, "Check")
    expect(main).to_contain_text("Yours, correct")
    onward = main.get_by_role("link").filter(has_text="Next question")
    leave_by(onward.or_(main.get_by_role("link", name="See how it went")))
    skip_all(watched)
    expect(main).to_contain_text(f"All {count} seen, 0 right first time.")
    press(watched, "Start over")
    expect(main).to_contain_text(f"0 of {count} seen")


def test_a_student_practices_only_what_was_missed(watched: Page, site: Site) -> None:
    finish_quiz(watched, site)
    leave_by(watched.get_by_role("link", name="Practice all questions"))
    missed = total(watched) - 1
    watched.go_back()
    expect(watched.get_by_role("heading", level=1)).to_contain_text("Submitted")
    leave_by(watched.get_by_role("link", name=f"Practice the {missed} you missed"))
    expect(watched.get_by_role("button", name="Skip")).to_be_visible()
    assert skip_all(watched) == missed
    expect(watched.get_by_role("main")).to_contain_text(f"All {missed} seen")


def test_going_back_after_checking_does_not_ask_again(watched: Page, site: Site) -> None:
    finish_quiz(watched, site)
    leave_by(watched.get_by_role("link", name="Practice all questions"))
    expect(watched.get_by_role("button", name="Skip")).to_be_visible()
    skip_to(watched, TARGET)
    choose(watched, TARGET, "Launching airstrikes")
    press(watched, "Check")
    expect(watched).to_have_title(re.compile("^Correct"))
    watched.go_back()
    expect(watched.get_by_role("button", name="Skip")).to_be_visible()
    assert question(watched, TARGET).count() == 0


@with_scripts
def test_every_page_of_practice_is_accessible_and_fits_a_phone(
    watched: Page, site: Site, inspect: Callable[[str], None]
) -> None:
    join(watched, site)
    leave_by(watched.get_by_role("link", name="Why Belarus is unlikely"))
    expect(watched.get_by_role("button", name="Start the quiz")).to_be_visible()
    watched.goto(f"{watched.url.replace('/quizzes/', '/practice/')}")
    inspect("s8-closed")
    watched.goto(f"{site.url}/practice/")
    inspect("s8-list-empty")
    watched.goto(site.url)
    start_quiz(watched)
    submit_quiz(watched)
    inspect("s8-result")
    watched.goto(site.url)
    inspect("s8-home")
    leave_by(watched.get_by_role("link", name="Practice the questions again"))
    expect(watched).to_have_title(re.compile("^Practice"))
    inspect("s8-list")
    leave_by(watched.get_by_role("link", name="Why Belarus is unlikely"))
    expect(watched.get_by_role("button", name="Skip")).to_be_visible()
    skip_to(watched, TARGET)
    press(watched, "Check")
    expect(watched.locator(".error-summary")).to_be_focused()
    inspect("s8-unanswered")
    choose(watched, TARGET, "Shipping grain")
    inspect("s8-question")
    press(watched, "Check")
    expect(watched).to_have_title(re.compile("Not correct yet"))
    inspect("s8-not-correct")
    leave_by(watched.get_by_role("link", name="Next question"))
    expect(watched.get_by_role("button", name="Skip")).to_be_visible()
    skip_to(watched, TARGET)
    choose(watched, TARGET, "Launching airstrikes")
    press(watched, "Check")
    expect(watched).to_have_title(re.compile("^Correct"))
    inspect("s8-correct")
    watched.goto(watched.url.rpartition("/")[0])
    skip_all(watched)
    inspect("s8-end")
    press(watched, "Start over")
    expect(watched.get_by_role("button", name="Skip")).to_be_visible()
    skip_to(watched, ESSAY)
    inspect("s8-essay")
    question(watched, ESSAY).get_by_role("textbox").fill("Control comes first.")
    press(watched, "Compare")
    expect(watched).to_have_title(re.compile("^Compare"))
    inspect("s8-essay-compared")
