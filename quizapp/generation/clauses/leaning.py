"""Phrases that only earlier sentences explain: the load, the ships, the other two."""

import re

from quizapp.generation.clauses.definite import Definites, ends_phrase
from quizapp.generation.english.verbs import BASES
from quizapp.generation.english.words import word_set

_OTHERS = re.compile(
    r"\b[Tt]he (?:(?:others?|rest|former|latter|remaining)(?: (?:one|two|three|four|five|six))?"
    r"|one|two|three|four|five|six|first|second|third|fourth|last)(?= (?P<next>[a-z]+)|[,?.]|$)"
)
_BARE = re.compile(r"\b[Tt]he (?:(?:two|three|four|five|six|same) )?(?P<noun>[a-z]+)\b")
# Things of which an article has one or several, and a reader of the question alone has none.
_THINGS = word_set(
    "load cargo haul ship ships vessel vessels boat boats men man woman women pair group groups "
    "team crew machine machines device devices building buildings site sites plan plans scheme "
    "project trial test tests deal work works measure measures change changes bill patient "
    "patients passengers victims survivors participants workers brothers sisters couple animal "
    "animals expedition voyage journey attack attempt experiment marriage wedding ceremony "
    "country rebellion uprising revolt fish algae strait"
)
_SEVERAL = word_set("two three four five six")
_ORDINALS = word_set("first second third fourth last")
_TURNED = re.compile(r"\b(?:did|does|do) $")
_EXPLAINED = re.compile(r" (?:that|which|who|whose|where)\b")


def leans_back(text: str, definites: Definites) -> bool:
    """Whether a statement or a question has a phrase that it doesn't explain itself."""
    return _has_others(text) or any(
        _is_unexplained(match, definites) for match in _BARE.finditer(text)
    )


def _has_others(text: str) -> bool:
    return any(_stands_alone(match) for match in _OTHERS.finditer(text))


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether no noun follows: the other two lost, but the other two ships."""
    following = match["next"] or ""
    rest = match.string[match.end() :]
    is_number = match.group().split()[-1] in _SEVERAL
    if following in ("of", "to") or _EXPLAINED.match(rest):
        return False
    if following == "in":
        return is_number  # but the first in the world
    if _TURNED.search(match.string[: match.start()]) and following in BASES:
        return True
    if following.endswith("s") and match.group().split()[-1] in _SEVERAL:
        return False
    is_ordinal = match.group().split()[-1] in _ORDINALS
    if is_ordinal and following:
        return False
    return ends_phrase(rest.strip()) or following in BASES


def _is_unexplained(match: re.Match[str], definites: Definites) -> bool:
    noun, clause = match["noun"], match.string
    if noun not in _THINGS or {noun, noun.removesuffix("s")} & definites.topics:
        return False
    if re.search(rf"\b{noun.removesuffix('s')}", clause[: match.start()].lower()):
        return False
    rest = clause[match.end() :]
    following = rest.split(maxsplit=1)[:1]
    is_verb = bool(following) and following[0].strip(",.?") in BASES
    return rest[:1] != "'" and (ends_phrase(rest.strip()) or is_verb)
