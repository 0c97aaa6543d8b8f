"""True or false: what came of something, what is the largest, why something is so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from quizapp.banks.rules import words_of
from quizapp.generation.asking.name_proposals import as_sentence
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.clauses.standing import shortened, standing_clauses
from quizapp.generation.english.contraries import contrary_of
from quizapp.generation.english.words import content_words
from quizapp.generation.facts.reasons import Reason, find_reasons
from quizapp.generation.findings import Findings
from quizapp.generation.proposals import Proposal
from quizapp.question_types.true_false import TrueFalse

_SHORTEST, _LONGEST = 5, 18  # words of a statement
_RUN = 11  # words in a row that it may take over
_LEAST_CONTENT = 3
_NEAR = 30  # sentences from which another's reason is taken


def propose(findings: Findings, random: Random) -> Iterator[Proposal]:
    """Of each claim with a sure contrary both, of which a draft takes one."""
    article = findings.article
    reasons = find_reasons(article)
    for reason in reasons:
        yield from _about_reason(reason, reasons, random)
    author = article.author.split()[-1:]
    told = {reason.sentence for reason in reasons}
    for at, said in standing_clauses(article):
        claim = shortened(said).strip(" ,")
        is_about_author = any(holds(said, name) for name in author)
        if at in told or findings.figures_in(at) or is_about_author:
            continue
        if wrong := contrary_of(claim):
            quotes = (article.sentences[at].text,)
            yield from _both(at, claim, wrong, quotes)


def _about_reason(reason: Reason, reasons: Sequence[Reason], random: Random) -> Iterator[Proposal]:
    claim = f"{reason.effect} {reason.text}"
    wrong = contrary_of(reason.effect)
    others = [each for each in reasons if _may_replace(each, reason)]
    if wrong:
        wrong = f"{wrong} {reason.text}"
    elif others:
        wrong = f"{reason.effect} {random.choice(others).text}"
    if wrong:
        for each in _both(reason.sentence, claim, wrong, reason.quotes):
            yield replace(each, topic="reason", fact=reason.fact)


def _may_replace(other: Reason, reason: Reason) -> bool:
    """Whether it is said alike, and is about something else."""
    is_near = abs(other.sentence - reason.sentence) <= _NEAR
    if other.is_aim != reason.is_aim or other.is_bare or not is_near:
        return False
    mine = content_words(f"{reason.effect} {reason.text}")
    theirs = content_words(f"{other.effect} {other.text}")
    return not set(mine) & set(theirs)


def _both(at: int, claim: str, wrong: str, quotes: tuple[str, ...]) -> Iterator[Proposal]:
    """The claim and what is false."""
    for text, truth in ((claim, True), (wrong, False)):
        if _may_be_judged(text, quotes):
            yield Proposal(
                stem=as_sentence(text),
                body=TrueFalse(truth),
                quotes=quotes,
                sentence=at,
                fact=f"{at}:did",
                form="statement",
                topic="outcome",
                tier="light",
                explanation="" if truth else as_sentence(claim),
            )


def _may_be_judged(text: str, quotes: tuple[str, ...]) -> bool:
    words = words_of(text)
    said = f" {' '.join(words_of(' '.join(quotes)))} "
    runs = (" ".join(words[at : at + _RUN + 1]) for at in range(len(words) - _RUN))
    is_copy = any(f" {run} " in said for run in runs)
    is_fit = _SHORTEST <= len(words) <= _LONGEST and len(content_words(text)) >= _LEAST_CONTENT
    return is_fit and not is_copy
