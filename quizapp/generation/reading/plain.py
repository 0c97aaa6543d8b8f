"""Plain text, of an article or a model, as Markdown that says the same and means nothing more."""

import re
import unicodedata

_JOINERS = "\u200c\u200d"  # letters of some scripts and parts of an emoji need them
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SIGN = re.compile(
    r"[\\`\[\]|]"
    r"|<(?=[!/?A-Za-z])"  # a tag, a comment or an address
    r"|&(?=#|[A-Za-z][A-Za-z0-9]*;)"  # a character by its name
    r"|\((?=\s?[xXхХ×✓✔]?\s?\))"  # a mark
    r"|(?<!\s)\*|\*(?!\s|$)"  # between spaces a star is a star
)
_LINE = re.compile(r"(?<=[^\s_])_+")  # after a space it may begin emphasis, but nothing ends it
_RUN = re.compile("_+")  # one alone has no other to make emphasis with
_ONLY_LINE = re.compile(r"[_\s]*")
_GAP_FIRST = re.compile(r"____(?=[ ',])")
_BEGINNING = re.compile(r"(?=[#>=!~*_(]|[+-](?!\d))|\d{1,9}(?=[.)](?!\d))|[A-Za-z]{1,2}(?=\))")
_FOREIGN_BEGINNING = re.compile(r"[•‣–—（［]")  # a backslash doesn't help against these


def one_line(text: str) -> str:
    """The words of a text with single spaces, without characters that nobody sees."""
    line = " ".join(text.split())
    seen = "".join(char for char in line if char in _JOINERS or not is_unseen(char))
    return " ".join(seen.split())


def is_unseen(char: str) -> bool:
    """Whether nobody sees it: a control or format character, or one that means nothing."""
    return unicodedata.category(char) in _UNSEEN


def plain_to_markdown(text: str) -> str:
    """The words of `text` on one line, for a heading, an option, a quote or a table's cell.

    Only what Markdown or a bank would take for a sign gets a backslash: people read and edit it.
    """
    line = one_line(text)
    escaped = _SIGN.sub(lambda sign: f"\\{sign.group()}", line)
    if len(_RUN.findall(escaped)) > 1 or _ONLY_LINE.fullmatch(escaped):
        escaped = _LINE.sub(lambda run: _line(run, escaped), escaped)
    elif _GAP_FIRST.match(escaped):
        return escaped
    return _with_safe_beginning(escaped)


def _line(run: re.Match[str], text: str) -> str:
    """A run of _ behind a character; inside a word it stays as it is."""
    before, after = text[run.start() - 1], text[run.end() : run.end() + 1]
    if before.isalnum() and after.isalnum():
        return run.group()
    return "\\_" * len(run.group())


def _with_safe_beginning(line: str) -> str:
    """`line` so that at the start of a paragraph or of a list's item it is text."""
    if found := _FOREIGN_BEGINNING.match(line):
        return f"&#{ord(found.group())};{line[1:]}"
    if found := _BEGINNING.match(line):
        return f"{found.group()}\\{line[found.end() :]}"
    return line
