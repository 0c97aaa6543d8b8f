"""What something made somebody do: "The fund was closed, forcing the city to borrow"."""

import re
from dataclasses import dataclass

from quizapp.generation.clauses.standing import with_one_verb
from quizapp.generation.clauses.subjects import DETERMINERS, looks_plural
from quizapp.generation.english.verbs import AUXILIARIES, BASES, is_past, simple_past
from quizapp.generation.facts.reason_links import last_clause
from quizapp.generation.names.casing import capitalized

_WHO = r"(?P<who>(?:the |an? |some |many |most |its |their )?(?:[\w'.,-]+ ){1,6}?)"
_DEED = r"to (?P<deed>[a-z]+\b[^;:]*)$"
_PARTICIPLE = re.compile(
    rf", (?P<verb>forcing|leaving|obliging|compelling|requiring|allowing|enabling|permitting|"
    rf"prompting|causing|leading|encouraging|persuading) {_WHO}{_DEED}"
)
_MADE = (
    r"(?P<verb>forced|left|obliged|compelled|allowed|enabled|permitted|prompted|caused|led|"
    r"encouraged|persuaded)"
)
_WHICH = re.compile(rf", which (?:has |have |had |later |then |soon )?{_MADE} {_WHO}{_DEED}")
_THIS = re.compile(rf"^(?:This|That) (?:has |had |later |then |soon )?{_MADE} {_WHO}{_DEED}")
_MUST_VERBS = ("forc", "left", "leav", "oblig", "compel", "requir")
_MAY_VERBS = ("allow", "enabl", "permit")
_COMMA = re.compile(r",(?!\d)")
_PRESENT = AUXILIARIES - {"had", "did", "was", "were", "could", "would"}
_POINTING = frozenset(("it", "them", "him", "her", "this", "that", "us", "me", "you"))


@dataclass(frozen=True)
class Consequence:
    """Its cause is a clause of the same sentence, or "" where it is the sentence before."""

    cause: str
    effect: str  # "The city had to borrow"


def find_consequence(text: str) -> Consequence | None:
    """What a sentence without quotation marks says that came of something."""
    match = find_making(text)
    if match is None:
        return None
    cause = last_clause(text[: match.start()])
    effect = _effect(match, is_past_told=_is_past_told(match, cause))
    return Consequence(cause, effect) if effect else None


def find_making(text: str) -> re.Match[str] | None:
    """Its groups are the verb, who was made to do something, and the deed.

    What made them do it stands before the match, or in the sentence before.
    """
    found = (pattern.search(text) for pattern in (_PARTICIPLE, _WHICH, _THIS))
    return next((each for each in found if each), None)


def asked_for(verb: str, *, who: str, deed: str) -> str:
    """What follows "why" in the question: "did the city have to borrow"."""
    if verb.startswith(_MUST_VERBS):
        return f"did {who} have to {deed}"
    if verb.startswith(_MAY_VERBS):
        return f"could {who} {deed}"
    if deed.startswith("be "):
        return f"{'were' if looks_plural(_words(who)) else 'was'} {who} {deed[3:]}"
    return f"did {who} {deed}"


def _is_past_told(match: re.Match[str], cause: str) -> bool:
    """Whether the cause is told in the simple past, or the past perfect."""
    if match["verb"].endswith("ing"):
        words = cause.split()
        return any(map(is_past, words)) and not any(word in _PRESENT for word in words)
    return not re.search(r"\b(?:has|have) $", match.string[: match.start("verb")])


def _effect(match: re.Match[str], *, is_past_told: bool) -> str:
    """As a clause; "" where it can't be said."""
    who, deed = match["who"].strip(), with_one_verb(_COMMA.split(match["deed"])[0])
    verb, *rest = deed.split()
    is_named = not set(who.lower().split()) & _POINTING and not who.endswith(",")
    if not is_named or verb not in BASES:
        return ""
    several = looks_plural(_words(who))
    if match["verb"].startswith(_MUST_VERBS):
        must = "had" if is_past_told else "have" if several else "has"
        return capitalized(f"{who} {must} to {deed}")
    if match["verb"].startswith(_MAY_VERBS):
        return capitalized(f"{who} {'could' if is_past_told else 'can'} {deed}")
    done = simple_past(verb, is_plural=several)
    return capitalized(" ".join((who, done, *rest))) if done and is_past_told else ""


def _words(who: str) -> list[str]:
    first, *rest = who.split()
    return [first.lower() if first.lower() in DETERMINERS else first, *rest]
