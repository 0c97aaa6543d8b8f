"""What a clause says around its verb, as a question about it says it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.generation.english.words import word_set
from quizapp.generation.parsing.askable import has_figure_date, is_askable
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.phrases import SET_OFF, simplified
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.parsing.wording import Wording

_NEEDED = word_set("dobj attr acomp oprd dative xcomp prt ccomp agent pobj")
_COMPLEMENTS = word_set("dobj attr acomp oprd dative xcomp ccomp")
_CONNECTIVES = word_set(
    "however therefore also then still moreover furthermore nevertheless nonetheless thus hence "
    "first second third fourth finally instead meanwhile besides otherwise likewise similarly "
    "indeed too yet though anyway together even already just only simply merely practically "
    "mainly largely mostly chiefly partly consequently accordingly overall again actually really "
    "originally fortunately so unfortunately now later earlier eventually"
)
_CONNECTING_PHRASES = frozenset((
    "in return", "for example", "for instance", "in other words", "as a result", "of course",
    "in fact", "by contrast", "in contrast", "in addition", "in turn", "at least", "at last",
    "after all", "in particular", "on the other hand", "on the one hand", "at once", "in short",
    "at the same time", "in all", "as usual", "in general", "in the end", "as well", "at first",
    "at the time", "in consequence",
))  # fmt: skip
_FEWEST = 2  # words that trimming leaves
_TRIMMED = word_set("prep advcl npadvmod acl relcl")


@dataclass(frozen=True)
class Question:
    """What a clause is asked about."""

    clause: Clause
    phrase: str  # "how many people"
    part: Part | None  # where the answer stands; None: in the subject
    rest: str = ""  # what is left of the answer's part, "in the quarter"
    asks_why: bool = False
    is_affirmed: bool = False  # the clause's negation isn't said: not until 1956, when
    verb: str = ""  # says the verb otherwise, "designed" for "was designed by"
    is_turned: bool = False  # the clause's subject follows that verb
    is_in_place: bool = False  # nothing changes places: `rest` has the question's words


@dataclass(frozen=True)
class Piece:
    """A phrase of a question, and whether the question can't do without it."""

    text: str
    is_needed: bool = True
    tokens: tuple[Token, ...] = ()  # of a phrase that can be said more shortly


@dataclass
class Said:
    """A question's words around its verb."""

    context: str
    subject: str
    front: list[Piece]
    middle: str
    after: list[Piece]


def say_around(question: Question, wording: Wording) -> Said | None:
    """All that can be said; None where something that is needed can't."""
    clause = question.clause
    if not _is_askable(question):
        return None
    context = context_of(clause, wording)
    subject = "" if question.part is None else wording.say(clause.sentence, clause.subject)
    after = _after(question, wording)
    if context is None or subject is None or after is None:
        return None
    front = [piece for part in clause.front for piece in _adverbial(part, question, wording)]
    middle = [p.text for part in clause.middle for p in _adverbial(part, question, wording)]
    if question.part is None and not (after or front or middle) and not clause.is_copula:
        return None  # how many were killed?
    moved = [] if _has_date(after) or len(front) > 1 else [p for p in front if _may_move(p.text)]
    return Said(
        context=context,
        subject=subject,
        front=[piece for piece in front if piece not in moved],
        middle=" ".join(middle),
        after=[*after, *moved],
    )


def _is_askable(question: Question) -> bool:
    clause = question.clause
    if question.part is None and not clause.parts:
        return False  # when 380 miles had been laid: of what?
    if question.asks_why:
        return True
    is_affirmed = question.is_affirmed or question.is_in_place or not clause.is_negated
    return is_affirmed and is_askable(clause)


def context_of(clause: Clause, wording: Wording) -> str | None:
    """According to whom it is so; "" if nobody is named, None if nobody can be."""
    if clause.speaker:
        speaker = wording.say(clause.sentence, clause.speaker)
        if speaker and speaker == wording.say(clause.sentence, clause.subject):
            return ""
        return f"according to {speaker}" if speaker else None
    for part in clause.parts:
        if part.tokens[0].text.lower() == "according":
            return wording.say(clause.sentence, part.tokens)
    return ""


def _after(question: Question, wording: Wording) -> list[Piece] | None:
    """What follows the verb; None if something that is needed can't be said."""
    clause = question.clause
    pieces: list[Piece] = []
    is_behind_aside = False
    for part in clause.after:
        if part == question.part:
            pieces += [Piece(question.rest)] if question.rest else []
            continue
        is_behind_aside = is_behind_aside or (part.dep not in _NEEDED and _is_aside(part, clause))
        if is_behind_aside and not has_figure_date(part):
            continue
        said = _said(part, question, wording)
        if said is None:
            return None
        pieces += said
    is_placed = len(pieces) > 1 or question.part in clause.after
    if clause.verb.lemma == "put" and not is_placed:
        return None  # what is put somewhere, without the place
    if not any(part.dep in _COMPLEMENTS for part in clause.after):
        pieces = _first_needed(pieces)
    is_bare = not pieces and question.part not in clause.after
    return None if is_bare and clause.is_copula else pieces


def _first_needed(pieces: list[Piece]) -> list[Piece]:
    """A verb without an object keeps what follows it: grew up within ten miles of the ground."""
    at = next((at for at, each in enumerate(pieces) if not each.is_needed), None)
    if at is None or any(len(each.text.split()) > 1 for each in pieces[:at]):
        return pieces
    return [*pieces[:at], replace(pieces[at], is_needed=True), *pieces[at + 1 :]]


def _said(part: Part, question: Question, wording: Wording) -> list[Piece] | None:
    """A part behind the verb, if it can be said; None if the question needs it and it can't."""
    clause = question.clause
    if part.dep not in _NEEDED:
        if _leans_on_pronoun(part):
            return None
        is_left_out = _says_it_otherwise(part, question)
        return [] if is_left_out else list(_adverbial(part, question, wording))
    if (part.dep == "agent" and question.verb) or _is_second_object(part, clause):
        return []
    text = wording.say(clause.sentence, part.tokens, clause)
    if text is None or _begins_aside(part, clause):
        return None
    return [Piece(text, tokens=simplified(clause.sentence, part.tokens))]


def _leans_on_pronoun(part: Part) -> bool:
    """Whether it is a preposition with a pronoun: grappled for it, turned into two of them."""
    return part.dep == "prep" and any(
        token.tag == "PRP"
        and (token.head == part.head.index or part.tokens[-1] == token and len(part.tokens) <= 4)
        for token in part.tokens
    )


def _says_it_otherwise(part: Part, question: Question) -> bool:
    """Whether a sum is asked for and this is the share: rose 3.2 percent to $2.41 billion."""
    is_share = part.dep == "npadvmod" and any(t.text in ("percent", "%") for t in part.tokens)
    return is_share and question.phrase.startswith(("to ", "by how much"))


def _is_second_object(part: Part, clause: Clause) -> bool:
    """What a parser takes for an object although a comma stands before it."""
    first = part.tokens[0].index
    return part.dep in ("dobj", "attr") and clause.sentence.tokens[first - 1].text in SET_OFF


def _begins_aside(part: Part, clause: Clause) -> bool:
    return part.dep == "ccomp" and clause.verb.lemma != "be" and part.head.index < clause.verb.index


def _adverbial(part: Part, question: Question, wording: Wording) -> Iterator[Piece]:
    """Time, place and manner, if they can be said and say something."""
    clause = question.clause
    if part == question.part or part.dep in _NEEDED or _is_left_out(part, clause):
        return
    text = wording.say(clause.sentence, part.tokens, clause)
    is_order = part in clause.middle and part.head.text.lower() == "first"  # was first elected
    is_joint = text and text.lower() in _CONNECTIVES | _CONNECTING_PHRASES and not is_order
    if text and not is_joint:
        has_date = has_figure_date(part)
        yield Piece(text, is_needed=has_date or len(text.split()) <= 2)


def _is_left_out(part: Part, clause: Clause) -> bool:
    is_context = bool(part.tokens) and part.tokens[0].text.lower() == "according"
    is_stray = len(part.tokens) == 1 and part.head.tag in ("IN", "TO", "WRB")
    return is_context or is_stray or part.head.tag == "WRB" or _is_aside(part, clause)


def _is_aside(part: Part, clause: Clause) -> bool:
    """Behind a comma, or a clause of its own that tells more than the question needs."""
    if part.dep in ("parataxis", "dep", "appos", "meta", "intj", "relcl", "nsubj"):
        return True
    first = part.tokens[0]
    is_front = part.head.index < clause.verb.index
    is_set_off = first.index > 0 and clause.sentence.tokens[first.index - 1].text in SET_OFF
    if part.dep == "advcl" and first.text.lower() in ("because", "since", "although", "while"):
        return True
    if part.dep == "advcl":
        return not is_front and (is_set_off or part.head.tag == "VBG")
    is_behind_subject = first.index > min([t.index for t in clause.subject], default=0)
    return (not is_front or is_behind_subject) and is_set_off and not has_figure_date(part)


def _has_date(pieces: Sequence[Piece]) -> bool:
    return any(char.isdigit() for piece in pieces[-1:] for char in piece.text)


def _may_move(text: str) -> bool:
    """Whether what stands before the subject can stand at the end as well."""
    first = text.split()[0].lower()
    return len(text.split()) <= 6 and first in (
        "in", "on", "at", "since", "during", "by", "until", "between", "from", "for",
    )  # fmt: skip


def trimmed(sentence: ParsedSentence, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words without the last phrase that describes another; () if there is none."""
    inside = {token.index for token in tokens}
    for token in reversed(tokens):
        is_of = token.text.lower() in ("of", "as", "but", "except", "than")
        if token.dep not in _TRIMMED or token.head not in inside or is_of:
            continue
        if token.dep in ("relcl", "acl") and not _is_told_apart(sentence, token):
            continue
        if any(each.dep == "advcl" and each in tokens for each in sentence.ancestors(token)):
            continue  # a condition said by half is another one
        below = [each for each in sentence.subtree(token) if each.index in inside]
        if _is_cut_off(sentence, token, below[0]):
            continue
        is_last = below[-1] == tokens[-1] and len(below) == below[-1].index - below[0].index + 1
        if is_last and len(tokens) - len(below) >= _FEWEST:
            return tuple(each for each in tokens if each.index < below[0].index)
    return ()


def _is_cut_off(sentence: ParsedSentence, phrase: Token, first: Token) -> bool:
    """Whether a verb would be left at the end without what it takes: the talks that led."""
    verb = sentence.head(phrase)
    return phrase.dep == "prep" and verb.pos == "VERB" and verb.index == first.index - 1


def _is_told_apart(sentence: ParsedSentence, clause: Token) -> bool:
    """Whether a noun can do without this clause: a law that would cut the week couldn't."""
    noun = sentence.head(clause)
    determiner = sentence.child(noun, "det")
    is_new = determiner is None or determiner.text.lower() in ("a", "an")
    return not is_new or sentence.child(noun, "amod", "compound", "prep", "nummod") is not None
