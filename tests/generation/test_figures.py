"""Which figures and dates are found in a sentence, and what they are taken for."""

from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.figures.finding import find_figures
from quizapp.generation.findings import Figure
from tests.generation.builders import make_article, make_sentence_article


def figures_of(sentence: str) -> tuple[Figure, ...]:
    return find_figures(make_sentence_article(sentence))


def only_figure(sentence: str) -> Figure:
    (figure,) = figures_of(sentence)
    return figure


QUANTITIES = [
    # sentence, text, kind, value, unit, amount
    ("Turnout was 61 percent.", "61 percent", "percent", "61", "percent", "61"),
    ("Turnout was 61.5%.", "61.5%", "percent", "61.5", "percent", "61.5"),
    ("A 12 per cent rise followed.", "12 per cent", "percent", "12", "percent", "12"),
    ("Sixty-one percent agreed.", "Sixty-one percent", "percent", "61", "percent", "Sixty-one"),
    (
        "It fell by 2.5 percentage points.",
        "2.5 percentage points",
        "percent",
        "2.5",
        "percentage points",
        "2.5",
    ),
    ("One in five homes stood empty.", "One in five", "percent", "20", "share", "One in five"),
    ("Three out of 4 agreed.", "Three out of 4", "percent", "75", "share", "Three out of 4"),
    ("Two-thirds of them left.", "Two-thirds", "percent", "66.67", "share", "Two-thirds"),
    ("They own three quarters of it.", "three quarters", "percent", "75", "share", None),
    ("Half of the fleet is old.", "Half", "percent", "50", "share", "Half"),
    ("The bridge cost $40.", "$40", "money", "40", "dollars", "$40"),
    ("It cost US$3.5 million.", "US$3.5 million", "money", "3500000", "dollars", None),
    ("It cost £2bn.", "£2bn", "money", "2000000000", "pounds", "£2bn"),
    ("It cost 3.5 million dollars.", "3.5 million dollars", "money", "3500000", "dollars", None),
    ("They paid €1,250.75 for it.", "€1,250.75", "money", "1250.75", "euros", "€1,250.75"),
    ("They charge 25 cents for it.", "25 cents", "money", "25", "cents", "25"),
    ("They got one dollar each.", "one dollar", "money", "1", "dollars", "one"),
    ("The lamp gives 64 lux.", "64 lux", "measure", "64", "lux", "64"),
    ("It landed an eighth of the catch.", "an eighth", "percent", "12.5", "share", None),
    ("The official number of deaths is 96.", "96", "count", "96", "", "96"),
    ("The median age was 58.", "58", "count", "58", "", "58"),
    ("Thefts fell from 63 a year to four.", "63", "count", "63", "", "63"),
    ("They shipped 12,000 tons.", "12,000 tons", "measure", "12000", "tons", "12,000"),
    ("It is 14 miles away.", "14 miles", "measure", "14", "miles", "14"),
    ("It covers 300 square miles.", "300 square miles", "measure", "300", "square miles", "300"),
    ("It ran 40 miles per hour.", "40 miles per hour", "measure", "40", "miles per hour", "40"),
    ("Run the 5km race.", "5km", "measure", "5", "km", "5"),
    ("It was 12 degrees Celsius.", "12 degrees Celsius", "measure", "12", None, "12"),
    ("The strike took six months.", "six months", "duration", "6", "months", "six"),
    ("Its 28-year rule ended.", "28-year", "duration", "28", "years", "28"),
    ("He was a 72-year-old baker.", "72-year", "duration", "72", "years", "72"),
    ("It seats 200 Norwegian guests.", "200 Norwegian guests", "count", "200", "guests", "200"),
    ("A trust with 18,500 members owns it.", "18,500 members", "count", "18500", "members", None),
    ("Two countries signed.", "Two countries", "count", "2", "countries", "Two"),
    ("A dozen people came.", "A dozen people", "count", "12", "people", "A dozen"),
    ("They sold half a million copies.", "half a million copies", "count", "500000", None, None),
    (
        "One hundred and twenty-five civil rights activists met.",
        "One hundred and twenty-five civil rights activists",
        "count",
        "125",
        "activists",
        "One hundred and twenty-five",
    ),
    ("It has 1.3 million users.", "1.3 million users", "count", "1300000", "users", None),
    ("Five of the seven judges agreed.", "Five", "count", "5", "judges", "Five"),
    ("A 12-member council rules.", "12-member", "count", "12", "members", "12"),
    ("The army numbers around 45,500.", "45,500", "count", "45500", "", "45,500"),
    ("It needs a crew of at least seven at night.", "seven", "count", "7", "", "seven"),
    ("Its ratio fell to 3.9 at once.", "3.9", "count", "3.9", "", "3.9"),
    ("It used two kilowatt-hours.", "two kilowatt-hours", "measure", "2", "kilowatt-hours", "two"),
]


@pytest.mark.parametrize(("sentence", "text", "kind", "value", "unit", "amount"), QUANTITIES)
def test_quantity_is_found_with_its_worth(  # noqa: PLR0913
    sentence: str, text: str, kind: str, value: str, unit: str | None, amount: str | None
) -> None:
    figure = only_figure(sentence)
    assert (figure.text, figure.kind, figure.value) == (text, kind, Decimal(value))
    assert unit is None or figure.unit == unit
    assert amount is None or figure.amount == amount


RANGES = [
    ("It has between 4,000 and 6,000 officers.", "between 4,000 and 6,000 officers", 4000, 6000),
    ("It takes 20 to 30 percent of it.", "20 to 30 percent", 20, 30),
    ("It heals in 4-6 weeks.", "4-6 weeks", 4, 6),
    ("It costs between $3 million and $5 million.", None, 3_000_000, 5_000_000),
    ("It costs £35 million \u2013 £40 million.", "£35 million \u2013 £40 million", 35e6, 40e6),
    ("It weighs 3 \u2013 4 tons.", "3 \u2013 4 tons", 3, 4),
    ("It draws 2 100 \u2013 2 400 visitors.", "2 100 \u2013 2 400 visitors", 2100, 2400),
    ("The motion failed by 131 to 98.", "131 to 98", 131, 98),
    ("The board voted 5-2 to accept it.", "5-2", 5, 2),
    ("Norway won 3-1 at home.", "3-1", 3, 1),
    ("The Senate passed it on a 52-48 vote.", "52-48", 52, 48),
    ("They rejected it by 54.5 percent to 45.5.", "54.5 percent to 45.5", 54.5, 45.5),
    ("It was refused by 46 percent to 54 percent.", "46 percent to 54 percent", 46, 54),
    ("It was carried by 312 votes to 251.", "312 votes to 251", 312, 251),
    ("It costs $3-5 million.", "$3-5 million", 3_000_000, 5_000_000),
    ("It employs two to four million people.", None, 2_000_000, 4_000_000),
    ("Prices ranged from 10 to 15 euros.", "10 to 15 euros", 10, 15),
    ("It lasted between 2015 and 2019.", "between 2015 and 2019", 20150000, 20190000),
    ("The war of 1939-45 ended it.", "1939-45", 19390000, 19450000),
]


@pytest.mark.parametrize(("sentence", "text", "lower", "upper"), RANGES)
def test_range_is_found_with_both_ends(
    sentence: str, text: str | None, lower: int, upper: int
) -> None:
    figure = only_figure(sentence)
    assert (figure.kind, figure.value, figure.upper) == ("range", lower, upper)
    assert text is None or figure.text == text


DATES = [
    ("It began on Feb. 24.", "Feb. 24", "date", 224, "day"),
    ("It began on April 6, 1917, at dawn.", "April 6, 1917", "date", 19170406, "day"),
    ("It began on 6 April 1917.", "6 April 1917", "date", 19170406, "day"),
    ("It began on the 6th of April.", "6th of April", "date", 406, "day"),
    ("It began on 2021-11-05.", "2021-11-05", "date", 20211105, "day"),
    ("It began in November 2021.", "November 2021", "date", 20211100, "month"),
    ("It began in August.", "August", "date", 800, "month"),
    ("It began in the summer of 1866.", "summer of 1866", "date", 18660000, "season"),
    ("It began in the 1990s.", "1990s", "date", 19900000, "decade"),
    ("In 1999, the two firms merged.", "1999", "year", 19990000, "year"),
    ("The 2020 elections were delayed.", "2020", "year", 20200000, "year"),
    ("It fell in 480 BC.", "480 BC", "year", -4800000, "year"),
]


@pytest.mark.parametrize(("sentence", "text", "kind", "value", "unit"), DATES)
def test_date_is_found_as_exact_as_it_is(
    sentence: str, text: str, kind: str, value: int, unit: str
) -> None:
    figure = only_figure(sentence)
    assert (figure.text, figure.kind, figure.unit) == (text, kind, unit)
    assert figure.value == value


HEDGES = [
    ("About 70 percent refused.", "about"),
    ("They shipped over 12,000 tons.", "over"),
    ("An estimated 300 people came.", "an estimated"),
    ("It cost no more than $40.", "no more than"),
    ("It cost just under $40.", "just under"),
    ("Some 200 volunteers came.", "some"),
    ("They spread the guests over two boats.", ""),
    ("Over six months they met.", ""),
    ("Only 5 percent came.", ""),
    ("The council must roll over $2 billion of debt.", ""),
    ("It was done in under eight minutes.", "under"),
]


@pytest.mark.parametrize(("sentence", "hedge"), HEDGES)
def test_hedge_is_kept_apart(sentence: str, hedge: str) -> None:
    figure = only_figure(sentence)
    assert figure.hedge == hedge
    assert not hedge or not figure.text.lower().startswith(hedge)


NOTHING = [
    "She died at home in Two Harbors, Minnesota.",
    "Call 555-123-4567 now.",
    "Call 1-800-555-0199 now.",
    "Write to @baker42 about it.",
    "See Section 3 for the rest.",
    "See Fig. 4 and No. 12.",
    "One of the judges left.",
    "Norway plays 4-3-3 at home.",
    "They lost 20-30 boats.",
    "The board cut it by 20 to 10 percent.",
    "It leaves at 8:15 p.m. from here.",
    "COVID-19 spread quickly.",
    "An F-16 landed.",
    "It uses 5G phones.",
    "Apollo 11 landed there.",
    "A 19th-century writer lived here.",
    "The 21st century began.",
    "The two countries agreed.",
    "It may march on.",
    "They met for the first time on a Monday.",
    "Version 3.11.7 is out.",
    "Those under 35 agreed.",
    "The flight number was 370.",
    "The total was told to 12 of them.",
    "It left at 63 a.m.",
    "He walked to 12 of them.",
    "The second half was better.",
    "It had zero errors.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_amount_is_left_alone(sentence: str) -> None:
    assert figures_of(sentence) == ()


def test_changes_are_two_figures_and_no_range() -> None:
    texts = [figure.text for figure in figures_of("It fell from 12 percent to 8 percent.")]
    assert texts == ["12 percent", "8 percent"]


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("It cut the week from 40 hours to 32 without loss.", ["40 hours", "32"]),
        ("It fell from 8.7 days a year to 6.0.", ["8.7 days", "6.0"]),
    ],
)
def test_second_end_of_a_change_has_the_unit_of_the_first(sentence: str, texts: list[str]) -> None:
    first, second = figures_of(sentence)
    assert [first.text, second.text] == texts
    assert (first.kind, first.unit) == (second.kind, second.unit)


def test_figures_know_their_sentence() -> None:
    article = make_article("It has 40 rooms. It lies 3 miles away.")
    assert [figure.sentence for figure in find_figures(article)] == [0, 1]


PARTS = (
    "about between and to - , . $ % 5 12,000 1999 two dozen half a third of in April 6 million "
    "percent tons people years from Section one hundred s th US bn ' ("
)
WORDS = st.sampled_from(PARTS.split(" "))


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), max_size=40))
def test_offsets_point_at_the_text(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in parts) or "x"
    article = make_sentence_article(text)
    figures = find_figures(article)
    assert all(article.text[each.start : each.end] == each.text for each in figures)
    assert all(each.text.startswith(each.amount) for each in figures)
    assert all(a.end <= b.start for a, b in zip(figures, figures[1:], strict=False))


HOSTILE = ["1", "1,", "1-", "1,111", "12 to ", "between 1 and ", "one hundred and ", "$", "a ", "-"]


@pytest.mark.parametrize("part", HOSTILE)
def test_hostile_text_takes_no_longer_than_its_length(part: str) -> None:
    started = perf_counter()
    figures_of(part * (30_000 // len(part)))
    assert perf_counter() - started < 4
