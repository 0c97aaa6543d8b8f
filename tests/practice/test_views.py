"""The way through a practice, page by page."""

import pytest
from flask import Flask

from quizapp.extensions import db
from quizapp.practice.models import PracticeStep
from quizapp.quizzes.rules import FeedbackPolicy, When
from tests.attempts.builders import NINE_TYPES, browser_of
from tests.attempts.student import Student, words
from tests.factories import make_user
from tests.practice.practicing import FIVE, RIGHT, WRONG, Practicer


@pytest.fixture
def five(app: Flask) -> Practicer:
    return Practicer(app, FIVE)


def steps() -> list[tuple[int, int | None, list[str], str]]:
    db.session.rollback()
    rows = db.session.query(PracticeStep).order_by(PracticeStep.number)
    return [(row.number, row.slot, row.answer, row.outcome) for row in rows]


def test_the_first_page_asks_the_first_question(five: Practicer) -> None:
    page = words(five.get(five.address))
    assert "Practice: Five" in page
    assert "0 of 5 seen" in page
    assert "Question one?" in page


def test_a_right_answer_is_told_so(five: Practicer) -> None:
    page = words(five.check(RIGHT))
    assert ("Yours, correct" in page, "Not correct" in page) == (True, False)


def test_a_wrong_answer_is_told_not_correct_yet_with_the_key(five: Practicer) -> None:
    page = words(five.check(WRONG))
    assert "Not correct yet" in page
    assert "Right one Correct answer" in page
    assert "This question comes again later." in page


def test_the_title_of_a_verdict_tells_it_first(five: Practicer) -> None:
    assert "<title>Not correct yet · Practice, question 1 · Five" in five.check(WRONG)


def test_no_points_are_shown(five: Practicer) -> None:
    assert "point" not in words(five.get(five.address)) + words(five.check(WRONG))


def test_the_next_question_follows_the_verdict(five: Practicer) -> None:
    five.check(RIGHT)
    page = words(five.get(five.address))
    assert "1 of 5 seen" in page
    assert "Question two?" in page


def test_a_missed_question_returns_after_three_others(five: Practicer) -> None:
    five.check(WRONG)
    for _ in range(3):
        five.check(RIGHT)
    assert "Question one?" in words(five.get(five.address))


def test_the_end_says_how_many_were_right_first_time(five: Practicer) -> None:
    for answer in (WRONG, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT):
        five.check(answer)
    assert "All 5 seen, 4 right first time." in words(five.get(five.address))


def test_the_last_verdict_leads_to_the_end(five: Practicer) -> None:
    pages = [five.check(RIGHT) for _ in range(5)]
    assert ["See how it went" in page for page in pages] == [False] * 4 + [True]


def test_a_skipped_question_is_left_aside(five: Practicer) -> None:
    five.skip()
    for _ in range(4):
        five.check(RIGHT)
    page = words(five.get(five.address))
    assert "All 5 seen, 4 right first time." in page
    assert "You skipped 1." in page


def test_starting_over_begins_with_nothing_seen(five: Practicer) -> None:
    for _ in range(5):
        five.check(RIGHT)
    assert five.send(five.form(), "").status_code == 303
    assert "0 of 5 seen" in words(five.get(five.address))


def test_what_was_done_before_starting_over_is_kept(five: Practicer) -> None:
    for _ in range(5):
        five.check(RIGHT)
    five.send(five.form(), "")
    assert [slot for _, slot, _, _ in steps()] == [1, 2, 3, 4, 5, None]


def test_an_empty_answer_is_refused_and_tells_nothing(five: Practicer) -> None:
    reply = five.press("check", "")
    assert reply.status_code == 422
    assert reply.text.count("Answer the question first, or skip it.") == 2  # above and beside
    assert "<title>Error: Practice, question 1" in reply.text
    assert steps() == []


def test_checking_twice_stores_the_first_answer_once(five: Practicer) -> None:
    form = five.form()
    first, second = five.send(form, "check", WRONG), five.send(form, "check", RIGHT)
    assert first.location == second.location
    assert steps() == [(1, 1, ["a"], "missed")]


def test_an_old_form_changes_nothing(five: Practicer) -> None:
    form = five.form()
    five.check(RIGHT)
    five.check(RIGHT)
    five.send(form, "skip")
    assert len(steps()) == 2


def test_another_device_goes_on_where_this_one_is(five: Practicer, app: Flask) -> None:
    five.check(RIGHT)
    user = db.session.get_one(type(make_user()), five.id)
    assert "Question two?" in words(browser_of(app, user).get(five.address).text)


@pytest.mark.parametrize("number", ["7", "0", "999999999"])
def test_a_verdict_on_nothing_leads_to_the_question(five: Practicer, number: str) -> None:
    reply = five.client.get(f"{five.address}/{number}")
    assert (reply.status_code, reply.location) == (302, five.address)


def test_a_form_without_its_number_changes_nothing(five: Practicer) -> None:
    reply = five.client.post(five.address, data={"go": "check"})
    assert (reply.status_code, steps()) == (303, [])


def test_a_hint_stands_beside_the_question(app: Flask) -> None:
    practicer = Practicer(app, NINE_TYPES)
    page = practicer.get(practicer.address)
    assert "<summary>Hint</summary>" in page
    assert "ZqXj-hint" in page


def test_an_essay_is_shown_with_its_rubric_and_not_judged(app: Flask) -> None:
    practicer = Practicer(app, NINE_TYPES)
    for _ in range(6):
        practicer.skip()
    assert "nobody judges it here" in words(practicer.get(practicer.address))
    page = words(practicer.check("My words."))
    assert ("ZqXj-criterion" in page, "My words." in page) == (True, True)
    assert "Not judged here: compare it yourself" in page


def test_an_essay_may_be_compared_without_writing_one(app: Flask) -> None:
    practicer = Practicer(app, NINE_TYPES)
    for _ in range(6):
        practicer.skip()
    assert "ZqXj-criterion" in practicer.check("")


def test_only_what_was_missed_in_the_quiz_is_practiced(app: Flask) -> None:
    student = Student(app)
    quiz_id = student.quiz(FIVE, shuffle_questions=False, shuffle_options=False)
    attempt_id = student.start(quiz_id)
    form = student.questions(attempt_id)
    form.choose(1, RIGHT)
    form.choose(2, WRONG)
    form.choose(4, RIGHT)
    form.send(student.client, "check")
    result = student.submit(attempt_id)
    assert "Practice the 3 you missed" in words(result)
    page = words(student.get(f"/practice/{quiz_id}?missed=1"))
    assert "0 of 3 seen, only those you missed in the quiz" in page
    assert "Question two?" in page


def test_practicing_the_missed_ones_is_a_round_of_its_own(five: Practicer) -> None:
    five.check(RIGHT, query="?missed=1")
    assert "1 of 5 seen" in words(five.get(five.address + "?missed=1"))
    assert "0 of 5 seen" in words(five.get(five.address))


def test_the_verdict_on_a_missed_one_stays_among_the_missed(five: Practicer) -> None:
    page = five.check(RIGHT, query="?missed=1")
    assert f'href="{five.address}?missed=1">Next question' in page


def test_who_missed_nothing_is_told_so(app: Flask) -> None:
    student = Student(app)
    quiz_id = student.quiz(FIVE, shuffle_questions=False, shuffle_options=False)
    attempt_id = student.start(quiz_id)
    form = student.questions(attempt_id)
    for number in range(1, 6):
        form.choose(number, RIGHT)
    form.send(student.client, "check")
    assert "you missed" not in words(student.submit(attempt_id))
    page = words(student.get(f"/practice/{quiz_id}?missed=1"))
    assert "There is no question that you missed." in page


def test_a_verdict_keeps_the_passage_at_hand(app: Flask) -> None:
    page = Practicer(app, NINE_TYPES).check("1")
    assert "<summary>The passage</summary>" in page
    assert "A passage that these questions share." in page


def test_home_leads_to_practice_where_there_is_any(five: Practicer) -> None:
    assert 'href="/practice/"' in five.get("/")


def test_home_leads_to_no_practice_that_is_kept_back(app: Flask) -> None:
    kept_back = Practicer(app, FIVE, feedback=FeedbackPolicy(when=When.NEVER))
    home = kept_back.get("/")
    assert "Five" in home
    assert 'href="/practice/"' not in home
