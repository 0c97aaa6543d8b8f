"""Whether a question that a model would ask follows from its fact; no model is asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from quizapp.banks.evidence import fold
from quizapp.banks.rules import words_of
from quizapp.generation.asking import saying
from quizapp.generation.english.words import content_words, share_of
from quizapp.generation.figures.numbers import SCALES
from quizapp.generation.model_tier.model_replies import Choice, Item
from quizapp.generation.model_tier.verification import (
    MOST_COPIED,
    Ground,
    Refusal,
    Verified,
    holds_key,
    words_of_names,
)

_RELATED = 0.4  # of the content words of a stem or key stand in the fact
_SAID = 0.6  # of those of a statement
_NEARLY = 0.25  # by how much more another fact may be what a stem is about
_NEARLY_STATED = 0.15  # the same for a statement, which repeats what it is about
_SHARED_ANCHORS = 2
_MOST_TYPED = 4  # words of an answer
_CONTRAST = re.compile(
    r"\b(?:than|versus|compared|unlike|whereas|while|instead|rather|contrast|opposed|first|second|"
    r"respectively|initially|originally|earlier|later|before|after|of these|of the two)\b",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    r"\b(?:more|less|fewer|greater|at least|at most|up to|over|under|above|below|half|twice|"
    r"double|majority|minority|most|only)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(r"\b(?:not?|never|none|nobody|without|neither|nor)\b|n't\b", re.IGNORECASE)
_SPELLED = "percent percentage points"  # what % may be called
_UNIT_WORDS = frozenset(content_words("percent per cent percentage about approximately dollars"))


def doubts_about_item(
    item: Item, verified: Verified, others: Mapping[str, Verified], ground: Ground
) -> Iterator[Refusal]:
    """What speaks against a question on a verified fact; `others` are all verified facts."""
    yield from _doubts_about_stem(item, ground)
    if not _is_about(item, verified, others):
        yield Refusal("stem-about-else", "The stem isn't about the fact.", item.stem)
    if item.type == "multiple_choice":
        yield from _doubts_about_options(item, verified, others)
    elif item.type == "true_false":
        yield from _doubts_about_statement(item, verified)
    elif item.type == "numerical":
        yield from _doubts_about_number(item, verified)
    elif verified.fact.answer_type != "name" or len(verified.fact.answer.split()) > _MOST_TYPED:
        sentence = "Only a short name can be typed as an answer."
        yield Refusal("answer-untypable", sentence, item.stem)


def _is_about(item: Item, verified: Verified, others: Mapping[str, Verified]) -> bool:
    """Whether a stem is about its fact, and about none of another sentence a good deal more."""
    words = set(content_words(item.stem))
    if item.type == "true_false":
        words -= set(content_words(" ".join(saying.names_in(item.stem))))
    elif item.options and verified.fact.answer_type not in ("number", "date", "name"):
        words |= set(content_words(item.options[item.key_index].text))
    own = share_of(words, content_words(verified.told))
    elsewhere = (each for each in others.values() if each.sentence != verified.sentence)
    most = max((share_of(words, content_words(each.told)) for each in elsewhere), default=0)
    nearly = _NEARLY_STATED if item.type == "true_false" else _NEARLY
    return own >= _RELATED and most <= own + nearly


def _doubts_about_stem(item: Item, ground: Ground) -> Iterator[Refusal]:
    texts = " ".join([item.stem, *(each.text for each in item.options)])
    if saying.has_address(texts):
        yield Refusal("address", "An address of a page stands in it.", item.stem)
    if ground.has_copied(item.stem):
        sentence = f"The stem copies more than {MOST_COPIED} words in a row."
        yield Refusal("copied-stem", sentence, item.stem)
    is_false = item.type == "true_false" and item.key_index == 1
    if not is_false and not ground.knows(item.stem):
        sentence = "The stem has a number or a name that the article doesn't have."
        yield Refusal("stem-not-in-article", sentence, item.stem)


def _doubts_about_options(
    item: Item, verified: Verified, others: Mapping[str, Verified]
) -> Iterator[Refusal]:
    key = item.options[item.key_index].text
    wrong = [each.text for at, each in enumerate(item.options) if at != item.key_index]
    if not holds_key(key, verified.evidence) or not _answers(key, wrong, verified):
        yield Refusal("key-not-in-evidence", "The key doesn't follow from the quote.", item.stem)
    numbers = saying.numbers_in(key)
    if numbers and numbers <= saying.numbers_in(item.stem):
        yield Refusal("answer-in-stem", "The stem holds the answer.", item.stem)
    for at, option in enumerate(item.options):
        if at != item.key_index:
            yield from _doubts_about_distractor(option, key, item, verified)
            yield from _also_true(option, item, verified, others)


def _answers(key: str, wrong: Sequence[str], verified: Verified) -> bool:
    """Whether a key says what the fact's answer says, as far as words tell.

    Of keys in words the evidence has to hold more than of any wrong option.
    """
    answer = verified.fact.answer
    if verified.fact.answer_type in ("number", "date"):
        amounts = saying.amounts_in(answer)
        said = saying.amounts_in(key)
        alike = all(any(one.is_like(other) for other in amounts) for one in said)
        return alike and saying.numbers_in(answer) == saying.numbers_in(key)
    if verified.fact.answer_type == "name":
        return saying.last_word(answer) == saying.last_word(key)
    evidence = content_words(verified.evidence)
    held = share_of(content_words(key), evidence)
    most = max((share_of(content_words(text), evidence) for text in wrong), default=0)
    return held >= _RELATED and held > most


def _doubts_about_distractor(
    option: Choice, key: str, item: Item, verified: Verified
) -> Iterator[Refusal]:
    said = saying.amounts_in(option.text)
    right = saying.amounts_in(key)
    if said and right and all(any(one.is_like(other) for other in right) for one in said):
        mine, keys = (set(content_words(text)) - _UNIT_WORDS for text in (option.text, key))
        if mine <= keys or keys <= mine:
            yield Refusal("distractor-is-key", "A wrong option says what the key says.", item.stem)
    quoted = [each for each in saying.amounts_in(verified.evidence) if each not in right]
    in_quote = any(one.is_like(other) for one in said for other in quoted)
    is_key_too = any(one.is_like(other) for one in said for other in right)
    if in_quote and not is_key_too and not _CONTRAST.search(item.stem):
        sentence = "A wrong option has a figure of the quote, and the stem names no contrast."
        yield Refusal("distractor-in-evidence", sentence, item.stem)


def _also_true(
    option: Choice, item: Item, verified: Verified, others: Mapping[str, Verified]
) -> Iterator[Refusal]:
    """A wrong option that answers another fact whose claim is about the same things."""
    anchors = set(content_words(item.stem))
    for other in others.values():
        shared = anchors & set(content_words(other.fact.claim))
        same = _same_answer(option.text, other.fact.answer)
        if other.id != verified.id and same and len(shared) >= _SHARED_ANCHORS:
            sentence = "A wrong option is the answer of another fact about the same things."
            yield Refusal("distractor-also-true", sentence, item.stem)
            return


def _same_answer(one: str, other: str) -> bool:
    first, second = (fold(text).casefold().rstrip(".") for text in (one, other))
    return first == second or (
        saying.amounts_in(one) != () and saying.amounts_in(one) == saying.amounts_in(other)
    )


def _doubts_about_statement(item: Item, verified: Verified) -> Iterator[Refusal]:
    evidence = verified.evidence
    names = set(content_words(" ".join(saying.names_in(item.stem))))
    told = set(content_words(verified.told))
    may_swap = item.key_index == 1 and verified.fact.answer_type == "name"
    is_related = share_of(set(content_words(item.stem)) - names, told) >= _SAID
    if not is_related or not (may_swap or names <= told):
        yield Refusal("stem-about-else", "The statement isn't about the fact.", item.stem)
    if not _directions(item.stem) <= _directions(evidence) or _denies(item.stem, evidence):
        sentence = "The statement says more, less or no where the quote doesn't."
        yield Refusal("key-not-in-evidence", sentence, item.stem)
    if item.key_index == 0 and not _is_borne_out(item.stem, verified):
        sentence = "The quote doesn't bear the statement out."
        yield Refusal("key-not-in-evidence", sentence, item.stem)
    if item.key_index == 1 and not _is_refuted(item.stem, verified):
        sentence = "The quote doesn't show that the statement is false."
        yield Refusal("key-not-in-evidence", sentence, item.stem)


def _is_borne_out(statement: str, verified: Verified) -> bool:
    """Whether the answer stands in the statement, and its numbers and months in the quote."""
    fact, evidence = verified.fact, verified.evidence
    has_answer = saying.numbers_in(fact.answer) <= saying.numbers_in(statement)
    if fact.answer_type == "name":
        has_answer = saying.last_word(fact.answer) in words_of_names(statement)
    elif fact.answer_type not in ("number", "date"):
        answer, said = content_words(fact.answer), content_words(statement)
        has_answer = min(share_of(answer, said), share_of(said, content_words(evidence))) >= _SAID
    return has_answer and (
        saying.numbers_in(statement) <= saying.numbers_in(evidence)
        and saying.months_in(statement) <= saying.months_in(evidence)
    )


def _is_refuted(statement: str, verified: Verified) -> bool:
    """Whether the answer's figure or name has another in its place, which the quote doesn't have.

    Of a statement that says more or less than a figure this can't be told.
    """
    if _directions(statement):
        return False
    fact, evidence = verified.fact, verified.evidence
    if fact.answer_type == "name":
        names = {saying.last_word(name) for name in saying.names_in(statement)}
        others = names - words_of_names(evidence)
        return bool(others) and saying.last_word(fact.answer) not in words_of_names(statement)
    if fact.answer_type not in ("number", "date"):
        return False
    right, said = saying.numbers_in(fact.answer), saying.numbers_in(statement)
    others_said = said - saying.numbers_in(evidence)
    return bool(others_said) and not right <= said


def _directions(text: str) -> set[str]:
    return {match.group().lower() for match in _DIRECTION.finditer(text)}


def _denies(statement: str, evidence: str) -> bool:
    return bool(_DENIAL.search(statement)) and not _DENIAL.search(evidence)


def _doubts_about_number(item: Item, verified: Verified) -> Iterator[Refusal]:
    assert item.numeric is not None
    value, unit = abs(item.numeric.value), item.numeric.unit
    scale = next((SCALES[word] for word in words_of(unit) if word in SCALES), Decimal(1))
    answer = saying.numbers_in(verified.fact.answer)
    is_of_kind = verified.fact.answer_type in ("number", "date")
    has_sign = (item.numeric.value < 0) == saying.is_below_zero(verified.fact.answer)
    if not is_of_kind or not has_sign or value * scale not in answer:
        sentence = "The number isn't the fact's answer."
        yield Refusal("key-not-in-evidence", sentence, item.stem)
    if value * scale in saying.numbers_in(item.stem):
        yield Refusal("answer-in-stem", "The stem holds the answer.", item.stem)
    evidence = f"{verified.evidence} {_SPELLED}" if "%" in verified.evidence else verified.evidence
    words = set(content_words(unit)) - set(content_words(" ".join(SCALES)))
    if "$" not in verified.evidence and not words <= set(content_words(evidence)):
        yield Refusal("unit-not-in-evidence", "The quote doesn't have the unit.", item.stem)
