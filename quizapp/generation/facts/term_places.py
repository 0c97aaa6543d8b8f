"""Where a sentence names what it explains: "regenerative braking, in which the motor ..."."""

import re
from collections.abc import Iterator

from quizapp.generation.clauses.subjects import PREPOSITIONS, PRONOUNS, is_plural_noun
from quizapp.generation.english.name_words import CLAUSE_NOUNS, MONTHS, ROLES
from quizapp.generation.english.quotation_marks import is_quoted
from quizapp.generation.english.verbs import AUXILIARIES, BASES, is_finite
from quizapp.generation.english.words import FUNCTION_WORDS, word_set
from quizapp.generation.facts.terms import explained_in
from quizapp.generation.findings import Name

_TERM = r"(?P<term>(?:[a-z][a-z-]+ ){0,3}[a-z][a-z-]+)"
_THE = r"(?:the |an? )?"
_BE = r"(?:is|are|was|were|be|been|being|now|also|often|sometimes|commonly|usually)"
_NAMINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:known as|termed|dubbed|nicknamed|referred to as) {_THE}{_TERM}(?=[,.;:)]| \(|$)",
        rf"(?:\b{_BE}|,|\ban? (?:[a-z-]+ ){{0,2}}[a-z-]+) called {_THE}{_TERM}(?=[,.;:)]| \(|$)",
        rf"\b(?:an?|the|of|by|through|as|with|called|into|from|in|is|are) {_TERM}"
        r"(?=,? meaning |, that is, |,? i\.e\.,? (?:an?|the|they|it)\b)",
        rf"\b(?:through|by|via|using|as|called) {_TERM}(?=, in which )",
        r'"(?P<term>[a-z][a-z -]{3,35}[a-z])(?=,?" (?:an?|in which|meaning|that is)\b)',
    )
)
_THE_ONE = re.compile(
    r"\b(?P<verb>[a-z]+) (?P<term>[a-z-]{4,})(?=, the (?:[a-z-]+ ){1,3}(?:that|which) )"
)
_DEPENDING = re.compile(r"(?:If|When|As|While|Because|After|Before|Since|Although) ")
_LEFT_OUT = word_set("called first new so-called own best last")
_NO_TERMS = ROLES | MONTHS | PRONOUNS | AUXILIARIES | CLAUSE_NOUNS | word_set("it that so far ones")


def find_term_places(text: str, names: tuple[Name, ...]) -> tuple[tuple[int, int], ...]:
    """Beginnings and ends of the terms in one sentence."""
    starts = {end: start for start, end in reversed(list(_places(text, names)))}
    return tuple((start, end) for end, start in starts.items())


def _places(text: str, names: tuple[Name, ...]) -> Iterator[tuple[int, int]]:
    for pattern in _NAMINGS:
        for match in pattern.finditer(text):
            yield from _place(match)
    for match in () if _DEPENDING.match(text) else _THE_ONE.finditer(text):
        if match["verb"] in BASES or (is_finite(match["verb"]) and match["verb"][-1] == "s"):
            yield from _place(match)
    yield from _explained(text, names)


def _explained(text: str, names: tuple[Name, ...]) -> Iterator[tuple[int, int]]:
    """Those with an explanation between commas."""
    for term in explained_in(text, names):
        words = term.split()
        if len(words) > 2 and is_plural_noun(words[0]) and words[1] in BASES:
            term = " ".join(words[2:])  # the cells contain melanopsin
        at = text.find(f"{term}, ")
        if at >= 0:
            yield at, at + len(term)


def _place(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Without "first" and the like before it, if it is a term at all."""
    start, words = match.start("term"), match["term"].split()
    while words and words[0] in _LEFT_OUT:
        start += len(words.pop(0)) + 1
    inner = [word for word in words if word != "of"]
    is_named = bool(words) and not any(word in FUNCTION_WORDS for word in inner)
    if is_named and words[-1] not in _NO_TERMS | PREPOSITIONS and words[0] != "of":
        is_open = match.re.pattern.startswith('"') or not is_quoted(match.string, start)
        if is_open:
            yield start, match.end("term")
