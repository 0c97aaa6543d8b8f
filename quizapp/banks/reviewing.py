"""Going through a draft: which of its questions nobody has looked at, and deciding on one.

A question that a program wrote has the chip `from`. Accepting one writes `accepted` at the end of
that chip, dropping one takes its lines out, and no other line changes.
"""

from dataclasses import dataclass, replace
from hashlib import sha256

from quizapp.banks.chips import is_chips_line, read_chips
from quizapp.banks.chunks import Chunk, split
from quizapp.banks.difference import lines_of
from quizapp.banks.encoding import clean
from quizapp.banks.front_matter import read_front_matter
from quizapp.banks.model import Bank
from quizapp.banks.spans import code_span, code_spans
from quizapp.errors import UserError

ACCEPTED = "accepted"
MADE = "kept"  # the key under `generated` that says how many questions there were at first


class UnfitQuestion(UserError):
    """A text can't take the place of a question; the text says why."""


@dataclass(frozen=True)
class DraftQuestion:
    """A question that a program wrote, as it stands in the file."""

    key: str  # its id; "line-12" without one
    line: int  # of its heading
    end: int  # the first line behind it and the empty lines that follow
    text: str  # its lines, without the empty ones at the end
    origin: str  # what the chip `from` says, such as "light"; without "accepted"
    is_accepted: bool

    @property
    def digest(self) -> str:
        """What names its text."""
        return sha256(self.text.encode(errors="replace")).hexdigest()

    @property
    def heading(self) -> str:
        """Markdown of its first line."""
        return self.text.partition("\n")[0].lstrip("# ")

    @property
    def written(self) -> str:
        """Its text as a person may edit it: without the chip `from`, which `rewrite` adds again."""
        heading, chips, *rest = self.text.split("\n")
        chips = _with_origin(chips, None)
        return "\n".join([heading, *([chips] if chips else []), *rest])


@dataclass(frozen=True)
class Progress:
    """How far somebody got with a draft."""

    made: int  # questions there were at first
    accepted: int
    waiting: int

    @property
    def reviewed(self) -> int:
        """How many are decided on."""
        return self.made - self.waiting

    @property
    def dropped(self) -> int:
        """How many are gone from the file."""
        return self.reviewed - self.accepted


@dataclass(frozen=True)
class Drafted:
    """What a program wrote of a bank, in the order of the file."""

    questions: tuple[DraftQuestion, ...]
    made: int

    @property
    def progress(self) -> Progress:
        """How many are accepted, gone, or waiting."""
        accepted = sum(question.is_accepted for question in self.questions)
        return Progress(self.made, accepted, len(self.questions) - accepted)

    def find(self, key: str) -> DraftQuestion | None:
        """The question of this key, unless it is gone."""
        return next((each for each in self.questions if each.key == key), None)

    def next_waiting(self, line: int = 0) -> DraftQuestion | None:
        """The first one to decide on from this line on or, if there is none, from the start."""
        waiting = [each for each in self.questions if not each.is_accepted]
        behind = [each for each in waiting if each.line >= line]
        return next(iter(behind or waiting), None)


def with_count(bank: Bank) -> Bank:
    """A new draft that says how many questions it has, so that the dropped ones can be counted."""
    said = dict(bank.generated) | {MADE: str(len(bank.questions))}
    return replace(bank, generated=tuple(said.items()))


def read_drafted(text: str) -> Drafted:
    """The questions of a bank's text that have the chip `from`, also those with errors."""
    lines, _ = clean(text)
    front = read_front_matter(lines)
    chunks = (chunk for chunk in split(lines, front.body) if chunk.level == 2)
    found = tuple(question for chunk in chunks if (question := _read(lines, chunk)))
    said = dict(front.generated).get(MADE, "")
    made = int(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0
    return Drafted(found, max(made, len(found)))


def progress_of(text: str) -> Progress | None:
    """How far somebody got with a draft; None if no program wrote any of it."""
    progress = read_drafted(text).progress
    return progress if progress.made else None


def accept(text: str, question: DraftQuestion) -> str:
    """`text` with one of its questions accepted."""
    if question.is_accepted:
        return text
    lines = lines_of(text)
    lines[question.line] = _with_origin(lines[question.line], f"{question.origin}, {ACCEPTED}")
    return "\n".join(lines)


def drop(text: str, question: DraftQuestion) -> str:
    """`text` without one of its questions, nor the heading of a section that held only that."""
    lines = lines_of(text)
    start, end = question.line - 1, question.end - 1
    if (_is_section(lines, end) or end >= len(lines)) and _is_bare_section(lines, start):
        start = _above(lines, start)
    kept = [*lines[:start], *lines[end:]]
    return "\n".join(kept).rstrip("\n") + "\n"


def rewrite(text: str, question: DraftQuestion | None, new: str) -> str:
    """`text` with `new` in the place of one of its questions; at its end if that is gone.

    Raises UnfitQuestion unless `new` is one question.
    """
    written = lines_of(new.strip("\n"))
    _ensure_one(written)
    written[-1] = written[-1].rstrip()
    lines = lines_of(text)
    if question is None:
        return "\n".join(lines).rstrip("\n") + "\n\n" + "\n".join(written) + "\n"
    start, end = question.line - 1, question.line - 1 + len(lines_of(question.text))
    changed = [*lines[:start], *_from(written, question), *lines[end:]]
    _ensure_only_that(lines, changed, start)
    return "\n".join(changed)


def is_same_but_accepted(question: DraftQuestion, digest: str) -> bool:
    """Whether it was accepted since somebody saw the text with this digest, and nothing else."""
    lines = question.text.split("\n")
    if not question.is_accepted:
        return False
    lines[1] = _with_origin(lines[1], question.origin)
    return replace(question, text="\n".join(lines)).digest == digest


def _read(lines: list[str], chunk: Chunk) -> DraftQuestion | None:
    part = lines[chunk.start : chunk.end]
    if len(part) < 2 or not is_chips_line(part[1]):
        return None
    chips, _ = read_chips(part[1], chunk.start + 2)
    if "from" not in chips:
        return None
    said = [word.strip() for word in chips["from"].value.split(",")]
    key = chips["id"].value if "id" in chips else f"line-{chunk.start + 1}"
    return DraftQuestion(
        key=key,
        line=chunk.start + 1,
        end=chunk.end + 1,
        text="\n".join(part).rstrip(),
        origin=", ".join(word for word in said if word != ACCEPTED),
        is_accepted=ACCEPTED in said,
    )


def _with_origin(line: str, origin: str | None) -> str:
    """A line of chips whose `from` says something else; None: without it."""
    for span in code_spans(line):
        if span.content.partition(":")[0].strip() == "from":
            before, behind = line[: span.start], line[span.end :]
            if origin is None:
                return (before.rstrip() + behind).strip()
            return before + code_span(f"from: {origin}") + behind
    return line


def _from(lines: list[str], question: DraftQuestion) -> list[str]:
    """A question's new lines with the chip `from` in them."""
    heading, *rest = lines
    origin = question.origin + f", {ACCEPTED}" * question.is_accepted
    if not rest or not is_chips_line(rest[0]):
        return [heading, code_span(f"from: {origin}"), *rest]
    if "from" in read_chips(rest[0], 1)[0]:
        return lines
    return [heading, f"{rest[0].rstrip()} {code_span(f'from: {origin}')}", *rest[1:]]


def _ensure_one(lines: list[str]) -> None:
    before, *chunks = split(lines, 0)
    if any(line.strip() for line in lines[before.start : before.end]) or not chunks:
        raise UnfitQuestion("A question starts with ## and a space. Write its heading first.")
    if len(chunks) > 1 or chunks[0].level != 2:
        raise UnfitQuestion(
            "This is one question's place, and here are several headings with # or ##. "
            "Write further questions in the whole file."
        )


def _ensure_only_that(lines: list[str], changed: list[str], start: int) -> None:
    """Code or a comment without an end must not swallow what stands below."""
    before, after = _pieces(lines), _pieces(changed)
    if before.pop(start, None) is None or after.pop(start, None) is None:
        raise UnfitQuestion("The question's heading can't be found. Begin with ## and a space.")
    if list(before.values()) != list(after.values()):
        raise UnfitQuestion(
            "Code or a comment has no end here, so it would swallow the questions below. "
            "Close it with ``` or -->."
        )


def _pieces(lines: list[str]) -> dict[int, str]:
    """What stands under each heading, by the number of its line from 0."""
    chunks = split(lines, read_front_matter(lines).body)
    return {
        chunk.start: "\n".join(lines[chunk.start : chunk.end]).rstrip()
        for chunk in chunks
        if chunk.level
    }


def _is_section(lines: list[str], at: int) -> bool:
    return at < len(lines) and lines[at].startswith("# ")


def _above(lines: list[str], at: int) -> int:
    """The last line above that isn't empty."""
    while at > 0 and not lines[at - 1].strip():
        at -= 1
    return at - 1


def _is_bare_section(lines: list[str], at: int) -> bool:
    """Whether what stands above is a section's heading, with no text under it."""
    above = _above(lines, at)
    return above >= 0 and _is_section(lines, above)
