"""Which questions a quiz is made of: parts of one bank or several, put together; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.banks.model import Bank, Question, Section
from quizapp.errors import UserError


class SameId(UserError):
    """Two banks have a question of the same id, by which answers are kept."""

    def __init__(self, question_id: str, banks: tuple[str, str]) -> None:
        first, second = (f"{name}.md" for name in banks)
        super().__init__(
            f"{first} and {second} both have a question with the id {question_id}, and answers are "
            f"kept by id. Change the id in one of the two files, or leave that question out."
        )


@dataclass(frozen=True)
class Selection:
    """Questions of one bank: all, those of a section, or those with a tag."""

    bank: str
    section: str | None = None  # its title; "": the questions before the first heading
    tag: str | None = None
    draw: int | None = None  # how many of them each student gets; None: all

    def takes(self, section: Section, question: Question) -> bool:
        """Whether a question of the bank belongs to it."""
        if self.section is not None and section.title != self.section:
            return False
        return self.tag is None or self.tag in question.tags


@dataclass(frozen=True)
class ComposedSlot:
    """A question in its place in a quiz that may be published."""

    number: int  # from 1
    section: int  # from 0
    pool: int | None  # the first of the sections that are drawn from as one; None: this one alone
    bank: Bank
    part: Section
    question: Question


@dataclass(frozen=True)
class Composition:
    """What a quiz would ask if it were published now."""

    slots: tuple[ComposedSlot, ...]
    draw: Mapping[int, int] = field(default_factory=dict)  # by section, or by pool
    intro: str = ""
    language: str = "en"
    counts: tuple[int, ...] = ()  # how many questions each selection brings


@dataclass(frozen=True)
class _Taken:
    """A section of a bank, as far as a selection takes it."""

    bank: Bank
    part: Section
    questions: tuple[Question, ...]


def select_from(
    bank: Bank, selection: Selection
) -> tuple[tuple[Section, tuple[Question, ...]], ...]:
    """The questions that a selection takes, by section; no section is empty."""
    found = (
        (section, tuple(each for each in section.questions if selection.takes(section, each)))
        for section in bank.sections
    )
    return tuple((section, questions) for section, questions in found if questions)


def compose(selections: Sequence[Selection], banks: Mapping[str, Bank]) -> Composition:
    """The parts one after the other, each section staying a section; raises SameId.

    What is selected twice is taken once, where it comes first. A part of several sections from
    which some questions are drawn makes them one pool.
    """
    taken = _take(selections, banks)
    slots: list[ComposedSlot] = []
    draw: dict[int, int] = {}
    section = 0
    for selection, sections in zip(selections, taken, strict=True):
        first = section
        if selection.draw is not None and sections:
            draw[first] = selection.draw
        for each in sections:
            pool = first if selection.draw is not None and len(sections) > 1 else None
            slots += [
                ComposedSlot(number, section, pool, each.bank, each.part, question)
                for number, question in enumerate(each.questions, len(slots) + 1)
            ]
            section += 1
    return Composition(
        slots=tuple(slots),
        draw=draw,
        intro="\n\n".join(_intros(selections, banks)),
        language=banks[selections[0].bank].language if selections else "en",
        counts=tuple(sum(len(each.questions) for each in sections) for sections in taken),
    )


def _take(selections: Sequence[Selection], banks: Mapping[str, Bank]) -> list[list[_Taken]]:
    owners: dict[str, str] = {}
    return [list(_take_from(banks[each.bank], each, owners)) for each in selections]


def _take_from(bank: Bank, selection: Selection, owners: dict[str, str]) -> Iterator[_Taken]:
    for section, questions in select_from(bank, selection):
        new = tuple(each for each in questions if _is_new(each, bank.name, owners))
        if new:
            yield _Taken(bank, section, new)


def _is_new(question: Question, bank: str, owners: dict[str, str]) -> bool:
    """Whether it isn't taken yet; from now on it is."""
    owner = owners.get(question.id)
    if owner is not None and owner != bank:
        raise SameId(question.id, (owner, bank))
    owners[question.id] = bank
    return owner is None


def _intros(selections: Sequence[Selection], banks: Mapping[str, Bank]) -> Iterator[str]:
    """Those of the banks that are taken whole: of a part an introduction may say too much."""
    whole = dict.fromkeys(
        each.bank for each in selections if each.section is None and each.tag is None
    )
    return (banks[name].intro for name in whole if banks[name].intro)
