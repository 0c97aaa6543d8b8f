"""Bank to problems of style. Every rule can be silenced with a written reason; errors can't."""

import re
from collections.abc import Iterator, Mapping

from quizapp.banks import bank_rules, item_rules  # noqa: F401  # importing them fills RULES
from quizapp.banks.chips import nearest
from quizapp.banks.model import Bank, Question
from quizapp.banks.rules import RULES, Finding, Item, Rule, Setting, words_of
from quizapp.question_types.base import Problem

_IGNORED = re.compile(r"([a-z0-9-]+(?:[,\s]+[a-z0-9-]+)*)\s*(?:[(\[](.*)[)\]])?")
_HEADING_COLUMN = 4  # where a heading's text starts


def lint(bank: Bank, texts: Mapping[str, str] | None = None) -> Iterator[Problem]:
    """The problems of style in `bank`; `texts` are those of its sources, by name."""
    items = tuple(Item(question, question.body.export()) for question in bank.questions)
    sources = tuple(words_of(text) for text in (texts or {}).values())
    setting = Setting(bank, items, sources)
    default = dict(bank.defaults).get("lint-ignore", "")
    for rule in RULES.values():
        for finding in rule.check(setting):
            ignored = finding.question.lint_ignore if finding.question else default
            if rule.code not in ignored_codes(ignored):
                yield _problem(rule, finding)
    for question in bank.questions:
        if question.lint_ignore and question.lint_ignore != default:
            yield from _check_ignore(question.lint_ignore, question)
    if default:
        yield from _check_ignore(default, None)


def ignored_codes(lint_ignore: str) -> frozenset[str]:
    """The codes that a lint-ignore silences; none without a reason."""
    match = _IGNORED.fullmatch(lint_ignore)
    if match is None or not (match.group(2) or "").strip():
        return frozenset()
    return frozenset(re.split(r"[,\s]+", match.group(1)))


def _problem(rule: Rule, finding: Finding) -> Problem:
    message = f"{finding.sentence} {rule.mend}"
    if finding.question is None:
        return Problem(1, 1, rule.code, message, "warning")
    line = finding.question.line
    return Problem(line, _HEADING_COLUMN, rule.code, message, "warning", question=line)


def _check_ignore(lint_ignore: str, question: Question | None) -> Iterator[Problem]:
    """A warning for each code that silences nothing."""
    line, column = (question.line, _HEADING_COLUMN) if question else (1, 1)
    heading = question.line if question else None
    match = _IGNORED.fullmatch(lint_ignore)
    if match is None or not (match.group(2) or "").strip():
        sentence = (
            "lint-ignore silences nothing without a reason. "
            "Write codes, then the reason in brackets: key-longest (the term is long)."
        )
        yield Problem(line, column, "lint-ignore-reason", sentence, "warning", question=heading)
    for code in re.split(r"[,\s]+", match.group(1)) if match else ():
        if code not in RULES:
            sentence = f"lint-ignore names no rule {code!r}. {nearest(code, tuple(RULES))}"
            yield Problem(line, column, "lint-ignore-code", sentence, "warning", question=heading)
