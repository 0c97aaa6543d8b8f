"""quizapp bank: what it prints, where, and its exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizapp.banks.commands import bank

HEAD = "---\ntitle: T\n---\n\n## A\n`id: a` `points: 2` `tags: x, y`\n\n"
CLEAN = HEAD + "- (x) a) Yes\n- ( ) b) No\n- ( ) c) M\n"
STYLE = CLEAN.replace("- ( ) c) M\n", "")
BROKEN = STYLE + "\n## B\n`id: b`\n\n- (X) a) Yes\n- ( ) b) No\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty questions folder that the settings name."""
    questions = tmp_path / "questions"
    questions.mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUIZAPP_QUESTIONS", str(questions))
    return questions


def run(*arguments: str) -> Result:
    """The outcome of a command."""
    return CliRunner().invoke(bank, arguments, catch_exceptions=False)


def test_clean_folder_has_status_0_and_says_so_on_stderr(folder: Path) -> None:
    (folder / "a.md").write_text(CLEAN)
    result = run("lint", "--strict")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "0 errors, 0 warnings.\n")


def test_error_has_status_1_and_a_caret_under_its_column(folder: Path) -> None:
    (folder / "a.md").write_text(BROKEN)
    result = run("lint")
    assert result.exit_code == 1
    assert "a.md:14:3: error near-miss\n" in result.stdout
    assert "  | - (X) a) Yes\n  |   ^" in result.stdout


def test_warning_has_status_0_unless_strict(folder: Path) -> None:
    (folder / "a.md").write_text(STYLE)
    assert run("lint").exit_code == 0
    assert run("lint", "--strict").exit_code == 1


def test_lint_json_is_an_array_with_stable_names(folder: Path) -> None:
    (folder / "a.md").write_text(BROKEN)
    found = json.loads(run("lint", "--format", "json").stdout)
    assert [set(item) for item in found] == [
        {"file", "line", "column", "code", "level", "message"}
    ] * len(found)
    assert (found[-1]["line"], found[-1]["column"], found[-1]["level"]) == (14, 3, "error")


def test_lint_json_of_a_clean_bank_is_an_empty_array(folder: Path) -> None:
    (folder / "a.md").write_text(CLEAN)
    assert json.loads(run("lint", "--format", "json").stdout) == []


def test_lint_github_names_file_line_and_column(folder: Path) -> None:
    (folder / "a.md").write_text(BROKEN)
    lines = run("lint", "--format", "github").stdout.splitlines()
    assert any(
        line.startswith("::error file=") and ",line=14,col=3,title=near-miss::" in line
        for line in lines
    )


def test_named_file_is_linted_alone(folder: Path) -> None:
    (folder / "a.md").write_text(BROKEN)
    (folder / "b.md").write_text(CLEAN)
    assert run("lint", str(folder / "b.md")).exit_code == 0


def test_misnamed_file_is_a_problem(folder: Path) -> None:
    (folder / "My Bank.md").write_text(CLEAN)
    (folder / "README.md").write_text("# Banks\n")
    result = run("lint")
    assert (result.exit_code, result.stdout.count("bank-name")) == (1, 1)
    assert run("lint", str(folder / "My Bank.md")).stdout.count("bank-name") == 1


def test_file_that_is_not_there_is_wrong_use(folder: Path) -> None:
    result = run("lint", "none.md")
    assert result.exit_code == 2
    assert "none.md isn't there" in result.stderr


def test_file_that_is_no_markdown_is_wrong_use(folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)
    assert run("lint", str(folder / "a.txt")).exit_code == 2


def test_list_json_has_what_tools_need(folder: Path) -> None:
    (folder / "a.md").write_text(CLEAN)
    (listed,) = json.loads(run("list", "--format", "json").stdout)
    assert {key: listed[key] for key in ("name", "title", "status")} == {
        "name": "a",
        "title": "T",
        "status": "",
    }
    (question,) = listed["questions"]
    assert (question["id"], question["type"], question["stem"]) == ("a", "multiple_choice", "A")
    assert (question["points"], question["tags"]) == (2.0, ["x", "y"])
    assert question["options"][0] == {"id": "a", "text": "Yes", "correct": True, "feedback": ""}


def test_list_json_has_a_text_with_gaps_in_the_stem_and_what_fills_them(folder: Path) -> None:
    text = "## Fill in.\n`id: a`\n\nIn [[= 1969 | = '69]] [[( ) Two | (x) Three]] flew.\n"
    (folder / "a.md").write_text(f"---\ntitle: T\n---\n\n{text}")
    (listed,) = json.loads(run("list", "--format", "json").stdout)
    (question,) = listed["questions"]
    assert question["stem"] == "Fill in.\n\nIn ____ ____ flew."
    answers = [(each["text"], each["gap"]) for each in question["answers"]]
    assert answers == [("1969", 1), ("'69", 1), ("Three", 2)]
    assert len(question["gaps"]) == 2


def test_list_text_names_each_question(folder: Path) -> None:
    (folder / "a.md").write_text(CLEAN)
    assert run("list").stdout == "a: T, 1 question\n  a  Multiple choice  A\n"


def test_list_json_quotes_evidence_as_it_stands_in_the_source(folder: Path) -> None:
    front = "---\ntitle: T\nsources: {notes: {title: Notes}}\n---\n"
    quote = '\n> **Source notes:** Page 4: "It says so." And twice.\n'
    (folder / "a.md").write_text(CLEAN.replace("---\ntitle: T\n---\n", front) + quote)
    (listed,) = json.loads(run("list", "--format", "json").stdout)
    assert listed["questions"][0]["evidence"] == [{"source": "notes", "quote": "It says so."}]


def test_list_github_names_each_question_at_its_line(folder: Path) -> None:
    (folder / "a.md").write_text(CLEAN)
    start, _, rest = run("list", "--format", "github").stdout.partition("a.md")
    assert start.startswith("::notice file=")
    assert rest == ",line=5,title=multiple_choice::a: A\n"


def test_list_says_that_questions_are_missing(folder: Path) -> None:
    (folder / "a.md").write_text(BROKEN)
    result = run("list")
    assert result.exit_code == 1
    assert "quizapp bank lint: a" in result.stderr


def test_format_writes_what_is_missing_once(folder: Path) -> None:
    path = folder / "a.md"
    path.write_text(CLEAN.replace("`id: a` ", ""))
    assert run("format").exit_code == 0
    assert path.read_text() == CLEAN
    assert run("format").stderr == "0 files changed.\n"


def test_format_check_writes_nothing_and_has_status_1(folder: Path) -> None:
    path = folder / "a.md"
    path.write_text(CLEAN.replace("`id: a` ", ""))
    assert run("format", "--check").exit_code == 1
    assert path.read_text() == CLEAN.replace("`id: a` ", "")


def test_format_diff_shows_the_lines(folder: Path) -> None:
    (folder / "a.md").write_text(CLEAN.replace("`id: a` ", ""))
    result = run("format", "--diff")
    assert "+`id: a` `points: 2` `tags: x, y`\n" in result.stdout
    assert result.exit_code == 1


def test_format_json_tells_what_became_of_each_file(folder: Path) -> None:
    (folder / "a.md").write_text(CLEAN.replace("`id: a` ", ""))
    (folder / "b.md").write_text(CLEAN)
    (folder / "c.md").write_bytes(CLEAN.encode() + b"\xff\n")
    done = json.loads(run("format", "--format", "json").stdout)
    assert [(Path(item["file"]).name, item["is_changed"]) for item in done] == [
        ("a.md", True),
        ("b.md", False),
        ("c.md", False),
    ]
    assert [bool(item["refusal"]) for item in done] == [False, False, True]


def test_format_github_warns_of_what_lacks_names(folder: Path) -> None:
    (folder / "a.md").write_text(CLEAN.replace("`id: a` ", ""))
    (folder / "b.md").write_text(CLEAN)
    result = run("format", "--check", "--format", "github")
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith("::warning file=")
    assert "a.md,title=format::Questions or options lack an id or a letter" in line


def test_file_that_is_not_utf8_is_left_alone(folder: Path) -> None:
    raw = CLEAN.replace("`id: a` ", "").encode() + b"\xff\n"
    (folder / "a.md").write_bytes(raw)
    assert run("format").exit_code == 1
    assert (folder / "a.md").read_bytes() == raw


def test_commands_load_neither_flask_nor_the_database() -> None:
    code = (
        "import sys, quizapp.banks.commands; "
        "print([m for m in ('flask', 'sqlalchemy', 'werkzeug') if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n"
