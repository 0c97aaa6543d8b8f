"""What stands in the way of taking a pronoun for what the sentence before is about."""

from quizapp.generation.parsing.clause_heads import SUBJECTS
from quizapp.generation.parsing.trees import ParsedSentence, Token


def has_second_thing(sentence: ParsedSentence) -> bool:
    """Whether a clause inside does something to a thing: it began when Roe found the film."""
    return any(
        token.dep == "dobj"
        and token.tag not in ("NNS", "NNPS", "PRP")
        and sentence.head(token).dep in ("advcl", "relcl")
        and (own := sentence.child(token, "det")) is not None
        and own.text.lower() == "the"
        for token in sentence.tokens
    )


def adds_thing(sentence: ParsedSentence) -> bool:
    """Whether a new thing follows a colon: the cause lies in the algae: a hardy kind."""
    colon = next((t.index for t in sentence.tokens if t.text in (":", "—")), len(sentence.tokens))
    following = [token.text.lower() for token in sentence.tokens[colon + 1 : colon + 2]]
    return following in (["a"], ["an"])


def makes_something(sentence: ParsedSentence) -> bool:
    """Whether it brings in something new: proposed a dividend, an idea that divided them."""
    return any(
        (token.dep == "dobj" or sentence.child(token, "relcl"))
        and (own := sentence.child(token, "det")) is not None
        and own.text.lower() in ("a", "an")
        for token in sentence.tokens
    )


def has_nearer_thing(sentence: ParsedSentence, pronoun: Token) -> bool:
    """Whether a named object stands before it: drought brought Lake Mead to its lowest since it."""
    clause = sentence.head(pronoun)
    is_inside = clause.dep == "advcl" and pronoun.text.lower() == "it" and pronoun.dep in SUBJECTS
    is_aside = pronoun.text == "its" and sentence.tokens[pronoun.index - 1].text == ","
    if not is_inside and not is_aside:
        return False
    return any(
        token.dep == "dobj" and token.tag == "NNP" and token.head < pronoun.index
        for token in sentence.tokens[: pronoun.index]
    )
