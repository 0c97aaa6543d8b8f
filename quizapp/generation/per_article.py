"""What is worked out once for an article, however many ask for it."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from quizapp.generation.article import Article

Result = TypeVar("Result")
_KEPT = 2  # articles


class _Same:
    """An article as a key that equals itself alone: comparing texts would take as long as them."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.article is self.article

    def __hash__(self) -> int:
        return id(self.article)


def once_per_article(work: Callable[[Article], Result]) -> Callable[[Article], Result]:
    """`work`, whose last results are kept."""

    @lru_cache(maxsize=_KEPT)
    def kept(same: _Same) -> Result:
        return work(same.article)

    return lambda article: kept(_Same(article))
