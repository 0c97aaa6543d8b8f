"""What a reason found by a parser is, and how it reads beside its question."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.generation.clauses.subjects import DETERMINERS
from quizapp.generation.english.connectives import strip_connectives
from quizapp.generation.facts.reason_links import find_marks
from quizapp.generation.parsing.phrases import capitalized, lowered
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.parsing.wording import Wording

Manner = Literal["because", "because of", "to"]
FEWEST, MOST = 3, 24  # words of a reason


@dataclass(frozen=True)
class Reason:
    """A reason, and what it is the reason of."""

    question: Question | str  # or what follows "why" in it
    manner: Manner
    text: str  # without because or to
    answer: str  # as the article says it
    sentence: int  # where the reason stands
    asked_in: int  # where its effect stands


def alone(sentence: ParsedSentence, words: Sequence[Token], wording: Wording) -> str:
    """A clause that is a reason, without what for it was done; "" if it can't stand alone."""
    mark = next((each for each in find_marks(sentence.text) if each.manner == "aim"), None)
    end = sentence.start + mark.start if mark else sentence.tokens[-1].end if words else 0
    kept = [token for token in words if token.start < end]
    text = wording.say(sentence, kept) if kept and '"' not in sentence.text else None
    plain = strip_connectives(capitalized(text or "")).rstrip(".")
    if not plain or kept[0].tag in ("JJ", "VBN", "VBG"):
        return ""
    is_article = plain.partition(" ")[0].lower() in DETERMINERS
    if is_article:
        return plain[:1].lower() + plain[1:]
    return lowered(plain, kept[0]) if plain.startswith(kept[0].text) else plain


def option_text(manner: Manner, text: str) -> str:
    """The reason as an option."""
    return capitalized(
        {"because": "Because", "because of": "Because of", "to": "To"}[manner] + f" {text}"
    )
