"""Terms with the question for them: what the ratio is known as, what is the name of the cable."""

import re
from collections.abc import Iterator

from quizapp.generation.article import Article
from quizapp.generation.clauses.references import resolve
from quizapp.generation.clauses.standing import parts_of
from quizapp.generation.clauses.subjects import DETERMINERS
from quizapp.generation.english.verbs import AUXILIARIES, is_finite
from quizapp.generation.facts.terms import Term

_CALLED = re.compile(
    r"^(?P<thing>.+?) (?P<verb>is|are|was|were) (?:also |often |commonly )?"
    r"(?P<how>known as|called|termed|referred to as|nicknamed|dubbed) (?P<the>the |an? )?"
    r"(?P<term>[^,;:()\"]+?)(?:, or (?P<short>[A-Z]+))?(?=,|$)"
)
_NAMED = re.compile(
    r"(?P<thing>\b[Tt]he [^,;:()\"]{5,60}), (?:called|known as|nicknamed|dubbed) "
    r"(?P<term>[^,;:()\"]{2,40}),"
)
_THAT = re.compile(r"\(?That ")  # that they fall is known as it: no thing, but a clause
_AFTER_NAME = re.compile(r" (?:before|after|until|since|because|when|while|in|by|among|for) ")
_BARE = 2  # words of a thing that could be any: the arrangement


def find_callings(article: Article) -> Iterator[tuple[Term, str]]:
    """Terms with the question for them: what something is called."""
    for at, sentence in enumerate(article.sentences):
        for part in parts_of(sentence.text):
            said = resolve(part, article, at)
            match = _CALLED.match(said) if said and not _THAT.match(sentence.text) else None
            if match and len(match["term"].split()) <= 6 and _may_be_called(match["thing"]):
                term = Term(
                    _AFTER_NAME.split(match["term"])[0].strip(),
                    (match["the"] or "").strip(),
                    "",
                    at,
                    match["short"] or "",
                )
                yield term, f"What {match['verb']} {_lowered(match['thing'])} {match['how']}?"
        match = _NAMED.search(sentence.text)
        thing = resolve(f"{match['thing']} exists", article, at) if match else None
        if match and thing:
            named = _lowered(thing.removesuffix(" exists"))
            rest = sentence.text[match.end() :].strip(" .").split(", ")[0]
            is_more = len(named.split()) <= _BARE and is_finite(rest.split(" ")[0])
            told = f"is {named} called that {rest}" if is_more else f"is the name of {named}"
            yield Term(match["term"], "", "", at), f"What {told}?"


def _may_be_called(thing: str) -> bool:
    words = thing.split()
    if words[0].endswith("ing") and len(words) > 2:
        return True  # converting the gas into ammonia
    return words[0].lower() in DETERMINERS and not any(
        is_finite(word) and word in AUXILIARIES for word in words
    )


def _lowered(text: str) -> str:
    first = text.partition(" ")[0]
    return text[0].lower() + text[1:] if first.lower() in DETERMINERS else text
