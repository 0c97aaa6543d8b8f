"""A text with gaps as the body of a question."""

from collections.abc import Sequence

from quizapp.generation.figures.number_writing import with_commas
from quizapp.generation.passages.gap_sources import Filling
from quizapp.generation.reading.plain import plain_to_markdown
from quizapp.question_types.accepted import AcceptedNumbers, AcceptedTexts
from quizapp.question_types.base import ProblemsFound
from quizapp.question_types.block import Gap
from quizapp.question_types.cloze import Cloze
from quizapp.question_types.gaps import read_gap

_HOLE = "\ufffc"  # stands for a gap until the text around it is Markdown


def gapped(text: str, fillings: Sequence[Filling]) -> Cloze | None:
    """`text` with these gaps, which stand in its order; None if it can't be written so."""
    if not fillings or _HOLE in text:
        return None
    pieces, end = [], 0
    for each in fillings:
        pieces.append(text[end : each.start])
        end = each.end
    pieces.append(text[end:])
    texts = plain_to_markdown(_HOLE.join(map(with_commas, pieces))).split(_HOLE)
    try:
        gaps = tuple(
            read_gap(Gap(each.source), AcceptedNumbers, AcceptedTexts) for each in fillings
        )
    except ProblemsFound:
        return None
    return Cloze(tuple(texts), gaps)
