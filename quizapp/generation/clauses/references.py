"""A clause of an article as it can stand alone, or nothing where it can't."""

import re

from quizapp.generation.article import Article
from quizapp.generation.clauses.antecedents import Antecedents
from quizapp.generation.clauses.dangling import is_dangling
from quizapp.generation.clauses.definite import Definites
from quizapp.generation.clauses.fragments import is_fragment
from quizapp.generation.clauses.leaning import leans_back
from quizapp.generation.clauses.pronouns import Role, holds, is_open, is_settled, pronouns
from quizapp.generation.clauses.subjects import DETERMINERS
from quizapp.generation.english.connectives import strip_connectives
from quizapp.generation.findings import Name
from quizapp.generation.names.capital_words import Word
from quizapp.generation.names.finding import find_names
from quizapp.generation.per_article import once_per_article

LONGEST = 600  # characters; what is longer is no clause that can be asked about
_LONGEST_OWNER = 5  # words before an 's
_LOWERED = frozenset(word.capitalize() for word in DETERMINERS)
_IDENTITY = re.compile(r"[Ii]t (?:is|was|has been) (?:the|his|her|their|its|[A-Z][\w.]*'s)\b")
_IMPERSONAL = re.compile(
    r"[Ii]t (?:is|was|isn't|wasn't|has been|would be|will be|may be) "
    r"(?:not |also |still |now |very |hardly )?\w+ (?:that|to|for|whether|how|why)\b"
    r"|[Ii]t (?:is|was) (?:in|on|at|from|by|through|under|with|only|not) [^,;]+ that\b"
    r"|[Ii]t (?:took|takes|cost|costs|would take) [^,;]+ (?:before|until|to)\b"
)


@once_per_article
def _known(article: Article) -> Antecedents:
    names = find_names(article)
    return Antecedents(article, names, Definites(article, names))


def resolve(clause: str, article: Article, sentence: int, before: str | None = None) -> str | None:
    """`clause` of this sentence without anything that leans on another; None where that fails.

    Pronouns give way to what they stand for, a surname to the full name. `before` is what stands
    before the clause in its sentence, in case it can't be looked up there.
    """
    if len(clause) > LONGEST:
        return None
    known = _known(article)
    whole = article.sentences[sentence].text
    if before is None:
        before = whole[: max(0, whole.find(clause.strip()[:40]))]
    text = _with_antecedents(strip_connectives(clause), known, sentence, before)
    text = text and known.definites.resolve(text, sentence)
    if not text or is_dangling(text) or is_fragment(text) or leans_back(text, known.definites):
        return None
    return with_full_names(text, known.names)


def is_topic(noun: str, article: Article) -> bool:
    """Whether the article is about it, so that "the cable" is understood without a word more."""
    return noun in _known(article).definites.topics


def understood(stem: str, article: Article, sentence: int) -> str | None:
    """A question with what it calls "the agency" in full; None where only the article explains."""
    definites = _known(article).definites
    return None if leans_back(stem, definites) else definites.resolve(stem, sentence) or stem


def _with_antecedents(text: str, known: Antecedents, sentence: int, before: str) -> str | None:
    """With the first pronoun replaced if the clause doesn't say what it stands for.

    None if there is no telling, or if that leaves another one.
    """
    replaced = False
    while unsettled := _first_unsettled(text, known.names):
        word, role = unsettled
        if replaced or role == "object" or not is_open(word, text, known.names):
            return None
        antecedent = known.find(word.text.lower(), sentence, before)
        if antecedent is None or _would_repeat(antecedent, text, word, role):
            return None
        if role == "possessive" and len(antecedent.split()) > _LONGEST_OWNER:
            return None
        text = _replace(text, word, possessive(antecedent) if role == "possessive" else antecedent)
        replaced = True
    return text


def _first_unsettled(text: str, names: tuple[Name, ...]) -> tuple[Word, Role] | None:
    for word, role in pronouns(text):
        is_alone = _IMPERSONAL.match(text, word.start) or is_settled(word, text, names)
        if role == "object" or not is_alone:
            return word, role
    return None


def _would_repeat(antecedent: str, text: str, word: Word, role: Role) -> bool:
    """As in "It was the division's first loss"; or the pronoun stands in somebody's speech."""
    if role == "subject" and _IDENTITY.match(text, word.start):
        return True
    is_quoted = text[: word.start].count('"') % 2 == 1
    is_told_again = role == "subject" and holds(text[word.end :], antecedent.split()[-1])
    return is_quoted or is_told_again


def _replace(text: str, word: Word, by: str) -> str:
    first = by[0].upper() if word.start == 0 else by[0]
    if word.start and by.split()[0] in _LOWERED:
        first = by[0].lower()
    return text[: word.start] + first + by[1:] + text[word.end :]


def possessive(owner: str) -> str:
    """Of X: X's."""
    return owner + ("'" if owner.endswith("s") else "'s")


def with_full_names(text: str, names: tuple[Name, ...]) -> str:
    """With the full name of a person where only the surname stands, at its first place."""
    for name in names:
        if name.kind != "person" or holds(text, name.text):
            continue
        for alias in name.aliases:
            is_inside = any(alias in each.text and holds(text, each.text) for each in names)
            if holds(text, alias) and not is_inside:
                # "The Roe government" isn't called by his first name.
                alone = rf"(?<!\w)(?<![Tt]he ){re.escape(alias)}(?!\w)"
                text = re.sub(alone, name.text, text, count=1)
                break
    return text
