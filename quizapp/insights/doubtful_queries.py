"""Finds questions whose key should be checked, in many quizzes at once: three queries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import case, func, select

from quizapp.attempts.tallies import UNMARKED, MarkKey, ScoreKey, Sums
from quizapp.attempts.tally_models import ChoiceTally, MarkTally, ScoreTally
from quizapp.attempts.tally_tables import HALF
from quizapp.extensions import db
from quizapp.insights.flags import has_doubtful_key
from quizapp.insights.item_analysis import ItemFigures, add_up, correlation, facility, shares
from quizapp.insights.option_analysis import GroupCounts, cut_groups
from quizapp.insights.statistics import OptionFigures, QuestionStatistics, Which, alternatives_of
from quizapp.quizzes.slots import PublishedSlot

FIRST = Which.FIRST.pools
Marks = Mapping[MarkKey, Sums]


def list_doubtful(slots: Mapping[str, Sequence[PublishedSlot]]) -> dict[str, list[int]]:
    """By quiz, the numbers of such questions by first attempts; quizzes without any are missing.

    `slots`: by quiz, those of its newest version with the keys that hold. The counts are taken as
    they are.
    """
    marks, cuts = _load_marks(slots), _load_cuts(slots)
    chosen = _load_chosen(cuts)
    found = {
        quiz_id: [
            slot.number
            for slot in asked
            if has_doubtful_key(
                _about(slot, marks.get((quiz_id, slot.question.id), {}), chosen[quiz_id])
            )
        ]
        for quiz_id, asked in slots.items()
    }
    return {quiz_id: numbers for quiz_id, numbers in found.items() if numbers}


def _about(
    slot: PublishedSlot, marks: Marks, chosen: Mapping[tuple[str, str], GroupCounts]
) -> QuestionStatistics:
    """As much of a question's statistics as its key is judged by."""
    id = slot.question.id
    counts = [(each, chosen.get((id, each.name), GroupCounts())) for each in alternatives_of(slot)]
    index = correlation(add_up(marks))
    figures = ItemFigures(facility(shares(marks)), None, index, None, None, None)
    return QuestionStatistics(
        id=id,
        slot=slot,
        figures=figures,
        answers=GroupCounts(),
        blank=GroupCounts(),
        options=tuple(OptionFigures(each, found, None) for each, found in counts),
        guess=None,
        median_seconds=None,
    )


def _load_marks(quizzes: Mapping[str, object]) -> dict[tuple[str, str], dict[MarkKey, Sums]]:
    key = (MarkTally.quiz_id, MarkTally.question_id, MarkTally.points, MarkTally.possible)
    summed = (MarkTally.n, MarkTally.rest, MarkTally.squares_high, MarkTally.squares_low)
    rows = db.session.execute(
        select(*key, MarkTally.earned, *map(func.sum, summed))
        .where(MarkTally.quiz_id.in_(quizzes), MarkTally.pool.in_(FIRST))
        .group_by(*key, MarkTally.earned)
    )
    found: dict[tuple[str, str], dict[MarkKey, Sums]] = defaultdict(dict)
    for quiz_id, id, points, possible, earned, *summed_up in rows:
        n, rest, high, low = map(int, summed_up)
        sums = Sums(n, rest, high * HALF + low)
        found[quiz_id, id][MarkKey(0, id, points, possible, earned, 0)] = sums
    return found


def _load_cuts(quizzes: Mapping[str, object]) -> dict[str, int]:
    """By quiz, where the upper group begins."""
    rows = db.session.execute(
        select(ScoreTally.quiz_id, ScoreTally.possible, ScoreTally.earned, ScoreTally.n).where(
            ScoreTally.quiz_id.in_(quizzes),
            ScoreTally.pool.in_(FIRST),
            ScoreTally.earned != UNMARKED,
        )
    )
    scores: dict[str, dict[ScoreKey, int]] = defaultdict(lambda: defaultdict(int))
    for quiz_id, possible, earned, n in rows:
        scores[quiz_id][ScoreKey(0, possible, earned)] += n
    groups = {quiz_id: cut_groups(found) for quiz_id, found in scores.items()}
    return {quiz_id: found.high for quiz_id, found in groups.items() if found}


def _load_chosen(cuts: Mapping[str, int]) -> dict[str, dict[tuple[str, str], GroupCounts]]:
    """By quiz, by question and choice, how many chose it and how many of the upper group."""
    found: dict[str, dict[tuple[str, str], GroupCounts]] = defaultdict(dict)
    if not cuts:
        return found
    key = (ChoiceTally.quiz_id, ChoiceTally.question_id, ChoiceTally.choice)
    is_upper = ChoiceTally.band >= case(cuts, value=ChoiceTally.quiz_id)
    rows = db.session.execute(
        select(*key, func.sum(ChoiceTally.n), func.sum(case((is_upper, ChoiceTally.n), else_=0)))
        .where(ChoiceTally.quiz_id.in_(cuts), ChoiceTally.pool.in_(FIRST))
        .group_by(*key)
    )
    for quiz_id, id, choice, n, upper in rows:
        found[quiz_id][id, choice] = GroupCounts(int(n), upper=int(upper))
    return found
