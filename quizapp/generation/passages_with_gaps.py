"""Room among the questions chosen for passages with gaps, on what none of them asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from quizapp.generation.asking_gaps import MOST_ON_A_SENTENCE, Asked, propose
from quizapp.generation.findings import Findings
from quizapp.generation.gate import Passed, sieve
from quizapp.generation.proposals import Dropped, Proposal

_MOST = 10  # in a draft that has other questions
_ONE_IN = 5  # of its questions
_ENOUGH = ("not-among-the-best", "Better ones were enough.")


@dataclass(frozen=True)
class Filled:
    """What a draft has with its passages."""

    chosen: list[Passed]
    proposed: tuple[Proposal, ...]
    dropped: tuple[Dropped, ...]


def fill_gaps(chosen: Sequence[Passed], findings: Findings, count: int, random: Random) -> Filled:
    """The best of the questions chosen, which stand first, and passages: at most `count` in all.

    A passage with several gaps says more than the last questions, so these make room for it.
    """
    most = min(_MOST, count // _ONE_IN) if chosen else count
    kept = chosen[: count - most]
    proposed = tuple(propose(findings, Asked((p.proposal for p in kept), findings), random, most))
    sieved = sieve(proposed, findings.article)
    every = [*kept, *sieved.passed]
    dropped = list(sieved.dropped)
    for each in chosen[len(kept) :]:
        reason = _refusal(each.proposal, Asked((p.proposal for p in every), findings))
        if reason is None and len(every) < count:
            every.append(each)
        else:
            dropped.append(Dropped(each.proposal, *(reason or _ENOUGH)))
    return Filled(every, proposed, tuple(dropped))


def _refusal(proposal: Proposal, asked: Asked) -> tuple[str, str] | None:
    """Why a question can't come back beside the passages: a code and a sentence."""
    if proposal.fact in asked.facts:
        return "same-fact", "A passage with gaps asks for the same fact."
    if asked.on[proposal.sentence] >= MOST_ON_A_SENTENCE:
        return "many-on-one-sentence", "Better questions rest on the same sentence."
    return None
