"""The texts between questions: the introduction, and what stands under a section's heading."""

from dataclasses import dataclass

from quizapp.banks.answers import report_strays
from quizapp.banks.gaps import first_gap
from quizapp.banks.headings import heading_text, report_headings
from quizapp.banks.images import ImageUse, read_images
from quizapp.banks.labels import report_labels
from quizapp.banks.page import Page
from quizapp.question_types.base import Problem


@dataclass(frozen=True)
class Passage:
    """A text that students see; with an error in it the text is empty."""

    title: str
    text: str
    problems: tuple[Problem, ...]
    images: tuple[ImageUse, ...] = ()


def read_intro(lines: list[str], first: int) -> Passage:
    """The text before the first heading."""
    page = Page(lines, first)
    report_headings(page, page.blocks, setext="warning")
    return _passage(page, "", 0)


def read_section(lines: list[str], first: int) -> Passage:
    """A section's heading and the passage that its questions share."""
    page = Page(lines, first)
    title = heading_text(page)
    report_headings(page, page.blocks[1:])
    return _passage(page, title, 1)


def _passage(page: Page, title: str, start: int) -> Passage:
    """The text from line `start` on, unless something in it looks like an answer."""
    report_strays(page, range(start, len(page.raw)))
    report_labels(page, start, len(page.raw))
    images = read_images(page)
    for number, line in enumerate(page.masked):
        column = first_gap(line)
        if column is not None:
            mend = "Move it under a question's heading, or write \\[[ if it is text."
            page.report((number, column), "gap-place", f"A gap stands outside a question. {mend}")
    text = "" if page.has_errors else page.text(start, len(page.raw))
    return Passage(title, text, tuple(page.problems), images)
