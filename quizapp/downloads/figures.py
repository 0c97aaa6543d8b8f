"""The figures of a quiz as a table: a row for the test, one a question, and one an option."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from quizapp.spreadsheet import Cell

Summary = Mapping[str, Any]  # as insights.summary_file.to_json makes it

MEANINGS = {
    "question": "Empty: the test as a whole, in points. Else the question's id.",
    "option": "Empty: the question as a whole. Else the option's id.",
    "n": "Attempts, answers, or answers with this option. Figures of few answers say little.",
    "mean": "Of the scores.",
    "median": "Half of the scores lie below.",
    "q1": "A quarter of the scores lies below (type 7).",
    "q3": "A quarter of the scores lies above (type 7).",
    "sd": "Standard deviation (n - 1): of the scores, or of a question's fractions.",
    "skewness": "Bias-corrected (G1).",
    "kurtosis": "Excess, bias-corrected (G2).",
    "alpha": "Cronbach's alpha.",
    "alpha_low": "Lower end of its 95% interval (Bonett 2002).",
    "alpha_high": "Upper end.",
    "sem": "Standard error of measurement, in points.",
    "facility": "Facility index: the mean share of a question's points; high is easy.",
    "facility_low": "Lower end of its 95% interval (Wilson; Student's t where points are partial).",
    "facility_high": "Upper end.",
    "discrimination": "Correlation with the score of the rest of the quiz.",
    "discrimination_low": "Lower end of its 95% interval (Fisher).",
    "discrimination_high": "Upper end.",
    "efficiency": "Discriminative efficiency: covariance over the largest one possible.",
    "upper": "Answers with this option among the upper 27% by score.",
    "lower": "Answers with this option among the lower 27%.",
    "point_biserial": "Correlation of choosing this option with the score of the rest.",
}


def figure_rows(summary: Summary) -> Iterator[list[Cell]]:
    """The table; an empty cell is a figure that is undefined, or isn't for such a row."""
    yield list(MEANINGS)
    yield _row("", "", summary["test"])
    for question in summary["questions"]:
        yield _row(question["id"], "", question)
        for option in question["options"]:
            yield _row(question["id"], option["id"], option)


def _row(question: str, option: str, figures: Mapping[str, Any]) -> list[Cell]:
    named = [name for name in MEANINGS if name not in ("question", "option")]
    return [question, option, *(_cell(figures.get(name)) for name in named)]


def _cell(figure: float | None) -> Cell:
    return None if figure is None else Fraction(repr(figure))
