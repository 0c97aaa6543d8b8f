"""Text to a bank. Whatever the text, reading ends in a bank, in problems, or in both."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from quizapp.banks.chips import nearest
from quizapp.banks.chunks import Chunk, split
from quizapp.banks.encoding import clean, decode
from quizapp.banks.front_matter import FrontMatter, read_front_matter
from quizapp.banks.images import ImageUse
from quizapp.banks.model import Bank, Question, Section
from quizapp.banks.passages import Passage, read_intro, read_section
from quizapp.banks.questions import QuestionRead, Setting, read_question
from quizapp.question_types.base import Problem

_MOST_PROBLEMS = 1_000
_LONGEST_QUOTE = 500  # characters of a line that a problem quotes
_LONGEST_PIECE = 50_000  # characters of a question or a passage: far more than anyone reads at once
_MOST_PIECES = 20_000


@dataclass(frozen=True)
class Reading:
    """A bank of the questions without errors, and all problems by line.

    `bank` is None if the front matter can't be read.
    """

    bank: Bank | None
    problems: tuple[Problem, ...]
    lines: tuple[str, ...] = field(default=(), repr=False, compare=False)
    images: tuple[ImageUse, ...] = ()  # by line

    def with_problems(self, found: Iterable[Problem]) -> "Reading":
        """The same with further problems, and without the questions that they fence off."""
        more = tuple(replace(problem, quoted=_quoted(problem, self.lines)) for problem in found)
        if self.bank is None or not more:
            return self
        problems = tuple(sorted((*self.problems, *more), key=place_of))
        return replace(self, bank=_without(self.bank, fenced(problems)), problems=problems)


@dataclass(frozen=True)
class Pieces:
    """A file as far as it could be read, piece by piece."""

    lines: list[str]
    front: FrontMatter
    chunks: list[Chunk]
    intro: Passage | None
    sections: dict[int, Passage]  # by the first line of their chunks
    questions: dict[int, QuestionRead]
    problems: tuple[Problem, ...]  # of the file as a whole

    def all_problems(self) -> Iterator[Problem]:
        """Every problem, in no order."""
        yield from self.problems
        yield from self.front.problems
        if self.intro:
            yield from self.intro.problems
        for section in self.sections.values():
            yield from section.problems
        for question in self.questions.values():
            yield from question.problems
        yield from _repeated_ids(self)
        yield from _unknown_sources(self)
        yield from _empty_sections(self)

    def all_images(self) -> tuple[ImageUse, ...]:
        """Every place that shows an image, by line."""
        passages = [*([self.intro] if self.intro else ()), *self.sections.values()]
        found = [use for piece in (*passages, *self.questions.values()) for use in piece.images]
        return tuple(sorted(found, key=lambda use: (use.line, use.column)))


def parse(text: str, name: str, found: tuple[Problem, ...] = ()) -> Reading:
    """The bank that `text` describes; `found` are problems of its lines known before."""
    pieces = read_pieces(text, found)
    problems = place_problems(pieces)
    lines = tuple(pieces.lines)
    if not pieces.front.is_readable:
        return Reading(None, _worst(problems), lines)
    bank = _bank(name, pieces, fenced(problems))
    return Reading(bank, _worst(problems), lines, pieces.all_images())


def parse_bytes(raw: bytes, name: str) -> Reading:
    """The same for a file's bytes."""
    decoded = decode(raw)
    return parse(decoded.text, name, decoded.problems)


def read_pieces(text: str, found: tuple[Problem, ...] = ()) -> Pieces:
    """The pieces of a file."""
    lines, problems = clean(text)
    front = read_front_matter(lines)
    setting = Setting(front.language, tuple(front.defaults))
    chunks = split(lines, front.body)
    too_big = tuple(_too_big(lines, chunks))
    skipped = {problem.line for problem in too_big}
    chunks = chunks[:_MOST_PIECES]
    intro: Passage | None = None
    sections: dict[int, Passage] = {}
    questions: dict[int, QuestionRead] = {}
    for chunk in chunks:
        if chunk.start + 1 in skipped:
            continue
        part = lines[chunk.start : chunk.end]
        if chunk.level == 2:
            questions[chunk.start] = read_question(part, chunk.start, setting)
        elif chunk.level == 1:
            sections[chunk.start] = read_section(part, chunk.start)
        elif part:
            intro = read_intro(part, chunk.start)
    found = (*found, *problems, *too_big)
    return Pieces(lines, front, chunks, intro, sections, questions, found)


def _too_big(lines: list[str], chunks: list[Chunk]) -> Iterator[Problem]:
    """What is too much to be read, so that no file takes long."""
    for chunk in chunks[:_MOST_PIECES]:
        if sum(len(line) + 1 for line in lines[chunk.start : chunk.end]) > _LONGEST_PIECE:
            sentence = (
                f"What starts here is longer than {_LONGEST_PIECE:,} characters. Divide it, or "
                "look for a heading that is missing further down."
            )
            yield Problem(chunk.start + 1, 1, "too-long", sentence)
    for chunk in chunks[_MOST_PIECES : _MOST_PIECES + 1]:
        mend = "Divide the file; nothing from here on is read."
        sentence = f"This bank has more than {_MOST_PIECES:,} headings. {mend}"
        yield Problem(chunk.start + 1, 1, "too-many-headings", sentence)


def place_problems(pieces: Pieces) -> tuple[Problem, ...]:
    """All problems by line, each with the line it quotes and the question it fences off."""
    starts = [chunk.start for chunk in pieces.chunks]
    placed = []
    for problem in pieces.all_problems():
        index = bisect_right(starts, problem.line - 1) - 1
        chunk = pieces.chunks[max(index, 0)]
        question = chunk.start + 1 if index >= 0 and chunk.level == 2 else None
        placed.append(replace(problem, quoted=_quoted(problem, pieces.lines), question=question))
    return tuple(sorted(placed, key=place_of))


def _worst(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems; of more than anyone could read, errors before warnings."""
    if len(problems) <= _MOST_PROBLEMS:
        return problems
    kept = sorted(problems, key=lambda problem: problem.level)[:_MOST_PROBLEMS]
    return tuple(sorted(kept, key=place_of))


def place_of(problem: Problem) -> tuple[int, int, str]:
    """What problems are sorted by."""
    return problem.line, problem.column, problem.code


def _quoted(problem: Problem, lines: Sequence[str]) -> str:
    return lines[min(problem.line, len(lines)) - 1][:_LONGEST_QUOTE]


def fenced(problems: tuple[Problem, ...]) -> set[int]:
    """The heading lines of the questions that have an error and so aren't shown."""
    return {p.question for p in problems if p.level == "error" and p.question is not None}


def _without(bank: Bank, lines: set[int]) -> Bank:
    """The bank without the questions whose headings stand on these lines."""
    sections = tuple(
        replace(section, questions=tuple(q for q in section.questions if q.line not in lines))
        for section in bank.sections
    )
    return replace(bank, sections=sections)


def _bank(name: str, pieces: Pieces, broken: set[int]) -> Bank:
    front = pieces.front
    return Bank(
        name=name,
        title=front.title,
        sections=tuple(_sections(pieces, broken)),
        language=front.language,
        intro=pieces.intro.text if pieces.intro else "",
        defaults=tuple((key, chip.value) for key, chip in front.defaults),
        sources=tuple(front.sources),
        status=front.status,
        generated=tuple(front.generated),
    )


def _sections(pieces: Pieces, broken: set[int]) -> Iterator[Section]:
    """The sections in order; questions before the first one's heading have one without a title."""
    title, text, line = "", "", 0
    questions: list[Question] = []
    for chunk in pieces.chunks:
        if chunk.level == 1:
            if questions or line:
                yield Section(tuple(questions), title, text, line)
            passage = pieces.sections.get(chunk.start, Passage("", "", ()))
            title, text, line = passage.title, passage.text, chunk.start + 1
            questions = []
        elif chunk.level == 2:
            read = pieces.questions.get(chunk.start)
            if read and read.question and read.question.line not in broken:
                questions.append(read.question)
    if questions or line:
        yield Section(tuple(questions), title, text, line)


def _repeated_ids(pieces: Pieces) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for read in pieces.questions.values():
        if not read.id or read.chips_line is None:
            continue
        if read.id in first:
            sentence = (
                f"The id {read.id} already stands on line {first[read.id]}. Write another one."
            )
            column = pieces.lines[read.chips_line - 1].find(read.id) + 1
            yield Problem(read.chips_line, column, "id-repeated", sentence)
        first.setdefault(read.id, read.chips_line)


def _unknown_sources(pieces: Pieces) -> Iterator[Problem]:
    if not pieces.front.is_readable:
        return
    known = tuple(source.name for source in pieces.front.sources)
    for read in pieces.questions.values():
        for evidence in read.question.evidence if read.question else ():
            if evidence.source not in known:
                mend = nearest(evidence.source, known) if known else "Name it under sources:."
                sentence = f"There is no source {evidence.source!r} in the front matter. {mend}"
                yield Problem(evidence.line, 1, "unknown-source", sentence)


def _empty_sections(pieces: Pieces) -> Iterator[Problem]:
    chunks = pieces.chunks
    for chunk, following in zip(chunks, [*chunks[1:], None], strict=True):
        if chunk.level == 1 and (following is None or following.level == 1):
            mend = "Write a question under it, or delete it."
            sentence = f"This section has no questions. {mend}"
            yield Problem(chunk.start + 1, 1, "empty-section", sentence, "warning")
    if not pieces.questions:
        sentence = "This bank has no questions. Write ## and a question's text."
        yield Problem(len(pieces.lines), 1, "no-questions", sentence, "warning")
