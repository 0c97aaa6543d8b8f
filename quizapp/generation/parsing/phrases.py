"""Words of a parsed sentence to a phrase that can stand in a question."""

import re
from collections.abc import Collection, Iterable, Mapping

from quizapp.generation.english.name_words import MONTHS
from quizapp.generation.english.words import word_set
from quizapp.generation.parsing.trees import ParsedSentence, Token

_ASIDES = word_set(
    "relcl appos acl advcl prep parataxis npadvmod advmod amod dep nummod ccomp conj"
)
SET_OFF = (",", "--", "–", "—", ":", ";")
_CLOSING = (*SET_OFF, ")", "]")
_PLACES = word_set("GPE LOC")
_DANGLING = word_set("this that these those such former latter it them here there ago one ones")
_CLINGING = re.compile(r"^(?:[,.;:!?%)\]]|'s$|'$|n't$)")
_UP_TO = ("until", "till", "by", "since", "before", "from")  # then
_BRACKETS = {"(": ")", "[": "]"}
_DIGITS_OF_YEARS = 4  # fewer, behind a name and a comma, are somebody's age
_DASHES = ("-", "--", "–", "—")


def render(
    sentence: ParsedSentence, tokens: Iterable[Token], instead: Mapping[int, str] | None = None
) -> str:
    """The words with the spaces that they have in the article; `instead` replaces some of them."""
    pieces: list[str] = []
    before: Token | None = None
    for token in tokens:
        text = (instead or {}).get(token.index, token.text)
        if before is not None and _needs_space(sentence, before, token):
            pieces.append(" ")
        pieces.append(text)
        before = token
    return tidied("".join(pieces))


def _needs_space(sentence: ParsedSentence, before: Token, token: Token) -> bool:
    if before.index + 1 == token.index:
        return before.end < token.start
    return not _CLINGING.match(token.text)


def tidied(text: str) -> str:
    """Without doubled or stray commas, at the ends or where words were left out."""
    text = re.sub(r"\s+", " ", text).replace(" ,", ",")
    text = re.sub(r",(?:\s*,)+", ",", text)
    return text.strip(" ,;:-–—")


def simplified(sentence: ParsedSentence, tokens: Collection[Token]) -> tuple[Token, ...]:
    """The words without what only adds: asides behind a comma, brackets, dashes."""
    inside = {token.index for token in tokens}
    out: set[int] = set()
    for token in tokens:
        if token.head in inside and token.index != token.head and _is_aside(sentence, token):
            below = sentence.subtree(token)
            out |= {each.index for each in below}
            if token.dep == "conj" and below[0].index:
                out.add(below[0].index - 1)  # the "or" of soda, or sodium carbonate
    out |= _bracketed(tokens)
    return without_stray_commas(_up_to_break(sentence, tokens, out))


def _up_to_break(sentence: ParsedSentence, tokens: Collection[Token], out: set[int]) -> list[Token]:
    """The words that stay, up to where an aside wasn't closed before more followed."""
    kept: list[Token] = []
    for token in tokens:
        if token.index in out:
            continue
        before = token.index - 1
        is_open = before in out and sentence.tokens[before].text not in _CLOSING
        if kept and is_open and token.text not in _CLOSING and token.tag != "POS":
            break
        kept.append(token)
    return kept


def _is_aside(sentence: ParsedSentence, token: Token) -> bool:
    """Whether the word begins or heads something behind a comma that can be left out."""
    if _is_that_time(sentence, token):
        return True
    if token.dep not in _ASIDES or sentence.head(token).pos in ("VERB", "AUX"):
        return False
    first = sentence.subtree(token)[0]
    if token.dep == "conj":
        return _is_alternative(sentence, token)
    if first.index < token.head:
        return False
    if first.index == 0 or sentence.tokens[first.index - 1].text not in SET_OFF:
        return False
    is_year = token.tag == "CD" and len(token.text) == _DIGITS_OF_YEARS
    return not (token.entity and (is_year or _is_place(sentence, token)))


def _is_that_time(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it says when only beside another sentence: fires that it told of that fall."""
    determiner = sentence.child(token, "det")
    is_that = determiner is not None and determiner.text.lower() == "that"
    is_time = token.dep == "npadvmod" and token.head != token.index and is_that
    return is_time and _TIME.fullmatch(token.text) is not None


def _is_alternative(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is the second of £20, or about $100."""
    before = sentence.tokens[sentence.subtree(token)[0].index - 2 : token.index]
    return token.dep == "conj" and [each.text for each in before[:2]] == [",", "or"]


def _is_place(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is the Ohio of Dunmore, Ohio."""
    is_name = sentence.head(token).tag == "NNP" and token.tag == "NNP"
    return is_name and token.entity in _PLACES and len(sentence.subtree(token)) <= 3


def _bracketed(tokens: Collection[Token]) -> set[int]:
    out: set[int] = set()
    closing = ""
    for token in tokens:
        if not closing:
            closing = _BRACKETS.get(token.text, "")
            if closing:
                out.add(token.index)
            continue
        out.add(token.index)
        if token.text == closing:
            closing = ""
    return out


def without_stray_commas(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """The words without commas at the ends, and without those that an aside left behind."""
    kept = list(tokens)
    while kept and kept[0].text in (",", ";", ":", "-", "–", "—", "--"):
        kept.pop(0)
    while kept and (kept[-1].text in (",", ";", ":", "-", "–", "—", "--") or kept[-1].dep == "cc"):
        kept.pop()
    found: list[Token] = []
    for at, token in enumerate(kept):
        is_gap = at + 1 < len(kept) and kept[at + 1].index > token.index + 1
        if token.text == "," and (is_gap or (found and found[-1].index < token.index - 1)):
            continue
        found.append(token)
    return tuple(found)


def is_dangling(sentence: ParsedSentence, tokens: Collection[Token]) -> bool:
    """Whether it points outside of itself: this year, such measures, the former, it."""
    return any(_points(sentence, token) for token in tokens)


def _points(sentence: ParsedSentence, token: Token) -> bool:
    word = token.text.lower()
    if word in ("ago", "former", "latter", "thereby", "above", "respectively", "likewise"):
        return word != "above" and not (word == "former" and token.dep == "amod")
    if word in ("this", "these", "those"):
        return not _has_relative(sentence, token)
    if word == "that":
        return (
            token.dep == "det"
            or token.tag == "DT"
            and token.dep in ("det", "nsubj", "dobj", "pobj", "nsubjpass")
        )
    if word in ("so", "then"):
        before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
        return before in (("do", "does", "did", "done", "doing") if word == "so" else _UP_TO)
    if word == "such":
        follows = sentence.tokens[token.index + 1 : token.index + 2]
        return not (follows and follows[0].text == "as")
    if word in ("one", "ones", "others", "another"):
        return _stands_alone(sentence, token)
    if token.tag in ("PRP", "PRP$"):
        return not (token.dep == "dobj" and word in ("itself", "themselves"))
    return word in ("here", "there") and token.dep != "expl"


def _stands_alone(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is one or another of things told elsewhere."""
    is_another = token.text.lower() == "another"
    if is_another and _is_set_against_one(sentence, token):
        return False
    is_noun = token.pos in ("PRON", "NOUN") or (is_another and token.dep != "det")
    return is_noun and not sentence.child(token, "prep", "relcl")


def _is_set_against_one(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is the other of two of a kind: told one otter from another."""
    before = sentence.tokens[max(0, token.index - _NEAR) : token.index]
    is_one = any(each.text.lower() == "one" and each.dep == "nummod" for each in before)
    return token.dep == "pobj" and is_one


_NEAR = 9  # words between one and another


def _has_relative(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is the those of those who came."""
    return token.dep != "det" and bool(sentence.child(token, "relcl", "acl", "prep"))


_UNITS = (
    r"(?:year|month|week|weekend|day|decade|century|hour|minute|spring|summer|autumn|fall|winter)"
)
_PARTS = r"(?:night|morning|evening|afternoon|season|quarter|time)"
_TIME = re.compile(rf"(?:{_UNITS}|{_PARTS})s?|{'|'.join(sorted(MONTHS))}")
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WHICH = r"(?:this|last|next|previous|following|same|current|coming|past|recent)"
RELATIVE_TIME = re.compile(
    r"(?i)(?<!its )(?<!his )(?<!her )(?<!their )\b(?:"
    rf"{_WHICH} (?:\w+ )?(?:{_UNITS}|{_PARTS}|{_DAYS})s?"
    r"|today|yesterday|tomorrow|tonight|now|currently|recently|lately|nowadays|so far|to date"
    r"|at the time|at first|at that time"
    rf"|{_WHICH} (?-i:{'|'.join(sorted(MONTHS))})\b"
    rf"|(?:\w+ )?{_UNITS}s? (?:ago|earlier|later|before|after)|{_DAYS}s?"
    r")\b"
)


def is_relative_time(text: str) -> bool:
    """Whether it says when only to somebody who knows the day or the sentence before."""
    return RELATIVE_TIME.search(text) is not None


def capitalized(text: str) -> str:
    """With a capital at its start."""
    return text[:1].upper() + text[1:]


def lowered(text: str, first: Token) -> str:
    """Without the capital that the start of a sentence gave it; names keep theirs."""
    is_name = first.tag in ("NNP", "NNPS") or (first.entity in _NAMED and first.tag != "DT")
    if is_name or first.text == "I" or (len(first.text) > 1 and first.text.isupper()):
        return text
    return text[:1].lower() + text[1:]


_NAMED = word_set("PERSON GPE LOC ORG NORP FAC PRODUCT EVENT WORK_OF_ART LAW")
