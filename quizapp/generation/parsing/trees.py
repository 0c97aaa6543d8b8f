"""A sentence as a tree of words: plain values, whichever parser made them."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark. Tags are Penn Treebank's, relations ClearNLP's, as in English models."""

    index: int  # in its sentence, from 0
    text: str
    lemma: str
    tag: str  # "VBD"
    pos: str  # "VERB"
    dep: str  # "nsubj"
    head: int  # index of the word it hangs on; its own if it is a root
    start: int  # offsets in the article
    end: int
    entity: str = ""  # "PERSON", "GPE"; "" outside of names and figures


@dataclass(frozen=True)
class ParsedSentence:
    """One sentence of an article with its words."""

    number: int  # which of the article's sentences
    text: str
    start: int  # offset in the article
    tokens: tuple[Token, ...]

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token)
        return tuple(tuple(tokens) for tokens in below)

    @cached_property
    def roots(self) -> tuple[Token, ...]:
        """The words that hang on none; more than one where the parser saw several sentences."""
        return tuple(token for token in self.tokens if token.head == token.index)

    def head(self, token: Token) -> Token:
        """What the word hangs on."""
        return self.tokens[token.head]

    def children(self, token: Token, deps: Collection[str] = ()) -> tuple[Token, ...]:
        """The words that hang on this one, in order; with `deps` only those so related."""
        below = self._children[token.index]
        return tuple(child for child in below if child.dep in deps) if deps else below

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first word that hangs on this one in one of these relations."""
        return next(iter(self.children(token, deps)), None)

    def subtree(self, token: Token, without: Collection[int] = ()) -> tuple[Token, ...]:
        """The word and all below it, in order; nothing below the words numbered in `without`."""
        found, waiting = [], [token]
        while waiting:
            word = waiting.pop()
            found.append(word)
            waiting += [child for child in self._children[word.index] if child.index not in without]
        return tuple(sorted(found, key=lambda word: word.index))

    def ancestors(self, token: Token) -> tuple[Token, ...]:
        """What the word hangs on, directly and through others, nearest first."""
        found: list[Token] = []
        while token.head != token.index:
            token = self.tokens[token.head]
            found.append(token)
        return tuple(found)

    def covering(self, start: int, end: int) -> tuple[Token, ...]:
        """The words that lie in this part of the article, or touch it."""
        return tuple(token for token in self.tokens if token.start < end and token.end > start)

    def top(self, tokens: Collection[Token]) -> Token | None:
        """That of these words which hangs on none of them."""
        inside = {token.index for token in tokens}
        tops = [t for t in tokens if t.head == t.index or t.head not in inside]
        return tops[0] if len(tops) == 1 else None
