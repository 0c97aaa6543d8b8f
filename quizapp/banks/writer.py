"""A bank to text: canonical Markdown that reads back as the same bank."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from quizapp.banks.model import Bank, Question, Section, Source
from quizapp.banks.outline import outline
from quizapp.banks.spans import code_span

_SOURCE_KEYS = ("title", "author", "publisher", "date", "url", "file", "sha256")
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/+-")
_LISTS = {  # how an answer's list starts its items, and how else it may
    "bullet_list": (re.compile(r"^- (?=\([ x]\)|\[[ x]\]|[=!] )", re.MULTILINE), "* "),
    "ordered_list": (re.compile(r"^(\d+)\. ", re.MULTILINE), r"\1) "),
}
_COMMON_DEFAULTS = {"points": "1", "tags": "", "difficulty": "", "time": "", "shuffle": "yes"}


def write(bank: Bank) -> str:
    """The whole bank; only chips that differ from the bank's defaults are written."""
    parts = [_front_matter(bank)]
    if bank.intro:
        parts.append(bank.intro)
    for section in bank.sections:
        parts.extend(_section(section, dict(bank.defaults)))
    return "\n\n".join(parts) + "\n"


def write_question(bank: Bank, section: Section, question: Question) -> str:
    """A bank of this one question, whole in itself: its section's text, its sources, all chips.

    The author's notes stay out, so that a changed note makes no other question of it.
    """
    used = {evidence.source for evidence in question.evidence}
    sources = tuple(source for source in bank.sources if source.name in used)
    alone = Bank(
        name=bank.name,
        title=bank.title,
        sections=(),
        language=bank.language,
        sources=sources,
    )
    parts = [_front_matter(alone)]
    parts.extend(_section(replace(section, questions=()), {}))
    parts.append(_question(replace(question, notes=()), {}, explicit=True))
    return "\n\n".join(parts) + "\n"


def _front_matter(bank: Bank) -> str:
    lines = [f"title: {_scalar(bank.title)}", f"language: {_scalar(bank.language)}"]
    if bank.status:
        lines.append(f"status: {_scalar(bank.status)}")
    if bank.defaults:
        lines.append(f"defaults: {_flow(bank.defaults)}")
    if bank.sources:
        lines.append("sources:")
        lines.extend(f"  {_scalar(source.name)}: {_source(source)}" for source in bank.sources)
    if bank.generated:
        lines.append(f"generated: {_flow(bank.generated)}")
    return "\n".join(["---", *lines, "---"])


def _source(source: Source) -> str:
    return _flow((key, getattr(source, key)) for key in _SOURCE_KEYS if getattr(source, key))


def _flow(pairs: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{_scalar(key)}: {_scalar(value)}" for key, value in pairs) + "}"


def _scalar(value: str) -> str:
    """A YAML string, in quotes unless it is one plain word."""
    if value and value[0].isalnum() and _PLAIN.issuperset(value):
        return value
    return '"' + "".join(map(_escape, value)) + '"'


def _escape(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    return f"\\U{ord(character):08X}"


def _section(section: Section, defaults: Mapping[str, str]) -> list[str]:
    parts = []
    if section.title:
        parts.append(f"# {_heading(section.title)}")
    if section.text:
        parts.append(section.text)
    parts.extend(_question(question, defaults) for question in section.questions)
    return parts


def _question(question: Question, defaults: Mapping[str, str], *, explicit: bool = False) -> str:
    heading = f"## {_heading(question.heading)}"
    chips = _chips(question, defaults, explicit=explicit)
    parts = [f"{heading}\n{chips}" if chips else heading]
    parts.extend(f"<!-- {note} -->" for note in question.notes)
    answer = question.body.to_markdown()
    parts.extend(filter(None, (question.text, _apart(question.text, answer))))
    if question.hint:
        parts.append(_quote("Hint", question.hint))
    if question.explanation:
        parts.append(_quote("Explanation", question.explanation))
    parts.extend(_quote(f"Source {said.source}", said.quote) for said in question.evidence)
    return "\n\n".join(parts)


def _apart(text: str, answer: str) -> str:
    """The answer, with other bullets if it would go on with the list that ends the text."""
    before = outline(text)[-1:]
    after = outline(answer)[:1] if before and before[0].kind in _LISTS else ()
    if not after or (before[0].kind, before[0].markup) != (after[0].kind, after[0].markup):
        return answer
    bullet, other = _LISTS[after[0].kind]
    return bullet.sub(other, answer)


def _heading(text: str) -> str:
    """A heading's text; a # at its end would be taken for decoration."""
    return f"{text} #" if text.endswith("#") and not text.endswith("\\#") else text


def _chips(question: Question, defaults: Mapping[str, str], *, explicit: bool) -> str:
    usual = {**_COMMON_DEFAULTS, **question.body.chip_defaults, **defaults}
    said = {
        "points": decimal(question.points),
        "tags": ", ".join(question.tags),
        "difficulty": question.difficulty or "",
        "time": str(question.seconds or ""),
        "shuffle": "yes" if question.shuffle else "no",
        **{key: question.body.chip_defaults.get(key, "") for key in question.body.chip_keys},
        **question.body.to_chips(),
        "lint-ignore": question.lint_ignore,
        "from": question.origin,
    }
    chips = [("id", question.id)]
    chips += [(key, value) for key, value in said.items() if explicit or usual.get(key) != value]
    return " ".join(code_span(f"{key}: {value}") for key, value in chips if value)


def decimal(number: Fraction) -> str:
    """A fraction with at most three decimals as authors write it: 2, 0.5."""
    return f"{float(number):.3f}".rstrip("0").rstrip(".")


def _quote(label: str, text: str) -> str:
    first, *rest = text.split("\n")
    lines = [f"> **{label}:** {first}", *(f"> {line}".rstrip() for line in rest)]
    return "\n".join(lines)
