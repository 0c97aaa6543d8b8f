"""How good a draft is, from its items, its article and the facts: pure, and blind to meaning."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import TypeVar

from quizapp.banks.evidence import fold, is_found
from tests.generation.exported import Item
from tests.generation.gold import Fact, GoldArticle
from tests.generation.matching import holds, holds_anchors, holds_any, numbers_in, tokens, word_list

T = TypeVar("T")
ALIKE = 0.8  # Jaccard's index of two stems' words
RUN = 12  # words in a row that are a copy


@dataclass(frozen=True)
class Balance:
    """Shares that a guesser could use; None where there is nothing to count."""

    position: float | None  # of the most frequent place of the key
    rank: float | None  # of its most frequent place by size among numbers
    longest: float | None  # of worded items whose key is longest
    true: float | None  # of statements that are true


@dataclass(frozen=True)
class Score:
    """What is counted of one draft."""

    items: int
    types: int
    recall: float | None
    figures: float | None
    important: float | None
    explanations: float | None
    contradictions: tuple[str, ...]  # each a sentence
    duplicates: tuple[str, ...]
    evidence: tuple[str, ...]
    copied: float
    balance: Balance
    missed: tuple[str, ...]  # ids of facts that no item covers


def score(items: Sequence[Item], article: GoldArticle) -> Score:
    """The score of a draft."""
    facts = article.facts
    return Score(
        items=len(items),
        types=len({item.type for item in items}),
        recall=_share(facts, lambda fact: is_covered(fact, items)),
        figures=_share(_of_kind(facts, "figure", "date"), lambda fact: is_covered(fact, items)),
        important=_share([f for f in facts if f.important], lambda fact: is_covered(fact, items)),
        explanations=_share(
            _of_kind(facts, "reason", "definition"), lambda fact: is_explained(fact, items)
        ),
        contradictions=tuple(find_contradictions(items, article)),
        duplicates=tuple(find_duplicates(items)),
        evidence=tuple(find_evidence_problems(items, article.text)),
        copied=_share(items, lambda item: is_copied(item.stem, article.text)) or 0.0,
        balance=weigh(items),
        missed=tuple(fact.id for fact in facts if not is_covered(fact, items)),
    )


def is_covered(fact: Fact, items: Iterable[Item]) -> bool:
    """Whether an item asks for the fact."""
    return any(covers(item, fact) for item in items)


def covers(item: Item, fact: Fact) -> bool:
    """Whether the key is the fact's value; of a false statement, whether the correction is."""
    if not holds_anchors(item.whole, fact.anchors):
        return False
    if item.is_true is False:
        return holds_any(item.explanation, fact.values) and not holds_any(item.stem, fact.values)
    return any(holds_any(key, fact.values, item.stem) for key in item.keys)


def is_explained(fact: Fact, items: Iterable[Item]) -> bool:
    """Whether an item asks for the fact, or says it in the explanation of one about it."""
    return any(
        covers(item, fact)
        or (holds_anchors(item.whole, fact.anchors) and holds_any(item.explanation, fact.values))
        for item in items
    )


def find_contradictions(items: Sequence[Item], article: GoldArticle) -> Iterator[str]:
    """Items whose key can't be right by the facts, or by the article's numbers."""
    known = numbers_in(article.text)
    for item in items:
        if item.is_true is None:
            yield from _wrong_choices(item, article)
        elif item.is_true and not numbers_in(item.stem) <= known:
            yield f"{item.id}: called true, with a number that the article lacks"
        elif item.is_true is False and _is_said(item):
            yield f"{item.id}: called false, in the words of its evidence"


def _wrong_choices(item: Item, article: GoldArticle) -> Iterator[str]:
    """Facts whose value is offered as wrong, though the key is that of no other fact here.

    Only what the quotes say and the stem doesn't counts: another value is a fair distractor,
    whatever words its fact shares with the stem. A key that the article lacks gets no such grace.
    """
    if len(item.keys) != 1 or not item.distractors:
        return
    about = [fact for fact in article.facts if holds_anchors(item.stem, fact.anchors)]
    if any(holds_any(item.key, fact.values, item.stem) for fact in about):
        return
    is_known = numbers_in(item.key) <= numbers_in(article.text)
    said = " ".join(item.quotes) if is_known else article.text
    suspects = [
        text for text in item.distractors if holds(said, text) and not holds(item.stem, text)
    ]
    for fact in about:
        wrong = [text for text in suspects if holds_any(text, fact.values, item.stem)]
        if wrong and _is_alike_in_kind(item.key, wrong[0]):
            yield f"{item.id}: offers {wrong[0]!r} of fact {fact.id} as wrong"


def _is_alike_in_kind(key: str, wrong: str) -> bool:
    """Whether both are numbers, or neither."""
    return bool(numbers_in(key)) == bool(numbers_in(wrong))


def _is_said(item: Item) -> bool:
    """Whether the statement stands in a quote word by word, but for words left out."""
    statement = word_list(item.stem)
    return any(_is_subsequence(statement, word_list(quote)) for quote in item.quotes)


def _is_subsequence(part: Sequence[str], whole: Sequence[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def find_duplicates(items: Sequence[Item]) -> Iterator[str]:
    """Pairs that ask the same: one stem, or nearly the same words with one key."""
    for first, second in combinations(items, 2):
        if _stem(first) == _stem(second):
            yield f"{first.id}, {second.id}: the same stem"
        elif _normal_key(first) == _normal_key(second) and _is_alike(first, second):
            yield f"{first.id}, {second.id}: nearly the same words, the same key"


def _stem(item: Item) -> tuple[str, ...]:
    return word_list(item.stem)


def _normal_key(item: Item) -> object:
    """The key for comparing; statements have truth instead of a key."""
    if item.is_true is not None:
        return item.is_true
    found = tokens(item.key)
    return (found.words, found.numbers)


def _is_alike(first: Item, second: Item) -> bool:
    one, two = set(_stem(first)), set(_stem(second))
    return len(one & two) >= ALIKE * len(one | two)


def find_evidence_problems(items: Iterable[Item], text: str) -> Iterator[str]:
    """Items without a quote, with one that isn't in the article, or without the key's numbers."""
    folded = fold(text)
    for item in items:
        if not item.quotes:
            yield f"{item.id}: no evidence"
        for quote in item.quotes:
            if not is_found(quote, folded):
                yield f"{item.id}: the quote isn't in the article"
        if item.quotes and not _has_numbers(item):
            yield f"{item.id}: the key's number isn't in the quotes"


def _has_numbers(item: Item) -> bool:
    """Whether the quotes name the key's numbers; what a statement says may stand elsewhere too."""
    if item.is_true is not None or item.type == "multiple_response":
        return True
    said = tokens(" ".join(item.quotes))
    scales = (Decimal(1), *tokens(item.stem).scales)  # a bare 1.3 may be asked for in millions
    return all(
        any(said.holds_number(number * scale) for scale in scales)
        for number in numbers_in(item.key)
    ) or any(holds_any(" ".join(item.quotes), (key,), item.stem) for key in item.keys)


def is_copied(stem: str, text: str) -> bool:
    """Whether the stem takes a dozen words in a row from the article."""
    words, source = word_list(stem), f" {' '.join(word_list(text))} "
    runs = (words[start : start + RUN] for start in range(len(words) - RUN + 1))
    return any(f" {' '.join(run)} " in source for run in runs)


def weigh(items: Sequence[Item]) -> Balance:
    """What the places of the keys would tell a guesser."""
    single = [item for item in items if sum(right for _, right in item.options) == 1]
    worded = [item for item in single if not numbers_in(item.key)]
    truths = [item.is_true for item in items if item.is_true is not None]
    ranks = [rank for item in single if (rank := _rank(item)) is not None]
    return Balance(
        position=_most([[right for _, right in item.options].index(True) for item in single]),
        rank=_most(ranks),
        longest=_share(worded, _has_longest_key),
        true=sum(truths) / len(truths) if truths else None,
    )


def _has_longest_key(item: Item) -> bool:
    return all(len(text) < len(item.key) for text in item.distractors)


def _rank(item: Item) -> int | None:
    """The key's place among the options by their first number; None unless all have one."""
    sizes = [tokens(text).numbers[:1] for text, _ in item.options]
    if not all(sizes):
        return None
    place = [right for _, right in item.options].index(True)
    return sorted(sizes).index(sizes[place])


def _most(values: Sequence[int]) -> float | None:
    """The share of the most frequent value."""
    return Counter(values).most_common(1)[0][1] / len(values) if values else None


def _of_kind(facts: Iterable[Fact], *kinds: str) -> list[Fact]:
    return [fact for fact in facts if fact.kind in kinds]


def _share(values: Sequence[T], holds: Callable[[T], bool]) -> float | None:
    """How many of them, as a fraction; None where there is none."""
    return sum(map(holds, values)) / len(values) if values else None
