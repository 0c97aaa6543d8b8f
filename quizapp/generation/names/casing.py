"""Whether a word that begins a sentence is written with a capital inside one too."""

import re
from functools import cached_property
from itertools import pairwise

from quizapp.generation.article import Article
from quizapp.generation.english.first_names import FIRST_NAMES
from quizapp.generation.english.name_words import NATIONALITIES, TITLES
from quizapp.generation.english.words import FUNCTION_WORDS
from quizapp.generation.figures.tokens import Tokens
from quizapp.generation.findings import Name

_BODIES = ("Congress", "Parliament")
_WHO = re.compile(r"([A-Z][a-z]+(?<!s)), who\b")
_THE_NAMES = ("The Hague", "The Gambia", "The Bahamas")


class Casing:
    """The letters of an article's words, as they are written inside sentences."""

    def __init__(self, article: Article, names: tuple[Name, ...]) -> None:
        self.article = article
        forms = [(name, form) for name in names for form in (name.text, *name.aliases)]
        self.names = frozenset(word for _, form in forms for word in form.split())
        self._lone = frozenset(form for _, form in forms if " " not in form)
        # As May Falk or Night Ferry Trust, whose first word is an ordinary one as well.
        self.full = tuple(form for _, form in forms if " " in form)

    def lowered(self, text: str) -> str:
        """`text` as it is written within a sentence, unless it begins with a name."""
        first = Tokens(text[:60]).raw(0)
        if text.startswith(self.full + _THE_NAMES):
            return text
        if first.lower() in FUNCTION_WORDS and first != "I":
            return text[:1].lower() + text[1:]
        if first in TITLES and text[len(first) + 1 : len(first) + 2].isupper():
            return text  # President Jane Roe
        if first not in self._lone and first.lower() in self._inside and first in self.names:
            return text[:1].lower() + text[1:]  # insulin, although a laboratory is called so
        if (
            first in NATIONALITIES
            or first in _BODIES
            or not first.istitle()
            or first in self.names | self._surnames
        ):
            return text
        if first in self._capital and first.lower() not in self._inside:
            return text
        return text[:1].lower() + text[1:]

    @cached_property
    def _inside(self) -> frozenset[str]:
        return frozenset(
            token.text
            for sentence in self.article.sentences
            for token in Tokens(sentence.text).all[1:]
            if token.is_word
        )

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """What stands behind a first name anywhere, in a caption too."""
        words = re.findall(r"[\w'-]+", self.article.text)
        return frozenset(
            word for first, word in pairwise(words) if first in FIRST_NAMES and word.istitle()
        )

    @cached_property
    def _capital(self) -> frozenset[str]:
        """Also who is named only at the beginning of a sentence: Roe, who has played."""
        people = (_WHO.match(sentence.text) for sentence in self.article.sentences)
        named = (match[1] for match in people if match and match[1].lower() not in self._inside)
        return frozenset(word for word in self._inside if word.istitle()) | frozenset(named)


def capitalized(text: str) -> str:
    """With a capital letter at the beginning."""
    return text[:1].upper() + text[1:]
