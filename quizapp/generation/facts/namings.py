"""What all that a clause says is called: "it feeds on sugar, a process known as fermentation"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generation.article import Article
from quizapp.generation.clauses.dangling import is_dangling
from quizapp.generation.clauses.pronouns import pronouns
from quizapp.generation.clauses.references import resolve
from quizapp.generation.clauses.standing import shortened
from quizapp.generation.clauses.subjects import PREPOSITIONS, find_subject, is_plural_noun
from quizapp.generation.english.name_words import DEED_NOUNS
from quizapp.generation.english.verbs import AUXILIARIES, BASES, is_past
from quizapp.generation.facts.reason_links import last_clause
from quizapp.generation.facts.terms import LATIN_PLURALS
from quizapp.generation.names.casing import Casing

_LONGEST = 22  # words of what is called so
_SHORTEST = 4
_TERM = (
    r"(?P<the>the |an? )?"
    r"(?P<term>[\w-]+(?: (?!by\b|in\b|and\b|or\b|because\b|which\b)[\w-]+){0,3})"
)
_CALLING = r"(?:called|known as|named|termed|dubbed|referred to as|(?:that )?[\w ]{2,25} calls?)"
_A_DEED = re.compile(
    rf", (?:an?|the) (?:[\w-]+ )?(?:{'|'.join(sorted(DEED_NOUNS))}) {_CALLING} {_TERM}$"
)
_THIS = re.compile(
    rf"^(?:This|That|It) is (?:also |often |usually |commonly )?(?:called|known as|termed) {_TERM}$"
    rf"|^[A-Z][\w ]{{2,25}} (?:call|refer to) (?:this|that|it) (?:as )?(?P<the_2>the |an? )?"
    r"(?P<term_2>[\w-]+(?: [\w-]+){0,3})$"
)

# "braking by motor, in which the motor slows the wheels": a process, told of in general.
_IN_WHICH = re.compile(
    r"(?P<the>)(?P<term>(?:(?!the\b|an?\b)[a-z]+ ){0,2}(?!the\b|an?\b)[a-z-]+"
    r"(?:ing|tion|sis|ism)), in which (?P<clause>[^,;:()\"]+)$"
)
_QUOTED = re.compile(
    r"\"(?P<the>the |an? )?(?P<term>[a-z][\w -]{2,30}?),?\",? an? (?:[a-z-]+ )?"
    rf"(?:style|form|game|{'|'.join(sorted(DEED_NOUNS))}) in which (?P<clause>[^;:()\"]+)$"
)
_HAPPENS = re.compile(
    r"^(?P<the>)(?P<term>[A-Z][a-z-]+(?: [a-z]+)?) is what happens when (?P<clause>[^;:()\"]+)$"
)
_COLON = re.compile(
    r"\b(?:(?:called|known as|termed) (?P<the>the |an? )?(?P<term>[a-z-]+(?: [a-z]+){0,2})"
    r"|(?:is|are|was|as) (?P<term_2>[a-z]+-[a-z]+ing)"
    r"|(?:by|through) (?P<term_3>[a-z]+ [a-z]+ing)): "
    r"(?P<clause>[^;:()\"]+)$"
)
_THAT = re.compile(
    r"^\(?That (?P<clause>[^,;:()\"]+?) is (?:called|known as|termed) (?P<the>the )?"
    r"(?P<term>[\w' -]+)$"
)
_RELATIVE = re.compile(r" (?P<what>[a-z]+) (?:that|which) (?P<deed>(?!the\b|an?\b)[a-z]+ [^,;:]+)$")
_IN_GENERAL = (_IN_WHICH, _HAPPENS, _COLON, _QUOTED, _THAT)
_TERMS = ("term", "term_2", "term_3")


@dataclass(frozen=True)
class Naming:
    """A name, and the clause that says what it is for, in the letters of one within a sentence."""

    term: str  # "oven spring"
    article: str  # "the", "a", "an" or ""
    clause: str
    sentence: int  # where the name stands
    told_in: int  # where the clause stands


def find_namings_of_clauses(article: Article, casing: Casing) -> Iterator[Naming]:
    """In the order of the text."""
    for at, sentence in enumerate(article.sentences):
        text = sentence.text.rstrip(".")
        yield from _in_general(article, casing, text, at)
        if '"' in text:
            continue
        if match := _A_DEED.search(text):
            before = text[: match.start()]
            whole = list(_naming(article, casing, match, last_clause(before), (at, at)))
            yield from whole or _told_last(casing, match, before, at)
        elif (match := _THIS.match(text)) and at not in article.openings:
            before = article.sentences[at - 1].text.rstrip(".")
            yield from _naming(article, casing, match, before, (at, at - 1))


def _told_last(casing: Casing, match: re.Match[str], before: str, at: int) -> Iterator[Naming]:
    """By what a last relative clause tells: algae rot, of "it feeds algae that rot"."""
    told = _RELATIVE.search(before)
    is_now = told and not is_past(told["deed"].split()[0])
    clause = f"{told['what']} {told['deed']}" if told and is_now else ""
    is_plural = told and (is_plural_noun(told["what"]) or told["what"] in LATIN_PLURALS)
    is_alone = is_plural and not is_dangling(clause) and not any(pronouns(clause))
    if is_alone and _SHORTEST <= len(clause.split()) <= _LONGEST and match["term"] not in clause:
        yield Naming(match["term"], (match["the"] or "").strip(), casing.lowered(clause), at, at)


def _in_general(article: Article, casing: Casing, text: str, at: int) -> Iterator[Naming]:
    """What is told of all that are called so, not of what happened once."""
    for pattern in _IN_GENERAL:
        if match := pattern.search(text):
            clause = shortened(match["clause"])
            subject = find_subject(clause)
            is_process = pattern is not _IN_WHICH or _is_process(text, match)
            if subject and not subject.start and not is_past(subject.verb) and is_process:
                yield from _naming(article, casing, match, clause, (at, at))


def _is_process(text: str, match: re.Match[str]) -> bool:
    """Whether no article stands before it: braking, but not a building."""
    start = match.end("term") - len(_without_verb(match["term"]))
    return not text[:start].endswith((" a ", " an ", " the "))


def _naming(
    article: Article, casing: Casing, match: re.Match[str], said: str, places: tuple[int, int]
) -> Iterator[Naming]:
    at, told_in = places
    groups = match.groupdict()
    term = next(groups[each] for each in _TERMS if groups.get(each))
    term = _without_verb(term) if match.re is _IN_WHICH else term
    term = term[0].lower() + term[1:] if match.re is _HAPPENS else term
    clause = resolve(said, article, told_in) if said and '"' not in said else None
    subject = find_subject(clause) if clause else None
    if clause is None or subject is None or not _SHORTEST <= len(clause.split()) <= _LONGEST:
        return
    if term.lower() not in clause.lower():
        the = (groups["the"] or groups.get("the_2") or "").strip()
        yield Naming(term, the, casing.lowered(clause), at, told_in)


def _without_verb(term: str) -> str:
    """What stands behind the last verb or preposition: charge through regenerative braking."""
    words = term.split()
    ends = [at for at, word in enumerate(words[:-1]) if word in BASES | PREPOSITIONS | AUXILIARIES]
    words = words[ends[-1] + 1 :] if ends else words
    return " ".join((words[0].lower(), *words[1:])) if words else ""
