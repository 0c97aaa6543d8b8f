"""Proposals whose key is a name: their options, their evidence and what they say afterwards."""

import re
from dataclasses import dataclass
from random import Random

from quizapp.generation.article import Article
from quizapp.generation.asking.bodies import chosen_or_written
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.distractors.name_distractors import name_distractors
from quizapp.generation.english.words import content_words
from quizapp.generation.findings import Findings, Name
from quizapp.generation.proposals import Form, Proposal

LONGEST_STEM = 30  # words
COMMON = "common name"  # of what the article is about: the answer is easily guessed
_FEWEST_WORDS = 2  # that say something; fewer don't tell a question from any other


@dataclass(frozen=True)
class NameProposals:
    """What makes proposals about the names of one article."""

    findings: Findings
    random: Random

    def about(
        self, name: Name, stem: str, sentence: int, explanation: str, form: Form = "question"
    ) -> Proposal | None:
        """A question whose key is `name`; None if the stem says too little, too much or the key."""
        if wrote(name, self.findings.article) or is_title(name, self.findings.article):
            return None
        author = self.findings.article.author
        said = self.findings.article.sentences[sentence].text
        if author and holds(f"{said} {explanation}", author):
            return None  # a note about the author
        if not is_fit(stem) or any(holds(stem, each) for each in forms_of(name)):
            return None
        said = self._form_in(name, sentence)
        wrong = name_distractors(name, self.findings, stem, sentence, self.random)
        body = chosen_or_written(name.text, wrong, forms_of(name))
        if body is None:
            return None
        return Proposal(
            stem=stem,
            body=body,
            quotes=self._quotes(name, sentence, said),
            sentence=sentence,
            fact=f"{sentence}:{name.text}",
            form=form,
            topic="name",
            tier="light",
            explanation=explanation,
            answer=said,
            flags=(COMMON,) if name.text in self.findings.commonest else (),
        )

    def _form_in(self, name: Name, sentence: int) -> str:
        """The longest form of the name that the sentence has; "" if it has a pronoun."""
        text = self.findings.article.sentences[sentence].text
        return next((form for form in forms_of(name) if holds(text, form)), "")

    def _quotes(self, name: Name, sentence: int, said: str) -> tuple[str, ...]:
        sentences = self.findings.article.sentences
        if said:
            return (sentences[sentence].text,)
        earlier = [at for at in range(sentence) if self._form_in(name, at)]
        return (sentences[sentence].text, *(sentences[at].text for at in earlier[-1:]))


def wrote(name: Name, article: Article) -> bool:
    """Whether a line above the text says that it is by them."""
    head = article.text[: article.sentences[0].start]
    return re.search(rf"\b[Bb]y [^\n]{{0,80}}{re.escape(name.text)}", head) is not None


def forms_of_authors(findings: Findings) -> tuple[str, ...]:
    """What those who wrote the article are called; what is said of them is no part of it."""
    article = findings.article
    return tuple(
        form
        for name in findings.names
        if name.text in article.author or wrote(name, article)
        for form in forms_of(name)
    )


def is_title(name: Name, article: Article) -> bool:
    """Whether the article is called by it, so that everything in it is about that."""
    title = article.title.casefold().removeprefix("the ")
    return title in {form.casefold() for form in (name.text, *name.aliases)}


def forms_of(name: Name) -> tuple[str, ...]:
    """The name and its other forms, the longest first."""
    return tuple(sorted((name.text, *name.aliases), key=len, reverse=True))


def is_fit(stem: str) -> bool:
    """Whether a stem says enough to be answered, and not too much to be read."""
    return len(stem.split()) <= LONGEST_STEM and len(content_words(stem)) >= _FEWEST_WORDS


def as_sentence(clause: str) -> str:
    """A clause as a sentence of its own."""
    text = clause.strip(" ,;:")
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?')) else '.'}"


def find_whole(text: str, name: Name, names: tuple[Name, ...]) -> int:
    """Where the name stands as itself, not as a part of a longer one; -1 if nowhere."""
    start = text.find(name.text)
    if not holds(text, name.text):
        return -1
    longer = (each.text for each in names if name.text in each.text and each is not name)
    return -1 if any(each in text for each in longer) else start
