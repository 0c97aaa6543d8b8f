"""In an article that tells of one woman she is that woman."""

from tests.generation.parsing import read_sentences

LIFE = (
    "Agnes Rourke was born in Ballybunion.",
    "Agnes Rourke measured fog.",
    "In 1901 the Office dismissed Agnes Rourke.",
)


def meant(*sentences: str) -> list[str]:
    return list(read_sentences(*sentences).wording.referents.meant.values())


def test_she_is_the_one_woman_where_no_subject_before_is() -> None:
    assert meant(*LIFE, "The accident was grave.", "She left the town.") == ["Agnes Rourke"]


def test_she_is_nobody_where_there_are_two_women() -> None:
    others = ("Mary Walsh wrote books.", "The accident was grave.", "She left the town.")
    assert not meant(*LIFE, *others)


def test_she_is_nobody_where_a_noun_tells_of_another() -> None:
    assert not meant(*LIFE, "The accident hurt a nurse, and she left the town.")
