"""Front matter: strings and nothing else."""

import pytest

from quizapp.banks.front_matter import FrontMatter, read_front_matter


def front(text: str) -> FrontMatter:
    """What these lines of front matter say."""
    return read_front_matter(["---", *text.split("\n"), "---", "body"])


@pytest.mark.parametrize(
    "value", ["no", "yes", "1.10", "12:30:45", "null", "2022-10-11", "0x1F", "~"]
)
def test_values_stay_the_strings_they_are(value: str) -> None:
    assert front(f"title: {value}").title == value


def test_body_starts_after_the_second_rule() -> None:
    assert front("title: T").body == 3


def test_source_has_its_fields_and_its_line() -> None:
    (source,) = front('title: T\nsources:\n  notes: {title: "A: b", file: sources/n.md}').sources
    assert (source.name, source.title, source.file, source.line) == (
        "notes",
        "A: b",
        "sources/n.md",
        4,
    )


def test_bad_default_is_named_once_and_left_out() -> None:
    found = front("title: T\ndefaults: {points: many, tags: a}")
    assert [problem.code for problem in found.problems] == ["bad-chip"]
    assert [key for key, _ in found.defaults] == ["tags"]


def test_comment_after_a_quoted_value_cuts_nothing() -> None:
    assert front('title: "T" # the title').problems == []


def test_cut_value_says_to_quote_it() -> None:
    (problem,) = front("title: T # more").problems
    assert (problem.code, problem.line) == ("value-cut", 2)
    assert "quotes" in problem.message


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../x", "a/../../x", "C:\\x", "https://host/x", ""]
)
def test_source_file_stays_in_the_folder(path: str) -> None:
    codes = [p.code for p in front(f"title: T\nsources: {{a: {{file: '{path}'}}}}").problems]
    assert codes == ["source-path"]


def test_generated_counts_are_kept() -> None:
    assert front("title: T\ngenerated: {tier: light, kept: 20}").generated == [
        ("tier", "light"),
        ("kept", "20"),
    ]
