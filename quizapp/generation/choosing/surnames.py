"""Surnames that two people of an article share: alone, they tell nobody from the other."""

from collections import Counter

from quizapp.generation.article import Article
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.findings import Name
from quizapp.generation.names.finding import find_names
from quizapp.generation.per_article import once_per_article


@once_per_article
def _shared(article: Article) -> dict[str, tuple[str, ...]]:
    """Each with the longer names that have it, the longest first."""
    names = find_names(article)
    longer = sorted((name.text for name in names if " " in name.text), key=len, reverse=True)
    return {
        surname: tuple(text for text in longer if holds(text, surname))
        for surname in _of_several(names)
    }


def _of_several(names: tuple[Name, ...]) -> list[str]:
    """Those that no firm or place is called by: Orrin Foods may be Orrin to everybody."""
    people = (name.text.split() for name in names if name.kind == "person")
    times = Counter(words[-1] for words in people if len(words) > 1)
    others = {
        form
        for name in names
        if name.kind in ("organization", "place")
        for form in (name.text, *name.aliases)
    }
    return [surname for surname, count in times.items() if count > 1 and surname not in others]


def uses_shared_surname(text: str, article: Article) -> bool:
    """Whether one stands in the text without its first name."""
    for surname, longer in _shared(article).items():
        rest = text
        for name in longer:
            rest = rest.replace(name, "")
        if holds(rest, surname):
            return True
    return False
