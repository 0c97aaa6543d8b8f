"""Real questions whose answer is a proper name: who, which organization, where, with whom."""

import re
from collections.abc import Iterator, Sequence

from quizapp.generation.english.verbs import REPORTING, third_person
from quizapp.generation.english.words import content_words
from quizapp.generation.findings import Name
from quizapp.generation.parsing.inflection import past_of
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.phrases import is_dangling, render, simplified
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence, Token

_ASKING = ("organiz", "place", "which", "whom", "whose")
_PREPOSITIONS = ("with", "to", "from", "for", "against", "by", "after", "under")
_OF_PLACES = ("from", "to", "near", "into", "across", "through", "outside")
_OF_WATERS = (*_OF_PLACES, "on", "off")  # which only what is named by its noun can stand behind
_UNTOLD = re.compile(
    r"\b(?:show|shown|showed|tell|told|give|gave|given|send|sent|lend|lent|offer|offered|teach|"
    r"taught|hand|handed) (?:her|him|them|it)\b"  # somebody that the stem doesn't name
    r"|'s way to\b|\ban? (?:second|third|fourth) (?:aboard|by|was)\b"
)
# Worth how much, and what is said behind "and" of something else: and in May the mill was sold.
_CUT = re.compile(r" worth\?$|, (?:and|but) (?:in|on|by|at) ")
_LONGEST_OWNED = 6  # words
_OF_WORKS = ("in", "aboard", "on", "to", "from", "with", "after")


def questions_about_name(
    name: Name, asked: str, mention: tuple[int, int], clauses: Sequence[Clause]
) -> Iterator[Question]:
    """Questions whose answer is what stands at this mention, and nothing besides.

    `asked`: "who", "which brewery".
    """
    for clause in clauses:
        words = clause.sentence.covering(*mention)
        top = clause.sentence.top(words)
        if top is None:
            continue
        if top in clause.subject:
            if _is_alone(clause.sentence, clause.subject, words) and not _is_plural(clause):
                yield Question(clause, asked, None)
            else:
                yield from _of_owner(clause, None, words, asked)
            continue
        part = next((each for each in clause.parts if top in each.tokens), None)
        if part is not None and not clause.is_negated:
            yield from _about_part(clause, part, words, name, asked)


def _is_plural(clause: Clause) -> bool:
    first = clause.auxiliaries[0] if clause.auxiliaries else clause.verb
    return first.tag == "VBP" or any(each.dep == "conj" for each in clause.subject)


def _is_alone(sentence: ParsedSentence, tokens: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether the name is what the phrase is about: the French engineer Sadi Carnot is."""
    inside = {token.index for token in tokens}
    outer = [t for t in tokens if t.head not in inside or t.head == t.index]
    if len(outer) != 1:
        return False
    if outer[0] in words:
        after = [t for t in tokens if t.index > words[-1].index]
        is_single = not any(t.dep == "conj" and t.head in _indexes(words) for t in tokens)
        return is_single and not any(t.dep == "poss" for t in tokens) and not _clings(after, words)
    between = sentence.tokens[outer[0].index + 1 : words[0].index]
    if any(token.pos in ("NOUN", "PROPN") for token in between):
        return False  # on its way to the asteroid Kern: not on Kern
    apposed = [each for each in sentence.children(outer[0], ("appos",)) if each in words]
    return bool(apposed) and not any(t.dep == "conj" for t in tokens)


def _indexes(tokens: Sequence[Token]) -> set[int]:
    return {token.index for token in tokens}


def _clings(after: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether more of the same phrase follows without a comma: Lisbon's mayor.

    Where it is or who it is doesn't change what it is: the Kern Works in South Wales.
    """
    if not after or after[0].text in (",", "(", "-", "—"):
        return False
    is_place = after[0].dep == "prep" and after[0].text in ("in", "at", "near")
    return not (is_place and after[0].head in _indexes(words))


def _of_owner(
    clause: Clause, part: Part | None, words: Sequence[Token], asked: str
) -> Iterator[Question]:
    """Whose proposal, to which firm's plant: where the name owns what the part is."""
    tokens = part.tokens if part else clause.subject
    if part is not None and part.dep == "prep":
        preposition, tokens = [tokens[0].text.lower()], tokens[1:]
    else:
        preposition = []
    sentence = clause.sentence
    owner = sentence.top(words)
    if owner is None or owner.dep != "poss" or not tokens or tokens[0] != words[0]:
        return
    thing = sentence.head(owner)
    own = sentence.subtree(owner)
    if thing not in tokens or sentence.head(thing) in tokens or own[-1].tag != "POS":
        return
    if any(t.dep in ("conj", "appos") and t.head in (thing.index, owner.index) for t in tokens):
        return
    owned = render(sentence, simplified(sentence, [t for t in tokens if t not in own]))
    if owned and len(owned.split()) <= _LONGEST_OWNED and not is_dangling(sentence, tokens):
        whose = "whose" if asked == "who" else f"{asked}'s"
        yield Question(clause, " ".join((*preposition, whose, owned)), part)


def _about_part(
    clause: Clause, part: Part, words: Sequence[Token], name: Name, asked: str
) -> Iterator[Question]:
    sentence = clause.sentence
    if part.dep == "agent":
        if _is_alone(sentence, _behind(part), words):
            yield from _as_active(clause, part, name, asked)
        return
    object_of = "whom" if asked == "who" else asked
    if part.dep == "dobj" and _is_alone(sentence, part.tokens, words):
        is_given = any(each.dep == "dative" for each in clause.parts)
        if name.kind != "place" and not is_given:
            yield Question(clause, object_of, part)
        return
    if part.dep == "prep" and _is_alone(sentence, _behind(part), words):
        yield from _behind_preposition(clause, part, name, object_of)
        return
    yield from _of_owner(clause, part, words, asked)


def _behind_preposition(clause: Clause, part: Part, name: Name, asked: str) -> Iterator[Question]:
    word = part.tokens[0].text.lower()
    if name.kind == "place" and word in ("in", "at"):
        yield Question(clause, "where", part)
        return
    if name.kind == "place" and _is_placed(clause, part):
        return
    places = _OF_PLACES if asked == "which place" else _OF_WATERS
    fitting = {"place": places, "other": _OF_WORKS}.get(name.kind, _PREPOSITIONS)
    fitting = (*fitting, "as") if name.kind == "organization" else fitting
    is_named_after = word == "after" and clause.verb.lemma in ("name", "call")
    if word in fitting and (word != "after" or name.kind != "other" or is_named_after):
        yield Question(clause, f"{word} {asked}", part)


def _is_placed(clause: Clause, part: Part) -> bool:
    """Whether the next phrase may tell where it lies: from Odby, in the west of Norway."""
    following = clause.sentence.tokens[part.tokens[-1].index + 1 :][:1]
    return any(token.text in ("in", "near") for token in following)


def _behind(part: Part) -> tuple[Token, ...]:
    return part.tokens[1:]


def _as_active(clause: Clause, part: Part, name: Name, asked: str) -> Iterator[Question]:
    """Who designed the ship, not by whom the ship was designed."""
    words = [each.text.lower() for each in clause.auxiliaries]
    is_past = bool(clause.participle) or words in (["was"], ["were"])
    if is_past and name.kind in ("person", "organization"):
        yield Question(clause, asked, part, verb=past_of(clause.verb), is_turned=True)


def is_telling(stem: str, kind: str) -> bool:
    """Whether it says enough to find one answer, unlike: Who sailed?"""
    last = stem.rstrip("?").split()[-1]
    if (
        _UNTOLD.search(stem)
        or _CUT.search(stem)
        or last in REPORTING
        or third_person(last) in REPORTING
    ):
        return False
    has_number = any(char.isdigit() for char in stem)
    if kind == "place" and not has_number and stem.startswith("Which place "):
        return False
    words = [word for word in content_words(stem) if word not in _ASKING]
    names = [word for word in stem.split()[1:] if word[:1].isupper()]
    return len(words) >= 3 or (len(words) == 2 and (has_number or bool(names) or " the " in stem))
