"""Drafts with passages: how many there are, and beside what."""

from pathlib import Path

from quizapp.generation.generator import Draft, draft_bank
from quizapp.generation.reading.reader import read_article
from quizapp.generation.tiers import Wishes
from tests.generation.gold import SETS

FERRY = SETS["tuning"] / "night-ferry.txt"


def drafted(path: Path = FERRY, **wishes: object) -> Draft:
    found = read_article(path.read_bytes(), path.name)
    return draft_bank(found, "ferry", Wishes(tier="light", **wishes))  # type: ignore[arg-type]


def kinds(draft: Draft) -> list[str]:
    return [question.body.name for question in draft.bank.questions]


def test_a_draft_has_passages_beside_its_questions() -> None:
    assert 2 <= kinds(drafted()).count("cloze") <= 10


def test_passages_alone_can_be_wished() -> None:
    assert set(kinds(drafted(types=("cloze",)))) == {"cloze"}


def test_passages_can_be_left_out() -> None:
    assert "cloze" not in kinds(drafted(types=("numerical", "multiple_choice")))


def test_passages_count_as_questions() -> None:
    draft = drafted(count=15)
    assert len(draft.bank.questions) == 15
    assert 1 <= kinds(draft).count("cloze") <= 3


def test_what_makes_room_for_a_passage_says_so() -> None:
    draft = drafted()
    counts = dict(draft.bank.generated)
    assert int(counts["proposed"]) == len(draft.bank.questions) + len(draft.dropped)


def test_a_blank_gives_way_to_a_gap_for_the_same() -> None:
    paths = sorted(SETS["tuning"].glob("*.txt"))
    dropped = (each for path in paths for each in drafted(path).dropped)
    assert any("A passage with gaps asks" in each.sentence for each in dropped)
