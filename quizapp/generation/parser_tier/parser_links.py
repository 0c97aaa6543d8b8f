"""Reasons in a parsed sentence by the words that introduce them, whatever they hang on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.generation.facts.consequences import asked_for, find_making
from quizapp.generation.facts.reason_links import Manner, find_front_mark, find_marks
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.parsing.wording import Wording

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_STOPS = (";", ":", "—", "–", "--")
_PERFECT = re.compile(r"\b(?:has|have) ")
_KINDS = ("main", "reported", "relative")


@dataclass(frozen=True)
class ParsedLink:
    """A clause without its reason, and the reason's words."""

    clause: Clause
    manner: Manner
    words: tuple[Token, ...]


def find_links(sentence: ParsedSentence, clauses: Sequence[Clause]) -> Iterator[ParsedLink]:
    """None of a sentence with quoted speech."""
    if '"' in sentence.text or not sentence.tokens:
        return
    yield from _fronted(sentence, clauses)
    for mark in find_marks(sentence.text.rstrip(".")):
        first = _first_behind(sentence, mark.start + 1)
        clause = last_before(sentence, clauses, first)
        if clause is not None:
            words = _up_to_next(sentence, clause, _first_behind(sentence, mark.end))
            yield ParsedLink(_cut(clause, first), mark.manner, words)


def _first_behind(sentence: ParsedSentence, offset: int) -> int:
    """The first word that begins there or behind."""
    start = sentence.start + offset
    return next((t.index for t in sentence.tokens if t.start >= start), len(sentence.tokens))


def last_before(sentence: ParsedSentence, clauses: Sequence[Clause], first: int) -> Clause | None:
    """The clause whose verb is the last one before this word; None if that isn't sure."""
    before = [clause for clause in clauses if clause.verb.index < first]
    clause = max(before, key=lambda each: each.verb.index, default=None)
    if clause is None or clause.kind not in _KINDS:
        return None
    between = sentence.tokens[clause.verb.index + 1 : first]
    others = [t for t in between if t.tag in _FINITE and t.pos in ("VERB", "AUX")]
    return None if others or clause.subject[0].index >= first else clause


def _cut(clause: Clause, first: int) -> Clause:
    """Without what stands at this word or behind it."""
    cut = (
        Part(part.head, tuple(token for token in part.tokens if token.index < first))
        for part in clause.after
        if part.head.index < first
    )
    return replace(clause, after=tuple(cut))


def _up_to_next(sentence: ParsedSentence, clause: Clause, first: int) -> tuple[Token, ...]:
    """The words of the reason, up to another clause of the same subject or a mark."""
    end = len(sentence.tokens)
    for token in sentence.tokens[first:]:
        is_joined = token.dep == "conj" and token.head == clause.verb.index
        if is_joined:
            end = min(end, sentence.subtree(token)[0].index)
        if token.text in _STOPS:
            end = min(end, token.index)
    words = list(sentence.tokens[first:end])
    while words and (words[-1].tag in (",", ".", "CC") or words[-1].text in _STOPS):
        words.pop()
    return tuple(words)


def _fronted(sentence: ParsedSentence, clauses: Sequence[Clause]) -> Iterator[ParsedLink]:
    """Owing to the frost, the pipes broke."""
    mark = find_front_mark(sentence.text)
    clause = next((each for each in clauses if each.kind == "main" and each.front), None)
    if mark is None or clause is None:
        return
    part = clause.front[0]
    if part.tokens[0].index != 0:
        return
    first = _first_behind(sentence, mark.end)
    words = tuple(token for token in part.tokens if token.index >= first)
    if words:
        yield ParsedLink(replace(clause, front=clause.front[1:]), mark.manner, words)


@dataclass(frozen=True)
class Making:
    """Who was made to do something, as a question without "Why", and the words of what made it."""

    asked: str
    sentence: ParsedSentence
    words: tuple[Token, ...]


def find_makings(
    sentence: ParsedSentence,
    before: ParsedSentence | None,
    clauses: Sequence[Clause],
    wording: Wording,
) -> Iterator[Making]:
    """The fund was closed, forcing the city to borrow. `before`: the sentence before."""
    text = sentence.text.rstrip(".")
    match = find_making(text) if '"' not in text else None
    if match is None or not sentence.tokens or not clauses or _PERFECT.search(match[0]):
        return
    who = wording.say(sentence, _between(sentence, *match.span("who")))
    deed = wording.say_beside(sentence, _deed(sentence, match), clauses[0])
    if not who or not deed:
        return
    asked = asked_for(match["verb"], who=who, deed=deed)
    if not match.start():
        if before is not None and before.tokens and '"' not in before.text:
            yield Making(asked, before, before.tokens)
        return
    first = _first_behind(sentence, match.start())
    clause = last_before(sentence, clauses, first)
    if clause is not None and any(each.tag == "VBD" for each in (*clause.auxiliaries, clause.verb)):
        opening = clause.front[0].tokens if clause.front else clause.subject
        yield Making(asked, sentence, sentence.tokens[opening[0].index : first])


def _deed(sentence: ParsedSentence, match: re.Match[str]) -> tuple[Token, ...]:
    """The words of the verb that somebody was made to do, without a second verb."""
    words = _between(sentence, *match.span("deed"))
    verb = words[0]
    joined = [each for each in words if each.dep == "conj" or each.text == ","]
    end = min((sentence.subtree(each)[0].index for each in joined), default=words[-1].index + 1)
    return tuple(t for t in words if t.index < end) if verb.tag == "VB" else ()


def _between(sentence: ParsedSentence, start: int, end: int) -> tuple[Token, ...]:
    return sentence.covering(sentence.start + start, sentence.start + end)
