"""What an article is about, by its names."""

from tests.generation.asked import findings_of
from tests.generation.builders import make_article


def test_what_most_sentences_name_is_common() -> None:
    text = "Norway sold a mill. " * 6 + "They sailed to Sweden."
    assert findings_of(make_article(text)).commonest == {"Norway"}


def test_a_name_of_few_mentions_is_not_common() -> None:
    assert not findings_of(make_article("Norway sold a mill. " * 4)).commonest


def test_two_names_may_be_common_but_not_three() -> None:
    text = "Norway met Sweden. " * 9 + "Sweden met Poland. " * 8
    assert findings_of(make_article(text)).commonest == {"Norway", "Sweden"}


def test_more_than_two_may_be_named_often() -> None:
    text = "Norway met Sweden. " * 9 + "Sweden met Poland. " * 8 + "Finland won."
    assert findings_of(make_article(text)).often_named == {"Norway", "Sweden", "Poland"}
