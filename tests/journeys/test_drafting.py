"""Instructors draft a bank from an article, review it by keys, and publish it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from quizapp.banks.reviewing import Progress, read_drafted
from quizapp.generation import tiers
from quizapp.generation.findings import Findings
from quizapp.generation.plain import plain_to_markdown
from quizapp.generation.proposals import Proposal
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.options import Option
from tests.drafting.asking import ARTICLE, CLUB, LEADER, PRICE, TITLE, YEAR, ask
from tests.journeys.steps import Site, another_device, join, leave_by, set_up

Inspect = Callable[[str], None]
without_scripts = pytest.mark.browser_context_args(java_script_enabled=False)
ATTACK = "<img src=x onerror=hacked=1><script>hacked=1</script> (x) [[= a | (x) b]]"
HOSTILE_STEM = "What said the sign <svg onload=hacked=1> (x) [[= b]] `id: its`?"
HOSTILE = f"""\
---
title: Owned {ATTACK}
status: published
---

{ARTICLE}
- (x) a) It closed in 1999, said a sign {ATTACK} that `id: mine` `points: 9` the town had put up.
"""


@pytest.fixture(autouse=True)
def asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ways of asking that know two articles, so that the questions are known."""
    monkeypatch.setattr(tiers, "LIGHT", (ask, ask_hostile))
    monkeypatch.setattr(tiers, "find_parser", lambda _name: tiers.NoParser("Light rules."))


def ask_hostile(findings: Findings, _random: Random) -> Iterator[Proposal]:
    """A question that holds whatever the article attacks with."""
    for number, sentence in enumerate(findings.article.sentences):
        if ATTACK in sentence.text and "1999" in sentence.text:
            texts = [ATTACK.replace("=1", f"={at}") for at in (1, 2, 3)]
            options = (Option(plain_to_markdown(text), text == ATTACK) for text in texts)
            yield Proposal(
                stem=HOSTILE_STEM,
                body=MultipleChoice(tuple(options)),
                quotes=(sentence.text,),
                sentence=number,
                fact=f"{number}:sign",
                form="question",
                topic="name",
                tier="light",
                explanation=ATTACK,
                answer=ATTACK,
                flags=("<b>",),
            )


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


def test_every_page_of_drafting_is_accessible_and_fits_a_phone(
    watched: Page, site: Site, inspect: Inspect
) -> None:
    sign_in(watched, site)
    watched.goto(f"{site.url}/teach/generate")
    inspect("draft")
    press(watched, "Draft the bank")
    inspect("draft-error")
    send(watched)
    inspect("review")
    strike(watched, "a")
    strike(watched, "d")
    inspect("review-later")
    for address in ("banks/", "banks/ferry", ""):
        watched.goto(f"{site.url}/teach/{address}")
        inspect(f"review-{address.replace('/', '') or 'home'}")
    watched.goto(f"{site.url}/teach/banks/ferry/review")
    strike(watched, "e")
    inspect("review-edit")
    watched.get_by_label("The question").fill("## No answer\n")
    press(watched, "Save and accept")
    inspect("review-edit-error")
    change_outside(site, "Otto Lang", "Otto Land")
    press(watched, "Save")
    inspect("review-edit-conflict")
    watched.goto(f"{site.url}/teach/banks/ferry/review")
    change_outside(site, "Otto Land", "Otto Lang")
    strike(watched, "a")
    inspect("review-conflict")
    change_outside(site, "(x)", "( )")
    watched.goto(f"{site.url}/teach/banks/ferry/review")
    strike(watched, "k")
    inspect("review-broken")
    watched.goto(f"{site.url}/teach/banks/ferry/review")
    strike(watched, "a")
    strike(watched, "d")
    inspect("review-end")
    watched.goto(f"{site.url}/teach/banks/belarus-troops/review")
    inspect("review-nothing")


def test_an_article_becomes_a_quiz_by_keys_alone(
    watched: Page, site: Site, browser: Browser
) -> None:
    draft(watched, site)
    shows(watched, YEAR)
    strike(watched, "a")
    shows(watched, PRICE)
    strike(watched, "d")
    shows(watched, LEADER)
    strike(watched, "u")
    shows(watched, PRICE)
    strike(watched, "ArrowRight")
    shows(watched, LEADER)
    strike(watched, "k")
    strike(watched, "d")
    strike(watched, "e")
    expect(watched.get_by_label("The question")).to_be_focused()
    watched.keyboard.press("Control+End")
    watched.keyboard.type("\n\n> **Hint:** a d u j k e")
    strike(watched, "Control+s")
    shows(watched, LEADER)
    expect(watched.get_by_role("main")).to_contain_text("a d u j k e")
    strike(watched, "a")
    shows(watched, CLUB)
    strike(watched, "a")
    assert progress(site) == Progress(made=4, accepted=3, waiting=0)
    press(watched, "Finish: 3 questions kept")
    press(watched, "Make a quiz")
    press(watched, "Make the quiz")
    leave_by(watched.get_by_role("link", name="Publish it"))
    press(watched, "Publish")
    with another_device(browser) as student:
        join(student, site)
        leave_by(student.get_by_role("link", name=TITLE))
        press(student, "Start the quiz")
        stems = student.locator(".stem").all_inner_texts()
    for stem in (YEAR, LEADER, CLUB):
        assert any(stem in each for each in stems), stems
    assert len(stems) == 3


@without_scripts
def test_a_draft_is_reviewed_with_scripts_off(watched: Page, site: Site) -> None:
    draft(watched, site)
    press(watched, "Accept")
    press(watched, "Drop")
    press(watched, "Undo")
    shows(watched, PRICE)
    leave_by(watched.get_by_role("link", name="Edit"))
    text = watched.get_by_label("The question")
    text.fill(text.input_value().replace("120,000", "110,000"))
    press(watched, "Save and accept")
    leave_by(watched.get_by_role("link", name="Next"))
    shows(watched, CLUB)
    press(watched, "Drop")
    press(watched, "Accept")
    press(watched, "Finish: 3 questions kept")
    assert "110,000" in bank(site).read_text() and "status: draft" not in bank(site).read_text()


def test_the_proof_is_in_sight_without_moving_the_page(watched: Page, site: Site) -> None:
    draft(watched, site, f"{ARTICLE}\n\n" + "The river is as wide as it was then. " * 400)
    watched.goto(f"{site.url}/teach/banks/ferry/review")
    for _ in range(3):
        mark = watched.locator("mark").first
        box, lit = watched.locator(".source").bounding_box(), mark.bounding_box()
        assert box and lit and box["y"] <= lit["y"] <= box["y"] + box["height"]
        assert watched.evaluate("scrollY") == 0
        strike(watched, "j")


def test_keys_can_be_turned_off(watched: Page, site: Site) -> None:
    draft(watched, site)
    watched.get_by_role("button", name="Turn keys off").click()
    for key in ("a", "d", "e", "j"):
        watched.keyboard.press(key)
    watched.reload()
    watched.keyboard.press("a")
    shows(watched, YEAR)
    assert progress(site).reviewed == 0
    watched.get_by_role("button", name="Turn keys on").click()
    strike(watched, "a")
    assert progress(site).accepted == 1


def test_two_tabs_and_back_lose_no_decision(watched: Page, site: Site) -> None:
    draft(watched, site)
    address = watched.url
    with watched.context.expect_page() as opening:
        watched.evaluate("address => void open(address)", address)
    other = opening.value
    shows(other, YEAR)
    strike(watched, "a")
    strike(other, "d")
    expect(other.get_by_role("main")).to_contain_text("was changed after you opened it")
    assert progress(site) == Progress(made=4, accepted=1, waiting=3)
    strike(other, "j")
    strike(other, "d")
    other.go_back()
    shows(other, LEADER)
    watched.reload()
    expect(watched.get_by_role("main")).to_contain_text("1 accepted, 1 dropped")


def test_an_outside_edit_is_shown_and_kept(watched: Page, site: Site) -> None:
    draft(watched, site)
    change_outside(site, "2001", "2002")
    strike(watched, "a")
    expect(watched.get_by_role("main")).to_contain_text("was changed after you opened it")
    expect(watched.get_by_role("main")).to_contain_text("2002")
    assert progress(site).reviewed == 0
    strike(watched, "a")
    assert progress(site).accepted == 1 and "2002" in bank(site).read_text()


def test_an_unsaved_edit_isnt_left_without_asking(watched: Page, site: Site) -> None:
    draft(watched, site)
    strike(watched, "e")
    watched.keyboard.type("More: ")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    watched.on("dialog", stay)
    watched.get_by_role("link", name="Cancel").click()
    assert asked == ["beforeunload"]
    assert "More: " in watched.get_by_label("The question").input_value()


def test_without_a_connection_the_page_stays_and_says_so(page: Page, site: Site) -> None:
    draft(page, site)
    page.context.set_offline(True)
    page.keyboard.press("a")
    expect(page.get_by_text("No connection. Nothing is lost; try again")).to_be_visible()
    shows(page, YEAR)
    page.context.set_offline(False)
    strike(page, "a")
    assert progress(site).accepted == 1


def test_a_slow_draft_says_that_it_is_being_made(watched: Page, site: Site) -> None:
    sign_in(watched, site)
    watched.goto(f"{site.url}/teach/generate")
    watched.get_by_label("Text of the article").fill(ARTICLE)
    held: list[Route] = []
    watched.route("**/teach/generate", lambda route: held.append(route))
    watched.evaluate(
        "() => { const button = document.querySelector('[data-busy]');"
        " new MutationObserver(() => { sessionStorage.said = button.textContent; button.click(); })"
        ".observe(button, { childList: true }) }"
    )
    watched.get_by_role("button", name="Draft the bank").click(no_wait_after=True)
    watched.wait_for_timeout(1_000)
    (only,) = held
    only.continue_()
    watched.wait_for_url("**/review")
    assert watched.evaluate("sessionStorage.said") == "Drafting…"


@pytest.mark.browser_context_args(bypass_csp=True)
def test_a_hostile_article_stays_text(watched: Page, site: Site) -> None:
    draft(watched, site, HOSTILE)
    for address in ("review", "review/edit", "history", ""):
        watched.goto(f"{site.url}/teach/banks/ferry/{address}".rstrip("/"))
        expect(watched.locator("h1")).to_be_visible()
        assert watched.evaluate("window.hacked === undefined"), address
        assert watched.locator("img[src='x']").count() == 0, address
    watched.goto(f"{site.url}/teach/banks/ferry/review")
    for _ in range(4):
        strike(watched, "j")
    expect(watched.locator(".stem")).to_contain_text(HOSTILE_STEM)
    expect(watched.locator("mark").first).to_contain_text(ATTACK)
    strike(watched, "a")
    assert progress(site).accepted == 1
    assert bank(site).read_text().count("status: draft") == 1
