"""A draft's questions are shown with their keys, as nobody has answered them."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quizapp.question_types import all_types
from quizapp.question_types.base import QuestionType
from tests.insights.reading import text_of

FRONT = "---\ntitle: One of each\nstatus: draft\n---\n\n"
KINDS = sorted(all_types(), key=lambda kind: kind.name)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_each_type_shows_its_key_and_nobodys_answer(
    staff: FlaskClient, questions: Path, kind: type[QuestionType]
) -> None:
    chips = re.sub(r"(`id: [^`]+`)", r"\1 `from: model, sentence 3, hedged`", kind.example, count=1)
    (questions / "each.md").write_text(FRONT + chips)
    words = text_of(staff.get("/teach/banks/each/review"))
    assert kind.label in words
    assert "Proposed by a language model from sentence 3. Look twice: hedged." in words
    assert not re.search(r"\bYours?\b|No answer|Not correct|not chosen", words), words


def test_a_question_without_a_source_is_shown_alone(staff: FlaskClient, questions: Path) -> None:
    text = "## One?\n`id: one` `from: light`\n\n- = 1\n"
    (questions / "each.md").write_text(FRONT + text)
    page = staff.get("/teach/banks/each/review")
    assert "The article" not in text_of(page) and "<mark" not in page.text


def test_evidence_that_isnt_found_is_shown_with_the_question(
    staff: FlaskClient, questions: Path
) -> None:
    front = FRONT.replace("status", "sources: {book: {title: A book}}\nstatus")
    text = '## One?\n`id: one` `from: light`\n\n- = 1\n\n> **Source book:** "It is one."\n'
    (questions / "each.md").write_text(front + text)
    words = text_of(staff.get("/teach/banks/each/review"))
    assert '"It is one." A book' in words
