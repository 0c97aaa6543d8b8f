"""Text that would run if any page took it for code stays text, even without the policy."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from quizapp.banks.library import Library
from quizapp.clock import utc_now
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.rules import QuizSettings
from quizapp.quizzes.service import create_quiz
from tests.journeys.steps import Site, join, submit_quiz

ATTACK = "<img src=x onerror=hacked=1><script>hacked=1</script><svg onload=hacked=1>"
QUOTES = "\"'><img src=x onerror=hacked=1>"
BANK = """\
---
title: 'Hostile ATTACK'
language: en
sources:
  notes: {title: 'Notes ATTACK', author: 'Author ATTACK'}
---

Intro ATTACK [link](javascript:hacked=1)

# Section ATTACK

Passage ATTACK

## Choose ATTACK
`id: choose` `tags: ATTACK`

- (x) a) Key ATTACK
  > Feedback ATTACK
- ( ) b) Wrong QUOTES
- ( ) c) `Code ATTACK`

> **Hint:** ATTACK

> **Explanation:** ATTACK QUOTES

> **Source notes:** "ATTACK"

## Write ATTACK
`id: write` `unit: ATTACK`

- = 7
- ! 8
  > Feedback ATTACK

## Name ATTACK
`id: name`

- = ATTACK
- ! QUOTES

## Gaps
`id: gaps`

Before ATTACK [[= 1999]] and [[( ) ATTACK | (x) QUOTES]].

## Match
`id: match`

| ATTACK | QUOTES |
|---|---|
| a) ATTACK | QUOTES |
| b) Left | ATTACK |

## Order
`id: order`

1. a) ATTACK
2. b) QUOTES

## Explain
`id: explain`

____

| Rubric ATTACK | Points |
|---|---:|
| ATTACK QUOTES | 1 |
"""
PAGES_OF_STAFF = (
    "/teach/",
    "/teach/quizzes/{quiz}/scores",
    "/teach/quizzes/{quiz}/marking",
    "/teach/quizzes/{quiz}/windows",
    "/teach/banks/hostile",
)


def publish(site: Site) -> str:
    """A quiz in which every field attacks, in a course whose title does; its id."""
    folder: Path = site.app.config["SETTINGS"].questions
    text = BANK.replace("ATTACK", ATTACK).replace("QUOTES", QUOTES)
    (folder / "hostile.md").write_text(text, encoding="utf-8")
    course = db.session.query(Course).one()
    course.title = f"Course {ATTACK} {QUOTES}"
    db.session.commit()
    return create_quiz(course.id, Library(folder).load("hostile"), QuizSettings(), utc_now()).id


def assert_unharmed(page: Page) -> None:
    """Nothing ran, and nothing became an element."""
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("window.hacked === undefined"), page.url
    assert page.locator("img[src='x'], svg[onload], [href^='javascript']").count() == 0, page.url


@pytest.mark.browser_context_args(bypass_csp=True)
def test_hostile_text_stays_text_on_every_page(watched: Page, site: Site) -> None:
    quiz = publish(site)
    join(watched, site, name=f"Ada{QUOTES.replace(' ', '/')}")
    assert_unharmed(watched)
    watched.goto(f"{site.url}/quizzes/{quiz}")
    assert_unharmed(watched)
    watched.get_by_role("button", name="Start the quiz").click()
    watched.wait_for_url("**/attempts/*")
    for box in watched.locator("main").get_by_role("textbox").all():
        box.fill(f"{ATTACK} {QUOTES}")
    assert_unharmed(watched)
    submit_quiz(watched)
    assert_unharmed(watched)
    watched.goto(site.setup_link)
    watched.get_by_label("Your name").fill(f"Dr {ATTACK}")
    watched.get_by_label("Email or username").fill("okafor")
    watched.get_by_label("Password").fill("four words make sense")
    watched.locator("main").get_by_role("button").click()
    watched.wait_for_url("**/teach/")
    for address in PAGES_OF_STAFF:
        watched.goto(site.url + address.format(quiz=quiz))
        assert_unharmed(watched)
