"""Short answers: which line counts, and how typos and case do."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.question_types.base import ProblemsFound, Shows
from quizapp.question_types.short_answer import ShortAnswer
from tests.question_types.blocks import marked, parse
from tests.question_types.pages import asked_page, reviewed_page

LINES = (
    "= Lukashenko",
    "= Alexander * => 50%",
    "! Putin > He leads Russia.",
    "! Lukashenka > With an o.",
)
LEADER = parse(ShortAnswer, marked(*LINES), typos="1")


@pytest.mark.parametrize(
    ("text", "fraction"),
    [
        ("Lukashenko", Fraction(1)),
        (" LUKASHENKO ", Fraction(1)),
        ("Lukashnko", Fraction(1)),
        ("Lukashnk", Fraction(0)),
        ("Alexander the Great", Fraction(1, 2)),
        ("Putin", Fraction(0)),
        ("Lukashenka", Fraction(0)),
        ("", Fraction(0)),
    ],
)
def test_fraction_earned(text: str, fraction: Fraction) -> None:
    assert LEADER.grade((text,)).fraction == fraction


def test_exact_match_on_any_line_goes_before_typos() -> None:
    assert LEADER.grade(("lukashenka",)).feedback == ("With an o.",)


def test_typo_of_a_known_mistake_has_its_feedback() -> None:
    assert LEADER.grade(("Puttin",)).feedback == ("He leads Russia.",)


def test_without_the_chip_there_are_no_typos() -> None:
    assert parse(ShortAnswer, marked("= Lukashenko")).grade(("Lukashnko",)).fraction == 0


def test_exact_case_can_be_asked_for() -> None:
    body = parse(ShortAnswer, marked("= NaCl"), case="exact")
    assert (body.grade(("NaCl",)).fraction, body.grade(("nacl",)).fraction) == (1, 0)


@pytest.mark.parametrize(
    "chip", [{"typos": "4"}, {"typos": "-1"}, {"typos": "one"}, {"case": "upper"}]
)
def test_chip_that_says_nothing_is_a_problem(chip: dict[str, str]) -> None:
    with pytest.raises(ProblemsFound) as found:
        parse(ShortAnswer, marked("= a"), **chip)
    assert [problem.code for problem in found.value.problems] == ["bad-chip"]


@pytest.mark.parametrize(
    "answer", [("Lukashenko", "Lukashenko"), ("x" * 100_000,), ("\ufdfa" * 4000,)]
)
def test_malformed_answer_is_merely_wrong(answer: tuple[str, ...]) -> None:
    assert LEADER.grade(answer).fraction == 0


@given(st.text(alphabet="lukashenoLUKASHENO ", max_size=14))
def test_case_and_outer_spaces_never_matter(text: str) -> None:
    assert LEADER.grade((text,)).fraction == LEADER.grade((f" {text.upper()} ",)).fraction


@given(st.text(max_size=14))
def test_more_typos_forgiven_never_earn_less(text: str) -> None:
    strict = parse(ShortAnswer, marked("= Lukashenko"), typos="1")
    lenient = parse(ShortAnswer, marked("= Lukashenko"), typos="2")
    assert lenient.grade((text,)).fraction >= strict.grade((text,)).fraction


@pytest.mark.parametrize("value", ["*", "New *", "* York", "*a*", r"\*", '"*"', '"1999"'])
def test_key_of_a_pattern_earns_everything(value: str) -> None:
    body = parse(ShortAnswer, marked(f"= {value}"))
    assert body.grade(body.key()).fraction == 1


def test_known_mistake_that_catches_all_hides_the_key() -> None:
    with pytest.raises(ProblemsFound) as found:
        parse(ShortAnswer, marked("! *", "= Minsk"))
    assert [problem.code for problem in found.value.problems] == ["key-hidden"]


def test_chips_are_written_unless_they_are_the_default() -> None:
    body = parse(ShortAnswer, marked("= NaCl"), case="exact", typos="2")
    assert (LEADER.to_chips(), body.to_chips()) == (
        {"typos": "1"},
        {"typos": "2", "case": "exact"},
    )


def test_page_does_not_correct_what_is_typed() -> None:
    page = asked_page(LEADER)
    assert 'autocapitalize="off"' in page and 'spellcheck="false"' in page


def test_review_shows_accepted_texts_but_no_mistakes() -> None:
    page = reviewed_page(LEADER, ("x",), Shows())
    assert "<bdi>Lukashenko</bdi>" in page and "Lukashenka" not in page


def test_review_says_when_there_was_no_answer() -> None:
    assert "No answer" in reviewed_page(LEADER, (), Shows())


def test_answer_is_described_as_typed() -> None:
    assert LEADER.describe(("<b> [x](y)",), ()) == (r"\<b\> \[x\]\(y\)",)
