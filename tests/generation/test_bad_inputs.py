"""Whatever is given as an article ends in a bank that can be read, or in one clear sentence."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp import cli
from quizapp.banks.library import Library
from tests.generation.bad_inputs import REFUSED, TAKEN, Input, long_text
from tests.generation.parsing import parser_or_skip

Generate = Callable[[Path, Path], tuple[int, str]]


@pytest.fixture(params=["light", "parser"])
def tier(request: pytest.FixtureRequest) -> str:
    """Each tier that asks nobody, as far as it is installed."""
    if request.param == "parser":
        parser_or_skip()
    return str(request.param)


@pytest.fixture
def generate(
    tier: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Generate:
    """Exit status and standard error of the command, as a shell calls it."""
    options = ["--light"] if tier == "light" else []

    def call(article: Path, bank: Path) -> tuple[int, str]:
        command = ["quizapp", "generate", *options, str(article), "-o", str(bank)]
        monkeypatch.setattr("sys.argv", command)
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int | None)
        return ended.value.code or 0, capsys.readouterr().err

    return call


@pytest.mark.parametrize("given", REFUSED, ids=lambda given: given.name)
def test_what_is_no_article_is_refused_in_one_sentence(
    given: Input, tmp_path: Path, questions: Path, generate: Generate
) -> None:
    status, said = generate(given.make(tmp_path), questions / "bank.md")
    assert status == given.status
    assert given.says in said
    assert re.fullmatch(r"quizapp: [^\n]{20,200}\n", said)
    assert not list(questions.iterdir())


@pytest.mark.parametrize("given", TAKEN, ids=lambda given: given.name)
def test_an_unusual_article_gives_a_bank_without_errors(
    given: Input, tier: str, tmp_path: Path, questions: Path, generate: Generate
) -> None:
    status, said = generate(given.make(tmp_path), questions / "bank.md")
    assert status == 0
    assert "It is a draft" in said
    loaded = Library(questions).load("bank")
    assert loaded.bank is not None and loaded.bank.questions
    assert ("tier", tier) in loaded.bank.generated
    assert not [problem for problem in loaded.problems if problem.level == "error"]


def test_the_long_text_is_long_and_repeats_no_paragraph() -> None:
    paragraphs = long_text().split("\n\n")
    assert sum(len(paragraph.split()) for paragraph in paragraphs) >= 20_000
    assert len(set(paragraphs)) == len(paragraphs)
