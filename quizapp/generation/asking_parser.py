"""What is asked with the help of a parser: real questions by who, when, how many, why and what."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from quizapp.generation.asking_descriptions import ask_descriptions
from quizapp.generation.asking_subjects import ask_subjects
from quizapp.generation.asking_why import ask_why
from quizapp.generation.bodies import choice, written
from quizapp.generation.figure_bodies import choices
from quizapp.generation.figure_distractors import Ranks, find_distractors
from quizapp.generation.findings import Figure, Findings, Name
from quizapp.generation.name_distractors import name_distractors
from quizapp.generation.name_proposals import COMMON
from quizapp.generation.parsed_article import Evidence, ParsedArticle, read_parsed
from quizapp.generation.parser_acts import ask_what_was_done
from quizapp.generation.parser_figures import Asked, questions_about
from quizapp.generation.parser_names import is_telling, questions_about_name
from quizapp.generation.proposals import Proposal
from quizapp.generation.references import understood
from quizapp.generation.trees import ParsedSentence
from quizapp.generation.words import content_words
from quizapp.question_types.base import QuestionType

_OFTEN = 5  # mentions
_FEW = 3  # words that say something, of a question for what the article is about


def propose(
    findings: Findings, parsed: Sequence[ParsedSentence], random: Random
) -> Iterator[Proposal]:
    """Kind by kind, in the order of the article."""
    article = read_parsed(findings, parsed, random)
    askers: tuple[Callable[[ParsedArticle], Iterator[Proposal]], ...] = (
        ask_figures,
        ask_names,
        ask_descriptions,
        ask_subjects,
        ask_why,
        ask_what_was_done,
    )
    for asker in askers:
        yield from asker(article)


def ask_figures(article: ParsedArticle) -> Iterator[Proposal]:
    """How many, what percentage, how much, when."""
    ranks = Ranks(article.random)
    for figure in article.findings.figures:
        is_turned = False
        for found in questions_about(figure, article.clauses[figure.sentence], article.wording):
            if is_turned and found.flags:
                break
            asked = _figure_asked(article, figure, found, ranks)
            if asked:
                is_turned = True
                yield asked


def _figure_asked(
    article: ParsedArticle, figure: Figure, found: Asked, ranks: Ranks
) -> Proposal | None:
    stem = article.ask(found.question)
    stem = understood(stem, article.findings.article, figure.sentence) if stem else None
    if not stem or _compares(stem):
        return None
    wrong = find_distractors(figure, article.findings, ranks)
    body = choices(figure, wrong, only_amounts=found.says_unit)
    if body is None:
        return None
    evidence = Evidence([figure.sentence], figure.text)
    return replace(article.proposal(stem, body, found.topic, evidence), flags=found.flags)


def ask_names(article: ParsedArticle) -> Iterator[Proposal]:
    """Who, which organization, where."""
    for name in article.findings.names:
        if name.text not in article.findings.article.author and not _is_topic(article, name):
            for mention in name.mentions:
                yield from _at_mention(article, name, mention)


def _is_topic(article: ParsedArticle, name: Name) -> bool:
    """Whether everything is about it, so that nobody would choose another: the firm in a report."""
    often = max(_OFTEN, len(article.parsed) // 8)
    return name.kind != "person" and len(name.mentions) >= often


def _at_mention(article: ParsedArticle, name: Name, mention: tuple[int, int]) -> Iterator[Proposal]:
    sentence = article.findings.article.sentence_at(mention[0])
    if sentence is None:
        return
    for question in questions_about_name(name, mention, article.clauses[sentence]):
        stem = article.ask(question)
        if not stem or _compares(stem) or not is_telling(stem, name.kind):
            continue
        wrong = name_distractors(name, article.findings, stem, sentence, article.random)
        body = _body(name, wrong)
        if body is not None:
            said = article.findings.article.text[slice(*mention)]
            evidence = Evidence([sentence], said, name.text)
            flags = (COMMON,) if name.text in article.findings.commonest else ()
            if flags and not _tells_much(stem):
                continue
            yield replace(article.proposal(stem, body, "name", evidence), flags=flags)


def _tells_much(stem: str) -> bool:
    """Whether it says more than could be said of anybody: "Who continues to hang on to power?" """
    return any(map(str.isdigit, stem)) or len(content_words(stem)) > _FEW


def _body(name: Name, wrong: Sequence[str]) -> QuestionType | None:
    """Options; where there are none, a person's name can be written."""
    if wrong:
        return choice(name.text, wrong)
    return written((name.text, *name.aliases)) if name.kind == "person" else None


def _compares(stem: str) -> bool:
    """Whether it says that something is the same as what another sentence tells."""
    return " the same " in stem and " as " not in stem and " that " not in stem
