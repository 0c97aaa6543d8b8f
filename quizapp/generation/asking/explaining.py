"""What is said after a question beside its evidence: names in full, the reason of what is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from quizapp.generation.asking.name_proposals import as_sentence
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.clauses.standing import standing_clauses
from quizapp.generation.english.words import content_words
from quizapp.generation.facts.reasons import find_reasons
from quizapp.generation.findings import Findings

_JOINING = frozenset(content_words("because allow make sure could have had"))


@dataclass(frozen=True)
class Explanations:
    """Of one article."""

    findings: Findings

    @cached_property
    def _told(self) -> dict[int, list[str]]:
        """By sentence what it says alone, first with the reason that may stand in another."""
        article = self.findings.article
        told: dict[int, list[str]] = {}
        for reason in find_reasons(article):
            for at in dict.fromkeys((reason.sentence, reason.asked_in)):
                told.setdefault(at, []).append(f"{reason.effect} {reason.text}")
        for at, said in standing_clauses(article):
            told.setdefault(at, []).append(said)
        return told

    def of(self, sentences: Sequence[int], answer: str) -> str:
        """The first that says the answer and more than the evidence does; "" if there is none."""
        article = self.findings.article
        quoted = {word for at in sentences for word in content_words(article.sentences[at].text)}
        for said in self._told.get(sentences[-1], ()):
            is_about = holds(said.lower(), answer.lower()) if answer else " because " in said
            if is_about and set(content_words(said)) - quoted - _JOINING:
                return as_sentence(said)
        return ""
