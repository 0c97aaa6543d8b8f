"""Evidence: the words of a quote stand in its source."""

import pytest

from quizapp.banks.evidence import check_evidence, fold, is_found, quoted_words
from quizapp.banks.reader import parse

SOURCE = "The poll said: “only five in a\nhundred” favored it — in 2022. Soldiers' mothers didn’t."


@pytest.mark.parametrize(
    "words",
    [
        "only five in a hundred",
        "The poll said: “only five in a hundred”",
        'said: "only five in a hundred" favored it - in 2022',
        "The poll … in 2022",
        "The poll [...] in 2022",
        "mothers didn't",
    ],
)
def test_words_that_stand_in_the_source_are_found(words: str) -> None:
    assert is_found(words, fold(SOURCE))


@pytest.mark.parametrize(
    "words", ["only six in a hundred", "in 2022 … The poll", "", "…", "only five in a HUNDRED"]
)
def test_words_that_do_not_are_not(words: str) -> None:
    assert not is_found(words, fold(SOURCE))


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ('"a" and "b"', 'a" and "b'),
        ("He wrote “a”, p. 3", "a"),
        ("„a“", "a"),
        ("« a »", " a "),
        ("no marks", None),
        ('one "mark', None),
    ],
)
def test_words_stand_between_the_outermost_marks(quote: str, words: str | None) -> None:
    assert quoted_words(quote) == words


def problems(quote: str, texts: dict[str, str], more: str = "") -> list[tuple[int, str]]:
    """Lines and codes for a bank with one quote from the file of the source notes."""
    text = (
        f"---\ntitle: T\nsources:\n  notes: {{file: notes.md{more}}}\n---\n\n## A\n`id: a`\n\n"
        f"- (x) a) Yes\n- ( ) b) No\n\n> **Source notes:** {quote}\n"
    )
    bank = parse(text, "t").bank
    assert bank is not None
    return [(problem.line, problem.code) for problem in check_evidence(bank, texts)]


def test_quote_in_the_file_is_fine() -> None:
    assert problems('"five in a hundred"', {"notes": SOURCE}) == []


def test_quote_that_is_not_in_the_file_is_named_with_its_line() -> None:
    assert problems('"six in a hundred"', {"notes": SOURCE}) == [(13, "evidence-not-found")]


def test_quote_without_marks_is_named() -> None:
    assert problems("five in a hundred", {"notes": SOURCE}) == [(13, "evidence-unquoted")]


def test_file_that_is_missing_is_named_once() -> None:
    assert problems('"five"', {}) == [(4, "source-missing")]


def test_file_that_changed_is_named() -> None:
    assert problems('"five in"', {"notes": SOURCE}, ", sha256: abc") == [(4, "source-changed")]


def test_quote_marks_of_markdown_in_the_source_are_no_words() -> None:
    assert problems('"five in a hundred"', {"notes": "> only five in\n> a hundred"}) == []
