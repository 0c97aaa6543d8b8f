"""Drafting a bank from an article in the browser: what is made, and what is refused."""

from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from quizapp.banks.library import Library
from quizapp.revisions.queries import list_revisions
from tests.drafting.asking import ARTICLE, TITLE, YEAR
from tests.insights.reading import text_of, words_in

ADDRESS = "/teach/generate"
FRENCH = "Le chat dort sur le tapis pendant que la pluie tombe doucement dehors. " * 20


def errors_in(browser: FlaskClient, **sent: object) -> str:
    """What the page says of a form that isn't taken."""
    response = browser.post(ADDRESS, data=sent, content_type="multipart/form-data")
    assert response.status_code == 422
    assert "There is a problem" in response.text and 'aria-invalid="true"' in response.text
    return words_in(response.text)


def send_large(browser: FlaskClient, sent: dict[str, object]) -> TestResponse:
    """Send a form from memory: the test client leaves the file open that it else makes."""
    boundary, body = encode_multipart(sent)
    return browser.post(
        ADDRESS, data=body, content_type=f'multipart/form-data; boundary="{boundary}"'
    )


def uploaded(raw: bytes, name: str = "ferry.txt") -> FileStorage:
    return FileStorage(BytesIO(raw), filename=name)


def test_a_draft_is_a_bank_that_nobody_can_publish_yet(draft: Path, questions: Path) -> None:
    loaded = Library(questions).load("ferry")
    assert loaded.bank is not None and loaded.is_draft and not loaded.has_errors
    assert YEAR in [question.heading for question in loaded.bank.questions]
    assert not loaded.lacks_names


def test_the_text_that_was_read_lies_beside_the_bank(draft: Path, questions: Path) -> None:
    assert (questions / "sources" / "ferry.txt").read_text().startswith(TITLE)


def test_the_draft_is_in_the_history_and_in_the_audit_trail(
    draft: Path, staff: FlaskClient
) -> None:
    assert [line.kind for line in list_revisions("ferry")] == ["drafted"]
    words = text_of(staff.get("/teach/banks/ferry/history"))
    assert "Drafted from an article by Dr Okafor" in words


def test_the_review_opens_and_says_what_was_drafted(staff: FlaskClient) -> None:
    response = staff.post(ADDRESS, data={"text": ARTICLE})
    assert response.headers["Location"] == "/teach/banks/how-the-ferry-came-back/review"
    words = text_of(staff.get(response.headers["Location"]))
    assert "Drafted 4 questions into how-the-ferry-came-back.md." in words
    assert "No parser is here." in words


def test_a_name_that_is_taken_is_not_proposed_again(staff: FlaskClient, questions: Path) -> None:
    for expected in ("how-the-ferry-came-back", "how-the-ferry-came-back-2"):
        response = staff.post(ADDRESS, data={"text": ARTICLE})
        assert response.headers["Location"] == f"/teach/banks/{expected}/review"
        assert (questions / f"{expected}.md").exists()


@pytest.mark.parametrize("name", ["ferry.txt", "ferry.md", "ferry.html"])
def test_a_file_will_do_in_each_of_its_kinds(
    staff: FlaskClient, questions: Path, name: str
) -> None:
    text = ARTICLE
    if name.endswith("html"):
        text = "".join(f"<p>{part}</p>" for part in ARTICLE.split("\n\n"))
    data = {"file": uploaded(text.encode(), name), "title": "Two ways home", "name": "ferry"}
    response = staff.post(ADDRESS, data=data, content_type="multipart/form-data")
    assert response.status_code == 303, words_in(response.text)
    assert 'title: "Two ways home"' in (questions / "ferry.md").read_text()


def test_the_number_and_the_types_can_be_chosen(staff: FlaskClient, questions: Path) -> None:
    data = {"text": ARTICLE, "name": "ferry", "count": "2", "types": ["multiple_choice"]}
    assert staff.post(ADDRESS, data=data).status_code == 303
    bank = Library(questions).load("ferry").bank
    assert bank is not None
    assert [question.body.name for question in bank.questions] == ["multiple_choice"] * 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Paste the article's text, or choose its file."),
        ("  \n ", "Paste the article's text, or choose its file."),
        ("One line.", "The article has only 2 words."),
        (FRENCH, "The article doesn't seem to be in English."),
        ("It is one of the words. " * 4_000, "at most 20,000 are read here."),
        ("It was as it had been, and so it went on for all of the day. " * 20, "No question could"),
    ],
)
def test_an_article_that_gives_no_draft_is_refused_and_kept(
    staff: FlaskClient, questions: Path, text: str, sentence: str
) -> None:
    words = errors_in(staff, text=text, name="ferry")
    assert sentence in words
    assert (
        " ".join(text.split()) in words
        and 'value="ferry"' in staff.post(ADDRESS, data={"text": text, "name": "ferry"}).text
    )
    assert list(questions.iterdir()) in ([], [questions / "sources"])


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "The article isn't UTF-8 text"),
        (b"words \x00 and more", "The article isn't text."),
        (b"It is one of the words. " * 50_000, "The article is larger than 1 MB."),
        (b"", "The article has no text."),
    ],
)
def test_a_file_that_is_no_article_is_refused_at_its_field(
    staff: FlaskClient, raw: bytes, sentence: str
) -> None:
    response = send_large(staff, {"file": uploaded(raw)})
    assert response.status_code == 422
    assert f'<a href="#file">{sentence}' in response.text.replace("&#39;", "'")


def test_a_pasted_text_over_one_megabyte_is_refused_and_kept(staff: FlaskClient) -> None:
    text = "It is one of the words. " * 45_000
    response = send_large(staff, {"text": text})
    assert response.status_code == 422
    assert "The article is larger than 1 MB." in response.text and text in response.text


def test_more_than_a_form_may_hold_is_refused(staff: FlaskClient) -> None:
    assert send_large(staff, {"text": "x" * 3_000_000}).status_code == 413


def test_a_text_and_a_file_are_one_too_many(staff: FlaskClient) -> None:
    words = errors_in(staff, text=ARTICLE, file=uploaded(ARTICLE.encode()))
    assert "There is a text here and a file below." in words


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", "Fähre 1", "isn't a bank's name"),
        ("name", "../ferry", "isn't a bank's name"),
        ("count", "0", "Write a number from 1 to 60"),
        ("count", "many", "Write a number from 1 to 60"),
        ("title", "x" * 201, "At most 200 characters."),
    ],
)
def test_what_is_wrong_with_a_field_is_said_there(
    staff: FlaskClient, field: str, typed: str, sentence: str
) -> None:
    words = errors_in(staff, **{"text": ARTICLE, field: typed})
    assert sentence in words


def test_no_bank_that_is_there_or_put_away_is_written_over(staff: FlaskClient, draft: Path) -> None:
    before = draft.read_text()
    assert "There is a bank ferry already" in errors_in(staff, text=ARTICLE, name="ferry")
    staff.post("/teach/banks/ferry/archive")
    assert "There is a bank ferry already" in errors_in(staff, text=ARTICLE, name="ferry")
    assert (draft.parent / "archived" / "ferry.md").read_text() == before


def test_a_source_of_that_name_is_not_written_over(staff: FlaskClient, questions: Path) -> None:
    (questions / "sources").mkdir()
    (questions / "sources" / "ferry.txt").write_text("Notes of mine.")
    errors_in(staff, text=ARTICLE, name="ferry")
    assert (questions / "sources" / "ferry.txt").read_text() == "Notes of mine."


def test_no_type_is_offered_that_nothing_drafts(staff: FlaskClient) -> None:
    page = staff.get(ADDRESS).text
    assert 'value="multiple_choice"' in page
    assert 'value="essay"' not in page
