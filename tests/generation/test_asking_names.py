"""Questions whose answer is a name."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.asking.asking_names import propose
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.short_answer import ShortAnswer
from tests.generation.asked import ask, findings_of, key_of, stems
from tests.generation.builders import make_article

PEOPLE = " Paul Roe came. Anna Lund left. Peter Voss and Emma Dahl stayed."


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Maria Kern sold the old mill in 1950.", "Who sold the old mill in 1950?"),
        ("In 1950, Maria Kern sold the old mill.", "In 1950, who sold the old mill?"),
        (
            "Maria Kern, a baker from Oslo, sold the old mill in 1950.",
            "Who sold the old mill in 1950?",
        ),
        ("Maria Kern bought a mill. She sold the mill in 1950.", "Who sold the mill in 1950?"),
        (
            "Mayor Maria Kern quickly sold the old mill, which was damp.",
            "Who quickly sold the old mill?",
        ),
        (
            "Norway sold ninety old ships to islanders.",
            "Which country sold ninety old ships to islanders?",
        ),
        (
            "The Kern Institute asked 900 people about mills.",
            "Which institution asked 900 people about mills?",
        ),
        (
            "The old mill was built in 1824 by the engineer Maria Kern.",
            "Who built the old mill?",
        ),
        (
            "The harbor plan was worked out by Maria Kern in a night.",
            "Who worked out the harbor plan in a night?",
        ),
        (
            "They took the Otter, built by Maria Kern, and left. The Otter sank.",
            "Who built the Otter?",
        ),
        (
            "Maria Kern, who sold the mill in 1950, died.",
            "Who sold the mill in 1950?",
        ),
        (
            "Maria Kern, the owner of two mills, died.",
            "Who is described as the owner of two mills?",
        ),
        ("They asked the old baker Maria Kern.", "Who is described as an old baker?"),
        (
            "The Kern Institute closed. Its director, Maria Kern, left.",
            "Who is described as the Kern Institute's director?",
        ),
        (
            "They asked Chief Executive Officer Maria Kern.",
            "Who is described as the chief executive officer?",
        ),
        (
            "It reached Odby, a village in Norway.",
            "Which place is described as a village in Norway?",
        ),
        ("Maria Kern founded the old mill in May 1950.", "Who founded the old mill?"),
        ("Head baker Dr. Maria Kern sold the old mill.", "Who sold the old mill?"),
        (
            "A museum named Otter, built of wood, opened in a nice park.",
            "Which museum opened in a nice park?",
        ),
        (
            "A museum named Otter, built of the oldest wood, opened.",
            "Which museum was built of the oldest wood?",
        ),
        (
            "They saw Sorna Island, which rose from a cold sea in 1950.",
            "Which island rose from a cold sea in 1950?",
        ),
        (
            "They asked Maria Kern, whose mill covers the old town.",
            "Whose mill covers the old town?",
        ),
        ('Maria Kern, whom her men called "The Mole," left.', 'Who was nicknamed "The Mole"?'),
        (
            "The farm minister, Maria Kern, left.",
            "Who is described as the farm minister?",
        ),
        (
            "The officer on duty, Maria Kern, left.",
            "Who is described as the officer on duty?",
        ),
        (
            "The mill's owner, retired Army Capt. Maria Kern, left.",
            "Who is described as the mill's owner?",
        ),
        (
            "The league's main sponsor, the airline Nimbus, failed.",
            "Which airline is described as the league's main sponsor?",
        ),
        (
            "Maria Kern, a baker who sold mills, died.",
            "Who is described as a baker who sold mills?",
        ),
        (
            "Maria Kern, a former baker, died.",
            "Who is described as a former baker?",
        ),
    ],
)
def test_a_name_is_asked_for(text: str, stem: str) -> None:
    assert stem in stems(propose, text)


@pytest.mark.parametrize(
    "text",
    [
        "Maria Kern left.",
        "Maria Kern and Paul Roe sold the old mill in 1950.",
        "Maria Kern didn't sell the old mill in 1950.",
        "Maria Kern sold this old mill in 1950.",
        "The owner of Maria Kern Mills sold two ships.",
        "We asked Maria Kern about the old mill.",
        "Paul Roe told Maria Kern that she owned it.",
        "They asked President Maria Kern and President Paul Roe.",
        "The mill was near Maria Kern's house.",
        "They asked Mrs Kern about old mills.",
        "Odby is far from Kolby, a trip of two hours.",
        "It shares a border with Norway, the longest land border in the world.",
        "It was sent to Paul Roe at Odby, the most powerful astronomer in Norway.",
        "The mill was founded in Odby in 1948 by the brothers Paul and Otto Roe.",
        "It bought Kern and Otto Roe, who made clogs and later boots.",
        "It paid for the takeover of Kern Foods, which was completed in 1950.",
        "They closed a hospital at Sorna Island, which had admitted 1,457 sailors.",
        "A chemist at the University of Odby, praised the old trial for its size, she said.",
        "On long walks through Odby, her father told her about old mills.",
        "It was founded by Norway, a state in the north with Sweden, Oslo and Kolby.",
    ],
)
def test_no_question_where_it_would_not_stand_alone(text: str) -> None:
    assert stems(propose, text) == []


def test_others_of_the_kind_are_the_options() -> None:
    (found,) = [
        each
        for each in ask(propose, "Maria Kern sold the old mill in 1950." + PEOPLE)
        if each.stem == "Who sold the old mill in 1950?"
    ]
    assert isinstance(found.body, MultipleChoice)
    assert {option.text for option in found.body.options} <= {
        "Maria Kern", "Paul Roe", "Anna Lund", "Peter Voss", "Emma Dahl",
    }  # fmt: skip
    assert len(found.body.options) == 4


def test_another_word_for_the_same_kingdom_is_no_option() -> None:
    others = " Oslo lies in Norway. They left Chile. They left Peru. The United Kingdom grew."
    found = ask(propose, "Britain closed the old mill in 1950 for good." + others)
    options = {
        o.text for each in found if isinstance(each.body, MultipleChoice) for o in each.body.options
    }
    assert "Britain" in options
    assert "United Kingdom" not in options


def test_with_too_few_others_the_answer_is_written_and_a_surname_is_enough() -> None:
    (found,) = ask(propose, "Maria Kern sold the old mill in 1950. Kern was happy.")
    assert isinstance(found.body, ShortAnswer)
    assert found.body.grade(("Kern",)).fraction == 1
    assert found.body.grade(("Maria Kerm",)).fraction == 1
    assert found.body.grade(("Maria",)).fraction == 0


def test_whoever_is_named_in_the_same_sentence_is_no_option() -> None:
    text = "Maria Kern sold Anna Lund an old mill in 1950." + PEOPLE + " Karl Berg slept."
    options = [
        option.text
        for each in ask(propose, text)
        if isinstance(each.body, MultipleChoice) and each.stem.startswith("Who sold")
        for option in each.body.options
    ]
    assert options
    assert "Anna Lund" not in options


def test_evidence_of_a_pronoun_is_followed_by_the_sentence_with_the_name() -> None:
    (found,) = ask(propose, "Maria Kern owned mills. She sold the last mill in 1950.")
    assert found.quotes == ("She sold the last mill in 1950.", "Maria Kern owned mills.")
    assert found.answer == ""


def test_the_answer_stands_in_the_evidence() -> None:
    text = "Maria Kern owned mills. Kern sold the last mill in 1950."
    (found,) = [each for each in ask(propose, text) if "1950" in each.stem]
    assert (found.answer, key_of(found)) == ("Kern", "Maria Kern")


def test_a_description_that_fits_two_asks_for_neither() -> None:
    text = "Maria Kern, a baker from Oslo, left. Paul Roe, a baker from Oslo, came."
    assert not any("described" in stem for stem in stems(propose, text))


words = st.sampled_from(
    [
        "Maria Kern", "Paul Roe", "Norway", "the Kern Institute", "sold", "was built by",
        "the mill", ", a baker from Oslo,", "in 1950", ".", "She", "who", "and", '"', "its",
    ]
)  # fmt: skip


@given(st.lists(words, max_size=30).map(" ".join))
def test_no_stem_holds_its_key_and_no_option_is_another_form_of_it(text: str) -> None:
    for each in ask(propose, text):
        key = each.fact.partition(":")[2]
        assert key not in each.stem
        if isinstance(each.body, MultipleChoice):
            wrong = [option.text for option in each.body.options if not option.correct]
            assert not any(set(key.split()) & set(text.split()) for text in wrong)


@given(st.lists(words, max_size=30).map(" ".join))
def test_every_quote_stands_in_the_article(text: str) -> None:
    for each in ask(propose, text):
        assert all(quote in text for quote in each.quotes)
        assert each.answer in each.quotes[0]


def test_the_same_draw_gives_the_same_questions() -> None:
    findings = findings_of(make_article("Maria Kern sold the old mill in 1950." + PEOPLE))
    assert list(propose(findings, Random(3))) == list(propose(findings, Random(3)))


def test_what_an_article_is_about_is_no_more_than_twice_the_answer() -> None:
    verbs = ("sold", "bought", "closed", "opened", "painted", "repaired")
    text = "\n".join(f"The Kern Institute {verb} a wooden mill of {verb} oak." for verb in verbs)
    assert len(ask(propose, text)) == 2


def test_whoever_wrote_the_article_is_not_asked_for() -> None:
    article = make_article("By Maria Kern\n\nMaria Kern sold the old mill in 1950.")
    article = replace(article, sentences=article.sentences[1:])
    assert list(propose(findings_of(article), Random(1))) == []


def test_a_question_for_the_commonest_name_says_so() -> None:
    text = "Norway sold ninety old ships to islanders. " + "They went to Norway. " * 6
    assert {each.flags for each in ask(propose, text)} == {("common name",)}


def test_what_may_be_somebody_is_not_asked_for_by_what() -> None:
    assert stems(propose, "Ysolt Grimsel was the first to cross the old sound.") == []
