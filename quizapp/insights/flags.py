"""What an instructor should look at, as sentences: a number and what to do about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

from quizapp.insights.score_summary import FEW, ROUGH
from quizapp.insights.statistics import OptionFigures, QuestionStatistics
from quizapp.markdown import to_plain

HARD = Fraction(3, 10)
EASY = Fraction(95, 100)
OFTEN_BLANK = Fraction(1, 2)
WEAK = 0.1  # a discrimination index below it hardly tells strong students from weak
LONGEST_QUOTED = 60
MINUS = "\u2212"


class Kind(IntEnum):
    """The most urgent first."""

    KEY = 1
    BLANK = 2
    HARD = 3
    WEAK = 4
    UNCHOSEN = 5
    EASY = 6


SHORT = {
    Kind.KEY: "Check the key",
    Kind.BLANK: "Often blank",
    Kind.HARD: "Very hard",
    Kind.WEAK: "Hardly tells apart",
    Kind.UNCHOSEN: "Unchosen option",
    Kind.EASY: "Very easy",
}


@dataclass(frozen=True)
class Flag:
    """One thing to look at; plain text."""

    kind: Kind
    finding: str
    action: str

    @property
    def short(self) -> str:
        """For a table."""
        return SHORT[self.kind]


def find_flags(question: QuestionStatistics) -> tuple[Flag, ...]:
    """The flags of a question, the most urgent first; none under FEW answers."""
    if question.n < FEW:
        return ()
    return tuple(sorted(_find(question), key=lambda flag: flag.kind))


def has_doubtful_key(question: QuestionStatistics) -> bool:
    """Whether the key should be checked."""
    return question.n >= FEW and _key_flag(question) is not None


def _find(question: QuestionStatistics) -> Iterator[Flag]:
    key = _key_flag(question)
    if key:
        yield key
    yield from _facility_flags(question)
    index = question.figures.discrimination
    if not key and index is not None and index < WEAK and question.n >= ROUGH:
        finding = f"Students with high and with low scores did about as well ({index:.2f})"
        finding = finding.replace("-", MINUS)
        yield Flag(Kind.WEAK, finding, "Read it as a student would: is it clear?")
    if question.blank_share is not None and question.blank_share >= OFTEN_BLANK:
        finding = f"{_percent(question.blank_share)} left it blank"
        yield Flag(Kind.BLANK, finding, "Is it clear, and is there time for it?")
    yield from _unchosen(question)


def _key_flag(question: QuestionStatistics) -> Flag | None:
    """A negative index, or an option that strong students prefer to the key."""
    action = "Check the key."
    rival = _rival(_single_choice(question))
    if rival:
        key, other = rival
        finding = (
            f"Students with high scores chose “{quoted(other)}” more often than the key "
            f"({other.counts.upper} to {key.counts.upper})"
        )
        return Flag(Kind.KEY, finding, action)
    index = question.figures.discrimination
    if index is not None and index < 0 and (question.n >= ROUGH or index <= -WEAK):
        worse = "The better people did in the rest of the quiz, the more often they got it wrong"
        chance = "" if _is_sure(question) else ", perhaps by chance"
        finding = f"{worse} ({index:.2f}{chance})".replace("-", MINUS)
        return Flag(Kind.KEY, finding, action)
    return None


def _is_sure(question: QuestionStatistics) -> bool:
    """Whether a negative index is so all through its interval."""
    interval = question.figures.discrimination_interval
    return interval is not None and interval.high < 0


def _single_choice(question: QuestionStatistics) -> Sequence[OptionFigures]:
    """The options, if exactly one of them is the key."""
    keys = [each for each in question.options if each.option.is_key]
    return question.options if len(keys) == 1 else ()


def _rival(options: Sequence[OptionFigures]) -> tuple[OptionFigures, OptionFigures] | None:
    """The key and an option that more of the upper group chose."""
    if not options:
        return None
    key = next(each for each in options if each.option.is_key)
    other = max(options, key=lambda each: each.counts.upper)
    return (key, other) if other.counts.upper > key.counts.upper else None


def _facility_flags(question: QuestionStatistics) -> Iterator[Flag]:
    index = question.figures.facility.index
    if index is None:
        return
    if index < HARD:
        action = "Was it taught, and is it clear?"
        if question.guess and index <= question.guess:
            action = f"Guessing gives {_percent(question.guess)}. {action}"
        yield Flag(Kind.HARD, f"Very hard: {_percent(index)} got it", action)
    elif index >= EASY:
        action = "Fine to begin with; else make it harder."
        yield Flag(Kind.EASY, f"Very easy: {_percent(index)} got it", action)


def _unchosen(question: QuestionStatistics) -> Iterator[Flag]:
    names = [f"“{quoted(each)}”" for each in _single_choice(question) if each.counts.n == 0]
    if names:
        listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
        yield Flag(Kind.UNCHOSEN, f"Nobody chose {listed}", "Make it more tempting or drop it.")


def quoted(each: OptionFigures) -> str:
    """An option's text in a sentence."""
    text = to_plain(each.option.text)
    return text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED].rstrip()}…"


def _percent(share: Fraction) -> str:
    return f"{round(share * 100)}%"
