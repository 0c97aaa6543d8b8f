"""What a passage with gaps is called: by what its first sentence is about, or by its section."""

import re
from collections.abc import Sequence

from quizapp.generation.clauses.subjects import Subject, find_subject
from quizapp.generation.english.words import FUNCTION_WORDS
from quizapp.generation.findings import Findings
from quizapp.generation.names.casing import Casing
from quizapp.generation.passages.gap_passages import Passage
from quizapp.generation.passages.gap_sources import Filling

PLAIN = "Fill in the gaps."
_MOST_WORDS = 6  # of what a passage is about
_TITLE = range(2, 11)  # words
_PROPER = r"[^\W\da-z_][\w.'-]*(?: (?:of |the |and |de |von )?[^\W\da-z_][\w.'-]*)*"
_NAMED = re.compile(rf"(?:[Tt]he )?{_PROPER}(?:'s? \w+)?")
_DEFINITE = re.compile(rf"[Tt]he [a-z-]+(?: [a-z-]+)?(?: (?:of|to|in|for) (?:the )?{_PROPER})?")


def heading(
    passage: Passage, fillings: Sequence[Filling], findings: Findings, casing: Casing
) -> str:
    """A heading that tells none of the gaps."""
    subject = find_subject(passage.texts[0])
    about = "" if subject is None or _is_in_gap(subject, fillings) else subject.text
    if len(about.split()) > _MOST_WORDS:
        about = ""
    if _NAMED.fullmatch(about) and any(each.text in about for each in findings.names):
        return f"Fill in the gaps about {casing.lowered(about)}."
    article = findings.article
    title = article.sections[article.sentences[passage.first].section].title
    if len(title.split()) in _TITLE:
        return f"Fill in the gaps: {title}{'' if title[-1] in '.?!' else '.'}"
    if _DEFINITE.fullmatch(about) and FUNCTION_WORDS.isdisjoint(about.split()[1:2]):
        return f"Fill in the gaps about {casing.lowered(about)}."
    return PLAIN


def _is_in_gap(subject: Subject, fillings: Sequence[Filling]) -> bool:
    return any(each.start < subject.end and each.end > subject.start for each in fillings)
