"""A figure within a clause that can stand alone: what stands before it, what behind it."""

import re
from dataclasses import dataclass
from functools import cached_property

from quizapp.generation.figures.hedges import hedge_before
from quizapp.generation.figures.tokens import Tokens
from quizapp.generation.findings import Figure

_EMPHASIS = re.compile(
    r"(?:^|(?<=\s))(?:only|just|even|exactly|already|still|plus or minus)\s+$", re.IGNORECASE
)
_ARTICLE = re.compile(r"\b([Aa]n?) $")
_DIGITS = re.compile(r"[0-9]+(?:[ ,][0-9]{3})*")


@dataclass(frozen=True)
class Spot:
    """A clause without its full stop, and where the figure stands in it."""

    clause: str
    figure: Figure
    start: int  # of the figure's text in the clause

    @property
    def end(self) -> int:
        """Where the figure's text ends."""
        return self.start + len(self.figure.text)

    @cached_property
    def hedge(self) -> str:
        """The hedge as the clause has it."""
        before = Tokens(self.clause[: self.start])
        hedge = hedge_before(before, len(before))
        return hedge if hedge == self.figure.hedge else ""

    @cached_property
    def head(self) -> str:
        """What stands before the figure, its hedge and emphasis left out."""
        head = self.clause[: self.start].rstrip()
        head = head[: len(head) - len(self.hedge)] if self.hedge else head
        return _EMPHASIS.sub("", head.rstrip() + " ").strip()

    @property
    def tail(self) -> str:
        """What stands behind the figure."""
        return self.clause[self.end :]

    @property
    def unit_text(self) -> str:
        """The figure's text behind its amount: " Belarusian volunteers"."""
        return self.figure.text[len(self.figure.amount) :]

    def with_text(self, text: str) -> str:
        """The clause with something else in place of the figure."""
        return with_article(self.clause[: self.start], text) + text + self.clause[self.end :]


def with_article(head: str, number: str) -> str:
    """What stands before a number, with "an" before 8, 11 and 18 and "a" before others."""
    article = _ARTICLE.search(head)
    if article is None or not number[:1].isalnum():
        return head
    first = article.group(1)[0]
    return f"{head[: article.start(1)]}{first}{'n' if _is_vowel(number) else ''} "


def _is_vowel(number: str) -> bool:
    digits = _DIGITS.match(number)
    if digits is None:
        return number.lower().startswith(("eight", "eleven"))
    whole = digits.group().replace(",", "").replace(" ", "")
    return whole[0] == "8" or (whole[:2] in ("11", "18") and len(whole) % 3 == 2)


_TWO_ENDS = re.compile(r"\bfrom [^;]{1,40}? in (?:\d{4}|[A-Z][a-z]+) to ")
_VOTE = re.compile(r"\bby \d[\d,.]*(?: votes| percent| per cent|%)? (?:to|against) \d[\d,.]*")
_LISTED = re.compile(r"(?:,| and| or|, and) (?:in |on )?(?:[A-Z][a-z]+ )?\d")


def is_between_ends(text: str, start: int) -> bool:
    """Whether the figure there belongs to a change told with its years: from 5 in 1980 to 7."""
    ends = _TWO_ENDS.search(text)
    return ends is not None and ends.start() < start


def is_in_vote(text: str, start: int) -> bool:
    """Whether the figure there is one of two that were counted: by 33 votes to 22."""
    return any(vote.start() < start < vote.end() for vote in _VOTE.finditer(text))


def is_listed(text: str, end: int) -> bool:
    """Whether other dates follow the one that ends there: in 1911, 1948 and 1996."""
    return _LISTED.match(text, end) is not None


def find_spot(clause: str, figure: Figure) -> Spot | None:
    """Where the figure stands in a clause; None if it doesn't, or isn't told from another."""
    places = [match.start() for match in _places(clause, figure.text)]
    return Spot(clause, figure, places[0]) if len(places) == 1 else None


def _places(clause: str, text: str) -> list[re.Match[str]]:
    """All of them, the first letter in either case."""
    first = f"[{text[0].lower()}{text[0].upper()}]" if text[0].isalpha() else re.escape(text[0])
    pattern = rf"(?<![\w.,$])(?<!-){first}{re.escape(text[1:])}(?![\w%])(?!,\d)"
    return list(re.finditer(pattern, clause))
