"""Which questions are kept of all that pass."""

from collections import Counter

from quizapp.generation.gate import sieve
from quizapp.generation.proposals import Proposal
from quizapp.generation.ranking import choose
from tests.generation.proposing import article, options, propose, statement


def chosen(*proposals: Proposal, count: int = 60) -> list[Proposal]:
    text = article()
    sections = [sentence.section for sentence in text.sentences]
    kept, _ = choose(sieve(proposals, text).passed, sections, count)
    return [each.proposal for each in kept]


def test_a_fact_is_asked_once_and_as_a_question_rather_than_a_blank() -> None:
    blank = propose(0, stem="Larkfield closed its bridge to cars in the year ____.", form="blank")
    assert chosen(blank, propose(0)) == [propose(0)]


def test_of_two_alike_the_better_tier_is_kept() -> None:
    better = propose(0, tier="parser", fact="0:other")
    assert chosen(propose(0), better) == [better]


def test_stems_alike_are_asked_once() -> None:
    again = propose(0, stem="In which year did Larkfield close its bridge to the cars?", fact="x")
    assert len(chosen(propose(0), again)) == 1


def test_a_sentence_bears_three_questions_and_one_name() -> None:
    stems = [
        "Who led it?",
        "Which person led them?",
        "What was her name then?",
        "Whose work was it?",
    ]
    wrong = ("Ivo Stern", "Ana Ruiz", "Jo Poe")
    names = [
        propose(5, stem=stem, body=options("Maud Ellery", *wrong), fact=stem, topic=topic)
        for stem in stems
        for topic in ("name", "figure")
    ]
    kept = chosen(*names)
    assert len(kept) == 3
    assert sum(each.topic == "name" for each in kept) == 1


def test_a_sentence_bears_one_statement() -> None:
    both = [statement(4, truth=truth) for truth in (True, False)]
    assert len(chosen(*both)) == 1


def test_at_most_so_many_are_kept_as_were_asked_for() -> None:
    assert len(chosen(*(propose(at) for at in (0, 1, 3, 4, 5)), count=2)) == 2


def test_statements_are_half_true() -> None:
    pairs = [statement(at, truth=truth) for at in range(6) for truth in (True, True, False)]
    truths = Counter(each.body.key() for each in chosen(*pairs, count=4))
    assert truths == {("true",): 2, ("false",): 2}


def test_what_is_not_kept_says_why() -> None:
    text = article()
    passed = sieve([propose(0), propose(0, form="blank"), propose(1)], text).passed
    _, dropped = choose(passed, [sentence.section for sentence in text.sentences], 1)
    assert sorted(each.reason for each in dropped) == ["not-among-the-best", "same-fact"]


def test_the_best_of_every_type_comes_before_a_second_of_one() -> None:
    numbers = [propose(at) for at in (0, 1, 3, 5)]
    kept = chosen(*numbers, statement(4, truth=True), count=2)
    assert {each.body.name for each in kept} == {numbers[0].body.name, "true_false"}


def test_statements_that_are_nearly_all_true_are_left_out() -> None:
    every = [statement(at, truth=at == 0) for at in range(6)]
    truths = Counter(each.body.key() for each in chosen(*every))
    assert sum(truths.values()) <= 3


def test_a_bank_is_full_though_its_statements_may_not_tilt() -> None:
    every = [statement(at, truth=at < 3) for at in range(6)]
    truths = Counter(each.body.key() for each in chosen(*every))
    assert truths == {("true",): 3, ("false",): 3}
