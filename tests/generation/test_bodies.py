"""What is chosen and what is written."""

import pytest

from quizapp.generation.asking.bodies import chosen_or_written

LONG = ("Mount Saint Helens", "Mount Saint Michael", "Mount Saint Elias")


@pytest.mark.parametrize(
    ("key", "wrong", "kind"),
    [
        ("Etna", ("Hekla", "Io", "Mauna Loa"), "multiple_choice"),
        ("Etna", LONG, "short_answer"),
        ("coefficient of performance", ("lux", "volt", "ampere"), "short_answer"),
        ("Etna", (), "short_answer"),
    ],
)
def test_a_key_that_its_length_tells_is_written(
    key: str, wrong: tuple[str, ...], kind: str
) -> None:
    body = chosen_or_written(key, wrong, (key,))
    assert body is not None
    assert body.name == kind


def test_a_long_key_is_not_written() -> None:
    key = "European Bank for Reconstruction and Development"
    assert chosen_or_written(key, ("Orsa Bank",), (key,)) is None
