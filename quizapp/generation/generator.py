"""An article to a draft bank: every tier proposes, one gate decides, the best are kept."""

from dataclasses import dataclass
from typing import Literal

from quizapp.banks.model import Bank
from quizapp.generation.article import Article
from quizapp.generation.proposals import Dropped


@dataclass(frozen=True)
class Wishes:
    """What whoever drafts a bank may choose."""

    count: int | None = None  # at most; None: as many as are good, up to 60
    types: tuple[str, ...] = ()  # names of question types; (): all
    seed: int | None = None  # None: from the article itself
    tier: Literal["best", "light"] = "best"  # best: with a parser where one is installed
    model: str = ""  # name of a model at the endpoint that the settings name; "": none


@dataclass(frozen=True)
class Draft:
    """A draft bank with what was left out, and what its reader should know."""

    bank: Bank
    article: Article
    dropped: tuple[Dropped, ...]
    notices: tuple[str, ...] = ()  # sentences, such as that no parser is installed


def draft_bank(article: Article, name: str, wishes: Wishes) -> Draft:
    """The draft called `name`; the same for the same article and wishes. Raises UnfitArticle."""
    raise NotImplementedError
