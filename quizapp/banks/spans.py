"""Code spans and comments inside running text: where marks and gaps mean nothing."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

HIDDEN = "\0"  # stands for a comment's characters until the text is cut out; clean text has none
_TOKEN = re.compile(r"\\.|`+|<!--", re.DOTALL)
_RUN = re.compile(r"`+")
_VISIBLE = re.compile(r"[^\n]")


@dataclass(frozen=True)
class CodeSpan:
    """A code span by its place in the text; `content` as CommonMark reads it."""

    start: int
    end: int
    content: str


@dataclass(frozen=True)
class Scan:
    """A text twice, character by character in the same places."""

    masked: str  # code on one line is backticks, and comments are spaces
    shown: str  # comments are HIDDEN
    notes: tuple[str, ...] = ()


def scan(text: str) -> Scan:
    """What is code and what is a comment in one paragraph, heading or cell."""
    if "`" not in text and "<!--" not in text:
        return Scan(text, text)
    masked, shown, notes = [], [], []
    place = 0
    for start, end, is_code in _spans(text):
        masked.append(text[place:start])
        shown.append(text[place:start])
        span = text[start:end]
        # A backtick that pairs with one lines away is likely a slip: it must not hide a key.
        hides = not is_code or "\n" not in span
        masked.append(_VISIBLE.sub("`" if is_code else " ", span) if hides else span)
        shown.append(span if is_code else _VISIBLE.sub(HIDDEN, span))
        if not is_code:
            notes.append(span[4:-3].strip())
        place = end
    masked.append(text[place:])
    shown.append(text[place:])
    return Scan("".join(masked), "".join(shown), tuple(notes))


@lru_cache(maxsize=64)
def code_spans(text: str) -> tuple[CodeSpan, ...]:
    """The code spans of `text`, in order."""
    found = []
    for start, end, is_code in _spans(text):
        if is_code:
            found.append(CodeSpan(start, end, _content(text[start:end])))
    return tuple(found)


def code_span(content: str) -> str:
    """`content` as a code span, with as many backticks as it takes."""
    longest = max((len(run) for run in _RUN.findall(content)), default=0)
    fence = "`" * (longest + 1) if longest else "`"
    pad = " " if content[:1] in "` " or content[-1:] in "` " else ""
    return f"{fence}{pad}{content}{pad}{fence}"


def _content(span: str) -> str:
    ticks = len(span) - len(span.lstrip("`"))
    content = span[ticks:-ticks].replace("\n", " ")
    if content.strip(" ") and content[0] == content[-1] == " ":
        return content[1:-1]
    return content


def _spans(text: str) -> list[tuple[int, int, bool]]:
    """Start, end and whether it is code (else a comment); linear in the text."""
    closers = _closers(text)
    last_comment_end = text.rfind("-->")
    found = []
    place = 0
    while match := _TOKEN.search(text, place):
        start, place = match.span()
        opener = match.group()
        if opener.startswith("`"):
            end = _closer(closers, len(opener), place)
        elif opener == "<!--" and place <= last_comment_end:
            end = text.find("-->", place) + 3
        else:
            continue
        if end > place:
            found.append((start, end, opener != "<!--"))
            place = end
    return found


def _closers(text: str) -> dict[int, list[int]]:
    closers: dict[int, list[int]] = {}
    for run in _RUN.finditer(text):
        closers.setdefault(run.end() - run.start(), []).append(run.start())
    return closers


def _closer(closers: dict[int, list[int]], length: int, place: int) -> int:
    """The end of the next run of `length` backticks at or after `place`, or -1."""
    starts = closers.get(length, [])
    index = bisect_left(starts, place)
    return starts[index] + length if index < len(starts) else -1
