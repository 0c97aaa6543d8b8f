"""The best of what may be asked: good forms first, spread over the article, keys evenly placed."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizapp.banks.evidence import fold
from quizapp.generation.choosing.gate import Passed
from quizapp.generation.choosing.repeats import ask_alike, is_told
from quizapp.generation.english.words import word_set
from quizapp.generation.proposals import Dropped, Form, Proposal, Tier, Topic

MOST = 60  # questions in a draft
_FORMS: dict[Form, float] = {"question": 3.0, "statement": 2.0, "blank": 1.0}
_CHOSEN_BLANK = 0.7  # a gap among options is no guess between two, as a statement is
_TIERS: dict[Tier, float] = {"model": 0.8, "parser": 0.4, "light": 0.0}
# Names are easiest to ask for, so that a full draft would ask for little else.
_TOPICS: dict[Topic, float] = {
    "figure": 0.5,
    "date": 0.5,
    "reason": 0.9,
    "definition": 0.3,
    "outcome": 0.3,
}
_TYPES = 5  # of questions, that a draft has where it can
_A_NEW_TYPE = 5.0  # more than anything else counts
_LONG_STEM = 24  # words
_A_FLAW = 0.7
_A_FLAG = 0.3
_LONG = 0.5
_A_CLAIM = 0.8  # a statement without a figure or a name, which is judged by one word
# How many questions a sentence bears: of all forms and topics, and of some.
_MOST_ON_A_SENTENCE = {"any": 3, "name": 2, "statement": 1, "blank": 1}
_ASKING = word_set("why when where who how")
_ALIKE = 0.8  # Jaccard's index of the words of two stems
_SAME_SENTENCE = 0.2  # what each question on a sentence costs the next
_SECOND_NAME = 1.0  # what a name on a sentence costs another there
_UNEVEN = 2.0  # what an uneven trait costs at most
# How much of a trait a draft may have before more of it costs something: of all questions, or of
# those of its group.
_SHARES = {"type": 0.35, "truth": 0.5, "rank": 0.3, "longest": 0.3, "section": 0.4, "topic": 0.4}
# By how many of a draft's statements, if they are some, the true or the false may be more: with
# 0.3 of them, the greater part is 0.65.
_TILT = 0.3
_SOME = 3


@dataclass
class _Chosen:
    """What was chosen so far, and how often each trait stands in it."""

    passed: list[Passed] = field(default_factory=list)
    facts: set[str] = field(default_factory=set)
    sentences: Counter[tuple[int, str]] = field(default_factory=Counter)
    traits: Counter[tuple[str, str]] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)

    def add(self, each: Passed, traits: dict[str, str]) -> None:
        """Choose one more."""
        proposal = each.proposal
        self.passed.append(each)
        self.facts.add(proposal.fact)
        self.sentences.update((proposal.sentence, kind) for kind in _kinds(proposal))
        for group, trait in traits.items():
            self.traits[group, trait] += 1
            self.groups[group] += 1

    def refusal(self, each: Passed) -> tuple[str, str] | None:
        """Why one more can't be chosen: a code and a sentence.

        Asked after every choice, so that only the newest can be one that it is like.
        """
        proposal = each.proposal
        if proposal.fact in self.facts:
            return "same-fact", "A better question asks for the same fact."
        for kind in _kinds(proposal):
            if self.sentences[proposal.sentence, kind] >= _MOST_ON_A_SENTENCE.get(kind, 3):
                return "many-on-one-sentence", "Better questions rest on the same sentence."
        newest = self.passed[-1]
        if newest.proposal.sentence == proposal.sentence and is_told(each.item, newest.item):
            return "told-already", "It tells a better question's answer, or that one tells its own."
        if _tell_each_other(each, newest):
            return "told-by-another", "It and a better question tell each other's answers."
        if _are_alike(each, newest) or ask_alike(each.item, newest.item):
            return "duplicate", "A better question asks nearly the same."
        return None

    def penalty(self, each: Passed, traits: dict[str, str]) -> float:
        """What makes it worth less beside those that were chosen."""
        uneven = 0.0
        for group, trait in traits.items():
            if not trait:
                continue  # it only counts as one of its group
            after = (self.traits[group, trait] + 1) / (self.groups[group] + 2)
            uneven += max(0.0, after - _SHARES[group]) * _UNEVEN
        if self._is_of_new_type(traits):
            uneven -= _A_NEW_TYPE
        at = each.proposal.sentence
        if each.proposal.topic == "name":
            uneven += _SECOND_NAME * self.sentences[at, "name"]
        return uneven + _SAME_SENTENCE * self.sentences[at, "any"]

    def _is_of_new_type(self, traits: dict[str, str]) -> bool:
        kinds = sum(1 for group, _ in self.traits if group == "type")
        return kinds < _TYPES and ("type", traits["type"]) not in self.traits

    def is_tilted_by(self, traits: dict[str, str]) -> bool:
        """Whether with one more nearly all statements would be true, or false."""
        if "truth" not in traits:
            return False
        statements = self.groups["truth"] + 1
        alike = self.traits["truth", traits["truth"]] + 1
        more = 2 * alike - statements  # than of the others
        return statements >= _SOME and more > max(1, _TILT * statements)


def choose(
    passed: Sequence[Passed], sections: Sequence[int], count: int
) -> tuple[list[Passed], list[Dropped]]:
    """At most `count` of them, best first, and why the others weren't chosen.

    `sections`: of each sentence of the article.
    """
    traits = {id(each): _traits(each, sections) for each in passed}
    worth = {id(each): _worth(each) for each in passed}
    left, chosen, dropped = list(passed), _Chosen(), []
    while left and len(chosen.passed) < count:
        fitting = [each for each in left if not chosen.is_tilted_by(traits[id(each)])]
        if not fitting:
            break
        best = max(
            fitting, key=lambda each: worth[id(each)] - chosen.penalty(each, traits[id(each)])
        )
        chosen.add(best, traits[id(best)])
        still = []
        for each in left:
            if each is best:
                continue
            if refusal := chosen.refusal(each):
                dropped.append(Dropped(each.proposal, *refusal))
            else:
                still.append(each)
        left = still
    dropped += [
        Dropped(each.proposal, "not-among-the-best", "Better ones were enough.") for each in left
    ]
    return chosen.passed, dropped


def _kinds(proposal: Proposal) -> tuple[str, ...]:
    """What a sentence bears only so many of."""
    return ("any", proposal.topic, proposal.form)


def _worth(each: Passed) -> float:
    """What a question is worth by itself."""
    proposal = each.proposal
    worth = _FORMS[proposal.form] + _TIERS[proposal.tier] + _TOPICS.get(proposal.topic, 0.0)
    worth -= _A_CLAIM if (proposal.form, proposal.topic) == ("statement", "outcome") else 0
    if proposal.form == "blank" and proposal.topic == "name" and each.item.distractors:
        worth += _CHOSEN_BLANK
    worth -= _A_FLAW * len(each.flaws) + _A_FLAG * len(proposal.flags)
    return worth - (_LONG if len(each.item.words) > _LONG_STEM else 0)


def _traits(each: Passed, sections: Sequence[int]) -> dict[str, str]:
    """What should be spread evenly; "" is what there may be any share of."""
    item = each.item
    traits = {"type": each.question.body.name, "section": str(sections[each.proposal.sentence])}
    traits["topic"] = each.proposal.topic
    if item.truth is not None:
        traits["truth"] = str(item.truth)
    numbers = [choice.number for choice in item.choices if choice.number is not None]
    if len(item.keys) == 1 and len(numbers) >= 3 and item.keys[0].number is not None:
        traits["rank"] = str(sorted(numbers).index(item.keys[0].number))
    elif len(item.keys) == 1:
        key = len(item.keys[0].text)
        is_longest = all(len(wrong.text) < key for wrong in item.distractors)
        traits["longest"] = "key" if is_longest else ""
    return traits


def _tell_each_other(one: Passed, other: Passed) -> bool:
    """Whether of two facts of a sentence each is the key of one and stands in the other's stem."""
    is_same = one.proposal.sentence == other.proposal.sentence
    return is_same and _tells(one, other) and _tells(other, one)


def _tells(one: Passed, other: Passed) -> bool:
    stem = fold(one.item.stem).casefold()
    return other.item.truth is None and any(
        len(key) > 1 and re.search(rf"(?<!\w){re.escape(key)}(?!\w)", stem)
        for key in other.item.answers
    )


def _are_alike(one: Passed, other: Passed) -> bool:
    mine, theirs = set(one.item.words), set(other.item.words)
    if mine & _ASKING != theirs & _ASKING:
        return False  # why a mill closed, and when
    return len(mine & theirs) >= _ALIKE * len(mine | theirs)
