"""Whether a question asks again for what another one asks for or tells already."""

from quizapp.banks.evidence import fold
from quizapp.banks.rules import Item
from quizapp.generation.english.words import content_words, share_of

_NEARLY_ALL = 0.8  # of the words of a question that stand in the statement
_LONG_KEY = 3  # words
_PARTICLE = 3  # letters of a word that is small within a name
_MOSTLY = 0.6  # of the words of what is matched that stand in the other question


def ask_alike(one: Item, other: Item) -> bool:
    """Whether one of them matches pairs and the other asks for a part of one of the pairs."""
    return _told(one, other) or _told(other, one)


def is_told(one: Item, other: Item) -> bool:
    """Whether one of them tells what the other asks, both about one sentence."""
    return any(_tells(a, b) or _says_key(a, b) for a, b in ((one, other), (other, one)))


def _tells(statement: Item, question: Item) -> bool:
    if statement.truth is not True or question.truth is not None:
        return False
    return share_of(content_words(question.stem), content_words(statement.stem)) >= _NEARLY_ALL


def _says_key(one: Item, other: Item) -> bool:
    """Whether a stem has the whole answer to the other question, if that is more than a name."""
    key = other.keys[0].text if len(other.keys) == 1 else ""
    words = [] if _is_name(key) else content_words(key)
    return len(words) >= _LONG_KEY and share_of(words, content_words(one.stem)) >= _NEARLY_ALL


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
