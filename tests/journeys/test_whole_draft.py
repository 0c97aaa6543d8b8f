"""What the rules really draft can be reviewed from the first question to the last."""

from playwright.sync_api import Page, expect

from quizapp.banks.library import Library
from tests.journeys.drafting import bank, draft, press, progress, strike
from tests.journeys.steps import Site


def test_every_question_is_shown_beside_its_proof_until_the_draft_is_a_bank(
    watched: Page, site: Site
) -> None:
    draft(watched, site)
    made = progress(site).made
    assert made >= 3
    for _ in range(made):
        expect(watched.locator("mark").first).to_be_visible()
        strike(watched, "a")
    press(watched, f"Finish: {made} questions kept")
    loaded = Library(bank(site).parent).load("ferry")
    assert loaded.is_clean and not loaded.lacks_names
    assert loaded.bank is not None and len(loaded.bank.questions) == made
