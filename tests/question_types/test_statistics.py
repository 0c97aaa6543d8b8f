"""What statistics ask of a type: what can be chosen, what was written, what guessing earns."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations, permutations, product

import pytest

from quizapp.banks.reader import parse
from quizapp.question_types.base import Answer, QuestionType
from tests.question_types.examples import FRONT, every_type, example_of


def question(answers: str, chips: str = "") -> QuestionType:
    bank = parse(f"{FRONT}## Which?\n`id: which` {chips}\n\n{answers}\n", "bank").bank
    assert bank is not None
    return bank.sections[0].questions[0].body


def mean_grade(body: QuestionType, answers: Iterable[Answer]) -> Fraction:
    grades = [body.grade(answer).fraction for answer in answers]
    return sum(grades, Fraction(0)) / len(grades)


def some_of(letters: Sequence[str]) -> list[Answer]:
    """Every way to choose at least one."""
    return [chosen for n in range(1, len(letters) + 1) for chosen in combinations(letters, n)]


OPTIONS = "- [x] a) A\n- [x] b) B\n- [ ] c) C\n- [ ] d) D\n- [ ] e) E"
PAIRS = "| L | R |\n|---|---|\n| a) x | 1 |\n| b) y | 2 |\n| c) z | 3 |\n| | 4 |"
ITEMS = "1. a) A\n2. b) B\n3. c) C\n4. d) D"


@pytest.mark.parametrize("score", ["net", "each", "all-or-nothing"])
def test_guessing_several_is_the_mean_over_all_choices(score: str) -> None:
    body = question(OPTIONS, f"`score: {score}`")
    assert body.guess() == mean_grade(body, some_of("abcde"))


@pytest.mark.parametrize("score", ["net", "each", "all-or-nothing"])
def test_guessing_pairs_is_the_mean_over_all_choices(score: str) -> None:
    body = question(PAIRS, f"`score: {score}`")
    rows = [[f"{row}={name}" for name in ("a", "b", "c", "-1")] for row in "abc"]
    assert body.guess() == mean_grade(body, product(*rows))


@pytest.mark.parametrize("score", ["net", "all-or-nothing"])
def test_guessing_an_order_is_the_mean_over_all_orders(score: str) -> None:
    body = question(ITEMS, f"`score: {score}`")
    orders = [
        tuple(f"{name}={at}" for name, at in zip("abcd", places, strict=True))
        for places in permutations(range(1, 5))
    ]
    assert body.guess() == mean_grade(body, orders)


def test_guessing_one_of_three() -> None:
    assert question("- ( ) a) A\n- (x) b) B\n- ( ) c) C").guess() == Fraction(1, 3)


def test_only_the_gaps_to_choose_can_be_guessed() -> None:
    assert question("A [[= word]] and [[( ) no | (x) yes]].").guess() == Fraction(1, 4)


def test_written_answers_cannot_be_guessed() -> None:
    assert question("- = word").guess() == 0


def test_what_a_person_decides_has_no_guess() -> None:
    assert question("____").guess() is None


@every_type
def test_the_key_holds_all_that_is_right_and_nothing_else(kind: type[QuestionType]) -> None:
    body = example_of(kind)
    right = {each.name for each in body.alternatives() if each.is_key}
    assert set(body.chosen(body.key() or ())) == right


@every_type
def test_nothing_is_chosen_in_a_malformed_answer(kind: type[QuestionType]) -> None:
    body = example_of(kind)
    assert body.chosen(("?9", "?", "=")) == () and not any(body.writings(()))


def test_writings_that_say_the_same_are_spelled_the_same() -> None:
    body = question("- = Somebody")
    assert body.writings((" SOME\u00adbody ",)) == body.writings(("somebody",)) == ("somebody",)


def test_numbers_that_say_the_same_are_spelled_the_same() -> None:
    body = question("- = 45,500")
    assert body.writings(("45 500",)) == body.writings(("45500.0",)) == ("45500",)


def test_gaps_are_chosen_or_written() -> None:
    body = question("A [[= word]] and [[( ) no | (x) yes]].")
    assert (body.chosen(("Word", "2")), body.writings(("Word", "2"))) == (("2=2",), ("word", ""))
