"""Front matter: YAML between two lines of ---, of which only maps and strings are taken."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import yaml

from quizapp.banks.chips import SLUG, known_keys, nearest, read_common
from quizapp.banks.images import is_inside
from quizapp.banks.model import Source
from quizapp.question_types.base import Chip, Problem

_LARGEST = 64 * 1024  # bytes
_DEEPEST = 12
_MOST_NODES = 5_000
_START = yaml.Mark("", 0, 0, 0, None, 0)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LANGUAGE_MEND = "Write a language's code, such as en or pt-BR."
_KEYS = ("title", "language", "defaults", "sources", "status", "generated")
_SOURCE_KEYS = ("title", "author", "publisher", "date", "url", "file", "sha256")


@dataclass
class FrontMatter:
    """What the front matter says; `body` is the number of the line after it, counted from 0."""

    body: int = 0
    is_readable: bool = False
    title: str = ""
    language: str = "en"
    status: str = ""
    defaults: list[tuple[str, Chip]] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    generated: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_front_matter(lines: list[str]) -> FrontMatter:
    """The front matter at the start of `lines`."""
    found = FrontMatter()
    if lines[0].rstrip() != "---":
        mend = "Start the file with ---, title: ..., --- on lines of their own."
        found.problems.append(
            _problem(1, 1, "no-front-matter", f"There is no front matter. {mend}")
        )
        return found
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() == "---"), None)
    if end is None:
        sentence = "The front matter has no end. Write --- on a line of its own after it."
        found.problems.append(_problem(1, 1, "no-front-matter", sentence))
        return found
    found.body = end + 1
    _Reader(lines, found).read("\n".join(["", *lines[1:end], ""]))
    return found


Mark = yaml.Mark | yaml._yaml.Mark


class _Refused(Exception):
    """YAML that isn't taken; `mark` is where."""

    def __init__(self, mark: Mark, sentence: str) -> None:
        super().__init__(sentence)
        self.mark = mark


@dataclass
class _Reader:
    """Reads one front matter into `found`."""

    lines: list[str]
    found: FrontMatter

    def read(self, text: str) -> None:
        """Takes the keys of `text`, whose line numbers are the file's."""
        node = self.compose(text)
        if node is None:
            return
        self.found.is_readable = True
        readers: dict[str, Callable[[yaml.Node], None]] = {
            "title": self.read_title,
            "language": self.read_language,
            "defaults": self.read_defaults,
            "sources": self.read_sources,
            "status": self.read_status,
            "generated": self.read_generated,
        }
        for key, value in self.pairs(node, _KEYS):
            readers[key](value)
        if not self.found.title and not any(p.code == "bad-value" for p in self.found.problems):
            self.found.problems.append(
                _problem(
                    1, 1, "no-title", "The bank has no title. Write title: and its title here."
                )
            )

    def compose(self, text: str) -> yaml.Node | None:
        """The tree of `text`; None and a problem if it is none that we take."""
        try:
            _ensure_plain(text)
            node = yaml.compose(text, Loader=yaml.CBaseLoader)
        except _Refused as error:
            self.add(error.mark, "yaml-refused", str(error))
        except yaml.YAMLError as error:
            self.add_yaml_error(error)
        else:
            if isinstance(node, yaml.MappingNode):
                return node
            sentence = "The front matter isn't a list of keys. Write title: and the bank's title."
            self.found.problems.append(_problem(1, 1, "yaml-invalid", sentence))
        return None

    def pairs(self, node: yaml.Node, known: tuple[str, ...] = ()) -> list[tuple[str, yaml.Node]]:
        """The keys and values of a map without those that are repeated or not `known`."""
        if not isinstance(node, yaml.MappingNode):
            self.add(node.start_mark, "bad-value", "Keys with values are expected here.")
            return []
        taken: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if not name or known and name not in known:
                mend = nearest(name, known) if known else "Write a word before the colon."
                self.add(key.start_mark, "unknown-key", f"There is no key {name[:60]!r}. {mend}")
            elif name in taken:
                sentence = f"{name} stands here a second time. Delete one of them."
                self.add(key.start_mark, "repeated-key", sentence)
            else:
                taken[name] = value
        return list(taken.items())

    def string(self, node: yaml.Node) -> str:
        """A value, of which nothing may be cut by YAML's own meaning of ` #`."""
        if not isinstance(node, yaml.ScalarNode):
            self.add(node.start_mark, "bad-value", "One value is expected here, not several.")
            return ""
        rest = self.lines[node.end_mark.line][node.end_mark.column :]
        if not node.style and re.match(r"\s+#", rest):
            sentence = "YAML takes what follows # for a comment. Put the value in quotes."
            self.add(node.end_mark, "value-cut", sentence)
        return " ".join(node.value.split())

    def read_title(self, node: yaml.Node) -> None:
        self.found.title = self.string(node)

    def read_language(self, node: yaml.Node) -> None:
        value = self.string(node)
        if _LANGUAGE.fullmatch(value):
            self.found.language = value
            return
        self.add(node.start_mark, "bad-value", f"{value[:60]!r} isn't a language. {_LANGUAGE_MEND}")

    def read_status(self, node: yaml.Node) -> None:
        self.found.status = self.string(node)
        if self.found.status not in ("", "draft"):
            sentence = "The status can be draft. Delete the line when the bank is ready."
            self.add(node.start_mark, "bad-value", sentence)

    def read_defaults(self, node: yaml.Node) -> None:
        known = tuple(key for key in known_keys() if key not in ("id", "from"))
        for key, value in self.pairs(node, known):
            mark = value.start_mark
            chip = Chip(self.string(value), mark.line + 1, mark.column + 1)
            self.found.defaults.append((key, chip))
        _, problems = read_common(dict(self.found.defaults))
        self.found.problems.extend(problems)
        bad = {(problem.line, problem.column) for problem in problems}
        self.found.defaults = [
            (key, chip) for key, chip in self.found.defaults if (chip.line, chip.column) not in bad
        ]

    def read_generated(self, node: yaml.Node) -> None:
        pairs = [(key, self.string(value)) for key, value in self.pairs(node)]
        self.found.generated.extend(pairs)

    def read_sources(self, node: yaml.Node) -> None:
        for name, value in self.pairs(node):
            if not SLUG.fullmatch(name):
                mend = "Use small letters, digits and hyphens."
                self.add(value.start_mark, "bad-value", f"{name[:60]!r} names no source. {mend}")
            self.read_source(name, value)

    def read_source(self, name: str, node: yaml.Node) -> None:
        texts = {key: self.string(value) for key, value in self.pairs(node, _SOURCE_KEYS)}
        if "file" in texts and not is_inside(texts["file"]):
            mend = "Put the file beside the bank and write its path from there."
            sentence = f"{texts['file'][:80]} isn't in the bank's folder. {mend}"
            self.add(node.start_mark, "source-path", sentence)
        if not texts.get("url", "https://").startswith(("https://", "http://")):
            sentence = "A source's url starts with https:// or http://. Correct it or delete it."
            self.add(node.start_mark, "bad-value", sentence)
        self.found.sources.append(Source(name=name, line=node.start_mark.line + 1, **texts))

    def add_yaml_error(self, error: yaml.YAMLError) -> None:
        """YAML's own complaint, with the mend when a colon in a value is to blame."""
        mark = getattr(error, "problem_mark", None) or _START
        number = min(mark.line, len(self.lines) - 1)
        reason = getattr(error, "problem", None) or "a character that YAML doesn't take"
        if self.lines[number].count(": ") > 1:
            sentence = "A value with a colon and a space is cut there. Put the value in quotes."
            self.add(mark, "value-cut", sentence)
            return
        mend = "Write key: value on each line, the value in quotes if it has signs in it."
        self.add(mark, "yaml-invalid", f"This isn't YAML ({reason}). {mend}")

    def add(self, mark: Mark, code: str, sentence: str) -> None:
        self.found.problems.append(_problem(mark.line + 1, mark.column + 1, code, sentence))


def _ensure_plain(text: str) -> None:
    """Refuses what can make YAML slow or mean more than it says, before anything is built."""
    if len(text.encode()) > _LARGEST:
        raise _Refused(_START, "The front matter is longer than 64 kB.")
    depth = nodes = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        nodes += isinstance(event, yaml.NodeEvent)
        if refusal := _refusal(event, depth, nodes):
            raise _Refused(event.start_mark or _START, refusal)


def _refusal(event: yaml.Event, depth: int, nodes: int) -> str:
    if depth > _DEEPEST:
        return f"The front matter is nested deeper than {_DEEPEST}. Make it flatter."
    if nodes > _MOST_NODES:
        return f"The front matter has more than {_MOST_NODES} values. Make it shorter."
    if getattr(event, "anchor", None):
        return "Anchors (&) and aliases (*) aren't taken. Put the value in quotes if it is text."
    if getattr(event, "tag", None):
        return "Tags (!) aren't taken. Put the value in quotes if it is text."
    if getattr(event, "explicit", False) and isinstance(event, yaml.DocumentStartEvent):
        return "There can be one front matter only. Delete the second start."
    return ""


def _problem(line: int, column: int, code: str, message: str) -> Problem:
    return Problem(line, column, code, message)
