"""What is said to be done or wanted: the words behind "to", as wrong aims and wrong outcomes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generation.article import Article
from quizapp.generation.clauses.dangling import is_dangling
from quizapp.generation.clauses.pronouns import pronouns
from quizapp.generation.clauses.standing import with_one_verb
from quizapp.generation.english.verbs import AUXILIARIES, BASES
from quizapp.generation.english.words import word_set
from quizapp.generation.per_article import once_per_article

_SHORTEST, _LONGEST = 3, 14  # words
_DEED = re.compile(r"(?P<before>[\w'-]+) to (?P<deed>[a-z]+ (?:[^,;:()\"]|,(?=\d))+)")
_NOT_BEFORE = AUXILIARIES | word_set(
    "be been being likely unlikely able unable used going said thought believed supposed due "
    "according close up next prone subject not"
)
_EMPTY = word_set("be have do")
_INSIDE = re.compile(r" (?:because|since|as|although|while|so that|owing|thanks|due) ")


@dataclass(frozen=True)
class Deed:
    """A verb in its base and what belongs to it: "raise money for a new pier"."""

    sentence: int
    text: str


@once_per_article
def find_deeds(article: Article) -> tuple[Deed, ...]:
    """Those that can stand alone, in the order of the text."""
    return tuple(
        Deed(at, text)
        for at, sentence in enumerate(article.sentences)
        if '"' not in sentence.text
        for text in _deeds(sentence.text.rstrip("."))
    )


def _deeds(sentence: str) -> Iterator[str]:
    for match in _DEED.finditer(sentence):
        verb = match["deed"].partition(" ")[0]
        if match["before"].lower() in _NOT_BEFORE or verb not in BASES or verb in _EMPTY:
            continue
        text = with_one_verb(_INSIDE.split(match["deed"])[0]).strip()
        if may_stand(text):
            yield text


def may_stand(text: str) -> bool:
    """Whether it is a phrase of some words that leans on nothing."""
    return may_stand_beside(text) and not any(pronouns(text))


def may_stand_beside(text: str) -> bool:
    """The same, but it may say whose something is, which the question tells."""
    is_long_enough = _SHORTEST <= len(text.split()) <= _LONGEST
    is_owner = all(role == "possessive" for _, role in pronouns(text))
    return is_long_enough and is_owner and not is_dangling(f"It was to {text}")
