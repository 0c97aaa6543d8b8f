"""What a model replied, read as strictly as if nobody had told it how: any text gives a result."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeVar, cast, get_args

from quizapp.banks.model import Difficulty
from quizapp.generation.model_tier.json_objects import find_entries
from quizapp.generation.reading.plain import one_line

AnswerType = Literal["number", "date", "name", "reason", "definition", "outcome"]
ItemType = Literal["multiple_choice", "true_false", "numerical", "short_answer"]

MOST_ENTRIES = 60  # of a reply that are read
MOST_OPTIONS = 6
_LARGEST = Decimal(10) ** 15
_FINEST = -6  # decimal places


@dataclass(frozen=True)
class Fact:
    """What a model says stands in the article; nobody has checked it."""

    quote: str
    claim: str
    answer: str
    answer_type: AnswerType
    importance: int  # from 1, a detail, to 3


@dataclass(frozen=True)
class Choice:
    """An option."""

    text: str
    why_wrong: str


@dataclass(frozen=True)
class Numeric:
    """A number as a key."""

    value: Decimal
    unit: str
    tolerance: Decimal


@dataclass(frozen=True)
class Item:
    """A question that a model would ask; nobody has checked it."""

    fact_id: str
    type: ItemType
    stem: str
    options: tuple[Choice, ...]
    key_index: int  # of the options; of a statement 0 if it is said to be true, else 1
    numeric: Numeric | None
    explanation: str
    difficulty: Difficulty


@dataclass(frozen=True)
class Answered:
    """What a model answers to a question."""

    item_id: str
    answer: str


@dataclass(frozen=True)
class Malformed:
    """An entry that isn't what was asked for; the sentence is our own."""

    sentence: str


class _Wrong(Exception):
    """An entry can't be read; the text is a sentence."""


_Entry = TypeVar("_Entry")
_Word = TypeVar("_Word", bound=str)


def read_facts(text: str) -> tuple[Fact | Malformed, ...]:
    """The facts in a reply, each read or malformed."""
    return tuple(_read(text, "facts", _fact))


def read_items(text: str) -> tuple[Item | Malformed, ...]:
    """The questions in a reply, each read or malformed."""
    return tuple(_read(text, "items", _item))


def read_answers(text: str) -> tuple[Answered | Malformed, ...]:
    """The answers in a reply, each read or malformed."""
    return tuple(_read(text, "answers", _answered))


def _read(
    text: str, key: str, reader: Callable[["_Fields"], _Entry]
) -> Iterator[_Entry | Malformed]:
    entries = find_entries(text, key)
    if entries is None:
        yield Malformed(f"The reply holds no JSON object with a list of {key}.")
        return
    for entry in entries[:MOST_ENTRIES]:
        try:
            yield reader(_Fields(entry))
        except _Wrong as wrong:
            yield Malformed(str(wrong))
    if len(entries) > MOST_ENTRIES:
        yield Malformed(f"The reply has more than {MOST_ENTRIES} {key}; the rest isn't read.")


class _Fields:
    """The fields of an entry; what is missing or of another kind is wrong."""

    def __init__(self, entry: object) -> None:
        if not isinstance(entry, Mapping):
            raise _Wrong("An entry is no object.")
        self.entry: Mapping[object, object] = entry

    def value(self, name: str) -> object:
        if name not in self.entry:
            raise _Wrong(f"An entry has no {name}.")
        return self.entry[name]

    def text(self, name: str, longest: int, *, may_be_empty: bool = False) -> str:
        """A text on one line."""
        value = self.value(name)
        if not isinstance(value, str):
            raise _Wrong(f"The {name} of an entry is no text.")
        if len(value) > longest:
            raise _Wrong(f"The {name} of an entry is longer than {longest} characters.")
        line = one_line(value)
        if not line and not may_be_empty:
            raise _Wrong(f"The {name} of an entry is empty.")
        return line

    def word(self, name: str, known: tuple[_Word, ...]) -> _Word:
        value = self.value(name)
        for word in known:
            if value == word:
                return word
        raise _Wrong(f"The {name} of an entry is none of {', '.join(known)}.")

    def whole(self, name: str, least: int, most: int) -> int:
        value = self.value(name)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise _Wrong(f"The {name} of an entry is no whole number from {least} to {most}.")
        return value

    def number(self, name: str) -> Decimal:
        value = self.value(name)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise _Wrong(f"The {name} of an entry is no number.")
        number = Decimal(value)
        exponent = number.as_tuple().exponent
        is_fine = isinstance(exponent, int) and exponent >= _FINEST
        if not is_fine or abs(number) >= _LARGEST:
            raise _Wrong(f"The {name} of an entry is too large or too fine.")
        return number

    def list(self, name: str, most: int) -> tuple["_Fields", ...]:
        value = self.value(name)
        if not isinstance(value, list) or len(value) > most:
            raise _Wrong(f"The {name} of an entry are no list of at most {most}.")
        return tuple(map(_Fields, value))


def _fact(fields: _Fields) -> Fact:
    return Fact(
        quote=fields.text("quote", 800),
        claim=fields.text("claim", 500),
        answer=fields.text("answer", 200),
        answer_type=fields.word("answer_type", cast(tuple[AnswerType, ...], get_args(AnswerType))),
        importance=fields.whole("importance", 1, 3),
    )


def _item(fields: _Fields) -> Item:
    kind = fields.word("type", cast(tuple[ItemType, ...], get_args(ItemType)))
    options = tuple(_choice(each) for each in fields.list("options", MOST_OPTIONS))
    key = fields.whole("key_index", 0, MOST_OPTIONS - 1)
    if kind == "multiple_choice" and key >= len(options):
        raise _Wrong("The key_index of an entry is none of its options.")
    if kind == "true_false" and key > 1:
        raise _Wrong("The key_index of a statement is neither 0 nor 1.")
    numeric = _numeric(fields) if kind == "numerical" else None
    return Item(
        fact_id=fields.text("fact_id", 20),
        type=kind,
        stem=fields.text("stem", 400),
        options=options if kind == "multiple_choice" else (),
        key_index=key,
        numeric=numeric,
        explanation=fields.text("explanation", 600, may_be_empty=True),
        difficulty=fields.word("difficulty", cast(tuple[Difficulty, ...], get_args(Difficulty))),
    )


def _choice(fields: _Fields) -> Choice:
    return Choice(fields.text("text", 200), fields.text("why_wrong", 300, may_be_empty=True))


def _numeric(fields: _Fields) -> Numeric:
    inner = _Fields(fields.value("numeric"))
    tolerance = inner.number("tolerance")
    if tolerance < 0:
        raise _Wrong("The tolerance of an entry is less than 0.")
    return Numeric(inner.number("value"), inner.text("unit", 40, may_be_empty=True), tolerance)


def _answered(fields: _Fields) -> Answered:
    value = fields.value("answer")
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Answered(fields.text("item_id", 20), str(fields.number("answer")))
    return Answered(fields.text("item_id", 20), fields.text("answer", 200, may_be_empty=True))
