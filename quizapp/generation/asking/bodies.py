"""Bodies of questions from plain texts: options to choose from, an answer to write."""

from collections.abc import Iterable, Sequence

from quizapp.banks.item_rules import is_longest, is_shortest
from quizapp.generation.reading.plain import plain_to_markdown
from quizapp.question_types.accepted import AcceptedTexts
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.multiple_response import MultipleResponse
from quizapp.question_types.options import Option
from quizapp.question_types.short_answer import ShortAnswer
from quizapp.question_types.values import Value, literal_source

_MOST_WRITTEN = 4  # words


def choice(key: str, distractors: Sequence[str]) -> MultipleChoice:
    """One key among distractors; the key stands first until options are arranged."""
    options = [Option(plain_to_markdown(key), True)]
    return MultipleChoice(
        (*options, *(Option(plain_to_markdown(each), False) for each in distractors))
    )


def choices(keys: Sequence[str], distractors: Sequence[str]) -> MultipleResponse:
    """Several keys among distractors."""
    every = [(key, True) for key in keys] + [(wrong, False) for wrong in distractors]
    return MultipleResponse(tuple(Option(plain_to_markdown(text), right) for text, right in every))


def chosen_or_written(
    key: str, distractors: Sequence[str], forms: Iterable[str]
) -> MultipleChoice | ShortAnswer | None:
    """A key to choose, or to write where there is nothing else to choose or its length tells it.

    None for one that is too long to be written.
    """
    sizes = [len(text) for text in distractors]
    if sizes and not (is_longest(len(key), sizes) or is_shortest(len(key), sizes)):
        return choice(key, distractors)
    return written(forms) if len(key.split()) <= _MOST_WRITTEN else None


def written(forms: Iterable[str], typos: int = 1) -> ShortAnswer | None:
    """An answer to write, in any of its forms; None if none of them can be one."""
    sources = [source for form in dict.fromkeys(forms) if (source := literal_source(form))]
    if not sources:
        return None
    return ShortAnswer(AcceptedTexts(tuple(map(Value, sources)), typos))
