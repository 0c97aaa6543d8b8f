"""Taking off a sentence what only joins it to the one before: But, For example, however."""

import re

from quizapp.generation.english.verbs import is_finite

_CONNECTIVE = re.compile(
    r"(?:(?:But|And|So|Yet|Or|However|For example|For instance|Meanwhile|In addition|Instead|Then|"
    r"Also|Still|Besides|Moreover|Furthermore|Nevertheless|Nonetheless|Thus|Therefore|Finally|"
    r"In fact|Indeed|Of course|As a result|Consequently|In consequence|First|Second|Third|"
    r"Fourth|Fifth|"
    r"At the same time|On the other hand|On the one hand|By contrast|In contrast|Overall|Together|"
    r"In particular|Above all|After all|In short|Similarly|Likewise|Fortunately|Unfortunately|"
    r"Not surprisingly|Even so|That said|In other words|Eventually|Alternatively|"
    r"This week|This month|Last week|Last month|Yesterday|Recently),\s+"
    r"|(?:But|And|So(?! far\b)|Yet|Then|Also|Instead(?! of\b)) +(?=\w))"
)
_INSERTED = re.compile(
    r", (?:however|for example|for instance|by contrast|in contrast|in fact|of course|too|"
    r"in other words|meanwhile|moreover|therefore|in turn|though)(?=[,.;])(,?)"
)
_ADVERB = re.compile(
    r"(?<!\b[Ff]rom)(?<!\b[Bb]y)(?<!ntil)(?<!ince)"
    r" (?:also|therefore|then|thus|likewise|now) (?=[a-z])"
)
_BETWEEN_TWO = re.compile(r" between the two [a-z]+(?=[.,;]|$)")
_ON_WEEKDAY = re.compile(
    r",? (?:early |late )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"(?: (?:morning|afternoon|evening|night)\b)?(?!,? (?:[A-Z\d]|when\b))"
)
_MOST = 3  # connectives, one behind the other
_LEFT_OUT = (_BETWEEN_TWO, _ON_WEEKDAY, _INSERTED)


def strip_connectives(clause: str) -> str:
    """Without them and without "on Tuesday"; it begins with a capital if the clause did."""
    text = clause.strip()
    is_capital = text[:1].isupper()
    for _ in range(_MOST):
        match = _CONNECTIVE.match(text)
        if match is None or _is_verb_first(text[match.end() :]):
            break
        text = text[match.end() :]
        text = text[:1].upper() + text[1:] if is_capital else text
    for pattern in _LEFT_OUT:
        text = pattern.sub("", text)
    text = _ADVERB.sub(" ", text)
    return text[:1].upper() + text[1:] if is_capital else text


def _is_verb_first(text: str) -> bool:
    """As behind Then in "Then came the war", which has to keep it."""
    first = text.partition(" ")[0]
    return first.islower() and is_finite(first)
