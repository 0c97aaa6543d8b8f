"""Stems that no one would say."""

import pytest

from quizapp.generation.choosing.soundness import doubts_about_stem, gaps_attribute


def codes(stem: str) -> list[str]:
    return [code for code, _ in doubts_about_stem(stem)]


@pytest.mark.parametrize(
    ("stem", "code"),
    [
        ("In which year did the mill open in 1951 and at its height?", "timed-twice"),
        ("Heated the paste until ____'s furnace glowed.", "fragment"),
        ("What is described as which a study priced at $740 million?", "fragment"),
        ("Trucks are many because the plates until the joint could no longer turn.", "fragment"),
        ("What is described as a margin of equal width was left alone?", "fragment"),
        ("What is described as the lead of the plots shrank from 41 to 29 percent?", "fragment"),
        ("What did John Lawes call?", "left-open"),
        ("Who had got to know each other in Vienna?", "each-other"),
        ("____ turned a switch.", "says-little"),
        ("Jane Roe reasoned, a town can't say so because the act says it.", "left-open"),
        ("____'s answer is a reserve.", "says-little"),
        ("What is the median age?", "says-little"),
        ("To how much did the cost come?", "says-little"),
        ("At how much did the union put the loss?", "says-little"),
        ("How many are neutral?", "left-open"),
        ("When Roe sailed by, by when were three vents active?", "asked-twice"),
        ("At how many places was it seen, it was not seen at night?", "asked-twice"),
        ("When did the queen rule from 1970 until her death?", "timed-twice"),
        ("In which year did the town find that twice as many fish came?", "comparison-cut"),
        ("In which year did how much trade make peace with Norway?", "nested-question"),
        ("In Odby, why did what the mill made sell?", "nested-question"),
        ("When were at least 30 people executed during the purges of?", "left-open"),
        ("By did shares fall in early trading?", "asks-nothing"),
        ("In Odby, for was the mill sold?", "asks-nothing"),
        ("Most can work for about how many minutes?", "left-open"),
        ("Within how many months did more than 6,000 do?", "left-open"),
        ("When did both die within a day of each other?", "left-open"),
        ("A glass that the firm made in which year has crystals, smaller?", "left-open"),
        ("Who asked for as much strong glass?", "comparison-cut"),
        ("In which year the toy maker Mattel brought out a doll?", "no-auxiliary"),
        ("By which year did the firm say, it had been used?", "left-open"),
        ("Who had sworn that no woman should be appointed as long?", "left-open"),
        ("When was the newest opened?", "left-open"),
        ("How many kilometers does the longest run to the coast?", "left-open"),
        ("Who said of the bridge in his speech?", "left-open"),
        ("Analysts expect at least one.", "left-open"),
        ("Why did the brothers order a new one from Leeds?", "left-open"),
        ("Why did the robots need more than seven, according to a manager?", "left-open"),
        ("When did the town accept a role in it?", "left-open"),
        ("Of the 2,500 officers planned.", "fragment"),
        ("In the north, which buys what share of all coal?", "fragment"),
        ("What is described as a survey that the council found?", "fragment"),
        ("Who led a study?", "says-little"),
        ("On the night of May 5, 1920, and extract what remains.", "fragment"),
        ("The ____ and several organizations contributed.", "says-little"),
        ("At ____, people had nowhere to go.", "says-little"),
        ("By what percentage did sales fall 9 percent in 2022 in 2023?", "asked-twice"),
        ("In 1999, ____ said many of her members.", "said-nothing"),
        ("Ada Kern said the old bridge, of stone.", "said-nothing"),
    ],
)
def test_a_stem_that_no_one_would_say_is_doubted(stem: str, code: str) -> None:
    assert codes(stem) == [code]


@pytest.mark.parametrize(
    "stem",
    [
        "In which year did the mill open?",
        "Most dogs can work for about how many minutes?",
        "What did the firm do?",
        "When did both sisters die?",
        "In which year did the toy maker bring out a doll?",
        "In which year that began in Odby did it rain?",
        "Who asked for as much glass as the firm could make?",
        "In 1950, which organization bought the mill?",
        "What is described as a survey that found few mills?",
        "When was the newest cable opened?",
        "Who said in his speech that the bridge was safe?",
        "By whom was the mill sold?",
        "In Odby, for how much was the mill sold?",
        "Whom was the mill named after?",
        "The town expects at least one ferry.",
        "At the age of seven, the queen left.",
        "Of the 2,500 officers planned, 410 came.",
        "Of the ____ officers planned, 410 came.",
        "A museum named ____ opened in 2014.",
        "The ____ hasn't paid dividends to its owners for years.",
        "Who led a study of mills in Norway?",
        "By what percentage did sales fall in 2023?",
        "In which year was the film shown that was made in 1951?",
        "In which year did the firm publish the report of a trial in 1951?",
        "When did the queen who ruled from 1970 until her death open the hall?",
        "How many people lived in the town in 1951?",
        "In which year did twice as many fish come as before?",
        "How many islanders said that they want a doctor?",
        "Who said the city would open an office?",
        'Who said: "Nobody asked us"?',
        "Match each person with what the article says of them.",
        "According to Ada Kern, how many mills closed?",
        "What is described as a fund created in 1921 that was led by bankers?",
        "Who is described as the coach who won the cup?",
    ],
)
def test_an_ordinary_stem_is_not(stem: str) -> None:
    assert not codes(stem)


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("The ____ island was for a while among the richest countries.", True),
        ("Mining stripped the ____ island's surface.", True),
        ("The ____ closed in 1998.", False),
        ("The ____ hasn't paid its owners for years.", False),
        ("The ____ in Connecticut failed.", False),
    ],
)
def test_a_gap_for_a_name_is_no_word_before_a_noun(stem: str, *, expected: bool) -> None:
    assert gaps_attribute(stem) is expected
