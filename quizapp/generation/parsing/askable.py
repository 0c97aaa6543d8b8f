"""Which parsed clauses make sense in a question of their own."""

from quizapp.generation.english.words import word_set
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.phrases import SET_OFF

_MEASURES = word_set("figure share number rate total ratio average proportion count percentage")
_MASSES = word_set("percent dollar pound euro mile kilometer year month week day hour degree ton")
_NOBODY = ("no", "none", "neither", "nobody", "nothing", "few", "not")


def is_askable(clause: Clause) -> bool:
    """Whether a question about one of its parts can be understood by itself."""
    if _is_bare_measure(clause) or clause.subject[0].text.lower() in _NOBODY:
        return False
    if _is_expletive(clause) or any(_is_cut_time(part, clause) for part in clause.parts):
        return False
    if _is_broken(clause) or _is_torn(clause) or _is_turned_round(clause) or _disagrees(clause):
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
