"""Questions that leave a parsed clause in its order: "The crew rowed for how many miles?" """

from quizapp.generation.asking.asking_in_place import put_in_place
from quizapp.generation.asking.question_words import amount_words, is_bounded
from quizapp.generation.clauses.spots import find_spot, is_in_vote
from quizapp.generation.parser_tier.when import goes_on
from quizapp.generation.parsing.figure_places import Place, is_a_vote
from quizapp.generation.parsing.parsed_clauses import Part
from quizapp.generation.parsing.phrases import SET_OFF
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.wording import Wording

_NESTED = ("ccomp", "parataxis", "relcl", "dep", "conj", "appos", "intj")


def asked_in_place(place: Place, wording: Wording) -> Question | None:
    """The figure's part with a question's words in it; None where they don't fit."""
    clause, part = place.clause, place.part
    is_date = place.figure.kind in ("date", "year")
    if is_date and goes_on(place.sentence, place.figure):
        return None
    start = place.figure.start - place.sentence.start
    if is_in_vote(place.sentence.text, start):
        return None
    if is_a_vote(place) or (clause.kind == "other" and clause.subject[0].tag == "PRP"):
        return None
    if part is None:
        said = _asked(place, wording)
        return Question(clause, said, None) if said else None
    if part not in clause.after or part.dep in _NESTED or _is_second_phrase(place, part):
        return None
    said = _asked(place, wording)
    if not said:
        return None
    return Question(clause, "", part, _behind_comma(place, part) + said, is_in_place=True)


def _is_second_phrase(place: Place, part: Part) -> bool:
    """Whether it only says otherwise what stands before the comma: a distance of ten miles."""
    return part.dep in ("npadvmod", "dobj", "attr") and bool(_behind_comma(place, part))


def _asked(place: Place, wording: Wording) -> str:
    tokens = place.clause.subject if place.part is None else place.part.tokens
    said = wording.say(place.sentence, tokens, place.clause)
    spot = find_spot(said, place.figure) if said else None
    if spot is None or is_bounded(spot):
        return ""
    return put_in_place(spot, amount_words) or ""


def _behind_comma(place: Place, part: Part) -> str:
    """The comma that sets it off: the library will shut, saving so much a year."""
    first = part.tokens[0].index
    return ", " if place.sentence.tokens[first - 1].text in SET_OFF else ""
