"""The terms that an article explains: "the evaporator, a coil of thin pipes outside the house"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from quizapp.generation.article import Article
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.clauses.references import resolve
from quizapp.generation.clauses.standing import parts_of
from quizapp.generation.clauses.subjects import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    find_subject,
    is_plural_noun,
)
from quizapp.generation.english.name_words import CLAUSE_NOUNS, MONTHS, ROLES
from quizapp.generation.english.quotation_marks import has_mark, is_quoted
from quizapp.generation.english.verbs import AUXILIARIES, BASES, is_finite, is_past
from quizapp.generation.english.words import FUNCTION_WORDS, word_set
from quizapp.generation.findings import Name

_WORD = r"(?!the\b|an?\b)[a-z][\w-]+"
_TERM = rf"(?P<term>(?:{_WORD} ){{0,2}}{_WORD}(?: of {_WORD})?|[A-Z]+-?\d+[A-Z]*)"
_COUNTED = r"(?:first|so-called|modern) "  # what a thing is, not what it is called
_OPENING = rf"(?P<before>\b[\w'-]+ )(?P<the>(?:the |an? )(?:{_COUNTED})?)?{_TERM}, "
_APPOSITIVE = re.compile(_OPENING + r"(?P<text>an? (?:[^,;:()\"]|,(?=\d))+)(?=(?P<end>[,;]|\.$|$))")
# The only one of its kind, or all of them: collagen, the protein that binds the skin.
_THE_KIND = re.compile(
    _OPENING + r"(?P<text>the (?:[a-z-]+ ){1,3}(?:(?:of (?:[a-z-]+ ){1,3})?"
    r"(?:that|which|(?:at|by|in|on) which)|in an?) "
    r"(?:[^,;:()\"]|,(?=\d)|, (?=[a-z]+(?: [a-z]+)? (?:and|or) [a-z]+))+)(?=(?P<end>[,;]|\.$|$))"
)
_THAT_IS = re.compile(
    _OPENING
    + r"(?:i\.e\.,?|that is,|or|meaning) (?P<text>(?:an?|the) [^,;:()\"]+)(?=(?P<end>[,;]|\.?$))"
)
_STARTING = re.compile(
    r"^(?P<term>[A-Z][a-z-]+(?: [a-z-]+){0,2}), (?P<text>an? (?:[^,;:()\"]|,(?=\d))+), "
    r"(?:[\w-]+ly )?(?P<verb>[a-z]+)"
)
_EXPLAINING = re.compile(
    r" (?:of|that|which|whose|from|for|behind|in which|with|made|used|between|outside|inside|by|"
    r"over|below|above|without|under|less|injected|raised|caused) "
)
# The name comes last, so that it is what the thing is called: a passenger named Ruth.
_CALLED_SO = re.compile(r"\b(?:calls?|called|known as|named|termed) [\w' -]+$")
_RELATIVES = word_set("that which who whose whom where in")
# What is added to an explanation, or leans on it: a rock that heats the water around it.
_BESIDES = re.compile(
    r" (?:so that|because|although|while) "
    r"| (?:around|beneath|under|above|below|over|behind|inside|within) (?:it|them)\b"
    r"|,? and (?:its|their) "
)
_AND_A = re.compile(r", (?:an?|the|which|who|and) ")
_THE_ONE = re.compile(r"the [\w-]+ (?:that|which) ")
_LIST = re.compile(r" (?:and|or) (?:an?|the) ")
LATIN_PLURALS = word_set("mitochondria bacteria phenomena criteria larvae algae fungi nuclei")
_CALLING = ("called", "termed", "named", "dubbed")
_LONGEST = 18  # words of an explanation
_SHORTEST = 4
_MOST_WORDS = 5  # of a term
_VAGUE_HEADS = word_set(
    "thing way kind sort lot number part step example problem reason question fact matter figure "
    "bit fraction sign mistake year day week month change rise fall quarter third half majority "
    "village town city year decade concern success failure result share move"
)


@dataclass(frozen=True)
class Term:
    """A term and what the article says it is; the explanation stands alone."""

    text: str  # "evaporator"
    article: str  # "the", "a", "an" or ""
    explanation: str  # "a coil of thin pipes outside the house"; "" if only its name is told
    sentence: int
    short: str = ""  # "COP"

    @property
    def is_plural(self) -> bool:
        """As of mitochondria."""
        return self.text.split()[-1] in LATIN_PLURALS

    @property
    def forms(self) -> tuple[str, ...]:
        """What may be written for it."""
        long = (self.text, f"{self.article} {self.text}" if self.article else "")
        return tuple(form for form in (*long, self.short) if form)


def find_terms(article: Article, names: tuple[Name, ...]) -> tuple[Term, ...]:
    """Them all, each once, in the order of the text."""
    found: dict[str, Term] = {}
    for at, sentence in enumerate(article.sentences):
        for term in (*_explained(sentence.text), *_defined(sentence.text, article, at)):
            if _is_fit(term, names):
                said = _alone(term, article, at)
                if said:
                    found.setdefault(term.text, _as_written(said, article))
    return tuple(found.values())


def explained_in(sentence: str, names: tuple[Name, ...]) -> Iterator[str]:
    """The terms that it explains between commas, whether or not that can stand alone."""
    yield from (term.text for term in _explained(sentence) if _is_fit(term, names))


def _explained(sentence: str) -> Iterator[Term]:
    """Explanations between commas."""
    yield from _at_start(sentence)
    for pattern in (_APPOSITIVE, _THAT_IS, _THE_KIND):
        for match in pattern.finditer(sentence):
            if _explains(sentence, match) and (pattern is not _THE_KIND or _is_kind(match)):
                found = _term_of(match)
                is_any = pattern is not _THE_KIND  # else a caldera is one, but the wall isn't
                yield from (each for each in found if is_any or each.article != "the")


def _explains(sentence: str, match: re.Match[str]) -> bool:
    """Whether it tells what something is, and is no part of a list."""
    after = sentence[match.end() : match.end() + 5]
    if has_mark(match[0]) or is_quoted(sentence, match.start("term")):
        return False
    is_list = after.startswith((", and ", ", or ")) or _LIST.search(match["text"])
    if _CALLED_SO.search(match["text"]) or _is_clause(match["text"].split()):
        return False  # a doctor had none
    is_kind = match.re is _THE_KIND or _EXPLAINING.search(match["text"]) is not None
    return is_kind and not is_list


def _is_clause(words: list[str]) -> bool:
    """Whether a verb follows the first noun: a doctor had none."""
    before = takewhile(lambda word: word not in PREPOSITIONS | _RELATIVES, words)
    return any(word in AUXILIARIES for word in before)


def _term_of(match: re.Match[str]) -> Iterator[Term]:
    """What is explained, without what stands before it and isn't its own."""
    before, words = match["before"].strip(), match["term"].split()
    while len(words) > 1 and words[0] in _CALLING:
        before, words = words[0], words[1:]
    is_first = match["before"].strip() in ("The", "A", "An")
    article = (match["before"] if is_first else match["the"] or "").split(" ")[0].lower()
    is_open = bool(article) or before in _CALLING
    verbs = [at for at, word in enumerate(words[:-1]) if at and word in BASES]
    if is_open and verbs and is_plural_noun(words[verbs[-1] - 1]):
        words, article = words[verbs[-1] + 1 :], ""  # the cells contain melanopsin
    elif not is_open:  # then only the last word is certain to belong to the term
        words = words[-1:]
    if is_open or _opens_term(match["before"], match["term"].split()):
        text = _BESIDES.split(match["text"])[0]
        yield Term(" ".join(words), article, text.strip().rstrip("."), 0)


def _is_kind(match: re.Match[str]) -> bool:
    """Whether the noun explained and the one that explains are alike in number."""
    head = _head(match["text"].split()[1:])
    is_said_already = match["term"].split()[-1] in match["text"]
    first = match["text"].split()[1]
    is_one = first.endswith("est") or first in ("same", "only", "first", "last", "most", "other")
    is_plural = match["term"].split()[-1] in LATIN_PLURALS
    return not is_said_already and not is_one and is_plural_noun(head) == is_plural


def _at_start(sentence: str) -> Iterator[Term]:
    """Sourdough, a dough raised by wild yeast, is."""
    match = _STARTING.match(sentence)
    if match and is_finite(match["verb"]) and _EXPLAINING.search(match["text"]):
        term = match["term"][0].lower() + match["term"][1:]
        if not is_past(term.split()[-1]) and term.split()[0] not in DETERMINERS:
            yield Term(term, "", match["text"], 0)


def _opens_term(before: str, words: list[str]) -> bool:
    """Whether what stands before a term without an article can't belong to it."""
    last = words[-2] if len(words) > 1 else before.strip()
    doer = before.strip() if len(words) == 2 else words[-3] if len(words) > 2 else ""
    if is_past(last) and doer in PRONOUNS:
        return not words[-1].endswith("ing")  # it reached flashover
    if words[-1].endswith("ing"):
        return False
    return last in AUXILIARIES | PREPOSITIONS | BASES or (is_finite(last) and not is_past(last))


def _defined(sentence: str, article: Article, at: int) -> Iterator[Term]:
    """ "A heat pump is a machine that moves heat": of what is told of any, not of one."""
    for part in parts_of(sentence):
        said = resolve(part, article, at)
        subject = find_subject(said) if said else None
        if said is None or subject is None or subject.start or subject.verb != "is":
            continue
        first, _, rest = subject.text.partition(" ")
        text = _AND_A.split(said[subject.verb_start + 3 :])[0]
        is_the = first == "The" and rest.isalpha() and _EXPLAINING.search(text) is not None
        is_any = first in ("A", "An") and bool(rest)
        is_mass = first not in ("A", "An", "The") and len(rest.split()) <= 1
        is_told = text.startswith(("a ", "an ")) or _THE_ONE.match(text)
        if not is_told or not (is_any or is_mass or is_the) or (rest and not rest.islower()):
            continue
        term = rest if is_any or is_the else subject.text[0].lower() + subject.text[1:]
        yield Term(term, first.lower() if is_any or is_the else "", text.strip(" ,"), at)


def _is_fit(term: Term, names: tuple[Name, ...]) -> bool:
    words = term.text.split()
    last, size = words[-1], len(term.explanation.split())
    if not _SHORTEST <= size <= _LONGEST or len(words) > _MOST_WORDS:
        return False
    if last in ROLES or last in MONTHS or last in FUNCTION_WORDS or last in PRONOUNS:
        return False
    if (
        (is_plural_noun(last) and last not in LATIN_PLURALS)
        or (is_past(last) and not term.article)
        or last in AUXILIARIES
    ):
        return False
    head = _head(term.explanation.split()[1:])
    if head in _VAGUE_HEADS | CLAUSE_NOUNS or head in ROLES:
        return False
    forms = (form for name in names for form in (name.text, *name.aliases))
    return not any(holds(term.text.capitalize(), form) for form in forms)


def _head(words: list[str]) -> str:
    """The noun that an explanation begins with."""
    for at, word in enumerate(words):
        is_end = word in PREPOSITIONS or word in ("that", "which", "whose", "who", "made", "used")
        if at and is_end:
            return words[at - 1]
    return words[-1] if words else ""


def _as_written(term: Term, article: Article) -> Term:
    """With a capital, where it has one everywhere: it may be a name."""
    text = term.text
    return term if holds(article.text, text) else replace(term, text=text[:1].upper() + text[1:])


def _alone(term: Term, article: Article, at: int) -> Term | None:
    """With an explanation that doesn't lean on other sentences."""
    start = "Propane is "
    said = resolve(start + term.explanation, article, at)
    if said is None or not said.startswith(start) or holds(said, term.text):
        return None
    return Term(term.text, term.article, said[len(start) :], at, term.short)


def find_actors(clauses: Iterable[tuple[int, str]]) -> Iterator[tuple[Term, str]]:
    """What does something by its nature ("A compressor squeezes the gas"), and what that is."""
    told = [(at, said, find_subject(said)) for at, said in clauses]
    known = {
        _noun(subject.text) for _, _, subject in told if subject and subject.text.startswith(_ANY)
    }
    for at, said, subject in told:
        if subject is None or subject.start or subject.is_plural or is_past(subject.verb):
            continue
        noun = _noun(subject.text)
        is_copula = subject.verb in AUXILIARIES and subject.verb != "can"
        if noun and noun in known and not is_copula and is_finite(subject.verb):
            article = subject.text.partition(" ")[0].lower()
            yield Term(noun, article, "", at), said[subject.verb_start :]


_ANY = ("A ", "An ")
_ADJECTIVES = word_set(
    "good bad new old used typical modern second third single mere small large big whole similar "
    "different further better larger smaller longer thick thin recent former current possible "
    "surprising common main only full first last"
)


def _noun(subject: str) -> str:
    """What stands behind the article; "" if it is more than a term."""
    first, _, rest = subject.partition(" ")
    words = rest.split()
    is_term = first in ("A", "An", "The") and 0 < len(words) <= 2 and rest.islower()
    return "" if not is_term or any(word in PREPOSITIONS | _ADJECTIVES for word in words) else rest
