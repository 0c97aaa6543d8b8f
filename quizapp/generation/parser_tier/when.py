"""Questions for a date or a year: in which year, on what date, since when."""

import re

from quizapp.generation.asking.date_questions import OF_FIRST_END
from quizapp.generation.english.name_words import MONTHS
from quizapp.generation.findings import Figure
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.phrases import SET_OFF
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.parsing.wording import Wording

_GOES_ON = re.compile(r",? (?:to|until|till|on|onward|onwards|through)\b")
_OF_YEARS = {
    "in": "in which year", "during": "in which year", "since": "since which year",
    "until": "until which year", "till": "until which year", "by": "by which year",
    "from": "from which year", "before": "before which year", "after": "after which year",
}  # fmt: skip
_OF_DATES = {
    "in": "when", "on": "on what date", "since": "since when", "until": "until when",
    "till": "until when", "by": "by when", "from": "from when",
}  # fmt: skip


def when_asked(
    clause: Clause, figure: Figure, part: Part | None, top: Token, wording: Wording
) -> Question | None:
    """The question whose answer is the date; None where it dates only a noun."""
    sentence = clause.sentence
    if part is None or _is_one_of_two(sentence, figure, top):
        return None
    before = sentence.text[: figure.start - sentence.start].rstrip()
    behind = sentence.text[figure.end - sentence.start :]
    if OF_FIRST_END.search(before) or (before.endswith(" from") and not _GOES_ON.match(behind)):
        return None
    if top.dep == "npadvmod" and top == part.head:
        return Question(clause, "when", part)
    if any(each.start < figure.start and each.dep != "det" for each in sentence.subtree(top)):
        return None  # early September, the middle of 1931
    preposition = sentence.head(top)
    phrase = _phrase(preposition.text.lower(), figure)
    if top.dep != "pobj" or not phrase:
        return None
    if preposition == part.head:
        is_affirmed = clause.is_negated and preposition.text.lower() == "until"
        return Question(clause, "when" if is_affirmed else phrase, part, is_affirmed=is_affirmed)
    if part.dep == "xcomp" and preposition.head == part.head.index:
        return _dated_inside(clause, part, preposition, phrase, wording)
    return _dated_at_end(clause, part, preposition, phrase, wording)


def _is_one_of_two(sentence: ParsedSentence, figure: Figure, top: Token) -> bool:
    """Whether another date is joined to it: in 2012 and 2013."""
    words = sentence.covering(figure.start, figure.end)
    behind = [token.text.lower() for token in sentence.tokens[words[-1].index + 1 :][:2]]
    is_joined = len(behind) == 2 and behind[0] in ("and", "or")
    is_date = is_joined and (behind[1].isdigit() or behind[1].capitalize() in MONTHS)
    return top.dep == "conj" or is_date


def goes_on(sentence: ParsedSentence, figure: Figure) -> bool:
    """Whether the end of a time follows."""
    following = (token for token in sentence.tokens if token.start >= figure.end)
    return next((token.text.lower() for token in following), "") in ("to", "until", "till")


def _phrase(preposition: str, figure: Figure) -> str:
    """In which year, on what date; "" behind a preposition that dates nothing."""
    if figure.kind == "year":
        return _OF_YEARS.get(preposition, "")
    phrase = _OF_DATES.get(preposition, "")
    if figure.unit == "decade" and phrase == "when":
        return "in which decade"
    if figure.unit == "month" and figure.value < 10_000:  # of no year
        return phrase.replace("when", "which month") if phrase != "when" else "in which month"
    return phrase


def _dated_inside(
    clause: Clause, part: Part, preposition: Token, phrase: str, wording: Wording
) -> Question | None:
    """When a party plans to introduce a bill: the date belongs to an infinitive."""
    gone = set(clause.sentence.subtree(preposition))
    rest = wording.say(clause.sentence, [t for t in part.tokens if t not in gone], clause)
    return Question(clause, phrase, part, rest) if rest else None


def _dated_at_end(
    clause: Clause, part: Part, preposition: Token, phrase: str, wording: Wording
) -> Question | None:
    """Parsers hang the date on the noun before it, as in opened a plant in 1931."""
    sentence = clause.sentence
    is_last = part.tokens[-1] in sentence.subtree(preposition)
    if not is_last or preposition.text.lower() not in ("in", "on") or part not in clause.after:
        return None
    before = [t for t in part.tokens if t.index < preposition.index]
    if part.head.pos in ("VERB", "AUX") or any(t.text in (",", "and") for t in before):
        return None
    first = part.tokens[0].index
    if first > 0 and sentence.tokens[first - 1].text in SET_OFF:
        return None
    if part.dep not in ("dobj", "prep", "attr", "agent") or _in_clause(clause, part, preposition):
        return None
    gone = set(sentence.subtree(preposition))
    rest = wording.say(sentence, [t for t in part.tokens if t not in gone], clause)
    return Question(clause, phrase, part, rest) if rest else None


def _in_clause(clause: Clause, part: Part, token: Token) -> bool:
    """Whether a verb stands between the word and the part's head."""
    for each in clause.sentence.ancestors(token):
        if each == part.head:
            return False
        if each.pos in ("VERB", "AUX"):
            return True
    return False
