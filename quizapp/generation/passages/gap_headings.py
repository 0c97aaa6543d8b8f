"""What a passage with gaps is called: by what its sentences are about, or by its section."""

import re
from collections.abc import Iterator, Sequence

from quizapp.generation.article import Article
from quizapp.generation.clauses.references import is_topic
from quizapp.generation.clauses.subjects import DETERMINERS, PRONOUNS, find_subject
from quizapp.generation.english.words import FUNCTION_WORDS, word_set
from quizapp.generation.findings import Findings
from quizapp.generation.names.casing import Casing
from quizapp.generation.passages.gap_passages import Passage
from quizapp.generation.passages.gap_sources import Filling

PLAIN = "Fill in the gaps."
_MOST_WORDS = 6  # of what a passage is about
_TITLE = range(2, 11)  # words
_BARE = 3  # words, such as "the first cable"
_PROPER = r"[^\W\da-z_][\w.'-]*(?: (?:of |the |and |de |von )?[^\W\da-z_][\w.'-]*)*"
_WORDS = re.compile(r"[A-Z]?[a-z-]{4,}(?: [a-z-]+){1,3}")  # frozen meals
_PEOPLE = re.compile(r"(?:[ei]an|can|ish|ese)$")  # Andean healers, written with a capital
_STARTS = (
    FUNCTION_WORDS
    | DETERMINERS
    | PRONOUNS
    | word_set(
        "people nobody everybody someone nothing everything part half most many one those others "
        "whether what why how who neither both critics"
    )
)
_NAMED = re.compile(rf"(?:[Tt]he )?{_PROPER}(?:'s? \w+)?")
_DEFINITE = re.compile(rf"[Tt]he [a-z-]+(?: [a-z-]+)?(?: (?:of|to|in|for) (?:the )?{_PROPER})?")


def heading(
    passage: Passage, fillings: Sequence[Filling], findings: Findings, casing: Casing
) -> str:
    """A heading that tells none of the gaps."""
    article = findings.article
    subjects = list(_subjects(passage, fillings))
    named = next((each for each in subjects if _is_named(each, findings)), "")
    if named:
        return f"Fill in the gaps about {casing.lowered(named)}."
    title = article.sections[article.sentences[passage.first].section].title
    if len(title.split()) in _TITLE:
        return f"Fill in the gaps: {title}{'' if title[-1] in '.?!' else '.'}"
    about = next((each for each in subjects if _is_known(each, article)), "")
    return f"Fill in the gaps about {casing.lowered(about)}." if about else PLAIN


def _subjects(passage: Passage, fillings: Sequence[Filling]) -> Iterator[str]:
    """What its sentences are about, as far as that is short and no gap."""
    for number, text in zip(passage.sentences, passage.texts, strict=True):
        subject = find_subject(text)
        if subject is None or len(subject.text.split()) > _MOST_WORDS:
            continue
        start = passage.offset(number) + subject.start
        end = start + len(subject.text)
        if not any(each.start < end and each.end > start for each in fillings):
            yield subject.text


def _is_named(subject: str, findings: Findings) -> bool:
    is_name = any(each.text in subject for each in findings.names)
    return is_name and _NAMED.fullmatch(subject) is not None


def _is_known(subject: str, article: Article) -> bool:
    """Whether it is "the ferry to Sorrel Island", or "the cable" of an article about that."""
    words = subject.lower().split()
    is_plain = words[0] not in _STARTS and PRONOUNS.isdisjoint(words) and words[0][-3:] != "ing"
    if is_plain and _WORDS.fullmatch(subject) and not _PEOPLE.search(words[0]):
        return True
    if _DEFINITE.fullmatch(subject) is None or not FUNCTION_WORDS.isdisjoint(subject.split()[1:2]):
        return False
    return len(words) > _BARE or is_topic(words[-1], article)
