"""Words of English as rules need them: which carry content, and which are forms of one word."""

import re
from collections.abc import Iterable


def word_set(text: str) -> frozenset[str]:
    """The words of a list as it is written in a module."""
    return frozenset(text.split())


WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
FUNCTION_WORDS = word_set(
    "a about above after again against all also although always am among an and any are aren't as "
    "at be became because been before being below between both but by can can't cannot could "
    "couldn't did didn't do does doesn't doing don't down during each even ever every few for from "
    "further had hadn't has hasn't have haven't having he her here hers herself him himself his "
    "how however i if in into is isn't it it's its itself just least less like made make many may "
    "me might more most much must my myself never no nor not now of off on once one only onto or "
    "other our ours out over own per rather same shall she should shouldn't since so some still "
    "such than that that's the their theirs them themselves then there these they this those "
    "though through thus to too toward towards under until up upon us very was wasn't we were "
    "weren't what when where whether which while who whom whose why will with within without "
    "won't would wouldn't yet you your yours"
)
_ENDINGS = re.compile(r"(?:'s|ies|es|s|ing|ed|ly)$")


def content_words(text: str) -> list[str]:
    """The words that say what `text` is about, in the order of the text, as rough stems."""
    words = (match.group().lower().replace("’", "'") for match in WORD.finditer(text))
    return [stem(word) for word in words if word not in FUNCTION_WORDS and len(word) > 2]


def stem(word: str) -> str:
    """Alike for most forms of one word: sanctions and sanctioned, army and armies."""
    return _ENDINGS.sub("", word)[:7].rstrip("iey")


def share_of(words: Iterable[str], text: Iterable[str]) -> float:
    """Which part of `words` stands among those of `text`, from 0 to 1; 0 without any."""
    wanted, present = set(words), set(text)
    return len(wanted & present) / len(wanted) if wanted else 0.0
