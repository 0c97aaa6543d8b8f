"""Other names of an article that could be the answer, but aren't."""

from random import Random

from quizapp.generation.article import Article
from quizapp.generation.findings import Findings, Name
from quizapp.generation.name_words import BROAD_PLACES, NATIONS, NATIONS_OF_TWO
from quizapp.generation.pronouns import holds

COUNT = 3
_KINGDOM = frozenset({"Britain", "Great Britain", "United Kingdom", "U.K.", "UK", "England"})


def name_distractors(
    key: Name, findings: Findings, stem: str, sentence: int, random: Random
) -> tuple[str, ...]:
    """Three of the key's kind, in the order in which they are drawn; () if there aren't as many.

    What stands in the same sentence could be right as well, so it is none of them.
    """
    said = f"{stem} {findings.article.sentences[sentence].text}"
    fitting = [
        name.text
        for name in findings.names
        if _is_like(name, key, findings.article) and not _stands_in(name, said)
    ]
    return tuple(random.sample(fitting, COUNT)) if len(fitting) >= COUNT else ()


def _is_like(name: Name, key: Name, article: Article) -> bool:
    """Whether somebody who doesn't know could take one for the other."""
    if name.kind != key.kind or name.kind == "other" or name.text in article.author:
        return False
    if _words(name) & _words(key) or {name.text, key.text} <= _KINGDOM:
        return False
    if name.text in BROAD_PLACES and key.text not in BROAD_PLACES:
        return False  # the key may lie in it
    if name.kind == "person":
        return _is_full(name) == _is_full(key)
    return is_nation(name) == is_nation(key) if name.kind == "place" else True


def _is_full(name: Name) -> bool:
    return " " in name.text


def is_nation(name: Name) -> bool:
    """Whether it is a country by its name."""
    return name.text in NATIONS or name.text in NATIONS_OF_TWO


def _words(name: Name) -> set[str]:
    forms = " ".join((name.text, *name.aliases)).split()
    return {word.lower() for word in forms if word[0].isupper()}


def _stands_in(name: Name, text: str) -> bool:
    return any(holds(text, form) for form in (name.text, *name.aliases))
