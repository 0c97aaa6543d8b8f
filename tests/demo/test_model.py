"""The stated models: what follows from their formulas, and what they give again and again."""

from math import exp, log
from statistics import fmean, stdev

import pytest

from quizapp.banks.model import Question
from quizapp.demo import bank_files
from quizapp.demo.model import Dice, Item, chance, chance_to_skip, item_of, seconds_on


def question(id: str = "median-of-five") -> Question:
    bank = bank_files.load("demo-describing-data").bank
    assert bank is not None
    return next(question for question in bank.questions if question.id == id)


def test_half_of_what_guessing_leaves_is_known_where_ability_meets_difficulty() -> None:
    assert chance(Item(a=1.3, b=0.4), 0.4, 0.25) == pytest.approx(0.625)


def test_chance_follows_the_logistic_curve() -> None:
    assert chance(Item(a=2, b=1), 2, 0) == pytest.approx(1 / (1 + exp(-2)))


def test_the_weakest_still_guess() -> None:
    assert chance(Item(a=1, b=0), -50, 0.25) == pytest.approx(0.25)


def test_the_weak_skip_more_often() -> None:
    item = Item(a=1, b=0)
    assert chance_to_skip(item, -3) > chance_to_skip(item, 0) > chance_to_skip(item, 3)


def test_harder_chips_make_harder_items() -> None:
    easy, hard = item_of(question()), item_of(question("five-more"))
    assert easy.b < hard.b


def test_draws_are_the_same_for_the_same_name() -> None:
    assert [Dice("a", 1).share(), Dice("a", 1).normal()] == [
        Dice("a", 1).share(),
        Dice("a", 1).normal(),
    ]
    assert Dice("a", 1).share() != Dice("a", 2).share()


def test_normal_draws_have_their_mean_and_spread() -> None:
    draws = [Dice("n", number).normal(10, 2) for number in range(2000)]
    assert fmean(draws) == pytest.approx(10, abs=0.15)
    assert stdev(draws) == pytest.approx(2, abs=0.1)


def test_times_spread_around_what_the_author_expects() -> None:
    asked = question()
    times = [log(seconds_on(asked, 0, Dice("t", number))) for number in range(2000)]
    assert fmean(times) == pytest.approx(log(40), abs=0.03)


def test_preferences_follow_the_weights() -> None:
    picks = [Dice("p", number).prefer("ab", (3, 1)) for number in range(2000)]
    assert picks.count("a") / 2000 == pytest.approx(0.75, abs=0.04)
