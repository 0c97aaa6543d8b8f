"""What the page of a review shows: one question of a draft, and the article that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quizapp.authoring.bank_page import review_of, told_of
from quizapp.banks.library import LoadedBank
from quizapp.banks.lighting import Paragraph, light
from quizapp.banks.model import Bank, Question
from quizapp.banks.reviewing import Drafted, DraftQuestion, Progress
from quizapp.question_types.base import Problem, ReviewedQuestion, Shows

TIERS = {
    "light": "by simple rules",
    "parser": "by rules of grammar",
    "model": "by a language model",
}


@dataclass(frozen=True)
class ShownDraft:
    """A question to decide on."""

    key: str
    seen: str  # names its text
    line: int
    number: int  # among those that the file still has
    heading: str
    written: str  # its Markdown without the chip `from`
    origin: str  # why it was proposed, in words
    is_accepted: bool
    review: ReviewedQuestion | None  # None: it has an error
    hint: str
    told: tuple[tuple[str, str], ...]  # another answer, its feedback
    problems: tuple[Problem, ...]  # errors first
    before: str | None  # the key of the question before it
    behind: str | None


@dataclass(frozen=True)
class SourceText:
    """What the questions were drafted from, as far as it lies in a file."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def is_lit(self) -> bool:
        """Whether the words that prove the key are in it."""
        return any(run.is_lit for each in self.paragraphs for run in each.runs)


@dataclass(frozen=True)
class ReviewPage:
    """A draft and one of its questions; None if all are decided on or there is none."""

    name: str
    title: str
    language: str
    is_draft: bool
    base: str  # digest of the file
    progress: Progress
    count: int  # questions that the file still has
    question: ShownDraft | None
    source: SourceText | None


def build_page(
    loaded: LoadedBank, drafted: Drafted, texts: Mapping[str, str], chosen: DraftQuestion | None
) -> ReviewPage:
    """The page; `texts` are those of the bank's sources, by name."""
    bank = loaded.bank
    shown = _show(loaded, drafted, chosen) if chosen else None
    source = _source(bank, texts, chosen) if bank and chosen else None
    if shown and shown.review and source and source.is_lit:  # the words needn't stand there twice
        shown = replace(shown, review=replace(shown.review, evidence=()))
    return ReviewPage(
        name=loaded.name,
        title=bank.title if bank else "",
        language=bank.language if bank else "en",
        is_draft=loaded.is_draft,
        base=loaded.digest,
        progress=drafted.progress,
        count=len(drafted.questions),
        question=shown,
        source=source,
    )


def _show(loaded: LoadedBank, drafted: Drafted, chosen: DraftQuestion) -> ShownDraft:
    at = drafted.questions.index(chosen)
    keys = [question.key for question in drafted.questions]
    question = _find(loaded.bank, chosen)
    own = (each for each in loaded.problems if chosen.line <= each.line < chosen.end)
    return ShownDraft(
        key=chosen.key,
        seen=chosen.digest,
        line=chosen.line,
        number=at + 1,
        heading=chosen.heading,
        written=chosen.written,
        origin=_why(chosen.origin),
        is_accepted=chosen.is_accepted,
        review=_with_key(question, at + 1, loaded.bank) if question and loaded.bank else None,
        hint=question.hint if question else "",
        told=told_of(question) if question else (),
        problems=tuple(sorted(own, key=lambda problem: (problem.level != "error", problem))),
        before=keys[at - 1] if at else None,
        behind=keys[at + 1] if at + 1 < len(keys) else None,
    )


def _find(bank: Bank | None, chosen: DraftQuestion) -> Question | None:
    questions = bank.questions if bank else ()
    return next((each for each in questions if each.line == chosen.line), None)


def _with_key(question: Question, number: int, bank: Bank) -> ReviewedQuestion:
    """The question with its key marked, though nobody has answered it."""
    body = question.body
    return replace(
        review_of(question, number, bank),
        body=body.review((), body.order(), Shows()),
        earned=None,
        needs_marking=False,
        blank=False,
        feedback=(),
        is_key=True,
    )


def _why(origin: str) -> str:
    """What the chip `from` says, as sentences: light, sentence 6, hedged."""
    tier, *rest = origin.split(", ")
    place = next((f" from {words}" for words in rest if words.startswith("sentence ")), "")
    doubts = ", ".join(words for words in rest if not words.startswith("sentence "))
    doubts = f" Look twice: {doubts}." if doubts else ""
    return f"Proposed {TIERS.get(tier, f'by {tier}')}{place}.{doubts}"


def _source(bank: Bank, texts: Mapping[str, str], chosen: DraftQuestion) -> SourceText | None:
    """The source that proves the key, or else the first one that there is a text of."""
    question = _find(bank, chosen)
    evidence = [each for each in question.evidence if each.source in texts] if question else []
    name = evidence[0].source if evidence else next(iter(texts), None)
    if name is None:
        return None
    quotes = [each.quote for each in evidence if each.source == name]
    return SourceText(light(texts[name], quotes))
