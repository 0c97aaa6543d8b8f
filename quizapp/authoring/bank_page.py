"""What the pages about banks show: their problems in place, and their questions with the key."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.banks.encoding import LINE_END
from quizapp.banks.library import FileProblem, LoadedBank
from quizapp.banks.model import Bank, Question
from quizapp.banks.reviewing import Progress, progress_of
from quizapp.question_types import all_types
from quizapp.question_types.base import Problem, ReviewedQuestion, Shows


@dataclass(frozen=True)
class Use:
    """A published quiz that takes questions of a bank."""

    bank: str
    quiz_id: str
    title: str
    course_id: str
    course_title: str


@dataclass(frozen=True)
class Reach:
    """How far a person's eyes reach."""

    banks: frozenset[str] | None  # the names of the banks they may read; None: all
    courses: frozenset[str]  # ids of those whose scores they may see

    def reads(self, name: str) -> bool:
        """Whether they may read the bank called `name`."""
        return self.banks is None or name in self.banks


@dataclass(frozen=True)
class BankLine:
    """A bank in the list of banks."""

    name: str
    title: str
    status: str
    types: tuple[tuple[str, int], ...]  # label of a type, how many questions; the most first
    errors: int
    warnings: int
    uses: tuple[Use, ...]
    other_uses: int  # quizzes in courses that the reader doesn't teach
    progress: Progress | None = None  # of the review, if it is a draft that a program wrote

    @property
    def questions(self) -> int:
        """How many questions can be used."""
        return sum(count for _, count in self.types)


@dataclass(frozen=True)
class ShownProblem:
    """A problem with its quoted line, and a mark under the place."""

    problem: Problem
    quoted: str  # "12 | - ( ) Nucleus"
    under: str  # what stands under it, before the mark
    question: int | None  # the number of the question on the page that it is about


@dataclass(frozen=True)
class ShownQuestion:
    """A question with its key, and what other answers are told."""

    line: int
    review: ReviewedQuestion
    hint: str
    told: tuple[tuple[str, str], ...]  # another answer, its feedback


@dataclass(frozen=True)
class ShownSection:
    """Questions that share a heading and a passage."""

    title: str
    text: str
    questions: tuple[ShownQuestion, ...]


@dataclass(frozen=True)
class BankList:
    """What lies in the folder of banks."""

    folder: Path
    is_missing: bool
    banks: tuple[BankLine, ...] = ()
    misnamed: tuple[FileProblem, ...] = ()  # files that aren't banks because of their names
    archived: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()  # banks without a file, whose texts the history has
    find: str = ""  # what was looked for


@dataclass(frozen=True)
class BankPage:
    """A bank to be read."""

    line: BankLine
    unfit: str  # why no quiz can be made from it, as a sentence; "" if one can
    language: str
    intro: str
    problems: tuple[ShownProblem, ...]
    sections: tuple[ShownSection, ...]
    text: tuple[str, ...]  # line by line


def sample_bank() -> str:
    """A whole bank to begin with, which holds a question of each type."""
    return "---\ntitle: My first bank\n---\n\n" + "\n".join(list_examples().values())


def list_examples() -> dict[str, str]:
    """By the name of each type a question of it as an author writes it; the shortest first."""
    kinds = sorted(all_types(), key=lambda kind: len(kind.example))
    return {kind.label: kind.example for kind in kinds}


def matches(line: BankLine, find: str) -> bool:
    """Whether a bank's name or title has what somebody looks for; case doesn't matter."""
    return find.strip().casefold() in f"{line.name}.md {line.title}".casefold()


def list_lines(
    banks: Sequence[LoadedBank], uses: Sequence[Use], reach: Reach
) -> tuple[BankLine, ...]:
    """The banks, those with the most problems first."""
    lines = [summarize(bank, uses, reach) for bank in banks]
    return tuple(sorted(lines, key=lambda line: (-line.errors, -line.warnings, line.name)))


def build_page(loaded: LoadedBank, uses: Sequence[Use], reach: Reach, *, unfit: str) -> BankPage:
    """Everything about one bank; errors come before warnings, then by line."""
    return BankPage(
        line=summarize(loaded, uses, reach),
        unfit=unfit,
        language=loaded.bank.language if loaded.bank else "en",
        intro=loaded.bank.intro if loaded.bank else "",
        problems=list_problems(loaded),
        sections=_show_sections(loaded.bank, _numbers(loaded)) if loaded.bank else (),
        text=tuple(LINE_END.split(loaded.text)),
    )


def list_problems(loaded: LoadedBank) -> tuple[ShownProblem, ...]:
    """The problems of a bank, errors before warnings, then by line."""
    problems = sorted(loaded.problems, key=lambda found: (found.level != "error", found))
    return tuple(_show_problem(problem, loaded) for problem in problems)


def summarize(loaded: LoadedBank, uses: Sequence[Use], reach: Reach) -> BankLine:
    """A bank's line in the list."""
    types = Counter(question.body.label for question in _questions(loaded))
    errors = sum(problem.level == "error" for problem in loaded.problems)
    own = [use for use in uses if use.bank == loaded.name]
    seen = tuple(use for use in own if use.course_id in reach.courses)
    return BankLine(
        name=loaded.name,
        title=loaded.bank.title if loaded.bank else "",
        status=loaded.bank.status if loaded.bank else "",
        types=tuple(types.most_common()),
        errors=errors,
        warnings=len(loaded.problems) - errors,
        uses=seen,
        other_uses=len(own) - len(seen),
        progress=progress_of(loaded.text) if loaded.is_draft else None,
    )


def _questions(loaded: LoadedBank) -> tuple[Question, ...]:
    return loaded.bank.questions if loaded.bank else ()


def _show_problem(problem: Problem, loaded: LoadedBank) -> ShownProblem:
    number = str(problem.line)
    before = problem.quoted[: max(problem.column - 1, 0)]
    return ShownProblem(
        problem=problem,
        quoted=f"{number} | {problem.quoted}",
        under=" " * len(number) + " | " + "".join("\t" if c == "\t" else " " for c in before),
        question=_owner(problem, loaded),
    )


def _owner(problem: Problem, loaded: LoadedBank) -> int | None:
    """The number of the question that stands around the problem; None if the page lacks it."""
    shown = _numbers(loaded)
    fenced = {found.question for found in loaded.problems if found.question is not None}
    sections = {section.line for section in loaded.bank.sections} if loaded.bank else set()
    starts = sorted(shown.keys() | fenced | sections)
    place = bisect_right(starts, problem.line)
    return shown.get(starts[place - 1]) if place else None


def _numbers(loaded: LoadedBank) -> dict[int, int]:
    """The number of each question by its line."""
    questions = loaded.bank.questions if loaded.bank else ()
    return {question.line: number for number, question in enumerate(questions, 1)}


def _show_sections(bank: Bank, numbers: Mapping[int, int]) -> tuple[ShownSection, ...]:
    return tuple(
        ShownSection(
            title=section.title,
            text=section.text,
            questions=tuple(
                ShownQuestion(
                    line=question.line,
                    review=review_of(question, numbers[question.line], bank),
                    hint=question.hint,
                    told=told_of(question),
                )
                for question in section.questions
            ),
        )
        for section in bank.sections
    )


def review_of(question: Question, number: int, bank: Bank) -> ReviewedQuestion:
    """The question with its key, as if somebody had answered it right."""
    body, order = question.body, question.body.order()
    key = body.key()
    titles = {source.name: source.title or source.name for source in bank.sources}
    return ReviewedQuestion(
        number=number,
        field=f"question-{question.line}",
        heading=question.heading,
        text=question.text,
        points=question.points,
        type=body.name,
        label=body.label,
        language=bank.language,
        body=body.review(key or (), order, Shows()),
        earned=None if key is None else question.points,
        needs_marking=key is None,
        blank=key is None,
        feedback=() if key is None else body.grade(key).feedback,
        explanation=question.explanation,
        evidence=tuple(
            (titles.get(item.source, item.source), item.quote) for item in question.evidence
        ),
    )


def told_of(question: Question) -> tuple[tuple[str, str], ...]:
    """The feedback that the key's review doesn't show, from the types that keep it by answer."""
    exported = question.body.export()
    entries = [*exported.get("options", ()), *exported.get("answers", ())]
    return tuple(
        (entry["text"], entry["feedback"])
        for entry in entries
        if entry.get("feedback") and not entry.get("correct")
    )
