"""Going through a draft in the browser: every decision is in the file, and none is lost."""

import re
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from quizapp.banks.library import Library
from quizapp.banks.reviewing import Progress
from quizapp.revisions.queries import list_revisions
from tests.attempts.builders import browser_of
from tests.drafting.asking import CLUB, PRICE, YEAR
from tests.drafting.reviewing import (
    REVIEW,
    decide,
    decide_all,
    hidden,
    key_of,
    opened,
    progress,
    undo,
)
from tests.factories import make_course, make_enrollment, make_user
from tests.insights.reading import text_of


def test_the_first_question_stands_beside_the_sentence_that_proves_it(
    staff: FlaskClient, draft: Path
) -> None:
    page = staff.get(REVIEW)
    words = text_of(page)
    assert YEAR in words and "0 of 4 reviewed: 0 accepted, 0 dropped" in words
    assert "Proposed by simple rules from sentence 1." in words
    lit = re.findall(r"<mark[^>]*>(.*?)</mark>", page.text, re.DOTALL)
    assert lit == ["The ferry across the Marn stopped in 1998, when the new bridge was opened."]
    assert "1998" in words and "Correct answer" in words and "2004" in words


def test_accepting_marks_the_question_in_the_file_and_opens_the_next(
    staff: FlaskClient, draft: Path
) -> None:
    before = draft.read_text()
    response = decide(staff, "accept")
    assert draft.read_text() == before.replace("sentence 1`", "sentence 1, accepted`", 1)
    words = text_of(staff.get(response.headers["Location"]))
    assert PRICE in words and "1 of 4 reviewed: 1 accepted, 0 dropped" in words
    assert f"Accepted: {YEAR}" in words


def test_dropping_takes_the_question_out_of_the_file(staff: FlaskClient, draft: Path) -> None:
    response = decide(staff, "drop")
    assert YEAR not in draft.read_text()
    words = text_of(staff.get(response.headers["Location"]))
    assert "1 of 4 reviewed: 0 accepted, 1 dropped" in words and f"Dropped: {YEAR}" in words


def test_every_decision_is_in_the_history(staff: FlaskClient, draft: Path) -> None:
    decide_all(staff, "accept", "drop")
    kinds = [line.kind for line in list_revisions("ferry")]
    assert kinds == ["reviewed", "reviewed", "drafted"]
    assert "A question reviewed by Dr Okafor" in text_of(staff.get("/teach/banks/ferry/history"))


def test_decisions_are_taken_back_one_after_the_other(staff: FlaskClient, draft: Path) -> None:
    texts = [draft.read_text()]
    for act in ("accept", "drop", "accept"):
        decide_all(staff, act)
        texts.append(draft.read_text())
    for expected in reversed(texts[:-1]):
        assert undo(staff).status_code == 303
        assert draft.read_text() == expected
    assert "Undo" not in text_of(staff.get(REVIEW))
    assert staff.post(f"{REVIEW}/undo", data={"base": ""}).status_code == 409
    assert draft.read_text() == texts[0]


def test_taking_a_decision_back_opens_its_question(staff: FlaskClient, draft: Path) -> None:
    decide_all(staff, "accept", "drop")
    response = undo(staff)
    assert PRICE in text_of(staff.get(response.headers["Location"]))


def test_nothing_is_taken_back_over_an_outside_edit(staff: FlaskClient, draft: Path) -> None:
    decide_all(staff, "accept")
    base = hidden(staff.get(REVIEW), "base")
    changed = draft.read_text().replace("The article says so.", "It is known.", 1)
    draft.write_text(changed)
    response = staff.post(f"{REVIEW}/undo", data={"base": base})
    assert response.status_code == 409 and "so nothing was undone." in response.text
    assert draft.read_text() == changed and f"{REVIEW}/undo" not in response.text


def test_the_same_decision_sent_twice_is_made_once(staff: FlaskClient, draft: Path) -> None:
    for act in ("accept", "drop"):
        sent = {**opened(staff), "act": act}
        answers = [staff.post(REVIEW, data=sent).status_code for _ in range(2)]
        assert answers == [303, 303]
    assert progress(draft) == Progress(made=4, accepted=1, waiting=2)


def test_two_tabs_decide_on_different_questions(staff: FlaskClient, draft: Path) -> None:
    first = opened(staff, key_of(draft, YEAR))
    second = opened(staff, key_of(draft, CLUB))
    assert staff.post(REVIEW, data={**first, "act": "accept"}).status_code == 303
    assert staff.post(REVIEW, data={**second, "act": "drop"}).status_code == 303
    assert progress(draft) == Progress(made=4, accepted=1, waiting=2)


def test_no_decision_is_made_on_a_text_that_nobody_saw(staff: FlaskClient, draft: Path) -> None:
    seen = opened(staff)
    changed = draft.read_text().replace("2001", "2002")
    draft.write_text(changed)
    for act in ("accept", "drop"):
        response = staff.post(REVIEW, data={**seen, "act": act})
        assert response.status_code == 409
        assert "The question was changed after you opened it, so nothing was done." in response.text
        assert "2002" in response.text and draft.read_text() == changed


def test_what_one_tab_accepted_another_does_not_drop_unseen(
    staff: FlaskClient, draft: Path
) -> None:
    seen = opened(staff)
    decide_all(staff, "accept")
    assert staff.post(REVIEW, data={**seen, "act": "drop"}).status_code == 409
    assert YEAR in draft.read_text()


def test_a_question_that_is_gone_cant_be_accepted(staff: FlaskClient, draft: Path) -> None:
    seen = opened(staff)
    decide_all(staff, "drop")
    response = staff.post(REVIEW, data={**seen, "act": "accept"})
    assert response.status_code == 409 and "isn&#39;t in the file any more" in response.text


def test_an_outside_edit_elsewhere_is_kept(staff: FlaskClient, draft: Path) -> None:
    seen = opened(staff)
    draft.write_text(draft.read_text().replace("title: ", "title: New ").replace('New "', '"New '))
    assert staff.post(REVIEW, data={**seen, "act": "accept"}).status_code == 303
    assert 'title: "New ' in draft.read_text() and progress(draft).accepted == 1


def test_a_question_with_an_error_can_only_be_edited_or_dropped(
    staff: FlaskClient, draft: Path
) -> None:
    draft.write_text(
        draft.read_text()
        .replace("(x) c) 1998", "( ) c) 1998")
        .replace("(x) b) 1998", "( ) b) 1998")
        .replace("(x) a) 1998", "( ) a) 1998")
        .replace("(x) d) 1998", "( ) d) 1998")
    )
    page = staff.get(REVIEW)
    assert "It has an error" in text_of(page) and 'value="accept"' not in page.text
    assert decide(staff, "accept").status_code == 422
    assert decide(staff, "drop").status_code == 303


def test_when_all_are_decided_on_the_draft_becomes_a_bank(
    staff: FlaskClient, draft: Path, questions: Path
) -> None:
    decide_all(staff, "accept", "drop", "accept", "accept")
    page = staff.get(REVIEW)
    assert "Finish: 3 questions kept" in text_of(page)
    response = staff.post(f"{REVIEW}/finish", data={"base": hidden(page, "base")})
    assert response.headers["Location"] == "/teach/banks/ferry"
    assert Library(questions).load("ferry").is_clean
    assert "The review is finished: 3 questions kept." in text_of(staff.get(REVIEW))


def test_a_draft_isnt_finished_while_a_question_waits(staff: FlaskClient, draft: Path) -> None:
    base = hidden(staff.get(REVIEW), "seen")
    response = staff.post(f"{REVIEW}/finish", data={"base": base})
    assert response.status_code == 409 and "status: draft" in draft.read_text()


def test_a_draft_isnt_finished_over_a_file_that_changed(staff: FlaskClient, draft: Path) -> None:
    decide_all(staff, *["accept"] * 4)
    base = hidden(staff.get(REVIEW), "base")
    draft.write_text(draft.read_text().replace("2001", "2002"))
    assert staff.post(f"{REVIEW}/finish", data={"base": base}).status_code == 409
    assert "status: draft" in draft.read_text()


def test_a_draft_of_which_nothing_is_kept_says_what_to_do(staff: FlaskClient, draft: Path) -> None:
    decide_all(staff, *["drop"] * 4)
    assert "You dropped every question." in text_of(staff.get(REVIEW))


def test_a_bank_that_nobody_drafted_has_nothing_to_review(
    staff: FlaskClient, questions: Path
) -> None:
    (questions / "own.md").write_text("---\ntitle: Own\nstatus: draft\n---\n\n## One?\n\n- = 1\n")
    assert "There is nothing to review here." in text_of(staff.get("/teach/banks/own/review"))
    assert staff.get("/teach/banks/none/review").status_code == 404


def test_a_draft_with_questions_waiting_says_so_where_banks_are_listed(
    staff: FlaskClient, draft: Path
) -> None:
    decide_all(staff, "accept")
    listed = staff.get("/teach/banks/")
    assert "Draft: 1 of 4 reviewed." in text_of(listed)
    assert f'class="row" href="{REVIEW}"' in listed.text
    bank = staff.get("/teach/banks/ferry")
    assert "Draft: 1 of 4 reviewed." in text_of(bank) and f'href="{REVIEW}"' in bank.text
    home = staff.get("/teach/")
    assert "ferry.md : 1 of 4 reviewed" in text_of(home) and f'href="{REVIEW}"' in home.text


def test_a_draft_cant_be_published_and_the_reason_names_the_review(
    staff: FlaskClient, draft: Path
) -> None:
    words = text_of(staff.get("/teach/banks/ferry"))
    assert "ferry.md is a draft, and 0 of its 4 questions are reviewed." in words
    assert "Finish its review under Banks, then publish it." in words


def test_assistants_review_nothing(app: Flask, draft: Path) -> None:
    user = make_user()
    make_enrollment(make_course(title="Physics"), user, "assistant")
    browser = browser_of(app, user)
    assert browser.get(REVIEW).status_code == 404
    assert browser.post(REVIEW, data={"act": "drop"}).status_code == 404
