"""Reasons told in another sentence than what they explain: the one before it or behind it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from quizapp.generation.english.words import word_set
from quizapp.generation.parser_tier.reason_parts import FEWEST, MOST, Manner, Reason, alone
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.phrases import render
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.parsing.wording import Wording

_CONCLUSIONS = (
    "for that reason", "for this reason", "that is why", "this is why", "as a result",
    "therefore, ", "consequently, ", "as a consequence", "in consequence,",
)  # fmt: skip
_CONCLUDING = word_set("therefore consequently")
_SINGLE = r"(?:partly |mainly |largely |mostly |probably |simply |in part )?"
_EXPLAINS = re.compile(
    rf"(?:That|This)(?: is| was|'s) {_SINGLE}"
    r"(?:(?P<of>because of|due to|thanks to|owing to)|because|(?:only )?since) "
)
_THE_REASON = re.compile(
    r"(?:The|One|A|Its|Their) (?:main |chief |official |real |likely |likeliest |probable )?"
    r"(?:reason|cause|explanation) (?:is|was) (?:simple: |plain: |(?P<that>that )|"
    r"(?P<noun>(?:[\w'-]+ ){0,3}[\w'-]+: )|(?P<of>(?=(?:an?|the) )))"
)
# What is chosen is better than the rest by one of these.
_CHOOSING = word_set("choose pick select prefer settle opt favor favour")
_BETTER = word_set(
    "better cheaper easier safer faster quicker simpler closer nearer stronger sounder sturdier "
    "firmer lighter cleaner healthier milder calmer richer drier cooler warmer cheapest easiest"
)
_FAILING = word_set(
    "fail collapse sink burst break crash burn explode stop stall crack leak die capsize derail "
    "flood fall fold melt freeze tear snap split refuse lose"
)
_HARMLESS = word_set(
    "sing hold build make publish found launch open show sell praise write name design play "
    "give see print read film perform record paint visit admire mark celebrate call know"
)
_NAMING_IT = re.compile(
    r"^(?:the|one|another) (?:\w+ )?(?:drawback|problem|trouble|catch|reason|difficulty|snag) "
    r"(?:is|was) that "
)
_ENOUGH = 4  # words of a reason of several clauses, behind which it may stop
_PEOPLE = word_set("he she they who his her their")


class Neighbors:
    """The sentences of an article, each with what it says of the one before."""

    def __init__(
        self,
        parsed: Sequence[ParsedSentence],
        clauses: Mapping[int, tuple[Clause, ...]],
        wording: Wording,
        openings: Collection[int],  # the sentences that begin a paragraph
    ) -> None:
        self._parsed, self._clauses, self._wording = parsed, clauses, wording
        self._openings = openings

    def reasons(self, sentence: ParsedSentence) -> Iterator[Reason]:
        """Of this sentence and the one before."""
        if not sentence.number or not sentence.tokens:
            return
        before = self._parsed[sentence.number - 1]
        if not before.tokens:
            return
        yield from self._concluded(before, sentence)
        if sentence.number not in self._openings:
            yield from self._explained(before, sentence)
            yield from self._chosen(before, sentence)
            yield from self._failed(before, sentence)

    def _mains(self, sentence: ParsedSentence) -> list[Clause]:
        return [each for each in self._clauses[sentence.number] if each.kind == "main"]

    def _concluded(self, before: ParsedSentence, sentence: ParsedSentence) -> Iterator[Reason]:
        """The effect begins For that reason, or has therefore in it: its cause stands before."""
        mains = self._mains(sentence)
        if not mains or not self._concludes(sentence, mains[0]):
            return
        text = _NAMING_IT.sub("", alone(before, _behind_but(before), self._wording))
        if FEWEST <= len(text.split()) <= MOST:
            clause = mains[0]
            part = (clause.front or (Part(clause.verb, ()),))[0]
            question = Question(clause, "why", part, asks_why=True)
            yield Reason(question, "because", text, "", before.number, sentence.number)

    def _concludes(self, sentence: ParsedSentence, clause: Clause) -> bool:
        if sentence.text.lower().startswith(_CONCLUSIONS):
            return True
        is_first = clause.verb == sentence.roots[0] and sentence.number not in self._openings
        return is_first and any(
            part.head.text.lower() in _CONCLUDING and part.head.head == clause.verb.index
            for part in (*clause.front, *clause.middle)
        )

    def _explained(self, before: ParsedSentence, sentence: ParsedSentence) -> Iterator[Reason]:
        """The cause begins That was because, or The reason was: its effect stands before."""
        mains = self._mains(before)
        text = sentence.text
        match = _EXPLAINS.match(text) or _THE_REASON.match(text)
        if match is None or len(mains) != 1 or '"' in text + before.text:
            return
        first = sentence.start + match.end()
        words = [token for token in sentence.tokens if token.start >= first]
        manner: Manner = "because of" if match["of"] is not None else "because"
        yield from self._why(mains[0], manner, _without_end(words), sentence)

    def _chosen(self, before: ParsedSentence, sentence: ParsedSentence) -> Iterator[Reason]:
        """What was chosen is better: they settled on the canyon. The rock there was sounder."""
        mains = [each for each in self._mains(before) if each.verb.lemma in _CHOOSING]
        better = [each for each in sentence.tokens if each.text.lower() in _BETTER]
        if len(mains) != 1 or not better or mains[0].is_negated or '"' in sentence.text:
            return
        subject = sentence.tokens[0].text.lower()
        if subject not in _PEOPLE:
            yield from self._why(mains[0], "because", _first_clauses(sentence), sentence)

    def _failed(self, before: ParsedSentence, sentence: ParsedSentence) -> Iterator[Reason]:
        """What had gone before: the pump failed to start. Its intake had been shut."""
        mains = [each for each in self._mains(before) if _goes_wrong(each)]
        found = [each for each in self._clauses[sentence.number] if _had_its_part(each)]
        if len(mains) == len(found) == 1 and '"' not in before.text + sentence.text:
            yield from self._why(mains[0], "because", _clause_words(found[0]), sentence)

    def _why(
        self, clause: Clause, manner: Manner, words: Sequence[Token], sentence: ParsedSentence
    ) -> Iterator[Reason]:
        told = self._wording.say_as_told(sentence, words, clause) if words else None
        text = told or (self._wording.say(sentence, words) if words else None)
        if not text or not (2 if manner == "because of" else FEWEST) <= len(text.split()) <= MOST:
            return
        question = Question(clause, "why", Part(clause.verb, ()), asks_why=True)
        answer = render(sentence, words)
        yield Reason(question, manner, text, answer, sentence.number, clause.sentence.number)


def _goes_wrong(clause: Clause) -> bool:
    """Whether something failed, once."""
    return clause.verb.tag == "VBD" and not clause.auxiliaries and clause.verb.lemma in _FAILING


def _had_its_part(clause: Clause) -> bool:
    """Whether it begins the sentence and tells of harm to a part: its intake had been shut."""
    first = clause.subject[0]
    is_first = first.index == 0 and clause.verb == clause.sentence.roots[0]
    words = [each.text.lower() for each in clause.auxiliaries]
    is_done = "been" in words and clause.verb.lemma not in _HARMLESS
    is_harm = is_done or clause.is_negated or clause.verb.lemma in _FAILING
    return is_first and first.text.lower() in ("its", "their") and "had" in words and is_harm


def _clause_words(clause: Clause) -> tuple[Token, ...]:
    """From the subject on, with a second verb, up to a comma."""
    sentence = clause.sentence
    ends = (each.index for each in sentence.tokens if each.index > clause.verb.index)
    end = next((at for at in ends if sentence.tokens[at].text in (",", ";", ":")), None)
    return _without_end(sentence.tokens[clause.subject[0].index : end])


def _behind_but(sentence: ParsedSentence) -> tuple[Token, ...]:
    """The second of two clauses with but between them: it worked, but it was impure."""
    root = sentence.roots[0]
    for token in sentence.tokens:
        is_joint = token.text.lower() == "but" and token.head == root.index
        second = [each for each in sentence.children(root, ("conj",)) if each.index > token.index]
        if is_joint and second and sentence.child(second[0], "nsubj", "nsubjpass"):
            return sentence.tokens[token.index + 1 :]
    return sentence.tokens


def _without_end(words: Sequence[Token]) -> tuple[Token, ...]:
    """Without the full stop."""
    return tuple(words[:-1] if words and words[-1].tag == "." else words)


def _first_clauses(sentence: ParsedSentence) -> tuple[Token, ...]:
    """The words up to a clause behind which enough is said."""
    for token, following in pairwise(sentence.tokens):
        is_end = token.text == ";" or (token.text == "," and following.text.lower() != "and")
        if token.index >= _ENOUGH and is_end:
            return sentence.tokens[: token.index]
    return _without_end(sentence.tokens)
