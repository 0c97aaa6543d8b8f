"""What tests of drafting with a model share."""

from pathlib import Path

import pytest

from quizapp import cli
from quizapp.banks.library import Library
from quizapp.generation import tiers
from quizapp.generation.model_tier import model_client
from tests.generation.model_runs import KEY, QUICK, Ran, Run, called
from tests.generation.proposing import TEXT, propose


@pytest.fixture
def run(
    tmp_path: Path,
    questions: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Drafts from an article with a rule that proposes a question of its own."""
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(tiers, "LIGHT", (lambda *_: iter([propose(0), propose(1)]),))
    monkeypatch.setattr(tiers, "find_parser", lambda _name: tiers.NoParser("No parser is here."))
    monkeypatch.setattr(model_client, "Limits", QUICK)

    def call(url: str, *options: str) -> Ran:
        monkeypatch.setenv("QUIZAPP_MODEL_URL", url)
        monkeypatch.setenv("QUIZAPP_MODEL_KEY", KEY)
        bank = questions / "bank.md"
        command = ["quizapp", "generate", str(article), "-o", str(bank), *options]
        monkeypatch.setattr("sys.argv", command)
        status = called(cli.main)
        caught = capsys.readouterr()
        if not bank.exists():
            return Ran(status, caught.err + caught.out, None, "")
        loaded = Library(questions).load("bank")
        assert not [each for each in loaded.problems if each.level == "error"]
        monkeypatch.setattr("sys.argv", ["quizapp", "bank", "lint", str(bank)])
        assert called(cli.main) == 0, capsys.readouterr().out
        text = bank.read_text(encoding="utf-8")
        return Ran(status, caught.err + caught.out, loaded.bank, text)

    return call
