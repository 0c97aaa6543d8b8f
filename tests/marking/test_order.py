"""Tests of quizapp.marking.order."""

from fractions import Fraction

from quizapp.marking.order import Entry, Placed, arrange, find_place, next_unmarked


def make_entry(user: int, attempt: int = 1, *, marked: bool = False) -> Entry:
    return Entry(f"a{user}-{attempt}", 2, f"u{user}", f"N{user}", attempt, Fraction(0), not marked)


ENTRIES = [make_entry(user) for user in range(40)]


def users(places: tuple[Placed, ...]) -> list[str]:
    return [placed.entry.user_id for placed in places]


def test_order_is_the_same_however_the_entries_come() -> None:
    assert arrange(ENTRIES, "q") == arrange(ENTRIES[::-1], "q")


def test_order_is_not_that_of_names_or_ids() -> None:
    assert users(arrange(ENTRIES, "q")) != [entry.user_id for entry in ENTRIES]


def test_order_differs_from_question_to_question() -> None:
    assert users(arrange(ENTRIES, "q")) != users(arrange(ENTRIES, "r"))


def test_students_are_numbered_in_order() -> None:
    places = arrange(ENTRIES, "q")
    assert [(placed.student, placed.students) for placed in places] == [
        (number, 40) for number in range(1, 41)
    ]


def test_attempts_of_one_student_stand_side_by_side() -> None:
    places = arrange([make_entry(1, 2), make_entry(2), make_entry(1, 1)], "q")
    titles = [placed.title(named=True) for placed in places]
    assert sorted(titles) == ["N1, attempt 1", "N1, attempt 2", "N2"]
    assert titles.index("N1, attempt 2") == titles.index("N1, attempt 1") + 1


def test_title_hides_the_name() -> None:
    (placed,) = arrange([make_entry(1)], "q")
    assert (placed.title(named=False), placed.title(named=True)) == ("Student 1", "N1")


def test_next_unmarked_leaves_out_marked_ones() -> None:
    places = arrange(ENTRIES, "q")
    marked = {placed.entry.user_id for placed in places[1:5]}
    again = [make_entry(number, marked=f"u{number}" in marked) for number in range(40)]
    assert next_unmarked(arrange(again, "q"), 0) == places[5]


def test_next_unmarked_begins_again_at_the_end() -> None:
    places = arrange(ENTRIES, "q")
    assert next_unmarked(places, 39) == places[0]


def test_next_unmarked_is_never_the_same_one() -> None:
    assert next_unmarked(arrange([make_entry(1)], "q"), 0) is None


def test_unknown_attempt_has_no_place() -> None:
    assert find_place(arrange(ENTRIES, "q"), "nowhere") is None
