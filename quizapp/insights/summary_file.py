"""The statistics of a quiz for programs and people; the names of its keys are a promise."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from quizapp.insights.flags import find_flags
from quizapp.insights.intervals import Interval
from quizapp.insights.option_analysis import Groups
from quizapp.insights.score_summary import FEW, ROUGH
from quizapp.insights.statistics import OptionFigures, QuestionStatistics, QuizStatistics
from quizapp.markdown import to_plain

WIDTH = 44  # of a question's heading in the terminal


def to_json(statistics: QuizStatistics) -> dict[str, Any]:
    """Points for the test, fractions for questions; None where a figure is undefined.

    Figures stand here however few the answers; n says how far they can be trusted.
    """
    points, found = statistics.points, statistics.reliability
    return {
        "test": {
            "n": statistics.n,
            "mean": _number(points.mean),
            "median": _number(points.median),
            "q1": _number(points.q1),
            "q3": _number(points.q3),
            "sd": points.sd,
            "skewness": points.skewness,
            "kurtosis": points.kurtosis,
            "alpha": found.alpha,
            **_ends("alpha", found.interval),
            "sem": found.error,
        },
        "questions": [_question(each, statistics.groups) for each in statistics.questions],
    }


def _question(question: QuestionStatistics, groups: Groups | None) -> dict[str, Any]:
    figures = question.figures
    return {
        "id": question.id,
        "n": question.n,
        "facility": _number(figures.facility.index),
        **_ends("facility", figures.facility.interval),
        "sd": figures.sd,
        "discrimination": figures.discrimination,
        **_ends("discrimination", figures.discrimination_interval),
        "efficiency": figures.efficiency,
        "options": [_option(each, groups) for each in question.options],
    }


def _option(option: OptionFigures, groups: Groups | None) -> dict[str, Any]:
    return {
        "id": option.option.name,
        "n": option.counts.n,
        "upper": option.counts.upper if groups else None,
        "lower": option.counts.lower if groups else None,
        "point_biserial": option.point_biserial,
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _ends(name: str, interval: Interval | None) -> dict[str, float | None]:
    low, high = (interval.low, interval.high) if interval else (None, None)
    return {f"{name}_low": low, f"{name}_high": high}


def to_lines(statistics: QuizStatistics) -> Iterator[str]:
    """The same for people, as far as there are answers enough to judge."""
    shares, found = statistics.shares, statistics.reliability
    yield f"{statistics.n} submitted, {statistics.unmarked} still to be marked"
    if shares.mean is None or shares.median is None:
        yield "No score is final yet."
        return
    yield f"Average {_percent(shares.mean)}, middle {_percent(shares.median)}"
    if shares.n >= FEW and shares.q1 is not None and shares.q3 is not None:
        yield f"Middle half {_percent(shares.q1)} to {_percent(shares.q3)}"
    if shares.n >= FEW and found.alpha is not None and found.error is not None:
        yield f"Reliability (alpha) {found.alpha:.2f}, give or take {found.error:.2f} points"
    if shares.n < ROUGH:
        yield "Under 30 scores, take all of this as a rough guide."
    yield ""
    yield f"{'No.':>3}  {'Question':{WIDTH}}  {'n':>6}  Correct  Tells apart"
    for question in statistics.questions:
        yield _line(question)
        for flag in find_flags(question):
            yield f"{'':5}! {flag.finding}. {flag.action}"


def _line(question: QuestionStatistics) -> str:
    heading = to_plain(question.slot.question.heading) if question.slot else question.id
    short = heading if len(heading) <= WIDTH else f"{heading[: WIDTH - 1]}…"
    start = f"{question.number or '-':>3}  {short:{WIDTH}}  {question.n:>6}"
    index, correlation = question.figures.facility.index, question.figures.discrimination
    if question.n < FEW or index is None:
        return f"{start}  too few answers to judge"
    apart = "-" if correlation is None else f"{correlation:.2f}"
    return f"{start}  {_percent(index):>7}  {apart:>11}"


def _percent(share: Fraction) -> str:
    return f"{round(share * 100)}%"
