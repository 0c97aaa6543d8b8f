"""The articles that drafts are measured on, and the facts that a reader would want to be asked."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SETS = {"tuning": HERE / "articles", "held-out": HERE / "held_out"}


@dataclass(frozen=True)
class Fact:
    """One thing an article says; README.md says what the fields mean."""

    id: str
    kind: str  # figure, date, name, reason, definition or outcome
    values: tuple[str, ...]
    anchors: tuple[str, ...]
    important: bool


@dataclass(frozen=True)
class GoldArticle:
    """An article with its facts."""

    name: str
    path: Path
    text: str
    facts: tuple[Fact, ...]


def load_article(path: Path) -> GoldArticle:
    """The article at `path`, with the facts beside it; none where there is no such file."""
    beside = path.with_suffix(".facts.toml")
    facts = read_facts(beside.read_text(encoding="utf-8")) if beside.exists() else ()
    return GoldArticle(path.stem, path, path.read_text(encoding="utf-8"), facts)


def load_set(name: str) -> tuple[GoldArticle, ...]:
    """All articles of one set, by name."""
    return tuple(load_article(path) for path in sorted(SETS[name].glob("*.txt")))


def read_facts(text: str) -> tuple[Fact, ...]:
    """The facts of a file of facts."""
    return tuple(
        Fact(
            each["id"],
            each["kind"],
            tuple(each["values"]),
            tuple(each["anchors"]),
            each["important"],
        )
        for each in tomllib.loads(text)["facts"]
    )
