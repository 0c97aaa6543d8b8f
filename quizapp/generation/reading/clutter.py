"""What stands around an article and isn't part of it: captions, adverts, bylines, notes."""

import re

NAME = r"[A-Z][\w.'-]+(?: (?:[A-Z][\w.'-]*|de|van|von|der|al|bin|da|la)){1,4}"
_BYLINE = re.compile(
    rf"(?:(?:[A-Z]+|Analysis|Opinion|Essay|Review),? )?"
    r"(?:[Bb]y|BY|(?:Written|Words|Story|Text|Report) by|(?:Author|Text|Words|Report):) "
    rf"(?P<author>{NAME})(?:[^.!?]|(?<= [A-Z])\.){{0,80}}"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}"
    rf"|\d{{4}}-\d\d-\d\d|{_MONTH} \d{{4}})"
)
_NAME_AND_DAY = re.compile(rf"(?P<author>{NAME})(?:,| [|·•–—-]) {_DAY}")
_DATE_LINE = re.compile(
    rf"(?:[A-Z][A-Z .'-]{{2,40}}, )?"
    rf"(?:(?:First )?[Pp]ublished|[Uu]pdated|Posted|Last modified|Date)?:?\s*(?:on |at )?"
    rf"(?:\d{{1,2}}[:.]\d\d ?[APap]\.?[Mm]\.?(?: [A-Z]{{2,4}})?, )?"
    rf"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?,? )?(?P<date>{_DAY})"
    r"(?:,?(?: at)? \d{1,2}(?:[:.]\d\d.{0,20}|(?::\d\d)? ?[APap]\.?[Mm]\.?(?: [A-Z]{2,4})?))?"
    r"(?: ?[|·•-] ?\d+[ -]min(?:ute)?s?(?: read)?)?"
)
_DATE = re.compile(rf"\b{_DAY}")
_DAY_ALONE = re.compile(rf"{_DAY} [|·•]")
_PUBLISHED = re.compile(
    r"(?:First )?(?:[Pp]ublished|[Uu]pdated|Posted)\b"
    r"|(?:.*[.·|] )?[Ll]ast (?:[Uu]pdated|[Rr]evised|[Mm]odified|[Ee]dited)\b"
)
_CREDIT = re.compile(
    r"\([^()]*(?:/|\b(?:photo|photograph|image|picture|illustration|courtesy|credit"
    r"|lithograph|engraving|drawing|painting|graphic|map|reuters|getty|afp|via|archive)\b)[^()]*\)\s*$"
    r"|^(?:photo|image|picture|caption|credit|figure)s?(?: credit| by)?:"
    # At the end of the picture's own line.
    r"|[.)] (?:photo|photograph|image|picture|illustration|credit)s?(?: credit)?(?: by|:)"
    r" (?:[^.]|(?<=\b[A-Z])\.){3,60}$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[(?:Image|Photo|Picture|Figure|Video|Map|Chart|Caption)\b[^\]]*\]", re.I)
_CAPTION_END = re.compile(rf"[.!?] {NAME}/[A-Z][\w. ]{{2,40}}$")
_CORRECTION = re.compile(
    r"(?:Correction|Clarification|Editor's note|Update)s?:"
    r"|(?:An earlier|A previous) version of this"
)
_PHOTOGRAPHER = re.compile(rf"\({NAME} for (?:the |The )?[A-Z][^()]*\)\s*$")
# What an encyclopedia says of an entry and of others with a name like that.
_ABOUT_ENTRY = re.compile(
    r"This (?:article|page|entry) is about [^.]+\.|For (?:other|the) [^.]+, see [^.]+\."
    r"|Not to be confused with [^.]+\.|.{1,60} redirects here\.|From [^.]*[Ee]ncyclop[^.]*"
)
_PROMOTION = re.compile(
    r"\b(?:sign up|signing up|subscribe|newsletters?|read (?:more|also|next|on)|see also|click here"
    r"|follow (?:us|her|him|them|me)|share this|advertisement|check out|don't miss"
    r"|you (?:may|might) (?:also )?(?:like|enjoy)|in this issue|from (?:our|the) archives?:"
    r"|more from|support our|donate|listen to our|download (?:our|the) app|all rights reserved"
    r"|originally (?:published|appeared)|get in touch|related (?:stories|articles|coverage))\b"
    r"|^(?:related|advertisement|sponsored|share|comments?|tags?|topics?|loading)\b:?"
    r"|(?:©|https?://|www\.)|^\d+ min(?:ute)?s? read",
    re.IGNORECASE,
)
# A newspaper's own line: its name in capitals, or its name and its motto run together by copying.
_MASTHEAD = re.compile(
    r"[^a-z]*[A-Z]{2}[^a-z]*|.*\b[A-Z]?[a-z]+[a-z][A-Z][a-z]+.*|.*\b[Ss]ince \d{4}"
)
_MOST_OF_PROMOTION = 30  # words
_MOST_OF_DATE = 15  # words


def byline(text: str) -> str:
    """The author whom a line such as "By Ada Obi" names; "" if it is none."""
    found = _BYLINE.fullmatch(text) or _NAME_AND_DAY.fullmatch(text)
    return found.group("author") if found and len(text.split()) <= 15 else ""


def date_line(text: str) -> str:
    """The date that a line consists of; "" if it says more than when."""
    found = _DATE_LINE.fullmatch(text)
    return found.group("date") if found else ""


def date_in(text: str) -> str:
    """The date in a byline, or in a line that says when something was published; "" for none."""
    is_dated = len(text.split()) <= _MOST_OF_DATE and (
        _PUBLISHED.match(text) or _DAY_ALONE.match(text)
    )
    found = _DATE.search(text) if byline(text) or is_dated else None
    return date_line(text) or (found[0] if found else "")


def is_clutter(text: str) -> bool:
    """Whether a block is a caption or a correction, or advertises something."""
    if _CAPTION_END.search(text) or _CORRECTION.match(text):
        return True
    if (
        _BRACKETED.fullmatch(text)
        or _CREDIT.search(text)
        or _PHOTOGRAPHER.search(text)
        or _ABOUT_ENTRY.match(text)
    ):
        return True
    return len(text.split()) <= _MOST_OF_PROMOTION and bool(_PROMOTION.search(text))


def is_masthead(text: str) -> bool:
    """Whether a line above an article names the paper and not the article."""
    return _MASTHEAD.fullmatch(text) is not None
