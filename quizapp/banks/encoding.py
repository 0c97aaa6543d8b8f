"""A bank's bytes as text, and what in them an editor must have gone wrong about."""

import re
from dataclasses import dataclass

from quizapp.question_types.base import Problem

LINE_END = re.compile(r"\r\n?|\n")
LINE_END_BYTES = re.compile(rb"\r\n?|\n")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_LINES = 50  # a photo saved as a bank would otherwise have a problem on each of its lines
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Decoded:
    """Text as the parser takes it; bytes that aren't UTF-8 are replaced and named."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(raw: bytes) -> Decoded:
    """The text of a file; line ends and a byte order mark stay as they are."""
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError:
        problems = tuple(_undecodable(raw))
        return Decoded(raw.decode("utf-8", errors="replace"), problems)


def _undecodable(raw: bytes) -> list[Problem]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return [_not_utf8(1, 1, "This file is UTF-16. Save it as UTF-8.")]
    problems: list[Problem] = []
    for number, line in enumerate(LINE_END_BYTES.split(raw), start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            column = len(line[: error.start].decode("utf-8", errors="replace")) + 1
            byte = f"0x{line[error.start]:02X}"
            sentence = f"Byte {byte} isn't UTF-8. Save the file as UTF-8 and type the letter anew."
            problems.append(_not_utf8(number, column, sentence))
        if len(problems) == _MOST_LINES:
            break
    return problems


def _not_utf8(line: int, column: int, message: str) -> Problem:
    return Problem(line=line, column=column, code="not-utf8", message=message)


def clean(text: str) -> tuple[list[str], list[Problem]]:
    """The lines of `text` without what no line may hold, and a problem for each such thing."""
    problems: list[Problem] = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(_warning("byte-order-mark", 1, "Save the file as UTF-8 without a BOM."))
    lines = LINE_END.split(text)
    if "\r" in text:
        problems.extend(_lone_returns(text))
    if "\0" in text:
        problems.extend(_nul(lines))
        lines = [line.replace("\0", REPLACEMENT) for line in lines]
    if not text.isascii() and _SURROGATE.search(text):
        problems.extend(_surrogates(lines))
        lines = [_SURROGATE.sub(REPLACEMENT, line) for line in lines]
    return lines, problems


def _lone_returns(text: str) -> list[Problem]:
    place = re.search(r"\r(?!\n)", text)
    if place is None:
        return []
    line = len(LINE_END.findall(text, 0, place.start())) + 1
    sentence = "This line ends with a carriage return alone. Save with line feeds (LF) instead."
    return [_warning("carriage-return", line, sentence)]


def _nul(lines: list[str]) -> list[Problem]:
    sentence = "There is a NUL character here. Delete it and type the place anew."
    found = [(number, line.find("\0")) for number, line in enumerate(lines, start=1)]
    return [Problem(n, column + 1, "nul", sentence) for n, column in found if column >= 0]


def _surrogates(lines: list[str]) -> list[Problem]:
    sentence = "There is half a character here. Delete it and type it anew."
    found = [(number, _SURROGATE.search(line)) for number, line in enumerate(lines, start=1)]
    return [_not_utf8(n, match.start() + 1, sentence) for n, match in found if match]


def _warning(code: str, line: int, message: str) -> Problem:
    return Problem(line=line, column=1, code=code, message=message, level="warning")
