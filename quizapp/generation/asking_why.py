"""Why-questions, answered by the article's reasons."""

from collections.abc import Iterator

from quizapp.banks.rules import words_of
from quizapp.generation.bodies import choice
from quizapp.generation.parsed_article import Evidence, ParsedArticle
from quizapp.generation.parser_reasons import Reason, find_reasons, option_text
from quizapp.generation.proposals import Proposal
from quizapp.generation.reason_distractors import find_alternatives, wrong_reasons
from quizapp.generation.words import word_set

_FEWEST_WRONG = 3
_NUMBERS = word_set("two three four five six seven eight nine ten eleven twelve half")


def ask_why(article: ParsedArticle) -> Iterator[Proposal]:
    """One of each reason that has rivals."""
    reasons = list(find_reasons(article.parsed, article.clauses, article.wording))
    alternatives = find_alternatives(reasons, article.parsed, article.clauses, article.wording)
    author = article.findings.article.author
    for each in alternatives.values():
        each[:] = [other for other in each if not author or author not in other.text]
    for reason in reasons:
        stem = article.ask(reason.question)
        if not stem or not _has_its_numbers(reason, article):
            continue
        wrong = wrong_reasons(reason, stem, alternatives, article.random)
        if len(wrong) >= _FEWEST_WRONG:
            body = choice(option_text(reason.manner, reason.text), wrong)
            evidence = Evidence([reason.sentence, reason.asked_in], fact="reason")
            yield article.proposal(stem, body, "reason", evidence)


def _has_its_numbers(reason: Reason, article: ParsedArticle) -> bool:
    """Whether the evidence has them too; what stands for a pronoun may bring others."""
    sentences = article.findings.article.sentences
    said = words_of(f"{sentences[reason.sentence].text} {sentences[reason.asked_in].text}")
    numbers = [word for word in words_of(reason.text) if word in _NUMBERS or word[0].isdigit()]
    return set(numbers) <= set(said)
