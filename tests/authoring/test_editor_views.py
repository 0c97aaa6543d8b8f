"""The editor's requests: what is saved, kept or refused, over real files."""

from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.banks.saving import digest_of
from tests.authoring.banks import BROKEN, GENES
from tests.authoring.editing import edited, field, history, send, typed_in
from tests.insights.reading import text_of

Write = Callable[[str, str], None]


def test_the_editor_shows_the_file_in_a_real_text_field(staff: FlaskClient, genes: Path) -> None:
    response = staff.get("/teach/banks/genes")

    assert typed_in(response) == GENES
    assert 'autocapitalize="off" autocorrect="off"' in response.text
    assert field(response, "base") == digest_of(genes.read_bytes())


def test_saving_writes_the_file_and_says_so(staff: FlaskClient, genes: Path) -> None:
    response = send(staff, genes, edited())

    assert response.headers["Location"] == "/teach/banks/genes"
    assert genes.read_text() == edited()
    words = text_of(staff.get("/teach/banks/genes"))
    assert "Saved genes.md." in words and "by you." in words


def test_a_bank_with_errors_can_be_saved(staff: FlaskClient, genes: Path) -> None:
    send(staff, genes, BROKEN)

    words = text_of(staff.get("/teach/banks/genes"))
    assert genes.read_text() == BROKEN
    assert "1 error" in words and "genes.md can't be published" in words


def test_a_broken_question_is_left_out_of_the_preview_and_the_rest_is_there(
    staff: FlaskClient, write: Write
) -> None:
    write("cells.md", BROKEN)

    words = text_of(staff.get("/teach/banks/cells/preview"))

    assert "1 question has an error and is left out." in words and "Cells have walls." in words
    assert "Which organelle" not in words


def test_a_draft_status_can_be_saved(staff: FlaskClient, genes: Path) -> None:
    text = GENES.replace("title: Genes", "title: Genes\nstatus: draft")

    assert send(staff, genes, text).status_code == 302
    assert genes.read_text() == text


def test_line_ends_and_a_byte_order_mark_stay_and_are_named(
    staff: FlaskClient, genes: Path
) -> None:
    raw = b"\xef\xbb\xbf" + GENES.replace("\n", "\r\n").replace("acid", "“acid”").encode()
    genes.write_bytes(raw)
    response = staff.get("/teach/banks/genes")

    send(staff, genes, typed_in(response).replace("title: Genes", "title: DNA"))

    words = text_of(response)
    assert genes.read_bytes() == raw.replace(b"title: Genes", b"title: DNA")
    assert "a byte order mark; line ends of Windows (CRLF); curly quotation marks" in words


def test_an_empty_text_is_refused(staff: FlaskClient, genes: Path) -> None:
    response = send(staff, genes, "")

    assert response.status_code == 422 and "The text is empty" in response.text
    assert genes.read_text() == GENES


def test_a_text_over_one_megabyte_is_refused_and_stands_there_still(
    staff: FlaskClient, genes: Path
) -> None:
    large = GENES + "ж" * 500_000

    response = send(staff, genes, large)

    assert response.status_code == 413 and "larger than 1 MB" in response.text
    assert typed_in(response) == large and genes.read_text() == GENES


def test_a_text_just_below_one_megabyte_is_saved_though_it_is_sent_three_times_as_long(
    staff: FlaskClient, genes: Path
) -> None:
    large = GENES + "ж" * 499_000 + "\n"

    assert send(staff, genes, large).status_code == 302
    assert genes.read_text() == large


def test_a_read_only_file_says_so_and_offers_the_download(staff: FlaskClient, genes: Path) -> None:
    genes.chmod(0o444)

    words = text_of(staff.get("/teach/banks/genes"))

    assert "This file can't be written. Download your version." in words
    assert "Save" not in words.split("Preview")[0].split("Text of the bank")[1]


def test_what_could_not_be_saved_is_kept_and_can_be_downloaded(
    staff: FlaskClient, genes: Path
) -> None:
    base = digest_of(genes.read_bytes())
    genes.chmod(0o444)

    response = send(staff, genes, edited(), base=base)

    assert response.status_code == 503 and typed_in(response) == edited()
    assert staff.get("/teach/banks/genes/file?version=draft").text == edited()
    assert genes.read_text() == GENES


def test_a_file_that_changed_is_not_overwritten_and_both_are_compared(
    staff: FlaskClient, genes: Path
) -> None:
    base = digest_of(genes.read_bytes())
    genes.write_text(GENES.replace("It is an acid", "It is sour"))

    response = send(staff, genes, edited(), base=base)

    assert response.status_code == 409 and "It is sour" in genes.read_text()
    assert "+ title: Genes and more" in response.text
    assert "- &gt; **Hint:** It is sour." in response.text


def conflict(browser: FlaskClient, path: Path) -> tuple[str, TestResponse]:
    """Another program changes the hint while this browser changes the title."""
    base = digest_of(path.read_bytes())
    send(browser, path, edited(), where="draft")
    theirs = GENES.replace("It is an acid", "It is sour")
    path.write_text(theirs)
    seen = digest_of(edited().encode())
    return theirs, send(browser, path, edited(), base=base, seen=seen)


def choosing(page: TestResponse, choice: str) -> dict[str, str]:
    """What a button of the compare page sends."""
    return {"choice": choice, "base": field(page, "base"), "mine": field(page, "mine")}


def test_keep_mine_puts_the_files_text_into_the_history_first(
    staff: FlaskClient, genes: Path
) -> None:
    theirs, page = conflict(staff, genes)

    staff.post("/teach/banks/genes/compare", data=choosing(page, "mine"))

    assert genes.read_text() == edited()
    assert history() == [GENES, theirs, edited()]


def test_taking_the_files_leaves_it_and_still_offers_mine(staff: FlaskClient, genes: Path) -> None:
    theirs, page = conflict(staff, genes)

    staff.post("/teach/banks/genes/compare", data=choosing(page, "theirs"))

    assert genes.read_text() == theirs
    assert "You have unsaved changes from" in text_of(staff.get("/teach/banks/genes"))


def test_the_merged_text_has_both_changes(staff: FlaskClient, genes: Path) -> None:
    _theirs, page = conflict(staff, genes)

    merged = typed_in(page)
    send(staff, genes, merged, base=field(page, "base"), merges="yes")

    assert "title: Genes and more" in merged and "It is sour" in merged
    assert genes.read_text() == merged and edited() in history()
    assert "unsaved changes" not in text_of(staff.get("/teach/banks/genes"))


def test_keep_mine_saves_what_was_compared_though_a_merged_text_is_typed_meanwhile(
    staff: FlaskClient, genes: Path
) -> None:
    _theirs, page = conflict(staff, genes)
    send(staff, genes, typed_in(page) + "half done", where="draft")

    staff.post("/teach/banks/genes/compare", data=choosing(page, "mine"))

    assert genes.read_text() == edited()


def test_keep_mine_over_a_file_that_moved_again_compares_anew(
    staff: FlaskClient, genes: Path
) -> None:
    _theirs, page = conflict(staff, genes)
    genes.write_text("moved again")

    response = staff.post("/teach/banks/genes/compare", data=choosing(page, "mine"))

    assert response.status_code == 409 and genes.read_text() == "moved again"


def test_a_deleted_file_is_said_so_and_can_be_made_anew(staff: FlaskClient, genes: Path) -> None:
    base = digest_of(genes.read_bytes())
    genes.unlink()
    response = staff.post("/teach/banks/genes/text", data={"text": edited(), "base": base})
    assert response.status_code == 409 and "was deleted" in response.text

    staff.post("/teach/banks/genes/compare", data=choosing(response, "mine"))

    assert genes.read_text() == edited()


def test_check_only_shows_problems_and_leaves_the_file(staff: FlaskClient, genes: Path) -> None:
    response = send(staff, genes, BROKEN, action="check")

    words = text_of(staff.get(response.headers["Location"]))
    assert "1 error" in words and "Not saved to the file yet." in words
    assert genes.read_text() == GENES
    assert "Cells have walls." in text_of(staff.get("/teach/banks/genes/preview?draft=1"))
    assert "Cells have walls." not in text_of(staff.get("/teach/banks/genes/preview"))


def test_a_link_of_a_problem_leads_to_its_line_without_scripts(
    staff: FlaskClient, write: Write
) -> None:
    write("cells.md", BROKEN)

    html = staff.get("/teach/banks/cells").text

    listing = html.partition("<noscript>")[2].partition("</noscript>")[0]
    assert 'href="#line-14"' in html and 'id="line-14"' in listing


def test_an_outside_change_is_seen_by_the_next_request(staff: FlaskClient, genes: Path) -> None:
    staff.get("/teach/banks/genes")
    genes.write_text(edited())

    assert typed_in(staff.get("/teach/banks/genes")) == edited()


def test_a_saved_bank_names_who_saved_it(
    staff: FlaskClient, colleague: FlaskClient, genes: Path
) -> None:
    send(colleague, genes, edited())

    assert "by Dr Baker." in text_of(staff.get("/teach/banks/genes"))


def test_the_download_is_the_file_byte_by_byte(staff: FlaskClient, genes: Path) -> None:
    genes.write_bytes(b"\xef\xbb\xbf---\r\n\xff")

    response = staff.get("/teach/banks/genes/file")

    assert response.data == b"\xef\xbb\xbf---\r\n\xff"
    assert response.headers["Content-Disposition"] == "attachment; filename=genes.md"


def test_the_page_may_frame_its_preview_and_nothing_else(staff: FlaskClient, genes: Path) -> None:
    policy = staff.get("/teach/banks/genes").headers["Content-Security-Policy"]

    assert "frame-src 'self'" in policy and "frame-ancestors 'none'" in policy


def test_nothing_runs_in_the_preview(staff: FlaskClient, genes: Path) -> None:
    policy = staff.get("/teach/banks/genes/preview").headers["Content-Security-Policy"]

    assert "sandbox allow-same-origin" in policy and "allow-scripts" not in policy
    assert "frame-ancestors 'self'" in policy
