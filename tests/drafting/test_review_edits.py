"""Editing one question of a draft: nothing wrong is saved, and no text is lost."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.drafting.asking import PRICE, YEAR
from tests.drafting.reviewing import (
    REVIEW,
    decide_all,
    hidden,
    key_of,
    opened,
    progress,
    save,
    written,
)
from tests.insights.reading import text_of, words_in


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
