"""Each rule of style has a pair: a question it warns of, and one like it that is fine."""

import pytest

from quizapp.banks.linter import RULES, ignored_codes, lint
from quizapp.banks.model import Bank
from quizapp.banks.reader import parse
from tests.banks.written import choice, mixed, repeated, short, truth

SOURCE = "In the spring of that year the two old rivers of the plain rose over both of their banks."


def bank(body: str, front: str = "") -> Bank:
    """The bank of a body without errors."""
    reading = parse(f"---\ntitle: T\n{front}---\n\n{body}", "t")
    assert [problem for problem in reading.problems if problem.level == "error"] == []
    assert reading.bank is not None
    return reading.bank


def codes(body: str, front: str = "") -> set[str]:
    """The codes of all findings."""
    return {problem.code for problem in lint(bank(body, front), {"notes": SOURCE})}


LONG = (
    "Which of the many planets that go around our sun " + "in the same plane " * 10 + "has rings?"
)
COPIED = "In the spring of that year the two old rivers of the plain did what?"
RANGES = ("5-10 percent", "10-20 percent", "21-30 percent")
TRUE = "".join(truth(f"Stem{n} is{n} so{n}.", is_true=True, name=f"t-{n}") for n in range(10))
HALF = "".join(truth(f"Stem{n} is{n} so{n}.", is_true=n % 2 == 0, name=f"t-{n}") for n in range(10))
QUOTED = [
    short(f"One{n} two{n}?", f"answer{n}", f"q-{n}") + '> **Source notes:** "x"\n\n'
    for n in range(4)
]

PAIRS = {
    "few-options": (choice("Which?", "Io", "Mars"), choice("Which?", "Io", "Mars", "Moon")),
    "option-duplicate": (
        choice("Which?", "Io", "Mars", "mars."),
        choice("Which?", "Io", "Mars", "Ceres"),
    ),
    "answer-in-stem": (short("Who led Saturn?", "Saturn"), short("Who led Saturn?", "Jupiter")),
    "ranges-overlap": (
        choice("How much?", *RANGES),
        choice("How much?", "5-10 percent", "11-20 percent", "21-30 percent"),
    ),
    "pronoun-initial": (short("He led whom?", "Io"), short("Cronus led whom?", "Io")),
    "dangling-reference": (
        short("What did the latter say?", "Io"),
        short("What did Io say?", "No"),
    ),
    "broken-text": (short('Who said "no?', "Io"), short('Who said "no"?', "Io")),
    "key-longest": (
        choice("Which?", "A planet with very wide rings", "A moon", "A star"),
        choice("Which?", "A planet with very wide rings", "A moon with a very thin air", "A star"),
    ),
    "key-shortest": (
        choice("Which?", "Saturn", "The moon of the earth", "The star of the north"),
        choice("Which?", "The rings of Saturn", "The moon of the earth", "The star of the north"),
    ),
    "all-of-the-above": (
        choice("Which?", "All of the above", "Io", "Mars"),
        choice("Which?", "None of these", "Io", "Mars"),
    ),
    "negative-unmarked": (
        choice("Which is not a moon?", "Mars", "Io", "Titan"),
        choice("Which is NOT a moon?", "Mars", "Io", "Titan"),
    ),
    "article-cue": (
        choice("Saturn is a", "planet", "star", "moon"),
        choice("Saturn is", "a planet", "a star", "a moon"),
    ),
    "absolute-terms": (
        choice("Saturn rises", "at night", "never at night", "by day"),
        choice("Saturn rises", "only at night", "never at night", "by day"),
    ),
    "option-contains-option": (
        choice("Which?", "Titan", "Titan and Io", "Mars"),
        choice("Which?", "Titan", "Io", "Mars"),
    ),
    "stem-too-long": (short(LONG, "x"), short("Which planet has rings?", "x")),
    "copied-stem": (short(COPIED, "x"), short("What did both rivers do?", "x")),
    "mixed-option-kinds": (
        choice("How many?", "12", "14", "Saturn"),
        choice("How many?", "12", "14", "None of these"),
    ),
    "unsorted-numbers": (
        choice("How many?", "12", "4", "14"),
        choice("How many?", "4", "12", "14"),
    ),
    "duplicate": (
        short("Who led the moons of Saturn first?", "Io")
        + short("Who first led the moons of Saturn?", "Io", "r"),
        short("Who led the moons of Saturn?", "Io")
        + short("Who named the rings of Mars?", "Io", "r"),
    ),
    "same-stem": (
        short("Who led them?", "Io") + short("Who led them?", "Titan", "r"),
        short("Who led them?", "Io") + short("Who left them?", "Titan", "r"),
    ),
    "key-position": (repeated(12, "Io", "Mars", "Titan", key=1), mixed(12, "Io", "Mars", "Titan")),
    "key-often-longest": (
        repeated(12, "Saturnus", "Io", "Mars"),
        repeated(12, "Io", "Mars", "Saturnus"),
    ),
    "numeric-key-rank": (mixed(12, "5", "3", "8"), mixed(6, "5", "3", "8")),
    "true-share": (TRUE, HALF),
    "many-on-one-quote": ("".join(QUOTED), "".join(QUOTED[:3])),
    "one-type": (
        "".join(short(f"One{n} two{n}?", f"x{n}", f"q-{n}") for n in range(10)),
        "".join(short(f"One{n} two{n}?", f"x{n}", f"q-{n}") for n in range(5)) + HALF,
    ),
}
RUBRIC = "____\n\n| Rubric | Points |\n|---|---|\n| Says why | 2 |\n| Says how | 1.5 |\n\n"
PAIRS["rubric-points"] = (
    f"## Why?\n`id: q` `points: 3`\n\n{RUBRIC}",
    f"## Why?\n`id: q` `points: 3.5`\n\n{RUBRIC}",
)
SOURCES = "sources: {notes: {title: Notes}}\n"
GAPPED = "## Fill in the gaps.\n`id: q`\n\n"


@pytest.mark.parametrize(
    ("text", "code", "warns"),
    [
        ("Saturn has rings, and [[= Saturn]] has moons.", "answer-in-stem", True),
        ("Saturn or Titan: [[(x) Saturn | ( ) Titan]] has rings.", "answer-in-stem", False),
        ("Of the two, [[(x) Saturn | ( ) Titan]] has rings.", "answer-in-stem", False),
        (COPIED.replace("did what", "[[= rose]]"), "copied-stem", True),
        (COPIED.replace("two", "[[= two]]").replace("did what", ""), "copied-stem", False),
        ("Rings are [[= thin]] and wide, as all of them are. " * 5, "stem-too-long", False),
        ("Rings are [[= thin]] and wide, as all of them are. " * 13, "stem-too-long", True),
        ("Rings are [[= thin]] , and wide.", "broken-text", True),
    ],
)
def test_a_text_with_gaps_is_read_as_part_of_its_stem(text: str, code: str, warns: bool) -> None:
    assert (code in codes(f"{GAPPED}{text}\n", SOURCES)) is warns


def test_texts_with_gaps_may_have_one_heading() -> None:
    other = GAPPED.replace("id: q", "id: r")
    assert codes(f"{GAPPED}Saturn has [[= rings]].\n\n{other}Mars has [[= moons]].\n") == set()


@pytest.mark.parametrize("code", RULES)
def test_rule_warns_of_its_flaw(code: str) -> None:
    assert code in codes(PAIRS[code][0], SOURCES)


@pytest.mark.parametrize("code", RULES)
def test_rule_leaves_the_sound_twin_alone(code: str) -> None:
    assert code not in codes(PAIRS[code][1], SOURCES)


@pytest.mark.parametrize("code", RULES)
def test_rule_has_one_line_of_why_and_a_mend(code: str) -> None:
    rule = RULES[code]
    assert "\n" not in rule.why
    assert rule.why.endswith(".")
    assert rule.mend.endswith(".")


@pytest.mark.parametrize(
    ("option", "is_broken"),
    [
        ("It orbits the", True),
        ("A planet and.", True),
        ("It orbits the sun", False),
        ("the", False),
        ("What it is made of", False),
        ("Rich in vitamin A", False),
    ],
)
def test_option_that_breaks_off_is_broken_text(option: str, is_broken: bool) -> None:
    assert ("broken-text" in codes(choice("Which?", option, "Io", "Mars"))) == is_broken


@pytest.mark.parametrize(
    ("stem", "is_cue"),
    [
        ("Saturn is a ____.", True),
        ("Saturn is an ____ with rings.", True),
        ("A ____ goes around Saturn.", True),
        ("An ____ goes around Saturn.", True),
        ("Saturn is large. A ____ goes around it.", True),
        ("Saturn is a …", True),
        ("In 1655, vitamin A ____ sailors.", False),
        ("A planet is ____.", False),
        ("Saturn has a(n) ____ core.", False),
    ],
)
def test_an_article_is_a_cue_before_any_gap(stem: str, *, is_cue: bool) -> None:
    assert ("article-cue" in codes(choice(stem, "planet", "star", "moon"))) == is_cue


def test_findings_are_warnings_that_name_the_question() -> None:
    (found,) = lint(bank(choice("Which?", "Io", "Mars")))
    assert (found.level, found.line, found.question) == ("warning", 5, 5)
    assert "Add plausible wrong options." in found.message


def test_true_and_false_are_enough_options() -> None:
    assert "few-options" not in codes(truth("It is so.", is_true=True, name="q"))


def test_finding_with_a_written_reason_is_silenced() -> None:
    assert (
        codes(choice("Which?", "Io", "Mars", chips=" `lint-ignore: few-options (a coin)`")) == set()
    )


def test_finding_without_a_reason_is_not() -> None:
    body = choice("Which?", "Io", "Mars", chips=" `lint-ignore: few-options`")
    assert codes(body) == {"few-options", "lint-ignore-reason"}


def test_unknown_code_in_a_lint_ignore_is_named() -> None:
    body = choice("Which?", "Io", "Mars", "Moon", chips=" `lint-ignore: few-option (a coin)`")
    (found,) = lint(bank(body))
    assert found.code == "lint-ignore-code"
    assert "few-options" in found.message


def test_finding_about_the_bank_is_silenced_in_its_defaults() -> None:
    front = 'defaults: {lint-ignore: "true-share (statements from one report)"}\n'
    assert "true-share" not in codes(TRUE, front)


def test_rules_about_english_leave_other_languages_alone() -> None:
    assert "broken-text" not in codes(short("Qui a dit cela ?", "Io"), "language: fr\n")


def test_days_of_two_months_are_no_numbers_out_of_order() -> None:
    assert "unsorted-numbers" not in codes(choice("When?", "29 July", "5 August", "9 August"))
    assert "unsorted-numbers" in codes(choice("When?", "29 days", "5 days", "9 days"))


def test_gap_before_a_full_stop_is_no_slip() -> None:
    assert "broken-text" not in codes(short("Water freezes at ____.", "zero"))
    assert "broken-text" in codes(short("Water __freezes__ .", "zero"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a-b (why)", {"a-b"}),
        ("a, b [why]", {"a", "b"}),
        ("a b (why (so))", {"a", "b"}),
        ("a", set()),
        ("a ()", set()),
        ("(why)", set()),
    ],
)
def test_lint_ignore_is_codes_and_a_reason(written: str, expected: set[str]) -> None:
    assert ignored_codes(written) == expected


def test_numbers_are_compared_by_what_they_are_worth() -> None:
    by_worth = choice("How much?", "$300,000", "$1.8 million", "$2 billion")
    by_digits = choice("How much?", "$1.8 million", "$2 billion", "$300,000")
    assert "unsorted-numbers" not in codes(by_worth)
    assert "unsorted-numbers" in codes(by_digits)
