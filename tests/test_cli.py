"""The command line, as a shell calls it."""

import os
import subprocess
import sys
from pathlib import Path

QUIZAPP = Path(sys.executable).parent / "quizapp"


def run(folder: Path, *words: str, given: str = "", **environment: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command in `folder`."""
    ended = subprocess.run(
        [QUIZAPP, *words],
        cwd=folder,
        env={**os.environ, **environment},
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return ended.returncode, ended.stdout, ended.stderr


def test_every_command_is_listed(tmp_path: Path) -> None:
    status, out, _ = run(tmp_path, "--help")
    assert status == 0
    assert all(f"  {name} " in out for name in ("serve", "bank", "quiz", "user", "demo", "db"))


def test_asking_for_help_makes_nothing(tmp_path: Path) -> None:
    run(tmp_path, "user", "add", "--help")
    assert list(tmp_path.iterdir()) == []


def test_a_new_folder_has_no_quizzes(tmp_path: Path) -> None:
    assert run(tmp_path, "quiz", "list", "--format", "json")[:2] == (0, "[]\n")


def test_an_account_can_be_made_before_the_first_start(tmp_path: Path) -> None:
    status, _, said = run(
        tmp_path, "user", "add", "Okafor", "--name", "Dr Okafor", given="four words make sense\n"
    )
    assert (status, said) == (0, "Dr Okafor can sign in as okafor.\n")


def test_a_second_account_of_that_name_is_refused(tmp_path: Path) -> None:
    add = ("user", "add", "okafor", "--name", "Dr Okafor")
    run(tmp_path, *add, given="four words make sense\n")
    status, _, said = run(tmp_path, *add, given="four words make sense\n")
    assert status == 2
    assert "Choose another" in said


def test_a_password_can_be_set_anew(tmp_path: Path) -> None:
    run(tmp_path, "user", "add", "okafor", "--name", "O", given="four words make sense\n")
    status, _, said = run(tmp_path, "user", "reset", "okafor", given="six other words make sense\n")
    assert status == 0
    assert "signed out everywhere" in said


def test_nobody_has_no_password(tmp_path: Path) -> None:
    status, _, said = run(tmp_path, "user", "reset", "nobody", given="four words make sense\n")
    assert (status, said) == (2, "quizapp: Nobody here has the email or username nobody.\n")


def test_an_unknown_command_is_wrong_use(tmp_path: Path) -> None:
    assert run(tmp_path, "frobnicate")[0] == 2


def test_an_unknown_setting_is_wrong_use(tmp_path: Path) -> None:
    status, _, said = run(tmp_path, "quiz", "list", QUIZAPP_COLOUR="red")
    assert status == 2
    assert "not a setting" in said


def test_checking_banks_loads_neither_flask_nor_the_database(tmp_path: Path) -> None:
    script = (
        "import sys; from click.testing import CliRunner; from quizapp.cli import commands;"
        "CliRunner().invoke(commands, ['bank', 'lint', '--help']);"
        "print(sorted({'flask', 'sqlalchemy'} & set(sys.modules)))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert ended.stdout == "[]\n"
