"""Plain text as Markdown: what is read back from a bank is the text, and nothing but text."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.banks.evidence import check_evidence
from quizapp.banks.model import Bank, Evidence, Question, Section, Source
from quizapp.banks.reader import parse
from quizapp.banks.writer import write
from quizapp.generation.reading.plain import one_line, plain_to_markdown
from quizapp.markdown import to_html, to_plain
from quizapp.question_types.matching import Matching, Pair
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.options import Option

SIGNS = st.sampled_from(
    [
        *("**", "*", "_", "__", "____", "`", "``", "`last`", "[[", "]]", "[[= x]]", "[x]", "( )"),
        *("(x)", "(X)", "[ ]", "(", ")", "= ", "! ", "=", "!", "# ", "##", "#", "> ", ">", "- "),
        *("-", "+ ", "1. ", "12) ", "a) ", "ab)", "b. ", "~~~", "---", "===", "***", "|", "|---|"),
        *("<!--", "-->", "<b>", "</b>", "<script>", "<https://a.example>", "&amp;", "&#35;", "&"),
        *("[x](http://a.example)", "![x](y.png)", "\\", "\\\\", "\\(", "=> 50%", "`id: x`", "\n"),
        *("\n\n", "\n---\n", "• ", "– ", "—", "（x）", "［ ］", "\u200b", "\u202e", "\ue000", "\0"),
        *("\ud800", "\u200d", "**Hint:** ", "**Source x:** ", "Hint: ", "title: x", " ", "  ", "a"),
        *("Word", "5", "1,000", "$3.5", "5%", "it's", '"', "“so”", ".", ",", "é", "數", "🧪", "…"),
    ]
)
TEXTS = st.one_of(st.lists(SIGNS, max_size=8).map("".join), st.text(max_size=30))


def written(question: Question, title: str = "") -> str:
    """A bank of one question."""
    section = Section((question,), title=title)
    return write(Bank("bank", "A bank", (section,), sources=(Source("article"),)))


@given(TEXTS)
@example("a_ b_c _d_ _ ____. x____ ____")
def test_markdown_shows_the_words(text: str) -> None:
    assert to_plain(plain_to_markdown(text)) == one_line(text)


@given(st.lists(TEXTS.filter(one_line), min_size=7, max_size=7))
def test_a_bank_reads_back_the_same_words_everywhere(texts: list[str]) -> None:
    stem, right, wrong, why, explanation, title, quote = map(plain_to_markdown, texts)
    options = (Option(right, correct=True, letter="a", feedback=why), Option(wrong, correct=False))
    question = Question(
        stem,
        MultipleChoice((*options, Option(why, correct=False, letter="c"))),
        explanation=explanation,
        evidence=(Evidence("article", f'"{quote}"'),),
    )
    text = written(question, title)
    reading = parse(text, "bank")
    assert [problem for problem in reading.problems if problem.level == "error"] == []
    assert reading.bank is not None
    (section,) = reading.bank.sections
    (found,) = section.questions
    shown = [found.heading, *(each.text for each in found.body.alternatives())]
    shown += [found.explanation, section.title]
    expected = [texts[0], texts[1], texts[2], texts[3], texts[4], texts[5]]
    assert [to_plain(part) for part in shown] == [one_line(part) for part in expected]
    assert found == question


@given(TEXTS.filter(one_line), TEXTS.filter(one_line))
def test_cells_of_a_table_read_back_the_same_words(left: str, right: str) -> None:
    pairs = (Pair(plain_to_markdown(left), plain_to_markdown(right), "a"), Pair("u", "v", "b"))
    reading = parse(written(Question("Match them.", Matching(pairs, ("w",), ("A", "B")))), "bank")
    assert reading.bank is not None
    (question,) = reading.bank.questions
    (row, _) = question.body.ask((), question.body.order()).prompts
    right_texts = {each.text for each in question.body.alternatives() if each.is_key}
    assert to_plain(row.text) == one_line(left)
    assert one_line(right) in {to_plain(text) for text in right_texts}


@pytest.mark.parametrize(
    "text",
    [
        *("About 12,000 tons (5.5%) in 2024 & 2025.", 'She said: "It\'s 5 < 6" – so what?'),
        *(
            "The army has ____ people.",
            "snake_case stays",
            "-5 degrees",
            "3.5 million",
            "5 * 3 = 15",
        ),
        *("AT&T's $3-$5 offer; e.g. #1, 50/50, ~10", "Mr. Smith (born 1960)"),
    ],
)
def test_text_without_signs_stays_as_it_is(text: str) -> None:
    assert plain_to_markdown(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("<script>alert(1)</script>", "[x](http://a.example)", "![x](http://a.example/y.png)"),
        *("<http://a.example>", "**bold** _so_", "`code`", "<!-- gone -->"),
    ],
)
def test_nothing_but_a_paragraph_of_text_is_shown(text: str) -> None:
    html = str(to_html(plain_to_markdown(text)))
    assert html.startswith('<p dir="auto">')
    assert "<" not in html.removeprefix('<p dir="auto">').removesuffix("</p>")


@given(TEXTS)
def test_a_paragraph_on_its_own_is_one_paragraph(text: str) -> None:
    markdown = plain_to_markdown(text)
    assert to_html(markdown).count("<p ") == bool(one_line(text))
    assert not re.search(r"<(?!/?p[ >])", to_html(markdown))


def test_a_quote_with_signs_is_still_found_in_its_source() -> None:
    source = "It's *5 [sic] | 6* of `them` & <b>more</b> (x) to_come_."
    quote = f'"{plain_to_markdown(source)}"'
    source_of = Source("article", file="article.txt")
    question = Question("Q?", MultipleChoice(()), evidence=(Evidence("article", quote),))
    bank = Bank("bank", "A bank", (Section((question,)),), sources=(source_of,))
    assert list(check_evidence(bank, {"article": source})) == []


@pytest.mark.parametrize(
    "stem",
    [
        "____ of the boats sank.",
        "____'s boats sank.",
        "The firm (____ percent) grew.",
        '"____" sank.',
    ],
)
def test_a_gap_is_written_as_it_is(stem: str) -> None:
    assert plain_to_markdown(stem) == stem


def test_a_line_of_nothing_else_is_no_gap() -> None:
    assert plain_to_markdown("____") != "____"
