"""No address and no field leads out of the folder of banks."""

import os
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.extensions import db
from quizapp.revisions.models import BankDraft, BankRevision
from tests.authoring.banks import GENES

NAMES = [
    "..", "../secret", "..%2fsecret", "%2e%2e%2fsecret", "/etc/passwd", "a\0b", "Genes", "genes.md",
    "x" * 65, "con ", "genes/../genes", "link", "pipe\n",
]  # fmt: skip
READS = ["", "/file", "/history", "/history/1", "/preview", "/compare", "/images", "/manage"]
WRITES = ["/text", "/draft", "/rename", "/archive", "/take-back", "/images", "/mend/names"]


@pytest.fixture
def secret(questions: Path, genes: Path) -> Path:
    """A file beside the folder, and a link to it inside."""
    path = questions.parent / "secret.md"
    path.write_text(GENES.replace("Genes", "Secret"))
    (questions / "link.md").symlink_to(path)
    return path


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_none_reads_and_writes_nothing(
    staff: FlaskClient, secret: Path, name: str
) -> None:
    before = sorted(secret.parent.rglob("*"))
    address = f"/teach/banks/{quote(name, safe='%/')}"

    answers = [staff.get(address + page) for page in READS]
    data = {"text": "mine", "base": "", "name": "mine"}
    answers += [staff.post(address + page, data=data) for page in WRITES]

    assert not any("Secret" in answer.text for answer in answers)
    assert secret.read_text() == GENES.replace("Genes", "Secret")
    assert sorted(secret.parent.rglob("*")) == before
    rows = select(func.count()).select_from(BankDraft).where(BankDraft.bank != "link")
    assert db.session.scalar(rows) == 0
    assert db.session.scalar(select(func.count()).select_from(BankRevision)) == 0


def test_a_device_or_a_pipe_is_not_waited_for(staff: FlaskClient, questions: Path) -> None:
    os.mkfifo(questions / "pipe.md")

    response = staff.get("/teach/banks/pipe")

    assert response.status_code == 200 and "isn&#39;t a file" in response.text
