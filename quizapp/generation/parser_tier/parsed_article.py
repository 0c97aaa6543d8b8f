"""An article as it was parsed, with all that questions about it are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from quizapp.generation.asking.explaining import Explanations
from quizapp.generation.findings import Findings
from quizapp.generation.parser_tier.wholes import find_wholes
from quizapp.generation.parsing.entities import with_kinds
from quizapp.generation.parsing.interrogatives import ask
from quizapp.generation.parsing.parsed_clauses import Clause, find_clauses
from quizapp.generation.parsing.referents import Referents
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence
from quizapp.generation.parsing.wording import Wording
from quizapp.generation.proposals import Proposal, Topic
from quizapp.question_types.base import QuestionType


@dataclass(frozen=True)
class Evidence:
    """What a question rests on."""

    sentences: Sequence[int]  # the key stands in the first
    answer: str = ""  # the key as the article says it there
    fact: str = ""  # the same in all questions for it; "": the answer


@dataclass(frozen=True)
class ParsedArticle:
    """What is found in an article, and how its sentences are built."""

    findings: Findings
    parsed: Sequence[ParsedSentence]
    clauses: Mapping[int, tuple[Clause, ...]]  # by the sentence's number
    wording: Wording
    random: Random
    explanations: Explanations

    def ask(self, question: Question) -> str | None:
        """Its stem; None where it can't be asked by itself."""
        return ask(question, self.wording)

    def proposal(self, stem: str, body: QuestionType, topic: Topic, evidence: Evidence) -> Proposal:
        """A question."""
        sentences, answer, fact = evidence.sentences, evidence.answer, evidence.fact
        article = self.findings.article
        return Proposal(
            stem=stem,
            body=body,
            quotes=tuple(article.sentences[at].text for at in dict.fromkeys(sentences)),
            sentence=sentences[0],
            fact=f"{sentences[0]}:{fact or answer or topic}",
            form="question",
            topic=topic,
            tier="parser",
            explanation=self.explanations.of(tuple(sentences), answer),
            answer=answer,
        )


def read_parsed(
    findings: Findings, parsed: Sequence[ParsedSentence], random: Random
) -> ParsedArticle:
    """All of an article's clauses, names with their kinds, and how to say them."""
    findings = with_kinds(findings, parsed)
    lowercase = frozenset(
        token.text for each in parsed for token in each.tokens if token.text.islower()
    )
    capitals = frozenset(
        token.text for each in parsed for token in each.tokens[1:] if token.text[0].isupper()
    )
    wording = Wording(Referents(findings, parsed), _full_names(findings), lowercase, capitals)
    wording = replace(wording, wholes=find_wholes(findings, parsed, wording))
    clauses = {each.number: tuple(find_clauses(each)) for each in parsed}
    return ParsedArticle(findings, parsed, clauses, wording, random, Explanations(findings))


def _full_names(findings: Findings) -> dict[tuple[int, int], str]:
    """By the place of a shorter form the full name of the person."""
    return {
        mention: name.text
        for name in findings.names
        if name.kind == "person"
        for mention in name.mentions
        if findings.article.text[slice(*mention)] in name.aliases
    }
