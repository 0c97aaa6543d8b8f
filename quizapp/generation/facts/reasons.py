"""What an article gives as a reason, and for what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generation.article import Article
from quizapp.generation.clauses.dangling import is_dangling
from quizapp.generation.clauses.pronouns import NOMINATIVES, pronouns
from quizapp.generation.clauses.references import resolve
from quizapp.generation.clauses.standing import shortened
from quizapp.generation.clauses.subjects import PREPOSITIONS, find_subject
from quizapp.generation.english.act_words import SAYING
from quizapp.generation.english.connectives import strip_connectives
from quizapp.generation.english.verbs import BASES, is_finite
from quizapp.generation.facts.consequences import find_consequence
from quizapp.generation.facts.reason_links import Link, find_link
from quizapp.generation.facts.reason_sayings import aim_of, phrase_of
from quizapp.generation.names.casing import Casing, capitalized
from quizapp.generation.names.finding import find_names
from quizapp.generation.per_article import once_per_article

_LONGEST = 24  # words of a reason
_SHORTEST = 3
_NEAR = 3  # words before "that" among which a verb such as found stands
_RESULT = re.compile(
    r"^(?:As a (?:result|consequence)(?! of)|For th(?:at|is) reason|"
    r"Th(?:at is|at's|is is) (?:partly )?(?:why|the reason(?: why)?)|Because of (?:this|that)|"
    r"Consequently|In consequence(?! of)|Therefore|Thus|(?:This|It|That) (?:meant|means) that),? "
)
_THE_REASON = re.compile(
    r"^The (?:main |chief |official )?(?:reason|cause) (?:is|was) "
    r"(?P<that>that )?(?P<reason>[^;:]+)$"
)
_THAT_IS_BECAUSE = re.compile(
    r"^(?:That|This)(?: is| was|'s) (?:partly |mainly |largely |simply )?"
    r"(?:(?P<that>because )(?!of\b)|because of |due to |thanks to |owing to )(?P<reason>[^;:]+)$"
)
_THEREFORE = re.compile(r"(?<!and)(?<!;)(?:,)? (?:therefore|consequently),? (?=[a-z])")
_ASIDE = re.compile(r", (?:which|who|where) [^,]*,")
_IN_RELATIVE = re.compile(r", (?:who|which|whose|where) [^,]*$")  # the reason may be of that
_BRACKETS = re.compile(r" \([^()]*\)")
_TIME = re.compile(
    r"^((?:In|By|On) (?:\d{4}|[A-Z][a-z]+(?: \d{4})?|\d{1,2} [A-Z][a-z]+)) (?=[a-z])"
)
_OPENING = re.compile(r"(?P<first>In|On|By|During) (?P<time>[^,]{3,25}), (?P<rest>[^,]+)$")
_SECOND_VERB = re.compile(
    r", (?:and|but) (?:then |later |also |often |sometimes |soon |usually )?([a-z]+)\b"
)
_NOT_DONE = re.compile(r"^(?:No|Neither|None|Nobody|Nothing|Few)\b|\b(?:not|never|cannot)\b|n't\b")
_COMMA = re.compile(r",(?!\d)")
_NAMES_IT_ONLY = re.compile(r"because of (?:the|this|its|their) [\w-]+")
_OF_SORT = re.compile(r"\bof the (?:sort|kind)\b")


@dataclass(frozen=True)
class Reason:
    """A reason and its effect, each of which can stand alone."""

    effect: str  # "Ridership fell"
    text: str  # "because the cannery closed", "because of a lack of crew", "to save money"
    sentence: int
    said: str  # the reason in the article's words, for looking it up in the evidence
    quotes: tuple[str, ...]
    asked_in: int  # the sentence of the effect

    @property
    def is_aim(self) -> bool:
        return self.text.startswith("to ")

    @property
    def is_bare(self) -> bool:
        """Whether it is "because of the dispute", from which all that is told may have come."""
        return _NAMES_IT_ONLY.fullmatch(self.text) is not None

    @property
    def fact(self) -> str:
        """The same in all questions for it, a parser's too."""
        return f"{self.sentence}:reason"


@dataclass(frozen=True)
class _Told:
    """A reason that is told before its effect, and where."""

    text: str
    sentence: int


@once_per_article
def find_reasons(article: Article) -> tuple[Reason, ...]:
    """Them all, in the order of the text."""
    return tuple(_find(article, Casing(article, find_names(article))))


def _find(article: Article, casing: Casing) -> Iterator[Reason]:
    for at, sentence in enumerate(article.sentences):
        text = _TIME.sub(r"\1, ", _BRACKETS.sub("", sentence.text.rstrip(".")))
        if '"' in text or text.endswith("?"):
            continue
        link = find_link(text if _RESULT.match(text) else strip_connectives(text))
        found = link and _linked(article, at, link, casing)
        found = found or _consequence(article, at, text, casing)
        found = found or _of_sentence_before(article, at, text)
        if found and _SHORTEST <= len(found.text.split()) <= _LONGEST:
            yield found


def _linked(article: Article, at: int, link: Link, casing: Casing) -> Reason | None:
    if _IN_RELATIVE.search(link.effect):
        return None
    effect = _effect(article, at, link.effect, may_open=link.may_open)
    if effect is None:
        return None
    if link.is_told_first:
        return _told_first(article, effect, _Told(link.reason, at), at, casing)
    said = _ASIDE.sub("", shortened_reason(link.reason))
    reason = _READ[link.manner](article, at, said, effect)
    quote = article.sentences[at].text
    if reason is None:
        return None
    return Reason(effect, reason, at, said if said in quote else "", (quote,), at)


def shortened_reason(text: str) -> str:
    """A reason up to what is merely added to it."""
    text = re.split(r"; | [—–] |: ", text)[0]
    second = _SECOND_VERB.search(text)
    if second and is_finite(second[1]):
        text = text[: second.start()]
    return shortened(text).strip(" ,.") if find_subject(text) else text.strip(" ,.")


def _effect(article: Article, at: int, text: str, *, may_open: bool) -> str | None:
    """The effect as a clause that can stand alone, without an opening that can't."""
    plain = _without_report(re.split(r"; |: ", strip_connectives(text))[-1])
    pieces = plain.split(", ")
    for first in range(len(pieces) if may_open else 1):
        if first and not _is_opener(pieces[first - 1]):
            break
        part = ", ".join(pieces[first:]).removeprefix("and ").removeprefix("but ").strip(" ,")
        subject = find_subject(part) if part else None
        behind = subject.text.partition(" ")[2] if subject else ""
        if any(role == "possessive" for _, role in pronouns(behind)):
            continue  # a third of its lining
        said = resolve(part[0].upper() + part[1:], article, at) if subject else None
        if said:
            return said
    return None


def _is_opener(piece: str) -> bool:
    """Whether it is no part of the subject, as the first of several names is."""
    return len(piece.split()) > 1 or piece.endswith("ly") or piece.lower() in PREPOSITIONS


def _without_report(clause: str) -> str:
    """What is said, without who says it: the reason is one for that."""
    head, that, rest = clause.partition(" that ")
    is_said = not SAYING.isdisjoint(head.split()[-_NEAR:])
    is_own = rest.partition(" ")[0].lower() in NOMINATIVES  # who says so is who does it
    is_report = bool(that) and is_said and not is_own and bool(find_subject(rest))
    return rest if is_report else clause


def _clause(article: Article, at: int, said: str, effect: str) -> str | None:
    """ "because" and a clause, whose pronoun may stand for the effect's subject."""
    if find_subject(said) is None:
        return None
    beside = _beside(article, at, effect, f"because {said}")
    if beside is not None:
        return beside
    alone = resolve(said, article, at)
    if alone and alone[1:].startswith(said.split()[0][1:]):
        alone = said[0] + alone[1:]  # in the letters that it has there
    return f"because {alone}" if alone else None


def _phrase(article: Article, at: int, said: str, effect: str) -> str | None:
    if _NOT_DONE.search(effect):
        return None  # of what is not done because of something, the contrary may be true
    said = _COMMA.split(said)[0]
    if is_dangling(f"It was {said}") or said.startswith("what "):
        return None
    return _beside(article, at, effect, f"because of {phrase_of(said)}")


def _aim(article: Article, at: int, said: str, effect: str) -> str | None:
    """ "to" and a verb; of "so that she could pay" the verb alone."""
    said = _COMMA.split(said)[0]
    subject = find_subject(effect)
    said = aim_of(said, is_plural=subject is not None and subject.is_plural)
    is_verb = said.split()[0] in BASES
    return _beside(article, at, effect, f"to {said}") if is_verb else None


_READ = {"clause": _clause, "phrase": _phrase, "aim": _aim}


def _beside(article: Article, at: int, effect: str, reason: str) -> str | None:
    """The reason as it stands behind its effect, on which it may lean."""
    said = resolve(f"{effect} {reason}", article, at)
    if said is None or not said.startswith(f"{effect} ") or _OF_SORT.search(reason):
        return None
    return said[len(effect) + 1 :]


def _told_first(
    article: Article, effect: str, told: _Told, at: int, casing: Casing
) -> Reason | None:
    """Of a reason that is told before the effect, which stands in sentence `at`."""
    where, plain = told.sentence, strip_connectives(told.text).split(" because ")[0].rstrip(",")
    why = resolve(plain, article, where) if plain and '"' not in plain else None
    if why is None or find_subject(why) is None or _OF_SORT.search(why):
        return None
    quotes = tuple(article.sentences[each].text for each in dict.fromkeys((where, at)))
    said = plain if plain in quotes[0] else ""
    if opening := _OPENING.match(why):
        why = f"{capitalized(opening['rest'])} {opening['first'].lower()} {opening['time']}"
    return Reason(effect, f"because {casing.lowered(why)}", where, said, quotes, at)


def _consequence(article: Article, at: int, text: str, casing: Casing) -> Reason | None:
    """From "REASON, forcing WHO to EFFECT" and from "REASON. As a result, EFFECT"."""
    found = find_consequence(text)
    concluded = "" if found else _concluded(text)
    if found is None and not concluded:
        return None
    effect = found.effect if found else capitalized(shortened(concluded))
    cause = found.cause if found else ""
    if not cause and not is_of_paragraph(article, at):
        return None
    told = _effect(article, at, effect, may_open=False)
    before = article.sentences[at - 1].text.rstrip(".")
    reason = _Told(cause, at) if cause else _Told(before, at - 1)
    return _told_first(article, told, reason, at, casing) if told else None


def _concluded(text: str) -> str:
    """What a sentence concludes from the one before, without the words that say so."""
    if match := _RESULT.match(text):
        return text[match.end() :]
    match = _THEREFORE.search(text)
    return f"{text[: match.start()]} {text[match.end() :]}" if match else ""


def _of_sentence_before(article: Article, at: int, text: str) -> Reason | None:
    """From "EFFECT. The reason was REASON"."""
    match = _THE_REASON.match(text) or _THAT_IS_BECAUSE.match(text)
    if match is None or not is_of_paragraph(article, at):
        return None
    before = article.sentences[at - 1].text
    said = match["reason"]
    if '"' in before or "," in said + before:
        return None
    effect = _effect(article, at - 1, before.rstrip("."), may_open=True)
    if effect is None:
        return None
    reason = (_clause if match["that"] else _phrase)(article, at, said, effect)
    if reason is None:
        return None
    return Reason(effect, reason, at, said, (article.sentences[at].text, before), at - 1)


def is_of_paragraph(article: Article, at: int) -> bool:
    """Whether the sentence stands in one paragraph with the one before."""
    return at > 0 and article.sentences[at - 1].paragraph == article.sentences[at].paragraph
