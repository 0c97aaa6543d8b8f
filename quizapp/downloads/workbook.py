"""The scores as an Excel workbook: sheets for attempts, answers, figures and the codebook."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, BinaryIO

from quizapp.downloads.codebook import codebook_rows
from quizapp.downloads.figures import Summary, figure_rows
from quizapp.downloads.records import AskedQuestion, TakenAttempt, question_ids
from quizapp.downloads.tables import LONG, long_rows, wide_header, wide_rows
from quizapp.errors import UserError
from quizapp.spreadsheet import Cell

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MOST_ROWS = 1_048_576  # that a sheet can hold
LONGEST = 32_767  # characters that a cell can hold


class WithoutWriter(UserError):
    """XlsxWriter isn't installed."""

    def __init__(self) -> None:
        super().__init__(
            "Excel files need one more package on this server. Whoever runs it can add it with: "
            "pip install 'quizapp[xlsx]'. The CSV files hold the same."
        )


def ensure_writer() -> None:
    """Raises WithoutWriter."""
    try:
        import xlsxwriter  # noqa: F401
    except ModuleNotFoundError:
        raise WithoutWriter from None


def write_workbook(
    file: BinaryIO,
    questions: Sequence[AskedQuestion],
    attempts: Iterable[TakenAttempt],
    summary: Summary,
    *,
    hides_names: bool,
) -> None:
    """Write the whole workbook, a row at a time; texts stay texts, so no cell runs as a formula."""
    from xlsxwriter import Workbook

    ids = question_ids(questions)
    with Workbook(file, {"constant_memory": True, "in_memory": False}) as book:
        scores = Sheets(book, "Scores", wide_header(ids, hides_names=hides_names))
        answers = Sheets(book, "Answers", list(LONG))
        for attempt in attempts:
            scores.add(*wide_rows([attempt], ids))
            answers.add(*long_rows([attempt]))
        header, *rows = figure_rows(summary)
        Sheets(book, "Figures", header).add(*rows)
        header, *rows = codebook_rows(questions, hides_names=hides_names)
        Sheets(book, "Codebook", header).add(*rows)


class Sheets:
    """A table, on a further sheet of that name whenever one is full."""

    def __init__(self, book: "Workbook", name: str, header: Sequence[Cell]) -> None:
        self._book, self._name, self._header = book, name, header
        self._bold = book.add_format({"bold": True})
        self._count = 0
        self._begin()

    def add(self, *rows: Sequence[Cell]) -> None:
        """Write rows below the others."""
        for row in rows:
            if self._row >= MOST_ROWS:
                self._begin()
            self._write(row)

    def _begin(self) -> None:
        self._count += 1
        name = self._name if self._count == 1 else f"{self._name} {self._count}"
        self._sheet: Any = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        self._row = 0
        self._write(self._header, self._bold)

    def _write(self, row: Sequence[Cell], form: Any = None) -> None:
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                self._sheet.write_string(self._row, column, cell[:LONGEST], form)
            elif isinstance(cell, int | Fraction):
                self._sheet.write_number(self._row, column, float(cell), form)
        self._row += 1


def read_pieces(file: BinaryIO, size: int = 65_536) -> Iterator[bytes]:
    """A file in pieces, closed at its end."""
    with file:
        while piece := file.read(size):
            yield piece
