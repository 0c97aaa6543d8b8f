"""Tests of quizapp.attempts.rendering: what is drawn once is everybody's, the rest one's own."""

from flask import Flask

from tests.attempts.student import Student


def test_a_result_that_looks_like_another_links_to_its_own_attempt(app: Flask) -> None:
    pages = {}
    for _ in range(2):
        student = Student(app)
        attempt_id = student.start(student.quiz(shuffle_questions=False, shuffle_options=False))
        pages[attempt_id] = student.submit(attempt_id)
    for attempt_id, page in pages.items():
        (other,) = pages.keys() - {attempt_id}
        assert page.count(f"/attempts/{attempt_id}/questions/") == 2
        assert other not in page
        assert all(f'id="question-{number}"' in page for number in (1, 2))
