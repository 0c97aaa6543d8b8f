"""The gradebook's files: ours, and those that other systems import."""

from fractions import Fraction

from quizapp.attempts.rules import AttemptScore
from quizapp.gradebook.files import System, file_rows
from quizapp.gradebook.rules import Cell, State
from tests.gradebook.builders import MISSED, book, column, final, row

TO_MARK = Cell(State.TO_BE_MARKED, AttemptScore(Fraction(3), Fraction(10), unmarked=Fraction(5)))
BOOK = book(
    [column("one", "Cells"), column("two", "Genes"), column("three", "Genes")],
    row("Ada B. Obi", final(7.5), TO_MARK, MISSED, login="ada@example.org", student_number="S1"),
    row("Bo", MISSED, MISSED, final(1), login="bo"),
    row("Cy", final(1), final(1), final(1), role=None),
)


def rows(system: System) -> list[list[object]]:
    return [list(row) for row in file_rows(BOOK, system)]


def test_ours_has_score_possible_and_state_of_every_quiz() -> None:
    header, ada, *others = rows(System.OURS)
    assert header[:5] == ["name", "login", "student_number", "in_course", "average"]
    assert header[5:8] == ["Cells", "Cells of", "Cells state"]
    assert header[8::3] == ["Genes (1)", "Genes (2)"]
    assert ada[:5] == ["Ada B. Obi", "ada@example.org", "S1", 1, Fraction(3, 8)]
    assert ada[5:8] == [Fraction(15, 2), 10, "final"]
    assert ada[8:] == [3, 10, "to be marked", None, None, "missed"]
    assert [row[3] for row in others] == [1, 0]


def test_canvas_gets_its_columns_and_the_points_possible() -> None:
    assert rows(System.CANVAS) == [
        [
            *["Student", "ID", "SIS User ID", "SIS Login ID", "Section"],
            "Cells",
            "Genes (1)",
            "Genes (2)",
        ],
        ["    Points Possible", "", "", "", "", 10, 10, 10],
        ["Ada B. Obi", "", "S1", "ada@example.org", "", Fraction(15, 2), None, None],
        ["Bo", "", "", "bo", "", None, None, 1],
    ]


def test_moodle_gets_email_or_username() -> None:
    header, ada, bo = rows(System.MOODLE)
    assert header[:4] == ["Full name", "Username", "ID number", "Email address"]
    assert ada[:4] == ["Ada B. Obi", "", "S1", "ada@example.org"]
    assert bo[:4] == ["Bo", "bo", "", ""]


def test_blackboard_gets_last_and_first_name() -> None:
    header, ada, bo = rows(System.BLACKBOARD)
    assert header[:4] == ["Last Name", "First Name", "Username", "Student ID"]
    assert ada[:4] == ["Obi", "Ada B.", "ada@example.org", "S1"]
    assert bo[:4] == ["Bo", "", "bo", ""]
