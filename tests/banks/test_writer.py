"""What is written reads back as the same bank, whatever its texts are."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.banks.model import Bank, Question
from quizapp.banks.reader import parse
from quizapp.banks.writer import write, write_question
from quizapp.question_types import all_types

PLAIN = [
    *(
        "Saturn",
        "1999",
        "a | b",
        "5 < 6 & 7 > 3",
        "“quoted”",
        '"so"',
        "it's",
        "naïve",
        "數學",
        "🧪",
    ),
    *(
        "**bold**",
        "`code`",
        "`` a`b ``",
        "`(x)`",
        "`[[= x]]`",
        "\\(x)",
        "\\- x",
        "\\[[= x]]",
        "#",
        "\\#",
    ),
    *(
        "1. x",
        "a) x",
        "x)",
        "(x)y",
        "= 5",
        "! no",
        "....",
        "____",
        "---",
        "===",
        ": ",
        " #",
        "%",
        "\\",
    ),
    *(
        "[link](https://example.org)",
        "![map](maps/a.png)",
        "<b>",
        "&amp;",
        "*",
        "_",
        "~",
        "> x",
        "{x}",
    ),
]
WORDS = st.lists(st.sampled_from(PLAIN), max_size=4).map(
    lambda words: " ".join(["Word", *words, "end"])
)
CELLS = WORDS.map(lambda text: text.replace("\\", "").replace("|", "\\|"))
CODE = st.sampled_from(
    ["```\n- (x) no key\n[[= x]]\n# no heading\n```", "    indented", "- one\n- two"]
)
BLOCKS = st.tuples(st.one_of(WORDS, CODE), st.one_of(WORDS, CODE), WORDS).map("\n\n".join)


def indented(text: str, spaces: int = 2) -> str:
    """A text as what follows in a list's item."""
    return "\n".join(" " * spaces + line if line else "" for line in text.split("\n"))


@st.composite
def options(draw: st.DrawFn, right: str, wrong: str, keys: int) -> str:
    """A list of options, the first ones right."""
    items = []
    for number in range(draw(st.integers(max(keys, 2), 4))):
        mark = right if number < keys else wrong
        last = draw(st.sampled_from(["", " `last`"]))
        more = draw(st.one_of(st.none(), CODE))
        feedback = draw(st.one_of(st.none(), WORDS))
        item = f"- {mark} {chr(97 + number)}) {draw(WORDS)}{last}"
        item += f"\n\n{indented(more)}" if more else ""
        item += f"\n\n  > {feedback}" if feedback else ""
        items.append(item)
    return "\n".join(items)


TRUE_FALSE = st.sampled_from(["- (x) True\n- ( ) False", "- ( ) True\n  > No: \\[x].\n- (x) False"])
NUMBERS = st.sampled_from(
    ["- = 8 +- 1\n- = 1 .. 9 => 50%\n- ! 4,500\n  > Less.", "- = 5 +- 2%", "- = -1.5"]
)
TEXTS = st.sampled_from(
    ["- = Saturn\n- ! Mars\n  > No.", '- = "1999"\n- = a\\*b*', "- = [[1]] | `x`\n- = x"]
)
GAPS = st.builds(
    "The [[= {}]] of {} [[( ) Io | (x) Mars]].\n\nAnd [[= Saturn | = Ringed]] as well.".format,
    st.sampled_from(["1999", "Saturn", "5 +- 1"]),
    WORDS,
)
MATCHES = st.builds(
    "| A | {} |\n|---|---|\n| a) {} | {} |\n| b) y | 2 |\n| | 3 |".format, CELLS, CELLS, CELLS
)
ORDERS = st.builds("1. a) first {}\n2. b) second {}\n3. c) x".format, WORDS, WORDS)
ESSAYS = st.builds(
    "____{}\n\n| What | Points |\n|---|---|\n| {} | 2 |".format,
    st.sampled_from(["", " (150 words)", " (150-300 words)"]),
    CELLS,
)
ANSWERS = st.one_of(
    options("(x)", "( )", 1),
    options("[x]", "[ ]", 2),
    *(TRUE_FALSE, NUMBERS, TEXTS, GAPS, MATCHES, ORDERS, ESSAYS),
)


@st.composite
def questions(draw: st.DrawFn, number: int) -> str:
    """A question as an author might write it."""
    points = draw(
        st.sampled_from(["", " `points: 0.5`", " `points: 2` `tags: a b, c`", " `shuffle: no`"])
    )
    more = draw(st.sampled_from(["", " `time: 90` `difficulty: hard`", " `lint-ignore: x (y: z)`"]))
    parts = [f"## {draw(WORDS)}\n`id: q-{number}`{points}{more}"]
    parts += [draw(BLOCKS)] if draw(st.booleans()) else []
    parts += [draw(ANSWERS)]
    parts += [f"> **Hint:** {draw(WORDS)}"] if draw(st.booleans()) else []
    parts += [f"> **Explanation:** {draw(WORDS)}\n>\n> - more"] if draw(st.booleans()) else []
    parts += [f'> **Source notes:** "{draw(WORDS)}"'] if draw(st.booleans()) else []
    return "\n\n".join(parts)


@st.composite
def banks(draw: st.DrawFn) -> str:
    """A bank's file."""
    title = draw(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)).strip() or "T"
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    defaults = draw(
        st.sampled_from(["", "defaults: {points: 2, score: all-or-nothing, shuffle: no}\n"])
    )
    front = (
        f'---\ntitle: "{quoted}"\n{defaults}sources:\n  notes: {{title: "x: # y", date: 2022}}\n---'
    )
    parts = [front, *([draw(BLOCKS)] if draw(st.booleans()) else [])]
    number = 0
    for _ in range(draw(st.integers(1, 2))):
        parts += [f"# {draw(WORDS)}", *([draw(BLOCKS)] if draw(st.booleans()) else [])]
        for _ in range(draw(st.integers(1, 3))):
            number += 1
            parts.append(draw(questions(number)))
    return "\n\n".join(parts) + "\n"


def errors(text: str) -> list[tuple[int, str, str]]:
    """The errors in a text."""
    problems = parse(text, "bank").problems
    return [(p.line, p.code, p.quoted) for p in problems if p.level == "error"]


def bank_of(text: str) -> Bank:
    """The bank that a text without errors holds."""
    assert errors(text) == []
    bank = parse(text, "bank").bank
    assert bank is not None
    return bank


@settings(max_examples=300, deadline=None)
@given(banks())
def test_written_bank_reads_back_equal(text: str) -> None:
    bank = bank_of(text)
    assert parse(write(bank), "bank").bank == bank


@settings(max_examples=100, deadline=None)
@given(banks())
def test_writing_twice_changes_nothing(text: str) -> None:
    written = write(bank_of(text))
    assert write(bank_of(written)) == written


@settings(max_examples=200, deadline=None)
@given(banks())
def test_question_written_alone_reads_back_equal(text: str) -> None:
    bank = bank_of(text)
    for section in bank.sections:
        for question in section.questions:
            (alone,) = bank_of(write_question(bank, section, question)).sections
            assert (alone.title, alone.text) == (section.title, section.text)
            assert alone.questions == (question,)


@pytest.mark.parametrize("kind", all_types(), ids=lambda kind: kind.name)
def test_example_of_each_type_reads_back_equal(kind: type) -> None:
    bank = bank_of(f"---\ntitle: T\n---\n\n{kind.example}")  # type: ignore[attr-defined]
    assert [question.body.name for question in bank.questions] == [kind.name]  # type: ignore[attr-defined]
    assert parse(write(bank), "bank").bank == bank


def test_notes_are_written_in_a_bank_and_left_out_of_a_question_alone() -> None:
    bank = bank_of(
        "---\ntitle: T\n---\n\n## Q <!-- why? -->\n`id: q`\n\n<!--\n- (x) old\n-->\n\n"
        "- (x) a) Yes\n- ( ) b) No\n"
    )
    again = bank_of(write(bank))
    assert [question.notes for question in again.questions] == [("why?", "- (x) old")]
    assert "old" not in write_question(bank, bank.sections[0], bank.questions[0])


def test_question_alone_says_what_its_bank_took_for_granted() -> None:
    text = (
        "---\ntitle: T\ndefaults: {points: 3}\n---\n\n## Q\n`id: q`\n\n- (x) a) Yes\n- ( ) b) No\n"
    )
    bank = bank_of(text)
    assert "`points: 3`" in write_question(bank, bank.sections[0], bank.questions[0])


def test_question_alone_keeps_only_the_sources_it_uses() -> None:
    text = (
        "---\ntitle: T\nsources: {a: {title: A}, b: {title: B}}\n---\n\n## Q\n`id: q`\n\n"
        '- (x) a) Yes\n- ( ) b) No\n\n> **Source b:** "x"\n'
    )
    bank = bank_of(text)
    alone = bank_of(write_question(bank, bank.sections[0], bank.questions[0]))
    assert [source.name for source in alone.sources] == ["b"]


def test_default_that_a_question_does_without_is_overruled_in_writing() -> None:
    start = "---\ntitle: T\ndefaults: {shuffle: no}\n---\n\n"
    bank = bank_of(start + "## Q\n`id: q`\n\n- (x) a) Yes\n- ( ) b) No\n")
    changed = replace(bank.questions[0], shuffle=True)
    assert parse(write(_with(bank, changed)), "bank").bank == _with(bank, changed)


LAYOUTS = {
    "other bullets": "- fact\n- fact\n\n* (x) a) Yes\n* ( ) b) No\n",
    "other numbers": "1. fact\n2. fact\n\n1) a) One\n2) b) Two\n",
    "plus signs": "- fact\n\n+ = 5\n+ ! 6\n",
    "indented code": "- (x) a)\n\n      code\n- ( ) b) No\n",
    "fence": "- (x) a)\n  ```\n  code\n  ```\n- ( ) b) No\n",
    "table": "- (x) a)\n\n  | A |\n  |---|\n- ( ) b) No\n",
    "gaps in a list": "1. fact\n\n- [[= 5]]\n- [[= 6]]\n",
}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
def test_layout_that_could_run_together_reads_back_equal(body: str) -> None:
    bank = bank_of(f"---\ntitle: T\n---\n\n## Which?\n`id: q`\n\n{body}")
    (question,) = bank.questions
    (alone,) = bank_of(write_question(bank, bank.sections[0], question)).questions
    assert replace(alone, line=0) == replace(question, line=0)


def _with(bank: Bank, question: Question) -> Bank:
    return replace(bank, sections=(replace(bank.sections[0], questions=(question,)),))
