"""Passages with gaps, for figures, dates and names that no other question asks for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from quizapp.generation.article import Article
from quizapp.generation.asking.name_proposals import forms_of_authors
from quizapp.generation.asking.saying import numbers_in
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.findings import Figure, Findings
from quizapp.generation.names.casing import Casing
from quizapp.generation.passages.asked_already import Asked, Strength
from quizapp.generation.passages.gap_arithmetic import follows
from quizapp.generation.passages.gap_headings import heading
from quizapp.generation.passages.gap_passages import Passage, is_next, passages
from quizapp.generation.passages.gap_places import Place, places
from quizapp.generation.passages.gap_sources import Filling, Fillings
from quizapp.generation.passages.gapped_bodies import gapped
from quizapp.generation.proposals import Proposal

_MOST_GAPS = 6
MOST_ON_A_SENTENCE = 3  # questions, the passage among them
_WORDS_A_GAP = 6  # of a short passage, at least
_WORDS_A_GAP_MORE = 15  # of a long one, beyond the first two
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

    No two of them share a sentence.
    """
    casing = Casing(findings.article, findings.names)
    fillings = Fillings(findings, random)
    done: set[int] = set()
    found = 0
    for candidate in sorted(_candidates(findings, asked), key=lambda each: -each.worth):
        is_enough = found >= room and candidate.worth < _WORTH_A_PLACE
        if found >= most or is_enough:
            return
        if done & {*candidate.passage.sentences}:
            continue
        proposal = _made(candidate, findings, fillings, casing)
        if proposal is not None:
            found += 1
            done |= {*candidate.passage.sentences}
            yield proposal


def _candidates(findings: Findings, asked: Asked) -> Iterator[_Candidate]:
    authors = forms_of_authors(findings)
    for passage in passages(findings):
        if any(holds(passage.text, form) for form in authors):
            continue
        found = _weighed(passage, findings, asked)
        if found is not None:
            bonus = _AT_THE_TOP if _is_at_the_top(passage, findings.article) else 0.0
            yield replace(found, worth=found.worth + bonus)


def _is_at_the_top(passage: Passage, article: Article) -> bool:
    """Whether it begins in the first paragraph of a section."""
    at, sentences = passage.first, article.sentences
    while is_next(article, at):
        at -= 1
    return at == 0 or sentences[at - 1].section != sentences[at].section


def _weighed(passage: Passage, findings: Findings, asked: Asked) -> _Candidate | None:
    text = passage.text
    every = sorted(places(passage, findings), key=lambda each: -each.worth)
    how = {each.fact: asked.how(each, text[each.start : each.end]) for each in every}
    free = [each for each in every if asked.well_on[each.sentence] < MOST_ON_A_SENTENCE]
    new, weakly, well = (
        [each for each in free if how[each.fact] == strength]
        for strength in ("not", "weakly", "well")
    )
    told = sum(how[each.fact] != "not" for each in every if each not in (*new, *weakly))
    most = _most_gaps(text)
    worth = sum(each.worth for each in new[:most])
    if worth < _LEAST_WORTH:
        return None
    again = min(len(well), _MOST_AGAIN, max(0, most - len(new) - len(weakly)))
    worth -= _ASKED_AGAIN * again + _TOLD * (told - again) + _A_WORD * len(text.split())
    if worth < 0:
        return None
    return _Candidate(passage, (*new, *weakly, *well[:_MOST_AGAIN]), how, worth)


def _most_gaps(text: str) -> int:
    words = len(text.split())
    borne = min(words // _WORDS_A_GAP, 2 + words // _WORDS_A_GAP_MORE)
    return min(_MOST_GAPS, max(1, borne))


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
    topics = Counter(place.topic for place, _ in chosen)
    asking = sorted({place.sentence for place, _ in chosen})
    return Proposal(
        stem=heading(passage, filled, findings, casing),
        body=body,
        quotes=tuple(findings.article.sentences[at].text for at in asking),
        sentence=passage.first,
        fact=f"{passage.first}:gaps",
        form="blank",
        topic=topics.most_common(1)[0][0],
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
    left_out = [place.figure for place, _ in chosen if place.figure]
    shown = [figure for figure in figures if figure not in left_out]
    visible = numbers_in(_without(text, [filling for _, filling in chosen]))
    for pair in chosen:
        figure = pair[0].figure
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
