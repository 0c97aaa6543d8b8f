"""Clauses with a figure to what is asked for it."""

from quizapp.generation.asking.amount_questions import amount_question
from quizapp.generation.asking.date_questions import date_question
from quizapp.generation.asking.question_words import amount_words, number_words
from quizapp.generation.clauses.spots import Spot, find_spot
from quizapp.generation.figures.finding import find_figures
from quizapp.generation.names.casing import Casing
from tests.generation.builders import make_sentence_article


def spot_in(clause: str, text: str) -> Spot:
    figures = find_figures(make_sentence_article(f"{clause}."))
    figure = next(each for each in figures if each.text == text)
    spot = find_spot(clause, figure)
    assert spot is not None
    return spot


def question_of(clause: str, text: str, *, in_digits: bool = False) -> str | None:
    casing = Casing(make_sentence_article(f"{clause}."), ())
    spot = spot_in(clause, text)
    words = number_words if in_digits else amount_words
    return amount_question(spot, casing, words) or date_question(spot, casing)
