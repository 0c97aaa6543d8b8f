"""What an article says that somebody or something is: appositions, definitions, names given."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.generation.english.name_words import CLAUSE_NOUNS, DEED_NOUNS, ROLES
from quizapp.generation.english.quotation_marks import has_mark
from quizapp.generation.facts.descriptions import with_article
from quizapp.generation.parsing.parsed_clauses import Clause
from quizapp.generation.parsing.phrases import SET_OFF, render, simplified, without_stray_commas
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.parsing.wording import Wording

_FEWEST, _MOST = 3, 16  # words of a description that tells one thing from others
_LIST = re.compile(r", (?:and|or|but) ")
_MARKS = (",", ".", ";", ":", "(", ")", "-", "\u2013", "\u2014")
_TIMES = ("year", "month", "week", "day", "decade", "century", "time", "season")
_ONE = ("a ", "an ")
_ONLY = ("first", "last", "only", "main", "most", "top", "second", "third")
_CALLING = ("call", "dub", "name", "nickname", "term")
_GIVING = ("give", "send", "hand", "offer", "award", "lend", "grant", "leave")
_EACH = ("each", "every", "no", "all", "any")
_NO_TERMS = ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL")


@dataclass(frozen=True)
class Description:
    """A thing or a person, and what it is said to be."""

    sentence: ParsedSentence
    head: Token  # of what is described
    term: str  # "the evaporator", "Ruth Abendroth"
    text: str  # "a coil of thin pipes outside the house"
    is_definition: bool = False  # "A heat pump is a machine that ..."


def find_descriptions(
    sentence: ParsedSentence, clauses: Sequence[Clause], wording: Wording
) -> Iterator[Description]:
    """In the order of the text, appositions first."""
    for token in sentence.tokens:
        if token.dep == "appos":
            yield from _apposition(sentence, token, wording)
        elif token.dep in ("dobj", "attr", "npadvmod") and token.pos == "NOUN":
            yield from _unseen_apposition(sentence, token, wording)
    for clause in clauses:
        yield from _definition(clause, wording)


def _apposition(sentence: ParsedSentence, second: Token, wording: Wording) -> Iterator[Description]:
    first = sentence.head(second)
    if first.entity in _NO_TERMS or second.entity in _NO_TERMS or second.lemma in CLAUSE_NOUNS:
        return
    behind = _with_deed(sentence, sentence.subtree(second))
    before = [t for t in sentence.subtree(first, {second.index}) if t.index < behind[0].index]
    if second.pos != "PROPN" and _runs_on(sentence, behind):
        return
    if _is_list(sentence, second) or _is_person_beside(first, second):
        return
    if any(token.dep in ("conj", "cc") for token in before if token.head == first.index):
        return
    if _is_apart(before, behind) or _is_about_clause(second) or _is_several_of_one(first, second):
        return
    if second.pos == "PROPN" and first.pos == "NOUN":
        is_beside = first.index + 1 == behind[0].index
        yield from _described(sentence, second, behind, before, wording) if is_beside else ()
    elif sentence.tokens[behind[0].index - 1].text in SET_OFF and (
        second.pos == "NOUN" or _is_follower(sentence, first, second)
    ):
        yield from _described(sentence, first, before, _up_to_comma(behind), wording)


def _with_deed(sentence: ParsedSentence, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """With what the first, or the only one, did, whatever the parser hangs that on."""
    following = sentence.tokens[words[-1].index + 1 :][:1]
    is_one = any(each.text in _ONLY or each.tag == "JJS" for each in words)
    if not is_one or not following or following[0].tag != "TO":
        return words
    deed = sentence.subtree(sentence.head(following[0]))
    return (*words, *deed) if deed[0] == following[0] else words


def _is_follower(sentence: ParsedSentence, first: Token, second: Token) -> bool:
    """Whether somebody is one of those that have a name: Jane Roe, a Social Democrat."""
    determiner = sentence.child(second, "det")
    is_one = determiner is not None and determiner.text in ("a", "an")
    return is_one and first.pos == "PROPN" and second.entity == "NORP"


def _is_apart(before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether more than a mark stands between: the marches brought rules on wine: the juice of.

    Behind a clause it may tell of that clause's last noun: zinc, which makes brass, an alloy.
    """
    is_behind_clause = any(token.dep == "relcl" for token in before)
    return is_behind_clause or (bool(before) and before[-1].index < behind[0].index - 2)


def _is_several_of_one(first: Token, second: Token) -> bool:
    """Whether one thing would be several: gave the ship, the Dragon, three casks."""
    return second.tag == "NNS" and first.tag in ("NN", "NNP")


def _is_about_clause(second: Token) -> bool:
    """Whether it may tell of all that is said: it gives off alcohol, a process called brewing."""
    return second.lemma in DEED_NOUNS


def _runs_on(sentence: ParsedSentence, words: Sequence[Token]) -> bool:
    """Whether no mark ends a phrase: in a study, a team led by Roe found."""
    last = words[-1].index
    following = sentence.tokens[last + 1 : last + 2]
    return bool(following) and words[-1].text not in _MARKS and following[0].text not in _MARKS


def _is_list(sentence: ParsedSentence, second: Token) -> bool:
    """Whether it is one of several things: a panel, a platform and a speaker."""
    joined = sentence.child(second, "conj")
    own = sentence.child(second, "det")
    other = sentence.child(joined, "det") if joined is not None else None
    return own is not None and other is not None and own.lemma == other.lemma == "a"


def _is_person_beside(first: Token, second: Token) -> bool:
    """Whether it tells of somebody, but stands beside a place: born in Odby, the child of."""
    return first.entity in ("GPE", "LOC") and second.lemma in ROLES | {"child"}


def _unseen_apposition(
    sentence: ParsedSentence, second: Token, wording: Wording
) -> Iterator[Description]:
    """What the parser takes for an object: through a valve, a narrow opening."""
    behind = sentence.subtree(second)
    comma = behind[0].index - 1
    determiner = sentence.child(second, "det")
    is_new = determiner is not None and determiner.text in ("a", "an")
    is_apart = comma > 0 and sentence.tokens[comma].text == ","
    if not is_apart or not is_new or second.lemma in CLAUSE_NOUNS:
        return
    if _runs_on(sentence, behind) or _is_list(sentence, second):
        return
    first = sentence.tokens[comma - 1]
    own = sentence.child(first, "det")
    if _is_about_clause(second) or (own is not None and own.text.lower() in _EACH):
        return
    if first.pos in ("NOUN", "PROPN") and first.entity not in _NO_TERMS:
        before = [each for each in sentence.subtree(first) if each.index < comma]
        yield from _described(sentence, first, before, behind, wording)


def _up_to_comma(tokens: Sequence[Token]) -> list[Token]:
    """What stands before the next apposition."""
    kept = []
    for token in tokens:
        if token.text in (";", ":", "—"):
            break
        kept.append(token)
    return kept


def _says_that_is(tokens: Sequence[Token]) -> bool:
    return [token.text.lower() for token in tokens[:2]] == ["that", "is"]


def _described(
    sentence: ParsedSentence,
    head: Token,
    term: Sequence[Token],
    words: Sequence[Token],
    wording: Wording,
) -> Iterator[Description]:
    if any(is_it(sentence, head, words) for is_it in (_is_customer, _is_given, _is_bare)):
        return
    named = wording.say(sentence, _without_owner(sentence, head, without_stray_commas(term)))
    words = words[2 if _says_that_is(words) else 0 :]
    text = wording.say(sentence, without_stray_commas(words))
    if text and head.pos == "PROPN" and head.index > words[-1].index:
        text = _as_new(text)
    if not text or (text.startswith("the ") and len(text.split()) == _FEWEST and "'" not in text):
        return  # the naval architect: which of them?
    if any(token.tag == "CD" for token in term) or head.lemma in _TIMES:
        return
    if has_mark(f"{render(sentence, term)} {text}") or _LIST.search(text):
        return
    if head.tag == "NNS" and text.startswith(_ONE):
        return  # two lamps aren't a picture
    if named and _FEWEST <= len(text.split()) <= _MOST and len(named.split()) <= 5:
        yield Description(sentence, head, named, text)


def _is_customer(sentence: ParsedSentence, head: Token, words: Sequence[Token]) -> bool:
    """Whether the second is the answer: its largest customer, the truck maker Harlow Motors."""
    return bool(sentence.child(head, "poss")) and any(token.pos == "PROPN" for token in words)


def _is_given(sentence: ParsedSentence, head: Token, _words: Sequence[Token]) -> bool:
    """Whether the second may be what the first was given: gave the owner, Karen Moe, an inkwell."""
    givers = (each for each in sentence.ancestors(head)[:3] if each.lemma in _GIVING)
    return any(sentence.child(each, "auxpass") is None for each in givers)


def _is_bare(sentence: ParsedSentence, _head: Token, words: Sequence[Token]) -> bool:
    """Whether it is one of several things told alike: oil from water, ripe cheese from spoiled."""
    top = sentence.top(words)
    if top is None or top.tag != "NN" or top.lemma in ROLES:
        return False
    return sentence.child(top, "det", "poss", "nummod") is None


def _as_new(text: str) -> str:
    """What stands right before a name: the private equity firm Kern is a private equity firm."""
    if not text.startswith("the ") or " of " in text or "'" in text:
        return text
    if any(word.endswith("est") or word in _ONLY for word in text.split()):
        return text  # the highest peak, the first woman
    return with_article(text.removeprefix("the "))


def _without_owner(sentence: ParsedSentence, head: Token, term: Sequence[Token]) -> Sequence[Token]:
    """Thomson's mirror galvanometer is a mirror galvanometer."""
    owner = sentence.child(head, "poss")
    if owner is None or head.pos != "NOUN":
        return term
    owned = set(sentence.subtree(owner))
    return [token for token in term if token not in owned]


def _definition(clause: Clause, wording: Wording) -> Iterator[Description]:
    """A heat pump is a machine that moves heat."""
    attribute = next((part for part in clause.after if part.dep == "attr"), None)
    head = clause.subject_head
    if not clause.is_copula or clause.kind != "main" or attribute is None or head is None:
        return
    if clause.is_negated or clause.auxiliaries or attribute.head.pos != "NOUN":
        return
    sentence = clause.sentence
    determiner = sentence.child(attribute.head, "det")
    own = sentence.child(head, "det")
    is_new = own is None or own.text.lower() in ("a", "an", "every") or head.pos == "PROPN"
    if determiner is None or determiner.text.lower() not in ("a", "an") or not is_new:
        return
    term = wording.say(sentence, clause.subject)
    text = render(sentence, simplified(sentence, attribute.tokens))
    if has_mark(text) or has_mark(term or ""):
        return
    if term and head.tag in ("NN", "NNP") and _FEWEST <= len(text.split()) <= _MOST + 6:
        yield Description(sentence, head, term, text, is_definition=True)


@dataclass(frozen=True)
class Calling:
    """What something is called: the question, and the words of the answer."""

    question: Question
    words: tuple[Token, ...]


def question_of_name(clause: Clause) -> Calling | None:
    """What X is called or known as; None where nothing is called anything."""
    if clause.is_negated or _is_within_relative(clause):
        return None
    for part in clause.after:
        if part.dep == "oprd" and clause.verb.lemma in _CALLING and not _is_of_pronoun(clause):
            return Calling(Question(clause, "what", part), part.tokens)
        is_known = clause.verb.lemma == "know" and part.dep == "prep"
        if is_known and part.head.text == "as" and len(part.tokens) > 1:
            return Calling(Question(clause, "what", part, rest="as"), part.tokens[1:])
    return None


def _is_of_pronoun(clause: Clause) -> bool:
    """Whether it is "it" that somebody calls so, which may be all that was told."""
    return any(part.dep == "dobj" and part.head.tag == "PRP" for part in clause.after)


def _is_within_relative(clause: Clause) -> bool:
    """Whether its subject stands in a clause about another: those who clung to it, known as."""
    noun = clause.subject_head
    if clause.kind != "participle" or noun is None:
        return False
    return any(each.dep in ("relcl", "acl") for each in clause.sentence.ancestors(noun))
