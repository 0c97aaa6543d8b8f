"""Values that written answers are compared with: `= v`, `= v => 50%` and `! v`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from quizapp.question_types.base import Problem, ProblemsFound, UnfitKey
from quizapp.question_types.block import Item
from quizapp.question_types.layout import item_markdown
from quizapp.question_types.numerals import Interval, decimal_text, plain, read_interval
from quizapp.question_types.texts import is_quoted, shown_text

PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,6})?) ?%")
QUOTED = re.compile(r'(".*")\s*(?:=>(.*))?', re.DOTALL)
LONGEST_LITERAL = 200  # characters of a student's answer that makes an accepted value
NEARLY_NUMBER = re.compile(r"[+-]?[\d ]+,\d+(\.\d+)?|[+-]?[\d.,]+ ?%")


@dataclass(frozen=True)
class Value:
    """One line of accepted answers; a known mistake earns nothing and has feedback."""

    source: str  # as written, without mark and percentage
    fraction: Fraction = Fraction(1)
    mistake: bool = False
    feedback: str = ""

    @property
    def text(self) -> str:
        """For people to read."""
        return shown_text(self.source)

    @property
    def interval(self) -> Interval | None:
        """What it says as a number; None if it is text."""
        return read_interval(self.source)

    def source_markdown(self) -> str:
        """The value with its mark, as in a list or a gap."""
        percent = f" => {decimal_text(self.fraction * 100)}%" if self.fraction not in (0, 1) else ""
        return f"{'!' if self.mistake else '='} {self.source}{percent}"


def values_markdown(values: tuple[Value, ...]) -> str:
    """A list of values."""
    return "\n".join(
        item_markdown(f"- {value.source_markdown()}", "", feedback=value.feedback)
        for value in values
    )


def literal_source(text: str) -> str | None:
    """A value that takes `text` as it is; None if nothing can."""
    line = " ".join(text.split())
    if not line or not line.isprintable() or len(line) > LONGEST_LITERAL:
        return None
    means_more = any(sign in line for sign in ("*", "\\", "=>")) or line.startswith('"')
    is_numeric = read_interval(line) is not None or is_nearly_number(line)
    return f'"{line}"' if means_more or is_numeric else line


def one_value(source: str, *, numeric: bool) -> Value:
    """The value that an author writes as `source`, which earns everything; raises UnfitKey."""
    try:
        (value,) = read_values([Item("=", source)], numeric=numeric)
    except ProblemsFound as found:
        raise UnfitKey(found.problems[0].message) from found
    return value


def split_value(text: str) -> tuple[str, str | None]:
    """A value and what stands behind its arrow, None without one; quotation marks hide an arrow."""
    line = " ".join(text.split())
    quoted = QUOTED.fullmatch(line)
    if quoted:
        return quoted[1], quoted[2]
    source, arrow, percent = line.rpartition("=>")
    return (source.strip(), percent) if arrow else (line, None)


def is_number(item: Item) -> bool:
    """Whether the item says a number; unless all of its question do, it is text after all."""
    return read_interval(split_value(item.text)[0]) is not None


def read_values(items: Iterable[Item], *, numeric: bool) -> tuple[Value, ...]:
    """The values in `items`, marked "=" or "!"; at least one earns everything."""
    items = tuple(items)
    problems = [problem for item in items for problem in _problems(item, numeric=numeric)]
    if problems:
        raise ProblemsFound(problems)
    values = tuple(_read_value(item) for item in items)
    if not any(value.fraction == 1 for value in values):
        message = "No value earns full credit. Start one with = and leave out its percentage."
        raise ProblemsFound([Problem(items[0].line, items[0].column, "no-key", message)])
    return values


def _read_value(item: Item) -> Value:
    source, percent = split_value(item.text)
    mistake = item.mark == "!"
    earned = _read_percent(percent) if percent is not None else Fraction(1)
    return Value(source, Fraction(0) if mistake else earned or Fraction(0), mistake, item.feedback)


def _read_percent(text: str) -> Fraction | None:
    found = PERCENT.fullmatch(text.strip())
    percent = Fraction(found[1]) if found else Fraction(0)
    return percent / 100 if 0 < percent <= 100 else None


def _problems(item: Item, *, numeric: bool) -> Iterable[Problem]:
    source, percent = split_value(item.text)
    if not shown_text(source).strip():
        yield _problem(item, "value-empty", f"Nothing stands after {item.mark}. Write a value.")
    elif percent is not None and item.mark == "!":
        message = "A known mistake earns nothing. Leave out the percentage, or start with =."
        yield _problem(item, "bad-percent", message)
    elif percent is not None and _read_percent(percent) is None:
        message = (
            f"=>{percent.rstrip()} is no percentage from 1 to 100. Write it like => 50%, or put "
            "the whole value in double quotes if the arrow belongs to the text."
        )
        yield _problem(item, "bad-percent", message)
    elif numeric:
        yield from _interval_problems(item, source)
    elif not is_quoted(source) and is_nearly_number(source):
        message = (
            f"{source} is no number. Write it like 1,234.5 (the point before decimals), 5 +- 0.1, "
            "5 +- 2% or 4 .. 6, without a unit or percent sign behind it; or put it in double "
            "quotes to compare it as text."
        )
        yield _problem(item, "bad-number", message)


def is_nearly_number(source: str) -> bool:
    """Whether it was surely meant as a number, and isn't one."""
    if read_interval(source) is not None:
        return False
    written = plain(source).replace("±", "+-")
    if NEARLY_NUMBER.fullmatch(written):
        return True
    first = re.split(r"\+-|\.\.", written, maxsplit=1)
    return len(first) == 2 and all(re.match(r"\s*[+-]?[\d.,]", side) for side in first)


def _interval_problems(item: Item, source: str) -> Iterable[Problem]:
    interval = read_interval(source)
    if interval is not None and interval.low > interval.high:
        yield _problem(
            item, "bad-range", "The range runs backward. Write the smaller number first."
        )


def _problem(item: Item, code: str, message: str) -> Problem:
    return Problem(item.line, item.column, code, message)


def export_values(values: tuple[Value, ...]) -> dict[str, Any]:
    """The values for other programs."""
    return {
        "answers": [
            {
                "text": shown_text(value.source, run="*"),
                "fraction": float(value.fraction),
                "feedback": value.feedback,
            }
            for value in values
            if not value.mistake
        ],
        "mistakes": [
            {"text": shown_text(value.source, run="*"), "feedback": value.feedback}
            for value in values
            if value.mistake
        ],
    }
