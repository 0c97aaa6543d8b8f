"""What a pronoun stands for, where the sentences before it leave no doubt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quizapp.generation.article import Article
from quizapp.generation.clauses.definite import Definites
from quizapp.generation.clauses.pronouns import PERSONAL, PLURAL, is_person, people_in, pronouns
from quizapp.generation.clauses.subjects import Subject, find_subject
from quizapp.generation.english.connectives import strip_connectives
from quizapp.generation.english.genders import gender_of, may_mean
from quizapp.generation.english.verbs import is_past
from quizapp.generation.english.words import FUNCTION_WORDS
from quizapp.generation.findings import Name
from quizapp.generation.names.capital_words import words_of
from quizapp.generation.reading.lives import subject_of_life

_SAME = {
    **dict.fromkeys(("he", "his"), ("he", "his")),
    **dict.fromkeys(("she", "her"), ("she", "her")),
}
_LONGEST = 8  # words that may stand where a pronoun stood
_HERS, _HIS = ("she", "her"), ("he", "his", "him")
_SAYINGS = ("name", "word", "term", "title", "nickname")  # what they mean is told on, not they
_BEING = ("is", "was", "became", "remains", "remained")
# It began in May, when Roe found the film: it may be the film from there on.
_SECOND_THING = re.compile(r",? (?:when|where|after|until|because) [^,;]*\b[a-z]+ the [a-z]+\b")
# The flow slowed, and in July the eruption was declared over: it may be either.
_SECOND_SUBJECT = re.compile(
    r", (?:and|but|so|yet) (?:[^,]{0,40}, |(?:in|on|by|at|from) (?:\w+ ){1,3})?(?:the|an?) "
    r"(?:[a-z-]+ ){1,3}(?:was|were|is|are|had|has|have|would|will|could|can|[a-z]+ed)\b"
)
_FARTHEST = 3  # sentences back, in the same paragraph


@dataclass(frozen=True)
class Antecedents:
    """What the pronouns of an article stand for."""

    article: Article
    names: tuple[Name, ...]
    definites: Definites

    def find(self, pronoun: str, sentence: int, before: str) -> str | None:
        """For a pronoun in lower case of a clause of this sentence that stands behind `before`."""
        if pronoun in PERSONAL:
            return self._person(pronoun, sentence, before)
        is_plural = pronoun in PLURAL
        if before and (subject := find_subject(before)):
            return self._thing(subject, sentence, is_plural=is_plural)
        for at in self._earlier(sentence):
            subject = find_subject(strip_connectives(self.article.sentences[at].text))
            if subject is None:
                return None
            if subject.text.lower() != ("they" if is_plural else "it"):
                text = self.article.sentences[at].text
                if not is_plural and (_SECOND_THING.search(text) or _SECOND_SUBJECT.search(text)):
                    return None
                if _has_rival(subject, text, self.names):
                    return None
                return self._thing(subject, at, is_plural=is_plural)
        return None

    @cached_property
    def subject(self) -> str | None:
        """Of whom the article is a life."""
        people = [(n.text, n.mentions[0][0]) for n in self.names if n.kind == "person"]
        return subject_of_life(self.article, people) or None

    def _earlier(self, sentence: int) -> Iterator[int]:
        """The sentences before this one in its paragraph, nearest first, but not many."""
        sentences = self.article.sentences
        for at in range(sentence - 1, max(-1, sentence - 1 - _FARTHEST), -1):
            if sentences[at].paragraph != sentences[sentence].paragraph:
                return
            yield at

    def _person(self, pronoun: str, sentence: int, before: str) -> str | None:
        texts = [self.article.sentences[at].text for at in self._earlier(sentence)]
        for text in [before, *texts]:
            if text != before and _goes_on(text, pronoun):
                continue  # he is the one who he was before
            named = people_in(text, self.names)
            people = [name for name in named if may_mean(pronoun, name.text, name.gender)]
            if people and text != before and _may_be_object(text, people, pronoun):
                return None
            if people and _is_pronoun_first(text, people, pronoun):
                return self.subject if self.subject and may_mean(pronoun, self.subject) else None
            if people and text != before and all(_is_beside(text, name) for name in people):
                return None
            if people:
                return people[0].text if len(people) == 1 else _first_of(text, people)
        return self.subject if self.subject and may_mean(pronoun, self.subject) else None

    def _thing(self, subject: Subject, sentence: int, *, is_plural: bool) -> str | None:
        """The subject in full, if it is no person and can stand where the pronoun stood."""
        if subject.is_plural != is_plural or len(subject.text.split()) > _LONGEST:
            return None
        if subject.text.lower().removesuffix("'s") in FUNCTION_WORDS:
            return None
        if subject.text.split()[-1] in _SAYINGS:
            return None
        if is_person(subject.text, self.names) or self._may_be_person(subject.text):
            return None
        if any(role != "possessive" for _, role in pronouns(subject.text)):
            return None
        return self.definites.resolve(_as_known(subject), sentence)

    def _may_be_person(self, phrase: str) -> bool:
        """Whether it is a bare capitalized word of which nothing tells what it is."""
        if " " in phrase or not phrase.istitle():
            return False
        sure = (name for name in self.names if name.kind in ("place", "organization"))
        return not any(phrase in (name.text, *name.aliases) for name in sure)


def _has_rival(subject: Subject, text: str, names: tuple[Name, ...]) -> bool:
    """Whether the sentence does something to a thing, which may be meant: Ohio passed a law."""
    named = [
        name for name in names if subject.text.removeprefix("The ") in (name.text, *name.aliases)
    ]
    is_agent = any(name.kind in ("place", "organization") for name in named)
    behind = text[text.find(subject.verb, subject.end) + len(subject.verb) :].split()[:1]
    return is_agent and behind in (["a"], ["an"], ["the"]) and subject.verb not in _BEING


def _may_be_object(text: str, people: list[Name], pronoun: str) -> bool:
    """Whether somebody of unknown gender does something to her or him: Kern paid her."""
    alike = _HERS if pronoun in _HERS else _HIS
    is_known = any(gender_of(name.text) or name.gender for name in people)
    return not is_known and any(word.text.lower() in alike for word in words_of(text))


def _is_pronoun_first(text: str, people: list[Name], pronoun: str) -> bool:
    """Whether "her" stands before her daughter's name: then it is hers that is told on."""
    start = min(text.find(form) for n in people for form in (n.text, *n.aliases) if form in text)
    alike = _HERS if pronoun in _HERS else _HIS
    return any(word.text.lower() in alike for word in words_of(text[:start]))


def _goes_on(text: str, pronoun: str) -> bool:
    """Whether a sentence is about whom its own pronoun means: He bought a telescope from Roe."""
    subject = find_subject(strip_connectives(text))
    words = subject.text.lower().split() if subject else []
    return words[:1] in [[each] for each in _SAME.get(pronoun, ())]


def _is_beside(text: str, name: Name) -> bool:
    """Whether a sentence only mentions somebody: a bay is named after Roe, Roe's widow paid."""
    forms = "|".join(re.escape(form) for form in (name.text, *name.aliases))
    before = rf"\b(?:after|of|than|like) (?:the (?:[\w-]+ ){{1,3}})?(?:{forms})\b"
    return re.search(rf"{before}|\b(?:{forms})'s? [a-z]", text) is not None


def _first_of(text: str, people: list[Name]) -> str | None:
    """Of several people the one that the sentence is about."""
    subject = find_subject(strip_connectives(text))
    meant = [name for name in people if subject and subject.text in (name.text, *name.aliases)]
    return meant[0].text if meant else None


def _as_known(subject: Subject) -> str:
    """What was new when it was a cable is the cable from then on; in the present it is any."""
    first, _, rest = subject.text.partition(" ")
    is_new = first.lower() in ("a", "an") and is_past(subject.verb)
    return "the " + rest if is_new else subject.text
