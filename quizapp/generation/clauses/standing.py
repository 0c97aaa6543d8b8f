"""The parts of a sentence that say something by themselves, without what only adds to them."""

import re
from collections.abc import Iterator

from quizapp.generation.article import Article
from quizapp.generation.clauses.references import LONGEST, resolve
from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.english.connectives import strip_connectives
from quizapp.generation.english.verbs import is_finite
from quizapp.generation.english.words import word_set
from quizapp.generation.per_article import once_per_article

_ASIDE = re.compile(r" \([^()]*\)")
_DASHES = re.compile(r" [—–-] (?P<aside>[^—–]*?)(?: [—–-] |$)")
_BREAK = re.compile(r"; |: ")
# Behind these a sentence only adds to what it has said.
_ADDITION = re.compile(
    r",? (?:because|although|though|whereas)\b"
    r"|, (?:which|since|while|where|who|whose|so|but|yet|as|making|leaving|including|compared|"
    r"mostly|mainly|most of|one of|together with|not|although|thanks to|despite|unless)\b"
    r"|, (?:the )?[\w' ]{2,40} (?:said|says|say|write|writes|wrote|argued?|argues|thinks?)$"
)
_AND = re.compile(r", (?:and|but) (?=\S)")
_AND_VERB = re.compile(r",? (?:and|but) (?:then |later |also )?([a-z]+)\b(?! of\b)")
# Behind "and" they are nouns as often as verbs.
_NOUNS_TOO = word_set("costs prices works shares plans reports polls studies results names schools")
_DATED = re.compile(r"(?:in|by|since|until) (?:[A-Z][a-z]+ )?\d{4},? ")
_SHORTEST = 4  # words


def parts_of(sentence: str) -> Iterator[str]:
    """Its clauses with a subject, without a full stop; the sentence itself comes first.

    Nothing of a sentence with quoted speech: who speaks there isn't told by the clause alone.
    """
    text = strip_connectives(_ASIDE.sub("", sentence.strip().rstrip(".!")))
    if len(text) > LONGEST or '"' in text or text.endswith("?"):
        return
    text = _DASHES.sub("", text) if " — " in text or " – " in text else text
    seen = set()
    for part in _cuts(text):
        part = part.strip(" ,;:")
        if part not in seen and len(part.split()) >= _SHORTEST and find_subject(part):
            seen.add(part)
            yield part


def _cuts(text: str) -> Iterator[str]:
    for segment in _BREAK.split(text):
        yield segment
        addition = _ADDITION.search(segment, _behind_opener(segment))
        main = segment[: addition.start()] if addition else segment
        yield main
        for match in _AND.finditer(main):
            if is_clause(main[match.end() :]) and find_subject(main[: match.start()]):
                yield main[: match.start()]
                yield main[match.end() :]
                break


def _behind_opener(text: str) -> int:
    """Where the subject begins, so that "Although ..., it" isn't cut at its start."""
    subject = find_subject(text)
    return subject.verb_start if subject else 0


def is_clause(text: str) -> bool:
    """Whether `text` begins with a subject that has its verb, or with a year before it."""
    subject = find_subject(text)
    if subject is None:
        return False
    return subject.start == 0 or _DATED.fullmatch(text[: subject.start]) is not None


def shortened(clause: str) -> str:
    """The clause up to what it merely adds."""
    addition = _ADDITION.search(clause, _behind_opener(clause))
    main = clause[: addition.start()] if addition else clause
    for match in _AND.finditer(main):
        if is_clause(main[match.end() :]) and find_subject(main[: match.start()]):
            return main[: match.start()]
    return main


def with_one_verb(clause: str) -> str:
    """The clause up to a second verb of its subject: "and raised money in Oslo"."""
    for match in _AND_VERB.finditer(clause):
        if is_finite(match.group(1)) and match.group(1) not in _NOUNS_TOO:
            return clause[: match.start()]
    return clause


@once_per_article
def standing_clauses(article: Article) -> tuple[tuple[int, str], ...]:
    """Every clause that can stand alone, as it then reads, with the number of its sentence."""
    return tuple(
        (at, said)
        for at, sentence in enumerate(article.sentences)
        for part in parts_of(sentence.text)
        if (said := resolve(part, article, at))
    )
