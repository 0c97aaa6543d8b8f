"""Real questions for figures and dates, by where they stand in a parsed clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.generation.asking.asking_in_place import IN_PLACE
from quizapp.generation.clauses.spots import is_between_ends, is_in_vote, is_listed
from quizapp.generation.clauses.subjects import RELATIVES
from quizapp.generation.english.particles import is_phrasal
from quizapp.generation.english.verbs import AUXILIARIES
from quizapp.generation.english.words import word_set
from quizapp.generation.findings import Figure
from quizapp.generation.parser_tier.amount_phrases import (
    goes_behind,
    is_percentage,
    phrase_for,
    says_unit,
)
from quizapp.generation.parser_tier.parser_in_place import asked_in_place
from quizapp.generation.parser_tier.when import when_asked
from quizapp.generation.parsing.figure_places import (
    Place,
    find_place,
    is_a_vote,
    is_range_end,
    preposition_before,
)
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.parsing.wording import Wording
from quizapp.generation.proposals import Topic

_ASKING = ("what", "many", "much")
_OF_CLAUSES = AUXILIARIES | RELATIVES | {"what"}
# Others belong to the verb as often as to the figure: get through, go without, look after.
_FRONTED = word_set("for by to from at within in on of into over between under until since up")
_COUNTING = word_set("after before since later earlier ago")
_LENGTHS = word_set("feet foot ft inches meters metres m miles yards km kilometers kilometres")
_RELATIONS = word_set("below above under over off")
_BEHIND_SUMS = word_set("prep npadvmod acl relcl")
_OBJECTS = word_set("dobj attr oprd npadvmod dative")


@dataclass(frozen=True)
class Asked:
    """A question whose answer is a figure."""

    question: Question
    topic: Topic
    says_unit: bool  # whether the unit stands in the question, so that the options can do without
    flags: tuple[str, ...] = ()


def questions_about(figure: Figure, clauses: Sequence[Clause], wording: Wording) -> Iterator[Asked]:
    """Of each clause that has the figure the turned question, then those that stay in place."""
    is_date = figure.kind in ("date", "year")
    places = [place for clause in clauses if (place := find_place(figure, clause))]
    sentence = places[0].sentence if places else None
    is_turned = not sentence or not _is_of_two(sentence, figure)
    for place in places if is_turned else ():
        if _is_in_aside(place):
            continue
        question = _date_asked(place, wording) if is_date else _amount_asked(place, wording)
        if question and not _is_nested(question):
            yield Asked(question, "date" if is_date else "figure", says_unit(figure))
    for place in places:
        is_odd = _is_in_aside(place) or _is_length_alone(place)
        question = None if is_odd else asked_in_place(place, wording)
        if question:
            yield Asked(question, "date" if is_date else "figure", says_unit(figure), (IN_PLACE,))


def _is_of_two(sentence: ParsedSentence, figure: Figure) -> bool:
    start, end = figure.start - sentence.start, figure.end - sentence.start
    is_date = figure.kind in ("date", "year")
    is_one = is_between_ends(sentence.text, start) or is_in_vote(sentence.text, start)
    return is_one or (is_date and is_listed(sentence.text, end))


def _is_in_aside(place: Place) -> bool:
    """Whether an adverb behind a comma tells of it alone: raised, most recently by 8 percent."""
    tokens = place.sentence.tokens[place.clause.verb.index + 1 : place.words[0].index]
    comma = next((token for token in reversed(tokens) if token.text == ","), None)
    if comma is None or place.part is None or place.part not in place.clause.after:
        return False
    behind, before = place.sentence.tokens[comma.index + 1], place.sentence.tokens[comma.index - 1]
    if before.tag in ("JJR", "RBR"):
        return True  # put the cost higher, at about $600 million
    return behind.tag in ("RB", "RBS") and behind.dep == "advmod"


def _date_asked(place: Place, wording: Wording) -> Question | None:
    return when_asked(place.clause, place.figure, place.part, place.top, wording)


def _is_nested(question: Question) -> bool:
    """Whether a clause would be fronted: to what percentage of what it had earned."""
    words = question.phrase.lower().split()
    at = next((at for at, word in enumerate(words) if word in _ASKING), len(words))
    return question.part is not None and not _OF_CLAUSES.isdisjoint(words[at + 1 :])


def _is_counted_from(place: Place) -> bool:
    """Whether it says how long after or before something else: two years after it began."""
    following = place.sentence.tokens[place.words[-1].index + 1 :][:1]
    is_time = place.figure.kind == "duration"
    return is_time and any(each.text.lower() in _COUNTING for each in following)


def _is_length_alone(place: Place) -> bool:
    """Whether nothing says in which direction it reaches: it is 1,244 feet, misread for long."""
    return place.top.dep == "attr" and place.figure.unit in _LENGTHS


def _is_misread_span(place: Place) -> bool:
    """Whether the preposition before it was taken for a hedge: over 15 years, it would save ..."""
    is_front = place.part is not None and place.part in place.clause.front
    return is_front and place.top.dep == "npadvmod" and place.words[0].index > 0


def _amount_asked(place: Place, wording: Wording) -> Question | None:
    top, clause = place.top, place.clause
    if any(is_it(place) for is_it in _NOT_ASKED):
        return None
    if place.part is None:
        is_told = clause.kind != "other"  # when a drift fell: which?
        is_subject = is_told and top.dep in ("nsubj", "nsubjpass") and top == clause.subject_head
        phrase = phrase_for(place, wording, with_all=True) if is_subject else ""
        return Question(clause, phrase, None) if phrase else None
    if top.dep in _OBJECTS and top == place.part.head:
        if any(each.tag in ("JJR", "RBR") for each in place.sentence.children(top)):
            return None  # no hotter than 45 degrees
        return _object_asked(place, wording)
    if top.dep == "pobj" or (is_range_end(place) and preposition_before(place)):
        return _after_preposition(place, wording)
    if top.dep == "npadvmod" and place.part.dep == "acomp" and top.head == place.part.head.index:
        return _complement_asked(place, wording)
    is_inner = top.dep == "dobj" or is_range_end(place)
    if place.part.dep == "xcomp" and is_inner and top.head == place.part.head.index:
        return _inner_object_asked(place, wording)
    return None


def _recurs(place: Place) -> bool:
    """Whether it says how often: every 41,000 years."""
    before = place.sentence.tokens[place.words[0].index - 1].text.lower()
    return place.words[0].text.lower() == "every" or before in ("every", "each")


def _is_behind_particle(place: Place) -> bool:
    """Whether the word before it belongs to the verb: bring in 40 percent, come up with ideas."""
    preposition = preposition_before(place)
    if preposition is None:
        return False
    before = place.sentence.tokens[preposition.index - 1]
    is_next = before == place.clause.verb
    is_split = is_next and is_phrasal(before.lemma, preposition.text.lower())
    return is_split or (before.dep == "prt" and before.head == place.clause.verb.index)


_NOT_ASKED = (_is_counted_from, _is_behind_particle, _recurs, _is_length_alone, _is_misread_span)


def _complement_asked(place: Place, wording: Wording) -> Question | None:
    """How many meters high; how much something is worth."""
    phrase, part = phrase_for(place, wording, with_all=True), place.part
    is_span = place.figure.kind == "range"  # of ages, with others beyond anybody's
    if not phrase or part is None or is_span or _has_second(place, part):
        return None
    if part.head.lemma == "worth":
        gone = set(place.sentence.subtree(place.top))
        left = [token for token in part.tokens if token not in gone]
        rest = wording.say(place.sentence, left, place.clause)
        return Question(place.clause, phrase, part, rest) if rest else None
    return Question(place.clause, f"{phrase} {part.head.text}", part)


def _has_second(place: Place, part: Part) -> bool:
    """Whether another measure follows: 660 feet thick at the bottom but only 45 at the top."""
    behind = part.tokens[part.tokens.index(part.head) + 1 :] if part.head in part.tokens else ()
    after = [t for each in place.clause.after for t in each.tokens if t.index > part.head.index]
    is_joined = any(token.tag == "CC" for token in (*behind, *after))
    return is_joined and any(token.tag == "CD" for token in (*behind, *after))


def _is_listed(place: Place) -> bool:
    """Whether a second number was taken for part of a time: 900 visits by 2028 and 40 jobs."""
    tokens = place.sentence.tokens
    behind = [t for part in place.clause.after if part.dep == "prep" for t in part.tokens]
    return any(
        t.dep == "cc" and (tokens[t.index + 1].tag == "CD" or tokens[t.index + 1].text == "between")
        for t in behind
        if t.index > place.top.index
    )


def _object_asked(place: Place, wording: Wording) -> Question | None:
    if _is_listed(place):
        return None
    phrase = phrase_for(place, wording, with_all=False)
    before = place.sentence.tokens[place.words[0].index - 1]
    is_split = before.tag == "RP" and before.head != place.clause.verb.index  # roll over $2
    if not phrase or is_split:
        return None
    rest = _rest(place, wording)
    return None if rest is None else Question(place.clause, phrase, place.part, rest)


def _inner_object_asked(place: Place, wording: Wording) -> Question | None:
    """What local businesses agreed to cover: the object belongs to an infinitive."""
    phrase = phrase_for(place, wording, with_all=True)
    assert place.part is not None
    gone = {token.index for token in place.sentence.subtree(place.top)}
    left = [token for token in place.part.tokens if token.index not in gone]
    rest = wording.say(place.sentence, left, place.clause)
    return Question(place.clause, phrase, place.part, rest) if phrase and rest else None


def _after_preposition(place: Place, wording: Wording) -> Question | None:
    """By what percentage, for how many years."""
    part = place.part
    preposition = preposition_before(place)
    assert part is not None
    if preposition is None:
        return None
    is_range = (preposition.text, part.head.text) == ("to", "from")
    is_head = (
        preposition == part.head
        or (is_range and _is_of_verb(place, preposition))
        or preposition.index == part.tokens[0].index - 1
    )
    if preposition.text.lower() not in _FRONTED and not _is_time_after(place, preposition):
        return None
    if is_head and part.dep == "prep":
        is_part = (
            is_a_vote(place)
            or _is_measured_from(place)
            or _belongs_elsewhere(place, part, preposition)
        )
        phrase = "" if is_part else phrase_for(place, wording, with_all=True)
        asked = f"{preposition.text.lower()} {phrase}"
        return Question(place.clause, asked, part) if phrase else None
    return None


def _is_of_verb(place: Place, preposition: Token) -> bool:
    """Whether it belongs to the clause's own verb, not to one inside: by a party that rose to."""
    verbs = (t for t in place.sentence.ancestors(preposition) if t.pos in ("VERB", "AUX"))
    return next(verbs, None) == place.clause.verb


def _is_measured_from(place: Place) -> bool:
    """Whether it says how far from something: at 15 percent below the market price."""
    following = place.sentence.tokens[place.words[-1].index + 1 :][:1]
    is_share = is_percentage(place.figure)
    return is_share and any(each.text.lower() in _RELATIONS for each in following)


def _belongs_elsewhere(place: Place, part: Part, preposition: Token) -> bool:
    """Within two years of what?  Defined as pain on 15 days: not defined on them."""
    if preposition.text.lower() == "within" and part in place.clause.front:
        return True
    before = (each for each in place.clause.after if each.head.index < part.head.index)
    return any(each.head.text.lower() == "as" for each in before)


def _is_time_after(place: Place, preposition: Token) -> bool:
    """After 20 days, but not looked after 20 miles of path."""
    return preposition.text.lower() == "after" and place.figure.kind == "duration"


def _rest(place: Place, wording: Wording) -> str | None:
    """What is left behind the verb of the phrase that is asked for."""
    sentence, top = place.sentence, place.top
    is_counted = says_unit(place.figure)
    behind = [
        each
        for each in sentence.children(top)
        if each.index > top.index
        and (
            each.text == "each"
            or (goes_behind(sentence, each) if is_counted else each.dep in _BEHIND_SUMS)
        )
        and not (each.text == "of" and is_percentage(place.figure))
    ]
    tokens = sorted((t for each in behind for t in sentence.subtree(each)), key=lambda t: t.index)
    if not tokens:
        return ""
    first = sentence.tokens[tokens[0].index - 1]
    if first.text in (",", "-", "—"):
        return ""
    return wording.say(sentence, tokens, place.clause)
