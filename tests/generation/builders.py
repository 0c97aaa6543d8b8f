"""Articles for tests, from a few sentences."""

from quizapp.generation.article import Article, ArticleSection, Sentence
from quizapp.generation.reading.splitting import split


def make_article(text: str) -> Article:
    """Every line is a paragraph, all of one section."""
    sentences: list[Sentence] = []
    offset = 0
    for number, line in enumerate(text.split("\n")):
        for start, end in split(line):
            sentence = Sentence(line[start:end], offset + start, offset + end, number, 0)
            sentences.append(sentence)
        offset += len(line) + 1
    return Article(text, tuple(sentences), (ArticleSection(),))


def make_sentence_article(sentence: str) -> Article:
    """The whole text is one sentence, whatever stops are in it."""
    return Article(sentence, (Sentence(sentence, 0, len(sentence), 0, 0),), (ArticleSection(),))
