"""The ways in which a bank's file comes by a text."""

from enum import StrEnum


class Kind(StrEnum):
    """How a text got into the file."""

    BROWSER = "browser"  # somebody saved it in the editor
    OUTSIDE = "outside"  # another program wrote it, and it was noticed later
    RESTORED = "restored"  # an earlier text was put back
    ASIDE = "aside"  # it never did: a draft that was given up, kept all the same
    ACCEPTED = "accepted"  # an answer was accepted after students asked about their marks
    DRAFTED = "drafted"  # a program drafted it from an article
    REVIEWED = "reviewed"  # a question of a draft was accepted, changed or dropped
