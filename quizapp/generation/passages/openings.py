"""Whether a sentence can open a passage: whether it leans on nothing that stands before it."""

import re

from quizapp.generation.article import Article
from quizapp.generation.asking.saying import has_address
from quizapp.generation.clauses.dangling import is_dangling, is_of_its_day
from quizapp.generation.clauses.definite import ends_phrase
from quizapp.generation.clauses.pronouns import PERSONAL, PLURAL, is_settled, people_in, pronouns
from quizapp.generation.clauses.references import is_topic, resolve, with_full_names
from quizapp.generation.clauses.subjects import find_subject, is_plural_noun
from quizapp.generation.english.connectives import strip_connectives
from quizapp.generation.english.name_words import ROLES
from quizapp.generation.english.verbs import is_finite
from quizapp.generation.english.words import word_set
from quizapp.generation.findings import Findings
from quizapp.generation.names.capital_words import words_of
from quizapp.generation.names.casing import capitalized
from quizapp.generation.per_article import once_per_article

_SHORTEST, _LONGEST = 4, 50  # words of a sentence
_DATELINE = re.compile(r"[^a-z]{4,40}[,(—–-]")
_BARE = re.compile(r"\b[Tt]he (?P<noun>[a-z-]+)(?P<owner>'s)?(?=[\s.,;)]|$)")
_LONE = re.compile(r'"|(?:One|Another|Both|Each|All|Either|Neither|Such) (?!of\b|in\b)')
_LATELY = 4  # sentences
# There is one for all readers.
_ONLY_ONES = word_set(
    "body brain heart skin blood liver eye world earth sun moon sea sky air ground land weather "
    "public internet past future law market economy war country government state police army"
)
_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten"
_UNITS = "minutes|hours|days|weeks|months|years|decades|centuries"
# What leans on the words before it in the same sentence, if there are some.
_LEANING_WITHIN = re.compile(
    r"(?<=[\w,] )(?:another|each other|of which|of whom|in (?:turn|return)|and then"
    r"|(?:any|all|no|many|few|some) others?)\b"
    r"|\bthe same(?= (?:[\w-]+ ){0,3}(?:as|that)\b)"
    r"|\bthose(?= [a-z]+,? (?:feared|said|had|have|were|are|who)\b)"
    rf"|\b(?:{_UNITS}) (?:earlier|later)(?= (?:than|on average)\b)"
)
_MEANWHILE = re.compile(
    rf"(?:[\w-]+ ){{1,3}}(?:{_UNITS}) (?:later|earlier|afterwards?|before|after),? (?!the\b|it\b)"
)
_COUNTED = re.compile(
    rf"\b(?:just |only )?(?:\w+|\d+) (?:{_UNITS}) (?:later|earlier|before|after)\b"
)
_TOLD_BEFORE = re.compile(r"\b[12]\d{3}\b|, | and | when | until ")
# What no sentence of its own can explain: "it doesn't, and".
_LEANING = re.compile(
    r"\b(?:do|does|did|is|was|are|were|has|have|had|can|could|will|would)(?:n't| not)?,"
    r"|^(?:That|This|It|There)'s\b"
    r"|^(?:On|In|For|Of|To) the (?:first|second|third|fourth|last|other|latter|former)(?: two)?,"
    r"|^The (?:day|night|morning|week|month|year) (?:before|after),"
)
# What may point beyond the sentence before.
_FAR = re.compile(
    r"\b(?:[Tt]he|[Oo]f the) (?:same|other|two|three|rest|others|former|latter)\b(?!-)"
)
_THAT_YEAR = re.compile(r"\b[Tt]hat (?:year|month|week|day|summer|winter)\b")
_YEAR = re.compile(r"\b[12]\d{3}\b")
_POINTING = re.compile(r"\b(?:this|that|these|those|such|the same|the other) (?P<noun>[a-z]+)\b")
_VEIL = "own"  # in place of such phrases


def opening(findings: Findings, number: int, *, is_first: bool) -> str | None:
    """A sentence as it can stand first in a passage; None if it can't.

    `is_first`: in its paragraph, where pronouns can be replaced and the topic is set.
    """
    article = findings.article
    text = strip(article.sentences[number].text)
    if not is_prose(text) or _LONE.match(text):
        return None
    if _explains_itself(text, findings):
        said: str | None = with_full_names(text, findings.names)
    else:
        said = resolve(text, article, number)
    if said is None or _LEANING.search(said):
        return None
    if not is_first and not _explains_itself(said, findings):
        return None
    if not is_first and _begins_barely(said, article):
        return None
    return None if _names_again(said, article, number, is_first=is_first) else said


def _begins_barely(said: str, article: Article) -> bool:
    """Whether its first words are "the grant", and no more says which."""
    begins = _BARE.match(said)
    if begins is None or is_topic(begins["noun"], article):
        return False
    return begins["owner"] is not None or ends_phrase(said[begins.end() :].strip())


def strip(text: str) -> str:
    """Without "Yet" and "Three years later", which join it to what isn't shown."""
    return capitalized(_without_time(strip_connectives(text)))


def _without_time(text: str) -> str:
    match = _MEANWHILE.match(text)
    return text[match.end() :] if match else text


def is_prose(text: str) -> bool:
    """Whether it is a whole sentence that says the same on any day."""
    is_paired = text.count('"') % 2 == 0 and text.count("(") == text.count(")")
    is_whole = is_paired and text.rstrip('"').endswith(".")
    if not is_whole or not _SHORTEST <= len(text.split()) <= _LONGEST:
        return False
    return not (is_of_its_day(text) or has_address(text) or "@" in text or _DATELINE.match(text))


def _explains_itself(text: str, findings: Findings) -> bool:
    """Whether all that its words point to stands in the sentence itself."""
    subject = find_subject(text)
    if is_dangling(_veiled(text)) or (subject and any(pronouns(subject.text))):
        return False
    return all(
        _is_explained_within(word.text.lower(), text[: word.start], findings)
        if role == "object"
        else is_settled(word, text, findings.names)
        for word, role in pronouns(text)
    )


def _veiled(text: str) -> str:
    """Without the phrases whose other half stands before them in the sentence."""
    text = _LEANING_WITHIN.sub(_VEIL, text)
    for pattern, is_told in ((_COUNTED, _has_time), (_POINTING, _has_noun)):
        for match in reversed(list(pattern.finditer(text))):
            if is_told(match, text[: match.start()]):
                text = f"{text[: match.start()]}{_VEIL} {text[match.end() :].lstrip()}"
    return text


def _has_time(_: re.Match[str], before: str) -> bool:
    """Whether something before can be what the years are counted from."""
    return _TOLD_BEFORE.search(before) is not None


def _has_noun(match: re.Match[str], before: str) -> bool:
    return re.search(rf"\b{match['noun'].removesuffix('s')}", before) is not None


def _is_explained_within(pronoun: str, before: str, findings: Findings) -> bool:
    """Whether a verb and something to stand for come before an "it" or "them"."""
    words = words_of(before)
    verb = next((at for at, word in enumerate(words) if at and is_finite(word.text)), None)
    if verb is None:
        return False
    comma = before.rfind(", ")
    behind = words[verb + 1 :]
    if pronoun in ("it", "it's"):
        return any(word.text in ("a", "an", "the", "its", "their") for word in behind)
    # In the same clause it can't be the subject.
    other = before[:comma] if comma > words[verb].end else ""
    text = before[behind[0].start :] if behind else ""
    return any(each and explains(pronoun, each, findings) for each in (text, other))


def explains(pronoun: str, text: str, findings: Findings) -> bool:
    """Whether something in the text before can be what a pronoun stands for."""
    words = re.findall(r"[\w-]+", text)
    if pronoun in PERSONAL | {"him", "hers", "he's", "she's"}:
        return bool(people_in(text, findings.names)) or any(word in ROLES for word in words)
    if pronoun in PLURAL | {"them", "theirs", "they're"}:
        return any(is_plural_noun(word.lower()) for word in words)
    return True


def points_far(text: str, before: str) -> bool:
    """Whether it leans on something that needn't stand in the sentences before it."""
    is_undated = _THAT_YEAR.search(text) is not None and not _YEAR.search(before)
    return is_undated or _FAR.search(text) is not None


def _names_again(said: str, article: Article, number: int, *, is_first: bool) -> bool:
    """Whether it says "the division" of one that only the sentences before tell of."""
    every = _words(article)
    lately = frozenset().union(*every[max(0, number - _LATELY) : number])
    for match in _BARE.finditer(said):
        noun = match["noun"]
        forms = {noun, f"{noun}s", noun.removesuffix("s")}
        is_alone = match["owner"] or ends_phrase(said[match.end() :].strip())
        is_new = noun not in said[: match.start()].lower() and noun not in _ONLY_ONES
        if not is_alone or not is_new or not forms & lately:
            continue
        is_one = is_first or f"{noun}s" not in _all_words(article)
        if not (is_one and is_topic(noun, article)):
            return True
    return False


@once_per_article
def _all_words(article: Article) -> frozenset[str]:
    return frozenset().union(*_words(article))


@once_per_article
def _words(article: Article) -> tuple[frozenset[str], ...]:
    """The words of each sentence, in small letters."""
    return tuple(
        frozenset(word.text.lower() for word in words_of(sentence.text))
        for sentence in article.sentences
    )
