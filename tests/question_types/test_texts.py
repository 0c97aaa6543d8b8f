"""Comparing text: spelling, stars and typos."""

import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.question_types.texts import normalize, read_pattern, within_typos

letters = st.text(alphabet="abc", max_size=8)


def matches(source: str, text: str, *, exact_case: bool = False) -> bool:
    """Whether the value as written accepts the text as typed."""
    pattern = read_pattern(source, exact_case=exact_case)
    return pattern.matches(normalize(text, exact_case=exact_case))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Minsk", "minsk"),
        ("Minsk", "  Minsk "),
        ("New York", "new \t york"),
        ("Straße", "STRASSE"),
        ("café", "cafe\u0301"),
        ("ﬁne", "fine"),
        ("Lukashenko's", "lukashenko’s"),
        ("“yes”", '"yes"'),
        ("1994-2020", "1994–2020"),
        ("soft", "so\u00adft"),
        ("מינסק", "\u202eמינסק\u202c"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
    ],
)
def test_same_text_in_another_spelling(source: str, text: str) -> None:
    assert matches(source, text)


@pytest.mark.parametrize(
    ("source", "text"),
    [("Minsk", "Minsk."), ("Minsk", "Mi nsk"), ("resume", "résumé"), ("a", ""), ("xin", "хin")],
)
def test_other_text(source: str, text: str) -> None:
    assert not matches(source, text)


def test_exact_case_tells_capitals_apart() -> None:
    assert matches("NaCl", "NaCl", exact_case=True) and not matches("NaCl", "nacl", exact_case=True)


def test_exact_case_still_forgives_spaces() -> None:
    assert matches("Na Cl", " Na  Cl ", exact_case=True)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("New *", "New York"),
        ("* York", "New York"),
        ("*ew*or*", "New York"),
        ("N*k", "New York"),
        ("*", "anything at all"),
        ("N*", "n"),
        ("a*b*c", "a b b c"),
        (r"5 \* 3", "5 * 3"),
        (r"\**", "*x"),
        ('"a*b"', "a*b"),
    ],
)
def test_star_stands_for_any_run(source: str, text: str) -> None:
    assert matches(source, text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("New *", "Old York"),
        ("ab*ba", "aba"),
        ("a*a*a", "aa"),
        (r"5 \* 3", "5 x 3"),
        ('"a*b"', "axb"),
        ("a.c", "abc"),
        ("(a+)+$", "aaaa"),
    ],
)
def test_star_needs_the_rest_to_stand(source: str, text: str) -> None:
    assert not matches(source, text)


@given(st.lists(letters, min_size=2, max_size=4), letters)
def test_pattern_matches_what_it_was_cut_from(pieces: list[str], run: str) -> None:
    assert matches("*".join(["x", *pieces, "y"]), run.join(["x", *pieces, "y"]))


@pytest.mark.parametrize(
    ("text", "wanted", "typos"),
    [
        ("lukashenko", "lukashenko", 0),
        ("lukashnko", "lukashenko", 1),
        ("lukashhenko", "lukashenko", 1),
        ("lukashenka", "lukashenko", 1),
        ("lukasehnko", "lukashenko", 1),
        ("lukasehnka", "lukashenko", 2),
        ("", "ab", 2),
    ],
)
def test_text_within_typos(text: str, wanted: str, typos: int) -> None:
    assert within_typos(text, wanted, typos) and (
        not typos or not within_typos(text, wanted, typos - 1)
    )


@given(letters, letters, st.integers(0, 3))
def test_typos_are_counted_like_the_whole_table_counts_them(a: str, b: str, typos: int) -> None:
    assert within_typos(a, b, typos) == (alignment_distance(a, b) <= typos)


@given(letters, letters, st.integers(0, 3))
def test_typos_are_the_same_both_ways(a: str, b: str, typos: int) -> None:
    assert within_typos(a, b, typos) == within_typos(b, a, typos)


@pytest.mark.parametrize(
    ("source", "text"), [("Mink", "Minx"), ("1999", "1998"), ("a*cdef", "abcxdeg")]
)
def test_short_texts_and_patterns_have_no_typos(source: str, text: str) -> None:
    assert not read_pattern(source, exact_case=False).nearly_matches(text, 1)


def test_figures_are_never_typos() -> None:
    pattern = read_pattern("Apollo 11", exact_case=False)
    assert pattern.nearly_matches("apolo 11", 1) and not pattern.nearly_matches("apollo 12", 1)


@pytest.mark.parametrize("source", ["(a+)+$", "*a" * 200, "a*" * 200 + "b", "*" * 5000])
def test_no_value_takes_long(source: str) -> None:
    start = time.process_time()
    matches(source, "a" * 5000)
    within_typos("a" * 5000, "a" * 4999 + "b", 3)
    assert time.process_time() - start < 0.2


def test_ten_thousand_values_take_no_time() -> None:
    pieces, random = ("a", "b", "*", "*a", "a*", "ab", "\\*", " "), Random(7)
    texts = ("a" * 200, "ab" * 1_000, "a" * 5_000 + "b", "ba " * 1_000)
    for number in range(10_000):
        pattern = read_pattern(
            "".join(random.choices(pieces, k=random.randint(1, 40))), exact_case=False
        )
        start = time.process_time()
        pattern.matches(texts[number % 4])
        pattern.nearly_matches(texts[number % 4], 3)
        assert time.process_time() - start < 0.05


def alignment_distance(a: str, b: str) -> int:
    """The textbook's whole table of the optimal string alignment distance."""
    table = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = a[i - 1] != b[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]
