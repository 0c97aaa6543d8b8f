"""Reads a quiz's counts: so many rows for each question, however many attempts there are."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TypeVar

from quizapp.attempts.tallies import ChoiceKey, MarkKey, ScoreKey, Sums, TimeKey
from quizapp.attempts.tally_tables import load_kind
from quizapp.insights.statistics import QuizCounts, Which

Key = TypeVar("Key", MarkKey, ChoiceKey)


def load_counts(quiz_id: str, which: Which, question_id: str | None = None) -> QuizCounts:
    """The counts of these attempts; four queries. `question_id`: of one question only."""
    return QuizCounts(
        scores=_load_scores(quiz_id, which),
        marks=_load_by_question(MarkKey, quiz_id, which, question_id),
        choices=_load_by_question(ChoiceKey, quiz_id, which, question_id),
        times=_load_times(quiz_id, which, question_id),
    )


def _load_scores(quiz_id: str, which: Which) -> Mapping[ScoreKey, int]:
    scores: Counter[ScoreKey] = Counter()
    for key, sums in load_kind(ScoreKey, quiz_id, which.pools).items():
        assert isinstance(key, ScoreKey)
        scores[key._replace(pool=0)] += sums.n
    return scores


def _load_by_question(
    kind: type[Key], quiz_id: str, which: Which, question_id: str | None
) -> Mapping[str, Mapping[Key, Sums]]:
    """The pools stay apart in the keys: nothing that is worked out looks at them."""
    found: dict[str, dict[Key, Sums]] = defaultdict(dict)
    for key, sums in load_kind(kind, quiz_id, which.pools, question_id).items():
        assert isinstance(key, kind)
        found[key.question_id][key] = sums
    return found


def _load_times(
    quiz_id: str, which: Which, question_id: str | None
) -> Mapping[str, Mapping[int, int]]:
    times: dict[str, Counter[int]] = defaultdict(Counter)
    for key, sums in load_kind(TimeKey, quiz_id, which.pools, question_id).items():
        assert isinstance(key, TimeKey)
        times[key.question_id][key.seconds] += sums.n
    return times
