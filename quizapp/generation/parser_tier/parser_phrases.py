"""Real questions for a name inside a longer phrase: "A study by which chemist blames the milk?" """

import re
from collections.abc import Iterator, Sequence

from quizapp.generation.clauses.subjects import PREPOSITIONS
from quizapp.generation.english.name_words import NATIONALITIES, ROLES, TITLES
from quizapp.generation.english.words import word_set
from quizapp.generation.findings import Name
from quizapp.generation.names.name_nouns import is_said_of
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import Token
from quizapp.generation.parsing.wording import Wording

_DEEPEST = 9  # words before the one that asks
_LONGEST = 14  # words of the phrase that asks
_ASKED_OF = ("prep", "agent", "dobj", "dative")
_MODIFIERS = ("compound", "nmod", "amod")  # the Reno plant
_MOST_NOUNS = 4
_ARTICLES = ("the", "a", "an", "The", "A", "An")
_PRONOUNS = word_set("his her its their he she it they")
_THE = re.compile(r"(?:(?<=\s)|^)(?:the|an?) $", re.IGNORECASE)


def questions_inside(
    name: Name, asked: str, words: Sequence[Token], clause: Clause, wording: Wording
) -> Iterator[Question]:
    """Of one clause: its phrase with the name goes first, and what asks stands for the name."""
    top = clause.sentence.top(words)
    if top is None or _is_one_of_several(clause, top) or top.dep in _MODIFIERS:
        return
    if top in clause.subject:
        said = wording.say(clause.sentence, clause.subject)
        if phrase := _asking(name, asked, said):
            yield Question(clause, phrase, None)
        return
    part = next((each for each in clause.parts if top in each.tokens), None)
    if part is None or part.dep not in _ASKED_OF or _is_clausal(part) or _has_agent(part, clause):
        return
    if part.dep == "dative" and part.tokens[0].tag not in ("IN", "TO"):
        return
    phrase = _asking(name, asked, wording.say(clause.sentence, part.tokens, clause))
    before = re.split(r"\b(?:which|whom|whose)\b", phrase)[0]
    is_short = part.dep != "dobj" or before.endswith(" of ")
    is_short = is_short or (not before and not phrase.startswith("which place"))
    if phrase and is_short and not re.search(r"[A-Z]", before):
        yield Question(clause, phrase, part)


def _is_one_of_several(clause: Clause, top: Token) -> bool:
    """Whether it is joined to another: the other would stand beside "which"."""
    return top.dep == "conj" or clause.sentence.child(top, "conj") is not None


def _has_agent(part: Part, clause: Clause) -> bool:
    """Whether who does it stands within: is squeezed from the right by Roe's party."""
    is_passive = any(each.dep == "auxpass" for each in clause.auxiliaries)
    return is_passive and part.dep == "prep" and any(t.text == "by" for t in part.tokens[1:])


def _is_clausal(part: Part) -> bool:
    """Whether it says something by a verb of its own: by selling the mill to Kern."""
    return any(t.pos == "VERB" and t.tag in ("VBG", "VBD", "VBZ", "VBP") for t in part.tokens)


def _asking(name: Name, asked: str, said: str | None) -> str:
    """The phrase with what asks in the name's place; "" where it can't be told."""
    if not said or len(said.split()) > _LONGEST:
        return ""
    found = list(re.finditer(rf"(?<![\w'-]){re.escape(name.text)}(?P<owner>'s?(?!\w))?", said))
    if len(found) != 1:
        return ""
    before, after = said[: found[0].start()], said[found[0].end() :]
    before, noun = _without_apposition(before, name)
    which = f"which {noun}" if noun else asked
    if not which or not _fits(before, after, which):
        return ""
    if found[0]["owner"]:
        which = "whose" if which == "who" else f"{which}'s"
    elif which == "who" and before:
        which = "whom"
    before = before.removesuffix(f"the {which.removeprefix('which ')} of ")
    if before.endswith(f" {which.removeprefix('which ')} of "):
        return ""  # the old city of which city
    return " ".join(f"{before} {which} {after}".split())


def _fits(before: str, after: str, which: str) -> bool:
    """Whether what asks can stand between these words."""
    words = before.split()
    if len(words) > _DEEPEST or (words and words[-1].lower() not in PREPOSITIONS):
        return False
    if re.search(r"\d", before) or _PRONOUNS & {*map(str.lower, words)}:
        return False
    if re.search(r",| and | or |^ to ", after) or " and " in before:
        return False
    if which == "which place" and words and words[-1].lower() in ("on", "off"):
        return False
    return which not in ("who", "which place") or not after.startswith(" of ")


def _without_apposition(before: str, name: Name) -> tuple[str, str]:
    """What stands before a name, and what it is called there: "by " and "chemist".

    A title is a noun as well: Professor Jane Roe is asked for as a professor.
    """
    if article := _THE.search(before):
        return before[: article.start()], ""
    rest = before.rstrip().removesuffix(",").split()
    words: list[str] = []
    if rest and rest[-1] in TITLES and rest[-1].lower() in ROLES:
        return " ".join((*rest[:-1], "")).lstrip(), rest[-1].lower()
    while rest and len(words) < _MOST_NOUNS and (rest[-1].islower() or rest[-1] in NATIONALITIES):
        if rest[-1] in _ARTICLES:
            break
        words.insert(0, rest.pop())
    is_told = bool(words and rest) and rest[-1] in _ARTICLES and is_said_of(words[-1], name.kind)
    return (" ".join((*rest[:-1], "")).lstrip(), " ".join(words)) if is_told else (before, "")
