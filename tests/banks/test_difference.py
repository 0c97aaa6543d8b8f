"""What differs between two texts, line by line."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.banks.difference import compare, difference, runs

LINES = st.lists(st.sampled_from(["", "a", "b", "c", "- ( ) d"]), max_size=12)


def shown(old: str, new: str) -> list[str]:
    """The lines around all changes, with a sign for what became of each."""
    signs = {"kept": " ", "removed": "-", "added": "+"}
    changes = difference(old, new).changes
    return [signs[line.kind] + line.text for change in changes for line in change.lines]


def test_a_changed_line_is_shown_with_three_lines_on_each_side() -> None:
    old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n"

    assert shown(old, old.replace("5", "five")) == [
        " 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8",
    ]  # fmt: skip


def test_lines_are_numbered_as_each_text_has_them() -> None:
    changes = difference("a\nb\n", "new\na\nb\n").changes

    numbers = [(line.old, line.new) for change in changes for line in change.lines]
    assert numbers == [(None, 1), (1, 2), (2, 3)]


def test_changes_far_apart_are_shown_apart_with_the_lines_skipped_between() -> None:
    old = "".join(f"{number}\n" for number in range(1, 31))
    new = old.replace("5\n", "five\n", 1).replace("29\n", "x\n")

    assert [change.skipped for change in difference(old, new).changes] == [1, 17]


def test_lines_are_counted() -> None:
    found = difference("a\nb\n", "a\nc\nd\n")

    assert (found.added, found.removed, bool(found)) == (2, 1, True)


def test_line_ends_and_a_byte_order_mark_are_no_difference() -> None:
    assert not difference("a\nb\n", "\ufeffa\r\nb\r\n")


def test_a_missing_end_of_the_last_line_is_no_difference() -> None:
    assert not difference("a", "a\n")


@given(LINES, LINES)
def test_both_texts_can_be_read_from_what_is_compared(old: list[str], new: list[str]) -> None:
    compared = compare(old, new)

    assert [line.text for line in compared if line.kind != "added"] == old
    assert [line.text for line in compared if line.kind != "removed"] == new


@given(LINES, LINES)
def test_runs_cover_both_texts_in_order(old: list[str], new: list[str]) -> None:
    found = list(runs(old, new))

    assert [number for run in found for number in run.old] == list(range(len(old)))
    assert [number for run in found for number in run.new] == list(range(len(new)))


def test_a_large_text_in_which_every_line_is_common_is_compared_soon() -> None:
    old = [str(number % 40) for number in range(20_000)]
    new = [str(number * 7 % 40) for number in range(20_000)]

    assert sum(line.kind != "added" for line in compare(old, new)) == len(old)
