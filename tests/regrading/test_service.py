"""Tests of quizapp.regrading.service."""

import pytest
from sqlalchemy import select

from quizapp.attempts import service as attempts
from quizapp.attempts.finishing import is_receipt_valid
from quizapp.attempts.queries import counted_attempt, list_attempts
from quizapp.extensions import db
from quizapp.marking import service as marking
from quizapp.question_types.base import UnfitKey
from quizapp.quizzes import service as quizzes
from quizapp.quizzes.models import QuestionSnapshot, Slot
from quizapp.quizzes.questions import read_snapshot
from quizapp.quizzes.rules import Counts
from quizapp.quizzes.rulings import Kind
from quizapp.regrading.wishes import BankQuestion, Wish
from tests.attempts.builders import load
from tests.factories import NOON
from tests.marking.builders import MINUTE, judgment, seen
from tests.regrading.builders import (
    WRONG_KEY,
    Scene,
    ledger,
    points,
)

OLD, NEW, WRONG = "0", "1", "2"  # what a form sends for the three options


def test_new_key_changes_scores_both_ways(any_scene: Scene) -> None:
    old, new = (any_scene.submit(any_scene.student(key), key) for key in (OLD, NEW))
    any_scene.correct(Kind.NEW_KEY, "b")
    assert [points(old), points(new)] == [(0, 8), (1, 8)]


def test_accepting_both_takes_points_from_nobody(scene: Scene) -> None:
    given_ = [scene.submit(scene.student(key), key) for key in (OLD, NEW, WRONG)]
    scene.correct(Kind.ACCEPT_BOTH, "b")
    assert [points(each)[0] for each in given_] == [1, 1, 0]


def test_full_points_go_to_all(scene: Scene) -> None:
    given_ = [scene.submit(scene.student(key), key) for key in (OLD, WRONG, "")]
    scene.correct(Kind.FULL_POINTS)
    assert [points(each)[0] for each in given_] == [1, 1, 1]


def test_leaving_out_shrinks_what_is_possible(scene: Scene) -> None:
    attempt_id = scene.submit(scene.student("Ada"), OLD, "Lukashenko")
    scene.correct(Kind.LEFT_OUT)
    assert points(attempt_id) == (2, 7)


def test_nobody_loses(scene: Scene) -> None:
    given_ = [scene.submit(scene.student(key), key) for key in (OLD, NEW)]
    scene.correct(Kind.NEW_KEY, "b", nobody_loses=True)
    assert [points(each)[0] for each in given_] == [1, 1]


def test_ledger_says_what_changed_and_why(any_scene: Scene) -> None:
    attempt_id = any_scene.submit(any_scene.student("Ada"), NEW)
    correction = any_scene.correct(Kind.NEW_KEY, "b")
    any_scene.undo(correction.id)
    assert ledger(attempt_id) == [(1, 0, 1, 1, "new key"), (1, 1, 0, 0, "undone")]


def test_attempts_that_stay_have_no_line_in_the_ledger(scene: Scene) -> None:
    attempt_id = scene.submit(scene.student("Ada"), WRONG)
    scene.correct(Kind.NEW_KEY, "b")
    assert ledger(attempt_id) == []


def test_frozen_version_stays_as_it_was(scene: Scene) -> None:
    slots = db.session.execute(select(Slot.number, Slot.digest)).all()
    scene.correct(Kind.NEW_KEY, "b")
    assert db.session.execute(select(Slot.number, Slot.digest)).all() == slots


def test_corrected_question_is_a_snapshot_of_its_own(scene: Scene) -> None:
    (place,) = scene.correct(Kind.NEW_KEY, "b").places
    content = db.session.get_one(QuestionSnapshot, place["digests"][0]).content
    assert read_snapshot(content)[2].body.key() == ("b",)


def test_receipts_still_verify(scene: Scene) -> None:
    attempt_id = scene.submit(scene.student("Ada"), NEW)
    scene.undo(scene.correct(Kind.LEFT_OUT).id)
    scene.correct(Kind.NEW_KEY, "b")
    assert is_receipt_valid(attempt_id)


def test_attempt_submitted_later_is_graded_under_the_correction(any_scene: Scene) -> None:
    student_id = any_scene.student("Ada")
    attempt_id = any_scene.start(student_id, NEW)
    any_scene.correct(Kind.NEW_KEY, "b")
    attempts.submit(student_id, attempt_id, NOON + 2 * MINUTE)
    assert points(attempt_id) == (1, 8) and ledger(attempt_id) == []


def test_attempt_begun_later_on_the_same_version_is_too(scene: Scene) -> None:
    scene.correct(Kind.LEFT_OUT)
    assert points(scene.submit(scene.student("Ada"), OLD)) == (0, 7)


def test_marks_given_later_count_beside_the_correction(scene: Scene) -> None:
    attempt_id = scene.submit(scene.student("Ada"), NEW, "", "Because.")
    scene.correct(Kind.NEW_KEY, "b")
    marking.mark(scene.maker_id, seen(scene.quiz_id, 3, attempt_id), judgment(4), NOON)
    assert points(attempt_id) == (5, 8)


def test_mark_of_an_essay_comes_back_when_its_full_points_are_undone(scene: Scene) -> None:
    attempt_id = scene.submit(scene.student("Ada"), OLD, "", "Because.")
    marking.mark(scene.maker_id, seen(scene.quiz_id, 3, attempt_id), judgment(4), NOON)
    correction = scene.correct(Kind.FULL_POINTS, question_id="essay")
    given_away = points(attempt_id)
    scene.undo(correction.id)
    assert [given_away, points(attempt_id)] == [(6, 8), (5, 8)]


def test_score_that_counts_follows(scene: Scene) -> None:
    student_id = scene.student("Ada")
    scene.submit(student_id, OLD)
    second = scene.submit(student_id, NEW)
    scene.correct(Kind.NEW_KEY, "b")
    best = counted_attempt(list_attempts(student_id, scene.quiz_id), Counts.BEST)
    assert best is not None and best.id == second


def test_every_version_that_asks_the_question_is_corrected(scene: Scene) -> None:
    first = scene.submit(scene.student("Ada"), NEW)
    changed = WRONG_KEY.replace("Who has led", "Who ruled")
    quizzes.publish(scene.quiz_id, load(changed), NOON)
    second = scene.submit(scene.student("Ben"), NEW)
    scene.correct(Kind.NEW_KEY, "b")
    assert [points(first)[0], points(second)[0]] == [1, 1]


def test_only_the_chosen_version_is_corrected(scene: Scene) -> None:
    first = scene.submit(scene.student("Ada"), NEW)
    quizzes.publish(scene.quiz_id, load(WRONG_KEY.replace("Water", "How water")), NOON)
    second = scene.submit(scene.student("Ben"), NEW)
    scene.correct(Kind.NEW_KEY, "b", versions=frozenset({1}))
    assert [points(first)[0], points(second)[0]] == [1, 0]


def test_key_of_the_file_can_be_taken_over_with_its_explanation(scene: Scene) -> None:
    attempt_id = scene.submit(scene.student("Ada"), NEW)
    mended = WRONG_KEY.replace("(x) a", "( ) a").replace("( ) b", "(x) b")
    bank = load(mended.replace("ZqXjexplained", "By a membrane.")).bank
    assert bank is not None
    question = BankQuestion(bank, bank.sections[0], bank.questions[0])
    (place,) = scene.grant(Wish("water", Kind.NEW_KEY, from_bank=question)).places
    content = db.session.get_one(QuestionSnapshot, place["digests"][0]).content
    assert "By a membrane." in content and points(attempt_id) == (1, 8)


def test_file_with_other_options_is_refused(scene: Scene) -> None:
    bank = load(WRONG_KEY.replace("- ( ) c) Magic\n", "")).bank
    assert bank is not None
    question = BankQuestion(bank, bank.sections[0], bank.questions[0])
    with pytest.raises(UnfitKey, match="other parts by now"):
        scene.grant(Wish("water", Kind.NEW_KEY, from_bank=question))


def test_answer_of_a_student_can_be_accepted(scene: Scene) -> None:
    one, two = (scene.submit(scene.student(name), WRONG, name) for name in ("Lukašenka", "Putin"))
    scene.grant(Wish("leader", Kind.ACCEPT_BOTH, accepted=("Lukašenka",)))
    assert [points(one)[0], points(two)[0]] == [2, 0]


def test_known_mistake_can_be_accepted_after_all(scene: Scene) -> None:
    attempt_id = scene.submit(scene.student("Ada"), WRONG, "Putin")
    scene.grant(Wish("leader", Kind.ACCEPT_BOTH, accepted=("Putin",)))
    assert points(attempt_id)[0] == 2
