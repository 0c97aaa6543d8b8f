"""Other names of an article that could be the answer, but aren't."""

from collections.abc import Sequence
from random import Random

from quizapp.generation.article import Article
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.english.name_words import BROAD_PLACES
from quizapp.generation.findings import Findings, Name
from quizapp.generation.names.capitals import HEADS
from quizapp.generation.names.name_nouns import is_nation, noun_of

COUNT = 3
_KINGDOM = frozenset({"Britain", "Great Britain", "United Kingdom", "U.K.", "UK", "England"})
_LONGER = 1.5  # times as long as the key: that much tells it from the others


def name_distractors(
    key: Name, findings: Findings, stem: str, sentence: int, random: Random
) -> tuple[str, ...]:
    """Three of the key's kind, in the order in which they are drawn; () if there aren't as many.

    What stands in the same sentence could be right as well, so it is none of them.
    """
    article = findings.article
    said = f"{stem} {article.sentences[sentence].text}"
    noun = noun_of(key, article)
    asked = noun if f"hich {noun} " in stem else ""
    is_strict = key.kind == "other" or asked in key.text.lower()
    fitting = [
        name.text
        for name in findings.names
        if _is_like(name, key, article)
        and not _stands_in(name, said)
        and (not asked or _may_be(name, asked, article, is_strict=is_strict))
    ]
    return _drawn(fitting, key.text, random) if len(fitting) >= COUNT else ()


def are_alike_in_length(key: str, wrong: Sequence[str]) -> bool:
    """Whether among them the key isn't told by being by far the longest or the shortest."""
    sizes = [len(text) for text in wrong]
    return bool(sizes) and len(key) <= max(sizes) * _LONGER and min(sizes) <= len(key) * _LONGER


def _drawn(fitting: Sequence[str], key: str, random: Random) -> tuple[str, ...]:
    """Some of them, among which the key isn't told by its length, if that can be."""
    drawn = random.sample(fitting, COUNT)
    least, most = len(key) / _LONGER, len(key) * _LONGER
    near = [text for text in fitting if least < len(text) < most]
    if near and not set(near) & set(drawn):
        drawn[random.randrange(COUNT)] = random.choice(near)
    return tuple(drawn)


def _may_be(name: Name, noun: str, article: Article, *, is_strict: bool) -> bool:
    """Whether it could be the village or the ship that is asked for, as far as anything tells."""
    return noun_of(name, article) in ((noun,) if is_strict else (noun, ""))


def _is_like(name: Name, key: Name, article: Article) -> bool:
    """Whether somebody who doesn't know could take one for the other."""
    if name.kind != key.kind or name.text in article.author:
        return False
    if name.kind == "other" and noun_of(name, article) != (noun_of(key, article) or None):
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


def _words(name: Name) -> set[str]:
    """Those of its own: two universities may be mistaken, Leeds and the University of Leeds not."""
    forms = " ".join((name.text, *name.aliases)).split()
    return {word.lower() for word in forms if word[0].isupper() and word not in HEADS}


def _stands_in(name: Name, text: str) -> bool:
    return any(holds(text, form) for form in (name.text, *name.aliases))
