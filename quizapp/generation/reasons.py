"""What an article gives as a reason, and for what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generation.article import Article
from quizapp.generation.casing import Casing
from quizapp.generation.clauses import shortened
from quizapp.generation.connectives import strip_connectives
from quizapp.generation.dangling import is_dangling
from quizapp.generation.references import resolve
from quizapp.generation.subjects import find_subject
from quizapp.generation.verbs import REPORTING

_LONGEST = 24  # words of a reason
_SHORTEST = 3
_BECAUSE = re.compile(r",? (?:(?:mainly|partly|largely|only|mostly|simply) )?because (?!of\b)")
_PHRASE = re.compile(
    r",? (?:(?:mainly|partly|largely|only|mostly) )?"
    r"(?:because of|due to|owing to|thanks to|as a result of) "
    r"|,? for (?=lack of )"
)
_SO = re.compile(
    r", so (?!that\b|far\b|much\b|many\b|long\b)(?=(?:the|a|an|it|they|he|she|[A-Z])\b)"
)
_FRONTED = re.compile(r"^Because (?P<reason>[^,;]+), (?P<effect>[^;]+)$")
_PHRASE_FIRST = re.compile(
    r"^(?:Because of|Due to|Owing to|Thanks to|As a result of) "
    r"(?P<reason>(?!that\b|this\b|it\b)[^,;]+), (?P<effect>[^;]+)$"
)
# In the present since is never one of time, unless the effect is in the perfect.
_SINCE_FIRST = re.compile(
    r"^Since (?P<reason>(?:[\w'-]+ ){1,6}?(?:is|are|lacks?|cannot|can't|has no|have no) [^,;\d]+), "
    r"(?P<effect>(?!.*\b(?:has|have|had)\b)[^;]+)$"
)
_SINCE = re.compile(
    r", (?:since|as (?!(?:it|he|she|they) would\b)) ?(?![^,]*\b(?:is|are|was|were) \w+ing\b)"
    r"(?!.*\bbecause\b)"
    r"(?=(?:the |a |an |it |they |there )?(?:[\w'-]+ ){0,4}?"
    r"(?:has|have|had|is|are|was|were|can|could|would)\b)"
)
_RESULT = re.compile(
    r"^(?:As a result(?! of)|For th(?:at|is) reason|Th(?:at is|at's|is is) why|"
    r"Consequently|Therefore|Thus),? "
)
_FIRST = {_FRONTED: "because", _SINCE_FIRST: "because", _PHRASE_FIRST: "because of"}
_WHICH_IS_WHY = re.compile(r", which (?:is|was) why ")
_THE_REASON = re.compile(
    r"^The (?:main |chief |official )?(?:reason|cause) (?:is|was) "
    r"(?P<that>that )?(?P<reason>[^;:]+)$"
)
_ASIDE = re.compile(r", (?:which|who|where) [^,]*,")
_BRACKETS = re.compile(r" \([^()]*\)")


@dataclass(frozen=True)
class Reason:
    """A reason and its effect, each of which can stand alone."""

    effect: str  # "Ridership fell"
    text: str  # "because the cannery closed", "because of a lack of crew"
    sentence: int
    said: str  # the reason in the article's words, for looking it up in the evidence
    quotes: tuple[str, ...]


def find_reasons(article: Article, casing: Casing) -> Iterator[Reason]:
    """Them all, in the order of the text."""
    for at, sentence in enumerate(article.sentences):
        text = _BRACKETS.sub("", sentence.text.rstrip("."))
        if '"' in text:
            continue
        text = _turned(text)
        for pattern in (_BECAUSE, _PHRASE, _SINCE):
            match = pattern.search(text)
            if match and (found := _reason(article, at, text, match)):
                yield found
                break
        else:
            found = _of_sentence_before(article, at, text)
            yield from [found] if found else _consequences(article, at, text, casing)


def _turned(text: str) -> str:
    """With the reason behind its effect."""
    for pattern, link in _FIRST.items():
        if match := pattern.match(text):
            effect = match["effect"]
            return f"{effect[0].upper()}{effect[1:]} {link} {match['reason']}"
    return text


def _reason(article: Article, at: int, text: str, match: re.Match[str]) -> Reason | None:
    """From "EFFECT because REASON"."""
    said = _ASIDE.sub("", shortened_reason(text[match.end() :]))
    effect = _effect(article, at, text[: match.start()])
    is_phrase = match.re is _PHRASE
    reason = _phrase(said) if is_phrase else _clause(article, at, said, effect)
    if effect is None or reason is None or not _SHORTEST <= len(reason.split()) <= _LONGEST:
        return None
    quote = article.sentences[at].text
    return Reason(effect, reason, at, said if said in quote else "", (quote,))


def shortened_reason(text: str) -> str:
    """A reason up to what is merely added to it."""
    text = re.split(r"; | [—–] |: ", text)[0]
    return shortened(text).strip(" ,.") if find_subject(text) else text.strip(" ,.")


def _effect(article: Article, at: int, text: str) -> str | None:
    """The effect as a clause that can stand alone, without an opening that can't."""
    plain = _without_report(re.split(r"; |: ", strip_connectives(text))[-1])
    pieces = plain.split(", ")
    for first in range(len(pieces)):
        part = ", ".join(pieces[first:]).removeprefix("and ").removeprefix("but ").strip(" ,")
        subject = find_subject(part) if part else None
        said = resolve(part[0].upper() + part[1:], article, at) if subject else None
        if said:
            return said
    return None


def _without_report(clause: str) -> str:
    """What is said, without who says it: the reason is one for that."""
    head, that, rest = clause.partition(" that ")
    is_report = bool(that) and head.split()[-1] in REPORTING and bool(find_subject(rest))
    return rest if is_report else clause


def _clause(article: Article, at: int, said: str, effect: str | None) -> str | None:
    """ "because" and a clause, whose pronoun may stand for the effect's subject."""
    if find_subject(said) is None or effect is None:
        return None
    resolved = resolve(f"{effect} because {said}", article, at)
    if resolved is None or not resolved.startswith(f"{effect} because "):
        alone = resolve(said, article, at)
        if alone and alone[1:].startswith(said.split()[0][1:]):
            alone = said[0] + alone[1:]  # in the letters that it has there
        return f"because {alone}" if alone else None
    return resolved[len(effect) + 1 :]


def _phrase(said: str) -> str | None:
    said = said.split(",")[0]
    is_bare = said.startswith("lack of")
    return None if is_dangling(f"It was {said}") else f"because of {'a ' if is_bare else ''}{said}"


def _consequences(article: Article, at: int, text: str, casing: Casing) -> Iterator[Reason]:
    """From "REASON, so EFFECT" and from "REASON. As a result, EFFECT"."""
    if match := _WHICH_IS_WHY.search(text) or _SO.search(text):
        reason, effect = text[: match.start()], text[match.end() :]
        quotes: tuple[str, ...] = (article.sentences[at].text,)
    elif (match := _RESULT.match(text)) and at and _is_next(article, at):
        before = article.sentences[at - 1].text
        reason, effect = before.rstrip("."), text[match.end() :]
        quotes = (before, article.sentences[at].text)
    else:
        return
    where = at - len(quotes) + 1
    told = _effect(article, at, effect[0].upper() + effect[1:])
    plain = strip_connectives(reason)
    why = resolve(plain, article, where)
    if told and why and find_subject(why) and _SHORTEST <= len(why.split()) <= _LONGEST:
        said = plain if plain in quotes[0] else ""
        yield Reason(told, f"because {casing.lowered(why)}", where, said, quotes)


def _of_sentence_before(article: Article, at: int, text: str) -> Reason | None:
    """From "EFFECT. The reason was REASON"."""
    match = _THE_REASON.match(text)
    if match is None or not at or not _is_next(article, at):
        return None
    before = article.sentences[at - 1].text
    effect = _effect(article, at - 1, before.rstrip("."))
    said = match["reason"]
    reason = _clause(article, at, said, effect) if match["that"] else _phrase(said)
    if effect is None or reason is None or '"' in before or "," in said + before:
        return None
    if not _SHORTEST <= len(reason.split()) <= _LONGEST:
        return None
    return Reason(effect, reason, at, said, (article.sentences[at].text, before))


def _is_next(article: Article, at: int) -> bool:
    return article.sentences[at - 1].paragraph == article.sentences[at].paragraph
