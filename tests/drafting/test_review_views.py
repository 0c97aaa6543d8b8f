"""Going through a draft in the browser: every decision is in the file, and none is lost."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.banks.library import Library
from quizapp.banks.reviewing import Drafted, Progress, read_drafted
from quizapp.revisions.queries import list_revisions
from tests.attempts.builders import browser_of
from tests.drafting.asking import CLUB, LEADER, PRICE, YEAR
from tests.factories import make_course, make_enrollment, make_user
from tests.insights.reading import text_of, words_in

REVIEW = "/teach/banks/ferry/review"
STEMS = (YEAR, PRICE, LEADER, CLUB)  # in the order of the file


def drafted(path: Path) -> Drafted:
    return read_drafted(path.read_text())


def progress(path: Path) -> Progress:
    return drafted(path).progress


def key_of(path: Path, stem: str) -> str:
    return next(each.key for each in drafted(path).questions if each.heading == stem)


def hidden(page: TestResponse, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text)
    assert found, name
    return found.group(1)


def opened(browser: FlaskClient, key: str = "") -> dict[str, str]:
    """What the page of a question carries with a decision."""
    page = browser.get(REVIEW, query_string={"q": key})
    return {name: hidden(page, name) for name in ("key", "seen")}


def decide(browser: FlaskClient, act: str, key: str = "") -> TestResponse:
    return browser.post(REVIEW, data={**opened(browser, key), "act": act})


def undo(browser: FlaskClient) -> TestResponse:
    page = browser.get(REVIEW)
    return browser.post(f"{REVIEW}/undo", data={"base": hidden(page, "base")})


def decide_all(browser: FlaskClient, *acts: str) -> None:
    for act in acts:
        assert decide(browser, act).status_code == 303


def written(page: TestResponse) -> str:
    """What stands in the text field."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.text, re.DOTALL)
    assert found
    return found.group(1).replace("&#34;", '"').replace("&gt;", ">").replace("&#39;", "'")


def save(browser: FlaskClient, key: str, old: str, new: str, act: str = "save") -> TestResponse:
    """Edit a question as a browser does."""
    page = browser.get(f"{REVIEW}/edit", query_string={"q": key})
    text = written(page).replace(old, new).replace("\n", "\r\n")
    sent = {"key": hidden(page, "key"), "seen": hidden(page, "seen"), "text": text, "act": act}
    return browser.post(f"{REVIEW}/edit", data=sent)


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


def test_editing_shows_that_question_only_and_saves_it(staff: FlaskClient, draft: Path) -> None:
    before, key = draft.read_text(), key_of(draft, PRICE)
    page = staff.get(f"{REVIEW}/edit", query_string={"q": key})
    assert written(page).startswith(f"## {PRICE}\n`id: {key}`")
    assert YEAR not in written(page) and "from:" not in written(page)
    response = save(staff, key, "120,000", "110,000")
    assert response.headers["Location"] == f"{REVIEW}?q={key}"
    assert draft.read_text() == before.replace("120,000", "110,000")
    words = text_of(staff.get(response.headers["Location"]))
    assert f"Edited: {PRICE}" in words and "0 of 4 reviewed" in words


def test_an_edited_question_can_be_accepted_in_the_same_step(
    staff: FlaskClient, draft: Path
) -> None:
    response = save(staff, key_of(draft, YEAR), "2001", "2002", act="accept")
    assert progress(draft).accepted == 1 and "2002" in draft.read_text()
    assert PRICE in text_of(staff.get(response.headers["Location"]))


def test_a_question_may_get_another_id(staff: FlaskClient, draft: Path) -> None:
    key = key_of(draft, YEAR)
    response = save(staff, key, f"id: {key}", "id: stopped")
    assert response.headers["Location"] == f"{REVIEW}?q=stopped"
    assert progress(draft).made == 4 and progress(draft).dropped == 0


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("(x)", "( )", "is marked correct"),
        ("1998, when", "1997, when", "isn't in the source"),
        ("## ", "", "starts with ##"),
        ("- (", "## Another?\n\n- (", "several headings"),
    ],
)
def test_a_question_with_an_error_isnt_saved_and_the_text_is_kept(
    staff: FlaskClient, draft: Path, old: str, new: str, sentence: str
) -> None:
    before = draft.read_text()
    response = save(staff, key_of(draft, YEAR), old, new)
    assert response.status_code == 422
    words = words_in(response.text)
    assert "There is a problem" in words and sentence in words
    assert draft.read_text() == before
    assert new.strip() in written(response)


def test_an_empty_text_is_refused(staff: FlaskClient, draft: Path) -> None:
    sent = {**opened(staff), "text": " "}
    response = staff.post(f"{REVIEW}/edit", data=sent)
    assert response.status_code == 422 and "The text is empty." in response.text


def test_an_edit_over_a_change_shows_both_and_saves_when_told_to(
    staff: FlaskClient, draft: Path
) -> None:
    key = key_of(draft, YEAR)
    page = staff.get(f"{REVIEW}/edit", query_string={"q": key})
    text = written(page).replace("1995", "1994")
    draft.write_text(draft.read_text().replace("2001", "2002"))
    sent = {"key": key, "seen": hidden(page, "seen"), "text": text, "act": "save"}
    conflict = staff.post(f"{REVIEW}/edit", data=sent)
    assert conflict.status_code == 409 and written(conflict) == text
    assert "2002" in words_in(conflict.text) and "1994" not in draft.read_text()
    again = staff.post(f"{REVIEW}/edit", data={**sent, "seen": hidden(conflict, "seen")})
    assert again.status_code == 303
    assert "1994" in draft.read_text() and "2001" in draft.read_text()


def test_an_edit_of_a_question_that_is_gone_can_be_saved_all_the_same(
    staff: FlaskClient, draft: Path
) -> None:
    key = key_of(draft, YEAR)
    page = staff.get(f"{REVIEW}/edit", query_string={"q": key})
    sent = {"key": key, "seen": hidden(page, "seen"), "text": written(page), "act": "save"}
    decide_all(staff, "drop")
    conflict = staff.post(f"{REVIEW}/edit", data=sent)
    assert conflict.status_code == 409
    assert "Saving puts your text at the end of the bank." in words_in(conflict.text)
    again = staff.post(f"{REVIEW}/edit", data={**sent, "seen": hidden(conflict, "seen")})
    assert again.status_code == 303 and draft.read_text().count(YEAR) == 1


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
