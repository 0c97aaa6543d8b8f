"""Why something is or was so, where the article gives the reason."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quizapp.generation.clauses.standing import shortened
from quizapp.generation.english.connectives import strip_connectives
from quizapp.generation.english.name_words import ROLES
from quizapp.generation.english.words import word_set
from quizapp.generation.facts.reason_links import Manner as LinkManner
from quizapp.generation.facts.reason_links import aim_of, find_marks
from quizapp.generation.parser_tier.parser_links import find_links, find_makings
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.phrases import capitalized, lowered, render
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.parsing.wording import Wording

Manner = Literal["because", "because of", "to"]
_MANNERS: dict[LinkManner, Manner] = {"clause": "because", "phrase": "because of", "aim": "to"}
_COMMA = re.compile(r",(?!\d)")
_BARE = ("lack of", "want of", "fear of")
_OF_WHOM = word_set("some others many most several few both all none another each")
_NOBODY = word_set("no none neither nobody nothing few")
_HARMS = word_set(
    "damage destroy ruin delay interrupt disrupt hamper flood kill hit halt prevent limit threaten "
    "weaken block bankrupt injure shatter wreck cripple spoil slow"
)
_STATES = word_set("be become seem remain stay appear have")
_FEWEST_OF_OTHERS = 2
_FEWEST, _MOST = 3, 24  # words of a reason
_NOUN_REASONS = ("because", "due", "owing", "thanks")
_JOINING = word_set("yet but and so or thanks due owing because despite as since although")
_CONCLUSIONS = ("for that reason", "for this reason", "that is why", "this is why", "as a result")


@dataclass(frozen=True)
class Reason:
    """A reason, and what it is the reason of."""

    question: Question | str  # or what follows "why" in it
    manner: Manner
    text: str  # without because or to
    answer: str  # as the article says it
    sentence: int  # where the reason stands
    asked_in: int  # where its effect stands


def find_reasons(
    parsed: Sequence[ParsedSentence],
    clauses: Mapping[int, tuple[Clause, ...]],
    wording: Wording,
) -> Iterator[Reason]:
    """In the order of the text, without what has a reason of its own or hangs on another clause."""
    for reason in _every_reason(parsed, clauses, wording):
        words = reason.text.lower().split()
        if words[0] not in _JOINING and "because" not in words:
            yield reason


def _every_reason(
    parsed: Sequence[ParsedSentence],
    clauses: Mapping[int, tuple[Clause, ...]],
    wording: Wording,
) -> Iterator[Reason]:
    for at, sentence in enumerate(parsed):
        found: list[Reason] = []
        for clause in clauses[sentence.number]:
            for part in clause.parts:
                found += _in_clause(clause, part, wording)
            found += _before_so(clause, wording)
        yield from found or _linked(sentence, clauses[sentence.number], wording)
        before = parsed[at - 1] if at else None
        yield from _made(sentence, before, clauses[sentence.number], wording)
        yield from _in_sentence_before(parsed, sentence, clauses, wording)


def _linked(
    sentence: ParsedSentence, clauses: Sequence[Clause], wording: Wording
) -> Iterator[Reason]:
    """By the words that introduce a reason, the first that can be said."""
    for link in find_links(sentence, clauses):
        part = Part(link.clause.verb, ())
        found = list(_reason(link.clause, part, _MANNERS[link.manner], link.words, wording))
        if found:
            yield found[0]
            return


def _made(
    sentence: ParsedSentence,
    before: ParsedSentence | None,
    clauses: Sequence[Clause],
    wording: Wording,
) -> Iterator[Reason]:
    """What somebody was forced to do, or could, and what made them."""
    for making in find_makings(sentence, before, clauses, wording):
        text = _alone(making.sentence, making.words, wording)
        if _FEWEST <= len(text.split()) <= _MOST:
            answer = render(making.sentence, making.words)
            where, asked_in = making.sentence.number, sentence.number
            yield Reason(making.asked, "because", text, answer, where, asked_in)


def _alone(sentence: ParsedSentence, words: Sequence[Token], wording: Wording) -> str:
    """A clause that is a reason, without what for it was done; "" if it can't stand alone."""
    mark = next((each for each in find_marks(sentence.text) if each.manner == "aim"), None)
    end = sentence.start + mark.start if mark else sentence.tokens[-1].end if words else 0
    kept = [token for token in words if token.start < end]
    text = wording.say(sentence, kept) if kept and '"' not in sentence.text else None
    plain = strip_connectives(capitalized(text or "")).rstrip(".")
    if not plain or kept[0].tag in ("JJ", "VBN", "VBG"):
        return ""
    return lowered(plain, kept[0]) if plain.startswith(kept[0].text) else plain


def _in_clause(clause: Clause, part: Part, wording: Wording) -> Iterator[Reason]:
    sentence = clause.sentence
    words = part.tokens
    first = words[0].text.lower()
    if part.dep == "advcl" and (first == "because" or _is_causal_since(clause, part)):
        yield from _reason(clause, part, "because", words[1:], wording)
    elif part.dep == "prep" and first in _NOUN_REASONS:
        start = next((at for at, t in enumerate(words) if t.text.lower() in ("of", "to")), None)
        if start == 1:
            yield from _reason(clause, part, "because of", words[2:], wording)
    elif part.dep == "agent" and clause.verb.lemma in _HARMS and _is_thing(sentence, part):
        yield from _reason(clause, part, "because of", words[1:], wording)
    elif _is_purpose(sentence, part) and (part in clause.after or not words[0].index):
        start = 1 if words[0].text.lower() == "to" else 3  # in order to
        yield from _reason(clause, part, "to", words[start:], wording)


def _is_thing(sentence: ParsedSentence, part: Part) -> bool:
    """Whether it was done by a storm, and not by somebody."""
    noun = sentence.child(part.head, "pobj")
    return noun is not None and noun.pos == "NOUN" and noun.lemma not in ROLES


def _is_causal_since(clause: Clause, part: Part) -> bool:
    """Since weathered ash holds water, not since it entered service in 2023."""
    before = part.tokens[0].index - 1
    is_set_off = before < 0 or clause.sentence.tokens[before].text == ","
    has_time = any(token.entity in ("DATE", "TIME") for token in part.tokens)
    is_perfect = any(each.lemma == "have" for each in clause.auxiliaries)
    is_since = part.tokens[0].text.lower() == "since"
    return is_since and is_set_off and not has_time and not is_perfect


def _is_purpose(sentence: ParsedSentence, part: Part) -> bool:
    mark = sentence.child(part.head, "aux")
    is_infinitive = mark is not None and mark.text.lower() == "to" and part.head.tag == "VB"
    first = part.tokens[: 1 if part.tokens[0] == mark else 3]
    is_aim = first[-1] == mark and (len(first) == 1 or first[1].text == "order")
    return part.dep == "advcl" and is_infinitive and is_aim


def _reason(
    clause: Clause, part: Part, manner: Manner, words: Sequence[Token], wording: Wording
) -> Iterator[Reason]:
    if _is_unsure(clause, part, manner):
        return
    text = _said_beside(clause, part, manner, words, wording)
    if text and manner == "to":
        head = clause.subject_head
        text = aim_of(text, is_plural=head is not None and head.tag in ("NNS", "NNPS"))
    if text and manner == "because of":
        text = _COMMA.split(f"a {text}" if text.startswith(_BARE) else text)[0]
    if text and manner == "because":
        text = shortened(text).strip(" ,")
    fewest = _FEWEST if manner == "because" else _FEWEST_OF_OTHERS
    if not text or not fewest <= len(text.split()) <= _MOST:
        return
    question = Question(clause, "why", part, asks_why=True)
    number = clause.sentence.number
    yield Reason(question, manner, text, render(clause.sentence, words), number, number)


def _said_beside(
    clause: Clause, part: Part, manner: Manner, words: Sequence[Token], wording: Wording
) -> str | None:
    """The reason, whose pronouns may lean on what the question says."""
    sentence, others = clause.sentence, [each for each in clause.after if each != part]
    if manner != "to":
        told = wording.say_as_told(sentence, words, replace(clause, after=tuple(others)))
        if told:
            return told
    text = wording.say(sentence, words, clause if manner == "to" else None)
    return text or wording.say_beside(sentence, words, clause)


def _is_unsure(clause: Clause, part: Part, manner: Manner) -> bool:
    """Whether the reason may be one for something else, or its effect nobody can be told.

    Some buried a toad: some of whom? No member can be dismissed because of machines. It became
    the largest to let all ride free.
    """
    words = [token.text.lower() for token in clause.subject]
    if len(words) == 1 and words[0] in _OF_WHOM:
        return True
    if manner == "because of" and (clause.is_negated or words[0] in _NOBODY):
        return True
    is_state = clause.verb.lemma in _STATES or any(
        token.tag in ("JJS", "RBS") for each in clause.after for token in each.tokens
    )
    return manner == "to" and part in clause.after and is_state


def _before_so(clause: Clause, wording: Wording) -> Iterator[Reason]:
    """The reason stands first: the ground is warm, so the pump never meets cold."""
    sentence, verb = clause.sentence, clause.verb
    start = clause.subject[0].index
    before = [t.text.lower() for t in sentence.tokens[max(0, start - 2) : start + 1]]
    if sentence.tokens[start].text.lower() == "that":
        return
    if verb.dep not in ("conj", "advcl", "ccomp", "ROOT") or not _has_so(before):
        return
    at = start - 2
    words = sentence.tokens[:at]
    if len(words) < _FEWEST or not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
        return
    text = _alone(sentence, words, wording)
    if text and len(text.split()) <= _MOST:
        answer = render(sentence, words)
        question = Question(clause, "why", Part(verb, ()), asks_why=True)
        yield Reason(question, "because", text, answer, sentence.number, sentence.number)


def _has_so(before: Sequence[str]) -> bool:
    """Whether it is a comma, so, and what isn't that."""
    return list(before[:2]) == [",", "so"] and before[-1] != "that"


def _in_sentence_before(
    parsed: Sequence[ParsedSentence],
    sentence: ParsedSentence,
    clauses: Mapping[int, tuple[Clause, ...]],
    wording: Wording,
) -> Iterator[Reason]:
    """Its effect begins For that reason: the sentence before says it."""
    opening = sentence.text.lower()
    start = next((words for words in _CONCLUSIONS if opening.startswith(words)), None)
    if start is None or sentence.number == 0:
        return
    before = parsed[sentence.number - 1]
    mains = [clause for clause in clauses[sentence.number] if clause.kind == "main"]
    text = _alone(before, before.tokens, wording)
    if not mains or not _FEWEST <= len(text.split()) <= _MOST:
        return
    clause = mains[0]
    question = Question(clause, "why", (clause.front or (Part(clause.verb, ()),))[0], asks_why=True)
    yield Reason(question, "because", text, "", before.number, sentence.number)


def option_text(manner: Manner, text: str) -> str:
    """The reason as an option."""
    return capitalized(
        {"because": "Because", "because of": "Because of", "to": "To"}[manner] + f" {text}"
    )
