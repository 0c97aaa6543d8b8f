"""What does what, in an article that explains: what squeezes the gas?"""

from collections import Counter
from collections.abc import Iterator, Sequence

from quizapp.generation.asking.bodies import choice
from quizapp.generation.english.name_words import ROLES
from quizapp.generation.english.words import content_words
from quizapp.generation.parser_tier.parsed_article import Evidence, ParsedArticle
from quizapp.generation.parser_tier.parser_descriptions import find_descriptions
from quizapp.generation.parsing.parsed_clauses import Clause
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.proposals import Proposal

_FEWEST_TERMS = 4  # that an article which explains describes
_LONGEST = 4  # words of a term
_FEWEST_WORDS = 2  # of a stem that say something
_OPTIONS = 3
_NOUNS = ("compound", "nsubj", "nsubjpass")


def ask_subjects(article: ParsedArticle) -> Iterator[Proposal]:
    """Only where the article describes enough terms, which are the options."""
    described = _described(article)
    if len(described) < _FEWEST_TERMS:
        return
    known = {term.split()[-1] for term in described} | _introduced(article.parsed)
    for number, clauses in article.clauses.items():
        for clause in clauses:
            head = clause.subject_head
            if clause.kind == "main" and head is not None and head.text in known:
                yield from _about(article, number, clause, described)


def _described(article: ParsedArticle) -> list[str]:
    found = [
        each.term
        for sentence in article.parsed
        for each in find_descriptions(sentence, article.clauses[sentence.number], article.wording)
        if each.head.pos == "NOUN" and each.head.lemma not in ROLES
    ]
    return list(dict.fromkeys(found))


def _introduced(parsed: Sequence[ParsedSentence]) -> set[str]:
    """Nouns whose first mention comes with a or an, and that come back."""
    nouns: Counter[str] = Counter()
    new = set()
    for sentence in parsed:
        for token in sentence.tokens:
            if token.tag == "NN":
                new |= {token.text} if not nouns[token.text] and _is_new(sentence, token) else set()
                nouns[token.text] += 1
    return {noun for noun in new if nouns[noun] > 1}


def _is_new(sentence: ParsedSentence, token: Token) -> bool:
    determiner = sentence.child(token, "det")
    is_noun = token.tag == "NN" and token.lemma not in ROLES
    return is_noun and determiner is not None and determiner.text.lower() in ("a", "an")


def _is_plain(clause: Clause) -> bool:
    """Whether the subject is a noun alone, of which nothing more is told: a compressor."""
    first, *rest = clause.subject
    has_article = first.text.lower() in ("a", "an", "the")
    return has_article and not clause.is_copula and all(word.dep in _NOUNS for word in rest)


def _about(
    article: ParsedArticle, number: int, clause: Clause, described: Sequence[str]
) -> Iterator[Proposal]:
    stem = article.ask(Question(clause, "what", None))
    key = article.wording.say(clause.sentence, clause.subject)
    if not stem or not key or not _is_plain(clause) or len(key.split()) > _LONGEST:
        return
    is_weak = stem.startswith(("What has ", "What had "))
    if is_weak or len(content_words(stem)) < _FEWEST_WORDS or any(char.isdigit() for char in stem):
        return
    last = key.split()[-1]
    wrong = [term for term in described if term.split()[-1] not in {last, *stem.split()}]
    if len(wrong) >= _OPTIONS:
        body = choice(key, article.random.sample(wrong, _OPTIONS))
        said = " ".join(key.split()[1:])
        yield article.proposal(stem, body, "definition", Evidence([number], said, f"what {key}"))
