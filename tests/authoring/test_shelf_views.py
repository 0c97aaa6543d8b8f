"""New banks, finding, renaming, archiving, images and mends, through a browser over real files."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from quizapp.accounts.models import AuditEvent
from quizapp.authoring.shelf import NewBank
from quizapp.banks.library import Library
from quizapp.banks.saving import NotSaved
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.question_types import all_types
from quizapp.quizzes.models import Quiz, QuizPart
from tests.authoring.banks import GENES
from tests.authoring.editing import edited, field, history, send
from tests.banks.pictures import png
from tests.insights.builders import publish
from tests.insights.reading import text_of

Write = Callable[[str, str], None]


def make(browser: FlaskClient, name: str, begins: str = "sample", **given: Any) -> TestResponse:
    """Send the form for a new bank."""
    data = {"name": name, "begins": begins, **given}
    return browser.post("/teach/banks/", data=data, content_type="multipart/form-data")


def upload(raw: bytes, name: str = "week-02.md") -> tuple[io.BytesIO, str]:
    return io.BytesIO(raw), name


def test_a_new_bank_begins_with_a_sample_of_each_type(staff: FlaskClient, questions: Path) -> None:
    response = make(staff, "week-01")

    loaded = Library(questions).load("week-01")
    assert response.headers["Location"] == "/teach/banks/week-01"
    assert loaded.bank and loaded.is_clean
    assert {question.body.name for question in loaded.bank.questions} == {
        kind.name for kind in all_types()
    }


def test_a_new_bank_may_begin_empty(staff: FlaskClient, questions: Path) -> None:
    make(staff, "week-01", "empty")

    assert (questions / "week-01.md").read_text() == "---\ntitle: Week 01\n---\n\n"


def test_an_uploaded_file_is_the_bank_byte_by_byte(staff: FlaskClient, questions: Path) -> None:
    raw = b"\xef\xbb\xbf" + GENES.replace("\n", "\r\n").encode()
    make(staff, "genes", "file", file=upload(raw))

    assert (questions / "genes.md").read_bytes() == raw


def test_an_uploaded_file_may_keep_its_own_name(staff: FlaskClient, questions: Path) -> None:
    make(staff, "", "file", file=upload(GENES.encode(), "../Week 02 (new).md"))

    assert Library(questions).names() == ("week-02-new",)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "Choose a file"),
        (b"a\0b", "UTF-8"),
        (b"\xff\xfea\0", "UTF-8"),
    ],
)
def test_a_file_that_is_no_bank_is_refused(
    staff: FlaskClient, questions: Path, raw: bytes, words: str
) -> None:
    response = make(staff, "genes", "file", file=upload(raw))

    assert response.status_code == 422 and words in response.text
    assert Library(questions).names() == ()


def test_a_file_over_one_megabyte_is_refused() -> None:
    with pytest.raises(NotSaved, match="1 MB"):
        NewBank("genes", "file", raw=b"x" * 1_000_001).content()


def test_a_file_far_over_one_megabyte_gets_a_sentence(staff: FlaskClient) -> None:
    response = staff.post(
        "/teach/banks/", data=b"x" * 2_000_000, content_type="multipart/form-data; boundary=x"
    )

    assert response.status_code == 413 and "larger than 1 MB" in response.text


@pytest.mark.parametrize("name", ["", "..", "../x", "Week 1", "a/b", "x" * 65, "a\0b", "%2e%2e"])
def test_a_name_that_is_none_is_refused(staff: FlaskClient, questions: Path, name: str) -> None:
    response = make(staff, name)

    assert response.status_code == 422 and "small letters, digits and hyphens" in response.text
    assert list(questions.parent.rglob("*.md")) == []


def test_a_name_that_is_taken_is_refused(staff: FlaskClient, genes: Path) -> None:
    response = make(staff, "genes")

    assert response.status_code == 422 and "There is a bank genes already" in response.text
    assert genes.read_text() == GENES


def test_a_missing_folder_is_made_with_the_first_bank(staff: FlaskClient, questions: Path) -> None:
    questions.rmdir()

    make(staff, "week-01")

    assert Library(questions).names() == ("week-01",)


def test_banks_are_found_by_name_and_title(staff: FlaskClient, genes: Path, write: Write) -> None:
    write("cells.md", GENES.replace("title: Genes", "title: Walls"))

    for find, found in (("GENES", "genes"), ("walls", "cells")):
        words = text_of(staff.get(f"/teach/banks/?find={find}"))
        assert f"{found}.md" in words and len({"genes.md", "cells.md"} & set(words.split())) == 1
    assert "No bank has “x”" in text_of(staff.get("/teach/banks/?find=x"))


def test_assistants_are_offered_no_new_bank(reader: FlaskClient, genes: Path) -> None:
    assert "New bank" not in text_of(reader.get("/teach/banks/"))


def test_a_renamed_bank_takes_its_history_and_quizzes_along(
    staff: FlaskClient, genes: Path, course: Course
) -> None:
    publish(course, {"genes": 2}, bank="genes")
    send(staff, genes, edited())

    response = staff.post("/teach/banks/genes/rename", data={"name": "heredity"})

    assert response.headers["Location"] == "/teach/banks/heredity"
    assert not genes.exists() and history("heredity") == [GENES, edited()]
    assert db.session.scalars(select(Quiz.bank)).all() == ["heredity"]
    assert db.session.scalars(select(QuizPart.bank)).all() == ["heredity"]


def test_renaming_onto_another_bank_changes_nothing(
    staff: FlaskClient, genes: Path, write: Write
) -> None:
    write("cells.md", "cells")
    send(staff, genes, edited())

    response = staff.post("/teach/banks/genes/rename", data={"name": "cells"})

    assert response.status_code == 422 and "There is a bank cells already" in response.text
    assert history() == [GENES, edited()] and history("cells") == []


def test_an_archived_bank_leaves_the_list_and_keeps_quizzes_and_history(
    staff: FlaskClient, genes: Path, course: Course
) -> None:
    quiz = publish(course, {"genes": 2}, bank="genes")
    send(staff, genes, edited())

    staff.post("/teach/banks/genes/archive")

    words = text_of(staff.get("/teach/banks/"))
    assert "There are no banks yet." in words and "Archived genes.md Take back" in words
    assert history() == [GENES, edited()]
    assert staff.get(f"/teach/quizzes/{quiz.id}/scores").status_code == 200


def test_an_archived_bank_can_be_taken_back(staff: FlaskClient, genes: Path) -> None:
    staff.post("/teach/banks/genes/archive")
    staff.post("/teach/banks/genes/take-back")

    assert genes.read_text() == GENES


def test_the_name_of_an_archived_bank_is_not_given_again(staff: FlaskClient, genes: Path) -> None:
    staff.post("/teach/banks/genes/archive")

    assert "There is an archived bank genes" in make(staff, "genes").text


def test_moving_a_bank_leaves_rows_in_the_audit_trail(staff: FlaskClient, genes: Path) -> None:
    staff.post("/teach/banks/genes/rename", data={"name": "dna"})
    staff.post("/teach/banks/dna/archive")
    staff.post("/teach/banks/dna/take-back")

    rows = db.session.scalars(select(AuditEvent).where(AuditEvent.act == "bank edited"))
    assert sorted((row.object, row.detail) for row in rows) == [
        ("bank dna", "archived"), ("bank dna", "taken back"), ("bank genes", "renamed dna"),
    ]  # fmt: skip


def test_an_uploaded_image_is_listed_with_the_markdown_to_paste(
    staff: FlaskClient, genes: Path
) -> None:
    staff.post("/teach/banks/genes/images", data={"file": upload(png(), "My Map.png")})

    page = staff.get("/teach/banks/genes/images")
    assert "![what it shows](images/my-map.png)" in page.text
    assert staff.get("/teach/images/images/my-map.png").data == png()


def test_an_svg_is_refused_whatever_it_is_called(staff: FlaskClient, genes: Path) -> None:
    response = staff.post(
        "/teach/banks/genes/images", data={"file": upload(b"<svg onload='x'/>", "map.png")}
    )

    assert response.status_code == 422 and "isn&#39;t an image" in response.text


def test_no_image_is_said_so(staff: FlaskClient, genes: Path) -> None:
    response = staff.post("/teach/banks/genes/images", data={})

    assert response.status_code == 422 and "Choose an image." in response.text


def test_ids_and_letters_are_added_after_a_look_at_the_difference(
    staff: FlaskClient, genes: Path
) -> None:
    genes.write_text(GENES.replace("`id: genes` ", "").replace("- (x) a) DNA", "- (x) DNA"))
    assert "Add ids and letters" in text_of(staff.get("/teach/banks/genes"))
    page = staff.get("/teach/banks/genes/mend/names")
    assert "+ `id: what-are-genes-made-of` `points: 2`" in page.text

    staff.post("/teach/banks/genes/mend/names", data={"base": field(page, "base")})

    assert not Library(genes.parent).load("genes").lacks_names
    assert "- (x) a) DNA" in genes.read_text()


def test_the_draft_status_is_taken_out_and_nothing_else(staff: FlaskClient, genes: Path) -> None:
    genes.write_bytes(GENES.replace("title: Genes", "title: Genes\nstatus: draft").encode())
    assert "Take the draft status out" in text_of(staff.get("/teach/banks/genes"))
    page = staff.get("/teach/banks/genes/mend/status")

    staff.post("/teach/banks/genes/mend/status", data={"base": field(page, "base")})

    assert genes.read_text() == GENES


def test_a_mend_of_a_file_that_moved_shows_what_would_change_now(
    staff: FlaskClient, genes: Path
) -> None:
    genes.write_text(GENES.replace("`id: genes` ", ""))
    page = staff.get("/teach/banks/genes/mend/names")
    genes.write_text(GENES.replace("`id: genes` ", "").replace("title: Genes", "title: DNA"))

    response = staff.post("/teach/banks/genes/mend/names", data={"base": field(page, "base")})

    assert response.headers["Location"] == "/teach/banks/genes/mend/names"
    assert "`id: genes`" not in genes.read_text()


def test_a_mend_waits_for_unsaved_changes(staff: FlaskClient, genes: Path) -> None:
    genes.write_text(GENES.replace("`id: genes` ", ""))
    send(staff, genes, edited(), where="draft")

    page = staff.get("/teach/banks/genes/mend/names").text

    assert "You have unsaved changes in this bank." in page and 'name="base"' not in page


def test_there_is_no_other_mend(staff: FlaskClient, genes: Path) -> None:
    assert staff.get("/teach/banks/genes/mend/all").status_code == 404
