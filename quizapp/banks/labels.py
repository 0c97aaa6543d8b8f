"""Quotes with a label: hint, explanation and the evidence for the key."""

import re
from dataclasses import dataclass, field

from quizapp.banks.items import unquote
from quizapp.banks.model import Evidence
from quizapp.banks.outline import Node
from quizapp.banks.page import Page
from quizapp.banks.spans import HIDDEN

_QUOTED = r"[ ]{0,3}>[ \t]*"
_LABEL = re.compile(_QUOTED + r"\*\*(?:(Hint|Explanation)|Source[ \t]+([^\s*:]+)):\*\*(?:[ \t]+|$)")
_NEAR_LABEL = re.compile(
    _QUOTED + r"(?:(\*\*|__|\*|_)[ \t]*(?:hint|explanations?|source)\b[^*_]{0,80}(?:\*|_|:|$)"
    r"|(?:hint|explanation):)",
    re.IGNORECASE,
)


@dataclass
class Labels:
    """What the labelled quotes of a question say."""

    hint: str = ""
    explanation: str = ""
    evidence: list[Evidence] = field(default_factory=list)


def is_labelled(page: Page, block: Node) -> bool:
    """Whether a block is a quote that has, or nearly has, a label."""
    if block.kind != "blockquote":
        return False
    line = page.shown[block.start]
    return _LABEL.match(line) is not None or _NEAR_LABEL.match(line) is not None


def read_labels(page: Page, blocks: list[Node]) -> Labels:
    """What labelled quotes say; one that repeats or nearly has a label is reported."""
    labels = Labels()
    for block in blocks:
        _read_label(page, block, labels)
    return labels


def report_labels(page: Page, start: int, end: int) -> None:
    """Reports labels where none may stand."""
    for number in range(start, end):
        if ">" in page.masked[number] and _LABEL.match(page.masked[number].lstrip()):
            mend = "Move the quote to the end of the question."
            page.report((number, 0), "label-place", f"A labelled quote stands here. {mend}")


def _read_label(page: Page, block: Node, labels: Labels) -> None:
    line = page.shown[block.start]
    match = _LABEL.match(line)
    if match is None:
        mend = "Write > **Hint:**, > **Explanation:** or > **Source name:** before the text."
        page.report((block.start, 0), "label-form", f"This is nearly a label. {mend}")
        return
    _ensure_one_label(page, block)
    first = "> " + line[match.end() :]
    text = unquote([first, *page.shown[block.start + 1 : block.end]])
    place = (block.start, line.index("*"))
    if not text.replace(HIDDEN, "").strip():
        page.report(place, "label-empty", "This label has no text. Write some, or delete it.")
    elif source := match.group(2):
        labels.evidence.append(Evidence(source, text, page.number(block.start)))
    else:
        _put(page, place, labels, (match.group(1).lower(), text))


def _put(page: Page, place: tuple[int, int], labels: Labels, said: tuple[str, str]) -> None:
    name, text = said
    if getattr(labels, name):
        mend = "Put all of it into one quote."
        page.report(place, "label-repeated", f"A second {name} stands here. {mend}")
    setattr(labels, name, text)


def _ensure_one_label(page: Page, block: Node) -> None:
    for number in range(block.start + 1, block.end):
        if _LABEL.match(page.masked[number]):
            mend = "Put a blank line between the two quotes."
            sentence = f"A quote can have one label, this is its second. {mend}"
            page.report((number, 0), "two-labels", sentence)
