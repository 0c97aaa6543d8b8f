"""Notes at the end of an article about whoever wrote it."""

import re

from quizapp.generation.reading.clutter import NAME

_POST = (
    "professor|lecturer|fellow|researcher|scholar|reporter|writer|author|correspondent|editor|"
    "columnist|journalist|economist|historian|scientist|director|analyst|freelance|producer|"
    "teacher|student|contributor|critic|physician|engineer"
)
_AUTHOR_NOTE = re.compile(
    rf"(?P<author>{NAME})(?:,? and {NAME})? (?:"
    rf"(?:is|was|are|were|writes?|covers?|teach(?:es)?|works?|reports?|has|have)\b.*?"
    rf"(?:\b(?:{_POST})|\bcovers?\b|\bwrites?\b|\breports?\b)"
    rf"|(?:has |have )?(?:covers?|writes?|reports?|covered|written|reported)\b[^.]*?"
    rf" (?:for|about|on|from|at)\b)"
)
_GOES_ON = re.compile(r"(?:She|He|They|Her|His|Their)\b")
_UNNAMED = re.compile(
    r"(?:Write to|E-?mail|Contact|Reach|Follow) (?:her|him|them|the author|our|[A-Z]\w+ [A-Z]\w+)\b"
    r"|(?:She|He|They) (?:can be reached|tweets?|posts?)\b"
    r"|The (?:author|writer)s? (?:is|was|are|were|has|have) "
)
CREDITS = re.compile(
    r"\(?(?:Additional )?(?:Reporting|Writing|Editing|Edited|Compiled|Research|Translated"
    r"|Photographs?|Photography) by [A-Z][^()]{0,200}\)?\.?"
)
# FRANKFURT, Feb 6 (Continental Wire) - and nothing else before a report begins.
DATELINE = re.compile(
    r"[A-Z][A-Z .'-]{2,40}(?:, [A-Z][\w.]*(?: \w+)?){0,2}(?: \([^()]{2,40}\))?"
    r" ?(?:[—–]|--?) (?=[A-Z\"])"
)
_CONTACT = re.compile(r"@\w|\b[Ff]ollow (?:her|him|them)\b|\bcan be reached\b")


def noted_author(text: str, rest: str) -> str:
    """Of whom a note at the end of an article tells; "" if it is no such note.

    `rest`: the article above it. Somebody whom the article speaks of isn't its author.
    """
    found = _AUTHOR_NOTE.match(text)
    if not found or len(text.split()) > 90:
        return ""
    author = found.group("author")
    return author if _CONTACT.search(text) or author.split()[-1] not in rest else ""


def is_unnamed_note(text: str, *, follows_note: bool) -> bool:
    """Whether a block tells of the author without a name, behind a note with one or alone."""
    is_told_on = follows_note and _GOES_ON.match(text) is not None
    return is_told_on or bool(_UNNAMED.match(text) or CREDITS.fullmatch(text))
