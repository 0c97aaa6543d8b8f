"""Why-questions, answered by the article's reasons."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.banks.rules import words_of
from quizapp.generation.asking.bodies import choice
from quizapp.generation.english.words import word_set
from quizapp.generation.facts.deeds import find_deeds, may_stand_beside
from quizapp.generation.names.casing import Casing
from quizapp.generation.parser_tier.leaning_stems import stem_with_context
from quizapp.generation.parser_tier.parsed_article import Evidence, ParsedArticle
from quizapp.generation.parser_tier.parser_acts import find_acts
from quizapp.generation.parser_tier.parser_reasons import find_reasons
from quizapp.generation.parser_tier.reason_distractors import (
    Alternative,
    find_alternatives,
    wrong_reasons,
)
from quizapp.generation.parser_tier.reason_parts import Reason, option_text
from quizapp.generation.proposals import Proposal

_FEWEST_WRONG = 3
_OF_SORT = re.compile(r"\bof the (?:sort|kind)\b")
_BECAUSE = re.compile(r"Because (?:of )?")
_NUMBERS = word_set("two three four five six seven eight nine ten eleven twelve half")


def ask_why(article: ParsedArticle) -> Iterator[Proposal]:
    """One of each reason that has rivals."""
    openings = article.findings.article.openings
    reasons = list(find_reasons(article.parsed, article.clauses, article.wording, openings))
    alternatives = find_alternatives(reasons, article.parsed, article.clauses, article.wording)
    whole = article.findings.article
    alternatives["to"] += [
        Alternative(each.sentence, f"To {each.text}", is_real=False) for each in find_deeds(whole)
    ]
    alternatives["to"] += [
        Alternative(each.sentence, f"To {each.deed}", is_real=False)
        for each in find_acts(article)
        if each.kind == "did" and may_stand_beside(each.deed)
    ]
    author = article.findings.article.author
    casing = Casing(whole, article.findings.names)
    for each in alternatives.values():
        each[:] = [
            replace(other, text=_in_case(other.text, casing))
            for other in each
            if (not author or author not in other.text) and not _OF_SORT.search(other.text)
        ]
    for reason in reasons:
        stem = None if _may_mean_another(reason, article) else _stem(reason, article)
        stem = stem or stem_with_context(reason, article)
        if not stem or not _has_its_numbers(reason, article):
            continue
        reason = replace(reason, text=casing.lowered(reason.text))
        if _OF_SORT.search(reason.text):
            continue
        wrong = wrong_reasons(reason, stem, alternatives, article.random)
        if len(wrong) >= _FEWEST_WRONG:
            body = choice(option_text(reason.manner, reason.text), wrong)
            evidence = Evidence([reason.sentence, reason.asked_in], fact="reason")
            yield article.proposal(stem, body, "reason", evidence)


def _in_case(text: str, casing: Casing) -> str:
    """What stands behind "Because" as it is written inside a sentence."""
    match = _BECAUSE.match(text)
    start = match.end() if match else 0
    return text[:start] + casing.lowered(text[start:]) if match else text


def _may_mean_another(reason: Reason, article: ParsedArticle) -> bool:
    """Whether "it" may as well be what the sentence before has for its object.

    The state offered a prize. It was never paid; it was too small; it failed.
    """
    if isinstance(reason.question, str) or not reason.asked_in:
        return False
    clause = reason.question.clause
    is_passive = clause.verb.tag == "VBN" and bool(clause.auxiliaries)
    does_something = any(part.dep == "dobj" for part in clause.after)
    is_it = clause.subject[0].text.lower() in ("it", "they") and len(clause.subject) == 1
    if not is_it or (does_something and not is_passive):
        return False
    before = article.parsed[reason.asked_in - 1]
    objects = [
        token.tag
        for token in before.tokens
        if token.dep == "dobj" and before.head(token).dep in ("ROOT", "conj")
    ]
    is_several = clause.subject[0].text.lower() == "they"
    return ("NNS" if is_several else "NN") in objects


def _stem(reason: Reason, article: ParsedArticle) -> str | None:
    if isinstance(reason.question, str):
        return f"Why {reason.question}?"
    return article.ask(reason.question)


def _has_its_numbers(reason: Reason, article: ParsedArticle) -> bool:
    """Whether the evidence has them too; what stands for a pronoun may bring others."""
    sentences = article.findings.article.sentences
    said = words_of(f"{sentences[reason.sentence].text} {sentences[reason.asked_in].text}")
    numbers = [word for word in words_of(reason.text) if word in _NUMBERS or word[0].isdigit()]
    return set(numbers) <= set(said)
