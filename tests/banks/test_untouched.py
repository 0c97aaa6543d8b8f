"""Lines that nobody touched keep their bytes, whatever a browser makes of the rest."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.banks.formatter import format_text
from quizapp.banks.untouched import keep_untouched, shown_text

BODY = st.one_of(
    st.sampled_from([b"", b"a", b"## Q", b"- (x) a) b", b"\xff\xfe", b"a\0b"]),
    st.text(max_size=6).map(lambda text: re.sub("[\r\n\ufeff]", "", text).encode()),
)
LINE = st.tuples(BODY, st.sampled_from([b"\n", b"\r\n", b"\r"])).map(b"".join)
FILE = st.tuples(st.sampled_from([b"", b"\xef\xbb\xbf"]), st.lists(LINE, max_size=8), BODY)


def joined(file: tuple[bytes, list[bytes], bytes]) -> bytes:
    """A file's bytes; a lone CR before an LF would be one line end, so it gets a letter between."""
    mark, lines, last = file
    return mark + re.sub(rb"\r(?=\r?\n)", b"\rx", b"".join([*lines, last]))


@given(FILE.map(joined))
def test_a_file_that_was_only_shown_stays_as_it_is(raw: bytes) -> None:
    assert keep_untouched(raw, shown_text(raw)) == raw


@given(FILE.map(joined), st.data())
def test_every_line_but_the_one_that_was_typed_over_keeps_its_bytes(
    raw: bytes, data: st.DataObject
) -> None:
    lines = shown_text(raw).split("\n")
    place = data.draw(st.integers(0, len(lines) - 1))
    typed = "\n".join([*lines[:place], "typed by hand", *lines[place + 1 :]])

    before, after = split(raw), split(keep_untouched(raw, typed))

    assert (after[:place], after[place + 1 :]) == (before[:place], before[place + 1 :])


def split(raw: bytes) -> list[bytes]:
    """Lines with their ends."""
    return re.split(rb"(?<=\n)|(?<=\r)(?!\n)", raw.removeprefix(b"\xef\xbb\xbf"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_new_lines_end_as_most_lines_do(end: str) -> None:
    raw = f"a{end}b{end}".encode()

    assert keep_untouched(raw, "a\r\nnew\r\nb\r\n") == f"a{end}new{end}b{end}".encode()


def test_a_new_file_ends_its_lines_with_a_line_feed() -> None:
    assert keep_untouched(b"", "a\r\nb\r\n") == b"a\nb\n"


def test_a_byte_order_mark_stays_though_its_line_was_changed() -> None:
    assert keep_untouched(b"\xef\xbb\xbf---\n", "----\n") == b"\xef\xbb\xbf----\n"


def test_a_browser_is_shown_no_byte_order_mark_and_one_kind_of_line_end() -> None:
    assert shown_text(b"\xef\xbb\xbfa\r\nb\rc\n") == "a\nb\nc\n"


@given(FILE.map(joined))
def test_formatting_keeps_every_line_that_it_does_not_add_to(raw: bytes) -> None:
    text = raw.decode(errors="replace")

    formatted = format_text(text, "bank")

    kept = iter(split(keep_untouched(raw, formatted)))
    assert all(line in kept for line in split(raw) if line.decode(errors="replace") in formatted)
