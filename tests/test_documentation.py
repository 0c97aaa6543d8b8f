"""What the guides show works as they show it."""

import re
from pathlib import Path

import pytest

from quizapp.banks.library import Library

ROOT = Path(__file__).resolve().parents[1]
FENCED = re.compile(r"^(`{3,})markdown\n(.*?)^\1$", re.DOTALL | re.MULTILINE)
FRONT_MATTER = "---\ntitle: An example\n---\n\n"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c626001000000050001a5f645400000000049454e44ae426082"
)


def examples(guide: str) -> list[str]:
    """Every example of a bank in a guide, as a whole bank."""
    found = [match[2] for match in FENCED.finditer((ROOT / guide).read_text(encoding="utf-8"))]
    return [text if text.startswith("---") else FRONT_MATTER + text for text in found]


@pytest.mark.parametrize("text", [*examples("questions/README.md"), *examples("README.md")])
def test_every_example_in_the_guides_is_a_bank_without_errors(text: str, questions: Path) -> None:
    (questions / "sources").mkdir()
    (questions / "sources" / "trees.md").write_text("The oaks stand bare from November to April.")
    (questions / "images").mkdir()
    (questions / "images" / "valley.png").write_bytes(PIXEL)
    (questions / "example.md").write_text(text, encoding="utf-8")
    loaded = Library(questions).load("example")
    errors = [problem for problem in loaded.problems if problem.level == "error"]
    assert not errors
    assert loaded.bank is not None and loaded.bank.questions


def test_the_guide_shows_all_nine_types(questions: Path) -> None:
    seen = set()
    for number, text in enumerate(examples("questions/README.md")):
        (questions / f"example-{number}.md").write_text(text, encoding="utf-8")
    for loaded in Library(questions).load_all():
        seen |= {question.body.name for question in loaded.bank.questions} if loaded.bank else set()
    assert len(seen) == 9
