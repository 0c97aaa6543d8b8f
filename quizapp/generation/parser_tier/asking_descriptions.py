"""Questions for what somebody or something is said to be, or is called."""

from collections.abc import Iterator, Sequence

from quizapp.generation.asking.bodies import choice, chosen_or_written
from quizapp.generation.asking.name_proposals import is_title
from quizapp.generation.clauses.references import understood
from quizapp.generation.distractors.name_distractors import name_distractors
from quizapp.generation.english.name_words import ROLES
from quizapp.generation.english.words import word_set
from quizapp.generation.findings import Name
from quizapp.generation.names.casing import capitalized
from quizapp.generation.names.name_nouns import asked_for_description
from quizapp.generation.parser_tier.parsed_article import Evidence, ParsedArticle
from quizapp.generation.parser_tier.parser_descriptions import (
    Calling,
    Description,
    find_descriptions,
    question_of_name,
)
from quizapp.generation.proposals import Proposal
from quizapp.question_types.base import QuestionType

_FEWEST_WRONG, _MOST_WRONG = 3, 3
_FIRST_WORDS = ("a", "an", "the")
# What an article has called by name before it calls it that.
_NAMED_BODIES = word_set(
    "company firm agency university party bank newspaper country nation state kingdom republic "
    "sultanate emirate city town village island river lake"
)


def ask_descriptions(article: ParsedArticle) -> Iterator[Proposal]:
    """Of people and other names, then of the article's terms."""
    found = [
        each
        for sentence in article.parsed
        for each in find_descriptions(sentence, article.clauses[sentence.number], article.wording)
    ]
    names = {form: name for name in article.findings.names for form in (name.text, *name.aliases)}
    terms = [each for each in found if _is_term(each, names)]
    for each in found:
        name = names.get(_bare(each.term))
        if name is not None:
            yield from _about_name(article, each, name)
        elif each in terms:
            yield from _defined(article, each, terms) or _about_term(article, each, terms)
    for number, clauses in article.clauses.items():
        for clause in clauses:
            yield from _about_calling(article, number, question_of_name(clause), terms)


def _bare(term: str) -> str:
    """Without its article."""
    first, _, rest = term.partition(" ")
    return rest if first.lower() in _FIRST_WORDS and rest else term


def _is_term(description: Description, names: dict[str, Name]) -> bool:
    """Whether it is a thing by a common noun."""
    head = description.head
    is_noun = head.pos == "NOUN" and head.lemma not in ROLES
    # The company, a maker of bearings: it has a name.
    is_known = description.term.startswith("the ") and head.lemma in _NAMED_BODIES
    return is_noun and not is_known and _bare(description.term) not in names


def _about_name(article: ParsedArticle, each: Description, name: Name) -> Iterator[Proposal]:
    asked = capitalized(asked_for_description(name, each.text, article.findings.article))
    sentence = each.sentence.number
    stem = understood(f"{asked} is described as {each.text}?", article.findings.article, sentence)
    whole = article.findings.article
    if stem is None or name.text in whole.author or name.text in each.text:
        return
    if is_title(name, whole):
        return
    wrong = name_distractors(name, article.findings, stem, sentence, article.random)
    body = chosen_or_written(name.text, wrong, (name.text, *name.aliases))
    if body is not None:
        evidence = Evidence([sentence], _said(article, name, sentence), name.text)
        yield article.proposal(stem, body, "name", evidence)


def _defined(
    article: ParsedArticle, each: Description, terms: Sequence[Description]
) -> list[Proposal]:
    """What is a heat pump? With what the article says that other things are."""
    texts = [other.text for other in terms if other.head.lemma != each.head.lemma]
    rivals = [
        text
        for text in dict.fromkeys(texts)
        if text.split()[0] in ("a", "an") and each.head.lemma not in text.split()
    ]
    if not each.is_definition or len(rivals) < _FEWEST_WRONG:
        return []
    rivals.sort(key=lambda text: abs(len(text) - len(each.text)))
    body = choice(each.text, rivals[:_MOST_WRONG])
    number = each.sentence.number
    evidence = Evidence([number], each.text, _bare(each.term))
    return [article.proposal(f"What is {each.term}?", body, "definition", evidence)]


def _said(article: ParsedArticle, name: Name, sentence: int) -> str:
    """The longest form of the name that the sentence has."""
    text = article.findings.article.sentences[sentence].text
    return max((form for form in (name.text, *name.aliases) if form in text), key=len, default="")


def _about_term(
    article: ParsedArticle, each: Description, terms: Sequence[Description]
) -> Iterator[Proposal]:
    stem = f"What is described as {each.text}?"
    body = _body(article, each.term, [other.term for other in terms], stem)
    if body is not None:
        number = each.sentence.number
        yield article.proposal(stem, body, "definition", Evidence([number], _bare(each.term)))


def _body(article: ParsedArticle, key: str, terms: Sequence[str], stem: str) -> QuestionType | None:
    """Options, where enough other terms are left; else an answer to write."""
    last = key.split()[-1].lower()
    others = dict.fromkeys(each for each in terms if each != key)
    wrong = [
        each
        for each in others
        if _bare(each).lower() not in stem.lower() and each.split()[-1].lower() != last
    ]
    drawn = article.random.sample(wrong, _MOST_WRONG) if len(wrong) >= _FEWEST_WRONG else []
    return chosen_or_written(key, drawn, (_bare(key), key))


def _is_no_name(key: str, stem: str, calling: Calling) -> bool:
    """Whether it tells what somebody thinks of it, or the stem has its noun: a plateau."""
    clause = calling.question.clause
    head = clause.subject_head
    is_passive = bool(clause.participle) or (head is not None and head.dep.endswith("pass"))
    is_opinion = key.startswith(("a ", "an ")) and not is_passive
    return is_opinion or key.split()[-1].casefold() in stem.casefold().rstrip("?").split()


def _about_calling(
    article: ParsedArticle, number: int, calling: Calling | None, terms: Sequence[Description]
) -> Iterator[Proposal]:
    if calling is None:
        return
    stem = article.ask(calling.question)
    key = article.wording.say(calling.question.clause.sentence, calling.words)
    if not stem or not key or len(key.split()) > 6 or _is_no_name(key, stem, calling):
        return
    body = _body(article, key, [each.term for each in terms], stem)
    if body is not None:
        yield article.proposal(stem, body, "definition", Evidence([number], _bare(key)))
