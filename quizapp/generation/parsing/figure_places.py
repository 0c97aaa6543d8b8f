"""Where a figure stands in a clause."""

from dataclasses import dataclass

from quizapp.generation.english.words import word_set
from quizapp.generation.findings import Figure
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.trees import ParsedSentence, Token

_HEDGES = word_set(
    "about around some roughly approximately nearly almost circa minus than up least most over "
    "under as"
)


@dataclass(frozen=True)
class Place:
    """Where a figure stands in a clause."""

    clause: Clause
    figure: Figure
    part: Part | None  # None: in the subject
    top: Token  # the figure's word that the others hang on
    words: tuple[Token, ...]  # those of the figure itself

    @property
    def sentence(self) -> ParsedSentence:
        return self.clause.sentence


def find_place(figure: Figure, clause: Clause) -> Place | None:
    words = clause.sentence.covering(figure.start, figure.end)
    top = clause.sentence.top(words)
    if top is None or not words or _is_bracketed(clause.sentence, words[0]):
        return None
    between = sorted((top.index, clause.verb.index))
    if any(token.text == ";" for token in clause.sentence.tokens[slice(*between)]):
        return None
    if top.text.lower() == "between":
        inner = clause.sentence.child(top, "pobj")
        top = inner if inner is not None and inner in words else top
    if top in clause.subject:
        return Place(clause, figure, None, top, words)
    part = next((each for each in clause.parts if top in each.tokens), None)
    return Place(clause, figure, part, top, words) if part else None


def _is_bracketed(sentence: ParsedSentence, word: Token) -> bool:
    before = [token.text for token in sentence.tokens[: word.index]]
    return before.count("(") > before.count(")")


def is_range_end(place: Place) -> bool:
    """Whether it is the 14 of by between 9 and 14 percent."""
    return place.figure.kind == "range" and place.words[0].text.lower() == "between"


def preposition_before(place: Place) -> Token | None:
    """The word right before the figure and its hedge: of "from 19 to 27 days" it is "to"."""
    at = place.words[0].index - 1
    tokens = place.sentence.tokens
    if at > 0 and (tokens[at - 1].text.lower(), tokens[at].text.lower()) == ("up", "to"):
        at -= 2
    while (
        at > 0
        and tokens[at].tag in ("RB", "RBR", "JJR", "JJS", "DT")
        or (at > 0 and tokens[at].text.lower() in _HEDGES)
    ):
        at -= 1
    return tokens[at] if at >= 0 and tokens[at].tag in ("IN", "TO") else None


def is_a_vote(place: Place) -> bool:
    """By 54 percent to 46: neither of them says anything alone."""
    words = {part.tokens[0].text.lower() for part in place.clause.after if part.dep == "prep"}
    figures = [p for p in place.clause.after if any(t.tag == "CD" for t in p.tokens)]
    by_and_to = [part for part in figures if part.tokens[0].text.lower() in ("by", "to")]
    return {"by", "to"} <= words and len(by_and_to) > 1
