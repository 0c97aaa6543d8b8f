"""What all that a clause says is called: "it feeds on sugar, a process known as fermentation"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generation.article import Article
from quizapp.generation.clauses.references import resolve
from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.english.name_words import DEED_NOUNS
from quizapp.generation.facts.reason_links import last_clause
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

_MEANING = re.compile(
    r"^The name (?:of )?(?:the \w+ )?(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?),? "
    r"(?:(?:comes from|goes back to|derives from|was taken from)\b[^,;]*?\bfor|means|"
    r"is [A-Z]\w+ for) "
    r"['\"]?(?P<meaning>[\w '-]{3,30}?)['\"]?(?=[,.;]|$)"
    r"|(?P<named>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?),? (?:which means|whose name (?:means|is \w+ for)|"
    r"[A-Z]\w+ (?:word )?for|meaning) ['\"](?P<quoted>[\w '-]{3,30})['\"]"
)


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
        if '"' in text:
            continue
        if match := _A_DEED.search(text):
            yield from _naming(article, casing, match, last_clause(text[: match.start()]), (at, at))
        elif (match := _THIS.match(text)) and at not in article.openings:
            before = article.sentences[at - 1].text.rstrip(".")
            yield from _naming(article, casing, match, before, (at, at - 1))


def _naming(
    article: Article, casing: Casing, match: re.Match[str], said: str, places: tuple[int, int]
) -> Iterator[Naming]:
    at, told_in = places
    groups = match.groupdict()
    term = groups["term"] or groups.get("term_2") or ""
    clause = resolve(said, article, told_in) if said and '"' not in said else None
    subject = find_subject(clause) if clause else None
    if clause is None or subject is None or not _SHORTEST <= len(clause.split()) <= _LONGEST:
        return
    if term.lower() not in clause.lower():
        the = (groups["the"] or groups.get("the_2") or "").strip()
        yield Naming(term, the, casing.lowered(clause), at, told_in)


def find_meanings(article: Article) -> Iterator[tuple[str, str, int]]:
    """The name, what it means and the sentence: "The name Orsa comes from a word for bear"."""
    for at, sentence in enumerate(article.sentences):
        match = _MEANING.search(sentence.text)
        if match and not (match["meaning"] or match["quoted"]).startswith("to "):
            name = match["name"] or match["named"]
            yield name, (match["meaning"] or match["quoted"]).strip(), at
