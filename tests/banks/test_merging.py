"""Two texts that began as the same one, brought together."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.banks.merging import merge

BASE = "one\ntwo\nthree\nfour\nfive\n"
LINES = st.lists(st.sampled_from(["", "a", "b", "c", "d"]), max_size=9).map("\n".join)


def test_changes_in_different_places_are_both_taken() -> None:
    merged = merge(BASE, BASE.replace("one", "ONE"), BASE.replace("five", "FIVE"))

    assert (merged.text, merged.clashes) == ("ONE\ntwo\nthree\nfour\nFIVE\n", ())


def test_a_line_that_only_one_deleted_is_gone() -> None:
    merged = merge(BASE, BASE.replace("two\n", ""), BASE.replace("five", "FIVE"))

    assert merged.text == "one\nthree\nfour\nFIVE\n"


def test_the_same_change_by_both_is_taken_once() -> None:
    changed = BASE.replace("two", "TWO")

    assert merge(BASE, changed, changed).text == changed


def test_where_both_changed_the_same_line_both_versions_stay_and_their_place_is_told() -> None:
    merged = merge(BASE, BASE.replace("two", "mine"), BASE.replace("two", "theirs"))

    assert merged.text == "one\nmine\ntheirs\nthree\nfour\nfive\n"
    assert [(clash.mine, clash.theirs) for clash in merged.clashes] == [(range(2, 3), range(3, 4))]


def test_a_line_that_one_changed_and_the_other_deleted_stays_and_is_told() -> None:
    merged = merge(BASE, BASE.replace("two", "mine"), BASE.replace("two\n", ""))

    assert merged.text == BASE.replace("two", "mine")
    assert [(clash.mine, len(clash.theirs)) for clash in merged.clashes] == [(range(2, 3), 0)]


def test_without_the_text_they_began_from_nothing_is_left_out() -> None:
    merged = merge(None, "one\nmine\nfour\n", "one\nfour\ntheirs\n")

    assert merged.text == "one\nmine\nfour\ntheirs\n"


@given(LINES, LINES)
def test_without_a_base_every_line_of_both_stays(mine: str, theirs: str) -> None:
    lines = merge(None, mine, theirs).text.split("\n")

    for text in (mine, theirs):
        rest = iter(lines)
        assert all(line in rest for line in text.split("\n"))


@given(LINES, LINES, LINES)
def test_no_line_that_either_wrote_is_lost(base: str, mine: str, theirs: str) -> None:
    lines = merge(base, mine, theirs).text.split("\n")

    written = {line for text in (mine, theirs) for line in text.split("\n")}
    assert written - set(base.split("\n")) <= set(lines)


@given(LINES, LINES)
def test_where_only_one_changed_anything_their_text_is_taken(base: str, other: str) -> None:
    assert merge(base, base, other).text == merge(base, other, base).text == other
