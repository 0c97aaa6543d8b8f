"""What is asked with the help of a parser: real questions by who, when, how many, why and what."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from random import Random

from quizapp.generation.asking.bodies import chosen_or_written
from quizapp.generation.asking.figure_bodies import choices, choices_by_rank
from quizapp.generation.asking.name_proposals import COMMON, is_title
from quizapp.generation.asking.who_questions import without_time
from quizapp.generation.clauses.references import resolve, understood
from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.distractors.figure_distractors import Ranks, find_spread
from quizapp.generation.distractors.name_distractors import name_distractors
from quizapp.generation.english.words import content_words
from quizapp.generation.findings import Figure, Findings, Name
from quizapp.generation.names.name_nouns import asked_as, noun_of, written_forms
from quizapp.generation.parser_tier.asking_causes import ask_what_did
from quizapp.generation.parser_tier.asking_descriptions import ask_descriptions
from quizapp.generation.parser_tier.asking_fears import ask_what_was_feared
from quizapp.generation.parser_tier.asking_subjects import ask_subjects
from quizapp.generation.parser_tier.asking_why import ask_why
from quizapp.generation.parser_tier.parsed_article import Evidence, ParsedArticle, read_parsed
from quizapp.generation.parser_tier.parser_acts import ask_what_was_done
from quizapp.generation.parser_tier.parser_figures import Asked, questions_about
from quizapp.generation.parser_tier.parser_gaps import GAP, statement_with
from quizapp.generation.parser_tier.parser_names import is_telling, questions_about_name
from quizapp.generation.parser_tier.parser_phrases import questions_inside
from quizapp.generation.parsing.parsed_clauses import Clause
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence
from quizapp.generation.proposals import Proposal
from quizapp.question_types.base import QuestionType

_MOST_OF_KIND = {"person": 6, "organization": 4, "place": 3, "other": 3}  # questions for a name
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
        ask_what_did,
        ask_what_was_feared,
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
    spread = find_spread(figure, article.findings, article.random)
    body = choices(figure, spread.dealt(ranks), only_amounts=found.says_unit)
    if body is None:
        return None
    bodies = partial(choices_by_rank, figure, spread, only_amounts=found.says_unit)
    asked = article.proposal(stem, body, found.topic, Evidence([figure.sentence], figure.text))
    return replace(asked, flags=found.flags, bodies=bodies)


def ask_names(article: ParsedArticle) -> Iterator[Proposal]:
    """Who, which organization, where."""
    for name in article.findings.names:
        is_author = name.text in article.findings.article.author
        if not is_author and not _is_topic(article, name):
            every = (_at_mention(article, name, mention) for mention in name.mentions)
            yield from islice(chain.from_iterable(every), _MOST_OF_KIND[name.kind])


def _is_topic(article: ParsedArticle, name: Name) -> bool:
    """Whether everything is about it, so that nobody would choose another: the firm in a report."""
    if is_title(name, article.findings.article):
        return True
    often = max(_OFTEN, len(article.parsed) // 8)
    return name.kind != "person" and len(name.mentions) >= often


def _at_mention(article: ParsedArticle, name: Name, mention: tuple[int, int]) -> Iterator[Proposal]:
    sentence = article.findings.article.sentence_at(mention[0])
    if sentence is None:
        return
    clauses = article.clauses[sentence]
    found = []
    for question in _questions(article, name, mention, clauses):
        stem = article.ask(question)
        stem = understood(stem, article.findings.article, sentence) if stem else None
        stem = without_time(stem) if stem else None
        if not stem or _compares(stem) or not is_telling(stem, name.kind):
            continue
        wrong = name_distractors(name, article.findings, stem, sentence, article.random)
        body = _body(article, name, stem, wrong)
        if body is not None:
            said = article.findings.article.text[slice(*mention)]
            evidence = Evidence([sentence], said, name.text)
            flags = (COMMON,) if name.text in article.findings.commonest else ()
            if flags and not _tells_much(stem):
                continue
            found.append(replace(article.proposal(stem, body, "name", evidence), flags=flags))
    yield from found or _with_gap(article, name, mention, sentence)


def _questions(
    article: ParsedArticle, name: Name, mention: tuple[int, int], clauses: Sequence[Clause]
) -> Iterator[Question]:
    """For the name alone, or else for the longer phrase in which it stands."""
    asked = asked_as(name, article.findings.article)
    found = list(questions_about_name(name, asked, mention, clauses)) if asked else []
    yield from found
    for clause in () if found else clauses:
        words = clause.sentence.covering(*mention)
        yield from questions_inside(name, asked, words, clause, article.wording)


def _with_gap(
    article: ParsedArticle, name: Name, mention: tuple[int, int], sentence: int
) -> Iterator[Proposal]:
    """The shortest of its clauses that has the name, with a gap."""
    if name.text in article.findings.often_named or not _is_known(article, name, mention):
        return
    whole = article.findings.article
    said = (statement_with(name, each, article.wording) for each in article.clauses[sentence])
    standing = [resolve(text, whole, sentence) for text in said if text]
    alone = [text for text in standing if text and text.count(name.text) == 1]
    for text in sorted(alone, key=len)[:1]:
        stem = text.replace(name.text, GAP)
        says = len(content_words(stem)) + any(map(str.isdigit, stem))
        if says < _FEW or not find_subject(text):
            continue
        wrong = name_distractors(name, article.findings, stem, sentence, article.random)
        forms = written_forms(name, whole)
        if body := chosen_or_written(name.text, wrong, forms):
            evidence = Evidence([sentence], whole.text[slice(*mention)], name.text)
            told = article.proposal(stem, body, "name", evidence)
            yield replace(told, form="blank", explanation=text)


def _is_known(article: ParsedArticle, name: Name, mention: tuple[int, int]) -> bool:
    """Whether something tells what it is, and it is no part of a longer name there."""
    start, end = mention
    is_part = any(
        first <= start and end <= last and last - first > end - start
        for other in article.findings.names
        for first, last in other.mentions
    )
    is_bare = name.kind == "other" and " " not in name.text
    return not is_part and (not is_bare or bool(noun_of(name, article.findings.article)))


def _tells_much(stem: str) -> bool:
    """Whether it says more than could be said of anybody: "Who continues to hang on to power?" """
    return any(map(str.isdigit, stem)) or len(content_words(stem)) > _FEW


def _body(
    article: ParsedArticle, name: Name, stem: str, wrong: Sequence[str]
) -> QuestionType | None:
    """Options; where there are none, a person's name can be written, or what "which ship" asks."""
    noun = noun_of(name, article.findings.article)
    is_sure = name.kind in ("person", "other") or f"hich {noun} " in stem
    if not wrong and not is_sure:
        return None
    return chosen_or_written(name.text, wrong, written_forms(name, article.findings.article))


def _compares(stem: str) -> bool:
    """Whether it says that something is the same as what another sentence tells."""
    return " the same " in stem and " as " not in stem and " that " not in stem
