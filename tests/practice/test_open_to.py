"""To whom practice is open, what the others are told, and where it is offered."""

from datetime import timedelta

import pytest
from flask import Flask

from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.practice.models import PracticeStep
from quizapp.quizzes.rules import FeedbackPolicy, Practice, When
from tests.attempts.builders import browser_of, close, make_student
from tests.attempts.student import HOUR, Student, words
from tests.factories import make_course, make_enrollment, make_user
from tests.practice.practicing import FIVE, RIGHT, WRONG, Practicer


@pytest.fixture
def five(app: Flask) -> Practicer:
    return Practicer(app, FIVE)


def steps() -> int:
    db.session.rollback()
    return db.session.query(PracticeStep).count()


def test_practice_that_is_not_offered_says_so(app: Flask) -> None:
    practicer = Practicer(app, practice=Practice.NEVER)
    page = words(practicer.get(practicer.address))
    assert "Your instructor hasn't opened practice for this quiz." in page


def test_practice_that_comes_later_says_when(app: Flask) -> None:
    after = FeedbackPolicy(when=When.AFTER_CLOSING)
    practicer = Practicer(app, feedback=after, closes_at=utc_now() + HOUR)
    assert "Practice opens " in words(practicer.get(practicer.address))


def test_who_may_still_take_the_quiz_is_led_there(app: Flask) -> None:
    student = Student(app)
    quiz_id = student.quiz(FIVE)
    page = student.get(f"/practice/{quiz_id}")
    assert "You can still take this quiz for a score." in words(page)
    assert f'href="/quizzes/{quiz_id}">Go to the quiz' in page


def test_checking_while_practice_is_closed_is_refused(five: Practicer) -> None:
    form = five.form()
    five.quiz(FIVE, feedback=FeedbackPolicy(when=When.AFTER_CLOSING))
    reply = five.send(form, "check", RIGHT)
    assert (reply.status_code, steps()) == (403, 0)


def test_a_verdict_is_not_shown_once_practice_is_closed(five: Practicer) -> None:
    address = five.press("check", WRONG).location
    five.quiz(FIVE, feedback=FeedbackPolicy(when=When.AFTER_CLOSING))
    assert five.client.get(address).location == five.address


def test_strangers_do_not_see_that_the_quiz_is_there(five: Practicer, app: Flask) -> None:
    stranger = browser_of(app, make_student(make_course()))
    assert stranger.get(five.address).status_code == 404
    assert stranger.post(five.address, data={"number": "1"}).status_code == 404


def test_practice_asks_to_sign_in(five: Practicer, app: Flask) -> None:
    assert "Question one?" not in app.test_client().get(five.address).text


@pytest.mark.parametrize("role", ["assistant", "instructor"])
def test_staff_may_try_it_at_any_time(app: Flask, role: str) -> None:
    student = Student(app)
    quiz_id = student.quiz(FIVE)
    teacher = make_user()
    make_enrollment(student.course, teacher, role)
    page = browser_of(app, teacher).get(f"/practice/{quiz_id}").text
    assert "Question" in words(page)
    assert "Students get it once they have no attempt left." in words(page)


def test_staff_read_what_students_get(app: Flask) -> None:
    student = Student(app)
    quiz_id = student.quiz(FIVE, practice=Practice.NEVER)
    teacher = make_user(is_administrator=True)
    page = words(browser_of(app, teacher).get(f"/practice/{quiz_id}").text)
    assert "As this quiz is set, students don't get it." in page


def test_the_list_shows_what_may_be_practiced_now(five: Practicer) -> None:
    five.quiz(
        "---\ntitle: Still to take\n---\n\n## Other?\n`id: other`\n\n- (x) True\n- ( ) False\n"
    )
    five.check(RIGHT)
    page = words(five.get("/practice/"))
    assert "Five 1 of 5 seen" in page
    assert "Still to take" not in page


def test_an_empty_list_says_when_something_comes(app: Flask) -> None:
    assert "There is nothing to practice yet." in words(Student(app).get("/practice/"))


def test_the_home_page_leads_to_the_list_once_a_quiz_is_done(five: Practicer) -> None:
    assert 'href="/practice/"' in five.get("/")


def test_the_start_page_of_a_quiz_that_is_done_leads_to_practice(five: Practicer) -> None:
    assert f'href="{five.address}"' in five.get(f"/quizzes/{five.quiz_id}")


def test_the_start_page_leads_nowhere_while_practice_is_closed(five: Practicer) -> None:
    five.quiz(FIVE, feedback=FeedbackPolicy(when=When.AFTER_CLOSING))
    assert f'href="{five.address}"' not in five.get(f"/quizzes/{five.quiz_id}")


def test_who_missed_the_quiz_may_practice_it(app: Flask) -> None:
    student = Student(app)
    quiz_id = student.quiz(FIVE)
    close(quiz_id, utc_now() - timedelta(days=1))
    assert f'class="button" href="/practice/{quiz_id}"' in student.get(f"/quizzes/{quiz_id}")
