"""Parsed sentences become questions that people would ask."""

import subprocess
import sys
from random import Random

import pytest

from quizapp.generation.figures.finding import find_figures
from quizapp.generation.findings import Findings
from quizapp.generation.names.finding import find_names
from quizapp.generation.parser_tier.asking_parser import ask_figures, ask_names, propose
from quizapp.generation.proposals import Proposal
from quizapp.question_types.short_answer import ShortAnswer
from tests.generation.parsing import make_article, parser_or_skip, read, stems

PEOPLE = ("founder", "carl", "ida", "otto")


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("weavers", "About how many weavers did the Lindholm mill employ until 1931?"),
        ("weavers", "Until which year did the Lindholm mill employ about 240 weavers?"),
        ("sale", "When did Nora Lindqvist sell the mill to a baker for $12,000?"),
        ("sale", "For how much did Nora Lindqvist sell the mill to a baker in May 1931?"),
        (
            "bicycles",
            "According to the ministry, what percentage of households own a bicycle?",
        ),
        ("bridge", "In which year was the bridge opened?"),
        ("output", "By what percentage did output rise?"),
        ("tower", "How many meters high is the tower?"),
        ("repairs", "According to the council, about how much would repairs cost?"),
        ("profits", "To how much did profits rise?"),
        ("launch", "How many people does the launch carry?"),
        ("list", "In which year was the report published?"),
        ("distance", "To how many miles did the average distance grow?"),
        ("bring", "What percentage of the income do tickets bring in?"),
        ("hoped", "How many tickets did the mill hope to sell?"),
        ("seats", "How many of the 87 seats does the party hold?"),
        ("aged", "Since when has Nora Lindqvist led the mill?"),
        ("spotted", "In what percentage of cases was the program right?"),
        ("worth", "How much was the firm worth at its peak?"),
        ("oberg", "In which year did Clara Oberg found a club?"),
        ("gallons", "About how many gallons a day does the spring give?"),
        ("dollar", "How much did Clara and Otto receive each?"),
        ("said", "According to the minister, how much would the tax bring in?"),
    ],
)
def test_a_figure_is_asked_for_as_a_person_would(name: str, asked: str) -> None:
    assert asked in stems(ask_figures(read(name)))


def test_no_preposition_is_lost() -> None:
    assert not [
        stem for stem in stems(ask_figures(read("span"))) if stem.startswith("How many years")
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("earlier", "ten years earlier than what?"),
        ("move", "who moved?"),
        ("quoted", "it is somebody's own words"),
        ("question", "it is a question"),
        ("language", "this year is another one tomorrow"),
        ("early", "early September isn't September"),
        ("put", "put them on which list?"),
        ("took", "nothing is meant by it"),
        ("lasted", "nothing took so long but the wait"),
        ("counted", "two years after what?"),
        ("vote", "54 percent of the votes, to 46"),
        ("plant", "was it the plant that opened, or Lisbon?"),
        ("wobble", "the wobble takes so long, not the top"),
        ("recurs", "it doesn't say how long"),
        ("two-years", "in both of them"),
        ("trust", "the schools receive nothing"),
        ("widow", "she may have boiled it alone"),
        ("torn", "the parser takes the founder for the firm"),
        ("dismissed", "it wasn't she who dismissed"),
    ],
)
def test_what_leans_on_something_else_is_not_asked(name: str, why: str) -> None:
    assert not stems(ask_figures(read(name))), why


def test_a_name_is_asked_for_by_who() -> None:
    asked = stems(ask_names(read(*PEOPLE)))
    assert "Who founded the Lindholm Institute?" in asked


def test_whose_clause_follows_is_the_person_not_the_bank() -> None:
    asked = {found.stem: found.answer for found in ask_names(read("banque"))}
    assert "Fjord Bank" not in asked.values()


def test_whoever_paid_was_not_paid() -> None:
    assert not any("was paid" in stem for stem in stems(ask_names(read("paid"))))


def test_nobody_is_he() -> None:
    assert stems(ask_figures(read("nobody", "resigned"))) == []


def test_a_people_keeps_its_capital() -> None:
    article = read("danish")
    said = article.wording.say(article.parsed[0], article.parsed[0].tokens[:3])
    assert said == "Danish patrol boats"


def test_of_two_verbs_that_may_have_two_subjects_the_second_is_not_asked_with() -> None:
    assert stems(ask_figures(read("troops"))) == ["In which year did the troops arrive?"]


def test_a_subject_that_the_verb_does_not_fit_is_not_asked_with() -> None:
    assert not any("moved to accounts" in stem for stem in stems(ask_names(read("mediators"))))


def test_a_passive_is_turned() -> None:
    asked = stems(ask_names(read("bridge", *PEOPLE)))
    assert "Who designed the bridge?" in asked


def test_a_pronoun_gives_way_to_its_name() -> None:
    asked = stems(ask_figures(read("founder", "move")))
    assert "In which year did Nora Lindqvist move to Lisbon?" in asked


def test_without_three_others_of_its_kind_a_persons_name_is_written() -> None:
    bodies = [found.body for found in ask_names(read("founder", "carl"))]
    assert bodies
    assert all(isinstance(body, ShortAnswer) for body in bodies)


def test_the_author_is_not_asked_for() -> None:
    article = read(*PEOPLE)
    object.__setattr__(article.findings.article, "author", "Carl Berger")
    assert "Who led the survey?" not in stems(ask_names(article))


def proposals_of(*sentences: str) -> list[Proposal]:
    """By the parser that is installed."""
    article = make_article(*sentences)
    findings = Findings(article, find_figures(article), find_names(article))
    return list(propose(findings, parser_or_skip().parse(article), Random(1)))


def test_every_proposal_says_what_it_rests_on() -> None:
    sentences = (
        "Nora Lindqvist sold the mill in May 1931 for $12,000 because the river had moved.",
        "About 60 percent of the weavers left the town in 1932.",
    )
    found = proposals_of(*sentences)
    assert found
    for proposal in found:
        assert proposal.quotes[0] == sentences[proposal.sentence]
        assert proposal.answer in proposal.quotes[0]
        assert proposal.tier == "parser"


def test_a_stem_never_says_its_key() -> None:
    for proposal in proposals_of(
        "Nora Lindqvist sold the mill in May 1931 for $12,000.",
        "The launch, which carries six people, entered service in 2023.",
        "Profits rose 3.2 percent to $40 million in 2021.",
    ):
        assert proposal.answer
        assert proposal.answer not in proposal.stem


def test_asking_twice_gives_the_same() -> None:
    sentences = ("Profits rose 3.2 percent to $40 million in 2021.",) * 2
    assert proposals_of(*sentences) == proposals_of(*sentences)


def test_without_spacy_a_bank_is_drafted_all_the_same() -> None:
    script = (
        "import sys\n"
        "sys.modules['spacy'] = None\n"
        "from quizapp.generation.generator import Wishes, draft_bank\n"
        "from quizapp.generation.reading.reader import read_article\n"
        "text = open(sys.argv[1], 'rb').read()\n"
        "draft = draft_bank(read_article(text), 'draft', Wishes())\n"
        "print(len(draft.bank.questions), *draft.notices)\n"
    )
    article = "tests/generation/articles/night-ferry.txt"
    done = subprocess.run(
        [sys.executable, "-c", script, article], capture_output=True, text=True, check=True
    )
    count, notice = done.stdout.split(" ", 1)
    assert int(count) >= 12
    assert notice.startswith("No parser is installed here")


def test_a_verb_of_three_words_stays_together() -> None:
    asked = stems(ask_figures(read("ideas")))
    assert asked == [
        "The club came up with how many ideas in 2021?",
        "In which year did the club come up with 600 ideas?",
    ]


def test_a_phrase_with_a_clause_is_not_fronted() -> None:
    asked = stems(ask_figures(read("nested")))
    assert "By 2023, traffic had grown to what percentage of what it had been in 1950?" in asked
    assert not [stem for stem in asked if stem.startswith("To what")]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("after", "The wardens look after how many miles of path?"),
        ("without", "The county does without how many buses?"),
        ("gap", "The firm sells a lamp that Otto Vance designed in which year?"),
    ],
)
def test_what_cannot_be_turned_is_asked_in_its_place(name: str, asked: str) -> None:
    found = list(ask_figures(read(name)))
    assert stems(found) == [asked]
    assert found[0].flags == ("in place",)


OFTEN = (
    "Nora Lindqvist slept well.",
    "Everybody in the town knew Nora Lindqvist.",
    "The paper wrote about Nora Lindqvist.",
    "Nobody liked Nora Lindqvist.",
    "The mill belonged to Nora Lindqvist.",
)


@pytest.mark.parametrize(
    ("others", "told", "is_asked"),
    [
        ((), "founded the mill", True),
        (OFTEN, "founded the mill", False),
        (OFTEN, "founded the mill in 1931", True),
        (OFTEN, "founded the oldest mill in Lisbon", True),
    ],
)
def test_a_question_for_the_commonest_name_says_much(
    others: tuple[str, ...], told: str, *, is_asked: bool
) -> None:
    asked = stems(proposals_of(*others, f"Nora Lindqvist {told}."))
    assert (f"Who {told}?" in asked) is is_asked
