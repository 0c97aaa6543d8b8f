"""Verbs that a parser gives a subject that isn't theirs, or that are none."""

from quizapp.generation.english.verbs import BASES
from quizapp.generation.parsing.clause_heads import SUBJECTS
from quizapp.generation.parsing.trees import ParsedSentence, Token


def is_torn(sentence: ParsedSentence, verb: Token, subject: tuple[Token, ...]) -> bool:
    """Whether its subject isn't its own: councilors [...] closes, the cheapest of which."""
    if any(t.tag == "WDT" and t.dep == "pobj" and sentence.head(t).dep == "prep" for t in subject):
        relatives = [t for t in subject if t.dep == "relcl"]
        return not relatives
    if _is_taken_for_verb(sentence, verb) or _is_behind_comma(sentence, verb):
        return True
    head = sentence.top(subject)
    is_shared = verb.dep == "conj" and sentence.child(verb, *SUBJECTS) is None
    return is_shared and verb.tag == "VBZ" and head is not None and head.tag in ("NNS", "NNPS")


def _is_behind_comma(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether it only describes its subject: a letter of 1412, kept at Odby, mentions a toll."""
    own = sentence.child(verb, *SUBJECTS)
    if own is None or verb.tag not in ("VBD", "VBN") or sentence.child(verb, "aux", "auxpass"):
        return False
    words = sentence.tokens[sentence.subtree(own)[0].index : verb.index]
    return bool(words) and words[-1].text == "," and [token.text for token in words].count(",") == 1


def _is_taken_for_verb(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether it is the second of two things: lent money for silos and barges."""
    before = [token.tag for token in sentence.tokens[max(0, verb.index - 2) : verb.index]]
    is_second = verb.dep == "conj" and before in (["NN", "CC"], ["NNS", "CC"])
    return is_second and verb.tag == "VBZ" and verb.lemma not in BASES
