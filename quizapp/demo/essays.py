"""Essays of simulated students, put together from sentences, and what a marker gives for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from quizapp.demo.model import Dice, Sitter


@dataclass(frozen=True)
class Point:
    """One thing that an essay should say: said well, and said halfway."""

    well: tuple[str, ...]
    halfway: tuple[str, ...]


ESSAYS: Mapping[str, tuple[Point, ...]] = {
    "readers-of-a-site": (
        Point(
            well=(
                "The site can only ask those who come to it, so people who never read the news, "
                "who have no connection or who simply don't like reading are missing.",
                "Adults who don't read are not on a news site in the first place, and so nobody "
                "asked them.",
                "Two groups are left out: people who don't visit the site, and visitors who don't "
                "bother to answer.",
            ),
            halfway=(
                "Not everybody was asked.",
                "The sample is not all adults but only some of them.",
            ),
        ),
        Point(
            well=(
                "Those who are missing would have said no more often, which means that 96 percent "
                "is higher than it is among all adults.",
                "Since the people who answer are the ones who like it most, the figure comes out "
                "too high, however many of them there are.",
                "Whoever reads for fun both visits the site and answers yes; that pushes the share "
                "up, and a bigger sample of the same kind would not help.",
            ),
            halfway=(
                "So the figure is not right.",
                "That makes the result biased.",
            ),
        ),
        Point(
            well=(
                "I would draw people at random from the register of residents, and go back to "
                "those who don't answer at first.",
                "Better: take a random sample of addresses, ask by letter and by phone, and weight "
                "the answers by age and schooling.",
                "A lottery among all adults of the country would do, so that each has the same "
                "chance of being asked.",
            ),
            halfway=(
                "They should ask more people.",
                "It would be better to ask in the street, too.",
            ),
        ),
    ),
    "independent-events": (
        Point(
            well=(
                "Whether my bus is late and whether my neighbor has coffee for breakfast: she "
                "doesn't take the bus, so one tells me nothing about the other.",
                "The result of my dice game in the evening and the weather of that day. However "
                "the dice fall, the chance of rain stays the same.",
                "My phone number ends in an even digit, and my sister's does. The numbers are "
                "given out without looking at families.",
            ),
            halfway=(
                "It rains and I carry an umbrella, because I decide about the umbrella myself.",
                "Tossing a coin and rolling a die.",
                "Being late and missing the first question, since these are two things.",
            ),
        ),
    ),
}
OPENINGS = (
    "",
    "In my opinion the figure is of little use. ",
    "At first sight 96 percent is a lot. ",
)
CLOSINGS = ("", " Only then does the figure stand for all adults.", " Size alone doesn't mend it.")
LONG = 3  # an essay of so many points gets an opening and a closing


def write(sitter: Sitter) -> str:
    """The text that somebody writes; a paragraph for each point they think of."""
    points = ESSAYS[sitter.question_id]
    said = [_say(point, sitter) for point in points]
    text = "\n\n".join(sentence for sentence in said if sentence) or "I don't know."
    if len(points) < LONG:
        return text
    return sitter.dice.pick(OPENINGS) + text + sitter.dice.pick(CLOSINGS)


def _say(point: Point, sitter: Sitter) -> str:
    if sitter.knows():
        return sitter.dice.pick(point.well)
    return sitter.dice.pick(point.halfway) if sitter.knows(guess=0.4) else ""


def judge(question_id: str, text: str, marker: Dice) -> tuple[Fraction, ...]:
    """What share of each point's points a marker gives, who is a little strict at times."""
    return tuple(_judge(point, text, marker) for point in ESSAYS[question_id])


def _judge(point: Point, text: str, marker: Dice) -> Fraction:
    if any(sentence in text for sentence in point.well):
        return Fraction(3, 4) if marker.happens(0.2) else Fraction(1)
    if any(sentence in text for sentence in point.halfway):
        return Fraction(1, 4) if marker.happens(0.3) else Fraction(1, 2)
    return Fraction(0)


COMMENTS = {
    "high": ("Clear and to the point.", "Well argued.", ""),
    "middle": ("Good start. Say why, too.", "Name the missing people more exactly.", ""),
    "low": ("Read the section on samples again, then try to answer in three sentences.", ""),
}


def comment(share: Fraction, marker: Dice) -> str:
    """What the marker writes beside an essay that got this share of its points."""
    level = "high" if share > Fraction(3, 4) else "middle" if share > Fraction(1, 3) else "low"
    return marker.pick(COMMENTS[level])
