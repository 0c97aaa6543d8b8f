"""Tests of the answer log and of checking receipts."""

from flask import Flask

from quizapp.attempts import service as attempts
from quizapp.clock import utc_now
from tests.attempts.builders import given
from tests.attempts.student import run_out, words
from tests.supervision.staffed import MINUTE, Staffed


def test_log_shows_everything_that_arrived_newest_last(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    for value in ("0", "1"):
        attempts.save_responses(staffed.student.id, attempt_id, given({1: (value,)}), utc_now())
    staffed.save_late(attempt_id, {2: ("0",)})
    page = staffed.see(f"/teach/quizzes/{quiz_id}/log/{attempt_id}")
    assert [page.index(text) for text in ("A First", "B Second", "A Third")] == sorted(
        page.index(text) for text in ("A First", "B Second", "A Third")
    )
    assert page.count("save 1 of the page's form") == 1
    assert "late" in page


def test_receipt_is_found_however_it_is_typed(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    receipt = attempts.submit(staffed.student.id, attempt_id, utc_now())
    typed = receipt.lower().replace("-", "%20")
    page = staffed.see(f"/quizzes/{quiz_id}/receipts?code={typed}")
    assert f"Receipt {receipt} is genuine." in page
    assert "Student Ada Obi" in page


def test_receipt_that_fits_no_more_is_told_from_a_wrong_one(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    receipt = attempts.submit(staffed.student.id, attempt_id, utc_now())
    run_out(attempt_id, MINUTE)  # somebody tampers with the times
    assert "doesn't fit what is stored now" in staffed.see(
        f"/quizzes/{quiz_id}/receipts?code={receipt}"
    )


def test_wrong_receipt_is_refused_clearly(staffed: Staffed) -> None:
    quiz_id, _ = staffed.begin()
    page = staffed.see(f"/quizzes/{quiz_id}/receipts?code=AAAA-BBBB")
    assert "No: AAAA-BBBB is no receipt of this quiz." in page


def test_student_can_check_only_their_own_receipt(app: Flask, staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    receipt = attempts.submit(staffed.student.id, attempt_id, utc_now())
    classmate = Staffed.join(app, staffed.student.course, "student")
    address = f"/quizzes/{quiz_id}/receipts?code={receipt}"
    pages = [words(client.get(address).text) for client in (staffed.student.client, classmate)]
    assert ["is genuine" in page for page in pages] == [True, False]
    assert "is no receipt of yours" in pages[1]
