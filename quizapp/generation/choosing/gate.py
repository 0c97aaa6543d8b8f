"""Which proposals may become questions: the linter's rules, the evidence, the keys.

Nobody who proposes is believed, whether a rule, a parser or a model.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.banks import linter  # noqa: F401  # importing it fills RULES
from quizapp.banks.evidence import fold, is_found
from quizapp.banks.model import Bank, Question, Section
from quizapp.banks.rules import RULES, Item, Rule, Setting, words_of
from quizapp.generation.article import Article
from quizapp.generation.choosing.questions import as_question
from quizapp.generation.choosing.soundness import doubts_about_stem, gaps_attribute
from quizapp.generation.choosing.surnames import uses_shared_surname
from quizapp.generation.passages.checking_gaps import doubts_about_gaps
from quizapp.generation.proposals import Dropped, Proposal

TOLERATED = frozenset({"copied-stem"})  # it costs a place in the ranking instead
_FEWEST_OPTIONS = 3
_LONGEST_STEM = 400  # characters
_LONGEST_TEXT = 700  # with gaps in it
_UNNAMED = re.compile(r"(?:it|he|she|they|we|i|you|here|there)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Passed:
    """A proposal that may become a question."""

    proposal: Proposal
    question: Question
    item: Item
    flaws: tuple[str, ...] = ()  # codes of tolerated findings


@dataclass(frozen=True)
class Sieved:
    """What came through and what didn't, each in the order in which it was proposed."""

    passed: tuple[Passed, ...]
    dropped: tuple[Dropped, ...]


def sieve(proposals: Sequence[Proposal], article: Article) -> Sieved:
    """Every proposal, passed or dropped with the first reason found."""
    folded = fold(article.text)
    questions = [as_question(proposal, line) for line, proposal in enumerate(proposals, start=1)]
    items = [Item(question, question.body.export()) for question in questions]
    setting = Setting(
        Bank("draft", "Draft", (Section(tuple(questions)),)),
        tuple(items),
        (words_of(article.text),),
    )
    findings = _lint(setting)
    passed, dropped = [], []
    for proposal, item in zip(proposals, items, strict=True):
        found = findings.get(item.question.line, ())
        doubts = (*_reasons(proposal, item, found, folded), *_doubts_about_names(item, article))
        reason = next(iter(doubts), None)
        if reason is None:
            flaws = tuple(rule.code for rule, _ in found)
            passed.append(Passed(proposal, item.question, item, flaws))
        else:
            dropped.append(Dropped(proposal, *reason))
    return Sieved(tuple(passed), tuple(dropped))


Findings = Sequence[tuple[Rule, str]]


def _lint(setting: Setting) -> dict[int, list[tuple[Rule, str]]]:
    """What the rules about single questions find, by the question's line."""
    found: dict[int, list[tuple[Rule, str]]] = {}
    for rule in RULES.values():
        for finding in rule.check(setting) if rule.looks_at_one else ():
            assert finding.question is not None
            found.setdefault(finding.question.line, []).append((rule, finding.sentence))
    return found


def _reasons(
    proposal: Proposal, item: Item, findings: Findings, folded: str
) -> Iterator[tuple[str, str]]:
    """Codes and sentences, the worst first."""
    yield from _doubts_about_evidence(proposal, folded)
    yield from doubts_about_gaps(item, proposal.quotes)
    if len(item.keys) == 1 and len(item.choices) < _FEWEST_OPTIONS:
        yield "few-options", "There are too few wrong options."
    running = item.question.body.running_text()
    if not 0 < len(item.stem) <= (_LONGEST_TEXT if running else _LONGEST_STEM):
        yield "stem-empty-or-long", "The stem is empty or far too long."
    if _UNNAMED.match(running or item.stem):
        yield "pronoun-initial", "The stem starts with a word that names nobody."
    yield from doubts_about_stem(item.stem)
    if proposal.topic == "name" and gaps_attribute(item.stem):
        yield "says-little", "Its gap is a word before a noun, which leaves too much open."
    for rule, sentence in findings:
        if rule.code not in TOLERATED:
            yield rule.code, sentence


def _doubts_about_names(item: Item, article: Article) -> Iterator[tuple[str, str]]:
    typed = (answer["text"] for answer in item.exported.get("answers", ()))
    said = (item.stem, *(choice.text for choice in item.choices), *typed)
    if any(uses_shared_surname(each, article) for each in said):
        yield "shared-surname", "It has a surname alone that two people of the article share."


def _doubts_about_evidence(proposal: Proposal, folded: str) -> Iterator[tuple[str, str]]:
    if not proposal.quotes:
        yield "evidence-missing", "It has no evidence."
        return
    if not all(is_found(quote, folded) for quote in proposal.quotes):
        yield "evidence-not-found", "Its evidence doesn't stand in the article."
    if proposal.stem.endswith("how many times?") and " times as " in proposal.quotes[0]:
        yield "comparison-cut", "Its stem compares something with nothing."
    if _is_more(proposal):
        yield "key-cut", "Its key comes on top of something that its stem doesn't say."
    if not _holds(proposal.quotes[0], proposal.answer):
        yield "key-not-in-evidence", "Its key doesn't stand in the evidence."


def _is_more(proposal: Proposal) -> bool:
    """Whether the article adds the answer to another: he lived for another 13 years."""
    answer = re.escape(proposal.answer)
    added = re.search(rf"\b(another|further|additional) {answer}(?!\w)", proposal.quotes[0], re.I)
    if not proposal.answer or added is None:
        return False
    return added[1].lower() not in proposal.stem.lower()


def _holds(quote: str, answer: str) -> bool:
    """Whether all of the answer stands in the evidence, typography and case aside."""
    words, said = fold(answer).casefold(), fold(quote).casefold()
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", said) is not None if words else True
