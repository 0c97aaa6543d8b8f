"""The clauses of a parsed sentence that say something of a subject by themselves."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from quizapp.generation.english.words import word_set
from quizapp.generation.parsing.clause_heads import SUBJECTS, antecedent, is_only_verb
from quizapp.generation.parsing.inflection import past_of
from quizapp.generation.parsing.torn_clauses import is_torn
from quizapp.generation.parsing.trees import ParsedSentence, Token

Kind = Literal["main", "reported", "relative", "participle", "reason", "other"]
_AUXILIARIES = ("aux", "auxpass")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_OUTSIDE = word_set("nsubj nsubjpass csubj csubjpass aux auxpass neg punct cc conj mark intj expl")
_QUOTES = ('"', "``", "''")
_US = word_set("i we you me us my our your myself ourselves yourself mine ours yours")
SAYING = word_set(
    "say estimate find report show conclude argue believe think warn predict note reckon claim "
    "suggest announce write calculate hold state explain indicate reveal forecast project assert "
    "reason recall warn suspect maintain contend insist"
)
_TAKEN = ("for", "to", "into", "with", "against")  # what a verb without an object takes
_CALLING = ("call", "dub", "nickname", "title")
_CONDITIONS = word_set("if unless whether lest than as how why where")


@dataclass(frozen=True)
class Part:
    """What stands around the verb: an object, a time, a place, a manner."""

    head: Token
    tokens: tuple[Token, ...]

    @property
    def dep(self) -> str:
        return self.head.dep


@dataclass(frozen=True)
class Clause:
    """A subject, a verb and what belongs to them."""

    sentence: ParsedSentence
    kind: Kind
    subject: tuple[Token, ...]
    auxiliaries: tuple[Token, ...]
    verb: Token
    negation: str  # "not", "never"; "" if there is none
    front: tuple[Part, ...]  # before the subject
    middle: tuple[Part, ...]  # between the subject and the verb
    after: tuple[Part, ...]
    speaker: tuple[Token, ...] = ()  # who says so, where somebody does
    participle: str = ""  # the auxiliary that a shortened clause leaves out: "was"

    @property
    def parts(self) -> tuple[Part, ...]:
        return (*self.front, *self.middle, *self.after)

    @property
    def is_negated(self) -> bool:
        return bool(self.negation)

    @property
    def is_copula(self) -> bool:
        return self.verb.lemma == "be" and self.verb.dep not in _AUXILIARIES

    @property
    def subject_head(self) -> Token | None:
        """The word that the subject's other words hang on."""
        tops = [each for each in self.subject if each.head == self.verb.index]
        return tops[-1] if tops else self.sentence.top(self.subject)


def find_clauses(sentence: ParsedSentence) -> Iterator[Clause]:
    """In the order of their verbs; none of a question, a quotation or an address."""
    if not sentence.tokens or sentence.text.rstrip("\"') ").endswith("?"):
        return
    quoted = quoted_words(sentence)
    for verb in sentence.tokens:
        if verb.pos not in ("VERB", "AUX") or verb.dep in _AUXILIARIES or verb.index in quoted:
            continue
        clause = _clause(sentence, verb)
        if clause is not None and not _speaks_to_us(clause):
            yield clause


def quoted_words(sentence: ParsedSentence) -> frozenset[int]:
    """The words between quotation marks."""
    inside, found = False, set()
    for token in sentence.tokens:
        if token.text in _QUOTES:
            inside = not inside
        elif inside:
            found.add(token.index)
    return frozenset(found)


def _speaks_to_us(clause: Clause) -> bool:
    words = [*clause.subject, clause.verb, *(t for part in clause.parts for t in part.tokens)]
    return any(word.text.lower() in _US for word in words)


def _clause(sentence: ParsedSentence, verb: Token) -> Clause | None:
    if verb.dep == "acl" and verb.tag == "VBN":
        return _shortened(sentence, verb)
    kind = _kind(sentence, verb)
    if kind == "relative" and _has_gap(sentence, verb):
        return None
    subject = _subject(sentence, verb) if kind else ()
    auxiliaries = _auxiliaries(sentence, verb)
    if kind is None or not subject or not _is_finite(verb, auxiliaries):
        return None
    if is_torn(sentence, verb, subject):
        return None
    speaker = _speaker(sentence, verb) if kind == "reported" else ()
    if kind == "reported" and not speaker:
        return None
    parts = list(_parts(sentence, verb))
    own = sentence.child(verb, *SUBJECTS)
    start = sentence.subtree(own)[0].index if own else verb.index
    first = min([verb.index, *(each.index for each in auxiliaries if each.head == verb.index)])
    return Clause(
        sentence=sentence,
        kind=kind,
        subject=subject,
        auxiliaries=auxiliaries,
        verb=verb,
        negation=_negation(sentence, verb),
        front=tuple(part for part in parts if part.head.index < min(start, first)),
        middle=tuple(part for part in parts if min(start, first) < part.head.index < verb.index),
        after=tuple(part for part in parts if part.head.index > verb.index),
        speaker=speaker,
    )


def _has_gap(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether its object stands outside of it, as the dinners that a firm introduced do."""
    while verb.dep == "conj":
        verb = sentence.head(verb)
    own = sentence.child(verb, *SUBJECTS)
    is_place_or_time = any(each.tag == "WRB" for each in sentence.children(verb, ("advmod",)))
    return own is not None and own.tag not in ("WDT", "WP") and not is_place_or_time


def _shortened(sentence: ParsedSentence, verb: Token) -> Clause | None:
    """The clause of a participle behind a comma: the ship, built in 1962.

    Where the sentence has no other verb it was misread: Roe, a brewer, paid for the book.
    """
    subject = antecedent(sentence, verb)
    if not subject or sentence.child(verb, *SUBJECTS, *_AUXILIARIES, "dobj"):
        return None
    if sentence.child(verb, "oprd") and verb.lemma not in _CALLING:
        return None
    parts = tuple(part for part in _parts(sentence, verb) if part.head.index > verb.index)
    is_told = is_only_verb(sentence, verb) and all(part.dep != "agent" for part in parts)
    if is_told and (past_of(verb) != verb.text or not parts or parts[0].head.text not in _TAKEN):
        return None
    later = {token.tag for token in sentence.tokens[verb.index + 1 :]}
    is_misread = sentence.roots[0].pos in ("NOUN", "PROPN") and later.isdisjoint(("VBN", *_FINITE))
    if is_misread and not is_told:
        return None
    is_plural = sentence.head(verb).tag in ("NNS", "NNPS") or bool(
        sentence.child(sentence.head(verb), "conj")
    )
    return Clause(
        sentence=sentence,
        kind="main" if is_told else "participle",
        subject=subject,
        auxiliaries=(),
        verb=replace(verb, tag="VBD") if is_told else verb,
        negation="",
        front=(),
        middle=(),
        after=parts,
        participle="" if is_told else "were" if is_plural else "was",
    )


def _kind(sentence: ParsedSentence, verb: Token) -> Kind | None:
    while verb.dep == "conj" and sentence.head(verb).pos in ("VERB", "AUX"):
        verb = sentence.head(verb)
    if verb.dep == "ROOT":
        return "main"
    if verb.dep == "relcl":
        return "relative"
    if verb.dep in ("ccomp", "parataxis"):
        return _reported_or_main(sentence, verb)
    when = [each for each in sentence.children(verb, ("advmod",)) if each.tag == "WRB"]
    if when and verb.dep == "advcl" and verb.tag in ("VBZ", "VBP"):
        return None  # when the heater leans: if it does
    mark = sentence.child(verb, "mark") or next(iter(when), None)
    word = mark.text.lower() if mark else ""
    if verb.dep != "advcl" or not word or word in _CONDITIONS:
        return None
    return "reason" if word in ("because", "since") else "other"


def _reported_or_main(sentence: ParsedSentence, verb: Token) -> Kind | None:
    """Two sentences with a semicolon between them are parsed as if one were the other's object."""
    head = sentence.head(verb)
    if head.lemma in SAYING:
        return "reported"
    between = sentence.tokens[min(verb.index, head.index) : max(verb.index, head.index)]
    return "main" if any(token.text in (";", ":") for token in between) else None


def _subject(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """The words of the subject, of another verb's where this one shares it."""
    own = sentence.child(verb, *SUBJECTS)
    if own is not None and own.tag in ("WDT", "WP"):
        return antecedent(sentence, verb) if own.text.lower() in ("which", "who") else ()
    if own is not None:
        several = [each for each in sentence.children(verb, SUBJECTS) if each.index < verb.index]
        words = {token.index for each in several or [own] for token in sentence.subtree(each)}
        whole = tuple(sentence.tokens[index] for index in sorted(words))
        is_broken = len(several) > 1 and any(token.text == "," for token in whole)
        return () if is_broken else whole
    if verb.dep == "conj" and sentence.head(verb).pos in ("VERB", "AUX"):
        head = sentence.head(verb)
        is_apart = any(t.text == "," for t in sentence.tokens[head.index : verb.index])
        if head.dep in ("advcl", "relcl") and is_apart:
            return ()  # troops came after he fled, and stayed: who stayed?
        return _subject(sentence, head)
    return ()


def _auxiliaries(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    own = tuple(each for each in sentence.children(verb, _AUXILIARIES) if each.index < verb.index)
    shares = verb.dep == "conj" and verb.tag in ("VB", "VBN", "VBG")
    if own or not shares or sentence.child(verb, *SUBJECTS):
        return own
    head = sentence.head(verb)
    return _auxiliaries(sentence, head) if head.tag == verb.tag else ()


def _negation(sentence: ParsedSentence, verb: Token) -> str:
    found = sentence.child(verb, "neg")
    if found is None:
        return ""
    return "never" if found.text.lower() == "never" else "not"


def _is_finite(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    if auxiliaries:
        return auxiliaries[0].tag in _FINITE
    if verb.tag == "VBN":  # of a whole sentence it can't be: widened, taken for a participle
        return verb.dep == "ROOT"
    return verb.tag in ("VBD", "VBZ", "VBP")


def _speaker(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    while verb.dep == "conj":
        verb = sentence.head(verb)
    head = sentence.head(verb)
    if sentence.child(head, "neg") or sentence.child(head, "auxpass"):
        return ()
    return _subject(sentence, head)


def _parts(sentence: ParsedSentence, verb: Token) -> Iterator[Part]:
    left_out = {each.index for each in sentence.children(verb, ("conj",))}
    for child in sentence.children(verb):
        if child.dep not in _OUTSIDE and child.index not in left_out:
            told = _told_later(sentence, child)
            yield Part(child, tuple(t for t in sentence.subtree(child) if t.index not in told))


def _told_later(sentence: ParsedSentence, verb: Token) -> set[int]:
    """What belongs to the whole clause, not to its infinitive: went there to ask, and came home."""
    later = [each for each in sentence.children(verb, ("conj",)) if each.tag in ("VBD", "VBZ")]
    if verb.tag != "VB" or not later:
        return set()
    words = {token.index for token in sentence.subtree(later[0])}
    return words | {each.index for each in sentence.children(verb, ("cc",))}
