"""Which parts of a bank a quiz may take, as a form offers them; pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.banks.library import LoadedBank
from quizapp.banks.model import Bank
from quizapp.quizzes.composition import Selection

SECTION, TAG = "section", "tag"
OUT = ""  # the choice that takes a part out of the quiz


@dataclass(frozen=True)
class BankChoice:
    """A bank that may be added."""

    name: str
    title: str
    questions: int
    is_fit: bool  # False: its errors are to be mended before it can be published


def encode(selection: Selection) -> str:
    """A part as a form's value; how many are drawn stands in a field of its own."""
    if selection.section is not None:
        return f"{selection.bank}/{SECTION}/{selection.section}"
    if selection.tag is not None:
        return f"{selection.bank}/{TAG}/{selection.tag}"
    return selection.bank


def decode(value: str, draw: int | None) -> Selection:
    """The reverse of `encode`."""
    bank, _, rest = value.partition("/")
    kind, _, name = rest.partition("/")
    return Selection(
        bank,
        section=name if kind == SECTION else None,
        tag=name if kind == TAG else None,
        draw=draw,
    )


def list_choices(value: str, banks: Mapping[str, LoadedBank]) -> list[tuple[str, str]]:
    """Value and words of what may be chosen instead of `value`, which is always among it."""
    name = value.partition("/")[0]
    loaded = banks.get(name)
    choices = _parts_of(loaded.bank) if loaded and loaded.bank else []
    if value not in [each for each, _ in choices]:
        choices.append((value, f"{describe(decode(value, None))} (not there any more)"))
    return [*choices, (OUT, "None: take this part out of the quiz")]


def _parts_of(bank: Bank) -> list[tuple[str, str]]:
    sections = Counter(section.title for section in bank.sections for _ in section.questions)
    tags = Counter(tag for question in bank.questions for tag in question.tags)
    parts = [Selection(bank.name)]
    if len(sections) > 1:
        parts += [Selection(bank.name, section=title) for title in sections]
    parts += [Selection(bank.name, tag=tag) for tag in sorted(tags)]
    return [(encode(part), _counted(part, bank, sections, tags)) for part in parts]


def _counted(
    part: Selection, bank: Bank, sections: Mapping[str, int], tags: Mapping[str, int]
) -> str:
    if part.section is not None:
        return f"{describe(part)} ({sections[part.section]})"
    if part.tag is not None:
        return f"{describe(part)} ({tags[part.tag]})"
    return f"{describe(part)} ({len(bank.questions)})"


def describe(part: Selection) -> str:
    """Which questions of its bank a part takes."""
    if part.section:
        return f"Section: {part.section}"
    if part.section is not None:
        return "What stands before the first section"
    return f"Tag: {part.tag}" if part.tag is not None else "The whole bank"


def list_banks(banks: Mapping[str, LoadedBank]) -> tuple[BankChoice, ...]:
    """Those that may be added, by name."""
    return tuple(
        BankChoice(
            name=name,
            title=loaded.bank.title if loaded.bank else "",
            questions=len(loaded.bank.questions) if loaded.bank else 0,
            is_fit=loaded.is_clean and not loaded.lacks_names,
        )
        for name, loaded in sorted(banks.items())
    )
