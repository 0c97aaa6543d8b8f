"""Tests of quizapp.regrading.service: what is ordered, refused and undone."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from quizapp.accounts.models import AuditEvent
from quizapp.attempts.models import ScoreChange
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.question_types.base import UnfitKey
from quizapp.quizzes.models import Correction
from quizapp.quizzes.rulings import Kind
from quizapp.regrading import service
from quizapp.regrading.plan import NothingToCorrect
from quizapp.regrading.service import MovedOn
from quizapp.regrading.wishes import Wish
from tests.factories import NOON
from tests.marking.builders import MINUTE
from tests.regrading.builders import (
    Scene,
    everything,
    make_scene,
    new_key,
    points,
)
from tests.regrading.test_service import NEW, OLD, WRONG


def test_preview_stores_nothing(scene: Scene) -> None:
    scene.submit(scene.student("Ada"), NEW)
    before = everything()
    service.preview(scene.quiz_id, new_key("b"), NOON)
    db.session.commit()
    assert everything() == before
    assert db.session.scalar(select(func.count(Correction.id))) == 0


def test_preview_shows_every_score(scene: Scene) -> None:
    for key in (OLD, OLD, NEW, WRONG):
        scene.submit(scene.student(key), key)
    effect = service.preview(scene.quiz_id, new_key("b"), NOON).effect
    assert (effect.up, effect.down, effect.stay) == (1, 2, 1)


def test_applying_what_has_moved_on_changes_nothing(scene: Scene) -> None:
    order = scene.order(new_key("b"))
    attempt_id = scene.submit(scene.student("Ada"), NEW)
    with pytest.raises(MovedOn):
        service.apply(scene.quiz_id, order, scene.maker)
    assert points(attempt_id)[0] == 0


def test_applying_twice_corrects_once(scene: Scene) -> None:
    scene.submit(scene.student("Ada"), NEW)
    order = scene.order(new_key("b"))
    made = {service.apply(scene.quiz_id, order, scene.maker).id for _ in range(2)}
    assert made == {order.id}
    assert db.session.scalar(select(func.count(ScoreChange.id))) == 1


def test_undoing_twice_undoes_once(scene: Scene) -> None:
    correction_id = scene.correct(Kind.NEW_KEY, "b").id
    assert scene.undo(correction_id).id == scene.undo(correction_id).id


def test_undoing_cannot_be_undone(scene: Scene) -> None:
    undoing = scene.undo(scene.correct(Kind.NEW_KEY, "b").id)
    with pytest.raises(NotFound):
        scene.undo(undoing.id)


def test_correction_of_another_quiz_is_not_found(scene: Scene) -> None:
    correction_id = scene.correct(Kind.NEW_KEY, "b").id
    other = make_scene()
    with pytest.raises(NotFound):
        other.undo(correction_id)


def test_order_with_the_id_of_another_quiz_is_not_found(scene: Scene) -> None:
    correction_id = scene.correct(Kind.NEW_KEY, "b").id
    other = make_scene()
    order = replace(other.order(new_key("b")), id=correction_id)
    with pytest.raises(NotFound):
        service.apply(other.quiz_id, order, other.maker)


def test_newest_correction_in_force_decides(scene: Scene) -> None:
    attempt_id = scene.submit(scene.student("Ada"), WRONG)
    scene.correct(Kind.NEW_KEY, "b")
    second = scene.correct(Kind.NEW_KEY, "c")
    after_two = points(attempt_id)[0]
    scene.undo(second.id)
    assert [after_two, points(attempt_id)[0]] == [1, 0]


def test_earlier_correction_can_be_undone_before_a_later_one(scene: Scene) -> None:
    attempt_id = scene.submit(scene.student("Ada"), WRONG)
    first = scene.correct(Kind.NEW_KEY, "b")
    scene.correct(Kind.FULL_POINTS)
    scene.undo(first.id)
    assert points(attempt_id)[0] == 1


def test_question_that_nobody_has_is_not_found(scene: Scene) -> None:
    with pytest.raises(NotFound):
        scene.correct(Kind.FULL_POINTS, question_id="nothing")


def test_no_version_is_nothing_to_correct(scene: Scene) -> None:
    with pytest.raises(NothingToCorrect):
        scene.correct(Kind.FULL_POINTS, versions=frozenset())


def test_essay_has_no_key(scene: Scene) -> None:
    with pytest.raises(UnfitKey):
        scene.correct(Kind.NEW_KEY, "anything", question_id="essay")


def test_correction_and_undoing_leave_a_line_in_the_audit_trail(scene: Scene) -> None:
    scene.submit(scene.student("Ada"), NEW)
    scene.undo(scene.correct(Kind.NEW_KEY, "b").id)
    rows = db.session.scalars(select(AuditEvent.detail).where(AuditEvent.act == "regrade"))
    assert set(rows) == {
        "new key, question water, 1 scores",
        "undone, question water, 1 scores",
    }


def test_overdue_attempts_are_graded_before_anything_is_shown(app: object) -> None:
    scene = make_scene(time_limit=10 * MINUTE)
    scene.start(scene.student("Ada"), NEW)
    assert service.preview(scene.quiz_id, new_key("b"), NOON + 60 * MINUTE).effect.up == 1


wishes = st.builds(
    Wish,
    st.sampled_from(["water", "leader"]),
    st.sampled_from([Kind.FULL_POINTS, Kind.LEFT_OUT]),
    st.booleans(),
) | st.builds(new_key, st.sampled_from("abc"), nobody_loses=st.booleans())


@pytest.fixture
def filled(scene: Scene) -> Scene:
    """Six students with answers of every kind."""
    for answers in ((OLD, "Putin"), (NEW, "Lukashenko"), (WRONG, ""), ("", "Lukashenko", "So."),
                    (OLD, "Lukashenko", "So."), (NEW,)):  # fmt: skip
        scene.submit(scene.student("Ada"), *answers)
    return scene


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(wishes, min_size=1, max_size=3), random=st.randoms(use_true_random=False))
def test_whatever_is_made_and_undone_leaves_the_scores_as_they_were(
    filled: Scene, made: list[Wish], random: Random
) -> None:
    before = everything()
    ids = [filled.grant(wish).id for wish in made]
    random.shuffle(ids)
    for correction_id in ids:
        filled.undo(correction_id)
    assert everything() == before


def test_other_course_is_untouched(scene: Scene) -> None:
    other = make_scene()
    attempt_id = other.submit(other.student("Ben"), NEW)
    scene.correct(Kind.NEW_KEY, "b")
    assert points(attempt_id)[0] == 0
