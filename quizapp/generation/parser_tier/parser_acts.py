"""What somebody did and what became of something, in parsed sentences."""

from collections.abc import Iterator, Sequence

from quizapp.generation.asking.acts import Act, Kind, ask_acts
from quizapp.generation.english.act_words import ACTING, HAPPENING, NOT_DONE, SAYING, STATES
from quizapp.generation.parser_tier.parsed_article import ParsedArticle
from quizapp.generation.parsing.askable import is_askable
from quizapp.generation.parsing.inflection import base_of
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.phrases import SET_OFF, capitalized
from quizapp.generation.parsing.trees import Token
from quizapp.generation.proposals import Proposal

_SHORTEST, _LONGEST = 3, 14  # words of what was done
_LONGEST_SUBJECT = 10
_LONGEST_ADJUNCT = 12
_ACTORS = ("PERSON", "ORG", "GPE", "NORP")
_COMPLEMENTS = ("dobj", "prt", "prep", "dative", "agent", "oprd", "xcomp", "acomp", "advmod")


def ask_what_was_done(article: ParsedArticle) -> Iterator[Proposal]:
    """In the order of the text."""
    yield from ask_acts(find_acts(article), article.findings, article.random, "parser")


def find_acts(article: ParsedArticle) -> list[Act]:
    """What is told of anybody or anything in a clause of its own, in the order of the text."""
    return [
        act
        for clauses in article.clauses.values()
        for clause in clauses
        if clause.kind == "main" and (act := _act(clause, article)) is not None
    ]


def _act(clause: Clause, article: ParsedArticle) -> Act | None:
    kind = _kind(clause)
    sentence, wording = clause.sentence, article.wording
    subject = wording.say(sentence, clause.subject) if kind else None
    if kind is None or not subject or len(subject.split()) > _LONGEST_SUBJECT:
        return None
    opening = _opening(clause, article)
    told = _adjunct(clause.after, kind)
    adjunct = wording.say_beside(sentence, told.tokens, clause) if told else ""
    rest = _up_to_mark(clause, [part for part in clause.after if part != told])
    said = wording.say_beside(sentence, rest, clause) if rest else None
    if opening is None or adjunct is None or not said:
        return None
    deed = f"{base_of(clause.verb) if kind == 'did' else clause.verb.text} {said}"
    is_fit = _SHORTEST <= len(deed.split()) <= _LONGEST and '"' not in deed
    if not is_fit or len(adjunct.split()) > _LONGEST_ADJUNCT:
        return None
    said_whole = f"{opening}{subject} {_told(clause, kind)} {said} {adjunct}"
    return Act(
        sentence.number, said_whole, subject, deed, kind, _is_plural(clause), opening, adjunct
    )


def _told(clause: Clause, kind: Kind) -> str:
    verb = clause.verb.text
    return f"{clause.auxiliaries[0].text} {verb}" if kind == "was" else verb


def _kind(clause: Clause) -> Kind | None:
    """None where nothing is done, or nobody can be told."""
    head, verb = clause.subject_head, clause.verb
    if clause.is_negated or clause.middle or head is None or clause.speaker or clause.is_copula:
        return None
    if not is_askable(clause):
        return None
    if clause.auxiliaries:
        is_passive = [each.text for each in clause.auxiliaries] in (["was"], ["were"])
        is_done = verb.tag == "VBN" and verb.text not in NOT_DONE
        return "was" if is_passive and is_done else None
    if verb.tag != "VBD" or verb.lemma in STATES or verb.text in SAYING:
        return None
    if verb.text in HAPPENING and not _is_actor(head):
        has_object = any(part.dep == "dobj" for part in clause.after)  # an act closed the canal
        return None if has_object else "itself"
    return "did" if _is_actor(head) else None


def _is_actor(head: Token) -> bool:
    return head.entity in _ACTORS or head.lemma.lower() in ACTING or head.text.lower() in ACTING


def _is_plural(clause: Clause) -> bool:
    if clause.auxiliaries:
        return clause.auxiliaries[0].text == "were"
    head = clause.subject_head
    return head is not None and head.tag in ("NNS", "NNPS")


def _opening(clause: Clause, article: ParsedArticle) -> str | None:
    """What stands before the subject, with a comma; None if it can't be said."""
    if not clause.front:
        return ""
    part = clause.front[0]
    if len(clause.front) > 1 or len(part.tokens) > _LONGEST_ADJUNCT:
        return None
    text = article.wording.say_beside(clause.sentence, part.tokens, clause)
    return f"{capitalized(text)}, " if text and len(text.split()) > 1 else None


def _adjunct(parts: Sequence[Part], kind: Kind) -> Part | None:
    """When or what for it was done, where that stands last."""
    last = parts[-1] if parts else None
    if last is None or last.tokens[0].index == 0:
        return None
    has_date = any(token.entity == "DATE" and token.text[:1].isdigit() for token in last.tokens)
    is_date = last.dep in ("prep", "npadvmod") and has_date and len(last.tokens) <= 5
    # What happened to the dam to meet a demand: that asks for nothing.
    is_aim = last.dep == "advcl" and last.tokens[0].text == "to" and last.head.tag == "VB"
    return last if is_date or (is_aim and kind == "did") else None


def _up_to_mark(clause: Clause, parts: Sequence[Part]) -> tuple[Token, ...]:
    """The words of the deed, up to what is only added."""
    found: list[Token] = []
    for part in parts:
        before = clause.sentence.tokens[part.tokens[0].index - 1]
        if before.text in SET_OFF or part.dep not in _COMPLEMENTS:
            break
        found += part.tokens
    return tuple(found)
