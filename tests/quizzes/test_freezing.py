"""What is frozen can be read back, or isn't frozen."""

import pytest
from flask import Flask

from quizapp.banks.library import check
from quizapp.quizzes import service
from quizapp.quizzes.freezing import CannotBeKept
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import QuizSettings
from tests.factories import NOON, make_course

START = "---\ntitle: Odd\n---\n\n## Which of them?\n`id: odd`\n\n"


def test_stem_that_ends_in_a_list_is_kept_apart_from_its_options(app: Flask) -> None:
    text = f"{START}- fact\n- fact\n\n* (x) a) This\n* ( ) b) That\n"
    quiz = service.create_quiz(make_course().id, check(text, "odd", {}), QuizSettings(), NOON)
    (slot,) = load_slots(quiz.id, 1)
    assert slot.question.text == "- fact\n- fact"
    assert [option.text for option in slot.question.body.options] == ["This", "That"]  # type: ignore[attr-defined]


def test_layout_that_would_read_back_otherwise_is_refused_by_its_line(app: Flask) -> None:
    bank = check(f"{START}- (x) a)\n\n    ===\n- ( ) b) That\n", "odd", {})
    with pytest.raises(CannotBeKept, match="“Which of them\\?” on line 5"):
        service.create_quiz(make_course().id, bank, QuizSettings(), NOON)
