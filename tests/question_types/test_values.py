"""Accepted values as authors write them, and the mends for what they can't be."""

from fractions import Fraction

import pytest

from quizapp.question_types.base import ProblemsFound
from quizapp.question_types.numerical import Numerical
from quizapp.question_types.short_answer import ShortAnswer
from quizapp.question_types.values import split_value
from tests.question_types.blocks import marked, parse


def problem_of(kind: type, *lines: str) -> tuple[str, int, str]:
    with pytest.raises(ProblemsFound) as found:
        parse(kind, marked(*lines))
    problem = found.value.problems[0]
    return problem.code, problem.line, problem.message


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Minsk", ("Minsk", None)),
        ("Minsk => 50%", ("Minsk", " 50%")),
        ("40 .. 50 =>50 %", ("40 .. 50", "50 %")),
        ('"a => b"', ('"a => b"', None)),
        ('"a => b" => 25%', ('"a => b"', " 25%")),
        ('"He said "hi""', ('"He said "hi""', None)),
        ("a => b => 50%", ("a => b", " 50%")),
        ('"quoted" then not', ('"quoted" then not', None)),
    ],
)
def test_value_and_percentage_are_told_apart(text: str, parts: tuple[str, str | None]) -> None:
    assert split_value(text) == parts


@pytest.mark.parametrize(
    "percent", ["=> 0%", "=> 101%", "=> -5%", "=> half", "=> 50", "=>", "=> 5e1%"]
)
def test_percentage_that_is_none_is_a_problem(percent: str) -> None:
    code, line, message = problem_of(ShortAnswer, "= Minsk", f"= Mensk {percent}")
    assert (code, line) == ("bad-percent", 6) and "=> 50%" in message


def test_known_mistake_with_a_percentage_is_a_problem() -> None:
    assert problem_of(ShortAnswer, "= Minsk", "! Kyiv => 50%")[:2] == ("bad-percent", 6)


@pytest.mark.parametrize("value", ["1,5", "5%", "45,5 +- 1", "5 +- 3 m", "1 .. 2 km", "12,34.5"])
def test_number_that_is_nearly_one_is_a_problem(value: str) -> None:
    code, line, message = problem_of(ShortAnswer, f"= {value}")
    assert (code, line) == ("bad-number", 5) and "double quotes" in message


@pytest.mark.parametrize(
    "value", ['"1,5"', "3.11.4", "1, 2, 3", "2020-02-13", "A => B => 100%", "4x"]
)
def test_text_with_figures_is_text(value: str) -> None:
    assert parse(ShortAnswer, marked(f"= {value}")).key() is not None


def test_range_that_runs_backward_is_a_problem() -> None:
    assert problem_of(Numerical, "= 5 .. 3")[0] == "bad-range"


@pytest.mark.parametrize("line", ["= ", '= ""', '= " "'])
def test_value_without_text_is_a_problem(line: str) -> None:
    assert problem_of(ShortAnswer, "= Minsk", line)[:2] == ("value-empty", 6)


def test_known_mistakes_alone_are_no_key() -> None:
    assert problem_of(ShortAnswer, "! Kyiv")[0] == "no-key"


def test_partial_credit_alone_is_no_key() -> None:
    assert problem_of(Numerical, "= 5 => 50%")[0] == "no-key"


def test_key_behind_a_value_that_catches_all_of_it_is_a_problem() -> None:
    code, _, message = problem_of(Numerical, "= 40 .. 50 => 50%", "= 45 +- 1")
    assert code == "key-hidden" and "Move" in message


def test_key_that_is_hidden_in_part_is_found() -> None:
    body = parse(Numerical, marked("= 45 => 50%", "= 44 => 50%", "= 46 => 50%", "= 44 .. 46"))
    assert body.grade(body.key()).fraction == 1


def test_every_broken_line_is_reported() -> None:
    with pytest.raises(ProblemsFound) as found:
        parse(ShortAnswer, marked("= ok", "= 1,5", "= a => b"))
    assert [(problem.code, problem.line) for problem in found.value.problems] == [
        ("bad-number", 6),
        ("bad-percent", 7),
    ]


def test_percentage_is_exact() -> None:
    body = parse(ShortAnswer, marked("= Minsk", "= Mensk => 33.3%"))
    assert body.grade(("mensk",)).fraction == Fraction(333, 1000)


@pytest.mark.parametrize(
    "lines",
    [
        ("= Minsk => 100%", "= Mensk => 33.3%", "! Kyiv > No."),
        ("= 45,500 +- 500", "= 40,000 .. 50,000 => 50%", "! 4,500 > One zero short."),
        ('= "1999"', "= the year 1999"),
        ("= New *", r"= \*"),
    ],
)
def test_values_read_back_from_what_is_written(lines: tuple[str, ...]) -> None:
    kind = Numerical if lines[0].startswith("= 4") else ShortAnswer
    body = parse(kind, marked(*lines))
    written = body.to_markdown().replace("\n  > ", " > ").splitlines()
    assert parse(kind, marked(*(line.removeprefix("- ") for line in written))) == body
