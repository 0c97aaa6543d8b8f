"""The page of a bank for assistants, who read and don't edit."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from quizapp.question_types import all_types
from tests.authoring.banks import BROKEN, GENES
from tests.insights.reading import text_of

Write = Callable[[str, str], None]


def bank_of(browser: FlaskClient, name: str = "genes") -> str:
    return text_of(browser.get(f"/teach/banks/{name}"))


def test_a_problem_shows_its_line_with_a_mark_under_the_place(
    reader: FlaskClient, write: Write
) -> None:
    write("cells.md", BROKEN)

    html = reader.get("/teach/banks/cells").text

    assert '14 | - ( ) a) Nucleus\n   |   <span class="caret" aria-hidden="true">^</span>' in html


def test_a_problem_links_to_its_line(reader: FlaskClient, write: Write) -> None:
    write("cells.md", BROKEN)

    html = reader.get("/teach/banks/cells").text

    assert 'href="#line-14"' in html and 'id="line-14"' in html


def test_a_warning_links_to_its_question(reader: FlaskClient, write: Write) -> None:
    write("genes.md", GENES.replace("`id: genes` ", ""))

    html = reader.get("/teach/banks/genes").text

    assert 'href="#question-1"' in html and 'id="question-1"' in html


def test_errors_come_before_warnings(reader: FlaskClient, write: Write) -> None:
    write("cells.md", BROKEN.replace("`id: walls`", ""))

    words = bank_of(reader, "cells")

    assert words.index("Error Line 14") < words.index("Warning Line 5")


def test_a_broken_question_does_not_hide_the_others(reader: FlaskClient, write: Write) -> None:
    write("cells.md", BROKEN)

    assert "Cells have walls." in bank_of(reader, "cells")


def test_a_file_that_is_no_bank_shows_its_text_and_problems(
    reader: FlaskClient, write: Write
) -> None:
    write("torn.md", "---\ntitle: [\n---\n\nText\n")

    words = bank_of(reader, "torn")

    assert "Error Line" in words and "2 | title: [" in words


def test_a_question_shows_key_feedback_explanation_and_evidence(
    reader: FlaskClient, write: Write
) -> None:
    write("genes.md", GENES)

    words = bank_of(reader)

    parts = (
        "DNA Yours, correct",
        "Deoxyribonucleic acid carries them.",
        '"genes are made of DNA" Principles of Heredity',
        "Hint It is an acid.",
        "Feedback to “ Protein ” That is what they encode.",
    )
    assert [part for part in parts if part not in words] == []


def test_the_text_stands_with_its_line_numbers(reader: FlaskClient, write: Write) -> None:
    write("genes.md", GENES)

    assert "2 | title: Genes" in bank_of(reader)


def test_lines_are_numbered_as_problems_count_them(reader: FlaskClient, write: Write) -> None:
    write(
        "genes.md", GENES.replace("Read the", "Read\u2028the\x0b").replace("- (x) a)", "- (x) A)")
    )

    html = reader.get("/teach/banks/genes").text

    assert 'id="line-14">  14 | - (x) A) DNA' in html and 'href="#line-14"' in html


@pytest.mark.parametrize("name", [kind.name for kind in all_types()])
def test_every_type_of_question_can_be_read(reader: FlaskClient, write: Write, name: str) -> None:
    (kind,) = [kind for kind in all_types() if kind.name == name]
    write("bank.md", f"---\ntitle: Bank\n---\n\n{kind.example}")

    assert f"{kind.label}, line 5" in bank_of(reader, "bank")


def test_html_in_a_bank_is_text(reader: FlaskClient, write: Write) -> None:
    write("genes.md", GENES.replace("DNA", "<script>alert(1)</script>"))

    assert "<script>alert" not in reader.get("/teach/banks/genes").text
