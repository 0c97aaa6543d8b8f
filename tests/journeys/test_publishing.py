"""A quiz of two banks: made, set up, looked at as a student, published twice and closed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.steps import Site, another_device, choose, join, leave_by, set_up

Inspect = Callable[[str], None]

with_scripts = pytest.mark.browser_context_args(java_script_enabled=True)  # axe is one

CELLS = """\
---
title: Cells
---

# Parts

## Which organelle releases energy?
`id: energy` `tags: organelles`

- ( ) a) Nucleus
- (x) b) Mitochondrion

## Plant cells have walls.
`id: walls` `tags: plants`

- (x) True
- ( ) False
"""
GENES = """\
---
title: Genes
---

## Genes are in the nucleus.
`id: nucleus`

- (x) True
- ( ) False
"""


@pytest.fixture
def banks(site: Site) -> Path:
    """The folder of banks, with two more in it."""
    folder: Path = site.app.config["SETTINGS"].questions
    (folder / "cells.md").write_text(CELLS)
    (folder / "genes.md").write_text(GENES)
    return folder


def make_quiz(page: Page, site: Site) -> None:
    """From the set-up link to the settings of a new quiz of two banks."""
    page.goto(site.setup_link)
    set_up(page)
    leave_by(page.get_by_role("link", name="My first course").last)
    leave_by(page.get_by_role("link", name="New quiz"))
    page.get_by_label("Title").fill("Week 3")
    page.get_by_label("Closes").fill("2037-02-13T14:30")
    page.get_by_label("cells.md").check()
    page.get_by_label("genes.md").check()


def press(page: Page, name: str) -> None:
    leave_by(page.get_by_role("button", name=name, exact=True))


@with_scripts
def test_a_quiz_is_made_set_up_published_again_and_closed(
    watched: Page, site: Site, browser: Browser, inspect: Inspect, banks: Path
) -> None:
    main = watched.get_by_role("main")
    make_quiz(watched, site)
    inspect("new-quiz")
    press(watched, "Make the quiz")
    expect(main).to_contain_text("Students don't see this quiz yet.")
    watched.get_by_label("Closes").fill("2037-03-29T01:30")
    press(watched, "Save")
    expect(main).to_contain_text("There is no 01:30 on 29 March 2037 in London")
    inspect("quiz-settings-error")
    set_times(watched)
    inspect("quiz-settings")
    leave_by(watched.get_by_role("link", name="Publish it"))
    inspect("publish")
    press(watched, "Publish")
    (banks / "cells.md").write_text(CELLS.replace("Plant cells", "All plant cells"))
    leave_by(watched.get_by_role("link", name="Settings"))
    leave_by(watched.get_by_role("link", name="Look and publish again"))
    expect(main).to_contain_text("1 question reworded")
    watched.get_by_text("Compare").click()
    expect(main).to_contain_text("+ ## All plant cells have walls.")
    inspect("publish-again")
    press(watched, "Publish again")
    press(watched, "Close it now")
    expect(main).to_contain_text("Reopened, it closes Fri 13 Feb, 14:30 (London), as it was.")
    press(watched, "Reopen it")
    with another_device(browser) as student:
        start_with_code(student, site)


def set_times(page: Page) -> None:
    """A window, a limit that can't run, and a code: saved, with its warning."""
    page.get_by_label("Opens").fill("2025-01-01T00:00")
    page.get_by_label("Closes").fill("2037-02-13T14:30")
    page.get_by_label("Attempts").fill("2")
    page.get_by_label("When they see it").select_option("at-once")
    page.get_by_label("Access code").fill("red kite")
    press(page, "Save")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Each student has 2 attempts; the best one counts.")
    expect(main).to_contain_text("Who submits early sees the answers while others still work.")


def start_with_code(page: Page, site: Site) -> None:
    """A student types a wrong word, then the right one, and sees the second version."""
    join(page, site)
    leave_by(page.get_by_role("link", name="Week 3"))
    page.get_by_label("Access code").fill("red hawk")
    press(page, "Start the quiz")
    expect(page.get_by_role("main")).to_contain_text("That isn't the code of this quiz.")
    page.get_by_label("Access code").fill("Red Kite")
    press(page, "Start the quiz")
    expect(page.get_by_role("main")).to_contain_text("All plant cells have walls.")


def preview(page: Page) -> None:
    """From the settings to the result of a preview in which one answer is right."""
    leave_by(page.get_by_role("link", name="Preview as a student"))
    choose(page, "Which organelle", "Mitochondrion")
    press(page, "Check my answers")
    expect(page.get_by_role("main")).to_contain_text("Your score")


@with_scripts
def test_a_preview_looks_as_it_does_to_students(
    watched: Page, site: Site, inspect: Inspect, banks: Path
) -> None:
    make_quiz(watched, site)
    press(watched, "Make the quiz")
    leave_by(watched.get_by_role("link", name="Preview as a student"))
    inspect("preview")
    choose(watched, "Which organelle", "Mitochondrion")
    press(watched, "Check my answers")
    expect(watched.get_by_role("main")).to_contain_text("Your score")
    press(watched, "Once everything shows")
    expect(watched.get_by_role("main")).to_contain_text("Yours, correct")
    inspect("preview-result")


@with_scripts
def test_without_a_connection_the_form_stays_as_it_was(page: Page, site: Site, banks: Path) -> None:
    make_quiz(page, site)
    page.context.set_offline(True)
    page.get_by_role("button", name="Make the quiz").click()
    expect(page.get_by_role("alert")).to_have_text("No connection. Nothing is lost; try again")
    page.context.set_offline(False)
    press(page, "Make the quiz")
    expect(page.get_by_label("Title")).to_have_value("Week 3")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_a_quiz_is_made_and_previewed(
    watched: Page, site: Site, banks: Path
) -> None:
    make_quiz(watched, site)
    press(watched, "Make the quiz")
    preview(watched)
    leave_by(watched.get_by_role("link", name="Leave the preview"))
    leave_by(watched.get_by_role("link", name="Publish it"))
    press(watched, "Publish")
    expect(watched.get_by_role("main")).to_contain_text("It is open until Fri 13 Feb, 14:30")
