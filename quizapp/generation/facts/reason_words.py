"""Deeds that people and things do for what went before: whoever resigned after it was found out."""

import re

from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.english.verbs import AUXILIARIES, is_participle, is_past
from quizapp.generation.names.casing import capitalized

# What is done, or happens, in answer to what happened before.
_ANSWERS = (
    "closed canceled cancelled abandoned resigned stopped suspended evacuated dismissed sacked "
    "withdrew withdrawn banned recalled halted postponed delayed apologized apologised quit "
    "switched ended lifted scrapped dropped collapsed reopened improved shut interrupted grounded "
    "rejected reversed retired returned gave refused flooded sank stranded emptied ceased fell "
    "dropped plunged tumbled slumped soared surged jumped changed failed cleared acquitted freed "
    "released exonerated spared discharged readmitted reinstated"
)
_PUNISHED = (
    "fined arrested dismissed expelled criticized criticised praised suspended convicted sued "
    "charged jailed honored honoured sacked fired reprimanded blamed banned knighted"
)
_AFTER = re.compile(r"(?: (?:only )?(?:after|when)|, as) (?=[\w'])(?!.*\bbecause\b)")
_OVER = re.compile(
    r" over (?=(?:the |an? |its |his |her |their )?(?:[a-z][\w'-]+ ){0,3}[a-z][\w'-]+)"
)
_FOR = re.compile(
    r" for (?=(?:the |an? |its |his |her |their )?(?:[a-z][\w'-]+ ){0,4}[a-z][\w'-]+)"
    r"(?!(?:\w+ ){0,2}(?:years?|months?|weeks?|days?|life|hours?|minutes?|[\w-]+ time)\b)"
)
_PAST = frozenset(("has", "have", "had", "was", "were", "could", "would", "did"))
_ASIDE = re.compile(r", (?:who|whom|whose|which) (?:[\w'-]+ ){1,8}[\w$£€,.'-]+$")
_LAST = 6  # words before the mark among which the verb stands


def find_answer(text: str) -> tuple[int, int, bool] | None:
    """Where "after" or "over" tells why something was done, and whether a clause follows."""
    for pattern, verbs in ((_AFTER, _ANSWERED), (_OVER, _PUNISHING), (_FOR, _PUNISHING)):
        for match in pattern.finditer(text):
            if _verb_before(text[: match.start()]) in verbs and not _is_of_aside(text, match):
                is_clause = pattern is _AFTER and _is_told(text[match.end() :])
                if is_clause or pattern is not _AFTER:
                    return match.start(), match.end(), is_clause
    return None


def _is_told(clause: str) -> bool:
    """Whether it begins with a subject and a past tense."""
    subject = find_subject(capitalized(clause))
    return subject is not None and (is_past(subject.verb) or subject.verb in _PAST)


def _is_of_aside(text: str, mark: re.Match[str]) -> bool:
    """Whether it tells of somebody in passing: in favor of Roe, who had been fined for it."""
    return mark.re is not _AFTER and _ASIDE.search(text[: mark.start()]) is not None


def _verb_before(text: str) -> str:
    """The last past tense or participle, if it is near."""
    words = [word.strip(",") for word in text.split()[-_LAST:]]
    if words[-2:] == ["sent", "off"]:
        return "dismissed"
    verbs = (
        w for w in reversed(words) if (is_past(w) or is_participle(w)) and w not in AUXILIARIES
    )
    return next(verbs, "")


_ANSWERED = frozenset(_ANSWERS.split())
_PUNISHING = frozenset(_PUNISHED.split()) | {"resigned", "quit"}
