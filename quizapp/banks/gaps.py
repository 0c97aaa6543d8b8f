"""Gaps in text: `[[= answer]]` and `[[( ) wrong | (x) right]]` outside code."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.banks.page import Page, tidy
from quizapp.banks.spans import HIDDEN
from quizapp.question_types.block import Gap, GappedText

_TOKEN = re.compile(r"\\.|\[\[|\]\](?!\])", re.DOTALL)


@dataclass(frozen=True)
class GapPlace:
    """Where a gap stands on its page: line, and the columns of its brackets' outer ends."""

    line: int
    start: int
    end: int


def find_gaps(page: Page, lines: Iterable[int]) -> list[GapPlace]:
    """The gaps in some lines, masked from now on; those that can't be read are reported."""
    found = []
    for number in lines:
        if "[[" in page.masked[number]:
            found.extend(_gaps_of(page, number))
    for place in found:
        line = page.masked[place.line]
        filler = "`" * (place.end - place.start)
        page.masked[place.line] = line[: place.start] + filler + line[place.end :]
    return found


def first_gap(masked: str) -> int | None:
    """The column of the first gap or beginning of one in a line."""
    if "[[" not in masked:
        return None
    found = (match.start() for match in _TOKEN.finditer(masked) if match.group() == "[[")
    return next(found, None)


def read_gapped(page: Page, start: int, end: int, places: list[GapPlace]) -> GappedText:
    """The lines as text with gaps."""
    texts = []
    line, column = start, 0
    for place in places:
        texts.append(_between(page, (line, column), (place.line, place.start)))
        line, column = place.line, place.end
    texts.append(_between(page, (line, column), (end - 1, len(page.shown[end - 1]))))
    texts[0] = tidy([texts[0] + "."])[:-1]
    texts[-1] = texts[-1].rstrip()
    gaps = tuple(_gap(page, place) for place in places)
    return GappedText(tuple(texts), gaps, page.number(start))


def _gaps_of(page: Page, number: int) -> list[GapPlace]:
    found = []
    opened: int | None = None
    for match in _TOKEN.finditer(page.masked[number]):
        if match.group() == "[[":
            if opened is not None:
                _report_unclosed(page, number, opened)
            opened = match.start()
        elif match.group() == "]]" and opened is not None:
            place = GapPlace(number, opened, match.end())
            opened = None
            if _ensure_form(page, place):
                found.append(place)
    if opened is not None:
        _report_unclosed(page, number, opened)
    return found


def _report_unclosed(page: Page, number: int, column: int) -> None:
    mend = "Write ]] where the gap ends, on the same line, or \\[[ if it is text."
    page.report((number, column), "unclosed-gap", f"This gap has no end. {mend}")


def _ensure_form(page: Page, place: GapPlace) -> bool:
    content = page.raw[place.line][place.start + 2 : place.end - 2].strip()
    if content.startswith(("=", "!", "(")):
        return True
    mend = f"Write [[= {content[:40]}]], or \\[[ if it is text."
    page.report((place.line, place.start), "gap-form", f"This gap names no answer. {mend}")
    return False


def _between(page: Page, start: tuple[int, int], end: tuple[int, int]) -> str:
    if start[0] == end[0]:
        return page.shown[start[0]][start[1] : end[1]].replace(HIDDEN, "")
    first = page.shown[start[0]][start[1] :]
    last = page.shown[end[0]][: end[1]]
    lines = [first, *page.shown[start[0] + 1 : end[0]], last]
    return "\n".join(line.replace(HIDDEN, "") for line in lines)


def _gap(page: Page, place: GapPlace) -> Gap:
    source = page.shown[place.line][place.start + 2 : place.end - 2].replace(HIDDEN, "")
    in_table = any(
        block.kind == "table" and block.start <= place.line < block.end for block in page.blocks
    )
    source = source.replace("\\|", "|") if in_table else source
    return Gap(source, page.number(place.line), place.start + 1)
