"""Sentences with a gap for a name inside a longer phrase, where no question asks for it."""

import re

from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.findings import Name
from quizapp.generation.parsing.interrogatives import plain_verb
from quizapp.generation.parsing.parsed_clauses import Clause
from quizapp.generation.parsing.phrases import capitalized
from quizapp.generation.parsing.stem_parts import Piece, Question, say_around
from quizapp.generation.parsing.wording import Wording

GAP = "____"
_LONGEST = 24  # words


def statement_with(name: Name, clause: Clause, wording: Wording) -> str | None:
    """The clause as a sentence of its own that has the name once; None where it can't be one."""
    if clause.is_negated:
        return None
    said = say_around(Question(clause, "", None), wording)
    subject = wording.say(clause.sentence, clause.subject)
    if said is None or not subject:
        return None
    if name.kind not in ("person", "organization") and holds(said.context, name.text):
        return None  # according to a paper in Nature
    first, last = plain_verb(clause)
    while True:
        fronted = [said.context, *(piece.text for piece in said.front)]
        start = "".join(f"{text}, " for text in fronted if text)
        tail = [piece.text for piece in said.after]
        words = [subject, *first, said.middle, last, *tail]
        text = start + " ".join(filter(None, words))
        if len(text.split()) <= _LONGEST:
            break
        if not _shortened(said.front, name) and not _shortened(said.after, name):
            return None
    forms = (name.text, *name.aliases)
    if len(re.findall(rf"(?<!\w){re.escape(name.text)}(?!\w)", text)) != 1:
        return None
    rest = text.replace(name.text, "")
    return (
        None
        if any(holds(rest, form) for form in forms)
        else capitalized(text.removesuffix(".")) + "."
    )


def _shortened(pieces: list[Piece], name: Name) -> bool:
    """Drop the last piece that isn't needed and hasn't the name; False if there is none."""
    for piece in reversed(pieces):
        if not piece.is_needed and not holds(piece.text, name.text):
            pieces.remove(piece)
            return True
    return False
