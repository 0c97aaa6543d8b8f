"""From the join link to the score, as a student and an instructor take it with scripts off."""

import csv
import io
from collections.abc import Callable
from fractions import Fraction

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from quizapp.attempts.models import Attempt, Response
from quizapp.columns import MILLION
from quizapp.extensions import db
from tests.journeys.steps import (
    Site,
    another_device,
    check_answers,
    choose,
    join,
    leave_by,
    open_scores,
    press_save,
    question,
    set_up,
    start_quiz,
    submit_quiz,
)

Inspect = Callable[[str], None]

pytestmark = pytest.mark.browser_context_args(java_script_enabled=False)
with_scripts = pytest.mark.browser_context_args(java_script_enabled=True)  # axe is one

# What answer_one_of_each_type() is worth, worked out by hand. The essay's 5 points are still open.
BY_HAND = sum(
    (
        Fraction(1),  # true/false, right
        Fraction(1),  # multiple choice, right
        Fraction(0),  # multiple choice, wrong
        Fraction(1),  # short answer with the one typo it forgives
        Fraction(2, 3) * Fraction(3, 2),  # cloze: 2 of 3 gaps, 1.5 points
        Fraction(1, 4) * 2,  # ordering: 1 of 4 neighbors kept, 2 points
        Fraction(2 - 1, 3) * 2,  # multiple response: 2 right, 1 wrong, 3 keys, 2 points
        Fraction(1, 2),  # numerical: in the wider range, which is worth half
        Fraction(3 - 1, 5) * 2,  # matching: 3 right, 1 wrong, 1 blank, 5 pairs, 2 points
    ),
    start=Fraction(0),
)


def answer_one_of_each_type(page: Page) -> None:
    """The answers that BY_HAND counts."""
    choose(page, "had sent Belarusian army units", "False")
    choose(page, "How did Russia use Belarusian territory", "Launching airstrikes")
    choose(page, "sums up the central claim", "Belarus is neutral")
    question(page, "Which Russian president").get_by_role("textbox").fill("Yeltsen")
    union = question(page, "Fill the gaps in the story of the union")
    union.get_by_label("Gap 1 of 3").fill("1999")
    union.get_by_label("Gap 2 of 3").select_option(label="dropped by both sides")
    union.get_by_label("Gap 3 of 3").fill("2020")
    order = ("agree on a union", "put down protests", "Joint drills", "doctrine", "Russia invades")
    for position, item in enumerate(order, start=1):
        road = question(page, "Put the steps on the road to war in order")
        road.get_by_label(item).select_option(str(position))
    choose(page, "ever more closely tied", "joint military doctrine", "help against", "an oath")
    question(page, "percentage of Belarusians rejected").get_by_role("textbox").fill("66")
    months = {
        "by rail": "January",
        "first volunteers": "March",
        "minister": "May",
        "polled": "August",
    }
    for event, month in months.items():
        pairs = question(page, "Match each event")
        pairs.get_by_label(event).select_option(label=month)
    essay = question(page, "Which of the four reasons").get_by_role("textbox")
    essay.fill("Control comes first.\n\nAn army under Russian command <is> lost.")


def test_a_student_takes_the_quiz_and_gets_the_score_worked_out_by_hand(
    watched: Page, site: Site
) -> None:
    join(watched, site)
    start_quiz(watched)
    answer_one_of_each_type(watched)
    submit_quiz(watched)
    attempt = db.session.scalars(select(Attempt)).one()
    assert attempt.earned == round(BY_HAND * MILLION)
    assert attempt.unmarked == 5 * MILLION
    expect(watched.get_by_role("main")).to_contain_text("6.47 of 40.5 so far")


def test_the_answers_lie_in_the_database(watched: Page, site: Site) -> None:
    join(watched, site)
    start_quiz(watched)
    choose(watched, "How did Russia use Belarusian territory", "Launching airstrikes")
    press_save(watched)
    expect(watched.locator(".saved")).to_contain_text("Saved")
    saved = db.session.scalars(select(Response.answer).where(Response.saved_at.is_not(None))).all()
    assert saved == [["d"]]


def test_what_was_answered_is_there_after_signing_in_on_another_device(
    watched: Page, site: Site, browser: Browser
) -> None:
    join(watched, site)
    start_quiz(watched)
    choose(watched, "How did Russia use Belarusian territory", "Launching airstrikes")
    press_save(watched)
    with another_device(browser) as page:
        page.goto(f"{site.url}/signin")
        page.get_by_label("Email or username").fill("ada.obi")
        page.get_by_label("Password").fill("four words make sense")
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{site.url}/")
        page.get_by_role("link", name="Why Belarus is unlikely").click()
        page.wait_for_url("**/attempts/*")
        option = question(page, "How did Russia use").get_by_label("Launching airstrikes")
        expect(option).to_be_checked()


def test_going_back_after_submitting_says_when_it_was_submitted(watched: Page, site: Site) -> None:
    join(watched, site)
    start_quiz(watched)
    address = watched.url
    submit_quiz(watched)
    watched.goto(address)
    expect(watched.get_by_role("main")).to_contain_text("You submitted this at")


@with_scripts
def test_every_page_of_a_student_is_accessible_and_fits_a_phone(
    watched: Page, site: Site, inspect: Inspect
) -> None:
    watched.goto(f"{site.url}/join")
    inspect("s1-join")
    watched.get_by_label("Course code").fill("QZ7-4KP")
    leave_by(watched.get_by_role("button", name="Continue"))
    expect(watched.locator(".error-summary")).to_contain_text("No course has the code")
    inspect("s1-join-error")
    watched.goto(site.join_link)
    inspect("s1-confirm")
    watched.goto(f"{site.url}/signin")
    inspect("s2-signin")
    watched.goto(f"{site.url}/signin/help")
    inspect("s2-help")
    join(watched, site)
    inspect("s3-home")
    watched.get_by_role("link", name="Why Belarus is unlikely").click()
    watched.wait_for_url("**/quizzes/*")
    inspect("s4-start")
    watched.get_by_role("button", name="Start the quiz").click()
    watched.wait_for_url("**/attempts/*")
    answer_one_of_each_type(watched)
    question(watched, "Match each event").locator("label").filter(has_text="Revisit").click()
    press_save(watched)
    inspect("s5-taking")
    check_answers(watched)
    inspect("s6-check")
    watched.get_by_role("button", name="Submit quiz").click()
    watched.wait_for_url("**/result")
    inspect("s7-result")
    for name in ("account", "help", "accessibility", "privacy", "no-such-page"):
        watched.goto(f"{site.url}/{name}")
        inspect(name)


@with_scripts
def test_the_instructor_sets_up_and_sees_the_score(
    watched: Page, site: Site, browser: Browser, inspect: Inspect
) -> None:
    with another_device(browser) as student:
        join(student, site)
        start_quiz(student)
        answer_one_of_each_type(student)
        submit_quiz(student)
    watched.goto(site.setup_link)
    inspect("setup")
    set_up(watched)
    inspect("s9-teach")
    leave_by(watched.get_by_role("link", name="Question banks"))
    inspect("banks")
    leave_by(watched.get_by_role("link", name="Why Belarus is unlikely").first)
    inspect("bank")
    watched.goto(f"{site.url}/teach/")
    open_scores(watched)
    expect(watched.get_by_role("main")).to_contain_text("Ada Obi")
    inspect("s13-scores")


def test_the_scores_can_be_downloaded(watched: Page, site: Site, browser: Browser) -> None:
    with another_device(browser) as student:
        join(student, site, name="Bo Lee")
        start_quiz(student)
        choose(student, "How did Russia use Belarusian territory", "Launching airstrikes")
        submit_quiz(student)
    watched.goto(site.setup_link)
    set_up(watched)
    open_scores(watched)
    with watched.expect_download() as download:
        watched.get_by_role("link", name="Scores (CSV)").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text)))
    assert (row["name"], row["score"], row["use-of-territory"]) == ("Bo Lee", "1", "1")
