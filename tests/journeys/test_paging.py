"""How questions come, with scripts and without: all, one at a time, and in a fixed order."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import select

from quizapp.attempts.models import Response
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import Paging
from tests.journeys.steps import Site, check_answers, join, leave_by, question, start_quiz

Inspect = Callable[[str], None]

with_scripts = pytest.mark.browser_context_args(java_script_enabled=True)
without_scripts = pytest.mark.browser_context_args(java_script_enabled=False)
NEXT = "Save and continue"
COVERED = """() => {
  const bar = document.querySelector(".bar");
  const now = document.activeElement;
  const [over, under] = [bar.getBoundingClientRect(), now.getBoundingClientRect()];
  const isHidden = !bar.contains(now) && under.top < over.bottom && under.bottom > over.top;
  return isHidden ? now.outerHTML.slice(0, 80) : "";
}"""
NUMBER = "Number(document.activeElement.closest('.question')?.id.slice(9) ?? 0)"


def begin(page: Page, site: Site, paging: Paging) -> str:
    """A student in the first quiz, as written, with this setting; the address of the attempt."""
    quiz = db.session.scalars(select(Quiz)).one()
    quiz.paging, quiz.shuffle_questions = paging, False
    db.session.commit()
    join(page, site)
    start_quiz(page)
    return page.url


def count_questions(page: Page) -> int:
    """How many there are on the page, hidden or not."""
    return page.locator("section.question").count()


def shown(page: Page) -> list[str]:
    """The numbers of the questions that can be seen."""
    return page.locator("section.question:visible").evaluate_all(
        "all => all.map(each => each.id.replace('question-', ''))"
    )


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def press_and_wait(page: Page, words: str) -> None:
    """Press what leads to another page, scripts off."""
    leave_by(page.get_by_role("button", name=words, exact=True))


def stored() -> list[tuple[int, list[str]]]:
    """Slots and answers as they are stored."""
    db.session.rollback()
    rows = db.session.execute(select(Response.slot, Response.answer).order_by(Response.slot))
    return [(slot, answer) for slot, answer in rows]


@with_scripts
def test_next_needs_no_network_and_check_sends_everything(page: Page, site: Site) -> None:
    begin(page, site, Paging.ONE)  # not watched: the console tells of requests without a network
    page.context.set_offline(True)
    page.locator(".question:visible .option label").first.click()
    press(page, NEXT)
    assert shown(page) == ["2"]
    page.context.set_offline(False)
    page.locator(".question:visible .option label").first.click()
    press(page, "Check my answers")
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers, then submit")
    assert [slot for slot, _ in stored()] == [1, 2]


@with_scripts
def test_moving_keeps_the_address_the_title_and_the_number(watched: Page, site: Site) -> None:
    address = begin(watched, site, Paging.ONE)
    press(watched, NEXT)
    press(watched, NEXT)
    expect(watched).to_have_url(f"{address}?q=3")
    assert shown(watched) == ["3"]
    assert watched.title().startswith("Question 3 · Why Belarus")
    watched.go_back()
    expect(watched.get_by_text("Question 2 of 34", exact=True)).to_be_visible()
    watched.reload()
    assert shown(watched) == ["2"]
    press(watched, "Previous")
    expect(watched.get_by_role("button", name="Previous")).to_be_hidden()


@with_scripts
def test_focus_moves_to_the_question_and_the_keyboard_goes_on_inside(
    watched: Page, site: Site
) -> None:
    begin(watched, site, Paging.ONE)
    press(watched, NEXT)
    assert watched.evaluate("document.activeElement.matches('#question-2 .stem')")
    watched.keyboard.press("Tab")
    assert watched.evaluate("document.activeElement.closest('.question').id") == "question-2"
    box = watched.locator("#question-2 .stem").bounding_box()
    bar = watched.locator(".bar").bounding_box()
    assert box and bar and box["y"] >= bar["y"] + bar["height"]


@with_scripts
def test_the_map_goes_anywhere_and_tells_what_is_answered_once_it_is_saved(
    watched: Page, site: Site
) -> None:
    begin(watched, site, Paging.ONE)
    watched.locator("#question-1 .option label").first.click()
    watched.get_by_label("Revisit question 1", exact=True).check()
    watched.locator("summary").click()
    watched.locator(".map").get_by_role("button", name="15").click()
    assert shown(watched) == ["15"]
    expect(watched.locator("summary")).to_have_text("Questions (1 of 34 answered)")
    first = watched.locator(".map").get_by_role("button").first
    expect(first).to_have_accessible_name("1 , answered , to revisit")


@without_scripts
def test_without_scripts_each_question_is_a_page(watched: Page, site: Site) -> None:
    address = begin(watched, site, Paging.ONE)
    assert count_questions(watched) == 1
    watched.locator(".option label").first.click()
    press_and_wait(watched, NEXT)
    assert (watched.url, shown(watched)) == (f"{address}?q=2", ["2"])
    press_and_wait(watched, "Previous")
    expect(watched.locator(".option input").first).to_be_checked()
    watched.get_by_text("Questions (1 of 34 answered)").click()
    leave_by(watched.locator(".map").get_by_role("button", name="15"))
    check_answers(watched)
    leave_by(watched.get_by_role("link", name="Change question 2", exact=True))
    assert shown(watched) == ["2"]


@with_scripts
@pytest.mark.parametrize("paging", Paging)
def test_page_is_accessible_however_the_questions_come(
    watched: Page, site: Site, inspect: Inspect, paging: Paging
) -> None:
    begin(watched, site, paging)
    if paging is not Paging.FIXED:
        watched.locator("summary").click()
    inspect(f"s5-{paging}")


def road_to_war(page: Page) -> Locator:
    """The ordering question with several items."""
    return question(page, "Put the steps on the road to war in order")


def positions(page: Page) -> dict[str, str]:
    """The items as they stand on the page, each with the position it sends."""
    rows = road_to_war(page).locator(".order > li")
    return {
        row.locator("label").inner_text(): row.locator("select").input_value() for row in rows.all()
    }


@with_scripts
def test_items_move_with_their_focus_and_are_announced(watched: Page, site: Site) -> None:
    begin(watched, site, Paging.ALL)
    first, second, third, *rest = positions(watched)
    button = road_to_war(watched).get_by_role("button", name=f"Move up {third}")
    button.press("Enter")
    expected = [first, third, second, *rest]
    assert list(positions(watched).items()) == [
        (item, str(place)) for place, item in enumerate(expected, start=1)
    ]
    expect(button).to_be_focused()
    status = road_to_war(watched).get_by_role("status")
    expect(status).to_have_text(f"{third}: 2 of {len(expected)}")


@with_scripts
def test_moved_items_are_sent_as_they_stand(watched: Page, site: Site) -> None:
    begin(watched, site, Paging.ALL)
    last = list(positions(watched))[-1]
    button = road_to_war(watched).get_by_role("button", name=f"Move up {last}")
    for _ in range(3):
        button.click()
    moved = positions(watched)
    check_answers(watched)
    leave_by(watched.get_by_role("link", name="Back to the questions"))
    assert positions(watched) == moved


@with_scripts
def test_chosen_positions_are_where_moving_begins(watched: Page, site: Site) -> None:
    begin(watched, site, Paging.ALL)
    items = list(positions(watched))
    for place, item in enumerate(reversed(items), start=1):
        road_to_war(watched).get_by_label(item, exact=True).select_option(str(place))
    road_to_war(watched).get_by_role("button", name=f"Move down {items[-1]}").click()
    assert list(positions(watched)) == [items[-2], items[-1], *items[-3::-1]]


@without_scripts
def test_without_scripts_there_is_nothing_to_press_beside_the_items(
    watched: Page, site: Site
) -> None:
    begin(watched, site, Paging.ALL)
    assert road_to_war(watched).get_by_role("button").count() == 0


def press_until_outside(page: Page, key: str) -> Iterator[None]:
    """Press `key` again and again, until the focus has left the page."""
    page.keyboard.press(key)
    while not page.evaluate("document.activeElement === document.body"):
        yield
        page.keyboard.press(key)


@with_scripts
def test_focus_is_never_under_the_bar_when_going_backwards(watched: Page, site: Site) -> None:
    begin(watched, site, Paging.ALL)
    watched.get_by_role("button", name="Save", exact=True).focus()
    steps = [watched.evaluate(COVERED) for _ in press_until_outside(watched, "Shift+Tab")]
    assert (len(steps) > 60, [step for step in steps if step]) == (True, [])


@with_scripts
def test_tab_goes_through_every_question_in_order(watched: Page, site: Site) -> None:
    begin(watched, site, Paging.ALL)
    watched.locator("#main").focus()
    numbers = [watched.evaluate(NUMBER) for _ in press_until_outside(watched, "Tab")]
    inside = [number for number in numbers if number]
    assert (inside, sorted(set(inside))) == (sorted(inside), list(range(1, 35)))


@without_scripts
def test_enter_in_a_text_field_saves_and_submits_nothing(watched: Page, site: Site) -> None:
    address = begin(watched, site, Paging.ALL)
    field = question(watched, "Which Russian president").get_by_role("textbox")
    field.fill("Yeltsin")
    field.press("Enter")
    expect(watched.locator(".saved")).to_contain_text("Saved")
    assert watched.url == address
    assert [answer for _, answer in stored()] == [["Yeltsin"]]


@with_scripts
def test_enter_in_a_text_field_stays_on_the_question(watched: Page, site: Site) -> None:
    begin(watched, site, Paging.ONE)
    while not watched.locator(".question:visible input:not([type])").count():
        press(watched, NEXT)
    field, here = watched.locator(".question:visible input:not([type])").first, shown(watched)
    field.fill("Yeltsin")
    field.press("Enter")
    expect(field).to_have_value("Yeltsin")
    assert shown(watched) == here


@with_scripts
def test_exam_paper_has_questions_and_lines_but_nothing_to_press(
    watched: Page, site: Site, tmp_path: Path
) -> None:
    begin(watched, site, Paging.ALL)
    keep_paper(watched, "s5-paper")
    watched.emulate_media(media="print")
    for control in (".bar", ".tools", ".actions", "details"):
        assert watched.locator(f"{control}:visible").count() == 0, control
    expect(question(watched, "Match each event").get_by_text("Choices: ")).to_be_visible()
    expect(question(watched, "Which of the four reasons").locator(".lines")).to_be_visible()


def keep_paper(page: Page, name: str) -> None:
    """The page as printed, in the folder that SCREENSHOTS names, for a look by eye."""
    folder = os.environ.get("SCREENSHOTS")
    if folder:
        page.pdf(path=Path(folder) / f"{name}.pdf", format="A4")
