"""A question for a name from what is said of it: "Who" and a predicate."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quizapp.generation.asking.name_proposals import NameProposals, as_sentence
from quizapp.generation.clauses.definite import with_the
from quizapp.generation.clauses.standing import shortened, with_one_verb
from quizapp.generation.english.verbs import is_finite
from quizapp.generation.english.words import content_words, word_set
from quizapp.generation.findings import Findings, Name
from quizapp.generation.names.casing import capitalized
from quizapp.generation.names.name_nouns import asked_as
from quizapp.generation.proposals import Proposal

_LEAST_CONTENT = 3  # words behind "Who" that say something
# What is said of people all the time, and tells no one from another.
_VAGUE = word_set(
    "points continues appears seems looks remains goes comes disagrees disagreed agrees agreed "
    "wants grew reports writes covers"
)
# What is done to a thing once, so that nobody has to be told when.
_ONCE = word_set(
    "founded cofounded co-founded signed designed built invented discovered wrote composed painted "
    "established introduced patented chaired dedicated commissioned proposed coined isolated "
    "drafted launched created joined constructed"
)
_DEED = re.compile(r"(?P<who>Who|Which [\w-]+) (?P<rest>(?P<verb>\w+) .+)\?")
_AGE = re.compile(r"(?:is|was) \d+(?: years old)?(?: at the time)?")
_TIME_AT_END = re.compile(
    r",? (?:in|on|by|during) (?:(?:early|late|mid|about) )?"
    r"(?:(?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2},?)? )?\d{4}$"
)


class WhoQuestions:
    """What makes such questions about the names of one article."""

    def __init__(self, findings: Findings, random: Random) -> None:
        self.article = findings.article
        self.proposals = NameProposals(findings, random)

    def ask(
        self, name: Name, at: int, opening: str, rest: str, least: int = _LEAST_CONTENT
    ) -> Iterator[Proposal]:
        """The question, if `rest` says enough; `opening` stands before the subject."""
        rest = shortened_rest(rest)
        single = with_one_verb(rest)
        rest = single if len(content_words(single)) >= _LEAST_CONTENT else rest
        first = next((word for word in rest.split() if not word.endswith("ly")), "")
        is_weak = len(content_words(rest)) + any(map(str.isdigit, rest)) < least
        if (
            is_weak
            or _AGE.fullmatch(rest)
            or first.endswith("n't")
            or first in _VAGUE
            or not is_finite(first)
        ):
            return
        who = asked_as(name, self.article) or "what"
        stem = f"{opening}{who}" if opening else capitalized(who)
        full = with_the(name, self.article)
        told = as_sentence(f"{opening}{full} {rest}")
        found = self.proposals.about(name, f"{stem} {_without_time(rest, first)}?", at, told)
        if found:
            # Who founded it is worth asking, whoever that is.
            yield replace(found, flags=()) if first in _ONCE else found


def shortened_rest(rest: str) -> str:
    """What follows a subject, up to what it merely adds."""
    return shortened(f"It {rest}")[3:].strip(" ,;:.")


def without_time(stem: str) -> str:
    """The same for a whole question: Who founded the mill in 1950?"""
    match = _DEED.fullmatch(stem)
    return f"{match['who']} {_without_time(match['rest'], match['verb'])}?" if match else stem


def _without_time(rest: str, verb: str) -> str:
    """Without when it was, if that happens once: then another question may ask for the time."""
    bare = _TIME_AT_END.sub("", rest) if verb in _ONCE else rest
    return bare if len(content_words(bare)) >= _LEAST_CONTENT else rest
