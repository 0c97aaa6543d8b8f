"""What a passage with gaps is called: by what its first sentence is about, or by its section."""

import re

from quizapp.generation.article import Article
from quizapp.generation.casing import Casing
from quizapp.generation.gap_passages import Passage
from quizapp.generation.gap_sources import Filling
from quizapp.generation.subjects import DETERMINERS, PRONOUNS, find_subject

PLAIN = "Fill in the gaps."
_MOST_WORDS = 6  # of what a passage is about
_MOST_OF_TITLE = 10
_NAMING = re.compile(
    r"(?:[Tt]he )?[^\W\d_][\w.'-]*(?: (?:of |the |and |de |von )?[^\W\d_][\w.'-]*)*"
)
_VAGUE = (DETERMINERS | PRONOUNS | frozenset({"more", "less", "fewer", "others", "half"})) - {"the"}


def heading(
    passage: Passage, fillings: tuple[Filling, ...], article: Article, casing: Casing
) -> str:
    """A heading that tells none of the gaps."""
    subject = find_subject(passage.texts[0])
    if subject and not any(
        each.start < subject.end for each in fillings if each.end > subject.start
    ):
        first = subject.text.split()[0].lower()
        is_short = len(subject.text.split()) <= _MOST_WORDS
        if is_short and first not in _VAGUE and _NAMING.fullmatch(subject.text):
            return f"Fill in the gaps about {casing.lowered(subject.text)}."
    title = article.sections[article.sentences[passage.first].section].title
    if title and len(title.split()) <= _MOST_OF_TITLE:
        return f"Fill in the gaps: {title}{'' if title[-1] in '.?!' else '.'}"
    return PLAIN
