"""The Excel file, taken apart again."""

import io
import re
import sys
import zipfile
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from quizapp.attempts.models import Response
from quizapp.courses.models import Course
from quizapp.downloads import workbook
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.insights.builders import make_attempt, make_student

NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
Row = dict[str, str | float]


def sheets_of(content: bytes) -> dict[str, list[Row]]:
    """The cells of every sheet by column; no cell may be a formula."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        return {
            name: _rows(book.read(f"xl/worksheets/sheet{at}.xml"))
            for at, name in enumerate(names, 1)
        }


def _rows(xml: bytes) -> list[Row]:
    root = ElementTree.fromstring(xml)
    assert root.find(".//m:f", NAMES) is None
    return [
        {re.sub(r"\d", "", cell.attrib["r"]): _value(cell) for cell in row.findall("m:c", NAMES)}
        for row in root.findall(".//m:row", NAMES)
    ]


def _value(cell: ElementTree.Element) -> str | float:
    if cell.attrib.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{{{NAMES['m']}}}t"))
    return float(cell.findtext("m:v", "", NAMES))


def download(browser: FlaskClient, quiz: Quiz) -> dict[str, list[Row]]:
    return sheets_of(browser.get(f"/teach/quizzes/{quiz.id}/scores.xlsx").data)


def test_workbook_has_scores_answers_and_codebook(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course, "Ada Obi", login="ada"), 1, 0.5)

    found = download(staff, quiz)

    assert list(found) == ["Scores", "Answers", "Figures", "Codebook"]
    assert (found["Scores"][0]["A"], found["Scores"][1]["A"]) == ("name", "Ada Obi")
    assert found["Scores"][1]["O"] == 0.5
    assert list(found["Answers"][2].values()) == [1, "ada", "osmosis", "a", 0.25, 0.5, 2]
    assert found["Codebook"][-1]["B"] == "osmosis"


def test_texts_stay_texts(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    attempt = make_attempt(quiz, make_student(course, "=1+1"), 1, 2)
    db.session.get_one(Response, (attempt.id, 1)).answer = ["=cmd|' /C calc'!A0\x07<b>"]
    db.session.commit()

    found = download(staff, quiz)

    assert found["Scores"][1]["A"] == "=1+1"
    assert str(found["Answers"][1]["D"]).startswith("=cmd|' /C calc'!A0")


def test_full_sheet_goes_on_with_another(
    staff: FlaskClient, course: Course, quiz: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    for _ in range(2):
        make_attempt(quiz, make_student(course), 1, 2)

    found = download(staff, quiz)

    assert [name for name in found if name.startswith("Answers")] == ["Answers", "Answers 2"]
    assert found["Answers 2"][0] == found["Answers"][0]
    assert len(found["Answers"]) == len(found["Answers 2"]) == 3


def test_without_the_package_a_sentence_says_so(
    staff: FlaskClient, quiz: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    response = staff.get(f"/teach/quizzes/{quiz.id}/scores.xlsx")

    assert response.status_code == 400
    assert "quizapp[xlsx]" in response.text
