"""Which surnames and first names are short for whom."""

from dataclasses import replace

from quizapp.generation.names.finding import find_names
from tests.generation.builders import make_article
from tests.generation.test_names import names_in


def test_whoever_has_no_surname_is_called_by_the_first_name() -> None:
    (name,) = find_names(make_article("Sultan Omar bin Said sold it. In 1970 Omar left."))
    assert (name.text, name.aliases) == ("Omar bin Said", ("Omar",))


def test_in_a_life_the_surname_is_that_of_the_title() -> None:
    text = "Maria Kern was a child of Otto Kern. In 1970 Kern left."
    names = find_names(replace(make_article(text), title="Maria Kern"))
    assert [(name.text, name.aliases) for name in names][0] == ("Maria Kern", ("Kern",))


def test_a_life_may_have_a_shorter_name_as_its_title() -> None:
    text = "Ida Maria Kern-Roe was a poet. In 1870 Kern left. Her father, Otto Kern, stayed."
    names = find_names(replace(make_article(text), title="Ida M. Kern"))
    assert names[0].text == "Ida Maria Kern-Roe"
    assert "Kern" in names[0].aliases


def test_nobody_is_called_by_the_surname_before_the_whole_name_is_told() -> None:
    text = "In 1870 Kern left the mill. Her father, Otto Kern, stayed. In 1880 Kern died."
    names = find_names(make_article(text))
    assert all(not name.aliases for name in names)


def test_a_parent_told_of_once_takes_nobodys_surname() -> None:
    text = "Maria Kern was one of two children of Otto Kern. In 1870 Kern left."
    names = find_names(make_article(text))
    assert ("Maria Kern", ("Kern",)) in [(name.text, name.aliases) for name in names]


def test_elsewhere_a_surname_of_two_is_nobodys() -> None:
    names = find_names(make_article("Maria Kern met Otto Kern. In 1970 Kern left."))
    assert all(not name.aliases for name in names)


def test_what_adds_a_thing_says_nothing() -> None:
    assert ("Odby Earth", "other") in names_in("In 2009, Odby Earth added a map. It is blue.")
