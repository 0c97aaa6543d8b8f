"""Questions about an article whose headings are reasons: "Five reasons the ferry won't return"."""

import re
from collections.abc import Iterator
from random import Random

from quizapp.generation.article import Article
from quizapp.generation.asking.bodies import choice, choices
from quizapp.generation.clauses.standing import shortened, standing_clauses
from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.english.opposites import opposite_of
from quizapp.generation.english.words import content_words
from quizapp.generation.findings import Findings
from quizapp.generation.names.casing import Casing
from quizapp.generation.proposals import Proposal

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TITLE = re.compile(
    rf"(?P<number>{'|'.join(_NUMBERS)}|\d+) (?:main |good |big )?reasons "
    r"(?:why |that )?(?P<claim>.+)",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"n't\b|\b(?:not|no|never|nothing|nobody|cannot)\b", re.IGNORECASE)
_FEWEST = 3  # headings
_MOST_TURNED = 2  # headings that become wrong options
_MOST_FACTS = 3  # questions about what a fact supports
_LONGEST_FACT = 18  # words
_SHORTEST_FACT = 6
_MOST_OPTIONS = 4
_NEAR = 2  # paragraphs behind a heading that are surely about it


def propose_about_headings(findings: Findings, random: Random) -> Iterator[Proposal]:
    """All the reasons at once, and what some facts support; nothing of any other article."""
    article = findings.article
    reasons = _reasons(article)
    claim = _claim(article)
    if len(reasons) < _FEWEST or claim is None:
        return
    found = _all_reasons(article, reasons, Casing(article, findings.names).lowered(claim), random)
    if found:
        yield found
    yield from _supports(findings, reasons, random)


def _reasons(article: Article) -> dict[int, str]:
    """The headings by section, if there are as many as the title says."""
    titled = {at: each.title for at, each in enumerate(article.sections) if _may_be(each.title)}
    match = _TITLE.search(article.title)
    if match is None:
        return {}
    word = match["number"].lower()
    number = int(word) if word.isdigit() else _NUMBERS.index(word) + 2
    return titled if len(titled) == number else {}


def _may_be(heading: str) -> bool:
    """Whether a heading claims something: neither "Will it last?" nor "The way ahead"."""
    return not heading.endswith("?") and find_subject(heading) is not None


def _claim(article: Article) -> str | None:
    match = _TITLE.search(article.title)
    return match["claim"].rstrip(".") if match else None


def _all_reasons(
    article: Article, reasons: dict[int, str], claim: str, random: Random
) -> Proposal | None:
    turned = {at: text for at, title in reasons.items() if (text := opposite_of(title))}
    wrong = random.sample(sorted(turned), min(len(turned), _MOST_TURNED, len(reasons) - 2))
    if not wrong:
        return None
    keys = [title for at, title in reasons.items() if at not in wrong]
    first = next(at for at, each in enumerate(article.sentences) if each.section in reasons)
    # A stem with a "not" is read wrong too easily.
    what = "for its main claim" if _NEGATIVE.search(claim) else f"why {claim}"
    return Proposal(
        stem=f"Which of these reasons does the article give {what}? Choose all that apply.",
        body=choices(keys, [turned[at] for at in sorted(wrong)]),
        quotes=tuple(keys),
        sentence=first,
        fact=f"{first}:reasons",
        form="question",
        topic="reason",
        tier="light",
        explanation="The article gives each of its reasons a heading.",
    )


def _supports(findings: Findings, reasons: dict[int, str], random: Random) -> Iterator[Proposal]:
    """Which reason a fact with a figure supports, for a few sections."""
    article = findings.article
    begins: dict[int, int] = {}
    best: dict[int, tuple[int, str]] = {}
    for at, said in standing_clauses(article):
        section, paragraph = article.sentences[at].section, article.sentences[at].paragraph
        text = shortened(said).strip(" ,")
        is_fit = _SHORTEST_FACT <= len(text.split()) <= _LONGEST_FACT
        opening = begins.setdefault(section, paragraph)
        is_near = paragraph - opening < _NEAR
        if section not in reasons or not (is_fit and is_near and findings.figures_in(at)):
            continue
        common = set(content_words(text)) & set(content_words(reasons[section]))
        if not common and section not in best:
            best[section] = at, text
    drawn = random.sample(sorted(best), min(len(best), _MOST_FACTS))
    for section in sorted(drawn):
        at, text = best[section]
        others = random.sample([title for each, title in reasons.items() if each != section],
                               min(len(reasons), _MOST_OPTIONS) - 1)  # fmt: skip
        yield Proposal(
            stem=f'Which of the article\'s reasons does this fact support? "{text}."',
            body=choice(reasons[section], others),
            quotes=(reasons[section], article.sentences[at].text),
            sentence=at,
            fact=f"{at}:{reasons[section]}",
            form="question",
            topic="reason",
            tier="light",
            explanation=f'The fact stands under the heading "{reasons[section]}".',
        )
