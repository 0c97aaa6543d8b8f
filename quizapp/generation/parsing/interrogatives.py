"""A clause to a question about one of its parts."""

from quizapp.banks.rules import RUN, words_of
from quizapp.generation.parsing.inflection import base_of, do_support, full_form
from quizapp.generation.parsing.parsed_clauses import Clause
from quizapp.generation.parsing.phrases import capitalized
from quizapp.generation.parsing.stem_parts import Piece, Question, Said, say_around, trimmed
from quizapp.generation.parsing.wording import Wording

LONGEST = 26  # words of a stem
MOST_COPIED = 11  # words in a row
_CHANGES = {"became": "become", "becomes": "become", "got": "get", "gets": "get"}
_LONGEST_OF_ALL = 32


def ask(question: Question, wording: Wording) -> str | None:
    """The stem; None where the clause can't be asked by itself."""
    said = say_around(question, wording)
    if said is None:
        return None
    sentence = question.clause.sentence
    while True:
        stem = _assembled(question, said)
        run = longest_run(stem, sentence.text)
        if len(stem.split()) <= LONGEST and run <= MOST_COPIED:
            return stem
        if not _shorten(said) and not _trim(said, question.clause, wording):
            return stem if len(stem.split()) <= _LONGEST_OF_ALL and run < RUN else None


def _assembled(question: Question, said: Said) -> str:
    clause = question.clause
    tail = [piece.text for piece in said.after]
    if question.is_turned:
        particle = [tail.pop(0)] if clause.after and clause.after[0].dep == "prt" else []
        verb = [said.middle, question.verb, *particle]
        words = [question.phrase, *verb, said.subject, *tail]
    elif question.part is None or question.is_in_place:
        first, last = plain_verb(clause)
        words = [question.phrase or said.subject, *first, clause.negation, said.middle, last, *tail]
    else:
        lead, rest = _inverted_verb(clause)
        negation = "" if question.is_affirmed else clause.negation
        words = [question.phrase, lead, said.subject, negation, said.middle, *rest, *tail]
    fronted = [said.context, *(piece.text for piece in said.front)]
    start = "".join(f"{text}, " for text in fronted if text)
    return capitalized(start + " ".join(filter(None, words)).replace(" ,", ",") + "?")


def plain_verb(clause: Clause) -> tuple[list[str], str]:
    """The verb as it is told."""
    if clause.participle:
        return [clause.participle], clause.verb.text
    return [full_form(each) for each in clause.auxiliaries], full_form(clause.verb)


def _inverted_verb(clause: Clause) -> tuple[str, list[str]]:
    """What goes before the subject, and what stays behind it."""
    if clause.participle:
        return clause.participle, [clause.verb.text]
    change = _CHANGES.get(clause.auxiliaries[0].text.lower()) if clause.auxiliaries else None
    if change:
        return do_support(clause.auxiliaries[0]), [change, clause.verb.text.lower()]
    if clause.auxiliaries:
        rest = [full_form(each) for each in clause.auxiliaries[1:]]
        return full_form(clause.auxiliaries[0]), [*rest, clause.verb.text.lower()]
    if clause.is_copula:
        return full_form(clause.verb), []
    return do_support(clause.verb), [base_of(clause.verb)]


def longest_run(stem: str, source: str) -> int:
    """How many words in a row the stem shares with the sentence at most."""
    mine, theirs = words_of(stem), f" {' '.join(words_of(source))} "
    best = start = 0
    for end in range(1, len(mine) + 1):
        while start < end and f" {' '.join(mine[start:end])} " not in theirs:
            start += 1
        best = max(best, end - start)
    return best


def _shorten(said: Said) -> bool:
    """Drop what the question can best do without; False if nothing is left to drop."""
    for pieces, first in ((said.front, 0), (said.after, 1)):
        for piece in reversed(pieces[first:]):
            if not piece.is_needed:
                pieces.remove(piece)
                return True
    return False


def _trim(said: Said, clause: Clause, wording: Wording) -> bool:
    """Say the last phrase more shortly; False if it can't be."""
    for at in range(len(said.after) - 1, -1, -1):
        piece = said.after[at]
        tokens = trimmed(clause.sentence, piece.tokens) if piece.tokens else ()
        text = wording.say(clause.sentence, tokens, clause) if tokens else None
        if text:
            said.after[at] = Piece(text, tokens=tokens)
            return True
    return False
