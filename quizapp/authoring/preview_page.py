"""The preview: a bank's questions as students will be asked them, or with their keys."""

from dataclasses import dataclass

from quizapp.authoring.bank_page import review_of
from quizapp.banks.library import LoadedBank
from quizapp.banks.model import Bank, Question, Section
from quizapp.question_types.base import AskedQuestion


@dataclass(frozen=True)
class PreviewedSection:
    """Questions that share a heading and a passage, each with the line of its heading."""

    title: str
    text: str
    questions: tuple[tuple[int, AskedQuestion], ...]


@dataclass(frozen=True)
class Preview:
    """What the frame shows; `broken` questions are left out of it, as from every quiz."""

    title: str
    language: str
    intro: str
    sections: tuple[PreviewedSection, ...]
    broken: int
    as_result: bool


def build_preview(loaded: LoadedBank, *, as_result: bool) -> Preview:
    """The questions in the order of the file, options unshuffled."""
    bank = loaded.bank
    fenced = {problem.question for problem in loaded.problems if problem.level == "error"}
    return Preview(
        title=bank.title if bank else "",
        language=bank.language if bank else "en",
        intro=bank.intro if bank else "",
        sections=tuple(_sections(bank, as_result=as_result)) if bank else (),
        broken=len(fenced - {None}),
        as_result=as_result,
    )


def _sections(bank: Bank, *, as_result: bool) -> list[PreviewedSection]:
    numbers = {question.line: number for number, question in enumerate(bank.questions, 1)}

    def show(question: Question) -> tuple[int, AskedQuestion]:
        number = numbers[question.line]
        shown = review_of(question, number, bank) if as_result else _ask(question, number, bank)
        return question.line, shown

    def show_all(section: Section) -> PreviewedSection:
        questions = tuple(show(question) for question in section.questions)
        return PreviewedSection(section.title, section.text, questions)

    return [show_all(section) for section in bank.sections]


def _ask(question: Question, number: int, bank: Bank) -> AskedQuestion:
    return AskedQuestion(
        number=number,
        field=f"question-{question.line}",
        heading=question.heading,
        text=question.text,
        points=question.points,
        type=question.body.name,
        label=question.body.label,
        language=bank.language,
        body=question.body.ask((), question.body.order()),
    )
