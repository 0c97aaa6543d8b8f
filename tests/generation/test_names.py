"""The proper names of an article."""

from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.generation.names.finding import find_names
from tests.generation.builders import make_article


def names_in(text: str) -> list[tuple[str, str]]:
    return [(name.text, name.kind) for name in find_names(make_article(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge was built by Ada Kern.", [("Ada Kern", "person")]),
        ("The bridge was built by the engineer Ada Kern.", [("Ada Kern", "person")]),
        ("The bridge was built by Maria Kern.", [("Maria Kern", "person")]),
        ("Critics asked Dr. Kern about it.", [("Dr. Kern", "person")]),
        ("It was signed by Polish President Ada Kern.", [("Ada Kern", "person")]),
        ("In 1880 Queen Ottilie opened the hall.", [("Queen Ottilie", "person")]),
        ("The dam, said Ada Kern, the director, is safe.", [("Ada Kern", "person")]),
        ("Nobody liked Hans van der Kolk.", [("Hans van der Kolk", "person")]),
        ("The ferry was built by August Kern.", [("August Kern", "person")]),
        ("April Dunmore wrote the first history.", [("April Dunmore", "person")]),
        ("They asked June Falk about it.", [("June Falk", "person")]),
        ("They asked May Falk about it.", [("May Falk", "person")]),
        ("It was opened in August. Norway paid.", [("Norway", "place")]),
        ("In April Norway paid for it.", [("Norway", "place")]),
        ("By August Falk had sold it.", [("Falk", "other")]),
        ("They sold Captain Crumb, a brand of biscuits.", [("Captain Crumb", "other")]),
        ("They asked the Kolby Review about it.", [("Kolby Review", "organization")]),
        ("The Port Authority of Kolby paid.", [("Port Authority of Kolby", "organization")]),
        ("The Ferries Directive forbids it.", [("Ferries Directive", "other")]),
        ("They crossed Grimsel Moor by night.", [("Grimsel Moor", "other")]),
        ("They asked Ysolt Grimsel. Grimsel smiled.", [("Ysolt Grimsel", "person")]),
        ("They sailed to Norway.", [("Norway", "place")]),
        ("They met in Brandsted.", [("Brandsted", "place")]),
        ("They crossed the Limma river.", [("Limma", "place")]),
        ("They reached Odby, a village in Jutland.", [("Odby", "place"), ("Jutland", "place")]),
        ("She joined the Kern Institute.", [("Kern Institute", "organization")]),
        ("She left the Library of Kolby.", [("Library of Kolby", "organization")]),
        (
            "She left King Otto University.",
            [("King Otto University", "organization")],
        ),
        ("They left the City of Kolby.", [("City of Kolby", "other")]),
        (
            "They asked the Odby Commission on Trade.",
            [("Odby Commission on Trade", "organization")],
        ),
        ("They asked U.S. Secretary of State Ada Kern.", [("Ada Kern", "person")]),
        (
            "She left the Catholic University of Kolby.",
            [("Catholic University of Kolby", "organization")],
        ),
        (
            "She was born in Holly Springs, Mississippi.",
            [("Holly Springs", "place"), ("Mississippi", "place")],
        ),
        (
            "The president of the university, Ludo Kern Odby, left.",
            [("Ludo Kern Odby", "person")],
        ),
        ("They asked Ada Park, who had left.", [("Ada Park", "person")]),
        ("They asked Nadia al-Kern about it.", [("Nadia al-Kern", "person")]),
        ("She left the University of Kern.", [("University of Kern", "organization")]),
        (
            "She led the Ministry of Trade and Labor.",
            [("Ministry of Trade and Labor", "organization")],
        ),
        ("He bought Kern & Sons.", [("Kern & Sons", "organization")]),
        ("According to a Marlow House poll, it fell.", [("Marlow House", "organization")]),
        ("They sailed on HMS Otter.", [("HMS Otter", "other")]),
        ("They asked Councilwoman Ysolt Kern, 54, too.", [("Ysolt Kern", "person")]),
        ("It was found by the Danes Ysolt Kern and others.", [("Ysolt Kern", "person")]),
        ("It was led by Ysolt Grimsel.", [("Ysolt Grimsel", "person")]),
        ("They lived near Grimsel Moor.", [("Grimsel Moor", "place")]),
        ("It was bound for Graham Moor.", [("Graham Moor", "place")]),
        ("It was printed in Heath & Dunn.", [("Heath & Dunn", "organization")]),
        ("They saw it with the Ada Kern Telescope.", [("Ada Kern Telescope", "other")]),
        ("It appeared in Kolby Letters in May.", [("Kolby Letters", "other")]),
        ("It was published in The Lantern.", [("The Lantern", "other")]),
        ("They like Limma, the country's best tea.", [("Limma", "other")]),
        ("They asked the Buenos Aires newspaper.", [("Buenos Aires", "place")]),
        ("They were beaten by Sporting Kolby.", [("Sporting Kolby", "organization")]),
        ("They got past Kolby City in May.", [("Kolby City", "organization")]),
        ("They rule Kolby City in May.", [("Kolby City", "place")]),
        ("They asked the Miners' Union.", [("Miners' Union", "organization")]),
        ("They met at St. Mark's Church.", [("St. Mark's Church", "organization")]),
        ("They sold Grimsel's headquarters.", [("Grimsel", "organization")]),
        (
            "They sell the brands Limma and Grimsel Blue.",
            [("Limma", "other"), ("Grimsel Blue", "other")],
        ),
        ("It is called after Jan Oort.", [("Jan Oort", "person")]),
        ("They met at Odby Lane.", [("Odby Lane", "place")]),
        ("Lake Odby froze.", [("Lake Odby", "place")]),
        ("He sold Kern Mills, Inc. to her.", [("Kern Mills", "organization")]),
        (
            "It won the Odby Women's Rowing Cup.",
            [("Odby Women's Rowing Cup", "other")],
        ),
        (
            "The Seed and Soil Administration agreed.",
            [("Seed and Soil Administration", "organization")],
        ),
        ("They asked the Odby institute Limma.", [("Odby", "other"), ("Limma", "organization")]),
        (
            "They asked Eli Grimsel, a drugmaker in Odby.",
            [("Eli Grimsel", "organization"), ("Odby", "place")],
        ),
        ("In May Odby has 3,000 inhabitants.", [("Odby", "place")]),
        ("Grimsel Limma is one of the largest makers of tea.", [("Grimsel Limma", "organization")]),
        ("They left it for Odby.", [("Odby", "other")]),
        ("She left Norway for Odby.", [("Norway", "place"), ("Odby", "place")]),
        ("They asked the Odby-born painter.", []),
        ("She won the Nobel Prize in Botany.", [("Nobel Prize", "other")]),
        ("At 32, she left.", []),
        (
            "They asked Odby Guard Capt. Ysolt Grimsel.",
            [("Odby Guard", "organization"), ("Ysolt Grimsel", "person")],
        ),
        ("They asked the Countess of Odby.", [("Countess of Odby", "person")]),
        (
            "They asked Ysolt Kern of Odby Research, who agreed.",
            [("Ysolt Kern", "other"), ("Odby Research", "organization")],
        ),
        ("They like Odbya. The Odbyan farmers agreed.", [("Odbya", "place")]),
    ],
)
def test_a_name_gets_its_extent_and_its_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert names_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ridership fell.",
        "Most bridges last.",
        "However, bridges rust.",
        "It opened on a Monday in April.",
        "The Polish workers were paid by Russians.",
        "He said that I was late.",
        "The CEO explained the GDP.",
        "He wrote to @JaneRoe.",
    ],
)
def test_what_is_only_capitalized_is_no_name(text: str) -> None:
    assert names_in(text) == []


def test_a_first_word_is_a_name_if_the_article_has_it_elsewhere() -> None:
    assert names_in("Everybody liked Kern. Kern smiled.") == [("Kern", "other")]


def test_a_first_word_belongs_to_a_name_that_the_article_has_elsewhere() -> None:
    names = {name for name, _ in names_in("They asked Six Odbys. Six Odbys agreed.")}
    assert names == {"Six Odbys"}


def test_a_surname_alone_is_short_for_a_firm_called_after_somebody() -> None:
    (name, _) = find_names(
        make_article("They asked Eli Grimsel, a drugmaker in Odby. Grimsel won.")
    )
    assert name.aliases == ("Grimsel",)


def test_a_possessive_ends_a_name() -> None:
    assert [name for name, _ in names_in("They saw Norway's Storting.")] == ["Norway", "Storting"]


def test_a_name_that_goes_on_where_capitals_do_not_show_it_is_left_out() -> None:
    assert names_in("He left the Institute for Polish, European and other studies.") == []


def test_a_surname_is_another_form_of_the_full_name() -> None:
    (name,) = find_names(make_article("The plan is Maria Kern's. Kern likes it. So does Kern."))
    assert (name.text, name.aliases, len(name.mentions)) == ("Maria Kern", ("Kern",), 3)


def test_a_surname_that_two_people_share_belongs_to_neither() -> None:
    names = find_names(make_article("Maria Kern met Paul Kern. Later Maria called, and Kern came."))
    assert all("Kern" not in name.aliases for name in names)


def test_what_begins_with_a_surname_is_nobody() -> None:
    found = names_in("It was founded by Sven Lindqvist. They sold Lindqvist Hansa to him.")
    assert found == [("Sven Lindqvist", "person"), ("Lindqvist Hansa", "other")]


def test_an_acronym_in_brackets_is_another_form() -> None:
    (name,) = find_names(
        make_article("They asked the Harbor Council (HC) twice. Then the HC refused.")
    )
    assert (name.text, name.aliases) == ("Harbor Council", ("HC",))


def test_a_firm_is_called_without_its_legal_form() -> None:
    (name,) = find_names(
        make_article("He bought Marlow Foods Inc. from her, for Marlow lost money.")
    )
    assert (name.text, name.aliases) == ("Marlow Foods", ("Marlow Foods Inc.", "Marlow"))


def test_a_persons_brewery_does_not_make_the_person_one() -> None:
    text = "It was built by the brewer Conrad Kern. They sold the Kern brewery in May."
    assert names_in(text) == [("Conrad Kern", "person")]


def test_a_region_is_no_short_form_of_a_firm_that_is_called_after_it() -> None:
    text = "They live in Tasmania. They ride with Metro Tasmania."
    assert [name for name, _ in names_in(text)] == ["Tasmania", "Metro Tasmania"]


def test_a_lady_is_no_short_form_of_a_mountain() -> None:
    text = "They asked Lady Helen. They climbed Mount Helen."
    assert names_in(text) == [("Lady Helen", "person"), ("Mount Helen", "place")]


def test_the_votes_of_all_mentions_decide_the_kind() -> None:
    text = "They believed in Kern. The director, Ada Kern, was kind. Kern, who was old, retired."
    assert names_in(text) == [("Ada Kern", "person")]


def test_names_come_in_the_order_of_the_text() -> None:
    names = find_names(make_article("First Norway, then Sweden, then Norway and Denmark won."))
    assert [name.text for name in names] == ["Norway", "Sweden", "Denmark"]


words = st.sampled_from(
    [
                 "The",         "the",         "a",         "of",         "and",         "in",
        "Maria",         "Kern",         "Kern's",         "Dr.",         "Norway",
        "University",         "Institute",         "said,",         ".",         "(HC)",
        "HMS",         "Polish",         "de",         "van",         "for",         "Ministry",
        "118",         "@Roe",         '"',         "'",         "—",         "I",         "we",
        "April",         "Inc.",         "&",         "who",         "x",
    ]
)  # fmt: skip


@given(st.lists(words, max_size=40).map(" ".join))
def test_every_mention_is_the_name_or_one_of_its_forms(text: str) -> None:
    article = make_article(text)
    for name in find_names(article):
        forms = {name.text, *name.aliases}
        assert all(article.text[start:end] in forms for start, end in name.mentions)


@given(st.lists(words, max_size=40).map(" ".join))
@example("Inc. Inc. the Inc. Inc.")
def test_no_form_belongs_to_two_names(text: str) -> None:
    names = find_names(make_article(text))
    forms = [form for name in names for form in (name.text, *name.aliases)]
    assert len(forms) == len(set(forms))


def test_a_long_article_takes_time_in_proportion() -> None:
    text = (
        "Maria Kern went to Norway, where the Kern Institute, said Paul Roe, was closed. " * 1_500
    )
    start = perf_counter()
    find_names(make_article(text))
    assert perf_counter() - start < 5


@pytest.mark.parametrize("unit", ["Aa ", "A.", "A & ", "of ", "A of ", "A's ", "A-", "(A) ", "A, "])
def test_no_text_takes_long(unit: str) -> None:
    article = make_article(unit * (300_000 // len(unit)))
    start = perf_counter()
    find_names(article)
    assert perf_counter() - start < 10
