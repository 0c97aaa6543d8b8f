"""Sentences and what looks like their ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.reading.splitting import split


@pytest.mark.parametrize(
    "sentences",
    [
        ["The first ends here.", "The second follows."],
        ["Dr. Roe met Mrs. Poe at 5 p.m. on Main St. Louis Road.", "It rained."],
        ["The U.S. Senate met.", "The vote was close."],
        ["It lies in the U.S.", "The river crosses it."],
        ["On Feb. 24 it began.", "By Dec. 3 it was over."],
        ["J. R. Holt wrote it.", "He was 61."],
        ["It fell from 8.7 days to 6.0.", "Resignations dropped."],
        ["Did it work?", "Yes!", "It did."],
        ['She said: "We are done."', '"So are we," he said.'],
        ["It cost $3.5 million.", "$2 million was lent."],
        ["It grew by 4.5 percent (No. 7 of the list).", "Nobody knew why..."],
    ],
)
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    paragraph = " ".join(sentences)
    assert [paragraph[start:end] for start, end in split(paragraph)] == sentences


@given(st.text(alphabet='Ab. !?"()\n1', max_size=200))
def test_only_white_space_stands_between_sentences(paragraph: str) -> None:
    last = 0
    for start, end in split(paragraph):
        assert start < end
        assert not paragraph[last:start].strip()
        last = end
    assert not paragraph[last:].strip()


def test_a_letter_behind_a_noun_may_end_a_sentence_and_an_initial_does_not() -> None:
    text = "It was vitamin C. He was glad. A paper by J. He was cited."
    assert [text[start:end] for start, end in split(text)][0] == "It was vitamin C."
    name = "They asked George W. But he left."
    assert len(list(split(name))) == 1
