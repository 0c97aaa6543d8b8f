"""Whether a clause leans on what stood before it: "this", "two years later", "the latter"."""

import re
from collections.abc import Iterator

from quizapp.generation.clauses.subjects import PREPOSITIONS
from quizapp.generation.english.name_words import MONTHS, WEEKDAYS
from quizapp.generation.english.verbs import AUXILIARIES, is_finite, is_past
from quizapp.generation.english.words import word_set

_UNITS = "minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centur(?:y|ies)|winters?"
# What only the day tells on which the text was written.
_DAY = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:yesterday|today|tonight|tomorrow|nowadays|ago|recently|lately|currently)\b",
        rf"\b(?:last|next) (?:{_UNITS}|spring|summer|autumn|fall|night|month|time|season)\b"
        r"(?! of\b)",
        rf"\bthis (?:{_UNITS}|spring|summer|autumn|fall|morning|evening|season)\b",
        r"\bhere\b|\bso far\b(?=[,.;]|$)",
    )
)
_PHRASES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:this|these)\b",
        r"\bthose\b(?! (?:who|whose|with|without|of|in|under|over|aged|that|which|on|from|at)\b)",
        r"\bsuch\b(?! as\b)",
        r"\b(?:the|that) (?:same|other|others|rest|above|following)\b",
        r"\bthe (?:former|latter)\b(?=[,.;]|$| (?:is|has|had|can|could|will|would|may|of|in|to|"
        r"like|\w+s|\w+ed)\b)",
        r"\b(?:another|others|elsewhere|thereby|thereof|likewise|accordingly|similarly)\b",
        r"\b(?:hereby|hence|then)\b",
        rf"\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|few|many|several)"
        rf" (?:more )?(?:{_UNITS}) (?:later|earlier|before|after)(?=[,.;]|$)",
        # Of whom, nobody knows.
        r"^(?:(?:a mere|at least|more than|fewer than|less than|only|just|about|some|nearly|almost|"
        r"roughly|around|over|another) )?(?:[\d.]+%|(?:[\d.]+|[a-z]+(?:-[a-z]+)?) percent) "
        r"(?!of\b|in\b|from\b|among\b)(?!.*\b(?:poll|survey|study|asked|respondents)\b)\w+",
        rf"\b(?:the|a) (?:next|following|previous|preceding) (?:{_UNITS}|one|time)\b",
        rf"\b(?:{_UNITS}) (?:later|earlier)\b(?! (?:than|on average)\b)",
        rf"^[\w-]+ (?:{_UNITS}) (?:later|earlier|afterwards?) (?:the|an?|[A-Z])",
        r"\b(?:earlier|later|afterwards?|since then|by then|at the time)\b(?=[,.;]|$)",
        r"\b(?:do|does|did|done|doing) (?:so|it|that|this|the same)\b",
        r"\b(?:the|The) (?:largest|biggest|smallest|oldest|newest|best|worst|highest|lowest)"
        r"(?=[,?.]|$| (?:is|was|are|were|has|have|had|owed)\b)",
        rf"\bthat (?:{'|'.join(sorted(MONTHS))})\b",
        r"\bof (?:them|these|those|which|whom|it|us)\b",
        r"(?:^|, )that (?:[a-z]+ )?(?:had|has|was|is|were|will|would|could|made|means|meant)\b",
        r"\b(?:has|have|had) (?:had )?one\b(?= (?:every|each|in|at|on|since|by)\b|[,.;]|$)",
        r"\bthe \d+-year-old(?= (?:is|was|has|had|will|\w+ed)\b)",
        r"\bthe \w+est (?:is|was|are|were|has|had|covers|lies|holds)\b",
        r"\bthe (?:end|start|beginning|middle) of the (?:day|week|month|year)\b",
        r"\b(?:the|all|both) (?:two|three|four|five|six)\b"
        r"(?! [\w-]+ (?:of|in|at|on|that|which|who|from)\b)",
        r"\bin (?:turn|return|response|other words|contrast|comparison|both cases|each case)\b",
        r"\bsince(?=[,.;]|$)",
        r"\bas well(?=[.,;]|$)|\btoo(?=[.,;]|$)",
        r"\b(?:the|a) (?:first|second|third|fourth|fifth|last|older|younger|bigger|smaller)"
        r" (?:one|two|ones)\b",
    )
)
_PERSONAL = re.compile(
    r"\b(?:I|I'm|I've|[Ww]e|[Ww]e're|[Ww]e've|[Oo]ur|[Oo]urs|us|[Mm]y|[Mm]e|[Mm]ine|[Yy]ou|[Yy]our|"
    r"[Yy]ours|[Yy]ou're|[Ll]et's)\b"
)
# Nouns that point back when nothing follows to say of what.
_POINTING = word_set(
    "figure figures share number numbers amount total result results rest change changes move "
    "decision reason reasons idea question answer average rate ratio sum difference case effect "
    "process event events proposal gap trend level price cost costs steps step measure measures "
    "drawback advantage problem risk remainder end beginning reaction response rise drop decline "
    "increase"
)
_BARE = re.compile(r"(?:^|, )[Tt]he (\w+)(?='s | [\w']+)(?: (\S+))")
_VAGUE = re.compile(
    r"\b[Tt]he (?:ratio|figure|share|average|gap|proposal)"
    r"(?=[,.;]|$| to\b| (?:was|is|will|would)\b)"
)
_LONE = re.compile(
    r"^(?:Both|Each|All|Most|Many|Some|None|Several|Few|Others?|Either|Neither|One|Two|Three|Four|"
    r"Five|Another|More|Fewer|Half|Half as many|Nor|Not only|Only then) ([\w']+)"
)
_TIMES = word_set("year day time month week night moment point decade century summer spring winter")
_LINKING = word_set("so and or but which who whom whose that where than")
_SUBORDINATING = word_set("because when while as if since although though after before")
_ENDS_BADLY = word_set(
    "a an the of in on at by for from with to and or but because which who that when where while "
    "as than if its his her their is are was were has have had"
)
_EXISTENTIAL = re.compile(
    r"(?:^|[,;:] |\b(?:that|and|but|because|if|while|when|where|since|as|says?|said|thinks?) )"
    r"there (?:is|are|was|were|will|would|has|have|had|may|can|could|must)\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"\bthere\b", re.IGNORECASE)
_WORD = re.compile(r"[\w'-]+|[,;.:!?]")
_QUOTED = re.compile(r'"[^"]*"')


def is_dangling(clause: str) -> bool:
    """Whether somebody who reads only `clause` can't tell what it is about."""
    return any(_reasons(clause))


def is_of_its_day(text: str) -> bool:
    """Whether a reader of later days can't tell when it was, or who speaks: this year, on Tuesday.

    What stands in quotation marks is somebody's own words.
    """
    told = _QUOTED.sub(" ", text)
    is_dated = any(phrase.search(told) for phrase in _DAY) or _has_lone_weekday(told)
    return is_dated or _PERSONAL.search(told) is not None


def _reasons(clause: str) -> Iterator[bool]:
    yield clause.count('"') % 2 == 1 or clause.count("(") != clause.count(")")
    yield bool(_PERSONAL.search(clause))
    yield any(phrase.search(clause) for phrase in (*_DAY, *_PHRASES))
    yield bool(_THERE.search(_EXISTENTIAL.sub("", clause)))
    yield _points_with_that(_WORD.findall(clause))
    yield _has_lone_weekday(clause)
    yield bool(_VAGUE.search(clause))
    yield any(_is_pointing(match) for match in _BARE.finditer(clause))
    lone = _LONE.match(clause)
    yield lone is not None and (is_finite(lone.group(1)) or lone.group(1) in ("are", "were"))
    yield _is_cut(_WORD.findall(clause))


def _is_pointing(match: re.Match[str]) -> bool:
    return match.group(1) in _POINTING and match.group(2) not in (
        "of", "for", "that", "to", "in", "at", "between", "behind", "from",
    )  # fmt: skip


def _points_with_that(words: list[str]) -> bool:
    """Whether a "that" stands for something, rather than opening a clause."""
    for at, word in enumerate(words):
        if word.lower() not in ("that", "that's"):
            continue
        before = words[at - 1].lower() if at else ""
        after, behind = [*words[at + 1 : at + 3], ".", "."][:2]
        is_asked = before in ("whether", "if", "why", "how") and is_finite(after)
        if at == 0 or is_asked or (before in PREPOSITIONS and after != "of"):
            return True
        if after in _TIMES or after in ",;.:!?":
            return True
        is_noun = after.islower() and not after.endswith("s") and not is_finite(after)
        if is_noun and (behind in PREPOSITIONS or behind in ",;.:!?") and not is_past(before):
            return True
    return False


def _has_lone_weekday(clause: str) -> bool:
    """Whether it says Tuesday without the date."""
    words = _WORD.findall(clause)
    for at, word in enumerate(words):
        is_dated = any(each in MONTHS for each in words[at + 1 : at + 4])
        if word in WEEKDAYS and words[at - 1] not in ("a", "every") and not is_dated:
            return True
    return False


def _is_cut(words: list[str]) -> bool:
    """Whether it begins or ends in the middle of something."""
    plain = [word.lower() for word in words if word not in ",;.:!?"]
    if len(plain) < 2 or not words[0][0].isalnum() or plain[-1] in _ENDS_BADLY:
        return True
    if plain[0] in _SUBORDINATING:
        return "," not in words
    return plain[0] in _LINKING or plain[0] in AUXILIARIES
