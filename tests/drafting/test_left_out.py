"""What a draft left out can be read while it is reviewed."""

from dataclasses import replace
from pathlib import Path

from flask.testing import FlaskClient

from quizapp.banks.rules import RULES
from quizapp.drafting.left_out import MOST, LeftOut, find_left_out
from quizapp.generation.generator import Draft, draft_bank
from quizapp.generation.model_tier.verification import Refusal
from quizapp.generation.proposals import Dropped
from quizapp.generation.reading.reader import read_article
from quizapp.generation.tiers import Wishes
from tests.drafting.asking import ARTICLE
from tests.drafting.reviewing import REVIEW, STEMS, decide_all, hidden
from tests.insights.reading import text_of

PAGE = f"{REVIEW}/left-out"
ENOUGH = "Better ones were enough."


def of_two(staff: FlaskClient) -> None:
    """A draft of the best two questions of four."""
    sent = {"text": ARTICLE, "name": "ferry", "count": "2"}
    assert staff.post("/teach/generate", data=sent).status_code == 303


def test_the_review_leads_to_what_was_left_out_and_why(staff: FlaskClient) -> None:
    of_two(staff)
    assert f'href="{PAGE}"' in staff.get(REVIEW).text
    words = text_of(staff.get(PAGE))
    assert "2 questions came up while the bank was drafted, and are not in it." in words
    assert f"{ENOUGH} (2)" in words


def test_the_questions_are_named(staff: FlaskClient, questions: Path) -> None:
    of_two(staff)
    bank, page = (questions / "ferry.md").read_text(), text_of(staff.get(PAGE))
    assert all((stem in bank) is not (stem in page) for stem in STEMS)


def test_the_bank_holds_nothing_of_it(staff: FlaskClient, questions: Path) -> None:
    of_two(staff)
    assert ENOUGH not in (questions / "ferry.md").read_text()


def test_where_nothing_was_left_out_no_page_is_offered(staff: FlaskClient, draft: Path) -> None:
    assert PAGE not in staff.get(REVIEW).text
    assert staff.get(PAGE).headers["Location"] == REVIEW


def test_it_is_forgotten_once_the_review_is_finished(staff: FlaskClient, questions: Path) -> None:
    of_two(staff)
    (kept,) = (questions / "sources").glob("*.json")
    decide_all(staff, "accept", "accept")
    finished = staff.post(f"{REVIEW}/finish", data={"base": hidden(staff.get(REVIEW), "base")})
    assert finished.status_code == 303
    assert not kept.exists()


def test_a_file_that_somebody_broke_is_shown_as_nothing(
    staff: FlaskClient, questions: Path
) -> None:
    of_two(staff)
    (kept,) = (questions / "sources").glob("*.json")
    kept.write_text('[{"why": "x"}]')
    assert staff.get(PAGE).headers["Location"] == REVIEW
    assert staff.get(REVIEW).status_code == 200


def test_reasons_come_by_how_many_they_kept_out_and_what_a_model_said_counts() -> None:
    found = draft_bank(read_article(ARTICLE.encode()), "ferry", Wishes(count=1))
    refused = tuple(Refusal("x", "It can't be.", f"claim {n}") for n in range(MOST + 2))
    known = Draft(found.bank, found.text, found.article, 4, found.dropped, (), refused)
    first, *others = find_left_out(known)
    assert first == LeftOut("It can't be.", MOST + 2, tuple(f"claim {n}" for n in range(MOST)))
    assert first.unnamed == 2
    assert [each.why for each in others] == [ENOUGH]


def test_one_flaw_is_one_reason_whatever_it_quotes() -> None:
    found = draft_bank(read_article(ARTICLE.encode()), "ferry", Wishes(count=1))
    proposal = found.dropped[0].proposal
    dropped = tuple(
        Dropped(
            replace(proposal, stem=f"Which of {n}?"), "option-duplicate", f'"{n}" stands twice.'
        )
        for n in range(2)
    )
    (only,) = find_left_out(replace(found, dropped=dropped))
    assert only.why == RULES["option-duplicate"].why
    assert only.count == 2
