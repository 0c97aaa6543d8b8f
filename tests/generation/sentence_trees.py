"""Trees of sentences as a parser gave them, so that tests can do without one.

In sentence_trees.txt a block has a name and its sentence, then a line a word: its text, lemma,
tag, part of speech, relation, the index of its head, and the kind of name it belongs to or "-".
"""

from dataclasses import replace
from functools import cache
from pathlib import Path

from quizapp.generation.parsing.trees import ParsedSentence, Token


def tree(name: str) -> ParsedSentence:
    """The sentence of this name, alone in its article."""
    return _trees()[name]


def trees(*names: str) -> tuple[ParsedSentence, ...]:
    """The sentences one after another in one article, with a space between them."""
    found, start = [], 0
    for number, sentence in enumerate(map(tree, names)):
        moved = (replace(t, start=t.start + start, end=t.end + start) for t in sentence.tokens)
        found.append(ParsedSentence(number, sentence.text, start, tuple(moved)))
        start += len(sentence.text) + 1
    return tuple(found)


@cache
def _trees() -> dict[str, ParsedSentence]:
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    return dict(_read(block) for block in text.strip().split("\n\n"))


def _read(block: str) -> tuple[str, ParsedSentence]:
    first, *rows = block.splitlines()
    name, sentence = first.split(": ", 1)
    tokens, at = [], 0
    for index, row in enumerate(rows):
        word, lemma, tag, pos, dep, head, entity = row.split()
        start = sentence.index(word, at)
        at = start + len(word)
        kind = "" if entity == "-" else entity
        tokens.append(Token(index, word, lemma, tag, pos, dep, int(head), start, at, kind))
    return name, ParsedSentence(0, sentence, 0, tuple(tokens))
