"""Passages with gaps, for figures, dates and names that no other question asks for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from quizapp.generation.asking.name_proposals import forms_of_authors
from quizapp.generation.asking.saying import numbers_in
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.findings import Figure, Findings
from quizapp.generation.names.casing import Casing
from quizapp.generation.passages.asked_already import Asked, Strength
from quizapp.generation.passages.gap_arithmetic import follows
from quizapp.generation.passages.gap_headings import heading
from quizapp.generation.passages.gap_passages import Passage, paragraphs, passages
from quizapp.generation.passages.gap_places import Place, places
from quizapp.generation.passages.gap_sources import Filling, Fillings
from quizapp.generation.passages.gapped_bodies import gapped
from quizapp.generation.proposals import Proposal

MOST_GAPS = 4
MOST_ON_A_SENTENCE = 3  # questions, the passage among them
_WORDS_A_GAP = 6  # of a passage, at least
_LEAST_WORTH = 0.7  # of all that is new in the gaps of a passage
_WORTH_A_PLACE = 1.1  # of a passage that takes another question's place
_MOST_AGAIN = 2  # gaps for what a good question asks already
_MOST_TOLD = 1  # answers to good questions that it may say
_ASKED_AGAIN = 0.15  # what each of the former costs
_TOLD = 0.4  # what each of the latter costs
_A_WORD = 0.015  # what each costs, so that the shorter of two passages is taken
_AT_THE_TOP = 0.3  # of a section, where what is important stands


@dataclass(frozen=True)
class _Candidate:
    """A passage with what can be left out of it: what is new first, the best first."""

    passage: Passage
    places: tuple[Place, ...]
    asked: dict[str, Strength]  # by fact
    worth: float

    def is_new(self, place: Place) -> bool:
        """Whether no other question asks for it."""
        return self.asked[place.fact] == "not"


def propose(
    findings: Findings, asked: Asked, random: Random, most: int, room: int
) -> Iterator[Proposal]:
    """At most `most`, the best first; what comes behind the first `room` has to be worth a place.

    No two of them share a sentence or begin in one paragraph.
    """
    casing = Casing(findings.article, findings.names)
    fillings = Fillings(findings, random)
    sentences = findings.article.sentences
    done: set[int] = set()
    begun: set[int] = set()
    for candidate in sorted(_candidates(findings, asked), key=lambda each: -each.worth):
        is_enough = len(begun) >= room and candidate.worth < _WORTH_A_PLACE
        if len(begun) >= most or is_enough:
            return
        paragraph = sentences[candidate.passage.first].paragraph
        if paragraph in begun or done & {*candidate.passage.sentences}:
            continue
        proposal = _made(candidate, findings, fillings, casing)
        if proposal is not None:
            begun.add(paragraph)
            done |= {*candidate.passage.sentences}
            yield proposal


def _candidates(findings: Findings, asked: Asked) -> Iterator[_Candidate]:
    sections: set[int] = set()
    authors = forms_of_authors(findings)
    for paragraph in paragraphs(findings.article):
        section = findings.article.sentences[paragraph.start].section
        bonus = 0.0 if section in sections else _AT_THE_TOP
        sections.add(section)
        for passage in passages(findings, paragraph):
            is_full = any(asked.on[at] >= MOST_ON_A_SENTENCE for at in passage.sentences)
            if is_full or any(holds(passage.text, form) for form in authors):
                continue
            found = _weighed(passage, findings, asked)
            if found is not None:
                yield replace(found, worth=found.worth + bonus)


def _weighed(passage: Passage, findings: Findings, asked: Asked) -> _Candidate | None:
    text = passage.text
    every = sorted(places(passage, findings), key=lambda each: -each.worth)
    how = {each.fact: asked.how(each, text[each.start : each.end]) for each in every}
    new, weakly, well = (
        [each for each in every if how[each.fact] == strength]
        for strength in ("not", "weakly", "well")
    )
    most = _most_gaps(text)
    worth = sum(each.worth for each in new[:most])
    if worth < _LEAST_WORTH:
        return None
    again = min(len(well), _MOST_AGAIN, max(0, most - len(new) - len(weakly)))
    worth -= _ASKED_AGAIN * again + _TOLD * (len(well) - again) + _A_WORD * len(text.split())
    return _Candidate(passage, (*new, *weakly, *well[:_MOST_AGAIN]), how, worth)


def _most_gaps(text: str) -> int:
    return min(MOST_GAPS, max(1, len(text.split()) // _WORDS_A_GAP))


def _made(
    candidate: _Candidate, findings: Findings, fillings: Fillings, casing: Casing
) -> Proposal | None:
    chosen = _chosen(candidate, findings, fillings)
    new = [place for place, _ in chosen if candidate.is_new(place)]
    if sum(place.worth for place in new) < _LEAST_WORTH:
        return None
    passage = candidate.passage.until(max(place.sentence for place in new))
    chosen = [pair for pair in chosen if pair[0].sentence in passage.sentences]
    chosen.sort(key=lambda pair: pair[1].start)
    filled = tuple(filling for _, filling in chosen)
    body = gapped(passage.text, filled)
    facts = tuple(place.fact for place, _ in chosen)
    if body is None or _told_well(candidate, passage, facts) > _MOST_TOLD:
        return None
    names = sum(place.name is not None for place, _ in chosen)
    return Proposal(
        stem=heading(passage, filled, findings, casing),
        body=body,
        quotes=tuple(findings.article.sentences[at].text for at in passage.sentences),
        sentence=passage.first,
        fact=f"{passage.first}:gaps",
        form="blank",
        topic="name" if names * 2 > len(chosen) else "figure",
        tier="light",
        gaps=facts,
    )


def _told_well(candidate: _Candidate, passage: Passage, gaps: Sequence[str]) -> int:
    """How many answers to good questions the passage says."""
    numbers = {fact: int(fact.partition(":")[0]) for fact in candidate.asked}
    return sum(
        how == "well" and fact not in gaps and numbers[fact] in passage.sentences
        for fact, how in candidate.asked.items()
    )


def _chosen(
    candidate: _Candidate, findings: Findings, fillings: Fillings
) -> list[tuple[Place, Filling]]:
    """As many gaps as the passage bears, none of which the rest of it fills."""
    text = candidate.passage.text
    chosen: list[tuple[Place, Filling]] = []
    for place in candidate.places:
        if len(chosen) == _most_gaps(text):
            break
        filling = fillings.fill(place, text)
        if filling is not None and all(_are_apart(text, filling, other) for _, other in chosen):
            chosen.append((place, filling))
    figures = [f for at in candidate.passage.sentences for f in findings.figures_in(at)]
    while told := _told(chosen, text, figures):
        chosen.remove(told)
    return chosen


def _are_apart(text: str, one: Filling, other: Filling) -> bool:
    """Whether a word stands between two gaps, and they aren't two of one list."""
    first, second = sorted((one, other), key=lambda each: each.start)
    between = text[first.end : second.start]
    words = re.findall(r"[^\W\d_]+", between)
    return first.end <= second.start and not {*words} <= {"and", "or", "the"}


def _told(
    chosen: Sequence[tuple[Place, Filling]], text: str, figures: Sequence[Figure]
) -> tuple[Place, Filling] | None:
    """A gap that the rest of the passage fills; two gaps for one number are one too many."""
    left_out = [place.spot.figure for place, _ in chosen if place.spot]
    shown = [figure for figure in figures if figure not in left_out]
    visible = numbers_in(_without(text, [filling for _, filling in chosen]))
    for pair in chosen:
        figure = pair[0].spot.figure if pair[0].spot else None
        if figure is None:
            continue
        said = numbers_in(text[pair[1].start : pair[1].end])
        is_twice = sum(each.value == figure.value for each in left_out) > 1
        if is_twice or (said and said <= visible) or follows(figure, shown):
            return pair
    return None


def _without(text: str, fillings: Iterable[Filling]) -> str:
    for each in sorted(fillings, key=lambda one: -one.start):
        text = f"{text[: each.start]}____{text[each.end :]}"
    return text
