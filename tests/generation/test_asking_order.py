"""Questions that put several things together."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.asking.asking_order import propose
from quizapp.generation.facts.events import find_events, in_order
from quizapp.question_types.matching import Matching
from quizapp.question_types.ordering import Ordering
from tests.generation.asked import ask, findings_of
from tests.generation.builders import make_article

EVENTS = (
    "Maria Kern sold the old mill in 1950.",
    "In 1931, Paul Roe opened a bakery in Oslo.",
    "The bank of Odby burned down on May 4, 1960.",
    "The bridge over the Limma was closed in March 1944.",
)


def events_of(text: str) -> list[tuple[str, str]]:
    return [(each.text, each.date) for each in find_events(findings_of(make_article(text)))]


@pytest.mark.parametrize(
    ("text", "event", "date"),
    [
        (EVENTS[0], "Maria Kern sold the old mill", "1950"),
        (EVENTS[1], "Paul Roe opened a bakery in Oslo", "1931"),
        (EVENTS[2], "The bank of Odby burned down", "May 4, 1960"),
        (
            "Maria Kern founded a bank in 1950 and raised money in Oslo.",
            "Maria Kern founded a bank",
            "1950",
        ),
    ],
)
def test_an_event_is_told_without_its_date(text: str, event: str, date: str) -> None:
    assert events_of(text) == [(event, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Kern sold the mill that was built in 1950.",
        "Maria Kern wants to sell the old mill in 2050.",
        "Maria Kern sold it in 1950.",
        "Maria Kern sold the second mill of Oslo in 1950.",
        "Maria Kern sold the old mill in May.",
        "Maria Kern sold the 1940 mill of Oslo in 1950.",
        "Maria Kern lost money in Oslo and died there in 1950.",
    ],
)
def test_what_is_not_dated_for_sure_is_no_event(text: str) -> None:
    assert events_of(text) == []


def test_events_are_put_in_order() -> None:
    (found,) = [each for each in ask(propose, "\n".join(EVENTS)) if isinstance(each.body, Ordering)]
    assert isinstance(found.body, Ordering)
    texts = [item.text for item in found.body.items]
    order = [
        "Paul Roe opened a bakery in Oslo",
        "The bridge over the Limma was closed",
        "Maria Kern sold the old mill",
        "The bank of Odby burned down",
    ]
    assert texts == order
    assert len(found.quotes) == 4


def test_two_events_are_too_few() -> None:
    found = ask(propose, "\n".join(EVENTS[:2]))
    assert not any(isinstance(each.body, Ordering) for each in found)


def test_no_date_is_shown() -> None:
    found = [each for each in ask(propose, "\n".join(EVENTS)) if isinstance(each.body, Ordering)]
    assert not any(
        char.isdigit() for each in found for item in each.body.items for char in item.text
    )


def test_people_are_matched_with_what_they_are() -> None:
    text = (
        "Maria Kern, a baker from Oslo, came. Paul Roe, the owner of two mills, left. "
        "Anna Lund, a poet of the sea, stayed."
    )
    (found,) = ask(propose, text)
    assert isinstance(found.body, Matching)
    assert [(pair.left, pair.right) for pair in found.body.pairs] == [
        ("Maria Kern", "a baker from Oslo"),
        ("Paul Roe", "the owner of two mills"),
        ("Anna Lund", "a poet of the sea"),
    ]


dates = st.lists(
    st.tuples(st.integers(1800, 1999), st.sampled_from(["", "May ", "June ", "May 4, "])),
    max_size=12,
)


@given(dates)
def test_the_order_is_never_in_doubt(dated: list[tuple[int, str]]) -> None:
    text = "\n".join(
        f"Maria Kern sold the mill of Limma{'a' * at} in {month}{year}."
        for at, (year, month) in enumerate(dated)
    )
    events = in_order(find_events(findings_of(make_article(text))))
    assert all(one.value < other.value for one, other in pairwise(events))
    assert all(one.is_apart_from(other) for one, other in pairwise(events))
