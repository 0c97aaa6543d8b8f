"""Which questions are kept of all that pass."""

from collections import Counter
from dataclasses import replace

from quizapp.generation.asking.bodies import written
from quizapp.generation.choosing.gate import sieve
from quizapp.generation.choosing.ranking import choose
from quizapp.generation.proposals import Proposal
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


def test_a_sentence_bears_three_questions_and_two_names() -> None:
    stems = [
        "Who led it?",
        "Which person led them?",
        "What was her name then?",
        "Whose work was it?",
    ]
    body = options("Maud Ellery", "Ivo Stern", "Ana Ruiz", "Jo Poe")
    names = [propose(5, stem=stem, body=body, fact=stem, topic="name") for stem in stems]
    assert len(chosen(*names)) == 2
    figures = [replace(each, topic="figure", fact=f"{each.fact} figure") for each in names]
    assert len(chosen(*names, *figures)) == 3


def test_of_two_questions_that_tell_each_others_keys_one_is_kept() -> None:
    wrong = ("Ivo Stern", "Ana Ruiz", "Jo Poe")
    key = options("Maud Ellery", *wrong)
    body = options("the council", "the church", "the lottery", "the bank")
    who = propose(5, stem="Who led the council at the time?", body=key, fact="who", topic="name")
    answer = "the council"
    what = propose(5, stem="What did Maud Ellery lead?", body=body, fact="what", topic="name")
    what, number = replace(what, answer=answer), replace(what, answer=answer, topic="figure")
    other = replace(what, stem="What was led at the time?")
    assert len(chosen(who, what)) == len(chosen(who, number)) == 1
    assert len(chosen(who, other)) == 2


def test_a_gap_among_options_goes_before_one_to_be_written() -> None:
    gap = propose(5, stem="____ led the council of the town.", form="blank", topic="name")
    typed = replace(gap, body=written(("Maud Ellery",)), fact="typed")
    assert chosen(typed, gap, count=1) == [gap]


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


def test_a_second_name_of_a_sentence_stands_behind_the_first_of_another() -> None:
    wrong = ("Ivo Stern", "Ana Ruiz", "Jo Poe")
    key = options("Maud Ellery", *wrong)
    first = propose(5, stem="Who led the council at the time?", body=key, fact="a", topic="name")
    second = propose(5, stem="Whose council was that of Larkfield?", fact="b", topic="name")
    elsewhere = propose(3, stem="Who paid for most of the repair?", fact="c", topic="name")
    second, elsewhere = replace(second, body=key), replace(elsewhere, body=key, answer="lottery")
    kept = chosen(first, second, elsewhere, count=2)
    assert {each.fact for each in kept} == {"a", "c"}
