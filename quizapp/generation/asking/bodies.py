"""Bodies of questions from plain texts: options to choose from, an answer to write."""

from collections.abc import Iterable, Sequence

from quizapp.generation.reading.plain import plain_to_markdown
from quizapp.question_types.accepted import AcceptedTexts
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.multiple_response import MultipleResponse
from quizapp.question_types.options import Option
from quizapp.question_types.short_answer import ShortAnswer
from quizapp.question_types.values import Value, literal_source


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


def written(forms: Iterable[str], typos: int = 1) -> ShortAnswer | None:
    """An answer to write, in any of its forms; None if none of them can be one."""
    sources = [source for form in dict.fromkeys(forms) if (source := literal_source(form))]
    if not sources:
        return None
    return ShortAnswer(AcceptedTexts(tuple(map(Value, sources)), typos))
