"""A changed text as bytes in which every line that nobody touched keeps its own bytes.

A browser shows a file without its byte order mark, ends every line alike, and can't show a NUL or
bytes that aren't UTF-8; none of that may change lines that a person has left alone.
"""

import re
from collections import Counter

from quizapp.banks.difference import lines_of, runs
from quizapp.banks.encoding import LINE_END_BYTES, REPLACEMENT

_MARK = b"\xef\xbb\xbf"


def shown_text(raw: bytes) -> str:
    """A file's text as a browser's text field has it: no byte order mark, lines end with LF."""
    return "\n".join(_shown_lines(raw))


def keep_untouched(raw: bytes, text: str) -> bytes:
    """`text` as bytes; lines that stand in `raw` too, the file it was made from, stay as there.

    New lines end as most lines of the file do. A lone surrogate raises UnicodeEncodeError.
    """
    mark = _MARK if raw.startswith(_MARK) else b""
    pieces = _pieces(raw)
    usual = _usual_end(pieces)
    lines = lines_of(text)
    kept: list[tuple[bytes, bytes]] = []
    for run in runs(_shown_lines(raw), [_visible(line) for line in lines]):
        if run.is_same:
            kept += [pieces[number] for number in run.old]
        else:
            kept += [(lines[number].encode(), usual) for number in run.new]
    *others, (last, _) = kept
    body = b"".join(line + (end or usual) for line, end in others)
    return mark + body + last


def _shown_lines(raw: bytes) -> list[str]:
    return [_visible(line.decode(errors="replace")) for line, _ in _pieces(raw)]


def _pieces(raw: bytes) -> list[tuple[bytes, bytes]]:
    """Each line and its end; the last has none."""
    parts = re.split(b"(%b)" % LINE_END_BYTES.pattern, raw.removeprefix(_MARK))
    return list(zip(parts[::2], [*parts[1::2], b""], strict=True))


def _visible(line: str) -> str:
    return line.replace("\0", REPLACEMENT)


def _usual_end(pieces: list[tuple[bytes, bytes]]) -> bytes:
    ends = Counter(end for _, end in pieces if end)
    return ends.most_common(1)[0][0] if ends else b"\n"
