"""Everything that can be said about a quiz, from its counts; see the modules it is made of."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from quizapp.attempts.tallies import (
    BLANK,
    UNMARKED,
    WHOLE,
    ChoiceKey,
    MarkKey,
    Pool,
    ScoreKey,
    Sums,
)
from quizapp.insights.item_analysis import ItemFigures, add_up, analyze
from quizapp.insights.option_analysis import (
    ChoiceFigures,
    GroupCounts,
    Groups,
    analyze_choices,
    count_answers,
    cut_groups,
)
from quizapp.insights.reliability import Reliability, reliability
from quizapp.insights.score_summary import ScoreSummary, quantile, summarize
from quizapp.question_types.base import Alternative
from quizapp.quizzes.slots import PublishedSlot

MILLION = 1_000_000


class Which(StrEnum):
    """Which attempts the statistics are about."""

    FIRST = "first"
    COUNTED = "counted"
    ALL = "all"

    @property
    def pools(self) -> tuple[int, ...]:
        """The pools that make it up."""
        wanted = {Which.FIRST: Pool.FIRST, Which.COUNTED: Pool.COUNTED}.get(self)
        return tuple(pool for pool in range(4) if wanted is None or pool & wanted)


@dataclass(frozen=True)
class QuizCounts:
    """The counts of some of a quiz's attempts, their pools added up."""

    scores: Mapping[ScoreKey, int]
    marks: Mapping[str, Mapping[MarkKey, Sums]]  # by question
    choices: Mapping[str, Mapping[ChoiceKey, Sums]]
    times: Mapping[str, Mapping[int, int]]  # by question or WHOLE: by seconds, how many


@dataclass(frozen=True)
class OptionFigures:
    """An option with how it was chosen."""

    option: Alternative
    counts: GroupCounts
    point_biserial: float | None


@dataclass(frozen=True)
class QuestionStatistics:
    """What is known about one question."""

    id: str
    slot: PublishedSlot | None  # None when the newest version doesn't ask it
    figures: ItemFigures
    answers: GroupCounts  # everybody who was asked
    blank: GroupCounts
    options: tuple[OptionFigures, ...]
    guess: Fraction | None
    median_seconds: Fraction | None
    is_left_out: bool = False  # by a correction, so that it has no figures

    @property
    def number(self) -> int | None:
        """Its place in the newest version."""
        return self.slot.number if self.slot else None

    @property
    def n(self) -> int:
        """How many answers the figures are about."""
        return self.figures.facility.n

    @property
    def blank_share(self) -> Fraction | None:
        """Of those who were asked; None of nobody."""
        return Fraction(self.blank.n, self.answers.n) if self.answers.n else None


@dataclass(frozen=True)
class SectionStatistics:
    """A section of the newest version."""

    title: str  # Markdown, inline; "" if it has none
    questions: int
    points: Fraction
    share: Fraction | None  # of its points, earned in the mean


@dataclass(frozen=True)
class QuizStatistics:
    """What is known about a quiz; scores are of attempts without anything left to mark."""

    n: int  # submitted, the unmarked ones too
    unmarked: int
    points: ScoreSummary  # in points
    shares: ScoreSummary  # of the possible points
    share_counts: Mapping[Fraction, int]
    possible: Fraction | None  # points, if all attempts could earn as many
    reliability: Reliability
    median_seconds: Fraction | None
    groups: Groups | None
    questions: tuple[QuestionStatistics, ...]
    sections: tuple[SectionStatistics, ...]


def describe(
    counts: QuizCounts, slots: Sequence[PublishedSlot], left_out: Collection[int] = ()
) -> QuizStatistics:
    """All statistics; `slots` are those of the newest version, some of them left out by number."""
    final = {key: n for key, n in counts.scores.items() if key.earned != UNMARKED and n}
    groups = cut_groups(final)
    questions = tuple(
        replace(each, is_left_out=each.number in left_out)
        for each in _describe_questions(counts, slots, groups)
    )
    points, shares = _points(final), _shares(final)
    possible = {key.possible for key in final}
    return QuizStatistics(
        n=sum(counts.scores.values()),
        unmarked=sum(counts.scores.values()) - sum(final.values()),
        points=summarize(points),
        shares=summarize(shares),
        share_counts=shares,
        possible=Fraction(possible.pop(), MILLION) if len(possible) == 1 else None,
        reliability=reliability(points, [_earned(marks) for marks in counts.marks.values()]),
        median_seconds=_median(counts.times.get(WHOLE, {})),
        groups=groups,
        questions=questions,
        sections=_describe_sections(questions),
    )


def _points(final: Mapping[ScoreKey, int]) -> Counter[Fraction]:
    found: Counter[Fraction] = Counter()
    for key, n in final.items():
        found[Fraction(key.earned, MILLION)] += n
    return found


def _shares(final: Mapping[ScoreKey, int]) -> Counter[Fraction]:
    found: Counter[Fraction] = Counter()
    for key, n in final.items():
        if key.possible:
            found[Fraction(key.earned, key.possible)] += n
    return found


def _earned(marks: Mapping[MarkKey, Sums]) -> Counter[Fraction]:
    """How often so many points were earned with a question."""
    times: Counter[int] = Counter()
    for key, sums in marks.items():
        times[key.earned] += sums.n
    return Counter({Fraction(earned, MILLION): n for earned, n in times.items()})


def _median(seconds: Mapping[int, int]) -> Fraction | None:
    return quantile({Fraction(each): n for each, n in seconds.items()}, Fraction(1, 2))


def _describe_questions(
    counts: QuizCounts, slots: Sequence[PublishedSlot], groups: Groups | None
) -> tuple[QuestionStatistics, ...]:
    """Those of the newest version in its order, then what was asked before."""
    asked = {slot.question.id: slot for slot in slots}
    before = sorted(id for id in counts.marks if id not in asked)
    return tuple(describe_question(counts, id, asked.get(id), groups) for id in (*asked, *before))


def describe_question(
    counts: QuizCounts, id: str, slot: PublishedSlot | None, groups: Groups | None
) -> QuestionStatistics:
    """The statistics of one question."""
    marks = counts.marks.get(id, {})
    choices = analyze_choices(counts.choices.get(id, {}), add_up(marks), groups)
    body = slot.question.body if slot else None
    blank = choices.get(BLANK)
    return QuestionStatistics(
        id=id,
        slot=slot,
        figures=analyze(marks),
        answers=count_answers(marks, groups),
        blank=blank.counts if blank else GroupCounts(),
        options=_options(alternatives_of(slot) if slot else (), choices),
        guess=body.guess() if body else None,
        median_seconds=_median(counts.times.get(id, {})),
    )


def alternatives_of(slot: PublishedSlot) -> tuple[Alternative, ...]:
    """What can be chosen; with corrected keys if there are any."""
    body = slot.question.body
    if not slot.judges:
        return body.alternatives()
    keys: set[str] = set()
    for judge in slot.judges:
        judging = judge.question.body
        keys.update(body.chosen(body.translate(judging.key() or (), judging)))
    return tuple(replace(each, is_key=each.name in keys) for each in body.alternatives())


def _options(
    alternatives: Sequence[Alternative], choices: Mapping[str, ChoiceFigures]
) -> tuple[OptionFigures, ...]:
    """In the order of the file; what nobody chose is there too."""
    nobody = ChoiceFigures("", GroupCounts(), None)
    found = [(each, choices.get(each.name, nobody)) for each in alternatives]
    return tuple(OptionFigures(each, it.counts, it.point_biserial) for each, it in found)


def _describe_sections(questions: Sequence[QuestionStatistics]) -> tuple[SectionStatistics, ...]:
    by_section: dict[int, list[tuple[PublishedSlot, QuestionStatistics]]] = defaultdict(list)
    for question in questions:
        if question.slot:
            by_section[question.slot.section].append((question.slot, question))
    return tuple(_describe_section(found) for _, found in sorted(by_section.items()))


def _describe_section(
    found: Sequence[tuple[PublishedSlot, QuestionStatistics]],
) -> SectionStatistics:
    worth = sum((slot.points * question.n for slot, question in found), Fraction(0))
    earned = sum(
        (
            slot.points * question.n * (question.figures.facility.index or 0)
            for slot, question in found
        ),
        Fraction(0),
    )
    return SectionStatistics(
        title=found[0][0].section_title,
        questions=len(found),
        points=sum((slot.points for slot, _ in found), Fraction(0)),
        share=earned / worth if worth else None,
    )
