"""Questions for reasons: why something happened, and what the reasons of an article rest on."""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter, itemgetter
from random import Random

from quizapp.generation.asking.asking_headings import propose_about_headings
from quizapp.generation.asking.bodies import choice
from quizapp.generation.asking.name_proposals import as_sentence, is_fit
from quizapp.generation.clauses.inversion import Inverted, invert
from quizapp.generation.clauses.pronouns import pronouns
from quizapp.generation.clauses.standing import shortened, standing_clauses
from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.distractors.wrong_options import COUNT, pick_wrong
from quizapp.generation.english.opposites import opposite_of
from quizapp.generation.english.verbs import BASES, REPORTING
from quizapp.generation.english.words import content_words, word_set
from quizapp.generation.facts.deeds import find_deeds
from quizapp.generation.facts.reasons import Reason, find_reasons
from quizapp.generation.findings import Findings
from quizapp.generation.names.casing import Casing
from quizapp.generation.proposals import Proposal

_PRONOUNS = word_set("it they he she its their his her")
_LEAST_SHARE = 0.5  # of the key's length in words, that a wrong reason has at least
_MOST_MORE = 8  # words, that it has at most
_NEIGHBOURS = 60  # claims and reasons before a reason and behind it that may become wrong ones
_MOST_COMMON = 2  # words that a wrong reason may have in common with the stem


def propose(findings: Findings, random: Random) -> Iterator[Proposal]:
    """First the questions with "why", then those about the headings of an article of reasons."""
    asking = Reasons(findings, random)
    for reason in asking.reasons:
        found = asking.why(reason)
        if found:
            yield found
    yield from propose_about_headings(findings, random)


class Reasons:
    """The reasons of one article, and what could be taken for one."""

    def __init__(self, findings: Findings, random: Random) -> None:
        self.article = findings.article
        self.casing = Casing(findings.article, findings.names)
        self.reasons = find_reasons(findings.article)
        self.claims = [
            (at, f"because {self.casing.lowered(shortened(said).strip(' ,'))}")
            for at, said in standing_clauses(findings.article)
            if (subject := find_subject(said)) and not subject.start
        ]
        self.deeds = find_deeds(findings.article)
        self.random = random

    def why(self, reason: Reason) -> Proposal | None:
        """Why did ridership fall?"""
        inverted = invert(reason.effect, self.casing)
        if inverted is None or _is_ambiguous(inverted):
            return None
        stem = inverted.question("why", reason.effect[inverted.rest :])
        if not is_fit(stem) or len(content_words(reason.effect)) < 2:
            return None
        key = capitalized(reason.text)
        wrong = self.wrong(reason, stem)
        if len(wrong) < COUNT:
            return None
        return Proposal(
            stem=stem,
            body=choice(key, wrong),
            quotes=reason.quotes,
            sentence=reason.sentence,
            fact=reason.fact,
            form="question",
            topic="reason",
            tier="light",
            explanation=as_sentence(f"{reason.effect} {reason.text}"),
            answer=reason.said,
        )

    def wrong(self, reason: Reason, stem: str) -> list[str]:
        """One contrary of the reason, other reasons, then other things that the article says."""
        if reason.is_aim:
            return self._wrong_aims(reason, stem)
        turned = opposite_of(reason.text)
        at = bisect_left(self.reasons, reason.sentence, key=attrgetter("sentence"))
        contrary = [turned] if turned else []
        near = self.reasons[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
        others = [
            each.text
            for each in near
            if not (each.is_aim or each.is_bare) and self._may_be_taken(each.text, reason, stem)
        ]
        self.random.shuffle(others)
        claims = self._near_claims(reason, stem)
        every = [*contrary, *others, *claims]
        return pick_wrong(capitalized(reason.text), map(capitalized, every))

    def _wrong_aims(self, reason: Reason, stem: str) -> list[str]:
        """What others do or want, the nearest first."""
        deeds = sorted(self.deeds, key=lambda each: abs(each.sentence - reason.sentence))
        every = [
            f"to {each.text}"
            for each in deeds[:_NEIGHBOURS]
            if each.sentence != reason.sentence
            and self._may_be_taken(f"to {each.text}", reason, stem)
        ]
        return pick_wrong(capitalized(reason.text), map(capitalized, every))

    def _near_claims(self, reason: Reason, stem: str) -> list[str]:
        """Claims of other paragraphs, first those about the same things, then the nearest."""
        paragraph = self.article.sentences[reason.sentence].paragraph
        about = set(content_words(stem))
        place = bisect_left(self.claims, reason.sentence, key=itemgetter(0))
        near = self.claims[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]
        fitting = [
            (-len(about & set(content_words(text))), abs(at - reason.sentence), text)
            for at, text in near
            if self.article.sentences[at].paragraph != paragraph
            and self._may_be_taken(text, reason, stem)
        ]
        return [text for _, _, text in sorted(fitting)]

    def _may_be_taken(self, text: str, reason: Reason, stem: str) -> bool:
        """Whether it is about as long, and about something else."""
        size, length = len(reason.text.split()), len(text.split())
        longest = max(8, min(size * 2, size + _MOST_MORE))
        if not size * _LEAST_SHARE <= length <= longest or text == reason.text:
            return False
        if text.startswith("because what") or set(text.split()) & REPORTING:
            return False
        if self.article.author and self.article.author in text:
            return False
        if any(word.text.lower() in _PRONOUNS for word, _ in pronouns(text)):
            return False
        mine = set(content_words(f"{reason.text} {stem}"))
        return len(mine & set(content_words(text))) <= _MOST_COMMON


def _is_ambiguous(inverted: Inverted) -> bool:
    """As in "the village pumps water", whose verb may be either word."""
    last = inverted.subject.split()[-1]
    return inverted.auxiliary == "do" and last.endswith("s") and last[:-1] in BASES


def capitalized(text: str) -> str:
    """With a capital letter at the beginning."""
    return text[:1].upper() + text[1:]
