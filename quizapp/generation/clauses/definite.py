"""What "the authority" and "the launch" stand for, where the article says it more fully before."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from quizapp.generation.article import Article
from quizapp.generation.clauses.subjects import DETERMINERS, PREPOSITIONS, RELATIVES, is_plural_noun
from quizapp.generation.english.verbs import AUXILIARIES, BASES, is_finite, is_past
from quizapp.generation.english.words import word_set
from quizapp.generation.findings import Name
from quizapp.generation.names.capital_words import words_of

_COMPANIES = re.compile(r" (?:Inc|Corp|Ltd|Company|Group|Corporation|plc|PLC)\b")
_FIRM = word_set("company firm corporation")
# Nouns for bodies, of which an article can have several: alone they don't say which.
_BODIES = word_set("company firm corporation party agency union institute ministry association")
_RECENT = 3  # sentences in which something new is still "the" something
_TOPICAL = 5  # times that a word must stand in an article that is about it
_MOST_WORDS = 5  # of something new, with what describes it
_INTRODUCTION = re.compile(r"\b[Aa]n? ")
_NEW_SUBJECT = re.compile(r"An? ((?:[a-z-]+ ){1,3})")
_WORD = re.compile(r"[\w'-]+|[^\w\s]")
_DEFINITE = re.compile(r"(?:^|(?<=[\s(]))([Tt]he) ([a-z][a-z-]*)(?='s|[\s.,;?!]|$)")
_EXPLAINING = RELATIVES | word_set("of in at for on from between with behind to")


class Definites:
    """The article's introductions ("a hull survey") and its bodies ("the Corbel Institute")."""

    def __init__(self, article: Article, names: tuple[Name, ...]) -> None:
        self.bodies = _bodies(article, names)
        # A museum opened: it is another than the National Museum.
        for sentence in article.sentences:
            if new := _NEW_SUBJECT.match(sentence.text):
                for noun in new[1].split():
                    self.bodies.pop(noun, None)
        self.introduced = [introductions(sentence.text) for sentence in article.sentences]
        counts = Counter(
            word.text.lower() for sentence in article.sentences for word in words_of(sentence.text)
        )
        title = {word.text.lower() for word in words_of(article.title)}
        self.topics = title | {word for word, times in counts.items() if times >= _TOPICAL}

    def resolve(self, clause: str, sentence: int) -> str | None:
        """With "the authority" as the Sound Transit Authority; None where a thing stays unsaid."""
        pieces: list[str] = []
        end = 0
        for match in _DEFINITE.finditer(clause):
            fuller = self._fuller(match, sentence)
            if fuller is None:
                return None
            if match.start() == 0:
                fuller = fuller[0].upper() + fuller[1:]
            pieces += [clause[end : match.start()], fuller]
            end = match.end(2)
            if fuller.endswith("s") and clause.startswith("'s", end) and fuller != match.group():
                end += 2
                pieces.append("'")
        return "".join(pieces) + clause[end:]

    def _fuller(self, match: re.Match[str], sentence: int) -> str | None:
        """The phrase with what tells its noun apart; None if only earlier sentences do."""
        clause, noun = match.string, match.group(2)
        rest = clause[match.end(2) :]
        if not (ends_phrase(rest) or _is_asked_of(clause[: match.start()], rest)):
            return match.group()
        if noun in self.bodies and self.bodies[noun].removeprefix("the ") not in clause:
            return self.bodies[noun]
        if noun in introductions(clause[: match.start()]):
            return match.group()
        if noun in _BODIES:
            return None
        for at in range(sentence - 1, max(-1, sentence - _RECENT - 1), -1):
            described = self.introduced[at].get(noun)
            if described:
                return f"the {described}{noun}"
            if described is not None:
                is_clear = match.start() > 0 or noun in self.topics
                return match.group() if is_clear else None
        return match.group()


def _bodies(article: Article, names: tuple[Name, ...]) -> dict[str, str]:
    """Of each noun that stands for one organization alone, its name, with its "the".

    The charity Rescue Dogs isn't meant by "the dogs".
    """
    found = defaultdict(set)
    for name in names:
        if name.kind == "organization":
            for noun in _nouns_of(article, name):
                if not is_plural_noun(noun):
                    found[noun].add(with_the(name, article))
    return {noun: every.pop() for noun, every in found.items() if len(every) == 1}


def _nouns_of(article: Article, name: Name) -> Iterator[str]:
    """The words that can stand for an organization: institute, and company for every firm."""
    words = name.text.split()
    pairs = zip(words, words[1:], strict=False)
    yield next((word for word, after in pairs if after in ("of", "for")), words[-1]).lower()
    if _COMPANIES.search(" ".join(("", name.text, *name.aliases))):
        yield from _FIRM


def with_the(name: Name, article: Article) -> str:
    """The name as it stands inside a sentence, such as "the Great Eastern"."""
    text = article.text
    full = [start for start, end in name.mentions if text[start:end].startswith(name.text)]
    preceded = [text[max(0, start - 4) : start].lower() == "the " for start in full]
    return f"the {name.text}" if any(preceded) else name.text


def ends_phrase(rest: str) -> bool:
    """Whether no noun and nothing that explains follows."""
    if rest[:1] in (",", ".", ";", "?", "!", "'", ""):
        return True
    word = rest.split()[0].strip(".,;?!")
    if word in _EXPLAINING:
        return False
    return word in AUXILIARIES or word in PREPOSITIONS or is_past(word) or word.endswith("s")


def _is_asked_of(before: str, rest: str) -> bool:
    """Whether a question has turned the phrase and its verb: did the launch enter service."""
    verb = rest.split(maxsplit=1)[:1]
    is_turned = before.endswith((" did ", " does ", " do ", " has ", " have ", " had "))
    return is_turned and any(word.strip(",.?") in BASES for word in verb)


def introductions(text: str) -> dict[str, str]:
    """Of each noun that is new in `text` ("a fast rescue launch") the words that describe it."""
    found: dict[str, str] = {}
    for match in _INTRODUCTION.finditer(text):
        words: list[str] = []
        for word in _WORD.findall(text[match.end() : match.end() + 60])[:_MOST_WORDS]:
            if not _goes_on(word, is_first=not words):
                break
            words.append(word)
        if words and len(words) < _MOST_WORDS:
            found.setdefault(words[-1], "".join(word + " " for word in words[:-1]))
    return found


def _goes_on(word: str, *, is_first: bool) -> bool:
    """Whether `word` belongs to a phrase that begins with "a"."""
    if not word[0].islower() or word in _STOPS:
        return False
    return is_first or not (is_finite(word) or word.endswith("ing"))


_STOPS = PREPOSITIONS | RELATIVES | AUXILIARIES | DETERMINERS | word_set("and or to as not")
