"""A statement's subject and verb in the order of a question: did the ferry carry."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from quizapp.generation.clauses.subjects import DETERMINERS, PREPOSITIONS, Subject, find_subject
from quizapp.generation.english.regular_verbs import regular_base
from quizapp.generation.english.verbs import (
    AUXILIARIES,
    BASES,
    base_of,
    is_finite,
    is_participle,
    is_past,
    third_person,
)
from quizapp.generation.english.words import FUNCTION_WORDS, word_set
from quizapp.generation.figures.numbers import SMALL
from quizapp.generation.names.casing import Casing

BE = word_set("is are was were")
_HAVE = word_set("has have had")
_DO = word_set("do does did")
_ADVERBS = word_set(
    "also now still already only just never always often once even usually long soon not yet "
    "barely hardly nearly almost again alone"
)


# Whose past is like their present, so that only a singular subject tells.
_UNCHANGED = word_set(
    "beat bet burst cast cost cut forecast hit hurt let put quit read rid set shed shut split "
    "spread thrust upset"
)
_FARTHEST_VERB = 14  # words
_POINTING = word_set("it them him this that")
_SUBORDINATING = word_set("after before since when while because although though if unless what")
_NAMING = word_set("called named dubbed nicknamed titled")
_MODALS = word_set("will would could can should may might must")
# Between 1500 and 1800 the disease killed: no subject begins so.
_TIME_FIRST = re.compile(r"between \d{4} and \d{4} (?:the|an?|[a-z]+s)\b", re.IGNORECASE)
_JOINT = re.compile(
    r"[,;:](?!\d)| (?:and|but|or|that|which|who|because|when|while|as|than|if|what|where|how"
    r"|after|before|since|until|so)\b"
)
# A noun with a preposition, and then the verb.
_NOUN_GOES_ON = re.compile(
    r" (?:in|at|of|for|on|from|to) (?:(?!that|which|who|and|what|where|when)[\w.-]+ ){1,5}?"
    r"(?:is|are|was|were|has|have) "
)
_BETWEEN = re.compile(r" between [\w.,$]+ and(?= [\w.,$]+)")
_CUT_LIST = re.compile(r", [a-z]+(?: [a-z]+)?$")  # by name, place and alleged crime
_NEGATIVE = word_set("no none neither nobody nothing few little")
_HEDGE = re.compile(
    r"\b(?:[Aa]bout|[Aa]round|[Oo]ver|[Uu]nder|[Uu]p to|[Aa]t least|[Aa]t most|[Oo]nly|[Jj]ust"
    r"|[Mm]ore than|[Ll]ess than|[Ff]ewer than|[Cc]lose to|[Bb]etween|[Nn]early|[Aa]lmost)\b"
    r"(?=\s(?:[\dq$£€]|one|two|three|four|five|six|seven|eight|nine|ten|half|a (?:third|quarter)))"
)
# Rose by 6 percent: no one whom something is done by.
_BY = re.compile(r"\bby\b(?=\s(?:[\dq$£€]|a (?:half|third|quarter|fifth|tenth)\b))")
_NO_MORE = r"(?<!nothing)(?<!anything)(?<!everything)(?<!all)"  # fed on nothing but grain
_AND = re.compile(
    rf"{_NO_MORE},? (?:and|but|or) (?:only |just )?(?:(?:by|to|from|for) (?=[\d$£€]))?[$£€]?(\w+)"
)
_ANOTHER = re.compile(rf"{_NO_MORE},? (?:and|but) ")
_OPENING = re.compile(r"(?:in|at|by|on|for|after|from|during) [^,]+,(?: in \d{4},)? ")
_LISTED = re.compile(r", (\w+) (?=in|on|by|to|at|from|its|the|a|an|[0-9$£€])")
_AND_ANOTHER = re.compile(r", (?:and|but) (?=[A-Z])")  # had two lines, and Port Ansel none
_AND_LATER = re.compile(r",? (?:and|but), [^,]+, ([a-z]+) ")  # lost three and, on the way, sold
_YEAR = re.compile(r"\d{4}s?")
_NUMBER = re.compile(r"\b(?!\d{4}\b)[0-9](?:[0-9,.]*[0-9])?\b")


@lru_cache(maxsize=256)
def subject_of(clause: str) -> Subject | None:
    """The subject of a clause, whose figures are hidden so that only words remain.

    No comma or point of a number is taken for a mark, "about" before one for no preposition, and
    percent are as many as persons, so that "78 percent support" has a verb.
    """
    plain = clause
    for pattern in (_NUMBER, _HEDGE, _BY):
        plain = pattern.sub(lambda match: "q" * len(match[0]), plain)
    plain = plain.replace("percent", "persons").replace("per cent", "citizens")
    found = find_subject(plain)
    if found is None or not _is_noun(found, plain):
        return found
    end = found.verb_start + len(found.verb)
    return find_subject(plain[: found.verb_start] + "q" * len(found.verb) + plain[end:])


def _is_noun(found: Subject, clause: str) -> bool:
    """Whether what was taken for a verb is a noun: the sales tax brings, labor costs in Rome are"""
    behind = clause[found.verb_start + len(found.verb) :]
    if found.verb in AUXILIARIES or is_past(found.verb):
        return False
    if found.verb not in BASES:
        return _NOUN_GOES_ON.match(behind) is not None
    return any(base_of(word) is not None for word in behind.split(maxsplit=1)[:1])


def has_plural_verb(text: str) -> bool:
    """Whether a verb follows the noun in the plural that `text` begins with."""
    words = re.findall(r"[\w'-]+|[,;:]", text)[:_FARTHEST_VERB]
    for before, word in pairwise(words):
        is_verb = word in AUXILIARIES or word in BASES or is_past(word)
        if is_verb and before.lower() not in DETERMINERS | PREPOSITIONS and before[-2:] != "'s":
            return True
    return False


@dataclass(frozen=True)
class Inverted:
    """A clause whose verb was recognized for sure."""

    opening: str  # "In its final year, "
    auxiliary: str
    subject: str  # in the letters of a word inside a sentence
    verb: str  # what follows the subject: "now carry"; "" if the clause has it behind `rest`
    rest: int  # where in the clause the rest begins
    base: str  # of the verb after do, else ""

    def verb_of(self, rest: str) -> str:
        """The base of the clause's own verb; "" if it isn't known."""
        return self.base or base_of(_next_word(rest)) or ""

    def question(self, what: str, rest: str) -> str:
        """The question: `what` asks, `rest` follows the verb."""
        rest = _without_second_verb(f" {rest}")
        words = (self.opening + what, self.auxiliary, self.subject, self.verb, rest)
        text = " ".join(" ".join(words).split()).replace(" ,", ",").rstrip(" ,;:")
        return f"{text[:1].upper()}{text[1:]}?"


def invert(clause: str, casing: Casing) -> Inverted | None:
    """The clause as a question has it; None where rules can't be sure."""
    subject = subject_of(clause)
    if subject is None or '"' in clause[: subject.verb_start]:
        return None
    words = subject.text.lower().split()
    if words[0] in _NEGATIVE or words[-1] in FUNCTION_WORDS or _POINTING & {*words}:
        return None
    if _SUBORDINATING & {*words} or _is_shortened_relative(clause, subject):
        return None
    if _TIME_FIRST.match(clause, subject.start):
        return None
    found = _auxiliary(clause, subject)
    if found is None:
        return None
    auxiliary, base = found
    before = clause[subject.end : subject.verb_start].rpartition(",")[2].strip()
    if before and not all(word in _ADVERBS or word.endswith("ly") for word in before.split()):
        return None
    return Inverted(
        opening=clause[: subject.start],
        auxiliary=auxiliary,
        subject=casing.lowered(clause[subject.start : subject.end]),
        verb=f"{before} {base}".strip(),
        rest=subject.verb_start + len(subject.verb),
        base=base,
    )


def _is_shortened_relative(clause: str, subject: Subject) -> bool:
    """Whether what looks like the verb only describes: a dog called Rex saved, a ship built in."""
    verb = subject.verb.lower()
    if not is_participle(verb):
        return False
    behind = _BETWEEN.sub("", clause[subject.verb_start + len(verb) :])
    stop = _JOINT.search(behind)
    words = behind[: stop.start() if stop else len(behind)].split()
    if verb in _NAMING:
        return True
    others = BE | _HAVE | _MODALS
    is_source = stop is not None and stop[0] == " that" and bool(words) and is_past(words[-1])
    if is_source and words[0] in PREPOSITIONS:
        return True  # a poll conducted in May by Meridian found that
    return any(word in others or (is_past(word) and not is_participle(word)) for word in words)


def _auxiliary(clause: str, subject: Subject) -> tuple[str, str] | None:
    """What stands before the subject, and the base that stands behind it then."""
    verb = subject.verb.lower()
    following = _next_word(clause[subject.verb_start + len(verb) :])
    if verb in _DO or "n't" in verb or verb == "cannot" or following == "not":
        return None
    is_perfect = is_participle(following) or following.endswith("ed") or following == "had"
    if verb in _HAVE and not is_perfect:
        return ("did" if verb == "had" else "do" if verb == "have" else "does"), "have"
    if verb in AUXILIARIES:
        return verb, ""
    return _do_support(verb, is_plural=subject.is_plural)


def _do_support(verb: str, *, is_plural: bool) -> tuple[str, str] | None:
    if verb in _UNCHANGED:
        return None if is_plural else ("did", verb)
    base = base_of(verb) or regular_base(verb)
    if base is None:
        return ("do", verb) if is_plural and verb in BASES else None
    if is_past(verb):
        return None if is_plural and verb in BASES else ("did", base)
    return ("does", base) if verb == third_person(base) else None


def _without_second_verb(rest: str) -> str:
    """Without "and reached the island", whose verb would need another form, or "and a car"."""
    rest = _AND_ANOTHER.split(rest, maxsplit=1)[0]
    later = _AND_LATER.search(rest)
    if later and is_second_verb(later[1]):
        rest = rest[: later.start()]
    listed = _LISTED.search(rest)
    if listed and (is_past(listed[1]) or _is_present(listed[1])):
        rest = rest[: listed.start()]
    if second := _second_clause(rest):
        return rest[:second]
    for match in _AND.finditer(rest):
        is_number = match[1][0].isdigit() and not _YEAR.fullmatch(match[1])
        is_noun = match[1].lower() in SMALL or match[1] in ("a", "an")
        is_second = is_number or is_noun or is_second_verb(match[1])
        if is_second and "between" not in rest[: match.start()].split()[-6:]:
            return _CUT_LIST.sub("", rest[: match.start()])
    return rest


def _second_clause(rest: str) -> int:
    """Where another clause begins: and traffic dropped; and at its height, in 1978, employed."""
    for match in _ANOTHER.finditer(rest):
        if _JOINT.search(rest[: match.start()]):
            return 0
        behind = rest[match.end() :]
        opening = _OPENING.match(behind)
        verb = _next_word(behind[opening.end() :]) if opening else ""
        subject = find_subject(behind[:1].upper() + behind[1:])
        if is_past(verb) or (subject and not subject.start and is_finite(subject.verb)):
            return match.start()
    return 0


def _is_present(word: str) -> bool:
    base = base_of(word)
    return base is not None and word == third_person(base)


def is_second_verb(word: str) -> bool:
    """Whether a word behind "and" is another verb of the same subject."""
    lower = word.lower()
    return base_of(lower) is not None or lower in AUXILIARIES or lower.endswith("ed")


def _next_word(text: str) -> str:
    for word in text.lower().split():
        if word not in _ADVERBS and not word.endswith("ly"):
            return word.strip(",.;")
    return ""
