"""Tests of the taking page, as a browser without scripts uses it."""

import re

import pytest

from quizapp.quizzes.rules import Paging
from tests.attempts.builders import (
    AS_WRITTEN,
    NINE_TYPES,
    get_attempt,
    selects,
    statements,
    stored_answers,
)
from tests.attempts.forms_of import Form
from tests.attempts.student import MINUTE, Student, words


def fill_in_all_nine(form: Form) -> None:
    """Answer NINE_TYPES as written; 12 of the 14 points that need no marking, 5 to be marked."""
    form.choose(1, "1")
    form.choose(2, "0", "1")
    form.choose(3, "false")
    form.fill(4, "73,519")
    form.fill(5, " ZQXJLeader")
    form.fill(6, "ZqXjgap", "2")
    form.fill(7, "It is <b>so</b>.\r\nBecause.")
    form.fill(8, "0", "2")
    form.fill(9, "1", "2", "3", "4")


def test_quiz_of_all_nine_types_is_taken_with_scripts_off(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES, **AS_WRITTEN))
    form = student.questions(attempt_id)
    fill_in_all_nine(form)
    assert form.send(student.client, "check").location == f"/attempts/{attempt_id}/check"
    page = words(student.submit(attempt_id))
    order = get_attempt(attempt_id).layout[8]["order"]
    kept = sum(order.index(b) - order.index(a) == 1 for a, b in ("ab", "bc", "cd"))
    assert f"{11 + kept} of 14 so far, 5 points to be marked" in page


def test_page_served_after_saving_sends_the_same_answers_again(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES))
    form = student.questions(attempt_id)
    fill_in_all_nine_shuffled(form)
    form.send(student.client, "")
    before = stored_answers(attempt_id)
    again = student.questions(attempt_id)
    assert sorted(again.entries()) == sorted(form.entries())
    again.send(student.client, "")
    assert (stored_answers(attempt_id), get_attempt(attempt_id).revision) == (before, 1)


def fill_in_all_nine_shuffled(form: Form) -> None:
    """Something in every question, whatever its type."""
    for number in range(1, 10):
        fields = [control for control in form.controls if control.name == form.prefix(number)]
        if fields[0].kind in ("radio", "checkbox"):
            form.choose(number, fields[0].value)
            continue
        form.fill(
            number,
            *(
                control.options[at + 1][0] if control.tag == "select" else "some text"
                for at, control in enumerate(fields)
            ),
        )


def test_field_names_are_of_this_attempt_only(student: Student) -> None:
    quiz_id = student.quiz(attempts_allowed=2)
    names = []
    for _ in range(2):
        attempt_id = student.start(quiz_id)
        names.append(set(student.questions(attempt_id).names()))
        student.submit(attempt_id)
    assert names[0] & names[1] <= {"csrf_token", "seen"}


def test_saving_stays_on_the_page_and_says_so(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    form = student.questions(attempt_id)
    form.choose(1, "0")
    response = form.send(student.client, "")
    page = student.get(response.location)
    assert (response.location, "Saved " in page, "1 of 2 answered)" in words(page)) == (
        f"/attempts/{attempt_id}",
        True,
        True,
    )


def test_map_marks_what_is_answered_and_to_revisit(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    form = student.questions(attempt_id)
    form.choose(1, "0")
    form.revisit(2)
    form.send(student.client, "")
    page = student.get(f"/attempts/{attempt_id}")
    _, _, entries = page.partition('<ol class="map">')
    assert re.findall(r'<li class="(.*?)">', entries)[:2] == ["done ", " flagged"]


def test_unchecked_question_is_cleared_when_its_page_is_sent(student: Student) -> None:
    attempt_id = student.start(student.quiz(**AS_WRITTEN))
    form = student.questions(attempt_id)
    form.choose(1, "0")
    form.send(student.client, "")
    form.choose(1)
    form.send(student.client, "")
    assert stored_answers(attempt_id) == {1: []}


def test_passage_stands_over_its_questions(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES, **AS_WRITTEN))
    page = words(student.get(f"/attempts/{attempt_id}"))
    assert "Questions 1 to 3 are about this passage. A passage that these questions share." in page


def test_deadline_stands_on_the_page(student: Student) -> None:
    attempt_id = student.start(student.quiz(time_limit=30 * MINUTE))
    assert "Finish by" in words(student.get(f"/attempts/{attempt_id}"))


def test_hints_do_not_show_in_quizzes(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES))
    assert "ZqXj-hint" not in student.get(f"/attempts/{attempt_id}") + student.submit(attempt_id)


def test_one_at_a_time_shows_one_question_and_moves_on_by_saving(student: Student) -> None:
    attempt_id = student.start(student.quiz(paging=Paging.ONE, **AS_WRITTEN))
    form = student.questions(attempt_id)
    form.choose(1, "1")
    assert form.send(student.client, "2").location == f"/attempts/{attempt_id}?q=2"
    second = student.questions(attempt_id, "?q=2")
    second.choose(2, "0")
    second.send(student.client, "check")
    assert stored_answers(attempt_id) == {1: ["b"], 2: ["a"]}


def test_one_at_a_time_leaves_alone_what_it_does_not_show(student: Student) -> None:
    attempt_id = student.start(student.quiz(paging=Paging.ONE, **AS_WRITTEN))
    form = student.questions(attempt_id)
    form.choose(1, "1")
    form.send(student.client, "2")
    student.questions(attempt_id, "?q=2").send(student.client, "1")
    assert stored_answers(attempt_id) == {1: ["b"]}


@pytest.mark.parametrize("query", ["?q=99", "?q=0", "?q=x", "?q=", "?q=-1"])
def test_question_that_is_not_there_is_answered_by_one_that_is(
    student: Student, query: str
) -> None:
    attempt_id = student.start(student.quiz(paging=Paging.ONE))
    assert "seen" in student.questions(attempt_id, query).names()


def test_taking_page_takes_three_selects(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES))
    with statements() as found:
        student.get(f"/attempts/{attempt_id}")
    assert (selects(found), len(found)) == (3, 3)


def test_one_at_a_time_sends_only_the_question_that_is_shown_without_scripts(
    student: Student,
) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES, paging=Paging.ONE, **AS_WRITTEN))
    form = student.questions(attempt_id, "?q=2")
    fields = [name for name in form.names() if name.startswith("q")]
    assert fields == [form.prefix(2), f"{form.prefix(2)}-revisit"]


def test_one_at_a_time_keeps_the_passage_over_each_of_its_questions(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES, paging=Paging.ONE, **AS_WRITTEN))
    page = re.sub(
        "<template>.*?</template>", "", student.get(f"/attempts/{attempt_id}?q=2"), flags=re.DOTALL
    )
    assert "Questions 1 to 3 are about this passage. A passage that these" in words(page)
    assert "Which planet is closest" not in page


def test_first_button_saves_and_stays_so_that_enter_submits_nothing(student: Student) -> None:
    for paging, value in ((Paging.ALL, ""), (Paging.ONE, "1"), (Paging.FIXED, "1")):
        attempt_id = student.start(student.quiz(paging=paging))
        assert student.questions(attempt_id).buttons[0] == ("go", value)


FIXED = {"paging": Paging.FIXED, **AS_WRITTEN}


def fix_and_answer_the_first(student: Student) -> str:
    """An attempt in a fixed order whose student has come to the second question."""
    attempt_id = student.start(student.quiz(**FIXED))
    form = student.questions(attempt_id)
    form.choose(1, "1")
    assert form.send(student.client, "2").location == f"/attempts/{attempt_id}?q=2"
    return attempt_id


def test_start_page_says_that_there_is_no_going_back(student: Student) -> None:
    sentence = "You can't go back to earlier questions."
    pages = [words(student.get(f"/quizzes/{student.quiz(paging=each)}")) for each in Paging]
    assert [sentence in page for page in pages] == [False, False, True]


def test_fixed_order_sends_nothing_of_the_other_questions(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES, **FIXED))
    page = student.get(f"/attempts/{attempt_id}")
    assert ("closest to the sun" in page, "Which are rocky" in page) == (True, False)


def test_fixed_order_turns_back_with_a_sentence(student: Student) -> None:
    attempt_id = fix_and_answer_the_first(student)
    page = words(student.get(f"/attempts/{attempt_id}?q=1"))
    assert "You can't go back to earlier questions. This is question 2, where you were." in page
    assert ("One?" in page, "Two?" in page) == (False, True)


def test_fixed_order_skips_nothing(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES, **FIXED))
    student.client.post(f"/attempts/{attempt_id}", data={"go": "3"})
    assert "?q=3" not in student.get(f"/attempts/{attempt_id}?q=3")
    assert get_attempt(attempt_id).furthest == 1


def test_fixed_order_stays_where_it_was_for_who_comes_again(student: Student) -> None:
    attempt_id = fix_and_answer_the_first(student)
    assert "Two?" in words(student.get(f"/attempts/{attempt_id}"))


def test_fixed_order_refuses_the_answer_to_an_earlier_question(student: Student) -> None:
    attempt_id = student.start(student.quiz(**FIXED))
    form = student.questions(attempt_id)
    form.choose(1, "1")
    form.send(student.client, "2")
    form.choose(1, "0")
    response = form.send(student.client, "2")
    assert (response.status_code, "You can&#39;t go back" in response.text) == (403, True)
    assert stored_answers(attempt_id) == {1: ["b"]}


def test_fixed_order_moves_once_however_often_the_button_is_pressed(student: Student) -> None:
    attempt_id = student.start(student.quiz(**FIXED))
    form = student.questions(attempt_id)
    form.choose(1, "1")
    replies = [form.send(student.client, "2").location for _ in range(2)]
    assert (replies, get_attempt(attempt_id).furthest) == ([f"/attempts/{attempt_id}?q=2"] * 2, 2)


def test_fixed_order_refuses_to_save_an_earlier_question_sent_by_a_script(
    student: Student,
) -> None:
    attempt_id = fix_and_answer_the_first(student)
    sent = {"answers": [{"slot": 1, "values": ["0"], "n": 1}], "revision": 1, "device": "a"}
    response = student.client.post(f"/attempts/{attempt_id}/responses", json=sent)
    assert (response.status_code, stored_answers(attempt_id)) == (403, {1: ["b"]})


def test_fixed_order_has_no_box_to_revisit_and_no_way_to_change(student: Student) -> None:
    attempt_id = fix_and_answer_the_first(student)
    taking = student.get(f"/attempts/{attempt_id}")
    check = words(student.get(f"/attempts/{attempt_id}/check"))
    assert ("revisit" in taking, "Second" in check, "Change" in check) == (False, True, False)


def test_fixed_order_ends_at_the_check_page(student: Student) -> None:
    attempt_id = fix_and_answer_the_first(student)
    form = student.questions(attempt_id)
    form.choose(2, "0")
    assert form.send(student.client, "check").location == f"/attempts/{attempt_id}/check"
    assert "Answered 2 of 2" in words(student.submit(attempt_id))
