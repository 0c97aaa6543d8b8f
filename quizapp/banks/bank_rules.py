"""Rules about a bank as a whole: patterns that no single question shows."""

from collections import Counter
from collections.abc import Iterable, Iterator

from quizapp.banks.evidence import fold
from quizapp.banks.rules import Finding, Item, Setting, bank_rule, shortened

_ALIKE = 0.8  # Jaccard's index of the words of two stems
_FEWEST = 10  # questions of a kind before a share says anything
_MOST_ON_A_QUOTE = 3


@bank_rule("duplicate", "Delete one of them, or ask for something else.")
def near_duplicates(setting: Setting) -> Iterator[Finding]:
    """Two questions that ask the same count the same knowledge twice."""
    for first, second in _alike(setting.items):
        if first.key == second.key:
            heading = shortened(first.question.heading)
            line = first.question.line
            yield Finding(f'This asks the same as "{heading}" on line {line}.', second.question)


@bank_rule("same-stem", "Make the stems say what differs.")
def same_stems(setting: Setting) -> Iterator[Finding]:
    """Of two equal stems with different keys, one key is likely wrong."""
    seen: dict[tuple[str, ...], Item] = {}
    for item in setting.items:
        first = seen.setdefault((*item.words, fold(item.question.text)), item)
        if first is not item and first.key != item.key:
            line = first.question.line
            yield Finding(f"The same stem on line {line} has another key.", item.question)


@bank_rule("key-position", "Move some keys; format and publishing keep the letters.")
def key_positions(setting: Setting) -> Iterator[Finding]:
    """Who guesses one position all the time should gain nothing."""
    places = [_position(item) for item in setting.items if len(item.keys) == 1]
    place, share = _most_common(places)
    if share > 0.4:
        yield Finding(f"Option {place + 1} is the key in {share:.0%} of the questions.")


@bank_rule("key-often-longest", "Lengthen wrong options or shorten keys.")
def keys_often_longest(setting: Setting) -> Iterator[Finding]:
    """Students learn that the longest option is right."""
    worded = [i for i in setting.items if len(i.keys) == 1 and i.keys[0].number is None]
    longest = [item for item in worded if _is_longest(item)]
    if len(worded) >= _FEWEST and len(longest) > 0.4 * len(worded):
        share = len(longest) / len(worded)
        yield Finding(f"The key is the longest option in {share:.0%} of the worded questions.")


@bank_rule("numeric-key-rank", "Choose wrong numbers on both sides of the key.")
def numeric_key_ranks(setting: Setting) -> Iterator[Finding]:
    """If the key is mostly the second smallest number, that number is a good guess."""
    ranks = [rank for item in setting.items if (rank := _rank(item)) is not None]
    rank, share = _most_common(ranks)
    if share > 0.45:
        yield Finding(f"The key is number {rank + 1} by size in {share:.0%} of such questions.")


@bank_rule("true-share", "Turn some statements around.")
def true_share(setting: Setting) -> Iterator[Finding]:
    """If most statements are true, "true" is a good guess."""
    truths = [item.truth for item in setting.items if item.truth is not None]
    share = sum(truths) / len(truths) if truths else 0.5
    if len(truths) >= _FEWEST and not 0.35 <= share <= 0.65:
        yield Finding(f"{share:.0%} of the {len(truths)} statements are true.")


@bank_rule("many-on-one-quote", "Ask about other passages as well.")
def many_on_one_quote(setting: Setting) -> Iterator[Finding]:
    """Many questions on one sentence weigh it more than all else."""
    counts: Counter[tuple[str, str]] = Counter()
    for item in setting.items:
        quotes = {(e.source, fold(e.quote)) for e in item.question.evidence}
        counts.update(quotes)
        for quote in quotes:
            if counts[quote] == _MOST_ON_A_QUOTE + 1:
                sentence = f"More than {_MOST_ON_A_QUOTE} questions rest on one quote."
                yield Finding(sentence, item.question)


@bank_rule("one-type", "Ask in other ways as well.")
def one_type(setting: Setting) -> Iterator[Finding]:
    """Different types show different knowledge."""
    labels = Counter(item.question.body.label for item in setting.items)
    for label, count in labels.most_common(1):
        share = count / len(setting.items)
        if len(setting.items) >= _FEWEST and share > 0.7:
            yield Finding(f"{share:.0%} of the questions are of type {label}.")


def _alike(items: tuple[Item, ...]) -> Iterator[tuple[Item, Item]]:
    """Pairs of questions with nearly the same words, each second one once.

    Two stems this alike share at least one of the rarest fifth of their words, so only questions
    under the same rare word are compared.
    """
    counts = Counter(word for item in items for word in set(item.words))
    index: dict[str, list[tuple[Item, frozenset[str]]]] = {}
    for item in items:
        words = frozenset(item.words)
        rare = sorted(words, key=lambda word: (counts[word], word))
        prefix = rare[: len(rare) - int(len(rare) * _ALIKE) + 1]
        if found := _first_alike(words, (index.get(word, ()) for word in prefix)):
            yield found, item
        for word in prefix:
            index.setdefault(word, []).append((item, words))


def _first_alike(
    words: frozenset[str], near: Iterable[Iterable[tuple[Item, frozenset[str]]]]
) -> Item | None:
    for candidates in near:
        for other, others in candidates:
            if len(words & others) >= _ALIKE * len(words | others):
                return other
    return None


def _most_common(values: list[int]) -> tuple[int, float]:
    """The most frequent value and its share; 0 while there are too few."""
    if len(values) < _FEWEST:
        return 0, 0.0
    value, count = Counter(values).most_common(1)[0]
    return value, count / len(values)


def _position(item: Item) -> int:
    return next(place for place, choice in enumerate(item.choices) if choice.correct)


def _is_longest(item: Item) -> bool:
    key = len(item.keys[0].text)
    return all(len(wrong.text) < key for wrong in item.distractors)


def _rank(item: Item) -> int | None:
    """The key's place among the numbers of the options, by size from 0."""
    numbers = [choice.number for choice in item.choices if choice.number is not None]
    if len(item.keys) != 1 or len(numbers) < 3 or item.keys[0].number is None:
        return None
    return sorted(numbers).index(item.keys[0].number)
