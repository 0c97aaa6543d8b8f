"""Who or what somebody or something is said to be: "Jane Roe, the director of the mill"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generation.article import Article
from quizapp.generation.clauses.references import LONGEST, resolve
from quizapp.generation.clauses.subjects import DETERMINERS, PREPOSITIONS
from quizapp.generation.english.name_words import CLAUSE_NOUNS, MONTHS, NATIONALITIES, ROLES, TITLES
from quizapp.generation.english.verbs import AUXILIARIES, is_finite, is_past
from quizapp.generation.english.words import FUNCTION_WORDS, word_set
from quizapp.generation.findings import Name
from quizapp.generation.names.name_kinds import PLACE_NOUNS

_LONGEST = 18  # words
_APPOSITIVE = re.compile(
    r", (?P<text>(?:an?|the|its|his|her|their) (?:[^,;:()\"]|,(?=\d))+|[a-z-]+ of [^,;:()\"]+)"
)
_IN_LIST = re.compile(r", [A-Z][\w'-]*(?: [A-Z][\w'-]*)?(?:, [A-Z][\w' -]*)* and [A-Z]")
_OPENING = PREPOSITIONS - {"of", "than"}
_AT_PLACE = re.compile(r"[A-Z][\w.]+ (?:at|of|from|in) (?:the )?$")
_ENDS = re.compile(r"(?: [—–] |[,;.]| \(|$)")
_OWNER = re.compile(
    r"((?:[Tt]he |[A-Z])[\w .&-]*?'s?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) ([a-z][a-z -]*?), $"
)
# The agriculture minister, Jane Roe; the league's main sponsor, the airline Otter.
_TITLED = re.compile(
    r"(?:^|[,;] |\b(?:and|when|that) )[Tt]he (?P<titled>(?:[a-z-]+ ){1,3}(?P<role>[a-z-]+)), $"
)
# The officer on duty, Jane Roe.
_ON_DUTY = re.compile(
    r"(?:^|[,;] |\b(?:and|when|that) )[Tt]he (?P<titled>(?:[a-z-]+ ){0,2}(?P<role>[a-z-]+) "
    r"(?:on|of|for) [a-z]+), $"
)
# Its chair, retired Gen. Jane Roe: her rank is no part of what she is there.
_RANK = re.compile(
    rf", (?:(?:retired|former) )?(?:[A-Z][a-z]+ ){{0,3}}(?:{'|'.join(map(re.escape, TITLES))}) $"
)
_GOES_ON = re.compile(r", |(?: [a-z]+)? (?:is|was|had|has)\b")  # the clause, behind an aside
_OWNED_BODY = re.compile(
    r"(?:^|[,;] (?:when |while )?|\b(?:and|when|that) )"
    r"(?P<owned>(?:(?:[Tt]he |[A-Z])[\w .&-]*?'s?|[Ii]ts|[Tt]heir) (?:[a-z-]+ ){0,3}[a-z-]+), "
    r"(?:the [a-z-]+ )?$"
)
_OWNED = re.compile(r"(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[\w .&-]+'s?) [a-z -]+$")
# Titles that say nothing without what they are of.
_LOOSE = [
    [title]
    for title in (
        "President",
        "Director",
        "Professor",
        "Minister",
        "Secretary",
        "Chairman",
        "Chief",
        "Captain",
        "Commissioner",
        "Sir",
        "Lord",
    )
]
_HONORIFICS = word_set("Mr Mrs Ms Miss Dr Prof Sir Dame Lord Lady Saint Rep Sen Gov Rev Sister")
_UNSAYING = word_set("the former latter same other another one two three first last only")
_PREPOSITION = re.compile(r"\b(?:from|with|by|for|of|to|and|in|on|at) ", re.IGNORECASE)
_DESCRIBING = PREPOSITIONS | word_set("called named known dubbed as last only just")
_MODIFIERS = word_set("chief former deputy vice senior junior associate assistant co-founder")
_MOST_MODIFIERS = 4


@dataclass(frozen=True)
class Description:
    """What `text` says of a name; it can stand alone behind "is described as"."""

    name: Name
    text: str
    sentence: int


def describe(article: Article, names: tuple[Name, ...]) -> Iterator[Description]:
    """Every description of a name, in the order of the names."""
    for name in names:
        seen = set()
        for start, end in name.mentions:
            at = article.sentence_at(start)
            if at is None or len(article.sentences[at].text) > LONGEST:
                continue
            sentence = article.sentences[at]
            start, end = start - sentence.start, end - sentence.start
            for text in _phrases(sentence.text, start, end, name):
                said = _alone(text, name, article, at)
                if said and said not in seen:
                    seen.add(said)
                    yield Description(name, said, at)


def _phrases(text: str, start: int, end: int, name: Name) -> Iterator[str]:
    is_somebodys = _AT_PLACE.search(text[:start]) is not None
    if match := _APPOSITIVE.match(text, end):
        phrase = _whole(text, match)
        if phrase and is_somebodys and any(word in ROLES for word in _head(phrase.split()[1:])):
            return  # Henry Russell at Princeton, the astronomer
        if phrase and _is_description(phrase, name):
            yield phrase
    if name.kind == "person":
        yield from _before(text[:start])
    elif name.kind == "organization" and _GOES_ON.match(text, end):
        owned = _OWNED_BODY.search(text[:start])
        yield from [owned["owned"][:1].lower() + owned["owned"][1:]] if owned else ()


def _whole(text: str, match: re.Match[str]) -> str | None:
    """The phrase up to its comma; None where it opens a list or runs into the main verb."""
    rest = text[match.end() :]
    if (
        not _ENDS.match(rest)
        or rest.startswith((", and ", ", or "))
        or " and the " in match["text"]
    ):
        return None
    if _IN_LIST.match(rest):
        return None  # founded with Argentina, Brazil and Paraguay
    opening = text[: match.start()]
    if opening.partition(" ")[0].lower() in _OPENING and "," not in opening and rest[:1] != ",":
        return None  # on walks through Vienna, her father explained
    return match["text"].strip().rstrip(".")


def _is_description(phrase: str, name: Name) -> bool:
    words = phrase.split()
    if len(words) > _LONGEST or len(words) < 2:
        return False
    has_article = words[0] in DETERMINERS
    if not has_article:  # "president of the union"; else it could be "men of honor"
        return words[0] in ROLES
    if (words[1] in _UNSAYING and words[0] == "the") or words[1] in MONTHS:
        return False
    head = _head(words[1:])
    if words[0] in ("his", "her", "its", "their") and any(map(is_past, words[2:4])):
        return False  # her father explained
    if any(is_finite(word) for word in words[1 : 1 + len(head)] if word in AUXILIARIES):
        return False
    if (head and head[-1] in CLAUSE_NOUNS) or _runs_into_verb(words):
        return False
    if name.kind == "place":
        return any(word in PLACE_NOUNS for word in head)  # no border, and no astronomer
    return name.kind != "person" or any(word in ROLES for word in head)


def _runs_into_verb(words: list[str]) -> bool:
    """Whether it is the subject of a clause: a group led by Roe found an asteroid."""
    is_named = words[1][0].isupper() and words[1] not in NATIONALITIES | TITLES
    if is_named and any(is_past(word) for word in words[2:]):
        return True  # in Odby, the Kern Institute announced
    for word, following in zip(words[2:], [*words[3:], ""], strict=False):
        if word in ("who", "that", "which", "whose", "where"):
            return False
        is_describing = bool({word, following} & _DESCRIBING) or following.endswith("ly")
        if is_past(word) and not is_describing:
            return True
    return False


def _head(words: list[str]) -> list[str]:
    """The words up to the noun: those before a preposition, a relative or a participle."""
    for at, word in enumerate(words):
        if at and (word in PREPOSITIONS or word in ("who", "that", "which", "whose")):
            return words[:at]
    return words


def _before(text: str) -> Iterator[str]:
    """What stands before a name: "the French engineer", "the mill's owner,"."""
    owner = _OWNER.search(_RANK.sub(", ", text)[-120:])
    if owner and owner.group(2).split()[-1] in ROLES:
        owned = f"{_PREPOSITION.split(owner.group(1))[-1]} {owner.group(2)}"
        yield f"{owned[:1].lower()}{owned[1:]}" if owned.startswith("The ") else owned
    elif (titled := _ON_DUTY.search(text) or _TITLED.search(text)) and titled["role"] in ROLES:
        yield f"the {titled['titled']}"
    else:
        yield from _right_before(text)


def _right_before(text: str) -> Iterator[str]:
    """Without a comma between: "the French engineer"."""
    words = text.split(" ")[:-1] if text.endswith(" ") else []
    while words and words[-1] in _HONORIFICS:
        words.pop()  # the merchant Sir Jane Roe is a merchant
    found: list[str] = []
    for word in reversed(words[-_MOST_MODIFIERS - 1 :]):
        if found and word.lower() in ("the", "a", "an"):
            yield with_article(" ".join(found))
            return
        if not _is_modifier(word, is_last=not found):
            break
        found.insert(0, word)
    if found in _LOOSE or not _HONORIFICS.isdisjoint(found):
        return
    if found and (found[0] in NATIONALITIES or all(each in TITLES for each in found)):
        yield "the " + " ".join(word if word in NATIONALITIES else word.lower() for word in found)


def _is_modifier(word: str, *, is_last: bool) -> bool:
    """Whether it can stand between "the" and a name; the last one says what somebody is."""
    if word in ROLES or (word in TITLES and not word.endswith(".")):
        return True
    if is_last or word in FUNCTION_WORDS or word in PREPOSITIONS or is_past(word):
        return False
    return word in NATIONALITIES or (word.islower() and word.replace("-", "").isalpha())


def with_article(phrase: str) -> str:
    """With a or an, as the first letter asks for it."""
    return f"{'an' if phrase[0].lower() in 'aeiou' else 'a'} {phrase}"


def _alone(text: str, name: Name, article: Article, sentence: int) -> str | None:
    """The description without anything that leans on other sentences."""
    if _OWNED.match(text):
        whole = article.sentences[sentence].text
        before = whole[: max(0, whole.find(text))]
        said = resolve(f"{text[0].upper()}{text[1:]} agreed", article, sentence, before)
        fit = said and said.endswith(" agreed") and name.text not in said
        return said.removesuffix(" agreed").replace("The ", "the ", 1) if said and fit else None
    start = f"{name.text} is "
    said = resolve(start + text, article, sentence)
    if said is None or not said.startswith(start) or name.text in said[len(start) :]:
        return None
    return said[len(start) :]
