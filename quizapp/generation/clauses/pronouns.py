"""The pronouns of a clause: what they are in it, and whether it says itself what they stand for."""

import re
from collections.abc import Iterator
from typing import Literal

from quizapp.generation.clauses.subjects import PLURALS, PREPOSITIONS, find_subject, is_plural_noun
from quizapp.generation.english.genders import may_mean
from quizapp.generation.english.name_words import ROLES
from quizapp.generation.english.verbs import is_finite
from quizapp.generation.english.words import FUNCTION_WORDS, word_set
from quizapp.generation.findings import Name
from quizapp.generation.names.capital_words import Word, words_of

Role = Literal["subject", "possessive", "object"]

PERSONAL = word_set("he she his her")
PLURAL = word_set("they their")
NOMINATIVES = word_set("he she it they")
_POSSESSIVES = word_set("his her its their")
_OBJECTS = word_set("him them hers theirs it's he's she's they're")
_SUBORDINATING = word_set("that because when after before if while since although and until")
# What stands behind them may be to whom: lent her two books.
_GIVING = word_set(
    "lent gave told asked offered sent showed paid taught brought named made called cost owed "
    "promised granted handed left helped let"
)
_SINGLE = word_set("a an the its this every")
_AS_ROLE = re.compile(r"\b[Aa]s an? [a-z]+\b")
_ANYBODY = re.compile(
    r"(?:A|An|Every|Any|Each) [a-z]+ (?:can|could|may|might|will|would|must|has|is) "
)


# Fishing for it was banned: no subject of what follows.
_GOVERNING = word_set("for of with on in at by to from about against into")


def pronouns(text: str) -> Iterator[tuple[Word, Role]]:
    """Every pronoun of the third person, in order."""
    words = words_of(text)
    for at, word in enumerate(words):
        lower = word.text.lower()
        after = words[at + 1].text if at + 1 < len(words) else ""
        is_short = word.is_possessive and lower in NOMINATIVES  # it's, with the 's taken off
        if lower in _OBJECTS or is_short:
            yield word, "object"
        elif lower in _POSSESSIVES:
            is_given = at > 0 and words[at - 1].text.lower() in _GIVING
            is_joined = bool(after) and text[word.end : words[at + 1].start] == " " and not is_given
            is_noun = after.islower() and after not in FUNCTION_WORDS
            is_owner = lower != "her" or (is_joined and is_noun)
            yield word, "possessive" if is_owner else "object"
        elif lower in NOMINATIVES:
            is_behind = at > 0 and words[at - 1].text.lower() in _GOVERNING
            is_subject = lower != "it" or (_is_verb(after) and not is_behind)
            yield word, "subject" if is_subject else "object"


def _is_verb(following: str) -> bool:
    """Whether an "it" before this word is a subject."""
    return is_finite(following) or following.endswith("ly") or following in ("also", "still", "now")


def is_settled(word: Word, text: str, names: tuple[Name, ...]) -> bool:
    """Whether something in the clause `text` is what the pronoun stands for."""
    return _is_settled_before(word, text, names) or _is_settled_behind(word, text, names)


def _is_settled_before(word: Word, text: str, names: tuple[Name, ...]) -> bool:
    pronoun, before = word.text.lower(), text[: word.start]
    words = words_of(before)
    people = people_in(before, names)
    if not words:
        return False
    if pronoun in PERSONAL and _ANYBODY.match(before) and not people:
        return True  # an enemy can block it if he knows
    if pronoun in PERSONAL:
        named = any(may_mean(pronoun, name.text, name.gender) for name in people)
        roles = words_of(_AS_ROLE.sub("", before))
        if named or people:
            return named
        return any(each.text in ROLES and may_mean(pronoun, each.text) for each in roles)
    if pronoun in PLURAL:
        subject = find_subject(text)
        if pronoun == "they" and _is_opening(words):
            return False  # with the help of assistants, they made
        verb = subject.verb_start if subject else -1
        nouns = [each for each in words if each.start != verb]
        plurals = [each.text for each in nouns if is_plural_noun(each.text.lower())]
        return len(people) > 1 or any(each != "percent" for each in plurals)
    if pronoun == "its" or words[-1].text.lower() in _SUBORDINATING:
        # In the control group, its level rose later: not the group's.
        is_apart = pronoun == "its" and before.rstrip().endswith(",") and _is_opening(words)
        return not is_apart and _names_thing(words, before, names)
    subject = find_subject(before + " was")
    return subject is not None and not subject.is_plural and not is_person(subject.text, names)


def _is_opening(words: list[Word]) -> bool:
    """Whether it is one phrase behind a preposition, without a verb."""
    is_phrase = words[0].text.lower() in PREPOSITIONS
    return is_phrase and not any(is_finite(each.text) for each in words)


def _names_thing(words: list[Word], before: str, names: tuple[Name, ...]) -> bool:
    """Whether there is one thing before the pronoun, if nothing more."""
    things = (
        each.text.lower() in ("a", "an", "the") and after.text.islower() and after.text not in ROLES
        for each, after in zip(words, words[1:], strict=False)
    )
    return any(things) or any(name.kind != "person" and _is_named(before, name) for name in names)


def _is_named(text: str, name: Name) -> bool:
    return any(holds(text, form) for form in (name.text, *name.aliases))


def _is_settled_behind(word: Word, text: str, names: tuple[Name, ...]) -> bool:
    """Whether it stands before its noun: "In its final year, the ferry carried ..."."""
    subject = find_subject(text)
    if subject is None or subject.start < word.end or subject.text.lower() in NOMINATIVES:
        return False
    if word.text.lower() in PERSONAL:
        return is_person(subject.text, names)
    is_plural = word.text.lower() in PLURAL
    return subject.is_plural == is_plural and not is_person(subject.text, names)


def is_open(word: Word, text: str, names: tuple[Name, ...]) -> bool:
    """Whether nothing before a pronoun could be taken for what it stands for."""
    pronoun, before = word.text.lower(), text[: word.start]
    if not word.start or pronoun in PERSONAL or before.rstrip().endswith(","):
        return True
    is_named = any(_is_named(before, name) for name in names)
    if pronoun in PLURAL:
        return not is_named
    return not is_named and not any(each.text.lower() in _SINGLE for each in words_of(before))


def is_person(phrase: str, names: tuple[Name, ...]) -> bool:
    """Whether a phrase such as "Jane Roe" or "the director" is somebody."""
    last = phrase.split()[-1].strip(",")
    is_named = last[0].isupper() and bool(people_in(phrase, names))
    heads = (last, _head(phrase.split()))  # the owner, the owner of the mill
    return is_named or any(head in ROLES and head not in PLURALS for head in heads)


def _head(words: list[str]) -> str:
    """The word before the first preposition."""
    ends = (at for at, word in enumerate(words) if at and word in PREPOSITIONS)
    return words[next(ends, len(words)) - 1].strip(",")


def people_in(text: str, names: tuple[Name, ...]) -> list[Name]:
    """The people whom `text` names."""
    return [name for name in names if name.kind == "person" and _is_meant(text, name, names)]


def _is_meant(text: str, name: Name, names: tuple[Name, ...]) -> bool:
    """Whether it stands there, and not only within another name: Hoover in Hoover Dam."""
    forms = [form for form in (name.text, *name.aliases) if holds(text, form)]
    for other in names if forms else ():
        if other != name and any(holds(other.text, form) for form in forms):
            text = text.replace(other.text, "")
    return any(holds(text, form) for form in forms)


def holds(text: str, name: str) -> bool:
    """Whether `text` has the name as words of its own."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(name, end)
    return False
