"""Simulated attempts: the same for the same moment, and within everybody's time."""

from datetime import UTC, datetime, timedelta

import pytest

from quizapp.demo import bank_files
from quizapp.demo.people import PERCENTS, STUDENTS, list_students
from quizapp.demo.plan import PlannedQuiz, plan, seat_everybody
from quizapp.demo.sitting import Sitting
from quizapp.quizzes.slots import PublishedSlot

NOW = datetime(2026, 11, 26, 6, 30, tzinfo=UTC)
QUIZZES = [quiz for quiz in plan(NOW, "Europe/London") if quiz.takers]


def slots(quiz: PlannedQuiz) -> list[PublishedSlot]:
    bank = bank_files.load(quiz.bank).bank
    assert bank is not None
    pairs = [(at, question) for at, part in enumerate(bank.sections) for question in part.questions]
    return [
        PublishedSlot(number, at, "", "", question.points, question, (), "en", "")
        for number, (at, question) in enumerate(pairs, 1)
    ]


def sit(quiz: PlannedQuiz) -> list[Sitting]:
    return list(seat_everybody(quiz, slots(quiz), list_students(), NOW))


def test_the_same_moment_gives_the_same_attempts() -> None:
    assert sit(QUIZZES[1]) == sit(QUIZZES[1])


def test_people_have_names_and_logins_of_their_own() -> None:
    students = list_students()
    assert len({student.login for student in students}) == STUDENTS == 120
    assert len({student.name for student in students}) == STUDENTS


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.title)
def test_nobody_begins_before_the_opening_or_ends_after_now(quiz: PlannedQuiz) -> None:
    opens = quiz.settings.opens_at or NOW - timedelta(days=30)
    assert all(opens <= each.started_at < each.ends_at <= NOW for each in sit(quiz))


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.title)
def test_saves_come_in_the_order_of_time(quiz: PlannedQuiz) -> None:
    for sitting in sit(quiz):
        times = [save.at for save in (*sitting.saves, *sitting.missed)]
        assert times == sorted(times)


def test_only_extra_time_goes_past_the_limit() -> None:
    quiz = QUIZZES[0]
    assert quiz.settings.time_limit is not None
    most = quiz.settings.time_limit + quiz.settings.grace
    long = {each.student.number for each in sit(quiz) if each.ends_at - each.started_at > most}
    assert long <= PERCENTS.keys()
    assert any(each.ran_out for each in sit(quiz))


def test_some_take_it_again_and_some_change_their_mind() -> None:
    found = sit(QUIZZES[0])
    assert {each.number for each in found} == {1, 2}
    assert any(len({save.slot for save in each.saves}) < len(each.saves) for each in found)


def test_a_draw_gives_everybody_six_questions() -> None:
    assert {len(each.layout) for each in sit(QUIZZES[3])} == {6}
