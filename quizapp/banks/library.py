"""The folder of question banks: list, load, and save unless a file changed meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from quizapp.banks.chips import SLUG
from quizapp.banks.encoding import Decoded, decode
from quizapp.banks.evidence import check_evidence
from quizapp.banks.files import (
    Stamp,
    Unreadable,
    has_settled,
    is_writable,
    read_file,
    stamp_of,
)
from quizapp.banks.image_files import ImageFile, find_images, missing_images, name_by_content
from quizapp.banks.linter import lint
from quizapp.banks.model import Bank, Source
from quizapp.banks.reader import Reading, parse
from quizapp.banks.saving import digest_of, encoded, write_bank
from quizapp.clock import utc_now
from quizapp.errors import NotFound, UserError
from quizapp.question_types.base import Problem


class FolderMissing(UserError):
    """The folder of banks isn't there."""


class BankNotFound(NotFound):
    """No bank has this name."""


@dataclass(frozen=True)
class LoadedBank:
    """A bank's file as it was read; `bank` is None if the front matter can't be read."""

    name: str
    bank: Bank | None
    problems: tuple[Problem, ...] = ()  # of structure, evidence and style, by line
    text: str = ""
    digest: str = ""  # sha256 of the file's bytes, in hex
    images: tuple[ImageFile, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether a question is missing from `bank`, or the bank as a whole is broken."""
        return any(problem.level == "error" for problem in self.problems)

    @property
    def is_draft(self) -> bool:
        """Whether nobody has gone through it yet."""
        return self.bank is not None and self.bank.status == "draft"

    @property
    def is_clean(self) -> bool:
        """Whether it may be published."""
        return self.bank is not None and not self.has_errors and not self.is_draft

    @property
    def lacks_names(self) -> bool:
        """Whether an id or a letter is missing, which `format_text` would add."""
        return any(problem.code in ("no-id", "no-letter") for problem in self.problems)

    def with_named_images(self) -> Bank | None:
        """`bank` with each image named by its content, so that it no longer needs the folder."""
        if not self.images:
            return self.bank
        return parse(name_by_content(self.text, self.images), self.name).bank


@dataclass(frozen=True)
class FileProblem:
    """A problem of a file in the folder that isn't a bank."""

    file: str
    problem: Problem


Others = tuple[tuple[str, Stamp | None], ...]  # the stamps of sources and images


@dataclass(frozen=True)
class _Kept:
    """A loaded bank and the stamps of its files; None for one that isn't there."""

    loaded: LoadedBank
    stamp: Stamp | None
    others: Others
    read_at: int  # nanoseconds since 1970

    def has_settled(self) -> bool:
        """Whether its file can't have changed without its stamp."""
        return has_settled(self.stamp, self.read_at)


class Library:
    """The banks in one folder. What didn't change since it was loaded isn't read again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept: dict[str, _Kept] = {}
        self._checked: dict[str, _Kept] = {}  # the text of each that was checked last

    def names(self) -> tuple[str, ...]:
        """The names of all banks, in order."""
        stems = (name.removesuffix(".md") for name in self._files())
        return tuple(sorted(stem for stem in stems if SLUG.fullmatch(stem)))

    def misnamed(self) -> tuple[FileProblem, ...]:
        """A problem for each Markdown file that isn't a bank because of its name."""
        return tuple(
            FileProblem(name, _misnamed(name))
            for name in sorted(self._files())
            if name != "README.md" and not SLUG.fullmatch(name.removesuffix(".md"))
        )

    def load(self, name: str) -> LoadedBank:
        """The bank called `name`; raises BankNotFound."""
        if not SLUG.fullmatch(name):
            raise BankNotFound
        stamp = stamp_of(self.folder, f"{name}.md")
        kept = self._kept.get(name)
        if (
            kept
            and stamp
            and kept.stamp == stamp
            and kept.has_settled()
            and self._others_stand(kept)
        ):
            return kept.loaded
        kept = self._read(name, kept)
        self._kept[name] = kept
        return kept.loaded

    def may_write(self, name: str) -> bool:
        """Whether the bank's file, or a new one of this name, can be written at all."""
        return is_writable(self.folder, f"{name}.md")

    def load_all(self) -> tuple[LoadedBank, ...]:
        """Every bank, by name."""
        names = self.names()
        for gone in set(self._kept) - set(names):
            self._kept.pop(gone, None)  # another thread may have been here
        return tuple(loaded for name in names if (loaded := self._find(name)))

    def read(self, name: str) -> bytes | None:
        """The bytes of the bank's file now; None if there is none or it can't be read."""
        if not SLUG.fullmatch(name):
            return None
        try:
            return read_file(self.folder, f"{name}.md").raw
        except (FileNotFoundError, Unreadable):
            return None

    def save(self, name: str, text: str, expected_digest: str) -> LoadedBank:
        """What `write` does, with text."""
        return self.write(name, encoded(text), expected_digest)

    def write(self, name: str, raw: bytes, expected_digest: str) -> LoadedBank:
        """Write the bank's file: see `write_bank`, whose errors this raises."""
        self._ensure_folder()
        write_bank(self.folder, name, raw, expected_digest)
        return self.load(name)

    def check(self, name: str, text: str) -> LoadedBank:
        """What loading the bank would find if its file held `text`."""
        raw = text.encode(errors="replace")
        kept = self._checked.get(name)
        if kept and kept.loaded.digest == digest_of(raw) and self._others_stand(kept):
            return kept.loaded
        read_at = int(utc_now().timestamp() * 1e9)
        loaded, others = self._parse(name, decode(raw), digest_of(raw))
        self._checked[name] = _Kept(loaded, None, others, read_at)
        return loaded

    def _find(self, name: str) -> LoadedBank | None:
        """The bank, unless it went away since it was listed."""
        try:
            return self.load(name)
        except BankNotFound:
            return None

    def _read(self, name: str, kept: _Kept | None) -> _Kept:
        read_at = int(utc_now().timestamp() * 1e9)
        try:
            file = read_file(self.folder, f"{name}.md")
        except FileNotFoundError:
            self._ensure_folder()
            raise BankNotFound from None
        except Unreadable as error:
            problem = Problem(1, 1, "unreadable-file", str(error))
            return _Kept(LoadedBank(name, None, (problem,)), None, (), read_at)
        digest = digest_of(file.raw)
        if kept and kept.loaded.digest == digest and self._others_stand(kept):
            return _Kept(kept.loaded, file.stamp, kept.others, read_at)
        loaded, others = self._parse(name, decode(file.raw), digest)
        return _Kept(loaded, file.stamp, others, read_at)

    def _parse(self, name: str, decoded: Decoded, digest: str) -> tuple[LoadedBank, Others]:
        reading = parse(decoded.text, name, decoded.problems)
        sources = reading.bank.sources if reading.bank else ()
        paths = [source.file for source in sources if source.file]
        paths += dict.fromkeys(use.path for use in reading.images)
        stamps = tuple((path, stamp_of(self.folder, path)) for path in paths)
        images, problems = find_images(self.folder, reading.images)
        reading = _checked(reading, self.texts(sources), problems)
        loaded = LoadedBank(name, reading.bank, reading.problems, decoded.text, digest, images)
        return loaded, stamps

    def texts(self, sources: tuple[Source, ...]) -> dict[str, str]:
        """What the files of these sources hold, by the names of those that can be read."""
        texts = {}
        for source in sources:
            if source.file:
                try:
                    texts[source.name] = decode(read_file(self.folder, source.file).raw).text
                except (FileNotFoundError, Unreadable):
                    continue  # check_evidence says which are missing
        return texts

    def _others_stand(self, kept: _Kept) -> bool:
        return all(
            stamp_of(self.folder, path) == stamp and has_settled(stamp, kept.read_at)
            for path, stamp in kept.others
        )

    def _files(self) -> list[str]:
        self._ensure_folder()
        return [path.name for path in self.folder.iterdir() if _is_markdown(path.name)]

    def _ensure_folder(self) -> None:
        if not self.folder.is_dir():
            raise FolderMissing(
                f"There is no folder {self.folder}. Make it, "
                "or set QUIZAPP_QUESTIONS to the folder that holds your banks."
            )


def check(text: str, name: str, texts: dict[str, str], folder: Path | None = None) -> LoadedBank:
    """A bank that isn't in a file: what loading it would find, with these texts of its sources.

    Its images are looked for in `folder`; without one none of them is there.
    """
    reading = parse(text, name)
    images: tuple[ImageFile, ...] = ()
    problems: Iterable[Problem] = missing_images(reading.images)
    if folder is not None:
        images, problems = find_images(folder, reading.images)
    reading = _checked(reading, texts, problems)
    digest = sha256(text.encode("utf-8", errors="replace")).hexdigest()
    return LoadedBank(name, reading.bank, reading.problems, text, digest, images)


def _checked(reading: Reading, texts: dict[str, str], found: Iterable[Problem]) -> Reading:
    if reading.bank is None:
        return reading
    reading = reading.with_problems((*check_evidence(reading.bank, texts), *found))
    assert reading.bank is not None
    return reading.with_problems(lint(reading.bank, texts))


def _is_markdown(name: str) -> bool:
    return name.lower().endswith(".md") and not name.startswith(".")


def _misnamed(name: str) -> Problem:
    sentence = (
        f"{name!r} isn't a bank's name, so nobody sees it. Use at most 64 small letters, "
        "digits and hyphens before .md, or move it to another folder."
    )
    return Problem(1, 1, "bank-name", sentence)
