"""Tests of quizapp.marking.order."""

from fractions import Fraction

from quizapp.marking.order import Entry, Placed, arrange, find_place, next_unmarked


def make_entry(user: int, attempt: int = 1, *, marked: bool = False) -> Entry:
    return Entry(f"a{user}-{attempt}", 2, f"u{user}", f"N{user}", attempt, Fraction(0), not marked)


ENTRIES = [make_entry(user) for user in range(40)]
NUMBERS = {f"u{user}": user + 1 for user in range(41)}


def users(places: tuple[Placed, ...]) -> list[str]:
    return [placed.entry.user_id for placed in places]


def test_order_is_the_same_however_the_entries_come() -> None:
    assert arrange(ENTRIES, "q", NUMBERS) == arrange(ENTRIES[::-1], "q", NUMBERS)


def test_order_is_not_that_of_names_or_ids() -> None:
    assert users(arrange(ENTRIES, "q", NUMBERS)) != [entry.user_id for entry in ENTRIES]


def test_order_differs_from_question_to_question() -> None:
    assert users(arrange(ENTRIES, "q", NUMBERS)) != users(arrange(ENTRIES, "r", NUMBERS))


def test_students_keep_their_numbers_in_every_order() -> None:
    for question_id in ("q", "r"):
        places = arrange(ENTRIES, question_id, NUMBERS)
        assert {placed.entry.user_id: (placed.student, placed.students) for placed in places} == {
            f"u{user}": (user + 1, 41) for user in range(40)
        }


def test_attempts_of_one_student_stand_side_by_side() -> None:
    places = arrange([make_entry(1, 2), make_entry(2), make_entry(1, 1)], "q", NUMBERS)
    titles = [placed.title(named=True) for placed in places]
    assert sorted(titles) == ["N1, attempt 1", "N1, attempt 2", "N2"]
    assert titles.index("N1, attempt 2") == titles.index("N1, attempt 1") + 1


def test_title_hides_the_name() -> None:
    (placed,) = arrange([make_entry(1)], "q", NUMBERS)
    assert (placed.title(named=False), placed.title(named=True)) == ("Student 2", "N1")


def test_next_unmarked_leaves_out_marked_ones() -> None:
    places = arrange(ENTRIES, "q", NUMBERS)
    marked = {placed.entry.user_id for placed in places[1:5]}
    again = [make_entry(number, marked=f"u{number}" in marked) for number in range(40)]
    assert next_unmarked(arrange(again, "q", NUMBERS), 0) == places[5]


def test_next_unmarked_begins_again_at_the_end() -> None:
    places = arrange(ENTRIES, "q", NUMBERS)
    assert next_unmarked(places, 39) == places[0]


def test_next_unmarked_is_never_the_same_one() -> None:
    assert next_unmarked(arrange([make_entry(1)], "q", NUMBERS), 0) is None


def test_unknown_attempt_has_no_place() -> None:
    assert find_place(arrange(ENTRIES, "q", NUMBERS), "nowhere") is None
