"""Format: ids and letters are added, and no other byte is touched."""

import pytest

from quizapp.banks.formatter import format_text, slug, without_draft_status
from quizapp.banks.reader import parse

START = "---\ntitle: T\n---\n\n"


def formatted(body: str) -> str:
    """The body after formatting."""
    return format_text(START + body, "t").removeprefix(START)


def test_id_is_made_from_the_heading_and_letters_are_added() -> None:
    assert formatted("## Which is it?\n\n- (x) This\n- ( ) That\n") == (
        "## Which is it?\n`id: which-is-it`\n\n- (x) a) This\n- ( ) b) That\n"
    )


def test_id_joins_the_chips_that_are_there() -> None:
    assert formatted("## It\n`points: 2`\n\n- (x) True\n- ( ) False\n") == (
        "## It\n`id: it` `points: 2`\n\n- (x) True\n- ( ) False\n"
    )


def test_letters_that_are_there_stay() -> None:
    assert formatted(
        "## It\n`id: it`\n\n- (x) b) This\n- ( ) That\n- [ ]".replace("- [ ]", "")
    ) == ("## It\n`id: it`\n\n- (x) b) This\n- ( ) a) That\n")


def test_rows_and_numbered_items_get_letters_and_distractors_none() -> None:
    assert formatted("## M\n`id: m`\n\n| A | B |\n|---|---|\n| x | 1 |\n|y|2|\n| | 3 |\n") == (
        "## M\n`id: m`\n\n| A | B |\n|---|---|\n| a) x | 1 |\n|b) y|2|\n| | 3 |\n"
    )
    assert formatted("## O\n`id: o`\n\n1. One\n1.  Two\n") == (
        "## O\n`id: o`\n\n1. a) One\n1.  b) Two\n"
    )


def test_no_other_byte_changes() -> None:
    text = "\ufeff" + START + "##  It  ##  \n\n *  ( )  one  \r\n *  (x)  two\t\n\n<!-- x -->   \n"
    added = format_text(text, "t")
    removed = added.replace("`id: it`\n", "").replace("a) ", "").replace("b) ", "")
    assert removed == text
    assert parse(added, "t").bank != parse(text, "t").bank


def test_line_ends_are_those_of_the_file() -> None:
    text = (START + "## It\n\n- (x) True\n- ( ) False\n").replace("\n", "\r\n")
    assert format_text(text, "t") == text.replace("## It\r\n", "## It\r\n`id: it`\r\n")


def test_broken_question_stays_as_it_is() -> None:
    body = "## It\n\n- ( ) This\n- ( ) That\n"
    assert formatted(body) == body


def test_ids_are_unlike_each_other_and_those_of_broken_questions() -> None:
    body = "## It\n`id: it`\n\n- ( ) a) x\n\n## It\n\n- (x) True\n- ( ) False\n\n## It\n\n- = x\n"
    assert "`id: it-2`" in formatted(body)
    assert "`id: it-3`" in formatted(body)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("What's the U.S. share?", "whats-the-u-s-share"),
        ("Čo je naïve?", "co-je-naive"),
        ("Что это?", "question-1"),
        ("`code` & more", "code-more"),
        ("a" * 100, "a" * 64),
        ("word " * 30, "word-" * 12 + "word"),
    ],
)
def test_slug_is_plain_and_short(heading: str, expected: str) -> None:
    assert slug(heading, {}, "question-1") == expected


def test_slug_that_is_taken_gets_a_number_and_stays_short() -> None:
    assert slug("a" * 64, {"a" * 64: 2}, "") == "a" * 62 + "-2"


def test_ids_of_equal_headings_are_found_in_one_go() -> None:
    taken: dict[str, int] = {}
    ids = [slug("Same", taken, "") for _ in range(5_000)]
    assert (ids[0], ids[1], ids[-1], len(set(ids))) == ("same", "same-2", "same-5000", 5_000)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_draft_status_goes_with_its_line_and_nothing_else(end: str) -> None:
    kept = f"\ufeff---{end}title: T{end}---{end}{end}status: draft{end}"
    text = kept.replace(f"title: T{end}", f"title: T{end}status: draft{end}")

    assert without_draft_status(text) == kept


@pytest.mark.parametrize("text", ["", "no front matter", "---\ntitle: T\nstatus: final\n---\n"])
def test_a_bank_that_is_no_draft_stays_as_it_is(text: str) -> None:
    assert without_draft_status(text) == text
