"""Whether words cut out of a sentence are whole as to its quotation marks."""

import pytest

from quizapp.generation.english.quotation_marks import has_mark, is_quoted


@pytest.mark.parametrize(
    "phrase",
    ["'Two lamps", "a picture of a room'", 'a "vitrine', "the 'gessoed board", "the lamps'"],
)
def test_a_mark_is_seen(phrase: str) -> None:
    assert has_mark(phrase)


@pytest.mark.parametrize("phrase", ["a lamp", "the workers' union", "Orla's lamp", "o'clock"])
def test_an_apostrophe_is_no_mark(phrase: str) -> None:
    assert not has_mark(phrase)


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("She called it 'a lamp, | a chair'.", True),
        ('She called it "a lamp, | a chair".', True),
        ('She called it "a lamp" and | left.', False),
        ("Orla's lamp and the workers' chair, | a gift.", False),
    ],
)
def test_what_stands_behind_an_opening_mark_may_be_quoted(sentence: str, quoted: bool) -> None:
    assert is_quoted(sentence, sentence.index("|")) is quoted
