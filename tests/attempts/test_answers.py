"""Tests of quizapp.attempts.answers."""

from quizapp.attempts.answers import (
    Change,
    ChosenReading,
    Given,
    Stored,
    choose_readings,
    find_changes,
)
from quizapp.question_types.accepted import AcceptedNumbers
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.numerical import Numerical
from quizapp.question_types.options import Option
from quizapp.question_types.values import Value

CHOICE = MultipleChoice((Option("Right", True, "a"), Option("Wrong", False, "b")))
NUMBER = Numerical(AcceptedNumbers((Value("1,234"),), decimal_commas=True))


def stored(answer: tuple[str, ...] = (), *, is_to_revisit: bool = False) -> dict[int, Stored]:
    """Question 1, slot 7, its options shown as b, a."""
    return {1: Stored(7, CHOICE, ("b", "a"), answer, is_to_revisit)}


def number(*answer: str) -> dict[int, Stored]:
    """Question 1, slot 7, a number in a language with decimal commas."""
    return {1: Stored(7, NUMBER, (), answer)}


def test_position_on_the_page_becomes_its_letter() -> None:
    found = find_changes({1: Given(("0",))}, stored())
    assert found == [Change(7, ("b",), False, is_new_answer=True)]


def test_same_answer_changes_nothing() -> None:
    assert find_changes({1: Given(("1",), is_to_revisit=False)}, stored(("a",))) == []


def test_question_shown_and_left_empty_clears_its_answer() -> None:
    found = find_changes({1: Given(())}, stored(("a",)))
    assert found == [Change(7, (), False, is_new_answer=True)]


def test_question_never_answered_and_left_empty_changes_nothing() -> None:
    assert find_changes({1: Given(("",))}, stored()) == []


def test_question_that_was_not_shown_keeps_its_answer() -> None:
    assert find_changes({}, stored(("a",))) == []


def test_question_that_is_not_on_the_page_is_ignored() -> None:
    assert find_changes({2: Given(("0",))}, stored()) == []


def test_mark_to_revisit_is_no_new_answer() -> None:
    found = find_changes({1: Given(("1",), is_to_revisit=True)}, stored(("a",)))
    assert found == [Change(7, ("a",), True, is_new_answer=False)]


def test_form_that_does_not_ask_leaves_the_mark_to_revisit() -> None:
    found = find_changes({1: Given(("0",))}, stored(("a",), is_to_revisit=True))
    assert found == [Change(7, ("b",), True, is_new_answer=True)]


def test_value_that_is_no_position_is_kept_and_is_no_letter() -> None:
    (change,) = find_changes({1: Given(("a",))}, stored())
    assert CHOICE.grade(change.answer).fraction == 0


def test_chosen_reading_is_stored_with_the_answer() -> None:
    (change,) = choose_readings([ChosenReading(1, 0, "decimal")], number("1,234"))
    assert NUMBER.grade(change.answer).fraction == 0


def test_page_sent_back_keeps_the_chosen_reading() -> None:
    answer = NUMBER.choose_reading(("1,234",), 0, "decimal")
    sent = NUMBER.to_post(answer, ())
    assert find_changes({1: Given(sent)}, number(*answer)) == []


def test_reading_nobody_asked_for_is_ignored() -> None:
    chosen = [ChosenReading(1, 0, "nonsense"), ChosenReading(1, 1, "decimal")]
    assert choose_readings(chosen, number("1,234")) == []


def test_reading_of_a_number_that_is_clear_is_ignored() -> None:
    assert choose_readings([ChosenReading(1, 0, "decimal")], number("1,2345")) == []
