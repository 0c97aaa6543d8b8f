"""What stands beside the evidence says more than the evidence does."""

from quizapp.generation.asking.explaining import Explanations
from tests.generation.asked import findings_of
from tests.generation.builders import make_article


def explained(text: str, sentences: tuple[int, ...], answer: str) -> str:
    return Explanations(findings_of(make_article(text))).of(sentences, answer)


def test_a_pronoun_gives_way_to_what_it_stands_for() -> None:
    text = "Ida Strand led the survey. She sold the archive in 1931."
    assert explained(text, (1,), "1931") == "Ida Strand sold the archive in 1931."


def test_the_reason_of_another_sentence_is_told() -> None:
    text = "The pipes of Oslo were made of lead. That is why the town replaced them in 1954."
    also = "The pipes of Oslo were made of lead. That is why the town of Oslo bought pumps in 1954."
    assert explained(text, (1,), "1954") == ""  # replaced what?
    assert explained(also, (1,), "1954") == (
        "The town of Oslo bought pumps in 1954 because the pipes of Oslo were made of lead."
    )


def test_what_only_repeats_the_evidence_is_left_out() -> None:
    assert explained("Ida Strand sold the archive in 1931.", (0,), "1931") == ""


def test_what_lacks_the_answer_is_left_out() -> None:
    text = "Ida Strand led the survey. She sold the archive, and the mill closed in 1931."
    assert explained(text, (1,), "1940") == ""
