"""Wrong reasons: what else an article gives as a reason, an aim or a fact, alike in length."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from quizapp.generation.clauses.pronouns import pronouns
from quizapp.generation.english.verbs import BASES
from quizapp.generation.english.words import content_words
from quizapp.generation.parser_tier.reason_parts import Manner, Reason, option_text
from quizapp.generation.parsing.parsed_clauses import SAYING, Clause
from quizapp.generation.parsing.phrases import SET_OFF
from quizapp.generation.parsing.trees import ParsedSentence
from quizapp.generation.parsing.wording import Wording

_BARE = re.compile(r"Because of (?:the|its|their|his|her) [\w-]+")
_ABSOLUTE = re.compile(r"\b(?:always|never|only)\b", re.IGNORECASE)  # they give a wrong one away
_OWN = re.compile(r"Because (?:of )?(?:its|their|his|her) ")
_FEWEST, _MOST = 4, 18  # words of a statement
_OPTIONS = 3
_ENOUGH = 8  # to choose from
_JOINED = ("cc", "advcl", "csubj")
_AIMS = ("advcl", "xcomp", "acl", "relcl")
_QUOTES = ('"', "``", "''")
_SHARED = 2  # content words with the question or the key that make it too true
_LEAST, _GREATEST = 0.5, 1.8  # of the key's length


@dataclass(frozen=True)
class Alternative:
    """What could be a reason: the sentence that says it, and the option's text."""

    sentence: int
    text: str
    is_real: bool  # it is a reason, of something else

    @cached_property
    def words(self) -> frozenset[str]:
        """Those that carry content."""
        return frozenset(content_words(self.text))


def find_alternatives(
    reasons: Sequence[Reason],
    parsed: Sequence[ParsedSentence],
    clauses: Mapping[int, tuple[Clause, ...]],
    wording: Wording,
) -> dict[Manner, list[Alternative]]:
    """All of an article, by how they are said."""
    found: dict[Manner, list[Alternative]] = {"because": [], "because of": [], "to": []}
    for reason in reasons:
        text = option_text(reason.manner, reason.text)
        if any(role != "possessive" for _, role in pronouns(text)) or _BARE.fullmatch(text):
            continue  # of whom or what, its own question tells
        if _OWN.match(text):
            continue
        found[reason.manner].append(Alternative(reason.sentence, text, is_real=True))
    for sentence in parsed:
        for clause in clauses[sentence.number]:
            found["because"] += _statements(clause, wording)
        found["to"] += _aims(sentence, wording)
    found["because of"] += found["because"]
    return found


def wrong_reasons(
    reason: Reason, stem: str, alternatives: dict[Manner, list[Alternative]], random: Random
) -> list[str]:
    """Up to three, written as the reason is; real reasons of other things first."""
    key = option_text(reason.manner, reason.text)
    others = alternatives[reason.manner]
    pool = [each for each in others if each.sentence not in (reason.sentence, reason.asked_in)]
    random.shuffle(pool)
    pool.sort(key=lambda each: (not each.is_real, abs(len(each.text) - len(key)) // 8))
    rivals = [frozenset(content_words(key)), frozenset(content_words(stem))]
    chosen: list[str] = []
    for each in pool:
        if _fits(each, len(key), rivals):
            chosen.append(each.text)
            rivals.append(each.words)
        if len(chosen) == _ENOUGH:
            break
    return _with_one_longer(chosen, len(key))


def _with_one_longer(texts: Sequence[str], length: int) -> list[str]:
    """The first three; where all of them are shorter than the key, one that isn't instead."""
    first, others = list(texts[:_OPTIONS]), texts[_OPTIONS:]
    longer = next((text for text in others if len(text) > length), None)
    if longer is None or any(len(text) > length for text in first):
        return first
    return [*first[:-1], longer]


def _fits(each: Alternative, length: int, rivals: Iterable[frozenset[str]]) -> bool:
    """Whether it is as long as the key, of `length` characters, and unlike its rivals."""
    if not _LEAST * length <= len(each.text) <= _GREATEST * length or _ABSOLUTE.search(each.text):
        return False
    return all(len(each.words & rival) < _SHARED for rival in rivals)


def _statements(clause: Clause, wording: Wording) -> Iterator[Alternative]:
    """A plain clause, as it can follow because."""
    sentence = clause.sentence
    words = [*clause.subject, *clause.auxiliaries, clause.verb]
    words += [token for part in (*clause.middle, *clause.after) for token in part.tokens]
    first, last = clause.subject[0].index, max(word.index for word in words)
    passage = sentence.tokens[first : last + 1]
    says_nothing = clause.verb.lemma in SAYING and not clause.after  # a study found
    is_whole = (
        clause.kind == "main" and not says_nothing and clause.subject[0].index < clause.verb.index
    )
    if not is_whole or clause.is_negated or len(passage) > _MOST + 4:
        return
    if clause.subject[0].tag in ("WRB", "WP", "WDT"):
        return
    if any(word.text in (*_QUOTES, *SET_OFF, "(") or word.dep in _JOINED for word in passage):
        return
    if any(word.text.lower() == "because" for word in passage):
        return
    text = wording.say(sentence, passage)
    if text and _FEWEST <= len(text.split()) <= _MOST:
        yield Alternative(sentence.number, option_text("because", text), is_real=False)


def _aims(sentence: ParsedSentence, wording: Wording) -> Iterator[Alternative]:
    """What somebody wants or is to do: the words behind to."""
    for token in sentence.tokens:
        mark = sentence.child(token, "aux")
        is_infinitive = token.tag == "VB" and mark is not None and mark.text == "to"
        if not is_infinitive or mark is None or token.dep not in _AIMS:
            continue
        if token.lemma == "be" or token.text not in BASES:
            continue
        words = [word for word in sentence.subtree(token) if word.index > mark.index]
        text = wording.say(sentence, words)
        if text and 3 <= len(text.split()) <= _MOST and words[0] == token:
            yield Alternative(sentence.number, option_text("to", text), is_real=False)
