"""A checked question of a model as a proposal; whatever it says becomes plain text."""

from decimal import Decimal
from fractions import Fraction

from quizapp.banks.evidence import fold
from quizapp.generation.asking import saying
from quizapp.generation.figures.hedges import hedge_before
from quizapp.generation.figures.tokens import Tokens
from quizapp.generation.model_tier.model_replies import Choice, Item
from quizapp.generation.model_tier.verification import Ground, Verified
from quizapp.generation.proposals import Form, Proposal, Topic
from quizapp.generation.reading.plain import plain_to_markdown
from quizapp.question_types.accepted import AcceptedNumbers, AcceptedTexts
from quizapp.question_types.base import QuestionType
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.numerals import decimal_text
from quizapp.question_types.numerical import Numerical
from quizapp.question_types.options import Option
from quizapp.question_types.short_answer import ShortAnswer
from quizapp.question_types.true_false import TrueFalse
from quizapp.question_types.values import Value, literal_source

_TOPICS: dict[str, Topic] = {
    "number": "figure",
    "date": "date",
    "name": "name",
    "reason": "reason",
    "definition": "definition",
    "outcome": "outcome",
}
_WIDEST = Decimal("0.1")  # of the value: how far off an answer may be


def make_proposal(item: Item, verified: Verified, ground: Ground) -> Proposal | None:
    """The question with its evidence; None if its answer can't be written in a file."""
    body = _body(item, verified, ground)
    if body is None:
        return None
    fact = verified.fact
    form: Form = "statement" if item.type == "true_false" else "question"
    return Proposal(
        stem=item.stem,
        body=body,
        quotes=verified.quotes,
        sentence=verified.sentence,
        fact=f"{verified.sentence}:{fold(fact.answer).casefold()}",
        form=form,
        topic=_TOPICS[fact.answer_type],
        tier="model",
        explanation=_borne_out(item.explanation, ground),
        answer=_passage(item, verified),
        flags=("detail",) if fact.importance == 1 else (),
    )


def _passage(item: Item, verified: Verified) -> str:
    """The fact's answer, if the question asks for it and the evidence has it word for word."""
    answer = fold(verified.fact.answer)
    is_there = answer.casefold() in fold(verified.quotes[0]).casefold()
    return answer if is_there and item.type != "true_false" else ""


def _body(item: Item, verified: Verified, ground: Ground) -> QuestionType | None:
    if item.type == "true_false":
        return TrueFalse(item.key_index == 0)
    if item.type == "multiple_choice":
        return _choices(item, ground)
    if item.type == "numerical":
        return _number(item, verified)
    source = literal_source(verified.fact.answer.removeprefix("the ").removeprefix("The "))
    return ShortAnswer(AcceptedTexts((Value(source),), typos=1)) if source else None


def _choices(item: Item, ground: Ground) -> MultipleChoice:
    options = [
        _option(choice, ground, correct=at == item.key_index)
        for at, choice in enumerate(item.options)
    ]
    numbers = [min(saying.numbers_in(choice.text), default=None) for choice in item.options]
    if None not in numbers:
        ranked = zip(numbers, range(len(options)), options, strict=True)
        options = [option for _, _, option in sorted(ranked)]
    return MultipleChoice(tuple(options))


def _option(choice: Choice, ground: Ground, *, correct: bool) -> Option:
    why = "" if correct else _borne_out(choice.why_wrong, ground)
    return Option(plain_to_markdown(choice.text), correct, feedback=plain_to_markdown(why))


def _borne_out(text: str, ground: Ground) -> str:
    """A text for after the question, if all its numbers and names are the article's; else ""."""
    return text if ground.knows(text) and not saying.has_address(text) else ""


def _number(item: Item, verified: Verified) -> Numerical | None:
    assert item.numeric is not None
    value = item.numeric.value
    tolerance = Decimal(0)
    if _is_hedged(verified):
        tolerance = min(item.numeric.tolerance, abs(value) * _WIDEST)
    source = decimal_text(Fraction(value))
    if tolerance:
        source += f" +- {decimal_text(Fraction(tolerance))}"
    accepted = AcceptedNumbers((Value(source),), unit=item.numeric.unit)
    return Numerical(accepted) if accepted.key() is not None else None


def _is_hedged(verified: Verified) -> bool:
    """Whether the quoted sentences say about or nearly before a number."""
    tokens = Tokens(fold(verified.evidence))
    found = saying.numbers_in(verified.fact.answer)
    return any(
        hedge_before(tokens, at) and saying.numbers_in(tokens.between(at, len(tokens))) & found
        for at in range(1, len(tokens))
    )
