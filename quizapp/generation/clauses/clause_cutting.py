"""The parts of a sentence that say something by themselves, cut around a figure."""

import re
from collections.abc import Iterator

from quizapp.generation.clauses.clause_trimming import (
    Lowered,
    fronted_source,
    told,
    without_asides,
    without_insertion,
    without_later,
    without_stop,
)
from quizapp.generation.clauses.inversion import has_plural_verb, subject_of
from quizapp.generation.clauses.relative_clauses import relatives
from quizapp.generation.clauses.subjects import PREPOSITIONS
from quizapp.generation.english.connectives import strip_connectives
from quizapp.generation.english.verbs import BASES, is_finite, is_past
from quizapp.generation.figures.hedges import HEDGES
from quizapp.generation.names.casing import capitalized

# Behind these a sentence only adds to what it has said.
_TRAILER = re.compile(
    r",\s+(?=(?:which|(?:in|on|at|by|for|to) which|who|whose|where|while|whereas|although|though|"
    r"because|since|but|so|yet|as|"
    r"leaving|making|including|compared|mainly|mostly|partly|most of|many of|some of|one of|"
    r"each of|all of|helped by|driven by|up from|down from|only to|with|without|not|or|"
    r"followed by|followed|thanks to|despite|even|when|if|until|after|before|then|plus|"
    r"depending|nor|none|at a cost|together|comparable|along|alongside|"
    r"more|less|fewer|nearly|almost|about|roughly|some|over|up to|at least|"
    r"(?:and|but) (?:in|on|by|at|to|from|a|an|the)|a|an|the|its|their|his|her|"
    r"\w+ing)\b|(?!\d{4}\b)[\d$£€])"
    r"|\s+(?=(?:because|although|though|whereas|and that)\b)"
)
_JOINT = re.compile(
    r"(?:,\s+(?:and|but|while|whereas|although|though|so|yet|because)|[;:])\s+"
    r"(?:(?:and|but|while|whereas|although|though|so|yet)\s+)?"
    r"|,\s+(?=\d)"
    r"|\s+(?:because|although|whereas)\s+"
)
_AND = re.compile(r",\s+(?=(?:and|but)\s)")
OPENING = re.compile(
    r"(?:(?:In|On|At|During|By|Since|After|Before|Among|Of|Out of|Under|"
    r"According to|Within|Between|Asked)"
    r"\b[^,;]*(?:, \d{4})?(?:, (?:where|which|when) [^,;]*)?, )+"
)
# An opening that holds for all of its sentence.
_TELLS_WHO = re.compile(r"\b(?:[Aa]ccording|poll|survey|study|report|census|Asked|Among)\b")
_AFTER = re.compile(
    r"(?:[\w-]+ ){0,4}(?:days?|weeks?|months?|years?|decades?) (?:after|before|since)\b"
)
# A survey found that 40 percent of its plates were thin: hardly the survey's.
_OF_UNKNOWN = re.compile(
    r"[^,]*\b(?:survey|study|poll|report|inspection|analysis) [^,]*\bthat (?:[\w.]+ ){0,6}"
    r"(?:its|their|it|they)\b"
)
_BEFORE_NUMBERS = frozenset(word for hedge in HEDGES for word in hedge.split()) | {"only", "just"}
# What begins with a number of many: only 44 percent of employees, two of the three clinics.
_COUNTED = re.compile(r"(?P<before>(?:[A-Za-z]+ ){0,3}?)[\d.,]+ (?=percent|per cent|of\b|\w+s\b)")
_MARK = re.compile(r"[;:]\s")
_SECOND_VERB = re.compile(r", (?:and|but) (?:\w+ly )?([a-z]+)")
_INSIDE = ("because", "although", "whereas", "though", "while")
_SUBORDINATE = re.compile(r" (?:when|while|because|after|before|until|if|where) (?=[A-Z])")
_SHORTEST = 4  # words


def cut_around(sentence: str, start: int, end: int, lowered: Lowered) -> Iterator[str]:
    """Clauses of the sentence that hold the figure from `start` to `end`, the shortest first.

    Whether they can stand alone is still to be seen.
    """
    figure, whole = sentence[start:end], without_stop(sentence)
    found = dict.fromkeys((*_cuts(sentence, start, end, lowered), whole))
    fitting = [
        text
        for text in found
        if figure in text and (_says_something(text) or (text == whole and _is_whole(sentence)))
    ]
    yield from sorted(fitting, key=len)


def _says_something(text: str) -> bool:
    """Whether it is a sentence without quoted speech, as far as rules can tell."""
    if len(text.split()) < _SHORTEST or '"' in text:
        return False
    if (_AFTER.match(text) and "," not in text) or _OF_UNKNOWN.match(text):
        return False
    plain = strip_connectives(text)
    if subject_of(plain) is not None:
        return True
    opening = OPENING.match(plain)
    counted = _COUNTED.match(plain, opening.end() if opening else 0)
    if counted is None or not {*counted["before"].lower().split()} <= _BEFORE_NUMBERS:
        return False
    return has_plural_verb(plain[counted.end() :])


def _is_whole(sentence: str) -> bool:
    """Whether it is a sentence, though nobody can tell what its subject is."""
    verbs = map(is_finite, sentence.split()[1:])
    return sentence.endswith(".") and '"' not in sentence and any(verbs)


def _cuts(sentence: str, start: int, end: int, lowered: Lowered) -> Iterator[str]:
    text, start, end = without_asides(without_stop(sentence), start, end)
    later = without_later(text, start)
    text, start, end = capitalized(text[later:]), start - later, end - later
    figure = text[start:end]
    opening = OPENING.match(text)
    source, text = fronted_source(text, end)
    front = source or (opening.group() if opening and opening.end() <= start else "")
    for each in relatives(text, start, end):
        yield each
        yield each[: _first_trailer(each, each.rfind(figure) + len(figure))]
    yield from _with_one_opening(text, end)
    subject = subject_of(text)
    verb = subject.verb_start if subject else end
    begin, stop = _last_joint(text, start), _first_trailer(text, max(end, verb))
    if begin and front and not _TELLS_WHO.search(front):
        begin = 0  # what was so in 1856 may not be told of the second clause
    for first, last in ((begin, stop), (0, stop), (begin, len(text)), (0, len(text))):
        part = text[first:last].strip(" ,;:")
        whole = front + lowered(part) if (first and front) or source else part
        for each in (*told(capitalized(whole), lowered), capitalized(whole)):
            yield without_insertion(each, figure)
            yield each


def _with_one_opening(text: str, end: int) -> Iterator[str]:
    """ "On May 2, after a storm, the boat sank" without what stands between time and subject."""
    if not text.startswith(("In ", "On ")) or text[end : end + 2] != ", ":
        return
    first = text[end + 2 :].split(maxsplit=1)[0].lower()
    if first not in PREPOSITIONS:
        return
    for comma in re.finditer(", ", text[end + 2 :]):
        rest = text[end + 2 + comma.end() :]
        if _is_clause(rest) and subject_of(capitalized(rest)):
            yield f"{text[: end + 2]}{rest}"


def _last_joint(text: str, start: int) -> int:
    """Where the last clause before the figure begins that has a subject of its own."""
    for match in reversed(list(_JOINT.finditer(text, 0, start))):
        rest = text[match.end() :]
        if _resumes(match.group(), text[match.end() : start]):
            continue
        if _is_clause(rest) and match.end() > (_opening_end(text)):
            return match.end()
    return 0


def _resumes(joint: str, between: str) -> bool:
    """Whether the main clause goes on before the figure: rose because Roe sold, and fell to."""
    second = _SECOND_VERB.search(between)
    return joint.split()[-1] in _INSIDE and second is not None and is_past(second[1])


def _opening_end(text: str) -> int:
    opening = OPENING.match(text)
    return opening.end() if opening else 0


def _is_clause(text: str) -> bool:
    subject = subject_of(capitalized(text))
    opening = OPENING.match(capitalized(text))
    return subject is not None and subject.start == (opening.end() if opening else 0)


def _lacks_verb(text: str, trailer: re.Match[str]) -> bool:
    """Whether a clause inside would end before its verb: they died when Ada, an engineer, came."""
    inside = _SUBORDINATE.split(text[: trailer.start()])
    words = re.findall(r"[\w']+", inside[-1])
    return len(inside) > 1 and 0 < len(words) <= 3 and not any(map(_is_verb, words[1:]))


def _is_verb(word: str) -> bool:
    return is_finite(word) or word in BASES


def _first_trailer(text: str, end: int) -> int:
    """Where what follows the figure only adds something."""
    trailers = (each for each in _TRAILER.finditer(text, end) if not _lacks_verb(text, each))
    ends = [match.start() for match in (next(trailers, None),) if match]
    for match in _AND.finditer(text, end):
        rest = text[match.end() :].split(maxsplit=1)[1:]
        if rest and (_is_clause(rest[0]) or is_finite(rest[0].split()[0])):
            ends.append(match.start())
            break
    mark = _MARK.search(text, end)
    if mark:
        ends.append(mark.start())
    return min(ends, default=len(text))
