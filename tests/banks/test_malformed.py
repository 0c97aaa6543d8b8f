"""Files that are wrong: each ends in a problem with its line, never in a crash, never slowly."""

import random
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.banks.formatter import format_text
from quizapp.banks.library import check
from quizapp.banks.reader import Reading, parse, parse_bytes

FOLDER = Path(__file__).parent / "malformed"
GOOD = (
    "---\ntitle: Planets\nsources:\n  notes: {title: Notes}\n---\n\nWelcome.\n\n# Planets\n\n"
    "## Which planet has rings?\n`id: rings` `points: 2`\n\n- (x) a) Saturn\n  > Yes.\n"
    "- ( ) b) Mars\n- ( ) c) Venus `last`\n\n> **Hint:** Think.\n\n"
    "## Name it.\n`id: name` `typos: 1`\n\n- = Saturn\n- ! Mars\n\n"
    "## How many?\n`id: many`\n\n- = 8 +- 1\n- = 1 .. 9 => 50%\n\n"
    "## Fill in.\n`id: fill`\n\nThe [[= 1999]] plan of [[( ) Io | (x) Mars]].\n\n"
    "## Match.\n`id: match`\n\n| A | B |\n|---|---|\n| a) x | 1 |\n| b) y | 2 |\n| | 3 |\n\n"
    "## Order.\n`id: order`\n\n1. a) One\n2. b) Two\n\n"
    "## Explain.\n`id: explain`\n\n____ (150-300 words)\n\n"
    "| Rubric | Points |\n|---|---|\n| x | 1 |\n"
)
START = b"---\ntitle: Planets\n---\n\n"
BODY = (
    b"## Which planet has rings?\n`id: rings`\n\n- (x) a) Saturn\n- ( ) b) Mars\n- ( ) c) Venus\n"
)
SLOWEST = 2.0  # seconds


def expected() -> Iterator[tuple[str, int, str]]:
    """Name, line and code of each file."""
    for row in (FOLDER / "expected.tsv").read_text(encoding="utf-8").splitlines():
        name, line, code = row.split("\t")
        yield name, int(line), code


def read(raw: bytes) -> Reading:
    """The reading of some bytes, which has to be quick."""
    start = process_time()
    reading = parse_bytes(raw, "planets")
    assert process_time() - start < SLOWEST
    return reading


@pytest.mark.parametrize(("name", "line", "code"), expected())
def test_problem_is_named_with_its_line(name: str, line: int, code: str) -> None:
    reading = read((FOLDER / f"{name}.md").read_bytes())
    assert (line, code) in {(problem.line, problem.code) for problem in reading.problems}


@pytest.mark.parametrize(("name", "line", "code"), expected())
def test_question_with_an_error_is_not_in_the_bank(name: str, line: int, code: str) -> None:
    reading = read((FOLDER / f"{name}.md").read_bytes())
    broken = {p.question for p in reading.problems if p.level == "error"}
    shown = {question.line for question in reading.bank.questions} if reading.bank else set()
    assert not broken & shown


def test_every_malformed_file_has_its_expectation() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == {name for name, _, _ in expected()}


@pytest.mark.parametrize(
    ("raw", "line", "code"),
    [
        (b"", 1, "no-front-matter"),
        (b"\n\n\n", 1, "no-front-matter"),
        (b"\xef\xbb\xbf" + START + BODY, 1, "byte-order-mark"),
        ((START + BODY).decode().encode("utf-16"), 1, "not-utf8"),
        (START + BODY.replace(b"Saturn", b"Sat\x00urn"), 8, "nul"),
        (START + BODY.replace(b"Saturn", b"Sat\xfcrn"), 8, "not-utf8"),
        (START + BODY + "- ( ) d) Überlin".encode()[:10], 11, "not-utf8"),
        ((START + BODY).replace(b"\n", b"\r"), 1, "carriage-return"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, 1, "no-front-matter"),
        (b"---\ntitle: Planets\nstatus: " + b"x" * 70_000 + b"\n---\n" + BODY, 1, "yaml-refused"),
        (b"---\ntitle: P\ngenerated: {" + b"a: b, " * 6_000 + b"}\n---\n", 3, "yaml-refused"),
        (START + BODY + b"\n" + b"(" * 20_000, 12, "after-answer"),
        (START + BODY + b"\n" + b"(" * 50_000, 5, "too-long"),
        (START + b"x\n" * 25_001 + BODY, 4, "too-long"),
        (START + b"# S\n" + b"x\n" * 25_001 + BODY, 5, "too-long"),
        (START + b"# S\n" * 20_001 + BODY, 20_004, "too-many-headings"),
        (START + BODY + b"\n" + b"[[" * 10_000, 12, "unclosed-gap"),
        (START + BODY + b"\n" + b"> " * 5_000 + b"- (x) a", 12, "stray-mark"),
        (START + b"## Q\n" + b"- " * 5_000 + b"(x) a", 6, "stray-mark"),
    ],
)
def test_bytes_that_no_editor_wrote_are_named(raw: bytes, line: int, code: str) -> None:
    assert (line, code) in {(problem.line, problem.code) for problem in read(raw).problems}


@pytest.mark.parametrize(
    "piece",
    [
        b"x" * 1_000_000,
        b"`" * 1_000_000,
        b"` `` ``` ```` " * 60_000,
        b"<!--" * 200_000,
        b"<!--\n" * 50_000,
        b"[" * 1_000_000,
        b"![" * 400_000,
        b"[[= " * 200_000,
        b"]]" * 400_000,
        b"|" * 500_000,
        b"| a | b |\n|---|---|\n" * 40_000,
        b"| a | b |\n|---|---|\n" + b"| c | d |\n" * 60_000,
        b"|" + b" a |" * 100_000 + b"\n|" + b"---|" * 100_000,
        b"- ( ) x\n" * 100_000,
        b"- = 1\n" * 100_000,
        b"1. x\n" * 100_000,
        b"[[= a]] " * 100_000,
        b"[[" + b"= a | " * 100_000 + b"]]",
        b"## Q\n" * 100_000,
        b"# S\n" * 100_000,
        b"a\n===\n" * 100_000,
        b"\\\n" * 200_000,
        b"\\" * 1_000_000,
        b"```a\n" * 100_000,
        b"~~~\n# x\n" * 60_000,
        b">" * 500_000,
        b" " * 500_000 + b"x",
        b"- " * 200_000,
        b"# " + b" " * 500_000 + b"x",
        b"*" * 500_000,
        b"- (" * 200_000,
        b"\n" * 500_000,
        b"`id: x` " * 100_000,
    ],
    ids=lambda piece: repr(piece[:12]),
)
def test_long_lines_and_deep_nesting_are_read_quickly(piece: bytes) -> None:
    read(START + BODY + b"\n## Next\n" + piece)


def test_a_question_too_long_to_be_read_hides_no_other() -> None:
    reading = read(START + b"## Long\n\n" + b"x " * 30_000 + b"\n\n" + BODY)
    assert [(problem.line, problem.code) for problem in reading.problems] == [(5, "too-long")]
    assert reading.bank is not None
    assert [question.id for question in reading.bank.questions] == ["rings"]


def test_crlf_is_accepted_without_a_word() -> None:
    raw = (START + BODY).replace(b"\n", b"\r\n")
    assert read(raw) == read(START + BODY)


def test_problems_are_few_even_in_a_photo() -> None:
    raw = random.Random(1).randbytes(1_000_000)
    assert len(read(raw).problems) <= 1000


@given(st.binary(max_size=400))
def test_any_bytes_are_read(raw: bytes) -> None:
    read(raw)


@given(st.text(max_size=300))
def test_any_text_after_a_heading_is_read(text: str) -> None:
    check(f"---\ntitle: T\n---\n\n## Q\n{text}", "planets", {})


MARKS = ("(x)", "( )", "[x]", "[[", "]]", "= ", "! ", "=>", "+-", "..", "(х)", " `last`")
BLOCKS = (
    "> ",
    "- ",
    "1. ",
    "# ",
    "## ",
    "---",
    "===",
    "____",
    "```",
    "|",
    "\t",
    "    ",
    "<!--",
    "-->",
)
SIGNS = ("`", "\n", "\n\n", "\r", "\0", "\u2028", "\\", "{", "}", ": ", "&a", "%", "é", "![](x)")
PIECES = st.sampled_from((*MARKS, *BLOCKS, *SIGNS, "**Hint:**", ""))


CHANGE = st.tuples(st.integers(0, len(GOOD)), st.integers(0, 30), PIECES)


@settings(max_examples=300, deadline=None)
@given(st.lists(CHANGE, min_size=1, max_size=6))
def test_cut_and_changed_files_never_crash_and_format_settles(
    changes: list[tuple[int, int, str]],
) -> None:
    text = GOOD
    for place, length, piece in changes:
        text = text[:place] + piece + text[place + length :]
    start = process_time()
    check(text, "planets", {})
    formatted = format_text(text, "planets")
    assert format_text(formatted, "planets") == formatted
    assert process_time() - start < SLOWEST


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 8 * len(GOOD.encode()) - 1), min_size=1, max_size=8))
def test_flipped_bits_never_crash(bits: list[int]) -> None:
    raw = bytearray(GOOD.encode())
    for bit in bits:
        raw[bit // 8] ^= 1 << bit % 8
    read(bytes(raw))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(GOOD)), st.sampled_from(["- (x) z) Key", "[[= Key]]", "> - (x) z) Key"]))
def test_a_key_put_anywhere_never_reaches_what_students_see(place: int, key: str) -> None:
    text = GOOD[:place] + f"\n{key}\n" + GOOD[place:]
    bank = parse(text, "planets").bank
    if bank is None:
        return
    seen = [bank.intro, *(section.text for section in bank.sections)]
    seen += [text for question in bank.questions for text in (question.heading, question.text)]
    assert not any("(x)" in text or "[[=" in text for text in seen)


def test_the_file_that_is_mutated_is_clean() -> None:
    assert parse(GOOD, "planets").problems == ()
