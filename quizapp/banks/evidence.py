"""Whether the words that a question quotes stand in its source."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from hashlib import sha256

from quizapp.banks.model import Bank, Evidence, Question, Source
from quizapp.question_types.base import Problem

_OPENING = '"“„«'
_CLOSING = '"”“»'
_ELLIPSIS = re.compile(r"\[?(?:…|\.\.\.)\]?")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_QUOTE_PREFIX = re.compile(r"^[ \t]{0,3}>[ \t>]*", re.MULTILINE)
_FOLDS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛‹›＇`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
    }
)


def fold(text: str) -> str:
    """`text` with typographic marks as plain ones and every run of white space as one space."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_FOLDS).split())


def quoted_words(quote: str) -> str | None:
    """What stands between the outermost quotation marks; None without them."""
    starts = [place for mark in _OPENING if (place := quote.find(mark)) >= 0]
    ends = [place for mark in _CLOSING if (place := quote.rfind(mark)) >= 0]
    if not starts or not ends or min(starts) >= max(ends):
        return None
    return quote[min(starts) + 1 : max(ends)]


def is_found(words: str, folded: str) -> bool:
    """Whether `words` stand in a folded text; parts around an ellipsis one after another."""
    place = 0
    parts = quote_parts(words)
    for part in parts:
        place = folded.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return bool(parts)


def quote_parts(words: str) -> list[str]:
    """What stands around the ellipses in a quote's words, folded."""
    parts = (fold(_ESCAPE.sub("", part)) for part in _ELLIPSIS.split(words))
    return [part for part in parts if part]


def check_evidence(bank: Bank, texts: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each quote that doesn't stand in its source.

    `texts`: what the files of the sources hold, by the sources' names; a source whose file couldn't
    be read isn't among them.
    """
    sources = {source.name: source for source in bank.sources if source.file}
    for source in sources.values():
        yield from _check_source(source, texts)
    folded = {name: fold(_QUOTE_PREFIX.sub("", text)) for name, text in texts.items()}
    for question in bank.questions:
        for evidence in question.evidence:
            if evidence.source in sources and evidence.source in folded:
                yield from _check_quote(question, evidence, folded[evidence.source])


def _check_source(source: Source, texts: Mapping[str, str]) -> Iterator[Problem]:
    text = texts.get(source.name)
    if text is None:
        sentence = (
            f"The file {source.file} of source {source.name} can't be read. "
            "Put it beside the bank, or correct its path."
        )
        yield Problem(source.line, 1, "source-missing", sentence)
    elif source.sha256 and source.sha256 != sha256(text.encode()).hexdigest():
        sentence = (
            f"The file {source.file} has changed since its sha256 was noted. "
            "Look through the evidence, then delete sha256."
        )
        yield Problem(source.line, 1, "source-changed", sentence, "warning")


def _check_quote(question: Question, evidence: Evidence, folded: str) -> Iterator[Problem]:
    words = quoted_words(evidence.quote)
    if words is None:
        code, sentence = "evidence-unquoted", "Put the source's own words in quotation marks."
    elif not is_found(words, folded):
        start = " ".join(words.split())[:50]
        code = "evidence-not-found"
        sentence = (
            f'"{start}..." isn\'t in the source {evidence.source}. '
            "Copy the words from its file; put … where you leave some out."
        )
    else:
        return
    yield Problem(evidence.line, 1, code, sentence, question=question.line)
