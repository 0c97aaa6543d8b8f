"""What a rule of the linter is, and what rules look at."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from quizapp.banks.evidence import fold
from quizapp.banks.model import Bank, Question

_CODE = re.compile(r"^(```|~~~).*?^\1|^ {4}.*?$|^ {0,3}[>|].*?$", re.MULTILINE | re.DOTALL)
# A longer line than of two underscores is a gap to fill, and no emphasis.
_MARKUP = re.compile(r"[*`\\]|(?<!_)__?(?!_)|!?\[([^\[\]]*)\]\([^()]*\)")
_WORD = re.compile(r"\w+(?:['’.,/-]\w+)*")
_NUMBER = re.compile(
    r"[^\w.,-]*(?P<number>-?\d{1,3}(?:[, \u2009\u202f]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)"
    r"\s*(?P<unit>%|[^\d]*)"
)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# 29 July is a date, which isn't before 5 August because 5 is less than 29.
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
RUN = 12  # words in a row that are a copy


@dataclass(frozen=True)
class Choice:
    """An option as the linter sees it."""

    text: str  # without markup
    correct: bool

    @cached_property
    def folded(self) -> str:
        """For comparing: case, spacing and typography aside."""
        return fold(self.text).casefold().rstrip(".")

    @cached_property
    def number(self) -> float | None:
        """The number, if the option is one (with or without a unit)."""
        match = _NUMBER.fullmatch(self.text.strip())
        if match is None or _MONTH.match(match.group("unit").strip()):
            return None
        words = match.group("unit").lower().split()
        scale = _SCALES.get(words[0], 1) if words else 1
        return float(re.sub(r"[^\d.-]", "", match.group("number"))) * scale


@dataclass(frozen=True)
class Item:
    """A question with what rules ask of it worked out once."""

    question: Question
    exported: dict[str, Any] = field(repr=False)

    @cached_property
    def stem(self) -> str:
        """The stem in plain words: no code, no quotes, no tables, no markup; gaps are ____."""
        text = _CODE.sub("", self.question.text)
        return plain(f"{self.question.heading}\n{text}\n{self.question.body.running_text()}")

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The stem's words, folded."""
        return words_of(self.stem)

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The options; none for other types, nor for True and False."""
        options = self.exported.get("options", ())
        choices = tuple(Choice(plain(o["text"]), bool(o["correct"])) for o in options)
        is_true_or_false = {choice.folded for choice in choices} == {"true", "false"}
        return () if is_true_or_false else choices

    @cached_property
    def truth(self) -> bool | None:
        """Whether the statement of a true-or-false question is true; None for other types."""
        options = self.exported.get("options", ())
        if {str(o["text"]).casefold() for o in options} != {"true", "false"}:
            return None
        return any(o["correct"] for o in options if str(o["text"]).casefold() == "true")

    @cached_property
    def keys(self) -> tuple[Choice, ...]:
        """The options that are right."""
        return tuple(choice for choice in self.choices if choice.correct)

    @cached_property
    def distractors(self) -> tuple[Choice, ...]:
        """The options that are wrong."""
        return tuple(choice for choice in self.choices if not choice.correct)

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """The folded texts of what earns everything, options and typed answers alike."""
        typed = [a for part in self._parts for a in part.get("answers", ())]
        full = [str(a["text"]) for a in typed if a["fraction"] == 1]
        return (
            *(key.folded for key in (*self.keys, *self._gap_choices) if key.correct),
            *(fold(text).casefold() for text in full),
        )

    @cached_property
    def misleading(self) -> tuple[Choice, ...]:
        """All that is offered and wrong, in gaps too."""
        return (*self.distractors, *(each for each in self._gap_choices if not each.correct))

    @property
    def _parts(self) -> tuple[dict[str, Any], ...]:
        """What holds answers: the question, and its gaps one by one."""
        return (self.exported, *self.exported.get("gaps", ()))

    @cached_property
    def _gap_choices(self) -> tuple[Choice, ...]:
        """The options of all gaps."""
        options = [o for gap in self.exported.get("gaps", ()) for o in gap.get("options", ())]
        return tuple(Choice(plain(o["text"]), bool(o["correct"])) for o in options)

    @cached_property
    def key(self) -> object:
        """For comparing the keys of two questions."""
        if self.truth is not None:
            return self.truth
        return frozenset(self.answers) or repr(self.exported)


@dataclass(frozen=True)
class Setting:
    """What rules look at beside a question."""

    bank: Bank
    items: tuple[Item, ...]
    sources: tuple[tuple[str, ...], ...] = ()  # the words of the sources' texts, folded

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of RUN words in the sources."""
        return frozenset(
            words[start : start + RUN]
            for words in self.sources
            for start in range(len(words) - RUN + 1)
        )

    @property
    def is_english(self) -> bool:
        """Whether rules about English words make sense."""
        return self.bank.language.split("-")[0] == "en"


@dataclass(frozen=True)
class Finding:
    """Something a rule found: a sentence, and the question it is about (None for the bank)."""

    sentence: str
    question: Question | None = None


Check = Callable[[Setting], Iterator[Finding]]
ItemCheck = Callable[[Item, Setting], str | None]


@dataclass(frozen=True)
class Rule:
    """One rule: its code, one line of why, the mend, and the check itself."""

    code: str
    why: str
    mend: str
    check: Check
    looks_at_one: bool = False  # at one question at a time, not at the bank as a whole


RULES: dict[str, Rule] = {}


def bank_rule(code: str, mend: str) -> Callable[[Check], Check]:
    """Registers a check of the whole bank; its docstring is the why."""

    def register(check: Check) -> Check:
        RULES[code] = Rule(code, (check.__doc__ or "").strip(), mend, check)
        return check

    return register


def item_rule(code: str, mend: str, *, english: bool = False) -> Callable[[ItemCheck], ItemCheck]:
    """Registers a check of one question that returns a sentence if something is wrong."""

    def register(check: ItemCheck) -> ItemCheck:
        def check_all(setting: Setting) -> Iterator[Finding]:
            if english and not setting.is_english:
                return
            for item in setting.items:
                if sentence := check(item, setting):
                    yield Finding(sentence, item.question)

        RULES[code] = Rule(code, (check.__doc__ or "").strip(), mend, check_all, looks_at_one=True)
        return check

    return register


def plain(markdown: str) -> str:
    """Markdown as words on one line."""
    return " ".join(_MARKUP.sub(_words_in, markdown).split())


def _words_in(markup: re.Match[str]) -> str:
    return markup[1] or ""


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return tuple(_WORD.findall(folded))


def shortened(text: str) -> str:
    """A text short enough to stand in a sentence."""
    return text if len(text) <= 60 else f"{text[:57]}..."
