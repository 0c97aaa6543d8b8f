"""The instructor looks through a course of 120 students and takes files away; in a browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from quizapp.clock import utc_now
from quizapp.demo.service import COURSE, make_demo
from tests.journeys.conftest import Site
from tests.journeys.test_first_quiz import set_up

Inspect = Callable[[str], None]


def download(page: Page, words: str) -> str:
    """The beginning of the file behind a link."""
    with page.expect_download() as caught:
        page.get_by_role("link", name=words).click()
    with caught.value.path().open("rb") as file:
        return file.read(200).decode("utf-8", errors="replace")


@pytest.mark.browser_context_args(java_script_enabled=True)  # axe is one
def test_a_course_is_looked_through_and_taken_away(
    watched: Page, site: Site, inspect: Inspect
) -> None:
    make_demo("nobody signs in", "Europe/London", utc_now())
    watched.goto(site.setup_link)
    set_up(watched)
    watched.goto(f"{site.url}/teach/{COURSE}/")
    watched.get_by_role("link", name="Gradebook").click()
    rows = watched.locator("tbody tr")
    expect(rows).to_have_count(120)
    watched.emulate_media(media="print")
    expect(watched.get_by_label("Find a name")).to_be_hidden()
    expect(watched.get_by_role("region", name="Scores in points")).to_have_css(
        "overflow", "visible"
    )
    watched.emulate_media(media="screen")
    watched.get_by_role("link", name="Average", exact=True).click()
    expect(watched.locator("th[aria-sort=descending]")).to_contain_text("Average")
    watched.get_by_label("Find a name").fill("demo.student")
    watched.get_by_role("button", name="Find").click()
    expect(rows).to_have_count(1)
    inspect("gradebook")
    assert download(watched, "For Canvas").startswith("Student,ID,SIS User ID")
    watched.get_by_role("link", name="scores of Week 2").click()
    expect(watched.get_by_role("heading", name="Downloads")).to_be_visible()
    assert "student_number" in download(watched, "Scores (CSV)")
    assert "table,column," in download(watched, "Codebook (CSV)")
    assert download(watched, "Everything for Excel").startswith("PK")
    inspect("scores-downloads")
    watched.goto(f"{watched.url.partition('?')[0]}/students?names=hidden")
    expect(watched.get_by_role("table")).to_contain_text("Student 1")
    inspect("scores-students")
    watched.goto(f"{site.url}/admin/audit")
    inspect("audit")
