"""The clauses of an article that hold a figure and can stand alone."""

import re
from collections.abc import Iterator
from itertools import chain

from quizapp.generation.article import Article
from quizapp.generation.clauses.clause_cutting import cut_around
from quizapp.generation.clauses.counted_parts import counted_part
from quizapp.generation.clauses.dated_clauses import dated_by_relative
from quizapp.generation.clauses.references import resolve
from quizapp.generation.clauses.spots import Spot, find_spot
from quizapp.generation.english.verbs import is_finite
from quizapp.generation.findings import Figure
from quizapp.generation.names.casing import Casing

LONGEST_SENTENCE = 700  # characters; what is longer is no prose
_POLL = re.compile(r"\bthe (?:poll|survey)\b")
# Thirty percent fear ...: of whom, only the poll says that the article is about.
_BARE_SHARE = re.compile(r"(?:[\w-]+ ){0,2}[\w.-]+ (?:percent|per cent) (?!of\b)")


_POINTING = re.compile(r"\w+ing (?:it|them|him|her)\b")  # removing it costs ...


_ORDINAL = re.compile(
    r"(?:(?:On|In|At|By|From|During|For|Of) t|T)he "
    r"(?:first|second|third|fourth|last|others?|rest|former|latter)(,| \w+)"
)
_OF_SOMETHING = re.compile(
    r"\b(?:affect|suppl|provid|produc|contribut|account|own|hold|held|make|made|had|has|have|get|got)\w*$"
)


class FigureClauses:
    """All of one article."""

    def __init__(self, article: Article, casing: Casing) -> None:
        self.article, self.casing = article, casing
        polls = {match.group() for match in _POLL.finditer(article.text)}
        self.poll = polls.pop() if len(polls) == 1 else ""  # if it tells of only one

    def holding(self, figure: Figure) -> Iterator[Spot]:
        """Those that hold the figure, the shortest first."""
        sentence = self.article.sentences[figure.sentence]
        if len(sentence.text) > LONGEST_SENTENCE:
            return
        start = figure.start - sentence.start
        end = start + len(figure.text)
        made = (counted_part(sentence.text, figure, start), *dated_by_relative(sentence.text))
        cut = cut_around(sentence.text, start, end, self.casing.lowered)
        for clause in chain(filter(None, made), cut):
            alone = self._alone(clause, figure.sentence)
            spot = find_spot(alone, figure) if alone is not None else None
            if spot is not None and not (_is_pointing(spot.clause) or _is_elliptical(spot)):
                yield spot

    def _alone(self, clause: str, sentence: int) -> str | None:
        alone = resolve(clause, self.article, sentence)
        if alone is None and self.poll and _BARE_SHARE.match(clause):
            told = f"According to {self.poll}, {self.casing.lowered(clause)}"
            return resolve(told, self.article, sentence)
        return alone


def _is_pointing(clause: str) -> bool:
    """Whether it begins with what only earlier sentences name: removing it, the second took."""
    ordinal = _ORDINAL.match(clause)
    if ordinal is not None and (ordinal[1] == "," or is_finite(ordinal[1].strip())):
        return True
    return _POINTING.match(clause) is not None


def _is_elliptical(spot: Spot) -> bool:
    """Whether only an earlier sentence says of what: "Solar farms now supply 28 percent"."""
    is_bare = spot.figure.unit == "percent" and not spot.tail.strip()
    return is_bare and _OF_SOMETHING.search(spot.head) is not None
