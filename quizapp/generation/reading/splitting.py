"""A paragraph to its sentences, by marks, capitals and a list of abbreviations."""

import re
from collections.abc import Iterator

from quizapp.generation.english.words import word_set

_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s+[\"'(\[]*[A-Z0-9À-ÞĀ-Ž£$€])")
_LAST_WORD = re.compile(r"[\w.&'-]*$")
_NEVER_LAST = word_set(
    "mr mrs ms dr prof st sgt capt lt col gen gov sen rep rev hon pres fr messrs mme mlle "
    "e.g i.e cf vs v ca approx fig figs no nos vol pp p ed eds "
    "jan feb mar apr jun jul aug sep sept oct nov dec mt ft"
)
_MAYBE_LAST = word_set("inc ltd co corp jr sr etc al a.m p.m u.s u.k u.n e.u d.c ph.d b.c a.d")
_STARTERS = word_set(
    "the a an in on at it its he she they we but and so if when while this that these those "
    "there however as for after before since by with from to although though yet not one some "
    "many most each both another now then today what who why how his her their our you i "
    "without unlike among under between because such even only"
)
_AFTER_NOUN = re.compile(r"\b[a-z]+ [A-Z]$")  # as in vitamin C
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]")


def split(paragraph: str) -> Iterator[tuple[int, int]]:
    """Where each sentence starts and ends, the white space between them left out."""
    start = 0
    for end in _END.finditer(paragraph):
        if _is_end(paragraph, end):
            yield start, end.end()
            start = end.end() + len(paragraph[end.end() :]) - len(paragraph[end.end() :].lstrip())
    if paragraph[start:].strip():
        yield start, len(paragraph.rstrip())


def _is_end(text: str, end: re.Match[str]) -> bool:
    """Whether the sentence ends with these marks; only a lone point can belong to a word."""
    if end.group()[0] != "." or end.group().startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(0, end.start() - 40), end.start())
    before = word.group() if word else ""
    following = re.match(r"\W*(\w+)", text[end.end() : end.end() + 40])
    after = following.group(1) if following else ""
    if before.lower() in _NEVER_LAST:
        return False
    if before[-1:].isdigit():
        return True
    if before.lower() in _MAYBE_LAST or "." in before or _INITIAL.fullmatch(before):
        is_letter = len(before) == 1 and before != "I"
        is_initial = is_letter and not _AFTER_NOUN.search(text[: end.start()][-20:])
        return after.lower() in _STARTERS and not is_initial
    return True
