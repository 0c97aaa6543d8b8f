"""What a sentence is about: the phrase before its first finite verb, as far as rules can tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizapp.generation.english.first_names import FIRST_NAMES
from quizapp.generation.english.name_words import COUNTRIES
from quizapp.generation.english.verbs import (
    AUXILIARIES,
    BASES,
    SINGULAR_AUXILIARIES,
    is_finite,
    is_past,
)
from quizapp.generation.english.words import word_set
from quizapp.generation.names.capital_words import Word, words_of

PREPOSITIONS = word_set(
    "in on by at after before since during from for with under until till throughout among over as "
    "between within despite unlike like without across along around near behind beyond through "
    "above below to into onto off of about against alongside amid inside outside toward towards "
    "than via per up out"
)
_OPENERS = (
    PREPOSITIONS
    | word_set("although though when while if because once twice whereas given asked according")
) - {"of", "up", "out", "than"}
DETERMINERS = word_set(
    "the a an this that these those its his her their our your my each every some any no another "
    "both all most many few several one two three four five six seven eight nine ten"
)
RELATIVES = word_set("who whom whose which that")
PRONOUNS = word_set("he she it they we i you this that these those there who what")
PLURALS = word_set("people men women children police both many few several others media teeth")
_SINGULAR_ENDINGS = ("ss", "us", "is", "news", "physics", "mathematics", "politics", "series")
_INVERTING = word_set("not only then there")
_ADVERBS = word_set(
    "also still now then soon often never always only even once first later not therefore thus "
    "there alone however"
)
_PARTICLES = word_set("back down up out over off near")
_MOST_WORDS = 14
_MOST_OPENERS = 3


@dataclass(frozen=True)
class Subject:
    """A subject; offsets count characters of the sentence."""

    text: str
    start: int
    end: int
    verb: str  # the first word of its verb
    verb_start: int
    is_plural: bool

    @property
    def head(self) -> str:
        """The noun that the phrase is about."""
        return _head(self.text.split())


@lru_cache(maxsize=2_000)
def find_subject(sentence: str) -> Subject | None:
    """The subject of a sentence's first main clause; None where that isn't clear."""
    words = words_of(sentence)
    first = _behind_openers(sentence, words)
    if first is None:
        return None
    last, verb = _ends(sentence, words, first)
    if last is None or verb is None or last < first or words[first].text.lower() in _INVERTING:
        return None
    if first == last and words[first].text.lower() in _ADVERBS:
        return None
    start, end = words[first].start, words[last].end
    text = sentence[start : _with_ending(sentence, words[last])]
    is_plural = _is_plural(text.split(), words[verb].text)
    return Subject(text, start, end, words[verb].text, words[verb].start, is_plural)


def _with_ending(sentence: str, word: Word) -> int:
    return word.end + 2 if sentence[word.end : word.end + 2] == "'s" else word.end


def _behind_openers(sentence: str, words: Sequence[Word]) -> int | None:
    """The word behind phrases such as "In 1999," with which a sentence opens."""
    at = 0
    for _ in range(_MOST_OPENERS):
        if at >= len(words) or words[at].text.lower() not in _OPENERS:
            return at if at < len(words) else None
        ends = _next_comma(sentence, words, at)
        if ends is None:
            return at + 2 if _is_year(words, at + 1) else None
        at = ends + 1
    return None


def _is_year(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at].text.isdigit() and len(words[at].text) == 4


def _next_comma(sentence: str, words: Sequence[Word], start: int) -> int | None:
    """The word that a comma follows, not far behind `start`; the comma of a date isn't one."""
    for at in range(start, min(start + 30, len(words) - 1)):
        is_comma = sentence[words[at].end : words[at + 1].start].strip(" '\"") == ","
        if is_comma and not words[at + 1].text.isdigit():
            return at
    return None


def _ends(sentence: str, words: Sequence[Word], first: int) -> tuple[int | None, int | None]:
    """The subject's last word and its verb."""
    for at in range(first, min(first + _MOST_WORDS, len(words))):
        word = words[at].text.lower()
        if at > first:
            gap = sentence[words[at - 1].end : words[at].start]
            if "," in gap:
                return at - 1, _verb_behind_insertion(sentence, words, at)
            if gap.strip(" '\"s.%£$€") or word in RELATIVES:
                return None, None
            if is_past(word) and words[at + 1 : at + 2] and words[at + 1].text == "by":
                return None, None  # perhaps "Analysts surveyed by Meridian had expected ..."
            if is_verb_at(words, first, at):
                return _without_adverbs(words, at), at
        if word in PRONOUNS and at == first and at + 1 < len(words):
            verb = at + 1 if words[at + 1].text.lower() not in _ADVERBS else at + 2
            is_verb = verb < len(words) and words[verb].text not in RELATIVES
            return (at, verb) if is_verb else (None, None)
    return None, None


def _without_adverbs(words: Sequence[Word], verb: int) -> int:
    at = verb - 1
    while at > 0 and (words[at].text.lower() in _ADVERBS or words[at].text.endswith("ly")):
        at -= 1
    return at


def _verb_behind_insertion(sentence: str, words: Sequence[Word], start: int) -> int | None:
    comma = _next_comma(sentence, words, start)
    if comma is None or comma + 1 >= len(words):
        return None
    verb = comma + 1
    if words[verb].text.lower() in _ADVERBS and verb + 1 < len(words):
        verb += 1
    return verb if is_finite(words[verb].text) or words[verb].text in BASES else None


def is_verb_at(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether the word is the verb of the phrase that begins at `first`."""
    word, before = words[at].text, words[at - 1].text.lower()
    if not word[0].islower() or before in DETERMINERS or before in PREPOSITIONS:
        return False
    if word in AUXILIARIES:
        return True
    if words[at - 1].is_possessive or _is_adjective(words, at):
        return False
    if is_finite(word):
        return not _is_noun_of_phrase(words, first, at)
    phrase = [each.text for each in words[first:at]]
    if phrase[0] not in COUNTRIES and phrase[0] not in FIRST_NAMES:
        phrase[0], before = phrase[0].lower(), words[at - 1].text.lower()
    is_base = word in BASES and word not in PREPOSITIONS  # three bridges near Oslo
    return is_base and looks_plural(phrase) and is_plural_noun(before)


def _is_adjective(words: Sequence[Word], at: int) -> bool:
    """As in "the newly proposed law forbids": another verb follows soon."""
    if not is_past(words[at].text) or at + 1 >= len(words):
        return False
    before = words[at - 1].text.lower()
    following = words[at + 1 : at + 4]
    return before.endswith("ly") and any(each.text in AUXILIARIES for each in following)


def _is_noun_of_phrase(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether an -s is that of a plural: "Cocoa futures have"; then a verb follows."""
    if is_past(words[at].text) or at + 1 >= len(words):
        return False
    following = words[at + 1].text
    if following in _PARTICLES:
        return False  # the phrase goes back
    behind = words[at + 2].text if at + 2 < len(words) else ""
    if following in BASES and is_plural_noun(behind) and not is_finite(behind):
        return False  # the council expects flow batteries
    return following in AUXILIARIES or following in BASES or is_past(following)


def _is_plural(phrase: list[str], verb: str) -> bool:
    if verb in SINGULAR_AUXILIARIES:
        return False
    if phrase[0] not in COUNTRIES and phrase[0] not in FIRST_NAMES:
        phrase = [phrase[0].lower(), *phrase[1:]]
    return verb in ("are", "were", "have", "do") or looks_plural(phrase)


def looks_plural(phrase: Sequence[str]) -> bool:
    """Whether a subject made of these words takes a plural verb."""
    lower = [word.lower() for word in phrase]
    if not lower:
        return False
    if lower[0] in ("they", "these", "those", "both", "we"):
        return True
    if "and" in lower and not any(word in PREPOSITIONS for word in lower[: lower.index("and")]):
        return True
    return is_plural_noun(_head(phrase))


def is_plural_noun(word: str) -> bool:
    """By its ending; a capitalized word is taken for a name."""
    if word in PLURALS:
        return True
    return word.endswith("s") and not word.endswith(("'s", *_SINGULAR_ENDINGS)) and word.islower()


def _head(phrase: Sequence[str]) -> str:
    """The word before the first preposition that isn't the first word."""
    for at, word in enumerate(phrase[1:], start=1):
        if word.lower() in PREPOSITIONS:
            return phrase[at - 1].strip(",")
    return phrase[-1].strip(",")
