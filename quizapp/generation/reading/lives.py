"""Of whom an encyclopedia's entry tells, however its title writes the name."""

from collections.abc import Iterable

from quizapp.generation.article import Article

_LONGEST_TITLE = 4  # words


def subject_of_life(article: Article, people: Iterable[tuple[str, int]]) -> str:
    """Of Ida B. Wells the name with which the first sentence begins; "" in other articles.

    `people`: the names of persons, and where each stands first.
    """
    title = article.title.split()
    if not 1 < len(title) <= _LONGEST_TITLE or not article.sentences:
        return ""
    if not all(word[0].isupper() or word.islower() for word in title):
        return ""
    start = article.sentences[0].start
    return next((text for text, at in people if at == start and text.split()[0] == title[0]), "")


def forms_in_life(article: Article, subject: str) -> frozenset[str]:
    """By what words alone an entry calls its subject."""
    if not subject:
        return frozenset()
    return frozenset({article.title, article.title.split()[-1], subject.split()[-1]}) - {subject}
