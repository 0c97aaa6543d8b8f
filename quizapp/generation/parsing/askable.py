"""Which parsed clauses make sense in a question of their own."""

from quizapp.generation.english.name_words import ROLES
from quizapp.generation.english.words import word_set
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.phrases import SET_OFF

_MEASURES = word_set(
    "figure share number rate total ratio average proportion count percentage result remainder rest"
)
_MASSES = word_set("percent dollar pound euro mile kilometer year month week day hour degree ton")
# Of whom or what they say nothing by themselves: 29 percent said, they gave the men.
_SPEAKING = word_set("say tell think believe know show suggest reckon")
_OWN = ("nsubj", "nsubjpass", "csubj", "expl", "mark", "aux", "auxpass")
_NEVER_BARE = ("to", "of", "from", "at", "with", "for")
_GIVING = word_set("give send lend grant award hand")
_PEOPLE = word_set("people child patient crew worker guest passenger pupil")
_NOBODY = ("no", "none", "neither", "nobody", "nothing", "few", "not")


def is_askable(clause: Clause) -> bool:
    """Whether a question about one of its parts can be understood by itself."""
    if _is_bare_measure(clause) or clause.subject[0].text.lower() in _NOBODY:
        return False
    if _is_expletive(clause) or any(_is_cut_time(part, clause) for part in clause.parts):
        return False
    if _is_broken(clause) or _is_torn(clause) or _is_turned_round(clause) or _disagrees(clause):
        return False
    if _compares_by_halves(clause) or _lacks_object(clause) or _is_of_each_other(clause):
        return False
    if any(_is_misread(part, clause) for part in clause.after):
        return False
    return not any(_is_from_elsewhere(part, clause) for part in clause.parts)


def _is_broken(clause: Clause) -> bool:
    """Whether a list within an aside was taken for the subject's: Roe, who owns a mill, a shop."""
    asides = [token.index for token in clause.subject if token.dep == "relcl"]
    joined = [token.index for token in clause.subject if token.dep == "conj"]
    return bool(asides) and any(index > asides[0] for index in joined)


def _is_torn(clause: Clause) -> bool:
    """Whether no comma parts a shortened clause from the subject: built by the engineer Ada Obi."""
    start = clause.subject[0].index
    return any(
        part.head.tag in ("VBN", "VBG") and part.dep in ("advcl", "acl", "prep")
        for part in clause.front
        if part.tokens[-1].index + 1 == start and part.tokens[-1].text not in SET_OFF
    )


def _is_turned_round(clause: Clause) -> bool:
    """Whether the auxiliary stands before the subject: had his rival dismissed."""
    first = clause.auxiliaries[:1]
    return any(each.index < clause.subject[0].index for each in first)


def _disagrees(clause: Clause) -> bool:
    """Whether the parser took a subject that the verb doesn't fit: mediators was moved."""
    verb, head = (*clause.auxiliaries, clause.verb)[0], clause.subject_head
    if head is None or head.tag != "NNS" or head.lemma in _MASSES:
        return False
    return verb.text.lower() in ("is", "was", "has", "does")


def _compares_by_halves(clause: Clause) -> bool:
    """Whether the other half was taken for a part of its own: did as well as the stock.

    What stands right behind a joining word is the second of two things: two eggs and a leek.
    """
    tokens = clause.sentence.tokens
    joins = [tokens[part.tokens[0].index - 1] for part in clause.after]
    return any(
        joint.dep == "cc" and (joint.text == "as" or part.dep == "advmod")
        for part, joint in zip(clause.after, joins, strict=True)
        if len(part.tokens) > 1
    )


def _lacks_object(clause: Clause) -> bool:
    """Whether its verb needs an object, or a second one, that it hasn't got."""
    objects = [part for part in clause.after if part.dep in ("dobj", "dative", "ccomp", "xcomp")]
    if clause.auxiliaries and clause.auxiliaries[-1].dep == "auxpass":
        return False
    if clause.verb.lemma in _SPEAKING:
        return not clause.after
    is_person = len(objects) == 1 and objects[0].head.lemma in ROLES | _PEOPLE
    is_given = any(part.head.text in ("to", "up") for part in clause.after)
    return clause.verb.lemma in _GIVING and is_person and not is_given


def _is_of_each_other(clause: Clause) -> bool:
    """Whether one does to each other what only two can."""
    words = [token.text.lower() for part in clause.after for token in part.tokens]
    head = clause.subject_head
    is_one = head is not None and head.tag in ("NN", "NNP")
    is_one = is_one and not any(t.dep == "conj" and t != head for t in clause.subject)
    return is_one and ("each", "other") in zip(words, words[1:], strict=False)


def _is_misread(part: Part, clause: Clause) -> bool:
    """Whether it is a preposition parted from its noun, or a verb that has nobody who does it."""
    is_bare = part.dep == "prep" and len(part.tokens) == 1 and part.head.text in _NEVER_BARE
    is_joined = part.dep == "advmod" and any(
        token.dep == "conj" and token.pos == "VERB" for token in part.tokens
    )
    is_lone = part.dep == "advcl" and part.head.tag in ("VBZ", "VBP", "NNS")
    is_lone = is_lone and not any(
        token.head == part.head.index and token.dep in _OWN for token in part.tokens
    )
    return (
        is_joined or is_lone or (is_bare and part.head.index + 1 < len(clause.sentence.tokens) - 1)
    )


def _is_expletive(clause: Clause) -> bool:
    """It took the county 6 years to build a path: "it" stands for what follows."""
    is_it = len(clause.subject) == 1 and clause.subject[0].text.lower() == "it"
    takes_time = clause.verb.lemma in ("take", "cost", "need", "require")
    words = [token for part in clause.after for token in part.tokens]
    follows = any(word.tag == "TO" or word.text in ("before", "until") for word in words)
    return is_it and takes_time and follows


def _is_cut_time(part: Part, clause: Clause) -> bool:
    """Ten years, of ten years after she founded the club."""
    last = part.tokens[-1].index + 1
    following = [token.text.lower() for token in clause.sentence.tokens[last : last + 1]]
    return part.dep == "npadvmod" and following in (["after"], ["before"], ["since"])


def _is_bare_measure(clause: Clause) -> bool:
    """Whether its subject is the figure, the share: of what, only a sentence before says."""
    return len(clause.subject) == 2 and clause.subject[1].lemma in _MEASURES


def _is_from_elsewhere(part: Part, clause: Clause) -> bool:
    """Whether it counts from what another sentence tells: ten years earlier."""
    others = [other for other in clause.parts if other != part]
    last = part.tokens[-1].text.lower() if 0 < len(part.tokens) <= 4 else ""
    is_counted = last in ("earlier", "later", "before", "afterward", "ago")
    return is_counted and part.dep != "advcl" and not any(map(has_figure_date, others))


def has_figure_date(part: Part) -> bool:
    """Whether it is a short phrase with a date in figures: in 1999."""
    is_short = len(part.tokens) <= 6 and part.dep == "prep" and part.tokens[0] == part.head
    return is_short and any(t.entity == "DATE" and t.text[:1].isdigit() for t in part.tokens)
