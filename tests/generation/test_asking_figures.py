"""What is asked about the figures and dates of an article."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.generation.article import Article
from quizapp.generation.asking.asking_figures import propose
from quizapp.generation.choosing.gate import sieve
from quizapp.generation.figures.finding import find_figures
from quizapp.generation.findings import Findings
from quizapp.generation.names.finding import find_names
from quizapp.generation.proposals import Proposal
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.numerical import Numerical
from quizapp.question_types.true_false import TrueFalse
from tests.generation.builders import make_article, make_sentence_article

TEXT = """\
The Norbury Harbor Trust runs the old port of Norbury.
The Norbury Harbor Trust owns four ferries and 26 cranes.
In 1999, the Norbury Harbor Trust signed a contract with Denmark.
The new pier was opened on April 6, 2004.
According to a survey of May 2019, 5 percent of sailors favored a bridge,\
 while 62 percent feared it.
Some 200 Danish sailors joined the strike of 2011.
The strike lasted for six weeks and cost about $3.5 million.
The port received over 12,000 tons of coal from Chile in 2018. The pier is 692 feet long.
Between 4,000 and 6,000 visitors see the harbor in August.
"""


def proposals_of(text: str, seed: int = 1) -> list[Proposal]:
    article = make_article(text)
    return list(propose(findings_of(article), Random(seed)))


def findings_of(article: Article) -> Findings:
    return Findings(article, find_figures(article), find_names(article))


def stems_of(text: str) -> set[str]:
    return {each.stem for each in proposals_of(text) if each.form == "question"}


def test_real_questions_are_asked() -> None:
    assert stems_of(TEXT) >= {
        "In which year did the Norbury Harbor Trust sign a contract with Denmark?",
        "On which date was the new pier opened?",
        "According to a survey of May 2019, what percentage of sailors favored a bridge?",
        "About how many Danish sailors joined the strike of 2011?",
        "About how many tons of coal did the port receive from Chile in 2018?",
        "How many feet long is the pier?",
        "How many visitors see the harbor in August?",
    }


def test_every_type_is_proposed() -> None:
    types = {type(each.body) for each in proposals_of(TEXT)}
    assert types == {MultipleChoice, Numerical, TrueFalse}


def test_same_seed_gives_the_same() -> None:
    assert proposals_of(TEXT, 4) == proposals_of(TEXT, 4)


@pytest.mark.parametrize("seed", range(12))
def test_evidence_holds_the_answer_and_the_key_is_the_figure(seed: int) -> None:
    for each in proposals_of(TEXT, seed):
        assert each.quotes[0] in TEXT
        assert each.answer in each.quotes[0]
        assert each.explanation
        if isinstance(each.body, MultipleChoice):
            (key,) = [option.text for option in each.body.options if option.correct]
            assert key in each.quotes[0]
            assert all(option.text.lower() not in each.stem.lower() for option in each.body.options)


@pytest.mark.parametrize("seed", range(12))
def test_true_statements_are_said_and_false_ones_are_not(seed: int) -> None:
    for each in proposals_of(TEXT, seed):
        if isinstance(each.body, TrueFalse):
            assert (each.stem == each.explanation) is each.body.truth


def test_half_of_the_statements_are_true() -> None:
    truths = [
        each.body.truth
        for seed in range(40)
        for each in proposals_of(TEXT, seed)
        if isinstance(each.body, TrueFalse)
    ]
    assert 0.4 < sum(truths) / len(truths) < 0.6


def test_rough_figures_may_be_missed_a_little() -> None:
    sources = {
        each.fact.partition(":")[2]: each.body.accepted.values[0].source
        for each in proposals_of(TEXT)
        if isinstance(each.body, Numerical)
    }
    assert sources["12,000 tons"] == "12,000 +- 5%"
    assert sources["692 feet"] == "692"
    assert sources["1999"] == "1999"


def test_round_words_are_not_asked_for_in_digits() -> None:
    bodies = [each.body for each in proposals_of("The port employs a dozen sailors.")]
    assert not any(isinstance(body, Numerical) for body in bodies)


def test_nearly_all_of_it_passes_the_gate() -> None:
    article = make_article(TEXT)
    found = proposals_of(TEXT)
    assert len(sieve(found, article).passed) >= 0.85 * len(found)


LEANING = [
    "They sold 40 boats in May.",
    "Two years later, it had 40 boats.",
    "The former has 40 boats.",
    "Last week, we bought 40 boats.",
    "This took six months.",
    "Removing it costs $4 million.",
    "Solar farms supply 28 percent.",
    "The second took 5 milligrams of salt a day.",
    "The first, of 424 people, walked for 45 minutes.",
    "Almost two years after the mill began its trial.",
    "On the third, 45 people stayed in the hall.",
    "The ships carried 71 passengers.",
    "The other two lost 18 men in the storm.",
    'The mayor said: "I have 40 boats."',
]


@pytest.mark.parametrize("sentence", LEANING)
def test_what_cannot_stand_alone_is_not_asked(sentence: str) -> None:
    assert proposals_of(sentence) == []


def test_a_bare_share_is_that_of_the_poll() -> None:
    text = (
        "According to the poll, 63 percent of sailors favor a bridge. Nine percent fear the cost."
    )
    assert "According to the poll, what percentage fear the cost?" in stems_of(text)


def test_a_bound_has_no_wrong_options_beyond_it() -> None:
    bodies = [each.body for each in proposals_of("The port holds up to 400 boats.")]
    assert bodies
    assert not any(isinstance(body, MultipleChoice) for body in bodies)


WORDS = (
    "the mill which had sold 12 boats , and ( ) 40 percent of its In 1999 , - $3 million to "
    "between 4 5 tons was According said that who about over they Norbury 's \" ; : because . of"
)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=40), st.integers(0, 3))
def test_whatever_the_words_are_something_comes_out(words: list[str], seed: int) -> None:
    article = make_sentence_article(" ".join(["The", *words, "2", "boats."]))
    for each in propose(findings_of(article), Random(seed)):
        assert each.stem
        assert each.answer in article.text


def test_one_huge_sentence_is_left_alone() -> None:
    assert proposals_of("The port has " + "12 boats, 13 piers - " * 20_000 + "and 5 cranes.") == []
