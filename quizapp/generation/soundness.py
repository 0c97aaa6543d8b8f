"""Stems that no one would say: two times for one event, comparisons cut short, nested questions."""

import re
from collections.abc import Iterator

from quizapp.generation.subjects import PREPOSITIONS
from quizapp.generation.verbs import AUXILIARIES, is_finite, is_past
from quizapp.generation.words import word_set

_ASKS_WHEN = re.compile(
    r"(?:[^,?]{1,60}, )?(?:when|(?:in|on|by) (?:which|what) (?:year|decade|month|season|date)) "
    r"(?:did|was|were|is|are|had|has|have|do|does|will|would) ",
    re.IGNORECASE,
)
# Another time for the same event: did the mill open in 1951, did he rule until his death.
_OTHER_TIME = re.compile(
    r" in (?:(?:early|late|mid) )?\d{4}\b(?! (?:dollars|prices))"
    r"| from \d{4} until\b| (?:until|till) (?:his|her|its|their|the) \w+\?"
)
_SUBORDINATE = re.compile(
    r" (?:that|which|who|whose|whom|where|when|what|after|before|because|than|as|to|for|of|about) "
)
_MORE = re.compile(r"\b(?:twice|half|times|nearly|almost|just|not) as (?:many|much) \w+")
_NESTED = re.compile(
    r"(?:^|, |^(?:in|on|at|by|to|for) )(?:when|where|why|how|what|which)\b[^,?]*? "
    r"(?:did|does|do|was|were|is|are|had|has|have) (?:how|what|which|why|whether|where|when)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r" (?:said|says) (?!:|that\b|so\b|yes\b|no\b|what\b)(?P<what>[^:,\"?]+)[,.?]")
_NOT_TOLD = word_set("more goodbye nothing something anything this")


def doubts_about_stem(stem: str) -> Iterator[tuple[str, str]]:
    """Codes and sentences."""
    if (asked := _ASKS_WHEN.match(stem)) and _is_timed(stem[asked.end() - 1 :]):
        yield "timed-twice", "Its stem gives one time and asks for another."
    if (more := _MORE.search(stem)) and " as " not in stem[more.end() :]:
        yield "comparison-cut", "Its stem compares something with nothing."
    if _NESTED.search(stem):
        yield "nested-question", "Its stem has a question inside a question."
    if any(_says_nothing(match["what"]) for match in _SAID.finditer(stem)):
        yield "said-nothing", "Its stem says that somebody said something, but not what."


def _is_timed(rest: str) -> bool:
    """Whether a time stands there that belongs to the verb, not to a clause or a noun."""
    other = _OTHER_TIME.search(rest)
    return other is not None and not _SUBORDINATE.search(rest[: other.start() + 1])


def _says_nothing(what: str) -> bool:
    """Whether what was said has no verb: she said many of her members."""
    words = what.split()
    if len(words) < 2 or words[0].lower() in _NOT_TOLD | PREPOSITIONS:
        return False
    return not any(
        is_finite(word) or is_past(word) or word in AUXILIARIES or word.endswith("ing")
        for word in words
    )
