"""How the words of an article's sentences are said where they stand alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.generation.english.name_words import NATIONALITIES, ROLES
from quizapp.generation.parsing.parsed_clauses import Clause
from quizapp.generation.parsing.phrases import (
    is_dangling,
    is_relative_time,
    lowered,
    render,
    simplified,
)
from quizapp.generation.parsing.referents import NUMBERS, Referents
from quizapp.generation.parsing.subject_phrases import possessive
from quizapp.generation.parsing.trees import ParsedSentence, Token

_NO_THINGS = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL")
_LONGEST_BEHIND = 6  # words of an owner behind "of"
_LONGEST_OWNER = 4  # words
_PLACING = frozenset(("at", "in", "on", "from", "near", "by", "with", "for"))
NOMINATIVES = ("he", "she", "they", "it")


@dataclass(frozen=True)
class Wording:
    """Words to phrases that lean on nothing outside of them."""

    referents: Referents
    full_names: Mapping[tuple[int, int], str] = field(default_factory=dict)  # of a lone surname
    lowercase: frozenset[str] = frozenset()  # words that the article writes without a capital
    capitals: frozenset[str] = frozenset()  # words that it writes with one inside sentences
    wholes: Mapping[int, str] = field(default_factory=dict)  # of what a sentence's shares are
    may_lean: bool = False  # on the sentence before, which is said as well

    def say(
        self, sentence: ParsedSentence, tokens: Sequence[Token], clause: Clause | None = None
    ) -> str | None:
        """The words, simplified, names in full; None where something points elsewhere."""
        kept = simplified(sentence, tokens)
        if not kept:
            return None
        instead = {} if self.may_lean else self._instead(kept, clause)
        others = [token for token in kept if token.index not in instead]
        if not self.may_lean and is_dangling(sentence, others):
            return None
        return self._rendered(sentence, kept, instead)

    def say_beside(
        self, sentence: ParsedSentence, tokens: Sequence[Token], clause: Clause
    ) -> str | None:
        """Words that stand beside those of their clause, which pronouns may lean on."""
        kept = simplified(sentence, tokens)
        instead = self._instead(kept, clause)
        others = [t for t in kept if t.tag not in ("PRP", "PRP$")]
        if not kept or kept[0].tag == "PRP" and kept[0].index not in instead:
            return None
        if any(_is_told_before(token, clause) for token in kept if token.index not in instead):
            return None
        return None if is_dangling(sentence, others) else self._rendered(sentence, kept, instead)

    def say_as_told(
        self, sentence: ParsedSentence, tokens: Sequence[Token], clause: Clause
    ) -> str | None:
        """The same with its pronouns, where the clause beside it has what they may stand for."""
        kept = simplified(sentence, tokens)
        pronouns = [token for token in kept if token.tag in ("PRP", "PRP$")]
        others = [token for token in kept if token not in pronouns]
        if not pronouns or not all(_may_stand_for(token, clause) for token in pronouns):
            return None
        return None if is_dangling(sentence, others) else self._rendered(sentence, kept, {})

    def _rendered(
        self, sentence: ParsedSentence, kept: Sequence[Token], instead: Mapping[int, str]
    ) -> str | None:
        text = render(sentence, kept, {**self._in_full(kept), **instead})
        if text.count('"') % 2 or is_relative_time(text):
            return None
        is_name = self.referents.begins_name(kept[0])
        if is_name or kept[0].index in instead or not text.startswith(kept[0].text):
            return text
        is_common = kept[0].index == 0 and kept[0].text.lower() in self.lowercase
        if not is_common and kept[0].text in self.capitals | NATIONALITIES:
            return text
        return text[:1].lower() + text[1:] if is_common else lowered(text, kept[0])

    def _instead(self, tokens: Sequence[Token], clause: Clause | None) -> dict[int, str]:
        """What stands for the pronouns; those that mean the clause's own subject stay."""
        pronouns = [
            token
            for token in tokens
            if token.tag in ("PRP", "PRP$") or token.text.lower() == "there"
        ]
        said: dict[int, str] = {}
        for token in pronouns:
            text = self._said(token, tokens, clause)
            is_told = any(text in (before, possessive(before)) for before in said.values())
            if text:
                said[token.index] = token.text if is_told else text
            elif token.tag == "PRP$":
                said |= self._owned(token, tokens)
        return said

    def _owned(self, token: Token, tokens: Sequence[Token]) -> dict[int, str]:
        """The total sleep of those in dim light, who can't have it by an apostrophe."""
        meant = self.referents.meant.get(token.start, "")
        owned = next((each for each in tokens if each.index == token.head), None)
        is_short = 0 < len(meant.split()) <= _LONGEST_BEHIND
        if owned is None or not is_short or _is_said_before(meant, token, tokens):
            return {}
        if any(each.head == owned.index < each.index for each in tokens):
            return {}
        return {token.index: "the", owned.index: f"{owned.text} of {meant}"}

    def _said(self, token: Token, tokens: Sequence[Token], clause: Clause | None) -> str:
        """The pronoun itself or what stands for it; "" if that can't be told."""
        if clause is not None and self._means_subject(token, clause):
            return token.text
        meant = self.referents.meant.get(token.start, "")
        if not meant or _is_said_before(meant, token, tokens):
            return token.text if meant else ""
        if token.tag == "PRP$":
            return possessive(meant) if _may_own(meant) else ""
        return meant if token.dep in ("nsubj", "nsubjpass", "dobj", "advmod") else ""

    def _means_subject(self, token: Token, clause: Clause) -> bool:
        head = clause.subject_head
        if head is None or token in clause.subject:
            return False
        if token.tag == "PRP" and (token.text.lower() not in NOMINATIVES or token.dep == "dobj"):
            return False
        if head.text in ("percent", "%"):
            return NUMBERS.get(token.text.lower()) == "several"
        is_alike = NUMBERS.get(token.text.lower()) == self.referents.number_of(
            clause.sentence, head
        )
        return is_alike and self.referents.may_mean(token, head)

    def _in_full(self, tokens: Sequence[Token]) -> dict[int, str]:
        """A surname alone gives way to the full name, once."""
        found: dict[int, str] = {}
        for token in tokens:
            full = self.full_names.get((token.start, token.end))
            if token.dep in ("compound", "amod", "nmod"):
                continue  # the Roe family
            if full and full not in found.values():
                found[token.index] = full
        return found


def _is_said_before(meant: str, token: Token, tokens: Sequence[Token]) -> bool:
    """Whether the words themselves say what the pronoun stands for."""
    before = [each.text for each in tokens if each.index < token.index]
    last = meant.split()[-1]
    is_surname = last[0].isupper() and last in before
    return is_surname or meant.lower() in " ".join(before).lower()


def _may_own(meant: str) -> bool:
    """Whether an apostrophe can follow: of the fields at Morva none can."""
    words = meant.split()
    return len(words) <= _LONGEST_OWNER and _PLACING.isdisjoint(words)


def _may_stand_for(pronoun: Token, clause: Clause) -> bool:
    """Whether the clause, without its reason, has a noun of the pronoun's number."""
    if _is_told_before(pronoun, clause):
        return False
    said = [*clause.subject, *(token for part in clause.after for token in part.tokens)]
    nouns = [token for token in said if token.pos in ("NOUN", "PROPN")]
    number = NUMBERS.get(pronoun.text.lower())
    if number == "person":
        return any(each.entity == "PERSON" or each.lemma in ROLES for each in nouns)
    several = [each for each in nouns if each.tag in ("NNS", "NNPS")]
    if number == "several":
        return bool(several)
    things = [each for each in nouns if each.entity != "PERSON" and each not in several]
    return number == "thing" and any(each.entity not in _NO_THINGS for each in things)


def _is_told_before(token: Token, clause: Clause) -> bool:
    """Whether it is an object before the subject: to obtain a pound of it, factories needed ..."""
    is_object = token.tag == "PRP" and token.dep in ("pobj", "dobj", "dative")
    return is_object and token.index < clause.subject[0].index
