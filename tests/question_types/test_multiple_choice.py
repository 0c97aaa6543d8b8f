"""Multiple choice: one option earns everything, wherever it stands."""

import re
from random import Random

import pytest

from quizapp.question_types.base import ProblemsFound, Shows
from quizapp.question_types.multiple_choice import MultipleChoice
from tests.question_types.blocks import marked, parse
from tests.question_types.pages import asked_page, reviewed_page

PLANETS = parse(
    MultipleChoice,
    marked(
        "( ) a) Venus > The second.", "(x) b) Mercury > Yes.", "( ) c) Mars", "( ) d) None `last`"
    ),
)


def problems(*lines: str) -> list[tuple[str, int]]:
    with pytest.raises(ProblemsFound) as found:
        parse(MultipleChoice, marked(*lines))
    return [(problem.code, problem.line) for problem in found.value.problems]


def test_key_earns_everything() -> None:
    assert PLANETS.grade(("b",)).fraction == 1


def test_distractor_earns_nothing() -> None:
    assert PLANETS.grade(("a",)).fraction == 0


@pytest.mark.parametrize("answer", [("b", "b"), ("a", "b"), ("B",), ("1",), ("z",), (" b",)])
def test_anything_but_one_letter_earns_nothing(answer: tuple[str, ...]) -> None:
    assert PLANETS.grade(answer).fraction == 0


def test_feedback_is_that_of_the_chosen_option() -> None:
    assert PLANETS.grade(("a",)).feedback == ("The second.",)


def test_option_without_feedback_gives_none() -> None:
    assert PLANETS.grade(("c",)).feedback == ()


def test_list_without_key_is_refused_at_its_first_option() -> None:
    assert problems("( ) a) One", "( ) b) Two") == [("no-key", 5)]


def test_every_key_after_the_first_is_a_problem() -> None:
    assert problems("(x) a) One", "(x) b) Two", "(x) c) Three") == [
        ("not-one-key", 6),
        ("not-one-key", 7),
    ]


def test_letter_that_stands_twice_is_a_problem() -> None:
    assert problems("(x) a) One", "( ) a) Two") == [("letter-duplicate", 6)]


def test_option_without_text_is_a_problem() -> None:
    assert problems("(x) a) One", "( ) b) ") == [("option-empty", 6)]


def test_positions_are_those_of_the_page() -> None:
    assert PLANETS.from_post(("0",), ("d", "c", "b", "a")) == ("d",)


def test_letters_cannot_be_posted() -> None:
    assert PLANETS.grade(PLANETS.from_post(("b",), PLANETS.order())).fraction == 0


@pytest.mark.parametrize("posted", ["4", "-1", "01", "1.0", "१", "1 ", "x" * 1000])
def test_position_that_is_none_earns_nothing_and_is_kept(posted: str) -> None:
    answer = PLANETS.from_post((posted,), PLANETS.order())
    assert PLANETS.grade(answer).fraction == 0
    assert PLANETS.to_post(answer, PLANETS.order()) == (posted,)


def test_leaving_blank_is_blank() -> None:
    assert PLANETS.is_blank(PLANETS.from_post(("",), PLANETS.order()))


def test_last_stays_at_the_end() -> None:
    assert {PLANETS.shuffle(Random(seed))[-1] for seed in range(50)} == {"d"}


def test_all_other_options_come_first_some_time() -> None:
    assert {PLANETS.shuffle(Random(seed))[0] for seed in range(50)} == {"a", "b", "c"}


def test_letters_are_shown_afresh() -> None:
    shown = PLANETS.ask((), ("c", "a", "b", "d")).options
    assert [(option.letter, option.text) for option in shown][:2] == [("A", "Mars"), ("B", "Venus")]


def test_answer_is_described_with_the_letter_that_the_student_saw() -> None:
    assert PLANETS.describe(("b",), ("c", "a", "b", "d")) == ("C Mercury",)


def test_drafts_without_letters_are_named_by_position() -> None:
    draft = parse(MultipleChoice, marked("( ) One", "(x) Two", "( ) a) Three"))
    assert draft.order() == ("b", "c", "a") and draft.key() == ("c",)


def test_review_marks_the_wrong_choice_and_the_key() -> None:
    marks = [option.mark for option in PLANETS.review(("a",), PLANETS.order(), Shows()).options]
    assert marks == ["wrong", "key", "", ""]


def test_review_says_verdicts_in_words() -> None:
    page = reviewed_page(PLANETS, ("a",), Shows())
    assert "Yours, not correct" in page and "Correct answer" in page and "The second." in page


def test_review_of_the_key_says_so_once() -> None:
    page = reviewed_page(PLANETS, ("b",), Shows())
    assert page.count("Yours, correct") == 1 and "Correct answer" not in page


def test_review_without_marks_says_only_what_was_chosen() -> None:
    shows = Shows(marks=False, feedback=False, key=False)
    assert [o.mark for o in PLANETS.review(("a",), PLANETS.order(), shows).options] == [
        "yours",
        "",
        "",
        "",
    ]


def test_further_blocks_of_an_option_stand_behind_its_label() -> None:
    body = parse(MultipleChoice, marked("(x) a) Loops:\n\n```\nwhile x < 1\n```", "( ) b) No"))
    page = asked_page(body)
    assert '<div class="more" id="a-3-0-more"' in page and "while x &lt; 1" in page


def test_a_choice_can_be_cleared_without_scripts() -> None:
    blank = r'<input [^>]*type="radio" id="(a-3-blank)" name="a-3" value=""><label [^>]*for="\1">'
    assert re.search(f"{blank}Clear my choice</label>", asked_page(PLANETS))


def test_nothing_is_chosen_beforehand() -> None:
    assert "checked" not in asked_page(PLANETS)


def test_markdown_of_an_option_with_code_is_indented_under_its_mark() -> None:
    body = parse(MultipleChoice, marked("(x) a) One\n\n    code > Why.", "( ) b) Two `last`"))
    assert body.to_markdown() == ("- (x) a) One\n\n      code\n\n  > Why.\n- ( ) b) Two `last`")


def test_seven_hundred_options_are_too_many_not_a_crash() -> None:
    lines = ["(x) One", *(f"( ) Option {number}" for number in range(700))]
    assert problems(*lines)[0][0] == "too-many-parts"
