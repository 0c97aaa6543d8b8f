"""Why something is or was so, where the article gives the reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.generation.parsed_clauses import Clause, Part
from quizapp.generation.phrases import capitalized, render
from quizapp.generation.stem_parts import Question
from quizapp.generation.trees import ParsedSentence, Token
from quizapp.generation.wording import Wording
from quizapp.generation.words import word_set

Manner = Literal["because", "because of", "to"]
_FEWEST_OF_NOUN = 2
_FEWEST, _MOST = 3, 24  # words of a reason
_NOUN_REASONS = ("because", "due", "owing", "thanks")
_JOINING = word_set("yet but and so or thanks due owing because despite as since although")
_CONCLUSIONS = ("for that reason", "for this reason", "that is why", "this is why", "as a result")


@dataclass(frozen=True)
class Reason:
    """A reason, and what it is the reason of."""

    question: Question
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
    for sentence in parsed:
        for clause in clauses[sentence.number]:
            for part in clause.parts:
                yield from _in_clause(clause, part, wording)
            yield from _before_so(clause, wording)
        yield from _in_sentence_before(parsed, sentence, clauses, wording)


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
    elif _is_purpose(sentence, part) and part in clause.after:
        start = 1 if words[0].text == "to" else 3  # in order to
        yield from _reason(clause, part, "to", words[start:], wording)


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
    is_infinitive = mark is not None and mark.text == "to" and part.head.tag == "VB"
    first = part.tokens[: 1 if part.tokens[0] == mark else 3]
    is_aim = first[-1] == mark and (len(first) == 1 or first[1].text == "order")
    return part.dep == "advcl" and is_infinitive and is_aim


def _reason(
    clause: Clause, part: Part, manner: Manner, words: Sequence[Token], wording: Wording
) -> Iterator[Reason]:
    text = wording.say(clause.sentence, words, clause if manner == "to" else None)
    text = text or wording.say_beside(clause.sentence, words, clause)
    fewest = _FEWEST_OF_NOUN if manner == "because of" else _FEWEST
    if not text or not fewest <= len(text.split()) <= _MOST:
        return
    question = Question(clause, "why", part, asks_why=True)
    number = clause.sentence.number
    yield Reason(question, manner, text, render(clause.sentence, words), number, number)


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
    text = wording.say(sentence, words)
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
    text = wording.say(before, before.tokens) if before.tokens else None
    if not mains or not text or not _FEWEST <= len(text.split()) <= _MOST:
        return
    clause = mains[0]
    question = Question(clause, "why", (clause.front or (Part(clause.verb, ()),))[0], asks_why=True)
    yield Reason(question, "because", text.rstrip("."), "", before.number, sentence.number)


def option_text(manner: Manner, text: str) -> str:
    """The reason as an option."""
    return capitalized(
        {"because": "Because", "because of": "Because of", "to": "To"}[manner] + f" {text}"
    )
