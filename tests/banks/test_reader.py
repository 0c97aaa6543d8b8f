"""Text to banks: what is taken, and what is said of the rest."""

from fractions import Fraction

import pytest

from quizapp.banks.model import Question
from quizapp.banks.reader import Reading, parse
from quizapp.question_types.base import Problem

START = "---\ntitle: Planets\n---\n\n"
ANSWER = "\n- (x) a) Saturn\n- ( ) b) Mars\n"


def read(body: str) -> Reading:
    """The reading of a bank with this body, which begins on line 5."""
    return parse(START + body, "planets")


def question(body: str) -> Question:
    """The only question of a body without errors."""
    reading = read(body)
    assert reading.bank is not None
    assert [problem for problem in reading.problems if problem.level == "error"] == []
    (found,) = reading.bank.questions
    return found


def problem(body: str) -> Problem:
    """The only problem of a body."""
    (found,) = read(body).problems
    return found


def test_broken_question_does_not_hide_the_next() -> None:
    reading = read("## A\n`id: a`\n\nno answer\n\n## B\n`id: b`\n" + ANSWER)
    assert reading.bank is not None
    assert [found.id for found in reading.bank.questions] == ["b"]


def test_problem_names_line_column_line_and_question() -> None:
    found = problem("## A\n`id: a`\n\n- (x) a) Saturn\n- ( ) b) Mars\n- (X) c) Io\n")
    assert (found.line, found.column, found.question) == (10, 3, 5)
    assert found.quoted == "- (X) c) Io"


def test_unclosed_fence_does_not_swallow_the_next_question() -> None:
    reading = read("## A\n`id: a`\n\n```\n" + ANSWER + "\n## B\n`id: b`\n" + ANSWER)
    assert reading.bank is not None
    assert [found.id for found in reading.bank.questions] == ["b"]


def test_unclosed_comment_does_not_swallow_the_next_question() -> None:
    reading = read("## A\n`id: a`\n\n<!-- oh\n" + ANSWER + "\n## B\n`id: b`\n" + ANSWER)
    assert reading.bank is not None
    assert [found.id for found in reading.bank.questions] == ["b"]


def test_comments_beginning_behind_a_backslash_is_text() -> None:
    body = "## A \\<!-- b\n`id: a`\n\n\\<!-- c\n\nSay `x`.\n\n" + ANSWER
    assert read(body).problems == ()
    assert question(body).text == "\\<!-- c\n\nSay `x`."


def test_comments_beginning_behind_two_backslashes_is_one() -> None:
    body = "## A\n`id: a`\n\nSay \\\\<!-- c\n\n" + ANSWER
    assert (problem(body).code, problem(body).column) == ("unclosed-comment", 7)


def test_question_in_a_comment_is_a_note() -> None:
    body = "## A\n`id: a`\n" + ANSWER + "\n<!--\n## B\n`id: b`\n" + ANSWER + "-->\n"
    assert question(body).notes == ("## B\n`id: b`\n\n- (x) a) Saturn\n- ( ) b) Mars",)


def test_comment_never_reaches_a_text() -> None:
    found = question("## A <!-- 1 -->\n`id: a`\n\nSay <!-- 2 --> it.\n\n<!-- 3 -->\n" + ANSWER)
    assert (found.heading, found.text) == ("A", "Say  it.")
    assert found.notes == ("1", "2", "3")


def test_heading_in_code_is_code() -> None:
    assert question("## A\n`id: a`\n\n```\n# one\n## two\n```\n" + ANSWER).text == (
        "```\n# one\n## two\n```"
    )


def test_deeper_heading_is_text() -> None:
    assert question("## A\n`id: a`\n\n### Part\n" + ANSWER).text == "### Part"


def test_marks_and_gaps_in_code_are_code() -> None:
    text = "Use `[[= x]]` or `- (x)`.\n\n~~~\n- (x) a\n[[= b]]\n~~~"
    assert question(f"## A\n`id: a`\n\n{text}\n{ANSWER}").text == text


def test_code_over_several_lines_hides_no_gap() -> None:
    codes = {found.code for found in read(f"## A\n\nA ` here\n[[= Key]] b `\n{ANSWER}").problems}
    assert "second-answer" in codes


def test_reading_keeps_crlf_out_of_texts() -> None:
    text = (START + "## A\n`id: a`\n\nOne\ntwo\n" + ANSWER).replace("\n", "\r\n")
    bank = parse(text, "planets").bank
    assert bank is not None
    assert bank.questions[0].text == "One\ntwo"


def test_question_takes_the_defaults_of_its_bank() -> None:
    text = "---\ntitle: T\ndefaults: {points: 2.5, difficulty: hard}\n---\n## A\n`id: a`\n" + ANSWER
    bank = parse(text, "t").bank
    assert bank is not None
    assert (bank.questions[0].points, bank.questions[0].difficulty) == (Fraction(5, 2), "hard")


def test_default_for_another_type_is_no_problem() -> None:
    text = "---\ntitle: T\ndefaults: {typos: 1}\n---\n## A\n`id: a`\n" + ANSWER
    assert parse(text, "t").problems == ()


def test_unknown_chip_names_the_nearest() -> None:
    assert "Did you mean points?" in problem(f"## A\n`id: a` `piont: 2`\n{ANSWER}").message


def test_chip_of_another_type_names_the_types_that_know_it() -> None:
    found = problem(f"## A\n`id: a` `typos: 1`\n{ANSWER}")
    assert (found.code, found.level) == ("chip-not-for-type", "warning")
    assert "Short answer" in found.message


def test_code_under_a_heading_is_text_if_it_has_no_key() -> None:
    assert question(f"## A\n`print(1)`\n{ANSWER}").text == "`print(1)`"


def test_stem_may_follow_the_chips_at_once() -> None:
    assert question(f"## A\n`id: a`\nSay.\n{ANSWER}").text == "Say."


def test_missing_id_and_letters_are_warnings() -> None:
    found = read("## A\n\n- (x) Saturn\n- ( ) Mars\n").problems
    assert [(p.code, p.level, p.line) for p in found] == [
        ("no-id", "warning", 5),
        ("no-letter", "warning", 7),
    ]


def test_true_and_false_need_no_letters() -> None:
    assert read("## A\n`id: a`\n\n- (x) True\n- ( ) False\n").problems == ()


def test_second_question_with_an_id_is_the_wrong_one() -> None:
    reading = read(f"## A\n`id: a`\n{ANSWER}\n## B\n`id: a`\n{ANSWER}")
    assert [(p.code, p.line) for p in reading.problems] == [("id-repeated", 12)]
    assert reading.bank is not None
    assert [found.heading for found in reading.bank.questions] == ["A"]


def test_section_shares_its_text() -> None:
    bank = read(f"Welcome.\n\n# Rings\n\nA passage.\n\n## A\n`id: a`\n{ANSWER}").bank
    assert bank is not None
    assert bank.intro == "Welcome."
    assert [(s.title, s.text, len(s.questions)) for s in bank.sections] == [
        ("Rings", "A passage.", 1)
    ]


def test_text_of_a_section_with_a_mark_in_it_is_not_shown() -> None:
    bank = read(f"# Rings\n\nA passage.\n\n- (x) a) Key\n\n## A\n`id: a`\n{ANSWER}").bank
    assert bank is not None
    assert bank.sections[0].text == ""


def test_option_keeps_its_code_and_its_feedback_apart() -> None:
    found = question(
        "## A\n`id: a`\n\n"
        "- (x) a) See:\n\n  ```\n  x = 1\n  ```\n\n  > Well\n  > done.\n- ( ) b) No\n"
    )
    first = found.body.export()["options"][0]
    assert (first["text"], first["feedback"]) == ("See:\n\n```\nx = 1\n```", "Well\ndone.")


def test_labels_are_read_in_any_order() -> None:
    found = question(
        f"## A\n`id: a`\n{ANSWER}\n> **Explanation:** Rings.\n>\n> Of ice.\n\n> **Hint:** Ice.\n"
    )
    assert (found.hint, found.explanation) == ("Ice.", "Rings.\n\nOf ice.")


def test_unlabelled_quote_before_the_answer_is_stem() -> None:
    assert question(f"## A\n`id: a`\n\n> He said: so.\n{ANSWER}").text == "> He said: so."


def test_blank_in_a_stem_is_no_essay() -> None:
    assert question(f"## A\n`id: a`\n\n____ is a planet.\n{ANSWER}").body.name == "multiple_choice"


@pytest.mark.parametrize("bullet", ["-", "*", "+"])
def test_any_bullet_makes_an_option(bullet: str) -> None:
    body = f"## A\n`id: a`\n\n{bullet} (x) a) Saturn\n{bullet} ( ) b) Mars\n"
    assert question(body).body.name == "multiple_choice"


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "../x.png", "a/../../x.png", "%2e%2e/x.png", "file:x.png", "//host/x.png"],
)
def test_image_from_outside_fences_its_question_off(path: str) -> None:
    assert problem(f"## A\n`id: a`\n\n![x]({path})\n{ANSWER}").code == "image-path"


def test_evidence_names_a_source_of_the_front_matter() -> None:
    found = problem(f'## A\n`id: a`\n{ANSWER}\n> **Source notes:** "x"\n')
    assert found.code == "unknown-source"


def test_gaps_in_a_table_are_read_and_its_bars_are_not_escaped_in_them() -> None:
    found = question("## A\n`id: a`\n\n| A | B |\n|---|---|\n| x | [[( ) a \\| (x) b]] |\n")
    assert [gap["options"] for gap in found.body.export()["gaps"]] != []


def test_comment_in_a_gap_is_no_part_of_its_answer() -> None:
    found = question("## A\n`id: a`\n\nIt is [[= 1999 <!-- not 2000 -->]].\n")
    assert "2000" not in str(found.body.export())


@pytest.mark.parametrize("rubric", ["", "\n\n| Rubric | Points |\n|---|---:|\n| Names one | 1 |"])
def test_line_of_underscores_alone_is_an_essay(rubric: str) -> None:
    reading = parse(f"---\ntitle: T\n---\n\n## Explain it.\n`id: a`\n\n____{rubric}\n", "t")
    assert reading.problems == ()
    assert reading.bank is not None
    assert reading.bank.questions[0].body.name == "essay"
