"""Articles for tests, from a few sentences."""

import re

from quizapp.generation.article import Article, ArticleSection, Sentence

SENTENCE = re.compile(r"\S.*?[.?!](?=$| (?=[A-Z0-9\"]))|\S.*$", re.MULTILINE)


def make_article(text: str) -> Article:
    """Every line is a paragraph; a full stop before a capital letter ends a sentence."""
    sentences = tuple(
        Sentence(match[0], match.start(), match.end(), text.count("\n", 0, match.start()), 0)
        for match in SENTENCE.finditer(text)
    )
    return Article(text, sentences, (ArticleSection(),))


def make_sentence_article(sentence: str) -> Article:
    """The whole text is one sentence, whatever stops are in it."""
    return Article(sentence, (Sentence(sentence, 0, len(sentence), 0, 0),), (ArticleSection(),))
