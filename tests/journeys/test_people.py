"""A new course and its people: code, roster, sign-in codes, one person, erasure; in a browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.test_first_quiz import another_device, leave_by, set_up

Inspect = Callable[[str], None]

with_scripts = pytest.mark.browser_context_args(java_script_enabled=True)  # axe is one

ROSTER = "name;email;student number;extra time\nAda Obi;ada;1201;\nBo Lee;bo;1202;150%\nDi;;;\n"
CODE = re.compile(r"(?:\w{4}-){3}\w{4}")


@with_scripts
def test_course_gets_its_people_and_a_student_gets_in_by_a_code(
    watched: Page, site: Site, browser: Browser, inspect: Inspect
) -> None:
    watched.goto(site.setup_link)
    set_up(watched)
    make_course(watched, inspect)
    share_code(watched, inspect)
    import_roster(watched, inspect)
    codes = make_sheet(watched, inspect)
    with another_device(browser) as student:
        sign_in_by_code(student, site, codes["Ada Obi"])
    look_at_person(watched, inspect)


def make_course(page: Page, inspect: Inspect) -> None:
    """A mistake first; then an empty course."""
    leave_by(page.get_by_role("link", name="New course"))
    leave_by(page.get_by_role("button", name="Make the course"))
    inspect("course-new-error")
    page.get_by_label("Title").fill("Biology 101")
    leave_by(page.get_by_role("button", name="Make the course"))
    expect(page.get_by_role("main")).to_contain_text("No quizzes yet.")
    inspect("course-empty")


def share_code(page: Page, inspect: Inspect) -> None:
    """Copy it, and show it big."""
    leave_by(page.get_by_role("link", name="People"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    code = page.locator(".join-code").inner_text()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/join/{code}")
    leave_by(page.get_by_role("link", name="Show big"))
    expect(page.get_by_role("main")).to_contain_text(copied)
    inspect("course-code")
    leave_by(page.get_by_role("link", name="People"))


def import_roster(page: Page, inspect: Inspect) -> None:
    """By paste, with one bad line."""
    leave_by(page.get_by_role("link", name="Add from a file"))
    inspect("roster")
    page.get_by_label("Or paste it here").fill(ROSTER)
    leave_by(page.get_by_role("button", name="Show what would change"))
    expect(page.get_by_role("main")).to_contain_text("Line 4: The email or username is missing")
    inspect("roster-preview")
    leave_by(page.get_by_role("button", name="Add 2 people"))
    expect(page.get_by_role("main")).to_contain_text("2 added, 0 changed, 0 kept.")
    inspect("people")


def make_sheet(page: Page, inspect: Inspect) -> dict[str, str]:
    """The codes on the sheet, by name."""
    leave_by(page.get_by_role("button", name="Make a sheet of sign-in codes"))
    inspect("sign-in-codes")
    rows = page.get_by_role("main").get_by_role("listitem").all_inner_texts()
    codes = {row.splitlines()[0]: found[0] for row in rows if (found := CODE.search(row))}
    leave_by(page.get_by_role("link", name="People"))
    return codes


def sign_in_by_code(page: Page, site: Site, code: str) -> None:
    """Without scripts, from the sign-in page to a password of one's own."""
    page.goto(f"{site.url}/signin")
    leave_by(page.get_by_role("link", name="Use it here"))
    page.get_by_label("Sign-in code").fill(code.lower().replace("-", " "))
    leave_by(page.get_by_role("button", name="Continue"))
    expect(page.get_by_role("main")).to_contain_text("Hello, Ada Obi.")
    page.get_by_label("New password").fill("otter kettle violin")
    leave_by(page.get_by_role("button", name="Set the password and sign in"))
    expect(page.get_by_role("main")).to_contain_text("Your password is set.")


def look_at_person(page: Page, inspect: Inspect) -> None:
    """Who has signed in by now; and erase the one who hasn't, a slip first."""
    page.reload()
    expect(page.get_by_role("row").filter(has_text="Ada Obi")).to_contain_text("today")
    leave_by(page.get_by_role("link", name="Bo Lee"))
    expect(page.get_by_label("Time in percent")).to_have_value("150")
    inspect("person")
    leave_by(page.get_by_role("link", name="Erase this person"))
    page.get_by_label("Their name").fill("Bob")
    leave_by(page.get_by_role("button", name="Erase for good"))
    inspect("erase-error")
    page.get_by_label("Their name").fill("Bo Lee")
    leave_by(page.get_by_role("button", name="Erase for good"))
    expect(page.get_by_role("main")).to_contain_text("Nothing here names this person any more.")
    expect(page.get_by_role("main")).not_to_contain_text("Bo Lee")


@with_scripts
def test_course_is_copied_for_the_next_term(watched: Page, site: Site, inspect: Inspect) -> None:
    watched.goto(f"{site.url}/signin/code")
    inspect("sign-in-code")
    watched.goto(site.setup_link)
    set_up(watched)
    leave_by(watched.get_by_role("link", name="My first course").last)
    inspect("course")
    leave_by(watched.get_by_role("link", name="Settings"))
    inspect("course-settings")
    leave_by(watched.get_by_role("link", name="Copy this course"))
    watched.get_by_label("Title of the copy").fill("My second course")
    watched.get_by_label("Move all times").fill("a year")
    leave_by(watched.get_by_role("button", name="Copy the course"))
    inspect("course-copy-error")
    watched.get_by_label("Move all times").fill("364")
    leave_by(watched.get_by_role("button", name="Copy the course"))
    expect(watched.get_by_role("heading", level=1)).to_have_text("My second course")
    expect(watched.get_by_role("main")).to_contain_text("Why Belarus is unlikely")
