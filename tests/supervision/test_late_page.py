"""Tests of the page of late answers, and of what its student reads of them."""

import re

from quizapp.attempts import service as attempts
from quizapp.clock import utc_now
from quizapp.quizzes.rules import FeedbackPolicy, Part
from tests.attempts.builders import get_attempt, given
from tests.attempts.student import words
from tests.supervision.staffed import KEPT_BACK, Staffed


def test_late_page_compares_what_came_in_time_with_what_came_late(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    attempts.save_responses(staffed.student.id, attempt_id, given({1: ("0",)}), utc_now())
    staffed.save_late(attempt_id, {1: ("1",)})
    page = staffed.see(f"/teach/quizzes/{quiz_id}/late")
    assert "In time A First Late B Second" in page
    assert "3 minutes after the end" in page
    assert "The key was not to be seen by then." in page


def test_late_page_without_late_answers_says_so(staffed: Staffed) -> None:
    quiz_id, _ = staffed.begin()
    assert "No answer has come too late." in staffed.see(f"/teach/quizzes/{quiz_id}/late")


def test_late_answer_is_accepted_with_one_click(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    staffed.save_late(attempt_id, {1: ("1",)})
    address = re.search(
        r'action="([^"]+/accept)"', staffed.staff.get(f"/teach/quizzes/{quiz_id}/late").text
    )
    assert address
    page = staffed.staff.post(address[1], follow_redirects=True)
    assert "Everything is decided." in words(page.text)
    score = get_attempt(attempt_id).score
    assert score is not None
    assert score.earned == 1


def test_all_of_a_student_are_offered_only_where_the_key_was_kept_back(staffed: Staffed) -> None:
    pages = []
    for policy in (KEPT_BACK, FeedbackPolicy()):
        quiz_id, attempt_id = staffed.begin(feedback=policy)
        staffed.save_late(attempt_id, {1: ("1",), 2: ("0",)})
        pages.append(staffed.see(f"/teach/quizzes/{quiz_id}/late"))
    assert ["Accept all 2" in page for page in pages] == [True, False]
    assert "This student could see right from wrong by then." in pages[1]


def test_all_at_once_is_refused_where_the_key_was_visible(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin(feedback=FeedbackPolicy())
    staffed.save_late(attempt_id, {1: ("1",)})
    response = staffed.staff.post(f"/teach/quizzes/{quiz_id}/late/{attempt_id}/accept")
    assert response.status_code == 409


def test_result_page_tells_of_late_answers_and_of_the_new_score(staffed: Staffed) -> None:
    score_only = FeedbackPolicy(what=frozenset({Part.SCORE}))
    quiz_id, attempt_id = staffed.begin(feedback=score_only)
    staffed.save_late(attempt_id, {1: ("1",), 2: ("0",)})
    before = words(staffed.student.get(f"/attempts/{attempt_id}/result"))
    assert (
        "2 answers reached us 3 minutes after the end. Your instructor decides about them."
        in before
    )
    staffed.staff.post(f"/teach/quizzes/{quiz_id}/late/{attempt_id}/1/accept")
    staffed.staff.post(f"/teach/quizzes/{quiz_id}/late/{attempt_id}/2/leave")
    after = words(staffed.student.get(f"/attempts/{attempt_id}/result"))
    assert "Your score went from 0 to 1 on" in after
    assert "an answer that reached us late was accepted." in after
    assert "Your instructor left out 1 answer that reached us late." in after


def test_result_page_keeps_a_new_score_back_with_the_score(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    staffed.save_late(attempt_id, {1: ("1",)})
    staffed.staff.post(f"/teach/quizzes/{quiz_id}/late/{attempt_id}/1/accept")
    page = words(staffed.student.get(f"/attempts/{attempt_id}/result"))
    assert "1 answer that reached us late was accepted." in page
    assert "went from" not in page
