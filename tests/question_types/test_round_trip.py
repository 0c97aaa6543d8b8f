"""What a type writes, the reader reads as the same body, however odd the text in it."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.banks.model import Bank
from quizapp.banks.reader import parse
from quizapp.banks.writer import write
from quizapp.question_types.base import QuestionType

PIECES = (
    *("a", "b *c*", "`x | y`", "|", "\\|", "`last`", "x", "=", "[x]", "![i](i.png)", "**", "_"),
    *("<b>", "&amp;", "\\", "é", "ا", " ", '"q"', "1,000", "=> 50%", "5 +- 1", "1 .. 2", "*"),
    *("\u2028", "\x85", "\v", "\f", "\x1c", "\xa0", "  "),
    *("\\*", "a) ", "[[= x]]", "[[( ) a | (x) b]]", "[[= 1 | ! 2]]", "\n  cont", "\n\n  more"),
    *(
        "\n\n  ```\n  code\n\n  x\n  ```",
        "\n\n  - sub\n  - sub2",
        "\n  > fb",
        "\n\n  > fb\n  >\n  > m",
    ),
)
text = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)
cell = text.map(lambda written: " ".join(written.split()))


def listed(marks: tuple[str, ...]) -> st.SearchStrategy[str]:
    """A list, an item a line, each with its letter where marks have one."""
    item = st.tuples(st.sampled_from(marks), text)
    letters = "abcdefgh"
    return st.lists(item, min_size=2, max_size=4).map(
        lambda items: "\n".join(
            f"{mark} {letters[at]}) {words}"
            if mark[-1] != "=" and mark[-1] != "!"
            else f"{mark} {words}"
            for at, (mark, words) in enumerate(items)
        )
    )


def table(rows: list[tuple[str, str]]) -> str:
    lines = [
        f"| {letter}) {left} | {right} |"
        for letter, (left, right) in zip("abcd", rows, strict=False)
    ]
    return "\n".join(["| Left | Right |", "|---|---|", *lines, "| | more |"])


answers = st.one_of(
    listed(("- (x)", "- ( )")),
    listed(("- [x]", "- [ ]")),
    listed(("- =", "- !")),
    listed(("1.",)),
    st.lists(st.tuples(cell, cell), min_size=1, max_size=4).map(table),
    st.builds("Text {} [[= x]] {}\n\n| h |\n|---|\n| [[= c \\| = d]] |".format, text, text),
    st.builds("____ (10-20 words)\n\n| R | P |\n|---|---:|\n| {} | 2 |".format, cell),
)


def bank_of(answer: str) -> Bank | None:
    return parse(f"---\ntitle: x\n---\n\n## Which?\n`id: q`\n\n{answer}\n", "x").bank


def body_of(bank: Bank | None) -> QuestionType | None:
    return bank.questions[0].body if bank and bank.questions else None


@given(answers)
@settings(max_examples=300)
def test_body_reads_back_from_what_is_written(answer: str) -> None:
    bank = bank_of(answer)
    body = body_of(bank)
    assume(bank is not None and body is not None)
    assert bank and body_of(parse(write(bank), "x").bank) == body


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\v", "\f", "\x1c", "\xa0"])
@pytest.mark.parametrize("text", ["a{}b", "a\n\n  b{}c\n  > d{}e"])
def test_only_a_line_feed_ends_a_line(sign: str, text: str) -> None:
    bank = bank_of(f"- (x) a) {text.replace('{}', sign)}\n- ( ) b) Two\n")
    body = body_of(bank)
    assert bank and body and body_of(parse(write(bank), "x").bank) == body


def test_option_that_is_all_code_keeps_its_lines() -> None:
    bank = bank_of("- (x) a)\n\n  ```\n  code\n  ```\n- ( ) b) x\n")
    body = body_of(bank)
    assert bank and body and body_of(parse(write(bank), "x").bank) == body


def test_line_break_in_feedback_stays() -> None:
    bank = bank_of("- (x) a) One\n  > first  \n  > second\n- ( ) b) Two\n")
    assert bank and "> first  \n" in write(bank)
