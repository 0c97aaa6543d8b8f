"""Where a parser misreads a sentence, or a pronoun may mean something else, nothing is asked."""

from random import Random

import pytest

from quizapp.generation.figures.finding import find_figures
from quizapp.generation.findings import Findings
from quizapp.generation.names.finding import find_names
from quizapp.generation.parser_tier.asking_parser import propose
from quizapp.generation.parser_tier.parsed_article import ParsedArticle, read_parsed
from quizapp.generation.parser_tier.parser_reasons import find_reasons
from tests.generation.parsing import make_article, parse, stems


def findings_of(*sentences: str) -> Findings:
    article = make_article(*sentences)
    return Findings(article, find_figures(article), find_names(article))


def asked_about(*sentences: str) -> list[str]:
    """All that the parser tier asks about a paragraph."""
    return stems(propose(findings_of(*sentences), parse(*sentences), Random(1)))


def read_of(*sentences: str) -> ParsedArticle:
    return read_parsed(findings_of(*sentences), parse(*sentences), Random(1))


@pytest.mark.parametrize(
    ("sentence", "unsound"),
    [
        (
            "Scurvy is a disease caused by a lack of vitamin C, which the body needs in order to "
            "make collagen, the tough protein that binds skin, blood vessels and bone.",
            "described as the tough protein",
        ),
        (
            "In 1601 James Roe gave the men on his ship, the Red Heron, three spoonfuls of lemon "
            "juice every morning.",
            "described as three spoonfuls",
        ),
        (
            "The council pays a transit fee, that is, a charge for carriage across another town.",
            "as that is",
        ),
        (
            "Odby has raised its dues three times, most recently by 8 per cent in February.",
            "8 per cent|percentage|month",
        ),
        (
            "The National Union is being squeezed from the right by Jane Roe's Homeland party, "
            "which has risen from 9 per cent to 21 per cent in the polls.",
            "To what percentage|From the right by whose",
        ),
        (
            "In 2023 the Bank of Odby lent $420 million for silos and barges on the river Ond.",
            "barge?|barges on",
        ),
        (
            "The firm supplies Odby with natural gas at 15 per cent below the market price.",
            "At what percentage",
        ),
        (
            "Youngsters whose mother came from the basin did nearly as well as the pure basin "
            "stock, at 55 per cent.",
            "At what percentage",
        ),
        (
            "Drought and heavy use brought Lake Mead down to about 1,040 feet above sea level.",
            "down about",
        ),
        ("Jane Roe went to the board to ask for 12 new buses and came home.", "came home"),
        (
            "The accord, signed at Odby on 14 May 2021 and in force since the following January, "
            "opened the way.",
            "following January",
        ),
        (
            "The council must roll over $1.9 billion of other debt by December.",
            "roll of|must roll b",
        ),
        (
            "Hoover Dam is 660 feet thick at the bottom, where it is 1,244 feet (379 m) long and "
            "once carried a road.",
            "How many feet is|is how many feet?",
        ),
        (
            "Kern Looms went on to sell more than 640,000 of its small folding looms to schools.",
            "on looms",
        ),
        ("Odby has until September 12 to do so.", "do so"),
        (
            "A letter of 1412, kept in the cathedral library at Trane, mentions a toll of one cod.",
            "keep|kept in the cathedral library at ____",
        ),
        (
            "In 2017 a device built by the American company Olfax, which was supposed to find "
            "cancer on the breath, turned out to have learned to know the polish of one clinic.",
            "supposed to find cancer on the breath?",
        ),
        ("Jane Tate, who left Lampton that June, is expected to testify in March.", "that June"),
        (
            "Otto Kern stayed there in 1891 and gave the owner, Karen Moe, a silver inkwell.",
            "described as a silver inkwell",
        ),
        (
            "Osei, 46, is the founder of Nosema, a firm of 62 people whose noses tell olive oil "
            "from its imitations, ripe cheese from spoiled, and, in a trial, patients from others.",
            "ripe cheese",
        ),
        ("About two-thirds of the heaters were sold in the past two years.", "heaters were sold?"),
        ("The heater switches off when the box leans more than 15 degrees.", "does the box lean"),
        (
            "Economists at the Kern Chamber put the cost higher, at about $600 million.",
            "At about how much",
        ),
        (
            "The deal was the work of two people: Tavaria's prime minister, Ilona Drescu, and "
            "Lomund's foreign minister, Anders Keel, who had got to know each other in Vienna.",
            "know each other",
        ),
        ("A minister, Anders Keel, had got to know each other in Vienna.", "Who|know each other"),
    ],
)
def test_what_was_misread_is_not_asked(sentence: str, unsound: str) -> None:
    asked = asked_about(sentence)
    assert not [stem for stem in asked if any(each in stem for each in unsound.split("|"))]


@pytest.mark.parametrize(
    ("before", "sentence", "unsound"),
    [
        (
            "Output has dropped with the level of the lake.",
            "Drought and heavy use brought Lake Mead down to about 1,040 feet above sea level in "
            "July 2022, its lowest since it was first filled in the 1930s.",
            "output",
        ),
        (
            "The work, published in May, is one of the tests of an idea that has divided us.",
            "It is called assisted gene flow.",
            "the work",
        ),
        (
            "The likeliest cause lies in the algae: a hardy kind that makes less sugar.",
            "Tests on 240 samples showed that it accounted for most of the algae.",
            "the likeliest cause",
        ),
        (
            "A joint commission meets in Vienna on 3 July.",
            "Radomir Selk will call it a victory.",
            "a joint commission",
        ),
    ],
)
def test_what_a_pronoun_may_not_mean_stands_for_none(
    before: str, sentence: str, unsound: str
) -> None:
    assert unsound not in read_of(before, sentence).wording.referents.meant.values()


def test_a_verb_keeps_what_it_takes() -> None:
    sentence = "In November 1932 the river was turned into two of them on the Arizona side."
    assert not [stem for stem in asked_about(sentence) if "turned on" in stem]


@pytest.mark.parametrize(
    "sentence",
    [
        "Only four had been delayed by the enemy.",
        "James Cook lost one man to scurvy between 1768 and 1771.",
        "A dam resists the water by its weight, as a gravity dam does, and by its shape.",
        "Because the act says who may rent, Roe reasoned, a town cannot say that nobody may.",
        "The judges decided 2-1 in favor of Henrik Roe, who had been fined for letting a cottage.",
    ],
)
def test_what_is_no_reason_is_not_taken_for_one(sentence: str) -> None:
    article = read_of(sentence)
    assert not list(find_reasons(article.parsed, article.clauses, article.wording))


def test_what_is_of_a_place_takes_no_apostrophe() -> None:
    article = read_of("The fields at Morva are old.", "Their gas is high in sulphur.")
    sentence = article.parsed[1]
    assert article.wording.say(sentence, sentence.tokens[:2]) == "the gas of the fields at Morva"
