"""A correction worked out in full before it is made: everything is computed, nothing stored."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

from quizapp.errors import UserError
from quizapp.question_types.base import UnfitKey
from quizapp.quizzes.corrections import (
    Rulebook,
    in_force,
    list_corrections,
    make_rulebook,
)
from quizapp.quizzes.models import CorrectedPlace, Correction
from quizapp.quizzes.rulings import Kind
from quizapp.regrading.queries import AskedIn, list_places
from quizapp.regrading.rescoring import list_changes
from quizapp.regrading.rules import Change, Effect, sum_up
from quizapp.regrading.wishes import Frozen, Wish, freeze, judges_for


class NothingToCorrect(UserError):
    """The wish names no version of the question."""

    def __init__(self) -> None:
        super().__init__("Choose at least one version of the question to correct.")


@dataclass(frozen=True)
class Ruled:
    """What would judge a question in one version, and what does now."""

    place: AskedIn
    present: tuple[Frozen, ...]
    judges: tuple[Frozen, ...]
    present_kind: Kind | None = None  # of the correction that decides now; None: there is none

    @property
    def stored(self) -> CorrectedPlace:
        """As a correction keeps it."""
        digests = [judge.digest for judge in self.judges]
        return {"version": self.place.version, "slot": self.place.slot.number, "digests": digests}


@dataclass(frozen=True)
class Plan:
    """A correction that isn't made yet, and what it would do."""

    wish: Wish
    number: int  # which correction of the quiz it would be
    ruled: tuple[Ruled, ...]  # the newest version first
    skipped: tuple[int, ...]  # versions to which the key doesn't fit
    changes: tuple[Change, ...]  # one for each attempt that was asked the question

    @cached_property
    def effect(self) -> Effect:
        """The figures."""
        return sum_up(self.changes)

    @property
    def is_idle(self) -> bool:
        """Whether every place is judged like this already."""
        given_away = (Kind.FULL_POINTS, Kind.LEFT_OUT)
        if self.wish.kind in given_away:
            return all(each.present_kind is self.wish.kind for each in self.ruled)
        return all(
            each.judges == each.present and each.present_kind not in given_away
            for each in self.ruled
        )

    @property
    def contents(self) -> dict[str, str]:
        """The snapshots that it needs, by digest."""
        return {judge.digest: judge.content for each in self.ruled for judge in each.judges}

    @cached_property
    def fingerprint(self) -> str:
        """Differs as soon as anything differs that it was computed from."""
        places = [each.stored for each in self.ruled]
        figures = [
            [each.attempt_id, vars(each.old), vars(each.new), [vars(slot) for slot in each.slots]]
            for each in self.changes
        ]
        said = [self.number, self.wish.kind, self.wish.nobody_loses, places, figures]
        return sha256(json.dumps(said).encode()).hexdigest()


def make_plan(quiz_id: str, wish: Wish) -> Plan:
    """What granting the wish would do now; raises NotFound, NothingToCorrect or UnfitKey."""
    made = list_corrections(quiz_id)
    standing = in_force(made)
    rulebook = make_rulebook(quiz_id, standing)
    ruled, skipped = _rule(rulebook, wish)
    draft = draft_of(quiz_id, wish, ruled)
    contents = {judge.digest: judge.content for each in ruled for judge in each.judges}
    then = replace(
        rulebook,
        corrections=(*standing, draft),
        contents={**rulebook.contents, **contents},
        _read={},
    )
    slots = {each.place.version: each.place.slot.number for each in ruled}
    changes = tuple(list_changes(then, slots))
    return Plan(wish, len(made) + 1, tuple(ruled), tuple(skipped), changes)


def draft_of(quiz_id: str, wish: Wish, ruled: Sequence[Ruled]) -> Correction:
    """The correction as a row, as far as the wish decides it."""
    return Correction(
        quiz_id=quiz_id,
        question_id=wish.question_id,
        kind=wish.kind,
        places=[each.stored for each in ruled],
        nobody_loses=wish.nobody_loses,
    )


def choose_places(places: Sequence[AskedIn], versions: frozenset[int] | None) -> list[AskedIn]:
    """Those that a wish is about; raises NothingToCorrect."""
    chosen = [place for place in places if versions is None or place.version in versions]
    if not chosen:
        raise NothingToCorrect
    return chosen


def present_judges(rulebook: Rulebook, place: AskedIn) -> tuple[Frozen, ...]:
    """The snapshots by which answers to a place are judged now, the newest last."""
    ruling = rulebook.newest(place.version).get(place.slot.number)
    if ruling is None or not ruling.judges:
        return (freeze(place.content),)
    contents: Mapping[str, str] = {**rulebook.contents, place.slot.digest: place.content}
    return tuple(Frozen(judge.digest, contents[judge.digest]) for judge in ruling.judges)


def _rule(rulebook: Rulebook, wish: Wish) -> tuple[list[Ruled], list[int]]:
    """What would judge each place; a key that fits only some of them skips the others."""
    chosen = choose_places(list_places(rulebook.quiz_id, wish.question_id), wish.versions)
    ruled: list[Ruled] = []
    skipped: list[int] = []
    problem: UnfitKey | None = None
    for place in chosen:
        present = present_judges(rulebook, place)
        try:
            judges = judges_for(wish, place.slot, chosen[0].slot, present)
        except UnfitKey as error:
            skipped.append(place.version)
            problem = problem or error
            continue
        ruling = rulebook.newest(place.version).get(place.slot.number)
        ruled.append(Ruled(place, present, judges, ruling.kind if ruling else None))
    if problem is not None and not ruled:
        raise problem
    return ruled, skipped
