"""Questions about what something is, and what something is called."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quizapp.generation.asking.bodies import choice, written
from quizapp.generation.asking.name_proposals import as_sentence, is_fit
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.clauses.standing import shortened, standing_clauses
from quizapp.generation.distractors.name_distractors import are_alike_in_length
from quizapp.generation.english.words import content_words
from quizapp.generation.facts.callings import find_callings
from quizapp.generation.facts.namings import find_namings_of_clauses
from quizapp.generation.facts.origins import find_meanings, find_origins
from quizapp.generation.facts.terms import Term, find_actors, find_terms
from quizapp.generation.findings import Findings
from quizapp.generation.names.casing import Casing
from quizapp.generation.proposals import Proposal
from quizapp.question_types.base import QuestionType

_ARTICLE = re.compile(r"^(?:the|an?) ")
_COUNT = 3
_LEAST_CONTENT = 2
_LEAST_SHARE = 0.6  # of the key's length in words, that a wrong explanation has at least


def propose(findings: Findings, random: Random) -> Iterator[Proposal]:
    """For each term one question for it and one for what it is."""
    asking = _Asking(findings, random)
    for ask in (
        asking.causes,
        asking.explained,
        asking.meanings,
        asking.named,
        asking.acting,
        asking.deeds,
        asking.origins,
    ):
        yield from ask()


class _Asking:
    """The ways of asking for the terms of one article."""

    def __init__(self, findings: Findings, random: Random) -> None:
        self.article = findings.article
        self.names = findings.names
        self.terms = find_terms(findings.article, findings.names)
        self.namings = list(find_callings(findings.article))
        self.clauses = standing_clauses(findings.article)
        self.actors = list(find_actors(self.clauses))
        self.casing = Casing(self.article, self.names)
        self.random = random

    def explained(self) -> Iterator[Proposal]:
        """What is described as a coil of thin pipes?"""
        for term in self.terms:
            verb = "are" if term.is_plural else "is"
            told = as_sentence(f"{_subject(term)} {verb} {term.explanation}")
            yield from self._term(term, f"What {verb} described as {term.explanation}?", told)

    def meanings(self) -> Iterator[Proposal]:
        """What is the evaporator? Only with other explanations of about the same length."""
        for term in self.terms:
            size = len(term.explanation.split())
            others = [
                other.explanation
                for other in self.terms
                if other is not term
                and size * _LEAST_SHARE <= len(other.explanation.split()) <= size / _LEAST_SHARE
                and not holds(other.explanation, term.text)
            ]
            if len(others) < _COUNT:
                continue
            body = choice(term.explanation, self.random.sample(others, _COUNT))
            told = as_sentence(f"{_subject(term)} is {term.explanation}")
            yield self._proposal(term, f"What is {_with_the(term)}?", body, told, "")

    def named(self) -> Iterator[Proposal]:
        """What is the ratio known as?"""
        for term, stem in self.namings:
            yield from self._term(term, stem, as_sentence(f"The name is {_with_the(term)}"))

    def acting(self) -> Iterator[Proposal]:
        """What squeezes the gas? The subject is a term that the article tells of in general."""
        for term, predicate in self.actors:
            acts = shortened(f"It {predicate}")[3:].strip(" ,")
            if len(content_words(acts)) >= _LEAST_CONTENT:
                told = as_sentence(f"{_subject(term)} {acts}")
                yield from self._term(term, f"What {acts}?", told)

    def deeds(self) -> Iterator[Proposal]:
        """What is it called when yeast feeds on sugar?"""
        for naming in find_namings_of_clauses(self.article, self.casing):
            term = Term(naming.term, naming.article, "", naming.sentence)
            stem = f"What is it called when {naming.clause}?"
            told = as_sentence(f"{naming.clause}: {_with_the(term)}")
            told_in = self.article.sentences[naming.told_in].text
            for each in self._term(term, stem, told):
                yield replace(each, quotes=tuple(dict.fromkeys((*each.quotes, told_in))))

    def origins(self) -> Iterator[Proposal]:
        """What does the name Orsa mean?"""
        for name, meaning, at in find_meanings(self.article):
            body = written((meaning, _ARTICLE.sub("", meaning)))
            term = Term(meaning, "", "", at)
            if body is not None:
                told = f"The name {name} means {meaning}."
                yield self._proposal(term, f"What does the name {name} mean?", body, told, meaning)

    def causes(self) -> Iterator[Proposal]:
        """What is scurvy caused by?"""
        for origin in find_origins(self.clauses):
            verb, _, how = origin.how.partition(" ")
            thing = self.casing.lowered(origin.thing)
            term = Term(origin.what, "", "", origin.sentence)
            body = written((origin.what, _ARTICLE.sub("", origin.what)))
            stem = f"What {verb} {thing} {how}?"
            if body is not None and not holds(stem, origin.what) and is_fit(stem):
                told = as_sentence(f"{origin.thing} {origin.how} {origin.what}")
                yield self._proposal(term, stem, body, told, origin.what)

    def _term(self, term: Term, stem: str, told: str) -> Iterator[Proposal]:
        """A question whose key is the term."""
        if not is_fit(stem) or any(holds(stem, form) for form in (term.text, term.short) if form):
            return
        said = self.article.sentences[term.sentence].text
        every = [*self.terms, *(each for each, _ in (*self.namings, *self.actors))]
        others = list(dict.fromkeys(other.text for other in every))
        fitting = [
            text
            for text in others
            if not set(text.split()) & set(term.text.split()) and not holds(f"{stem} {said}", text)
        ]
        drawn = self.random.sample(fitting, _COUNT) if len(fitting) >= _COUNT else []
        if term.text.islower() and are_alike_in_length(term.text, drawn):
            body: QuestionType | None = choice(term.text, drawn)
        else:
            body = written(term.forms)
        if body is not None and holds(said.lower(), term.text.lower()):
            yield self._proposal(term, stem, body, told, term.text)

    def _proposal(
        self, term: Term, stem: str, body: QuestionType, told: str, answer: str
    ) -> Proposal:
        return Proposal(
            stem=stem,
            body=body,
            quotes=(self.article.sentences[term.sentence].text,),
            sentence=term.sentence,
            fact=f"{term.sentence}:{term.text}",
            form="question",
            topic="definition",
            tier="light",
            explanation=told,
            answer=answer,
        )


def _with_the(term: Term) -> str:
    return f"{term.article} {term.text}".strip()


def _subject(term: Term) -> str:
    text = _with_the(term)
    return text[0].upper() + text[1:]
