"""Which texts are sentences and which only parts of one."""

import pytest

from quizapp.generation.clauses.fragments import depends, is_fragment


@pytest.mark.parametrize(
    "text",
    [
        "Almost two years after the mill began its trial",
        "Ten days before the ferry sank",
        "While 40 percent of the sailors slept",
        "Because the mill lost 30 workers",
    ],
)
def test_what_only_depends_is_a_fragment(text: str) -> None:
    assert is_fragment(text)


@pytest.mark.parametrize(
    "text",
    [
        "Almost two years after the mill began its trial, the council stopped it",
        "When the ferry sank, 30 sailors drowned",
        "Two years of trials cost the mill 40 workers",
        "After 1954 the mill lost 30 workers",
    ],
)
def test_what_has_a_clause_of_its_own_is_none(text: str) -> None:
    assert not is_fragment(text)


def test_a_time_counted_from_another_event_depends() -> None:
    assert depends("Two years after the mill opened in 1871, the council closed it")
    assert not depends("In 1871, the mill opened")
