"""Room among the questions chosen for passages with gaps, on what none of them asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from quizapp.generation.choosing.gate import Passed, sieve
from quizapp.generation.findings import Findings
from quizapp.generation.passages.asked_already import Asked
from quizapp.generation.passages.asking_gaps import MOST_ON_A_SENTENCE, propose
from quizapp.generation.proposals import Dropped, Proposal

_MOST = 10  # in a draft that has other questions
_ONE_IN = 5  # of its questions
_ENOUGH = ("not-among-the-best", "Better ones were enough.")
_SAME_FACT = ("same-fact", "A passage with gaps asks for the same fact.")
_MANY = ("many-on-one-sentence", "Better questions rest on the same sentence.")


@dataclass(frozen=True)
class Filled:
    """What a draft has with its passages."""

    chosen: list[Passed]
    proposed: tuple[Proposal, ...]
    dropped: tuple[Dropped, ...]


def fill_gaps(chosen: Sequence[Passed], findings: Findings, count: int, seed: str) -> Filled:
    """The best of the questions chosen, which stand first, and passages: at most `count` in all.

    A passage with several gaps says more than the last questions, so these make room for it, and
    so does whatever asks for one of its gaps.
    """
    most = min(_MOST, count // _ONE_IN) if chosen else count
    kept = [each.proposal for each in chosen[: count - most]]
    room = max(0, count - len(chosen))
    proposed = tuple(propose(findings, Asked(kept, findings), Random(seed), most, room))
    sieved = sieve(proposed, findings.article)
    every = list(sieved.passed)
    dropped = list(sieved.dropped)
    for each in chosen:
        asked = Asked((one.proposal for one in every), findings)
        reason = _refusal(each.proposal, asked)
        if reason is None and len(every) < count:
            every.append(each)
        else:
            dropped.append(Dropped(each.proposal, *(reason or _ENOUGH)))
    return Filled(every, proposed, tuple(dropped))


def _refusal(proposal: Proposal, asked: Asked) -> tuple[str, str] | None:
    """Why a question can't stand beside the passages: a code and a sentence."""
    if proposal.fact in asked.facts and proposal.tier != "model":  # somebody pays for those
        return _SAME_FACT
    return _MANY if asked.on[proposal.sentence] >= MOST_ON_A_SENTENCE else None
