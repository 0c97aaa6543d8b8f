"""What every type of question is: something that can be read, asked, graded and reviewed.

A type is one module here with one frozen class, and one template of the same name. An object of the
class is a question's body. Nothing here knows files, Flask or the database.

Three ways to write the same answer meet here:
- **stored**: an `Answer`. Options and rows are named by their letters in the file, all else is text
  exactly as it arrived, so an answer means the same however the page was shuffled.
- **posted**: what a form sends for one question, in the order of its fields. Options are positions
  on that person's page, so a page never says which letter is which.
- **shown**: the frozen view objects that `ask` and `review` return for the templates.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Any, ClassVar, Literal, Self

from quizapp.errors import UserError
from quizapp.question_types.block import AnswerBlock

Answer = tuple[str, ...]
Order = tuple[str, ...]  # the names (letters) of the parts that shuffle, as shown
Posted = tuple[str, ...]
Level = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """A finding in a bank, with its place; `message` is a sentence that also names the mend."""

    line: int
    column: int
    code: str
    message: str
    level: Level = "error"
    quoted: str = ""  # the line itself
    question: int | None = None  # the line of the heading of the question it fences off


class ProblemsFound(ValueError):
    """A block that can't be a question; `problems` has at least one error."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = tuple(problems)


class UnfitKey(UserError):
    """It can't be the key of this question; the text says why."""


@dataclass(frozen=True)
class Chip:
    """One `key: value` under a question's heading, or a default of its bank."""

    value: str
    line: int = 0
    column: int = 0


Chips = Mapping[str, Chip]  # those of the question and, behind them, the bank's defaults


@dataclass(frozen=True)
class Grade:
    """What an answer earned: an exact fraction from 0 to 1, and Markdown for the student."""

    fraction: Fraction
    feedback: tuple[str, ...] = ()
    needs_marking: bool = False  # a person decides; until then `fraction` is 0


@dataclass(frozen=True)
class Shows:
    """What a review may tell, by the quiz's feedback policy."""

    marks: bool = True  # right or wrong, part by part
    feedback: bool = True
    key: bool = True


@dataclass(frozen=True)
class Ambiguity:
    """A number in an answer that can be read in two ways; the check page asks which is meant."""

    part: int  # of the answer, from 0
    text: str  # as the student typed it
    readings: tuple[tuple[str, str], ...]  # what `choose_reading` takes, and words for people


@dataclass(frozen=True)
class Criterion:
    """One thing that a person marks an answer for."""

    text: str  # Markdown
    points: Fraction


@dataclass(frozen=True)
class Alternative:
    """Something that can be chosen, as statistics name it."""

    name: str  # as `chosen` gives it
    text: str  # Markdown
    is_key: bool
    about: str = ""  # Markdown: the part of the question that it is chosen for, "" if the whole


class QuestionType(ABC):
    """A question's body. Children are frozen dataclasses."""

    name: ClassVar[str]  # also the module's and the template's name
    label: ClassVar[str]  # for people: "Multiple choice"
    example: ClassVar[str]  # a whole question as an author writes it, with id and letters
    key_notation: ClassVar[str] = ""  # what a key may say that an answer can't; a sentence
    chip_keys: ClassVar[frozenset[str]] = frozenset()  # the chips that only some types know
    chip_defaults: ClassVar[Mapping[str, str]] = {}  # what each of them says when it isn't there

    @classmethod
    @abstractmethod
    def recognizes(cls, block: AnswerBlock) -> bool:
        """Whether `block` is of this type; of all types exactly one says yes."""

    @classmethod
    @abstractmethod
    def parse(cls, block: AnswerBlock, chips: Chips, language: str) -> Self:
        """The body that `block` describes; raises ProblemsFound."""

    @abstractmethod
    def to_markdown(self) -> str:
        """The answer block as an author writes it, without a line end; parses to an equal body."""

    def to_chips(self) -> dict[str, str]:
        """The chips among `chip_keys` that differ from their default."""
        return {}

    @abstractmethod
    def grade(self, answer: Answer) -> Grade:
        """What `answer` earns. Anything malformed is merely wrong; blank is 0."""

    @abstractmethod
    def key(self) -> Answer | None:
        """An answer that earns everything; None if only a person can tell."""

    def with_key(self, key: Answer) -> Self:
        """The same question, for which `key` earns everything; raises UnfitKey.

        What would be written in a field is taken as an author writes it, such as 45 +- 5.
        """
        raise UnfitKey("Only a person can tell what an answer to this question earns.")

    def accepting(self, answer: Answer) -> Self | None:
        """The same question, for which a student's `answer` earns everything too.

        None if the type's file has no way to say that.
        """
        return None

    def key_words(self) -> tuple[str, ...]:
        """What earns everything, in Markdown for whoever may know; () if only a person can tell."""
        key = self.key()
        return () if key is None else ("; ".join(self.describe(key, self.order())),)

    def is_alike(self, other: "QuestionType") -> bool:
        """Whether answers to `other` can be graded by this: it has the same parts."""
        return isinstance(other, type(self)) and sorted(self.order()) == sorted(other.order())

    def translate(self, answer: Answer, other: "QuestionType") -> Answer:
        """An answer to `other`, which is alike, in the names that this one gives to its parts."""
        return answer

    def criteria(self) -> tuple[Criterion, ...]:
        """What a person marks an answer for, line by line; () if it is marked as a whole."""
        return ()

    def order(self) -> Order:
        """The parts that shuffle, as the file has them."""
        return ()

    def shuffle(self, random: Random) -> Order:
        """The same parts in an order drawn from `random`; pinned ones keep their place."""
        return self.order()

    def from_post(self, posted: Posted, order: Order) -> Answer:
        """A form's values as a stored answer; what can't be one is kept as it is (and is wrong)."""
        return posted

    def to_post(self, answer: Answer, order: Order) -> Posted:
        """The reverse of `from_post`, to fill the form again."""
        return answer

    def is_blank(self, answer: Answer) -> bool:
        """Whether nothing was answered."""
        return not any(value.strip() for value in answer)

    def ambiguities(self, answer: Answer) -> tuple[Ambiguity, ...]:
        """The numbers in `answer` with two readings, none of them chosen yet."""
        return ()

    def choose_reading(self, answer: Answer, part: int, reading: str) -> Answer:
        """`answer` with a reading chosen for one of its `ambiguities`."""
        return answer

    @abstractmethod
    def ask(self, answer: Answer, order: Order) -> Any:
        """What the `ask` macro shows: a frozen object that holds nothing of the key."""

    @abstractmethod
    def review(self, answer: Answer, order: Order, shows: Shows) -> Any:
        """What the `review` macro shows: a frozen object with no more than `shows` allows."""

    @abstractmethod
    def describe(self, answer: Answer, order: Order) -> tuple[str, ...]:
        """The answer in Markdown as this student saw it: ("B Mitochondrion",); () if blank."""

    def alternatives(self) -> tuple[Alternative, ...]:
        """All that can be chosen, in the order of the file; () if answers are written."""
        return ()

    def chosen(self, answer: Answer) -> tuple[str, ...]:
        """The names of the `alternatives` that `answer` holds."""
        return tuple(each.name for each in self.alternatives() if each.name in answer)

    def writings(self, answer: Answer) -> tuple[str, ...]:
        """What was written, field by field, in one spelling for counting; "" if nothing was."""
        return ()

    def guess(self) -> Fraction | None:
        """What answers drawn at random earn in the mean; None if a person decides.

        Where one has to write, nothing.
        """
        return Fraction(0)

    def running_text(self) -> str:
        """Markdown that belongs to what is asked, with ____ for every gap; "" if there is none."""
        return ""

    @abstractmethod
    def export(self) -> dict[str, Any]:
        """The type's part of `quizapp bank list --format json`: options, answers and the like."""


@dataclass(frozen=True)
class AskedQuestion:
    """What the macro `ask` gets: the question as one student sees it, without its key."""

    number: int
    field: str  # the form's field name, and the prefix of every id in the question
    heading: str  # Markdown, inline
    text: str  # Markdown of the rest of the stem; "" if none
    points: Fraction
    type: str  # the type's name: which template
    label: str
    language: str
    body: Any  # what the type's `ask` returned
    is_practice: bool = False  # nobody counts points, so none are shown


@dataclass(frozen=True)
class ReviewedQuestion(AskedQuestion):
    """What the macro `review` gets; None and () where the policy keeps it back."""

    earned: Fraction | None = None  # points
    needs_marking: bool = False
    blank: bool = False
    feedback: tuple[str, ...] = ()
    explanation: str = ""
    evidence: tuple[tuple[str, str], ...] = ()  # title of the source, quote
    given: tuple[Fraction, ...] = ()  # points for each of the body's `criteria`, once marked
    comment: str = ""  # plain text by whoever marked it
    ruling: str = ""  # what a correction did: left out, full points, kept (its points), corrected
    also: tuple[str, ...] = ()  # further keys that are accepted, Markdown
    is_key: bool = False  # nobody has answered: what is right stands there alone
    length: int = 0  # of the answer, in characters
