"""Whom staff may let in with a sign-in code, and for how long it works; pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from quizapp.accounts.codes import LASTS_ON_PAPER, LASTS_ON_REQUEST
from quizapp.courses.rules import Action, Role, may


@dataclass(frozen=True)
class Standing:
    """What somebody is on this site, beside being in the course."""

    is_administrator: bool
    has_password: bool
    teaches: Collection[str] = ()  # the ids of courses, as assistant or instructor
    belongs_elsewhere: bool = False  # to courses of others, and has taken no quiz in this one


def may_let_in(maker: Role, person: Standing, edits: Collection[str]) -> bool:
    """Whether `maker` may make a code for `person`, who is in the maker's course.

    A code opens an account. So nobody opens one that can do more than their own: those of
    administrators never, those of people who teach only before these first sign in, and only if
    `edits`, the courses whose people the maker may change, are all that they teach. And whoever
    only was put into the course isn't let in where they are at home already: anybody can be put.
    """
    if person.is_administrator or (person.has_password and person.belongs_elsewhere):
        return False
    if not person.teaches:
        return may(maker, Action.LET_IN)
    return not person.has_password and set(person.teaches) <= set(edits)


def lasting(*, has_password: bool) -> timedelta:
    """How long a code works: on request for minutes, before the first sign-in for days."""
    return LASTS_ON_REQUEST if has_password else LASTS_ON_PAPER
