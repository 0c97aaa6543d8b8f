"""Tests of quizapp.attempts.scoring where corrections are laid over what was frozen."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizapp.attempts.scoring import SlotScore, add_up, score_attempt
from quizapp.quizzes.rulings import Kind, Ruling
from quizapp.quizzes.slots import PublishedSlot
from tests.attempts.test_scoring import CHOICE, ESSAY, make_slot

ONE, TWO = make_slot(1, Fraction(1)), make_slot(2, Fraction(2))
SLOTS = (ONE, TWO)


def keyed(slot: PublishedSlot, key: str) -> PublishedSlot:
    """The slot with another key."""
    return replace(slot, question=replace(slot.question, body=CHOICE.with_key((key,))))


def new_key(slot: PublishedSlot, key: str, *, nobody_loses: bool = False) -> Ruling:
    return Ruling(slot.number, Kind.NEW_KEY, (keyed(slot, key),), nobody_loses)


def both(slot: PublishedSlot) -> Ruling:
    return Ruling(slot.number, Kind.ACCEPT_BOTH, (slot, keyed(slot, "b")))


def full(slot: PublishedSlot) -> Ruling:
    return Ruling(slot.number, Kind.FULL_POINTS)


def left_out(slot: PublishedSlot, *, nobody_loses: bool = False) -> Ruling:
    return Ruling(slot.number, Kind.LEFT_OUT, nobody_loses=nobody_loses)


def score(answers: str, *rulings: Ruling) -> tuple[SlotScore, ...]:
    """The scores of an attempt whose answers are these letters, "-" for none."""
    given = {at: (letter,) for at, letter in enumerate(answers, 1) if letter != "-"}
    return score_attempt(SLOTS, given, {}, rulings)


def earned(answers: str, *rulings: Ruling) -> list[Fraction]:
    return [each.earned for each in score(answers, *rulings)]


def share(scores: tuple[SlotScore, ...]) -> Fraction:
    totals = add_up(scores)
    return Fraction(totals.earned, totals.possible) if totals.possible else Fraction(0)


@st.composite
def some_rulings(draw: st.DrawFn) -> tuple[Ruling, ...]:
    """Corrections of any kind, in any order."""
    of_both = [rule(slot) for slot in SLOTS for rule in (both, full, left_out)]
    keys = [new_key(slot, key) for slot in SLOTS for key in "ab"]
    kinds = st.sampled_from([*of_both, *keys])
    made = draw(st.lists(kinds, max_size=5))
    return tuple(replace(ruling, nobody_loses=draw(st.booleans())) for ruling in made)


answers = st.text("ab-", min_size=2, max_size=2)


def test_new_key_decides_instead_of_the_old() -> None:
    assert earned("bb", new_key(ONE, "b")) == [1, 0]


def test_accepting_both_takes_either() -> None:
    assert [earned(letter + "-", both(ONE))[0] for letter in "ab-"] == [1, 1, 0]


def test_full_points_go_even_to_a_blank() -> None:
    assert earned("--", full(TWO)) == [0, 2]


def test_left_out_slot_counts_for_nothing() -> None:
    assert add_up(score("aa", left_out(TWO))).possible == 1_000_000


def test_left_out_slot_says_so() -> None:
    assert [each.is_left_out for each in score("aa", left_out(TWO))] == [False, True]


def test_last_of_several_corrections_decides() -> None:
    assert earned("a-", new_key(ONE, "b"), left_out(ONE), new_key(ONE, "a")) == [1, 0]


def test_nobody_loses_by_a_new_key() -> None:
    rule = new_key(ONE, "b", nobody_loses=True)
    assert [earned(letter + "-", rule)[0] for letter in "ab"] == [1, 1]


def test_nobody_loses_by_a_question_left_out() -> None:
    rule = left_out(ONE, nobody_loses=True)
    assert [each.is_left_out for each in (score("ab", rule)[0], score("ba", rule)[0])] == [
        False,
        True,
    ]


def test_correction_of_a_question_that_was_not_drawn_changes_nothing() -> None:
    assert score_attempt([TWO], {2: ("a",)}, {}, [full(ONE)])[0].earned == 2


def test_full_points_leave_nothing_to_mark() -> None:
    essay = make_slot(1, Fraction(5), ESSAY)
    (one,) = score_attempt([essay], {1: ("Because.",)}, {}, [full(essay)])
    assert (one.earned, one.needs_marking) == (5, False)


def test_mark_counts_again_once_the_correction_is_gone() -> None:
    essay = make_slot(1, Fraction(5), ESSAY)
    (one,) = score_attempt([essay], {1: ("Because.",)}, {1: Fraction(3)}, [])
    assert one.earned == 3


@given(answers, some_rulings())
def test_a_score_never_exceeds_what_is_possible(given_: str, rulings: tuple[Ruling, ...]) -> None:
    assert all(0 <= each.earned <= each.possible for each in score(given_, *rulings))


@given(answers, some_rulings(), some_rulings())
def test_nobody_loses_whatever_came_before(
    given_: str, before: tuple[Ruling, ...], more: tuple[Ruling, ...]
) -> None:
    kind = tuple(replace(ruling, nobody_loses=True) for ruling in more)
    assert share(score(given_, *before, *kind)) >= share(score(given_, *before))


@given(answers, some_rulings())
def test_the_same_correction_twice_is_the_same_as_once(
    given_: str, rulings: tuple[Ruling, ...]
) -> None:
    for ruling in rulings:
        assert score(given_, ruling, ruling) == score(given_, ruling)
