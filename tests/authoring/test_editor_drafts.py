"""Drafts and the history: what was typed and not saved, and what was ever saved."""

from pathlib import Path

from flask.testing import FlaskClient

from quizapp.banks.saving import digest_of
from tests.authoring.banks import BROKEN, GENES
from tests.authoring.editing import edited, field, history, send, typed_in
from tests.insights.reading import text_of

PAGE = "/teach/banks/genes"


def draft(browser: FlaskClient, path: Path, text: str, seen: str = "") -> str:
    """Keep a draft as the page's script does; what names it."""
    reply = send(browser, path, text, where="draft", seen=seen).json
    assert reply
    return str(reply["seen"])


def test_a_draft_is_offered_on_return_and_the_file_is_as_it_was(
    staff: FlaskClient, genes: Path
) -> None:
    draft(staff, genes, edited())

    page = staff.get(PAGE)
    assert "You have unsaved changes from" in page.text and typed_in(page) == GENES
    assert typed_in(staff.get(f"{PAGE}?draft=1")) == edited()
    assert genes.read_text() == GENES


def test_a_draft_is_its_writers_alone(
    staff: FlaskClient, colleague: FlaskClient, genes: Path
) -> None:
    draft(staff, genes, edited())

    assert "unsaved changes" not in colleague.get(PAGE).text
    assert typed_in(colleague.get(f"{PAGE}?draft=1")) == GENES


def test_keeping_a_draft_tells_the_script_what_is_wrong(staff: FlaskClient, genes: Path) -> None:
    reply = send(staff, genes, BROKEN, where="draft").json

    assert reply and [(found["level"], found["line"]) for found in reply["problems"]] == [
        ("error", 14)
    ]
    assert not reply["is_behind"]


def test_keeping_a_draft_tells_when_the_file_moved_on(staff: FlaskClient, genes: Path) -> None:
    base = digest_of(genes.read_bytes())
    genes.write_text(edited())

    reply = send(staff, genes, BROKEN, where="draft", base=base).json

    assert reply and reply["is_behind"]


def test_a_text_that_is_the_files_again_is_no_draft(staff: FlaskClient, genes: Path) -> None:
    seen = draft(staff, genes, edited())

    assert draft(staff, genes, GENES, seen) == ""
    assert "unsaved changes" not in staff.get(PAGE).text


def test_a_draft_over_one_megabyte_is_refused(staff: FlaskClient, genes: Path) -> None:
    assert send(staff, genes, "x" * 1_000_001, where="draft").status_code == 413


def test_saving_ends_the_draft(staff: FlaskClient, genes: Path) -> None:
    seen = draft(staff, genes, edited())

    send(staff, genes, edited() + "\nMore.\n", seen=seen)

    assert "unsaved changes" not in staff.get(PAGE).text


def test_discarding_a_draft_keeps_its_text_in_the_history(staff: FlaskClient, genes: Path) -> None:
    draft(staff, genes, edited())

    staff.post(f"{PAGE}/draft/discard")

    assert "unsaved changes from" not in staff.get(PAGE).text
    assert edited() in history()
    assert "and given up; it never was in the file" in staff.get(f"{PAGE}/history").text


def test_a_draft_that_was_offered_and_typed_over_goes_to_the_history(
    staff: FlaskClient, genes: Path
) -> None:
    draft(staff, genes, edited())
    draft(staff, genes, GENES + "\nSomething else.\n")

    assert edited() in history()


def test_drafts_of_one_page_replace_each_other(staff: FlaskClient, genes: Path) -> None:
    seen = draft(staff, genes, edited())
    draft(staff, genes, edited() + "\nMore.\n", seen)

    assert history() == [GENES]


def test_a_draft_outlives_the_file(staff: FlaskClient, genes: Path) -> None:
    draft(staff, genes, edited())
    genes.unlink()

    words = text_of(staff.get(f"{PAGE}/compare"))

    assert "There is no file genes.md any more. Your text is safe." in words


def test_the_history_names_each_version_with_the_newest_first(
    staff: FlaskClient, genes: Path
) -> None:
    send(staff, genes, edited())

    words = text_of(staff.get(f"{PAGE}/history"))

    assert "Version 2 Saved by Dr Okafor" in words and "In the file now Version 1" in words
    assert "As it lay in the folder" in words


def test_an_unnoticed_outside_change_is_said_so(staff: FlaskClient, genes: Path) -> None:
    send(staff, genes, edited())
    genes.write_text(BROKEN)

    assert "isn't in the list yet" in text_of(staff.get(f"{PAGE}/history"))


def test_reading_the_history_changes_nothing(staff: FlaskClient, genes: Path) -> None:
    staff.get(f"{PAGE}/history")
    staff.get(PAGE)

    assert history() == []


def test_a_version_shows_what_it_changed_and_what_restoring_would(
    staff: FlaskClient, genes: Path
) -> None:
    send(staff, genes, edited())
    send(staff, genes, BROKEN)

    page = staff.get(f"{PAGE}/history/2").text

    assert "+ title: Genes and more" in page and "- title: Cells" in page


def test_restoring_is_a_new_version_and_loses_nothing(staff: FlaskClient, genes: Path) -> None:
    send(staff, genes, edited())
    page = staff.get(f"{PAGE}/history/1")

    staff.post(f"{PAGE}/history/1", data={"base": field(page, "base")})

    assert genes.read_text() == GENES
    assert history() == [GENES, edited(), GENES]


def test_restoring_over_a_file_that_moved_is_refused(staff: FlaskClient, genes: Path) -> None:
    send(staff, genes, edited())
    page = staff.get(f"{PAGE}/history/1")
    genes.write_text(BROKEN)

    response = staff.post(f"{PAGE}/history/1", data={"base": field(page, "base")})

    assert response.status_code == 409 and genes.read_text() == BROKEN


def test_a_deleted_bank_comes_back_from_its_history(staff: FlaskClient, genes: Path) -> None:
    send(staff, genes, edited())
    genes.unlink()
    assert "There is no file genes.md any more" in text_of(staff.get(f"{PAGE}/history"))

    staff.post(f"{PAGE}/history/2", data={"base": ""})

    assert genes.read_text() == edited()


def test_a_bank_that_went_away_is_listed_with_its_history(staff: FlaskClient, genes: Path) -> None:
    send(staff, genes, edited())
    genes.unlink()

    page = staff.get("/teach/banks/").text

    assert "No longer in the folder" in page and f'href="{PAGE}/history"' in page


def test_a_version_of_the_history_can_be_downloaded(staff: FlaskClient, genes: Path) -> None:
    send(staff, genes, edited())

    assert staff.get(f"{PAGE}/file?version=1").text == GENES


def test_a_version_that_is_none_is_not_found(staff: FlaskClient, genes: Path) -> None:
    for version in ("0", "7", "-1", "999999999999", "x", "draft"):
        assert staff.get(f"{PAGE}/file?version={version}").status_code == 404
        assert staff.get(f"{PAGE}/history/{version}").status_code == 404
