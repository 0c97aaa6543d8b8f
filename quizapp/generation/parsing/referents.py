"""What the pronouns of parsed sentences stand for, by subjects before them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.generation.english.genders import may_mean
from quizapp.generation.english.name_words import ROLES
from quizapp.generation.english.words import word_set
from quizapp.generation.findings import Findings, Name
from quizapp.generation.parsing.clause_heads import SUBJECTS
from quizapp.generation.parsing.parsed_clauses import quoted_words
from quizapp.generation.parsing.phrases import is_dangling, lowered, render, simplified
from quizapp.generation.parsing.protagonists import find_protagonists, meant_by_gender
from quizapp.generation.parsing.rivals import (
    adds_thing,
    has_nearer_thing,
    has_second_thing,
    makes_something,
)
from quizapp.generation.parsing.subject_phrases import (
    apposed_to,
    belongs_to_clause,
    identified,
    is_part_of,
    is_put_in,
    possessive,
    without_only,
)
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.reading.lives import subject_of_life

Number = Literal["person", "thing", "several", "unknown"]
NUMBERS: Mapping[str, Number] = {
    **dict.fromkeys(("he", "she", "his", "her", "him"), "person"),
    **dict.fromkeys(("it", "its"), "thing"),
    **dict.fromkeys(("they", "their", "them"), "several"),
}
# Sentences about these go on about what they tell of.
_REPORTS = word_set(
    "survey poll study report analysis research audit figure name word term title nickname"
)
_LONGEST = 70  # characters of what may stand for a pronoun


@dataclass(frozen=True)
class Referent:
    """Something that a later pronoun may mean."""

    text: str
    number: Number


_RIVAL = Referent("", "thing")  # what stands in the way of every other thing


class Referents:
    """For each pronoun that could be resolved, by its offset in the article, what it means."""

    def __init__(self, findings: Findings, parsed: Sequence[ParsedSentence]) -> None:
        self._people = {
            offset: name
            for name in findings.names
            for offset, _ in name.mentions
            if name.kind == "person"
        }
        self._names = {end: name for name in findings.names for _, end in name.mentions}
        people = [(n.text, n.mentions[0][0]) for n in findings.names if n.kind == "person"]
        self._subject = subject_of_life(findings.article, people)
        self._protagonists = find_protagonists(findings)
        self._genders = {name.text: name.gender for name in findings.names}
        self._lowercase = {
            token.text for each in parsed for token in each.tokens if token.text.islower()
        }
        self._starts = {start for name in findings.names for start, _ in name.mentions}
        self.meant: dict[int, str] = {}
        self.numbers: dict[int, Number] = {}
        self._places = {
            start: name.text
            for name in findings.names
            for start, _ in name.mentions
            if name.kind == "place"
        }
        self._place = ""  # where the sentence before says that something is
        self._has_made = False  # whether the sentence before brings in a new thing as its object
        before: tuple[Referent, ...] = ()
        for sentence in parsed:
            if sentence.number in findings.article.openings:
                persons = tuple(each for each in before if each.number == "person")
                before = (Referent(self._subject, "person"),) if self._subject else persons
            before = self._read(sentence, before)

    def _read(self, sentence: ParsedSentence, before: tuple[Referent, ...]) -> tuple[Referent, ...]:
        """Resolve the sentence's pronouns; what the next sentence's may mean, likeliest first."""
        quoted = quoted_words(sentence)
        place, self._place = self._place, self._place_in(sentence)
        here: list[tuple[Referent, Token]] = []
        things: set[str] = set()  # that its main clauses are about: the flow slowed, the war ended
        has_made, self._has_made = self._has_made, makes_something(sentence)
        for token in sentence.tokens:
            if has_made and token.text.lower() == "it" and token.dep == "nsubjpass" and not here:
                continue  # the firm proposed a dividend; it will be paid: the firm or the dividend?
            number = NUMBERS.get(token.text.lower())
            if number and token.index not in quoted and not _is_impersonal(sentence, token):
                if number == "thing" and self._is_rivalled(sentence, token, here):
                    continue
                around = [each for each, noun in here if not is_part_of(sentence, token, noun)]
                self._resolve_in(token, number, around, before)
                self._take_for(token, meant_by_gender(token, sentence, self._protagonists))
            if token.text.lower() == "there" and token.dep == "advmod" and place:
                self.meant[token.start] = place
            if sentence.head(token).dep == "relcl" or is_put_in(sentence, token):
                continue  # only its own noun's clause is about it
            if token.dep in SUBJECTS and token.lemma not in _REPORTS:
                found = self._referents(sentence, token)
                here += [(each, token) for each in found]
                things |= _things(sentence, token, found)
        is_rivalled = len(things) > 1 or has_second_thing(sentence) or adds_thing(sentence)
        told = tuple(each for each, _ in here)
        return (_RIVAL, *told) if is_rivalled else told

    def _take_for(self, token: Token, person: str) -> None:
        if person and token.start not in self.meant:
            self.meant[token.start], self.numbers[token.start] = person, "person"

    def _is_rivalled(
        self, sentence: ParsedSentence, pronoun: Token, here: Sequence[tuple[Referent, Token]]
    ) -> bool:
        """Whether an organization stands between the subject and it: which of them it is?"""
        if has_nearer_thing(sentence, pronoun):
            return True
        if not here:
            return False
        subjects = [t.index for t in sentence.tokens if t.dep in SUBJECTS]
        last = max((index for index in subjects if index < pronoun.index), default=pronoun.index)
        own = sentence.subtree(sentence.tokens[last])  # the chipmaker Orvella said it
        between = (t for t in sentence.tokens[last + 1 : pronoun.index] if t not in own)
        return any(
            (name := self._names.get(token.end)) is not None and name.kind == "organization"
            for token in between
        )

    def _place_in(self, sentence: ParsedSentence) -> str:
        """In Zurich, if that is the one place of the sentence."""
        found = [token for token in sentence.tokens if token.start in self._places]
        if len(found) != 1 or found[0].index == 0:
            return ""
        before = sentence.tokens[found[0].index - 1].text.lower()
        return f"{before} {self._places[found[0].start]}" if before in ("in", "at") else ""

    def _resolve_in(
        self,
        token: Token,
        number: Number,
        here: Sequence[Referent],
        before: Sequence[Referent],
    ) -> None:
        """An object isn't what its own verb's subject is, which stands last in `here`."""
        is_object = token.tag == "PRP" and token.dep not in SUBJECTS
        if not is_object:
            self._resolve(token, number, [*reversed(here), *before])
        elif here and here[-1].number not in (number, "unknown"):
            self._resolve(token, number, [*reversed(here[:-1]), *before])

    def _resolve(self, token: Token, number: Number, candidates: Sequence[Referent]) -> None:
        for candidate in candidates:
            if candidate.number == "unknown":
                return
            if candidate == _RIVAL and number == "thing":
                return
            if candidate.number == number and self._may_be(token, candidate.text):
                self.meant[token.start] = candidate.text
                self.numbers[token.start] = number
                return

    def _referents(self, sentence: ParsedSentence, noun: Token) -> list[Referent]:
        """What a subject says it is; one that can't be told still stands in the way of others."""
        named = identified(sentence, noun)
        if named is not None and self.number_of(sentence, named) == "person":
            noun = named  # the first patient was Albert Alexander: he
        if noun.start in self.meant:
            return [Referent(self.meant[noun.start], self.numbers[noun.start])]
        if noun.tag in ("WDT", "WP", "EX") or noun.dep == "csubj":
            return []
        if sentence.subtree(noun)[0].text.lower() in ("no", "none", "nobody", "neither"):
            return []
        is_share = sentence.child(noun, "prep") is not None and noun.pos in ("NUM", "PRON", "ADJ")
        tokens = simplified(sentence, sentence.subtree(noun))
        tokens = without_only(t for t in tokens if not belongs_to_clause(sentence, noun, t))
        if not tokens:
            return [Referent("", "unknown")]
        owners = {t.index: possessive(self.meant[t.start]) for t in tokens if self._is_owner(t)}
        said = render(sentence, tokens, owners)
        text = said if tokens[0].index in owners else self._as_inside(tokens[0], said)
        text = self.named(tokens) or self._apposed(sentence, noun) or text
        article = sentence.child(noun, "det")
        if noun.lemma in ROLES and article is not None and article.lemma == "a":
            return [Referent("", "unknown")]  # a conductor ordered her out: she isn't the conductor
        is_noun = noun.pos in ("NOUN", "PROPN") or is_share
        others = [token for token in tokens if token.index not in owners]
        if not is_noun or is_dangling(sentence, others) or len(text) > _LONGEST:
            return [Referent("", "unknown")]
        number = "several" if is_share else self.number_of(sentence, noun)
        is_somebodys = bool(owners) and number == "person" and text not in self._genders
        return [Referent("", "unknown") if is_somebodys else Referent(text, number)]

    def _is_owner(self, token: Token) -> bool:
        return token.tag == "PRP$" and token.start in self.meant

    def _apposed(self, sentence: ParsedSentence, noun: Token) -> str:
        """The name behind what leans on a sentence before: its older volcano, Helgafell."""
        name = self._names.get(apposed_to(sentence, noun))
        is_told = name is not None and any(map(self._is_owner, sentence.children(noun, ("poss",))))
        return name.text if name is not None and is_told else ""

    def _as_inside(self, first: Token, text: str) -> str:
        """Without the capital of a sentence's beginning, whatever the parser takes it for."""
        if first.index == 0 and first.text.lower() in self._lowercase:
            return text[0].lower() + text[1:]
        return lowered(text, first)

    def named(self, tokens: Sequence[Token]) -> str:
        """The full name, if the words are a name's last word or words and nothing else."""
        name = self._names.get(tokens[-1].end)
        if name is None or not _is_mention(name, tokens):
            return ""
        starts_with_the = tokens[0].text.lower() == "the" and not name.text.startswith("The ")
        return f"the {name.text}" if starts_with_the else name.text

    def begins_name(self, token: Token) -> bool:
        """Whether the word is the first of a name, whatever the parser takes it for."""
        return token.start in self._starts

    def may_mean(self, pronoun: Token, noun: Token) -> bool:
        """Whether a pronoun can stand for what another word heads, as far as a name tells."""
        name = self._names.get(noun.end)
        return self._may_be(pronoun, name.text if name else noun.text)

    def _may_be(self, pronoun: Token, person: str) -> bool:
        return may_mean(pronoun.text, person, self._genders.get(person, ""))

    def number_of(self, sentence: ParsedSentence, noun: Token) -> Number:
        """Which pronouns may mean what this word heads."""
        if noun.start in self.numbers:
            return self.numbers[noun.start]
        if sentence.child(noun, "conj") or noun.tag in ("NNS", "NNPS"):
            return "several"
        name = self._names.get(noun.end)
        if name.kind == "person" if name else noun.entity == "PERSON":
            return "person"
        is_told = name is not None and name.kind in ("place", "organization")
        if not is_told and noun.entity == "PERSON":
            return "unknown"
        if name is not None and _is_unsure(name, sentence, noun):
            return "unknown"
        return "person" if noun.lemma in ROLES else "thing"


def _things(sentence: ParsedSentence, noun: Token, found: Sequence[Referent]) -> set[str]:
    """What a main clause is about, if it is a thing."""
    is_main = sentence.head(noun).dep in ("ROOT", "conj")
    return {each.text for each in found if is_main and each.number == "thing"}


def _is_unsure(name: Name, sentence: ParsedSentence, noun: Token) -> bool:
    """Whether it is one bare word that nothing says more of: a surname may be that."""
    is_bare = name.kind == "other" and name.text.istitle() and " " not in name.text
    return is_bare and sentence.child(noun, "det") is None


def _is_impersonal(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is the weather's or the clock's, or stands for a clause that follows."""
    verb = sentence.head(token)
    around = sentence.tokens[max(0, token.index - 1) : token.index + 2 : 2]
    is_between = len(around) == 2 and around[1].pos == "ADJ"
    if is_between and around[0].lemma in ("find", "make", "think"):
        return True  # they find it hard to compete
    if token.dep == "dobj" and sentence.child(verb, "oprd") is not None:
        return True  # he will call it a victory: all that was told
    if token.text.lower() != "it" or verb.lemma not in ("be", "seem", "appear", "become"):
        return False
    said = sentence.child(verb, "attr", "acomp")
    if said is not None and said.lemma in ("degree", "time", "o'clock", "clear", "likely", "true"):
        return True
    described = sentence.children(said, ("amod",)) if said is not None else ()
    if any(each.text in ("first", "last", "only") for each in described):
        return True  # it was the first loss: what follows is what it is
    return sentence.child(verb, "ccomp", "xcomp", "csubj") is not None


def _is_mention(name: Name, tokens: Sequence[Token]) -> bool:
    start = tokens[0].end + 1 if tokens[0].text.lower() == "the" else tokens[0].start
    return any(
        first in (start, tokens[0].start) and end == tokens[-1].end for first, end in name.mentions
    )
