"""What a name means, what an illness is caused by, what a thing is made of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizapp.generation.article import Article
from quizapp.generation.clauses.subjects import find_subject

_MEANING = re.compile(
    r"^The name (?:of )?(?:the \w+ )?(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?),? "
    r"(?:(?:comes from|goes back to|derives from|was taken from)\b[^,;]*?\bfor|means|"
    r"is [A-Z]\w+ for) "
    r"['\"]?(?P<meaning>[\w '-]{3,30}?)['\"]?(?=[,.;]|$)"
    r"|(?P<named>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?),? (?:which means|whose name (?:means|is \w+ for)|"
    r"[A-Z]\w+ (?:word )?for|meaning) ['\"](?P<quoted>[\w '-]{3,30})['\"]"
)
_CAUSED = re.compile(
    r"(?P<verb>is|are) (?:an? (?:[\w-]+ ){1,3})?"
    r"(?P<how>caused by|made from|made of|spread by|transmitted by|brewed from|distilled from|"
    r"extracted from) (?P<what>[^,;:()\"]+?)(?=,|$)"
)
_MOST_WORDS = 8  # of an origin


@dataclass(frozen=True)
class Origin:
    """What `thing`, which begins a sentence, is caused by or made of."""

    thing: str  # "Scurvy"
    how: str  # "is caused by"
    what: str  # "a lack of vitamin C"
    sentence: int


def find_origins(clauses: Iterable[tuple[int, str]]) -> Iterator[Origin]:
    """Of things told of in general."""
    seen = set()
    for at, said in clauses:
        subject = find_subject(said)
        match = _CAUSED.match(said, subject.verb_start) if subject and not subject.start else None
        if subject is None or match is None or len(match["what"].split()) > _MOST_WORDS:
            continue
        if subject.text not in seen:
            seen.add(subject.text)
            yield Origin(subject.text, f"{match['verb']} {match['how']}", match["what"], at)


def find_meanings(article: Article) -> Iterator[tuple[str, str, int]]:
    """The name, what it means and the sentence: "The name Orsa comes from a word for bear"."""
    for at, sentence in enumerate(article.sentences):
        match = _MEANING.search(sentence.text)
        if match and not (match["meaning"] or match["quoted"]).startswith("to "):
            name = match["name"] or match["named"]
            yield name, (match["meaning"] or match["quoted"]).strip(), at
