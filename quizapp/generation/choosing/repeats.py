"""Whether a question asks again for what another one asks for or tells already."""

import re

from quizapp.banks.evidence import fold
from quizapp.banks.rules import Item
from quizapp.generation.english.words import content_words, share_of

_NEARLY_ALL = 0.8  # of the words of a question that stand in the statement
_LONG_KEY, _DEED = 3, 2  # words
_ASKS_DEED = re.compile(
    r"\bwhat (?:did|does|do|will|would|has|have) .* do\b|\bwhat happened to ", re.IGNORECASE
)
_PARTICLE = 3  # letters of a word that is small within a name
_MOSTLY = 0.6  # of the words of what is matched that stand in the other question


def ask_alike(one: Item, other: Item) -> bool:
    """Whether one of them matches pairs and the other asks for a part of one of the pairs."""
    return _told(one, other) or _told(other, one)


def is_told(one: Item, other: Item) -> bool:
    """Whether one of them tells what the other asks, both about one sentence."""
    return any(
        _tells(a, b) or _says_key(a, b) or _holds_key(a, b) for a, b in ((one, other), (other, one))
    )


def _tells(statement: Item, question: Item) -> bool:
    if statement.truth is not True or question.truth is not None:
        return False
    return share_of(content_words(question.stem), content_words(statement.stem)) >= _NEARLY_ALL


def _says_key(one: Item, other: Item) -> bool:
    """Whether a stem has the whole answer to the other question, if that is more than a name."""
    words = _key_words(other)
    fewest = _DEED if _ASKS_DEED.search(other.stem) else _LONG_KEY
    return len(words) >= fewest and share_of(words, content_words(one.stem)) >= _NEARLY_ALL


def _holds_key(one: Item, other: Item) -> bool:
    """Whether the answer to one, what somebody did, has the whole answer to the other in it."""
    part = content_words(other.keys[0].text) if len(other.keys) == 1 else []
    return bool(_ASKS_DEED.search(one.stem)) and share_of(part, _key_words(one)) >= _NEARLY_ALL


def _key_words(item: Item) -> list[str]:
    key = item.keys[0].text if len(item.keys) == 1 else ""
    return [] if _is_name(key) else content_words(key)


def _is_name(text: str) -> bool:
    return all(word[:1].isupper() or len(word) <= _PARTICLE for word in text.split())


def _told(matching: Item, single: Item) -> bool:
    """Whether `single` names one side of a pair and has the other as its key."""
    sides = (side for pair in _pairs(matching) for side in (pair, pair[::-1]))
    named = [said for key, said in sides if fold(key).casefold() in single.answers]
    if not named:
        return False
    stem = content_words(single.stem)
    return any(share_of(content_words(said), stem) >= _MOSTLY for said in named)


def _pairs(item: Item) -> list[tuple[str, str]]:
    return [(pair["left"], pair["right"]) for pair in item.exported.get("pairs", ())]
