"""Real questions whose answer is a proper name: who, which organization, where, with whom."""

from collections.abc import Iterator, Sequence

from quizapp.generation.findings import Name
from quizapp.generation.inflection import past_of
from quizapp.generation.name_distractors import is_nation
from quizapp.generation.parsed_clauses import Clause, Part
from quizapp.generation.stem_parts import Question
from quizapp.generation.trees import ParsedSentence, Token
from quizapp.generation.words import content_words

_SUBJECTS = {
    "person": "who",
    "organization": "which organization",
    "place": "which place",
    "other": "",
}
_ASKING = ("organiz", "place", "which", "whom")
_OBJECTS = {**_SUBJECTS, "person": "whom"}
_PREPOSITIONS = ("with", "to", "from", "for", "against", "by", "after", "under")


def questions_about_name(
    name: Name, mention: tuple[int, int], clauses: Sequence[Clause]
) -> Iterator[Question]:
    """Questions whose answer is what stands at this mention, and nothing besides."""
    for clause in clauses:
        words = clause.sentence.covering(*mention)
        top = clause.sentence.top(words)
        if top is None:
            continue
        if top in clause.subject:
            if _is_alone(clause.sentence, clause.subject, words) and not _is_plural(clause):
                yield from _with(clause, _subject_phrase(name), None)
            continue
        part = next((each for each in clause.parts if top in each.tokens), None)
        if part is not None and not clause.is_negated:
            yield from _about_part(clause, part, words, name)


def _subject_phrase(name: Name) -> str:
    return "which country" if is_nation(name) else _SUBJECTS[name.kind]


def _with(clause: Clause, phrase: str, part: Part | None) -> Iterator[Question]:
    if phrase:
        yield Question(clause, phrase, part)


def _is_plural(clause: Clause) -> bool:
    first = clause.auxiliaries[0] if clause.auxiliaries else clause.verb
    return first.tag == "VBP" or any(each.dep == "conj" for each in clause.subject)


def _is_alone(sentence: ParsedSentence, tokens: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether the name is what the phrase is about: the French engineer Sadi Carnot is."""
    inside = {token.index for token in tokens}
    outer = [t for t in tokens if t.head not in inside or t.head == t.index]
    if len(outer) != 1:
        return False
    if outer[0] in words:
        after = [t for t in tokens if t.index > words[-1].index]
        return not any(t.dep in ("conj", "poss") for t in tokens) and not _clings(after)
    apposed = [each for each in sentence.children(outer[0], ("appos",)) if each in words]
    return bool(apposed) and not any(t.dep == "conj" for t in tokens)


def _clings(after: Sequence[Token]) -> bool:
    """Whether more of the same phrase follows without a comma: Lisbon's mayor."""
    return bool(after) and after[0].text not in (",", "(", "-", "—")


def _about_part(
    clause: Clause, part: Part, words: Sequence[Token], name: Name
) -> Iterator[Question]:
    sentence = clause.sentence
    if part.dep == "agent":
        if _is_alone(sentence, _behind(part), words):
            yield from _as_active(clause, part, name)
        return
    if part.dep == "dobj" and name.kind != "place" and _is_alone(sentence, part.tokens, words):
        yield from _with(clause, _OBJECTS[name.kind], part)
        return
    preposition = part.tokens[0]
    if part.dep != "prep" or not _is_alone(sentence, _behind(part), words):
        return
    word = preposition.text.lower()
    if name.kind == "place" and word in ("in", "at"):
        yield Question(clause, "where", part)
    elif name.kind in ("person", "organization") and word in _PREPOSITIONS:
        phrase = _OBJECTS[name.kind]
        yield Question(clause, f"{word} {phrase}", part)


def _behind(part: Part) -> tuple[Token, ...]:
    return part.tokens[1:]


def _as_active(clause: Clause, part: Part, name: Name) -> Iterator[Question]:
    """Who designed the ship, not by whom the ship was designed."""
    words = [each.text.lower() for each in clause.auxiliaries]
    is_past = bool(clause.participle) or words in (["was"], ["were"])
    if is_past and name.kind in ("person", "organization"):
        yield Question(
            clause, _SUBJECTS[name.kind], part, verb=past_of(clause.verb), is_turned=True
        )


def is_telling(stem: str, kind: str) -> bool:
    """Whether it says enough to find one answer, unlike: Who sailed?"""
    has_number = any(char.isdigit() for char in stem)
    if kind == "place" and not has_number and not stem.lower().startswith("where"):
        return False
    words = [word for word in content_words(stem) if word not in _ASKING]
    names = [word for word in stem.split()[1:] if word[:1].isupper()]
    return len(words) >= 3 or (len(words) == 2 and (has_number or bool(names) or " the " in stem))
