"""The questions of a round, their order, and what counts as missed."""

from datetime import timedelta

import pytest
from flask import Flask

from quizapp.attempts import service as attempts
from quizapp.attempts.answers import Given
from quizapp.practice import queries, service
from quizapp.practice.rounds import Round, find_round, missed_questions, shown_order
from quizapp.practice.service import Checked, Scope
from quizapp.quizzes import service as quizzes
from quizapp.quizzes.models import Quiz
from tests.attempts.builders import AS_WRITTEN, NINE_TYPES, load, make_quiz, make_student
from tests.factories import NOON, make_course
from tests.practice.practicing import FIVE

LONG = "---\ntitle: Long\n---\n" + "".join(
    f"\n## Question {number}?\n`id: q{number}`\n\n- (x) a) A\n- ( ) b) B\n- ( ) c) C\n- ( ) d) D\n"
    for number in range(12)
)


class Person:
    """A student who has submitted these answers to a quiz."""

    def __init__(
        self, text: str, answers: dict[int, tuple[str, ...]] | None = None, **settings: object
    ) -> None:
        course = make_course()
        self.quiz: Quiz = make_quiz(course, text, **settings)
        self.user = make_student(course)
        self.scope = Scope(self.quiz.id)
        attempt_id = attempts.start(self.user.id, self.quiz.id, NOON)
        given = {number: Given(values) for number, values in (answers or {}).items()}
        attempts.save_responses(self.user.id, attempt_id, given, NOON)
        attempts.submit(self.user.id, attempt_id, NOON)

    def practice(self) -> queries.Practice:
        return queries.find_practice(self.user, self.scope.quiz_id, NOON)

    def round(self, *, only_missed: bool = False) -> Round:
        return find_round(self.practice(), only_missed=only_missed)

    def check(self, *values: str) -> None:
        service.check(self.user, self.scope, Checked(self.round().number, values), NOON)

    def skip(self) -> None:
        service.skip(self.user, self.scope, self.round().number, NOON)

    def start_over(self) -> None:
        service.start_over(self.user, self.scope, self.round().number, NOON)


@pytest.fixture
def person(app: Flask) -> Person:
    return Person(LONG)


def test_a_round_has_every_question_in_an_order_of_its_own(person: Person) -> None:
    order = person.round().order
    assert sorted(order) == list(range(1, 13))
    assert list(order) != sorted(order)


def test_the_order_stays_as_the_round_goes_on(person: Person) -> None:
    before = person.round().order
    person.skip()
    assert person.round().order == before


def test_starting_over_brings_another_order(person: Person) -> None:
    before = person.round().order
    person.skip()
    person.start_over()
    assert person.round().order != before


def test_a_quiz_that_keeps_its_order_is_practiced_in_it(app: Flask) -> None:
    assert Person(LONG, **AS_WRITTEN).round().order == tuple(range(1, 13))


def test_options_come_in_another_order_when_a_question_returns(person: Person) -> None:
    practice, played = person.practice(), person.round()
    slot = played.slots[1]
    assert len({shown_order(practice, slot, number) for number in range(1, 9)}) > 1


def test_the_answer_is_read_as_it_was_shown(person: Person) -> None:
    played = person.round()
    assert played.next is not None
    order = shown_order(played.practice, played.next, played.number)
    person.check(str(order.index("a")))
    assert person.round().figures.right_first == 1


def test_a_quiz_that_drew_some_questions_is_practiced_with_all(app: Flask) -> None:
    person = Person(LONG, draw={0: 3}, closes_at=NOON + timedelta(hours=1))
    assert len(person.round().order) == 12


def test_starting_over_with_nothing_done_adds_nothing(person: Person) -> None:
    person.start_over()
    assert person.round().number == 1


def test_a_new_version_is_a_round_of_its_own(app: Flask) -> None:
    course = make_course()
    quiz = make_quiz(course, FIVE, closes_at=NOON)
    user, scope = make_student(course), Scope(quiz.id)
    service.skip(user, scope, 1, NOON)
    quizzes.publish(scope.quiz_id, load(FIVE.replace("one?", "first?")), NOON)
    practice = queries.find_practice(user, scope.quiz_id, NOON)
    assert (practice.version, find_round(practice, only_missed=False).steps) == (2, ())


def test_missed_are_those_without_full_points(app: Flask) -> None:
    answers = {1: ("1",), 2: ("0",), 3: ("true",), 7: ("An essay.",)}
    person = Person(NINE_TYPES, answers, **AS_WRITTEN)
    missed = missed_questions(person.practice())
    assert missed == {"several", "truth", "number", "short", "gaps", "pairs", "order"}


def test_an_essay_without_a_text_was_missed(app: Flask) -> None:
    assert "essay" in missed_questions(Person(NINE_TYPES, **AS_WRITTEN).practice())


def test_missed_questions_of_an_older_version_are_found_by_their_ids(app: Flask) -> None:
    person = Person(FIVE, {1: ("1",), 2: ("1",)}, **AS_WRITTEN)
    quiz_id = person.quiz.id
    quizzes.publish(quiz_id, load(FIVE.replace("\n## Question one?", "\n## Reworded?")), NOON)
    played = person.round(only_missed=True)
    assert [played.slots[slot].question.id for slot in played.order] == ["three", "four", "five"]


def test_a_partly_right_answer_is_missed(app: Flask) -> None:
    person = Person(NINE_TYPES, **AS_WRITTEN)
    person.skip()
    person.check("0")
    assert person.round().figures.right_first == 0
