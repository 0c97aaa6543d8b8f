"""Wrong options for figures: what they may be, and how the key lies among them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.distractors.figure_distractors import Distractor, Ranks, find_distractors
from quizapp.generation.distractors.number_distractors import step_of
from quizapp.generation.figures.finding import find_figures
from quizapp.generation.figures.number_writing import decimals_of
from quizapp.generation.findings import Findings
from tests.generation.builders import make_article

SENTENCES = [
    "Turnout was 61 percent.",
    "Turnout was 61.5 percent.",
    "Turnout was 96 percent.",
    "Turnout was thirty-one percent.",
    "They shipped 12,000 tons.",
    "They shipped 45,500 tons.",
    "It seats 2500 guests.",
    "It cost $3.5 million.",
    "It cost $640,000.",
    "It cost $27.50.",
    "It cost £7 million.",
    "It takes 20 to 30 percent.",
    "It has between 4,000 and 6,000 officers.",
    "It heals in 4-6 weeks.",
    "It lasted between 1915 and 1919.",
    "The strike took six months.",
    "Its 28-year rule ended.",
    "It seats 200 Norwegian guests.",
    "Seven countries signed.",
    "A quarter of it burned.",
    "One in five homes stood empty.",
    "It began on Feb. 24.",
    "It began on April 6, 1917, at dawn.",
    "It began on the 6th of April.",
    "It began in November 1921.",
    "It began in August.",
    "It began in the 1950s.",
    "In 1899, the two firms merged.",
]


def findings_of(text: str) -> Findings:
    article = make_article(text)
    return Findings(article, find_figures(article), ())


def distractors_of(text: str, seed: int = 1) -> tuple[Distractor, ...]:
    """Those of the first figure."""
    findings = findings_of(text)
    return find_distractors(findings.figures[0], findings, Ranks(Random(seed)))


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("seed", range(6))
def test_three_distinct_figures_that_read_as_they_were_meant(sentence: str, seed: int) -> None:
    findings = findings_of(sentence)
    key = findings.figures[0]
    found = find_distractors(key, findings, Ranks(Random(seed)))
    assert len({each.text.lower() for each in found} | {key.text.lower()}) == 4
    for each in found:
        altered = sentence[: key.start] + each.text + sentence[key.end :]
        (read,) = findings_of(altered).figures
        assert (read.kind, read.text, read.value) == (key.kind, each.text, each.value)
        assert read.value != key.value


@pytest.mark.parametrize("sentence", SENTENCES)
def test_same_seed_gives_the_same(sentence: str) -> None:
    assert distractors_of(sentence, 7) == distractors_of(sentence, 7)


@given(st.integers(1, 99), st.integers(0, 50))
def test_percentages_stay_within_1_and_99(percent: int, seed: int) -> None:
    found = distractors_of(f"Turnout was {percent} percent.", seed)
    assert len(found) == 3
    assert all(1 <= each.value <= 99 for each in found)


@given(st.integers(2, 10**7), st.integers(0, 50))
def test_counts_are_as_rough_as_the_key_and_of_its_size(count: int, seed: int) -> None:
    step = step_of(Decimal(count), 0)
    for each in distractors_of(f"They shipped {count:,} tons.", seed):
        assert each.value % step == 0
        assert count <= each.value * 5
        assert each.value <= count * 5


@given(st.decimals("0.1", "999", places=1), st.integers(0, 50))
def test_decimals_are_kept(value: Decimal, seed: int) -> None:
    found = distractors_of(f"It cost ${value} million.", seed)
    assert all(decimals_of(each.amount) == 1 for each in found)


def test_no_ages_stand_beside_a_span_of_centuries() -> None:
    assert not distractors_of("It lasted between 1500 and 1800.", 1)


@given(st.integers(1, 500), st.integers(1, 400), st.integers(0, 50))
def test_ranges_do_not_touch(lower: int, width: int, seed: int) -> None:
    found = distractors_of(f"It has between {lower} and {lower + width} officers.", seed)
    ends = [(lower, lower + width)] + [(int(each.value), int(each.upper or 0)) for each in found]
    ends.sort()
    assert all(one[1] < other[0] for one, other in zip(ends, ends[1:], strict=False))


ROOMY = [
    "Turnout was 47 percent.",
    "They shipped 12,000 tons.",
    "It cost $3.5 million.",
    "In 1899, the two firms merged.",
    "It began on May 14.",
]


@pytest.mark.parametrize("sentence", ROOMY)
def test_key_has_every_rank_equally_often(sentence: str) -> None:
    findings = findings_of(sentence)
    key = findings.figures[0]
    shared = Ranks(Random(5))
    ranks = Counter(
        sum(each.value < key.value for each in find_distractors(key, findings, shared))
        for _ in range(400)
    )
    assert set(ranks) == {0, 1, 2, 3}
    assert max(ranks.values()) < 140


def test_figures_of_the_article_come_first() -> None:
    text = "Turnout was 47 percent. It had been 39 percent. The valley had 58 percent."
    for seed in range(8):
        values = {each.value for each in distractors_of(text, seed)}
        assert values & {39, 58}


def test_figure_of_the_same_sentence_is_no_distractor() -> None:
    text = "Some 40 percent agreed, 50 percent did not and 60 percent slept."
    values = {each.value for seed in range(40) for each in distractors_of(text, seed)}
    assert not values & {40, 50, 60}


CHANGES = [
    ("The price fell from $52 to $40.", 0, lambda value: value > 40),
    ("The price fell from $52 to $40.", 1, lambda value: value < 52),
    ("It rose from 13.1 percent a year to about 15.8 percent.", 0, lambda value: value < 15.8),
    ("It ran from January 2003 to June 2004.", 1, lambda value: value > 20030100),
]


@pytest.mark.parametrize(("text", "which", "holds"), CHANGES)
def test_change_goes_on_in_its_sense(
    text: str, which: int, holds: Callable[[Decimal], bool]
) -> None:
    findings = findings_of(text)
    for seed in range(20):
        found = find_distractors(findings.figures[which], findings, Ranks(Random(seed)))
        assert found
        assert all(holds(each.value) for each in found)


def test_what_the_sentence_says_otherwise_is_no_distractor() -> None:
    text = "The five judges met four times and heard seven lawyers."
    findings = findings_of(text)
    (times, _) = findings.figures
    texts = {
        each.amount
        for seed in range(40)
        for each in find_distractors(times, findings, Ranks(Random(seed)))
    }
    assert texts
    assert not texts & {"five", "seven"}


def test_recent_years_have_no_future_ones_beside_them() -> None:
    text = "In 2022, it opened. In 2024, it closed."
    years = {each.value for seed in range(40) for each in distractors_of(text, seed)}
    assert max(years) <= 20240000


def test_what_is_to_come_dates_nothing_that_was() -> None:
    text = "In 2022, it opened. It will be enlarged by 2030."
    years = {each.value for seed in range(40) for each in distractors_of(text, seed)}
    assert max(years) <= 20220000


def test_a_single_unit_has_plural_ones_beside_it() -> None:
    assert all(each.text.endswith("tons") for each in distractors_of("It weighs one ton."))


def test_vague_words_have_no_distractors() -> None:
    assert distractors_of("It sold half a million copies.") == ()


def test_no_option_stands_within_another() -> None:
    text = "One hundred and seventy-one sailors left. Seventy-one came. Twenty-one stayed."
    for seed in range(20):
        found = [each.amount.lower() for each in distractors_of(text, seed)]
        assert "seventy-one" not in found


def test_ranks_are_dealt_equally_often_across_figures() -> None:
    ranks = Ranks(Random(3))
    below: Counter[int] = Counter()
    for sentence in ROOMY * 4:
        findings = findings_of(sentence)
        key = findings.figures[0]
        wrong = find_distractors(key, findings, ranks)
        below[sum(each.value < key.value for each in wrong)] += 1
    assert set(below.values()) == {5}


@pytest.mark.parametrize("text", ["It began in January 2025.", "It began on 3 February 2025."])
def test_nothing_is_later_than_the_article(text: str) -> None:
    article = replace(make_article(text), date="14 March 2025")
    findings = Findings(article, find_figures(article), ())
    for seed in range(20):
        found = find_distractors(findings.figures[0], findings, Ranks(Random(seed)))
        assert found
        assert all(each.value <= 20250314 for each in found)


@pytest.mark.parametrize("text", ["It began in May.", "It began on 3 February."])
def test_no_month_is_later_than_the_article_of_its_year(text: str) -> None:
    article = replace(make_article(text), date="14 September 2025")
    findings = Findings(article, find_figures(article), ())
    for seed in range(20):
        found = find_distractors(findings.figures[0], findings, Ranks(Random(seed)))
        assert len(found) == 3
        assert all(each.value <= 914 for each in found)
