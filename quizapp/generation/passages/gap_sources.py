"""What is written between the brackets of a gap: something to type, or a few things to choose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from random import Random

from quizapp.generation.asking.asking_reasons import Reasons
from quizapp.generation.asking.figure_bodies import choices, number_field
from quizapp.generation.asking.question_words import is_bounded, is_hedged
from quizapp.generation.clauses.definite import with_the
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.clauses.spots import Spot
from quizapp.generation.clauses.subjects import is_plural_noun
from quizapp.generation.distractors.figure_distractors import Distractor, Ranks, find_distractors
from quizapp.generation.distractors.name_distractors import COUNT, name_distractors
from quizapp.generation.english.name_words import KEPT_TITLES
from quizapp.generation.english.words import word_set
from quizapp.generation.facts.reasons import Reason
from quizapp.generation.figures.number_writing import with_commas
from quizapp.generation.findings import Figure, Findings, Name
from quizapp.generation.names.name_nouns import noun_of
from quizapp.generation.passages.gap_places import Place, Words
from quizapp.generation.passages.gap_words import terms
from quizapp.generation.reading.plain import plain_to_markdown
from quizapp.question_types.gaps import BOUNDS
from quizapp.question_types.numerical import Numerical

_DIGITS = re.compile(r"[0-9][0-9, ]*(?:\.[0-9]+)?")
_MOST_DIGITS = 3  # that somebody remembers, zeros at the end aside
_ARTICLE = re.compile(r"(?:^|\s)[Aa]n? $")
_FEWEST = 3  # options
_BECAUSE = "Because "
_YEARS = re.compile(r"\b1\d{3} and [12]\d{3}$")
_TENTH = Decimal("0.1")
_SCHOOLS = word_set("University College School Institute Academy Observatory Laboratory")


@dataclass(frozen=True)
class Filling:
    """A gap in place of text[start:end]."""

    start: int
    end: int
    source: str


class Fillings:
    """What can fill the gaps of one article's passages; draws wrong options."""

    def __init__(self, findings: Findings, random: Random) -> None:
        self.findings, self.random = findings, random
        self._ranks = Ranks(random)

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons(self.findings, self.random)

    @cached_property
    def _terms(self) -> tuple[str, ...]:
        """All that the article explains."""
        sentences = (sentence.text for sentence in self.findings.article.sentences)
        found = (said[slice(*term)] for said in sentences for term in terms(said, self.findings))
        return tuple(dict.fromkeys(found))

    def fill(self, place: Place, text: str) -> Filling | None:
        """The gap for a place of a passage's text; None if there can't be a fair one."""
        key = place.key
        if isinstance(key, Spot):
            return self._typed(key) or self._chosen(key)
        if isinstance(key, Name):
            return self._named(key, place, text)
        return self._explained(place, text) if key.topic == "definition" else self._why(key, place)

    def _typed(self, spot: Spot) -> Filling | None:
        """A number to type, if one can remember it; what it counts stays in the text."""
        figure = spot.figure
        digits = _DIGITS.search(figure.amount)
        is_rough = is_hedged(spot) and not is_bounded(spot)
        field = number_field(figure, hedged=is_rough)
        if digits is None or field is None:
            return None
        is_short = len(re.sub(r"[, .]", "", digits[0]).strip("0")) <= _MOST_DIGITS
        if not (is_short or is_rough or figure.kind == "year"):
            return None
        start = spot.start + digits.start()
        written = digits[0].rstrip(" ,")
        value = f"= {with_commas(written)}{_tolerance(field, figure)}"
        return Filling(start, start + len(written), value)

    def _chosen(self, spot: Spot) -> Filling | None:
        """Figures or dates to choose from, in order of size."""
        figure = spot.figure
        if is_bounded(spot) or _ARTICLE.search(spot.clause[: spot.start]):
            return None
        wrong = find_distractors(figure, self.findings, self._ranks)
        if _is_in_years(figure) and any(_is_after(each, self.findings) for each in wrong):
            return None
        only_amounts = _has_unit_behind(figure)
        body = choices(figure, wrong, only_amounts=only_amounts)
        if body is None or any(holds(spot.clause, each.text) for each in wrong):
            return None
        length = len(figure.amount) if only_amounts else len(figure.text)
        options = [(option.text, option.correct) for option in body.options]
        return _filling(spot.start, spot.start + length, options)

    def _named(self, name: Name, place: Place, text: str) -> Filling | None:
        """Names of the same kind to choose from."""
        if _ARTICLE.search(text[: place.start]):
            return None
        drawn = name_distractors(name, self.findings, text, place.sentence, self.random)
        names = {each.text: each for each in self.findings.names}
        wrong = [each for each in drawn if self._make(names[each]) == self._make(name)]
        if len(wrong) + 1 < _FEWEST:
            return None
        return self._shuffled(place, name.text, wrong)

    def _explained(self, place: Place, text: str) -> Filling | None:
        """Terms to choose from, or the term to write if the article explains no others."""
        term = text[place.start : place.end]
        wrong = [
            each
            for each in self._terms
            if not {*each.split()} & {*term.split()}
            and not holds(text.lower(), each)
            and is_plural_noun(each.split()[-1]) == is_plural_noun(term.split()[-1])
        ]
        if len(wrong) + 1 < _FEWEST or _ARTICLE.search(text[: place.start]):
            return Filling(place.start, place.end, f"= {plain_to_markdown(term)}")
        return self._shuffled(place, term, self.random.sample(wrong, min(COUNT, len(wrong))))

    def _why(self, words: Words, place: Place) -> Filling | None:
        """Reasons to choose from."""
        said = self.findings.article.sentences[place.sentence].text
        reason = Reason("", f"because {words.text}", place.sentence, words.text, (), place.sentence)
        drawn = self._reasons.wrong(reason, said)
        wrong = [each.removeprefix(_BECAUSE) for each in drawn if each.startswith(_BECAUSE)]
        wrong = [each for each in wrong if not each.startswith("of ")]
        return self._shuffled(place, words.text, wrong) if len(wrong) + 1 >= _FEWEST else None

    def _shuffled(self, place: Place, key: str, wrong: Sequence[str]) -> Filling | None:
        options = [(plain_to_markdown(each), each == key) for each in (key, *wrong)]
        self.random.shuffle(options)
        return _filling(place.start, place.end, options)

    def _make(self, name: Name) -> tuple[bool, bool, bool, str]:
        """What tells names of one kind apart: "the", a title, a word for a school, a noun."""
        words = name.text.split()
        has_the = with_the(name, self.findings.article) != name.text
        is_titled, is_school = words[0] in KEPT_TITLES, not _SCHOOLS.isdisjoint(words)
        noun = "" if name.kind == "person" else noun_of(name, self.findings.article)
        return has_the, is_titled, is_school, noun


def _is_in_years(figure: Figure) -> bool:
    """Whether it is a range such as "between 1500 and 1800"."""
    return figure.kind == "range" and _YEARS.search(figure.text) is not None


def _is_after(wrong: Distractor, findings: Findings) -> bool:
    """Whether its years are later than all that the article tells of, as nobody would believe."""
    return (wrong.upper or wrong.value) > findings.latest_year


def _tolerance(field: Numerical, figure: Figure) -> str:
    """As an author writes it; of a percentage in points, since "5% percent" is hard to read."""
    _, sign, tolerance = field.accepted.values[0].source.partition(" +- ")
    if tolerance.endswith("%") and figure.unit == "percent":
        points = figure.value * Decimal(tolerance.rstrip("%")) / 100
        tolerance = f"{max(points.quantize(_TENTH), _TENTH).normalize():f}"
    return sign + tolerance


def _has_unit_behind(figure: Figure) -> bool:
    """Whether the text goes on with what is counted, so that numbers alone are chosen."""
    return figure.kind in ("count", "measure", "duration", "percent") and figure.value != 1


def _filling(start: int, end: int, options: Sequence[tuple[str, bool]]) -> Filling | None:
    if any(BOUNDS.search(text) for text, _ in options):
        return None
    marked = (f"{'(x)' if is_right else '( )'} {text}" for text, is_right in options)
    return Filling(start, end, " | ".join(marked))
