"""A clause with a figure to a question for it, where rules can be sure of the grammar."""

import re
from collections.abc import Callable

from quizapp.generation.asking.score_questions import score_question
from quizapp.generation.clauses.clause_cutting import OPENING
from quizapp.generation.clauses.inversion import (
    BE,
    Inverted,
    has_plural_verb,
    invert,
    is_second_verb,
    subject_of,
)
from quizapp.generation.clauses.spots import Spot, is_between_ends, is_in_vote
from quizapp.generation.clauses.subjects import DETERMINERS
from quizapp.generation.english.particles import is_phrasal
from quizapp.generation.english.verbs import BASES, is_finite, is_participle
from quizapp.generation.english.words import word_set
from quizapp.generation.figures.scores import SCORES
from quizapp.generation.names.casing import Casing, capitalized

Words = Callable[[Spot, str], str | None]  # `amount_words` or `number_words`

_FRONTED = word_set("for by to from at within in")
_OF_PERCENT = word_set("reach exceed total average")
_PARTICLES = word_set("in up off")
_MOVES = word_set("fall rise grow drop decline climb increase decrease jump shrink widen slip sink")
_CHANGES = _MOVES | word_set("gain expand reduce raise lower cut exceed")
_OF_MONEY = word_set(
    "cost pay spend earn lose raise borrow save make charge invest give put contribute receive "
    "donate have owe win bring forecast expect lend collect"
)
COMPARED = word_set(
    "more less fewer greater higher lower faster slower larger smaller bigger cheaper longer "
    "shorter taller heavier lighter older younger earlier later warmer cooler better worse "
    "below above"
)
_AFTER_TIMES = word_set("a an the its their as more that each every")
_WITH_TO = frozenset({"home to", "close to", "next to", "equal to", "due to", "open to"})
_COUNTED_FROM = word_set("afterwards afterward later earlier before after ago since on")
_GOING_ON = (" and ", " or ", " to ", " that ", " which ", " who ")
_DIMENSIONS = word_set("long high tall wide deep thick old away below above apart across")
_JOINING = word_set(
    "and or but that which who whose whom because when while if whether than as where how why what"
)
_AVERAGE = re.compile(r"\b(?:an average of|on average,?|a total of)$")
_BEHIND_NOUN = word_set(
    "in on at from to for by with into during under over after before since because that which who "
    "when as per a an while than without within between among until through and or if but where"
)
_NESTED = re.compile(r" (?:what|that|which|who|whose|had|has|have|was|were|is|are|will|would)\b")
_OF_PARTICIPLE = re.compile(r"\b(?:after|before|by|while|without) \w+ing\b")
_NOUN_WORD = re.compile(r" [\w$£€][\w',.-]*(?<![,.])")
# And 25 percent against, 8 are neutral: the others are told beside it.
SECOND = re.compile(
    r" and [\d.]+(?:%| percent| per cent) (?!of\b)| and [\d.,]+ (?:more|others?)\b"
    r"|, [\d.]+(?:%| percent| per cent)? (?:are|were|is|was|say|said|have|had|would|did)\b"
)
_VERB_OF_MONEY = re.compile(r" (?:was|were|is|are|will|would|has|had|have|went|goes|came)\b")


def amount_question(spot: Spot, casing: Casing, words: Words) -> str | None:
    """The question, or None where a gap has to do."""
    if spot.figure.unit in SCORES:
        return score_question(spot, casing)
    if spot.figure.kind in ("date", "year") or _is_of_two(spot):
        return None
    return (
        _of_subject(spot, words)
        or _of_opening(spot, casing, words)
        or _of_predicate(spot, casing, words)
    )


def _is_of_two(spot: Spot) -> bool:
    return is_between_ends(spot.clause, spot.start) or is_in_vote(spot.clause, spot.start)


def _of_opening(spot: Spot, casing: Casing, words: Words) -> str | None:
    """For 57 years, the boat left at night."""
    preposition = spot.head.lower()
    if preposition not in ("for", "within") or not spot.tail.startswith(", "):
        return None
    what = words(spot, preposition)
    rest = capitalized(spot.tail[2:])
    inverted = invert(rest, casing)
    if what is None or inverted is None or inverted.opening:
        return None
    return inverted.question(what, rest[inverted.rest :])


def _of_subject(spot: Spot, words: Words) -> str | None:
    """The figure begins the subject, so that no words change places."""
    opening = OPENING.fullmatch(f"{spot.head} ")
    what = words(spot, "")
    if what is None or (spot.head and opening is None) or not _is_subject(spot):
        return None
    text = (opening.group() if opening else "") + what + spot.tail.rstrip(" ,;:")
    return f"{text[:1].upper()}{text[1:]}?"


def _is_subject(spot: Spot) -> bool:
    first = "".join(spot.tail.split()[:1])
    if ";" in spot.tail or first in _DIMENSIONS | _COUNTED_FROM or SECOND.search(spot.tail):
        return False
    if spot.figure.kind == "money":
        return _VERB_OF_MONEY.match(spot.tail) is not None
    noun = spot.unit_text if spot.figure.kind in ("count", "measure", "duration") else ""
    subject = subject_of(f"Ten{noun or ' parts'}{spot.tail}")
    return (subject is not None and subject.start == 0) or has_plural_verb(f"parts{spot.tail}")


def _of_predicate(spot: Spot, casing: Casing, words: Words) -> str | None:
    inverted = invert(spot.clause, casing)
    if inverted is None or len(spot.head) < inverted.rest:
        return None
    middle = spot.head[inverted.rest :].strip()
    if inverted.auxiliary in BE and not middle:
        return _of_complement(spot, inverted, words)
    average = _AVERAGE.search(middle)
    if average:
        middle = middle[: average.start()].strip()
    if not _is_plain(middle) or _OF_PARTICIPLE.search(middle) or _belongs(spot, inverted, middle):
        return None
    preposition, middle = _split_preposition(spot, middle)
    preposition = preposition or _by(spot, inverted)
    what = words(spot, preposition) if _may_ask(spot, inverted, preposition, middle) else None
    if what is None:
        return None
    noun, tail = _split_noun(spot.tail)
    if _NESTED.search(noun) or (noun and tail.startswith(_GOING_ON)):
        return None
    on_average = " on average" if average and "average" in average.group() else ""
    return inverted.question(what + noun, f"{middle}{on_average} {tail}")


def _belongs(spot: Spot, inverted: Inverted, middle: str) -> bool:
    """Whether it can't leave its neighbours: home to 61 species, six times a day, a mile away."""
    if spot.figure.kind != "money" and is_phrasal(inverted.verb_of(""), middle):
        return True  # tickets bring in 40 percent
    first = "".join(spot.tail.split()[:1]).lower()
    is_times = spot.figure.unit == "times" and first in _AFTER_TIMES
    if first in COMPARED or (not spot.figure.unit and first in ("a", "per")):
        return True  # 8 percent faster than, from 63 a year
    is_home = inverted.auxiliary in BE and middle in _WITH_TO
    return is_times or is_home or (bool(middle) and first in _DIMENSIONS) or _is_shared(spot.tail)


def _is_shared(tail: str) -> bool:
    """Whether the figure is one of two: six people and one stretcher."""
    words = tail.split()
    return words[:1] in (["and"], ["or"]) and not is_second_verb("".join(words[1:2]))


def _by(spot: Spot, inverted: Inverted) -> str:
    """Shares fell 3 percent: they fell by that."""
    return "by" if inverted.base in _MOVES and _is_change(spot) else ""


def _may_ask(spot: Spot, inverted: Inverted, preposition: str, middle: str) -> bool:
    if preposition == "by" and spot.figure.kind in ("percent", "money"):
        return inverted.verb_of(middle) in _CHANGES
    if spot.figure.unit == "percent" and not preposition and not spot.tail.startswith(" of "):
        return inverted.verb_of(middle) in _OF_PERCENT
    return bool(preposition) or _is_object(spot, inverted, middle)


def _of_complement(spot: Spot, inverted: Inverted, words: Words) -> str | None:
    """The median age is 58; the ship was 692 feet long."""
    figure, what = spot.figure, words(spot, "")
    first, _, rest = spot.tail.strip().partition(" ")
    if first in ("below", "above") and rest:
        return None
    if first in _DIMENSIONS and what is not None:
        return inverted.question(f"{what} {first}", rest)
    if spot.tail.startswith(" of ") and figure.unit in ("percent", "share") and what is not None:
        noun, tail = _split_noun(spot.tail)
        return inverted.question(what + noun, tail)
    if figure.kind == "count" and figure.unit:
        return None
    if figure.kind in ("measure", "duration") and what is not None and not spot.tail:
        return inverted.question(what, "")
    if spot.tail and not spot.tail.startswith((" in ", " at ", " for ", " on ", " among ")):
        return None
    roughly = ", approximately" if spot.hedge else ""
    return inverted.question("what", spot.tail).removesuffix("?") + f"{roughly}?"


def _is_plain(middle: str) -> bool:
    """Whether what stands between verb and figure is one piece that may follow the subject."""
    return not any(mark in middle for mark in ',;:"()') and not any(
        word.lower() in _JOINING for word in middle.split()
    )


def _split_preposition(spot: Spot, middle: str) -> tuple[str, str]:
    """The preposition that the figure follows; what is brought in has none."""
    before, _, last = middle.rpartition(" ")
    is_particle = last in _PARTICLES and spot.figure.kind == "money"
    return (last, before) if last in _FRONTED and not is_particle else ("", middle)


def _is_change(spot: Spot) -> bool:
    return spot.figure.kind in ("percent", "money") and not spot.tail.startswith(" of ")


def _is_object(spot: Spot, inverted: Inverted, middle: str) -> bool:
    """Whether the figure follows its verb, so that it is what was carried, sold or had."""
    verb = middle.split()[-1] if middle and not inverted.base else inverted.base
    if spot.figure.kind == "money" and not middle and verb not in _OF_MONEY:
        return False
    if not middle:
        return bool(inverted.base)
    words = middle.lower().split()
    last = words[-1]
    if is_participle(last) or last in BASES or last.endswith("ing"):
        return not any(word in _BEHIND_NOUN - {"to"} for word in words)
    if last in _PARTICLES and len(words) == 1:
        return inverted.base == "bring"
    is_paid = spot.figure.kind == "money" and len(words) <= 4
    return is_paid and not any(word in _BEHIND_NOUN | {"of"} for word in words)


def _split_noun(tail: str) -> tuple[str, str]:
    """ " of ammunition" belongs to what is asked for, " from Belarus" doesn't."""
    if not tail.startswith(" of "):
        return "", tail
    end = len(" of")
    while match := _NOUN_WORD.match(tail, end):
        word = match.group().strip().lower()
        before = "".join(tail[:end].split()[-1:])
        if word in _BEHIND_NOUN and not (word in ("a", "an") and before == "of"):
            break
        is_verb = is_finite(word) and end > len(" of") and not word.endswith("s")
        if is_verb and before not in DETERMINERS:
            break
        end = match.end()
    return tail[:end], tail[end:]
