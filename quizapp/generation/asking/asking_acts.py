"""What somebody did and what became of something, in clauses that rules can turn."""

import re
from collections.abc import Iterator
from random import Random

from quizapp.generation.asking.acts import Act, Kind, ask_acts
from quizapp.generation.clauses.inversion import Inverted, invert
from quizapp.generation.clauses.standing import shortened, standing_clauses, with_one_verb
from quizapp.generation.clauses.subjects import Subject, find_subject
from quizapp.generation.english.act_words import (
    ACTING,
    HAPPENING,
    LEADING_ON,
    NOT_DONE,
    SAYING,
    STATES,
)
from quizapp.generation.english.name_words import MONTHS
from quizapp.generation.english.verbs import AUXILIARIES, BASES, base_of, is_participle
from quizapp.generation.findings import Findings
from quizapp.generation.names.casing import Casing
from quizapp.generation.proposals import Proposal

_SHORTEST, _LONGEST = 3, 14  # words of what was done
_LONGEST_SUBJECT = 9  # words
_PASSIVE = re.compile(
    r"(?P<adverb>(?:\w+ly|first|then|later|also) )?(?P<done>[a-z]+)(?P<rest>\b.*)$"
)
# What tells this deed from the others of its subject.
_WHEN = re.compile(
    r" (?P<when>(?:in|on|by|during|after|before|from|until) "
    r"(?:(?:early|late|mid|the|spring|summer|autumn|winter|of) )*"
    rf"(?:(?:[A-Z][a-z]+ )?(?:\d{{1,2}},? )?\d{{4}}|(?:{'|'.join(sorted(MONTHS))})"
    r"(?: \d{1,2})?))$"
)
_WHAT_FOR = re.compile(r" (?P<order>in order )?(?P<what_for>to (?P<verb>[a-z]+) [^,]+)$")
_COMMA = re.compile(r",(?!\d)")


def propose(findings: Findings, random: Random) -> Iterator[Proposal]:
    """Of the clauses that can stand alone."""
    casing = Casing(findings.article, findings.names)
    found = (_act(at, said, casing) for at, said in standing_clauses(findings.article))
    yield from ask_acts([act for act in found if act is not None], findings, random, "light")


def _act(at: int, said: str, casing: Casing) -> Act | None:
    clause = with_one_verb(shortened(said)).strip(" ,")
    subject = find_subject(clause)
    inverted = invert(clause, casing)
    if subject is None or inverted is None or len(subject.text.split()) > _LONGEST_SUBJECT:
        return None
    rest = _COMMA.split(clause[inverted.rest :])[0].strip()
    kind: Kind
    if inverted.auxiliary in ("was", "were"):
        if not _is_done(rest):
            return None
        deed, kind = rest, "was"
    elif subject.verb in HAPPENING:
        deed, kind = f"{subject.verb} {rest}", "itself"
    elif inverted.auxiliary == "did" and _is_deed(inverted, subject):
        deed, kind = f"{inverted.base} {rest}", "did"
    else:
        return None
    deed, adjunct = _without_adjunct(deed, kind)
    if not _SHORTEST <= len(deed.split()) <= _LONGEST or '"' in deed:
        return None
    return Act(
        at, clause, inverted.subject, deed, kind, subject.is_plural, inverted.opening, adjunct
    )


def _is_done(rest: str) -> bool:
    match = _PASSIVE.match(rest)
    return match is not None and is_participle(match["done"]) and match["done"] not in NOT_DONE


def _is_deed(inverted: Inverted, subject: Subject) -> bool:
    """Whether it was done by somebody who does things."""
    is_told = subject.verb in SAYING or subject.verb in AUXILIARIES or inverted.base in STATES
    is_plain = bool(inverted.base) and inverted.verb == inverted.base
    head = subject.head.lower()
    return is_plain and not is_told and (head in ACTING or subject.head[0].isupper())


def _without_adjunct(deed: str, kind: Kind) -> tuple[str, str]:
    """A deed, and when or what for it was done."""
    if match := _WHEN.search(deed):
        return deed[: match.start()], match["when"]
    match = _WHAT_FOR.search(deed) if kind == "did" else None
    if match is None or match["verb"] not in BASES:
        return deed, ""
    words = deed[: match.start()].split()
    leads_on = any(word in LEADING_ON or base_of(word) in LEADING_ON for word in words)
    return (
        (deed, "") if leads_on and not match["order"] else (deed[: match.start()], match[0].strip())
    )
