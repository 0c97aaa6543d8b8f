"""Tests of quizapp.quizzes.service and of the questions it freezes."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.banks.library import Library, check
from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.quizzes import service
from quizapp.quizzes.models import QuestionSnapshot, Quiz, Slot
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import FeedbackPolicy, Paging, Part, QuizSettings, When
from quizapp.quizzes.service import CannotPublish
from tests.attempts.builders import NINE_TYPES, TWO_CHOICES, load, make_quiz
from tests.factories import NOON, make_course


def count(model: type[object]) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_published_questions_read_back_as_they_were(any_app: Flask) -> None:
    quiz = make_quiz(make_course(), NINE_TYPES)
    bank = load(NINE_TYPES).bank
    assert bank is not None
    published = [slot.question for slot in load_slots(quiz.id, quiz.version)]
    assert published == list(bank.questions)


def test_slots_keep_sections_with_their_passages(app: Flask) -> None:
    quiz = make_quiz(make_course(), NINE_TYPES)
    first = load_slots(quiz.id, 1)[0]
    assert (first.section_title, first.section_text, first.sources[0].title) == (
        "Choices",
        "A passage that these questions share.",
        "Notes, page 41",
    )


def test_slots_are_read_from_the_database_once(app: Flask) -> None:
    quiz = make_quiz(make_course())
    assert load_slots(quiz.id, 1) is load_slots(quiz.id, 1)


def test_settings_come_back_as_they_were_given(any_app: Flask) -> None:
    settings = QuizSettings(
        opens_at=NOON,
        attempts_allowed=None,
        draw={0: 1},
        paging=Paging.FIXED,
        feedback=FeedbackPolicy(frozenset({Part.SCORE}), When.AT_TIME, NOON, score_at_once=True),
    )
    quiz_id = service.create_quiz(make_course().id, load(TWO_CHOICES), settings, NOON).id
    db.session.expire_all()
    assert db.session.get_one(Quiz, quiz_id).settings == settings


def test_publishing_what_has_not_changed_makes_no_version(app: Flask) -> None:
    quiz = make_quiz(make_course())
    assert service.publish(quiz.id, load(TWO_CHOICES), NOON) == 1


def test_publishing_a_change_makes_the_next_version_and_keeps_the_first(any_app: Flask) -> None:
    quiz_id = make_quiz(make_course()).id
    version = service.publish(quiz_id, load(TWO_CHOICES.replace("One?", "Which one?")), NOON)
    headings = [load_slots(quiz_id, number)[0].question.heading for number in (1, version)]
    assert headings == ["One?", "Which one?"]


def test_new_title_needs_no_new_version(app: Flask) -> None:
    quiz_id = make_quiz(make_course()).id
    intro = TWO_CHOICES.replace("---\n\n## One", "---\n\nWelcome.\n\n## One")
    version = service.publish(quiz_id, load(intro), NOON)
    assert (version, db.session.get_one(Quiz, quiz_id).intro) == (1, "Welcome.")


def test_equal_questions_share_a_snapshot(app: Flask) -> None:
    course = make_course()
    for _ in range(2):
        make_quiz(course)
    assert (count(Slot), count(QuestionSnapshot)) == (4, 2)


def test_snapshot_stays_when_the_file_changes(app: Flask, questions: Path) -> None:
    path = questions / "week-03.md"
    path.write_text(TWO_CHOICES, encoding="utf-8")
    bank = Library(questions).load("week-03")
    quiz = service.create_quiz(make_course().id, bank, QuizSettings(), utc_now())
    path.write_text(TWO_CHOICES.replace("One?", "Changed?"), encoding="utf-8")
    load_slots.cache_clear()
    assert load_slots(quiz.id, 1)[0].question.heading == "One?"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TWO_CHOICES.replace("(x)", "( )"), "No option is marked correct"),
        (TWO_CHOICES.replace("title: Two choices", "title: T\nstatus: draft"), "draft"),
        (TWO_CHOICES.replace("`id: one`\n", ""), "quizapp bank format week-03.md"),
        (TWO_CHOICES.replace("a) ", "").replace("b) ", ""), "Press “Add ids and letters” on the"),
        ("---\ntitle: Nothing yet\n---\n", "no questions"),
        ("---\ntitle: [\n---\n", "can't be published"),
    ],
    ids=["error", "draft", "no id", "no letters", "empty", "unreadable"],
)
def test_unfit_bank_is_refused_with_what_to_mend(app: Flask, text: str, said: str) -> None:
    bank = check(text, "week-03", {})
    with pytest.raises(CannotPublish, match=said):
        service.create_quiz(make_course().id, bank, QuizSettings(), NOON)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (TWO_CHOICES.replace("(x)", "( )", 1), "on line 8."),
        (
            TWO_CHOICES.replace("(x)", "( )"),
            "on line 8, the first of 2 errors.",
        ),
    ],
)
def test_refusal_counts_errors_only_if_there_are_several(app: Flask, text: str, end: str) -> None:
    with pytest.raises(CannotPublish) as refused:
        service.publishable(check(text, "week-03", {}))
    assert str(refused.value).endswith(end)


def test_refused_bank_leaves_no_quiz(app: Flask) -> None:
    bank = check(TWO_CHOICES.replace("(x)", "( )"), "week-03", {})
    with pytest.raises(CannotPublish):
        service.create_quiz(make_course().id, bank, QuizSettings(), NOON)
    assert count(Quiz) == 0
