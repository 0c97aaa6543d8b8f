"""Whether the facts that a model names stand in the article; no model is asked.

What can't be told is refused: a question less costs little, a wrong key much.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.banks.evidence import fold
from quizapp.banks.rules import words_of
from quizapp.generation.article import Article
from quizapp.generation.asking import saying
from quizapp.generation.english.words import content_words, share_of, stem
from quizapp.generation.model_tier.model_replies import Fact
from quizapp.generation.model_tier.quoting import Quotable

MOST_COPIED = 8  # words in a row
_LONG, _SHARED = 6, 4  # letters of a name from which another form of it is told by its beginning
_SUPPORTED = 0.6  # of the content words of a fact's answer stand in its quote


@dataclass(frozen=True)
class Refusal:
    """Why something that a model said isn't used."""

    reason: str  # a code
    sentence: str  # the reason in our words, which the model may be told
    about: str = ""  # what it said


@dataclass(frozen=True)
class Verified:
    """A fact that the article states, with its evidence."""

    id: str
    fact: Fact
    quotes: tuple[str, ...]  # the article's sentences that were quoted; the first has the answer
    sentence: int  # of the article: the first of them

    @property
    def evidence(self) -> str:
        """All of the quoted sentences."""
        return " ".join(self.quotes)

    @property
    def told(self) -> str:
        """The evidence and the model's own words for it, which name what it is about."""
        return f"{self.evidence} {self.fact.claim}"


class Ground:
    """An article with what is looked up in it again and again."""

    def __init__(self, article: Article) -> None:
        text = " ".join(sentence.text for sentence in article.sentences)
        self.article = article
        self.quotable = Quotable(article)
        self.numbers = saying.numbers_in(f"{article.title} {article.date} {text}")
        words = words_of(text)
        named = words_of(f"{article.title} {article.author} {article.publisher} {article.date}")
        known = {*words, *named}
        self.stems = frozenset(map(stem, known)) | {word[:_SHARED] for word in known}
        self.runs = frozenset(_runs(words))

    def check_fact(self, fact: Fact, name: str) -> Verified | Refusal:
        """The fact with its evidence, if its quote stands in the article and holds its answer."""
        found = self.quotable.find(fact.quote)
        if found is None:
            sentence = "The quote isn't a passage of the article, letter by letter."
            return Refusal("evidence-not-found", sentence, fact.quote)
        refusal = next(_doubts_about_answer(fact, found.words), None)
        if refusal is not None:
            return refusal
        sentences = {at: self.article.sentences[at].text for at in found.sentences}
        first = max(sentences, key=lambda at: _fits(fact.answer, sentences[at]))
        rest = [text for at, text in sentences.items() if at != first]
        return Verified(name, fact, (sentences[first], *rest), first)

    def knows(self, text: str) -> bool:
        """Whether the article has every number and every name of a text."""
        names = map(saying.last_word, saying.names_in(text))
        return saying.numbers_in(text) <= self.numbers and all(map(self._knows_name, names))

    def _knows_name(self, name: str) -> bool:
        """Whether the article has the name or, of a long one, its beginning: Norway, Norwegian."""
        return stem(name) in self.stems or (len(name) >= _LONG and name[:_SHARED] in self.stems)

    def has_copied(self, text: str) -> bool:
        """Whether a text copies too many words in a row."""
        return not self.runs.isdisjoint(_runs(words_of(text)))


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every run of words too long to be copied."""
    size = MOST_COPIED + 1
    return (words[start : start + size] for start in range(len(words) - size + 1))


def _doubts_about_answer(fact: Fact, quote: str) -> Iterator[Refusal]:
    """What speaks against the answer of a fact, by the words quoted."""
    if saying.has_address(f"{fact.answer} {fact.claim}"):
        yield Refusal("address", "An address of a page stands in it.", fact.claim)
    if not holds_key(fact.answer, quote):
        sentence = "The quote doesn't hold the numbers or names of the answer."
        yield Refusal("key-not-in-evidence", sentence, fact.answer)
    if fact.answer_type == "number" and not saying.numbers_in(fact.answer):
        yield Refusal("answer-without-number", "The answer has no number.", fact.answer)
    if fact.answer_type == "name" and saying.last_word(fact.answer) not in words_of_names(quote):
        yield Refusal("key-not-in-evidence", "The quote doesn't hold the name.", fact.answer)
    worded = fact.answer_type in ("reason", "definition", "outcome")
    if worded and share_of(content_words(fact.answer), content_words(quote)) < _SUPPORTED:
        sentence = "The answer's words don't stand in the quote."
        yield Refusal("key-not-in-evidence", sentence, fact.answer)


def holds_key(key: str, quote: str) -> bool:
    """Whether every number, month and name of the key stands in the quote."""
    return (
        saying.numbers_in(key) <= saying.numbers_in(quote)
        and saying.months_in(key) <= saying.months_in(quote)
        and {saying.last_word(name) for name in saying.names_in(key)} <= words_of_names(quote)
    )


def words_of_names(text: str) -> frozenset[str]:
    """The folded words of a text, also without what makes them possessive."""
    words = words_of(text)
    return frozenset(words) | {word.removesuffix("'s") for word in words}


def _fits(answer: str, sentence: str) -> tuple[bool, float]:
    """How well a sentence holds an answer."""
    is_there = fold(answer).casefold() in fold(sentence).casefold()
    words = words_of(answer)
    return is_there, share_of(words, words_of(sentence))
