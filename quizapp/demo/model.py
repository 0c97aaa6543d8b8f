"""How simulated students know and take their time: stated models, and everything from one seed.

**Knowing** is the three-parameter logistic model: somebody of ability t gets a part of a question
right with the chance c + (1 - c) / (1 + exp(-a (t - b))), where a says how well the question tells
people apart, b how hard it is, and c how often a guess is right. Abilities are normal, N(0, 1).
Questions of several parts (options to tick, rows, gaps, neighbors in an order) are answered part
by part, each independently given t. Birnbaum, "Some latent trait models and their use in inferring
an examinee's ability", in Lord and Novick, Statistical Theories of Mental Test Scores (1968),
chapters 17-20.

**Time** on a question is log-normal around what its author expects, divided by the person's speed:
ln T is N(ln expected - s, 0.35), s being N(0, 0.25). Van der Linden, "A lognormal model for
response times on test items", Journal of Educational and Behavioral Statistics 31 (2006), 181-204.

**The rest** is ours: b comes from the question's difficulty chip (easy -1.1, medium 0, hard 1.2,
with N(0, 0.3) on it), a is log-normal around 1.3, a wrong option attracts people by a weight that
the question keeps, and the less somebody is up to a question the more they leave it out.

Only `Random(text).random()` decides, the one method whose results Python promises to keep; so the
same seed gives the same people, the same answers and the same times after the same moment.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from random import Random
from statistics import NormalDist
from typing import TypeVar

from quizapp.banks.model import Question

SEED = "demo 1"
NORMAL = NormalDist()
DIFFICULTIES = {"easy": -1.1, "medium": 0.0, "hard": 1.2}
SPREAD_OF_TIMES = 0.35
EXPECTED_SECONDS = 45  # where the author says nothing
MOST_SKIPPED = 0.2  # the chance that somebody far too weak for a question leaves it out
SPREAD_OF_SPEEDS = 0.25

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Item:
    """A question's parameters in the model; the guessing one depends on its parts."""

    a: float
    b: float


# Questions that show what a summary has to say something about.
ITEMS: Mapping[str, Item] = {
    "no-spread": Item(a=1.0, b=-4.5),  # nearly everybody gets it
    "one-less": Item(a=1.0, b=4.0),  # next to nobody does
    "least-moved": Item(a=2.0, b=0.1),  # sharp, so that its wrong key shows
}
# The option that is right where the key says another: the author's slip that students don't make.
TRUTHS: Mapping[str, str] = {"least-moved": "a"}


class Dice:
    """A stream of draws of its own for each name, so that no draw depends on another's number."""

    def __init__(self, *names: object) -> None:
        self._random = Random("/".join([SEED, *map(str, names)]))

    def share(self) -> float:
        """From 0 to 1, even."""
        return self._random.random()

    def happens(self, chance: float) -> bool:
        """True so often."""
        return self.share() < chance

    def normal(self, mean: float = 0.0, sd: float = 1.0) -> float:
        """Normal, by the inverse of its distribution."""
        return mean + sd * NORMAL.inv_cdf(min(max(self.share(), 1e-9), 1 - 1e-9))

    def pick(self, things: Sequence[Thing]) -> Thing:
        """One of them, all alike."""
        return things[int(self.share() * len(things))]

    def prefer(self, things: Sequence[Thing], weights: Sequence[float]) -> Thing:
        """One of them, by weight."""
        left = self.share() * sum(weights)
        for thing, weight in zip(things, weights, strict=True):
            left -= weight
            if left < 0:
                return thing
        return things[-1]

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        """All of them in another order."""
        lots = {at: self.share() for at in range(len(things))}
        return [things[at] for at in sorted(lots, key=lambda at: lots[at])]


def item_of(question: Question) -> Item:
    """The parameters of a question: stated, or drawn around what its author says of it."""
    if question.id in ITEMS:
        return ITEMS[question.id]
    dice = Dice("item", question.id)
    hardness = DIFFICULTIES.get(question.difficulty or "medium", 0.0)
    return Item(a=1.3 * exp(dice.normal(sd=0.2)), b=dice.normal(hardness, 0.3))


def chance(item: Item, ability: float, guess: float) -> float:
    """How often somebody of this ability gets a part right whose guesses are right so often."""
    return guess + (1 - guess) / (1 + exp(-item.a * (ability - item.b)))


def chance_to_skip(item: Item, ability: float) -> float:
    """How often somebody of this ability leaves the question out."""
    return MOST_SKIPPED / (1 + exp(1.5 * (ability - item.b) + 2))


def seconds_on(question: Question, speed: float, dice: Dice) -> float:
    """How long somebody of this speed, 0 for most, takes."""
    expected = question.seconds or EXPECTED_SECONDS
    return exp(dice.normal(log(expected) - speed, SPREAD_OF_TIMES))


@dataclass(frozen=True)
class Sitter:
    """Somebody in front of a question."""

    question_id: str
    item: Item
    ability: float
    dice: Dice

    def knows(self, guess: float = 0.0) -> bool:
        """Whether they get a part right; `guess`: how often a guess is right."""
        return self.dice.happens(chance(self.item, self.ability, guess))

    def skips(self) -> bool:
        """Whether they leave the question out."""
        return self.dice.happens(chance_to_skip(self.item, self.ability))

    def prefer(self, names: Sequence[str]) -> str:
        """One of some wrong answers; each has a weight that is the same for everybody."""
        weights = [0.15 - log(1 - Dice("lure", self.question_id, name).share()) for name in names]
        return self.dice.prefer(names, weights)
