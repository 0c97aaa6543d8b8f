"""Which words of a subject say what it is."""

from collections.abc import Iterable

from quizapp.generation.parsing.parsed_clauses import SAYING
from quizapp.generation.parsing.trees import ParsedSentence, Token

_ONLY = ("only", "even", "just", "perhaps")


def belongs_to_clause(sentence: ParsedSentence, noun: Token, token: Token) -> bool:
    """Whether it is in a clause about the noun: the mill that closed."""
    path = (token, *sentence.ancestors(token))
    for each in path:
        if each.index == noun.index:
            return False
        is_named = each.dep == "appos" and each.pos == "PROPN"
        if is_named and "," not in [t.text for t in sentence.tokens[noun.index : each.index]]:
            return False  # the chipmaker Orvella
        if each.dep in ("relcl", "advcl", "acl", "appos"):
            return True
    return False


def is_part_of(sentence: ParsedSentence, owner: Token, noun: Token) -> bool:
    """Whether a word such as its stands in a phrase, which it can't mean: a third of its lining."""
    for each in sentence.ancestors(owner) if owner.tag == "PRP$" else ():
        if each == noun:
            return True
        if each.pos in ("VERB", "AUX"):
            return False
    return False


def apposed_to(sentence: ParsedSentence, noun: Token) -> int:
    """Where the name between commas behind a noun ends; -1 if there is none."""
    name = sentence.child(noun, "appos")
    is_name = name is not None and name.pos == "PROPN"
    return sentence.subtree(name)[-1].end if name is not None and is_name else -1


def without_only(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Without the Only of Only the mill closed."""
    words = tuple(tokens)
    return words[1:] if len(words) > 1 and words[0].text.lower() in _ONLY else words


def is_put_in(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether it only says so, between commas: By 2020, Corning said, it had been used."""
    verb = sentence.head(noun)
    around = sentence.tokens[max(0, noun.index - 1) : noun.index + 3]
    marks = [token.text for token in around[::3]]
    return verb.lemma in SAYING and verb.index == noun.index + 1 and marks == [",", ","]


def identified(sentence: ParsedSentence, noun: Token) -> Token | None:
    """The name that a subject is said to be."""
    verb = sentence.head(noun)
    said = sentence.child(verb, "attr") if verb.lemma == "be" else None
    return said if said is not None and said.tag == "NNP" else None


def possessive(owner: str) -> str:
    """Of X: X's."""
    return f"{owner}'" if owner.endswith("s") else f"{owner}'s"
