"""CSV that a spreadsheet opens as it is meant: marked as UTF-8, and no cell runs as a formula."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

Cell = str | int | Fraction | None

# What starts a formula in some spreadsheet, the full-width twins of the four signs included.
FORMULA_STARTS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
BYTE_ORDER_MARK = "\ufeff"
PIECE = 65_536  # characters


def safe_text(text: str) -> str:
    """`text`, with an apostrophe before what a spreadsheet would run; numbers stay."""
    if text.startswith(FORMULA_STARTS) and not NUMBER.fullmatch(text):
        return "'" + text
    return text


def write_csv(rows: Iterable[Iterable[Cell]]) -> bytes:
    """The whole file; None is an empty cell. Points, being millionths, are written in full."""
    return b"".join(stream_csv(rows))


def stream_csv(rows: Iterable[Iterable[Cell]], *, marked: bool = True) -> Iterator[bytes]:
    """The file as `write_csv` gives it in pieces, so that a long one is never whole in memory.

    `marked`: as UTF-8, which spreadsheets need and some other programs stumble over.
    """
    file = io.StringIO(newline="")
    file.write(BYTE_ORDER_MARK if marked else "")
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([_written(cell) for cell in row])
        if file.tell() >= PIECE:
            yield file.getvalue().encode()
            file.seek(0)
            file.truncate()
    yield file.getvalue().encode()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return safe_text(cell)
    exact = Fraction(cell)
    return f"{Decimal(exact.numerator) / Decimal(exact.denominator):f}"
