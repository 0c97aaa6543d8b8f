"""How long it takes to load and lint 1,000 questions: `python tests/benchmarks/lint.py`, in ms."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from quizapp.banks.library import Library
from quizapp.banks.linter import lint
from quizapp.banks.outline import outline
from quizapp.banks.reader import parse

QUESTION = """
## In which year was treaty {number} on {topic} signed by its first members?
`id: treaty-{number}` `points: 2` `tags: treaties` `difficulty: easy`

Historians disagree about its weight, but not about the year of {topic}.

- ( ) a) {year}
  > That was treaty {before}.
- (x) b) {next_year}
- ( ) c) {last_year}
- ( ) d) None of these `last`

> **Hint:** It came after treaty {before}.

> **Explanation:** Treaty {number} was signed in {next_year}, one year after treaty {before}.

> **Source notes:** "treaty {number} was signed in {next_year}"
"""
TOPICS = ("grain", "coal", "fish", "steel", "tin", "salt", "wool", "rail", "rivers", "borders")


def question(number: int) -> str:
    """A question of ordinary length."""
    year = 1000 + number
    return QUESTION.format(
        number=number,
        topic=f"{TOPICS[number % 10]} {number * 7919}",
        before=number - 1,
        year=year,
        next_year=year + 1,
        last_year=year + 2,
    )


def bank(count: int) -> str:
    """A bank of `count` questions."""
    start = "---\ntitle: Treaties\nsources:\n  notes: {file: sources/notes.md}\n---\n\n# Treaties\n"
    return start + "".join(question(number) for number in range(1, count + 1))


def notes(count: int) -> str:
    """The source of all evidence."""
    lines = (f"treaty {number} was signed in {1001 + number}" for number in range(1, count + 1))
    return "\n".join(lines)


def milliseconds(work: Callable[[], object]) -> float:
    """The wall time of one call."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def main() -> None:
    """Prints one figure a line."""
    text = bank(1000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sources").mkdir()
        (folder / "sources" / "notes.md").write_text(notes(1000))
        path = folder / "treaties.md"
        path.write_text(text)
        parse(bank(1), "one")  # imports and tables, once
        print(f"bytes                {len(text.encode()):10,}")
        print(f"parse, cold          {milliseconds(lambda: parse(text, 'treaties')):10.1f}")
        read = parse(text, "treaties").bank
        assert read is not None
        print(f"parse, same text     {milliseconds(lambda: parse(text, 'treaties')):10.1f}")
        outline.cache_clear()
        library = Library(folder)
        print(f"lint alone           {milliseconds(lambda: list(lint(read))):10.1f}")
        print(f"load and lint, cold  {milliseconds(lambda: library.load('treaties')):10.1f}")
        print(f"load, unchanged      {milliseconds(lambda: library.load('treaties')):10.3f}")
        print(f"problems             {len(library.load('treaties').problems):10}")
        path.write_text(text.replace("weight", "worth", 1))
        print(f"load, one line new   {milliseconds(lambda: library.load('treaties')):10.1f}")


if __name__ == "__main__":
    main()
