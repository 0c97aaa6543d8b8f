"""Where a sentence says that one thing came of another: "EFFECT because REASON" and its kin."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quizapp.generation.clauses.standing import is_clause, shortened, with_one_verb
from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.english.act_words import SAYING
from quizapp.generation.english.verbs import BASES, is_finite, is_past
from quizapp.generation.facts.reason_words import find_answer
from quizapp.generation.names.casing import capitalized

Manner = Literal["clause", "phrase", "aim"]

_MAINLY = (
    r"(?:(?:mainly|partly|largely|only|mostly|simply|chiefly|primarily|apparently|probably|perhaps|"
    r"presumably|precisely|especially|not least|above all|in (?:large )?part|just) )?"
)
_LOWER_OF = (
    r"(?:because of|due to|owing to|thanks to|as a (?:result|consequence) of|on account of|"
    r"in response to|in the wake of|in recognition of|in protest (?:at|against|over)|in view of|"
    r"under pressure from)"
)
_UPPER_OF = (
    r"(?:Because of|Due to|Owing to|Thanks to|As a (?:result|consequence) of|On account of|"
    r"In response to|In view of|Faced with|Alarmed by|Worried by|Encouraged by|Spurred by|"
    r"Under pressure from)"
)
# Participles that a noun can stand for: fearing a flood, because of a fear of a flood.
_FEELING = r"(?:fearing|lacking)\b"
_POINTING = r"(?!(?:that|this|it|them|him|her|what|how|whatever)\b)"
_AUXILIARY = (
    r"(?:has|have|had|is|are|was|were|can|could|would|must|does|do|did)(?:n't|not)?\b"
    r"|lacks?\b|can't\b"
)
# What leads from a reason to what came of it.
CONCLUDING = (
    r"for th(?:at|is) reason|therefore|in consequence(?! of)|consequently|"
    r"as a (?:result|consequence)(?! of)|because of th(?:is|at)"
)
_SUBJECT = r"(?:(?:the|a|an|it|they|there|he|she) )?"
_BECAUSE = re.compile(rf",? {_MAINLY}(?:because|on the grounds? that) (?!of\b)")
_PHRASE = re.compile(
    rf",? {_MAINLY}{_LOWER_OF} {_POINTING}"
    r"|,? for (?=(?:lack|want|fear) of )"
    rf"|, (?:citing|(?:driven|spurred|fuell?ed|prompted|triggered|caused) by) {_POINTING}"
    rf"|, (?={_FEELING})|,? for (?=fear that )"
    r"|,? out of (?=(?:habit|fear|respect|necessity|concern|spite|gratitude|solidarity)\b)"
)
# Without such a verb it says what came of it.
_SO_THAT = re.compile(
    r",? so that (?=(?:[\w'-]+ ){1,6}?(?:could|can|would|will|might|may|do|does)\b)"
)
_TRYING = r"in order|so as|in an? (?:bid|effort|attempt)"
_FOR = re.compile(
    r", for (?!the (?:first|last|second|most|time)\b)"
    r"(?=(?:the|an?|it|they|he|she|there|nobody|no|few|its|their|his|her)\b)"
)
_IN_ORDER = re.compile(
    rf",? (?:{_TRYING}) to (?!not\b)(?=[a-z])"
    r"|, (?:hoping|wanting|eager|anxious|seeking) to (?=[a-z])"
)
_ARGUING = re.compile(r", (?:saying|arguing|claiming) that (?=\S)")
_SINCE = re.compile(
    rf",? since (?!.*\bbecause\b)(?={_SUBJECT}(?:[\w'-]+ ){{0,5}}?(?:{_AUXILIARY}|[a-z]+ed\b))"
)
# In the present it is never one of time: since the clay swells.
_SINCE_NOW = re.compile(r",? since (?=[a-z])(?!.*\bbecause\b)")
_BELIEF = (
    r"(?:believe[sd]?|feared|fears?|thought|thinks?|knew|knows?|wanted|wants?|needed|needs?|lacked|"
    r"lacks?|hoped|hopes?|expected|expects?|felt|found it)\b"
)
# Taken so, it doesn't say when something was going on, nor what somebody was or did as well.
_AS = re.compile(
    r", as (?!(?:[\w'-]+ ){1,6}?(?:is|are|was|were) \w+ing\b)"
    r"(?!(?:it|they|he|she) would\b)(?!.*\bbecause\b)"
    r"(?![^,;]*\b(?:called|known|named|termed|described|put)\b(?: it)?(?:[,;]|$))"
    r"(?!(?:it|they|he|she) (?:\w+ )?(?:since|in|for|before|once|always|every|usually)\b)"
    r"(?![^,;]*\b(?:do|does|did|is|are|was|were|has|have|had|can|could)(?: too)?(?:[,;]|$))"
    rf"(?={_SUBJECT}(?:[\w'-]+ ){{0,5}}?(?:{_AUXILIARY}|{_BELIEF}))"
)
_SO = re.compile(
    r", (?:and )?so (?!that\b|far\b|much\b|many\b|long\b|too\b|did\b|does\b|do\b|to\b)(?=\S)"
    rf"|,? and (?:{CONCLUDING}),? (?=\S)|; (?:{CONCLUDING}),? (?=\S)"
)
_WHY = re.compile(r", which (?:is|was) (?:partly |(?:one|a|the|another) reason )?why ")
_MEANT = re.compile(r", (?:(?:which (?:meant|means)|meaning)(?: that)?|with the result that) ")
_SO_MUCH = re.compile(
    r"(?P<reason>[^,;:]+ (?:is|was|are|were|became|grew|seemed) (?:so (?!far\b|many\b|much\b)[a-z]+"
    r"|such an? [a-z]+(?: [a-z]+)?)),? that (?P<effect>[^;:]+)"
)
_FRONTED = re.compile(r"^Because (?!of\b)(?P<reason>[^,;]+), (?P<effect>[^;]+)$")
# In the present since is never one of time, unless the effect is in the perfect.
_SINCE_FIRST = re.compile(
    r"^Since (?P<reason>(?:[\w'-]+ ){1,6}?(?:is|are|lacks?|cannot|can't|has no|have no) [^,;\d]+), "
    r"(?P<effect>(?!.*\b(?:has|have|had)\b)[^;]+)$"
)
_PHRASE_FIRST = re.compile(rf"^{_UPPER_OF} {_POINTING}(?P<reason>[^,;]+), (?P<effect>[^;]+)$")
_AIM_FIRST = re.compile(
    r"^(?:To|In order to|So as to|Hoping to|Wanting to|Eager to|Anxious to|"
    r"In an? (?:bid|effort|attempt) to) (?P<reason>[a-z]+ [^,;]+), (?P<effect>[^;]+)$"
)
# A reason rather than a time: something is wanted or lacking, or keeps something from happening.
_AS_FIRST = re.compile(
    r"^As (?!(?:[\w'-]+ ){1,6}?(?:is|are|was|were) \w+ing\b)(?!(?:of|for|to|in|on|if|with)\b)"
    rf"(?P<reason>(?=[^,;]*\b(?:{_BELIEF})|(?=[^,;]*(?:n't|cannot|\bnot)\b)|"
    rf"(?=[^,;]*(?:{_AUXILIARY}))"
    r"[^,;]*, [^;]*\b(?:no|not|never|nobody|none|nothing|cannot)\b)[^,;]+), (?P<effect>[^;]+)$"
)
_FEELING_FIRST = re.compile(r"^(?P<reason>(?:Fearing|Lacking) [^,;]+), (?P<effect>[^;]+)$")
# Taxi drivers, fearing for their trade, opposed it.
_INSERTED = re.compile(
    r"(?P<who>(?:[IO]n [^,;]+, )?[A-Z][^,;]{2,60}), (?P<why>(?:in order to|"
    r"fearing(?! for\b)|lacking|citing|hoping to|wanting to|eager to|anxious to) [^,;]+), "
    r"(?P<rest>[a-z][^;]+)"
)
_FRONT = re.compile(rf"{_UPPER_OF} {_POINTING}|(?=(?:Fearing|Lacking) )")
_AIM_MARK = re.compile(
    r"(?:To|In order to|So as to|Hoping to|Wanting to|Eager to|Anxious to|"
    r"In an? (?:bid|effort|attempt) to) (?=[a-z])"
)
_ONE_REASON = re.compile(
    r"^(?P<reason>[^,;:]+) (?:is|was) (?:one|a|another|the|the main) reason (?:why|that) "
    r"(?P<effect>[^;:]+)$"
)
_OPENINGS: dict[re.Pattern[str], Manner] = {
    _FRONTED: "clause",
    _SINCE_FIRST: "clause",
    _AS_FIRST: "clause",
    _PHRASE_FIRST: "phrase",
    _FEELING_FIRST: "phrase",
    _AIM_FIRST: "aim",
    _ONE_REASON: "phrase",
}
_THE_REASON = re.compile(
    r"^The (?:main |chief |official |real )?reason (?:why |that )?(?P<effect>.+?) "
    r"(?:is|was) (?:that|because) (?P<reason>[^;:]+)$"
)
_PERFECT = re.compile(r"\b(?:has|have|had)\b")
_SUPERLATIVE = re.compile(r"\b(?:[a-z]{2,}est|most|first|last|only|ever|years?|months?)\b")
# Of whom it made do something, or of what, a reason behind it may be one for that.
_NOT_NOW = frozenset(("had", "was", "were", "did", "could", "would", "has", "have", "might"))
_MAKING = re.compile(
    r"\b(?:forced|prompted|caused|led|allowed|enabled|persuaded|obliged) (?:[\w'-]+ ){1,8}?to [a-z]"
)
_AND = re.compile(r",? (?:and|but) (?=\S)")
_AND_VERB = re.compile(
    r",? (?:and|but) (?:then |later |also )?(?P<rest>(?P<verb>[a-z]+)\b(?! of\b).*)"
)


@dataclass(frozen=True)
class Link:
    """An effect and its reason, each in the words of the sentence."""

    effect: str
    reason: str
    manner: Manner  # "because it rained", "because of rain", "to dry it"
    may_open: bool = True  # whether the effect may have an opening that can be left out
    is_told_first: bool = False  # whether the reason begins the sentence


def find_link(text: str) -> Link | None:
    """The first of a sentence without quotation marks, brackets and its full stop."""
    return next(_links(text), None)


def _links(text: str) -> Iterator[Link]:
    if match := _INSERTED.fullmatch(text):
        text = f"{match['who']} {match['rest']}, {match['why']}"
    for pattern, manner in _OPENINGS.items():
        if match := pattern.match(text):
            effect = shortened(capitalized(match["effect"]))
            yield Link(effect, match["reason"], manner, may_open=False)
            return
    if match := _THE_REASON.match(text):
        yield Link(capitalized(match["effect"]), match["reason"], "clause", may_open=False)
        return
    if (match := _SO_MUCH.fullmatch(text)) and is_clause(match["effect"]):
        effect, reason = with_one_verb(shortened(match["effect"])), match["reason"]
        yield Link(capitalized(effect), reason, "clause", may_open=False, is_told_first=True)
        return
    yield from _inside(text)
    for pattern in (_WHY, _MEANT, _SO):
        match = pattern.search(text)
        if match and is_clause(text[match.end() :]):
            effect = capitalized(shortened(text[match.end() :]))
            reason = last_clause(text[: match.start()])
            yield Link(effect, reason, "clause", may_open=False, is_told_first=True)


def _inside(text: str) -> Iterator[Link]:
    for mark in find_marks(text):
        effect = last_clause(text[: mark.start])
        if effect:
            yield Link(effect, text[mark.end :], mark.manner)


@dataclass(frozen=True)
class Mark:
    """Where in a sentence a word such as because stands between an effect and its reason."""

    start: int
    end: int
    manner: Manner


def find_marks(text: str) -> Iterator[Mark]:
    """The first one of each kind, the surest kinds first."""
    for pattern, manner in _INSIDE.items():
        match = pattern.search(text)
        if match is None or not _is_causal(match):
            continue
        if pattern is _ARGUING and not SAYING.isdisjoint(text[: match.start()].split()):
            continue
        if not _MAKING.search(text[: match.start()]):
            yield Mark(match.start(), match.end(), manner)
    if found := find_answer(text):
        start, end, is_whole = found
        yield Mark(start, end, "clause" if is_whole else "phrase")


def find_front_mark(text: str) -> Mark | None:
    """The "Owing to", "As" or "To" that a sentence begins with."""
    if _AS_FIRST.match(text):
        return Mark(0, len("As "), "clause")
    if match := _FRONT.match(text):
        return Mark(0, match.end(), "phrase")
    match = _AIM_MARK.match(text)
    return Mark(0, match.end(), "aim") if match and _verb(text[match.end() :]) in BASES else None


def _verb(text: str) -> str:
    return text.partition(" ")[0]


_INSIDE: dict[re.Pattern[str], Manner] = {
    _BECAUSE: "clause",
    _PHRASE: "phrase",
    _IN_ORDER: "aim",
    _SO_THAT: "aim",
    _SINCE: "clause",
    _SINCE_NOW: "clause",
    _AS: "clause",
    _ARGUING: "clause",
    _FOR: "clause",
}


def _is_causal(match: re.Match[str]) -> bool:
    """Whether it isn't a since of time, before which stands a perfect or a superlative."""
    if match.re is _SINCE_NOW:
        subject = find_subject(capitalized(match.string[match.end() :]))
        return subject is not None and not (is_past(subject.verb) or subject.verb in _NOT_NOW)
    if match.re is _FOR:
        return is_clause(capitalized(match.string[match.end() :]))
    if match.re is not _SINCE:
        return True
    before = match.string[: match.start()]
    is_of_time = bool(_PERFECT.search(before))
    if not match.group().startswith(","):
        is_of_time |= bool(_SUPERLATIVE.search(before))
    return not is_of_time


def last_clause(text: str) -> str:
    """The last of several clauses, or the last verb with its subject; "" where that isn't sure."""
    text = re.split(r"; |: ", text)[-1]
    for match in reversed(list(_AND.finditer(text))):
        if is_clause(text[match.end() :]) and find_subject(text[: match.start()]):
            return capitalized(text[match.end() :])
    second = next((m for m in _AND_VERB.finditer(text) if is_finite(m["verb"])), None)
    subject = find_subject(text)
    if second is None or subject is None:
        return text
    if second.start() < subject.verb_start or not (is_past(second["verb"])):
        return text if second.start() < subject.verb_start else ""
    return f"{text[: subject.end]} {second['rest']}"
