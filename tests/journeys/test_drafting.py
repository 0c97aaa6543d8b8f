"""Instructors draft a bank from an article, review it by keys, and publish it."""

from collections.abc import Callable, Iterator
from random import Random

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from quizapp.banks.reviewing import Progress
from quizapp.generation import tiers
from quizapp.generation.findings import Findings
from quizapp.generation.proposals import Proposal
from quizapp.generation.reading.plain import plain_to_markdown
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.options import Option
from tests.drafting.asking import ARTICLE, CLUB, LEADER, PRICE, TITLE, YEAR, ask
from tests.journeys.drafting import (
    bank,
    change_outside,
    draft,
    press,
    progress,
    send,
    shows,
    sign_in,
    strike,
)
from tests.journeys.steps import Site, another_device, join, leave_by

Inspect = Callable[[str], None]
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
