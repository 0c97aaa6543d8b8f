"""Questions whose answer is two names: "Jane Roe and Max Falk sold the mill"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from random import Random

from quizapp.generation.asking.bodies import choice
from quizapp.generation.asking.name_proposals import as_sentence, is_fit
from quizapp.generation.asking.who_questions import shortened_rest
from quizapp.generation.clauses.inversion import invert
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.clauses.references import LONGEST, resolve
from quizapp.generation.clauses.standing import shortened, with_one_verb
from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.english.verbs import REPORTING, is_past
from quizapp.generation.english.words import content_words
from quizapp.generation.findings import Findings, Name
from quizapp.generation.names.casing import Casing
from quizapp.generation.proposals import Proposal

_COUNT = 3
_MOST = 3  # questions of an article
_LEAST_CONTENT = 3
_MOST_PEOPLE = 20  # of whom wrong pairs are made
# What may stand before two names that are the subject, or between commas around them.
_OPENING = re.compile(
    r"(?:(?:In|On|By) (?:[A-Z][a-z]+ )?(?:\d{1,2},? )?(?:[A-Z][a-z]+ )?\d{4},? |"
    r"[\w-]+ (?:years|months|weeks|days) later, |Later, |Then )?"
    r"(?:(?:the|two|both) [a-z]*(?: ?[A-Z]?[a-z]+)?,? )?$",
    re.IGNORECASE,
)
_PLURAL = "They"
_TO = re.compile(r" (?:was|were) (?P<given>awarded|given|granted|presented|attributed) to $")
_AFTER = re.compile(r"(?: (?:in|on|at|for) [^,;]+)?(?=[,.;]|$)")


@dataclass(frozen=True)
class Pair:
    """Two names of one kind with "and" between them, and what the article has for both."""

    first: Name
    second: Name
    sentence: int
    start: int  # in the sentence
    end: int

    @property
    def text(self) -> str:
        """Both in full."""
        return f"{self.first.text} and {self.second.text}"


def propose(findings: Findings, random: Random) -> Iterator[Proposal]:
    """Of each pair that acts or is given something, as many as an article bears."""
    asking = _Asking(findings, random)
    found = 0
    for pair in asking.pairs:
        for stem in asking.stems(pair):
            proposal = asking.proposal(pair, stem)
            if proposal and found < _MOST:
                found += 1
                yield proposal
                break


class _Asking:
    """The ways of asking for the pairs of one article."""

    def __init__(self, findings: Findings, random: Random) -> None:
        self.findings = findings
        self.article = findings.article
        self.casing = Casing(findings.article, findings.names)
        self.random = random
        self.people = [
            name
            for name in findings.names
            if name.kind == "person" and " " in name.text and name.text not in self.article.author
        ]
        self.pairs = list(self._pairs())

    def _pairs(self) -> Iterator[Pair]:
        mentions = sorted((*place, name) for name in self.people for place in name.mentions)
        text = self.article.text
        for (start, end, first), (following, last, second) in pairwise(
            sorted(mentions, key=lambda each: each[:2])
        ):
            at = self.article.sentence_at(start)
            if at is None or text[end:following] != " and " or first is second:
                continue
            sentence = self.article.sentences[at]
            is_listed = text[:start].endswith(", ") and text[: start - 2].endswith(
                tuple(name.text.split()[-1] for name in self.people)
            )
            is_whole = text[last : last + 1] in (" ", ",", ".", ";")
            if is_whole and not is_listed and len(sentence.text) <= LONGEST:
                yield Pair(first, second, at, start - sentence.start, last - sentence.start)

    def stems(self, pair: Pair) -> Iterator[str]:
        """What they did, or what they were given."""
        said = self.article.sentences[pair.sentence].text
        before, after = said[: pair.start], said[pair.end :].rstrip(".")
        if '"' in said:
            return
        if _OPENING.fullmatch(before):
            yield from self._acting(pair, after)
        if given := _TO.search(before):
            whole = before[: given.start()] + given[0].removesuffix("to ").rstrip()
            time = _AFTER.match(after)
            inverted = invert(whole, self.casing)
            if inverted and time:
                yield inverted.question("to which two people", whole[inverted.rest :] + time[0])

    def _acting(self, pair: Pair, after: str) -> Iterator[str]:
        clause = f"{_PLURAL} {after.lstrip(', ')}"
        subject = find_subject(clause)
        if subject is None or subject.text != _PLURAL or not is_past(subject.verb):
            return
        if subject.verb in REPORTING - {"wrote"}:
            return
        rest = with_one_verb(shortened_rest(after.lstrip(", ")))
        rest = shortened(rest)
        said = resolve(f"Somebody {rest}", self.article, pair.sentence)
        if said and len(content_words(rest)) >= _LEAST_CONTENT:
            yield f"Which two people {said.removeprefix('Somebody ')}?"

    def proposal(self, pair: Pair, stem: str) -> Proposal | None:
        """The question with other pairs, or None if the article names too few people."""
        sentence = self.article.sentences[pair.sentence].text
        said = f"{stem} {sentence}"
        others = [
            name
            for name in self.people
            if not any(holds(said, form) for form in (name.text, *name.aliases))
        ]
        pairs = [
            f"{one.text} and {two.text}" for one, two in combinations(others[:_MOST_PEOPLE], 2)
        ]
        mine = (pair.first, pair.second)
        if len(pairs) < _COUNT or not is_fit(stem) or any(holds(stem, n.text) for n in mine):
            return None
        return Proposal(
            stem=stem[:1].upper() + stem[1:],
            body=choice(pair.text, self.random.sample(pairs, _COUNT)),
            quotes=(sentence,),
            sentence=pair.sentence,
            fact=f"{pair.sentence}:{pair.text}",
            form="question",
            topic="name",
            tier="light",
            explanation=as_sentence(f"It was {pair.text}"),
            answer=sentence[pair.start : pair.end],
        )
