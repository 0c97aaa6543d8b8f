"""Passages with gaps, for figures, dates and names that no other question asks for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from quizapp.generation.casing import Casing
from quizapp.generation.findings import Figure, Findings
from quizapp.generation.gap_arithmetic import follows
from quizapp.generation.gap_headings import heading
from quizapp.generation.gap_passages import Passage, paragraphs, passages
from quizapp.generation.gap_places import Place, places
from quizapp.generation.gap_sources import Filling, Fillings
from quizapp.generation.gapped_bodies import gapped
from quizapp.generation.proposals import Proposal
from quizapp.generation.saying import numbers_in

MOST_GAPS = 4
_WORDS_A_GAP = 6  # of a passage, at least
MOST_ON_A_SENTENCE = 3  # questions, the passage among them
_LEAST_WORTH = 0.7  # of all gaps of a passage together
_A_TOLD_ANSWER = 0.35  # what it costs if the passage tells what another question asks for
_A_WORD = 0.015  # what each costs, so that the shorter of two passages is taken
_AT_THE_TOP = 0.3  # of a section, where what is important stands
_SINGLE = 0.3  # what a passage with only one gap is worth less


class Asked:
    """What other questions ask already."""

    def __init__(self, proposals: Iterable[Proposal], findings: Findings) -> None:
        numbers = {each.text: at for at, each in enumerate(findings.article.sentences)}
        self.facts: set[str] = set()
        self.on: Counter[int] = Counter()  # of each sentence, how many questions rest on it
        self._answers: set[tuple[int, str]] = set()
        for each in proposals:
            self.facts |= {each.fact, *each.gaps}
            self.on.update({numbers[quote] for quote in each.quotes if quote in numbers})
            if each.answer:
                self._answers.add((each.sentence, each.answer))
        self.keys = {answer for _, answer in self._answers}

    def asks_for(self, place: Place, said: str) -> bool:
        """Whether one of them asks for what stands there."""
        if place.fact in self.facts or (place.name is not None and place.name.text in self.keys):
            return True
        return any(
            sentence == place.sentence and (said in answer or answer in said)
            for sentence, answer in self._answers
        )


@dataclass(frozen=True)
class _Candidate:
    """A passage with what can be left out of it, the best first."""

    passage: Passage
    paragraph: int
    open: tuple[Place, ...]
    told: int  # answers to other questions that it says
    worth: float


def propose(findings: Findings, asked: Asked, random: Random, most: int) -> Iterator[Proposal]:
    """At most so many, the best first, and one of a paragraph."""
    casing = Casing(findings.article, findings.names)
    fillings = Fillings(findings, random)
    done: set[int] = set()
    for candidate in sorted(_candidates(findings, asked), key=lambda each: -each.worth):
        if len(done) >= most:
            return
        if candidate.paragraph in done:
            continue
        proposal = _made(candidate, findings, fillings, casing)
        if proposal is not None:
            done.add(candidate.paragraph)
            yield proposal


def _candidates(findings: Findings, asked: Asked) -> Iterator[_Candidate]:
    sections: set[int] = set()
    for paragraph in paragraphs(findings.article):
        section = findings.article.sentences[paragraph.start].section
        bonus = 0.0 if section in sections else _AT_THE_TOP
        sections.add(section)
        for passage in passages(findings, paragraph):
            if any(asked.on[number] >= MOST_ON_A_SENTENCE for number in passage.sentences):
                continue
            found = _weighed(passage, paragraph.start, findings, asked)
            if found.worth >= _LEAST_WORTH:
                yield replace(found, worth=found.worth + bonus)


def _weighed(passage: Passage, paragraph: int, findings: Findings, asked: Asked) -> _Candidate:
    text = passage.text
    every = list(places(passage, findings))
    told = [each for each in every if asked.asks_for(each, text[each.start : each.end])]
    left = sorted((each for each in every if each not in told), key=lambda each: -each.worth)
    words = len(text.split())
    worth = sum(each.worth for each in left[: min(MOST_GAPS, words // _WORDS_A_GAP)])
    worth -= _A_TOLD_ANSWER * len(told) + _A_WORD * words + (_SINGLE if len(left) == 1 else 0)
    return _Candidate(passage, paragraph, tuple(left), len(told), worth)


def _made(
    candidate: _Candidate, findings: Findings, fillings: Fillings, casing: Casing
) -> Proposal | None:
    chosen = _chosen(candidate, findings, fillings)
    if sum(place.worth for place, _ in chosen) < _LEAST_WORTH or candidate.told * 2 > len(chosen):
        return None
    chosen.sort(key=lambda pair: pair[1].start)
    filled = tuple(filling for _, filling in chosen)
    passage = candidate.passage.until(chosen[-1][0].sentence)
    body = gapped(passage.text, filled)
    if body is None:
        return None
    names = sum(place.name is not None for place, _ in chosen)
    return Proposal(
        stem=heading(passage, filled, findings.article, casing),
        body=body,
        quotes=tuple(findings.article.sentences[at].text for at in passage.sentences),
        sentence=passage.first,
        fact=f"{passage.first}:gaps",
        form="blank",
        topic="name" if names * 2 > len(chosen) else "figure",
        tier="light",
        gaps=tuple(place.fact for place, _ in chosen),
    )


def _chosen(
    candidate: _Candidate, findings: Findings, fillings: Fillings
) -> list[tuple[Place, Filling]]:
    """As many gaps as the passage bears, none of which the rest of it fills."""
    text = candidate.passage.text
    most = min(MOST_GAPS, max(1, len(text.split()) // _WORDS_A_GAP))
    chosen: list[tuple[Place, Filling]] = []
    for place in candidate.open:
        if len(chosen) == most:
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
