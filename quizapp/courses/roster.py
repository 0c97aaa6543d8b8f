"""A roster file's text to rows and problems by line; pure.

The first line names the columns, in any order and in the spellings of usual exports; commas,
semicolons or tabs part them.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.accounts.names import UnfitLogin, UnfitName, fit_login, fit_name, has_hidden_characters
from quizapp.errors import TooLarge, UserError

MOST_BYTES = 256_000
MOST_LINES = 5_000  # that hold something; others wait while one roster is written
LONGEST_NUMBER = 64
LEAST_PERCENT, MOST_PERCENT = 100, 1000  # of the time that others have
TOO_MANY_CELLS = "It has more cells than the first line. Put a cell that holds a comma in quotes."
LARGEST_FACTOR = MOST_PERCENT // 100

NAME, FIRST, LAST, EMAIL, LOGIN, NUMBER, TIME = (
    "name", "first name", "last name", "email", "username", "student number", "extra time",
)  # fmt: skip
SPELLINGS: dict[str, tuple[str, ...]] = {
    NAME: ("name", "fullname", "student", "studentname", "displayname"),
    FIRST: ("firstname", "givenname", "forename", "first"),
    LAST: ("lastname", "familyname", "surname", "last"),
    EMAIL: ("email", "emailaddress", "mail", "mailaddress"),
    LOGIN: ("username", "login", "loginid", "user", "userid", "sisloginid", "account"),
    NUMBER: (
        "studentnumber", "studentno", "studentid", "number", "idnumber", "id", "sisuserid",
        "matriculationnumber", "matriculation", "matric", "orgdefinedid",
    ),
    TIME: (
        "extratimefactor", "extratime", "timefactor", "factor", "time", "timepercent",
        "extratimepercent", "timeinpercent", "accommodation",
    ),
}  # fmt: skip


class UnreadableRoster(UserError):
    """The file as a whole can't be read; the text says how to mend it."""


class NotAFactor(UserError):
    """Not an extra-time factor."""

    def __init__(self) -> None:
        super().__init__(
            f"Type the time in percent of what others have, from {LEAST_PERCENT} to "
            f"{MOST_PERCENT}: 150 is half as long again. A factor like 1.5 is fine, too."
        )


@dataclass(frozen=True)
class RosterRow:
    """A person as the file has them."""

    line: int
    name: str
    login: str
    number: str = ""  # "": the file doesn't say
    percent: int | None = None  # None: the file doesn't say


@dataclass(frozen=True)
class RosterProblem:
    """A line that can't be used, and why."""

    line: int
    message: str


@dataclass(frozen=True)
class Roster:
    """What a file says: people, and the lines that nobody can use."""

    rows: tuple[RosterRow, ...]
    problems: tuple[RosterProblem, ...]


def decode_roster(content: bytes) -> str:
    """The text of a file; raises TooLarge and UnreadableRoster."""
    if len(content) > MOST_BYTES:
        raise TooLarge("That is larger than 256 kB. Leave out columns that aren't needed.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableRoster(
            "The file isn't UTF-8 text. Save it in your spreadsheet as “CSV UTF-8”, "
            "then choose it again."
        ) from None


def read_roster(text: str) -> Roster:
    """The people of a roster; raises TooLarge and UnreadableRoster."""
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise TooLarge("That is larger than 256 kB. Leave out columns that aren't needed.")
    records = list(_records(text.removeprefix("\ufeff")))
    if not records:
        raise UnreadableRoster("There is nothing in it. Its first line names the columns.")
    if len(records) > MOST_LINES:
        raise TooLarge(f"It has more than {MOST_LINES:,} lines. Split it into several files.")
    header = records[0][1]
    columns = _columns(header)
    found = [
        RosterProblem(line, TOO_MANY_CELLS)
        if any(cells[len(header) :])
        else _read_line(line, cells, columns)
        for line, cells in records[1:]
    ]
    return _without_repeats(found)


def read_percent(typed: str) -> int | None:
    """150, 150%, 1.5 and 1,5 as 150; None for nothing. Raises NotAFactor."""
    text = typed.strip().lower()
    if not text:
        return None
    match = re.fullmatch(r"x?([0-9]{1,4})(?:[.,]([0-9]{1,4}))?\s*(%?)x?", text, re.ASCII)
    if match is None:
        raise NotAFactor
    value = Fraction(f"{match[1]}.{match[2] or 0}")
    percent = value if match[3] or value > LARGEST_FACTOR else value * 100
    if percent.denominator != 1 or not LEAST_PERCENT <= percent <= MOST_PERCENT:
        raise NotAFactor
    return int(percent)


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record that isn't empty, with the line where it begins."""
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=_delimiter(text), skipinitialspace=True, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error:
        raise UnreadableRoster(
            f"Line {line}: the quotation marks don't match. A cell that begins with one ends "
            "with one, and one inside it is doubled."
        ) from None


def _delimiter(text: str) -> str:
    """Whichever sign parts the first line most often."""
    first = next(iter(text.strip("\r\n").splitlines()), "")
    return max(",;\t", key=first.count)


def _columns(header: Sequence[str]) -> Mapping[str, int]:
    """Where each column is; the first one counts of those that mean the same."""
    spelled = {word: column for column, words in SPELLINGS.items() for word in words}
    found: dict[str, int] = {}
    for at, title in enumerate(header):
        column = spelled.get(re.sub(r"[\W_]", "", title.casefold()))
        if column is not None:
            found.setdefault(column, at)
    _ensure_enough(found)
    return found


def _ensure_enough(found: Mapping[str, int]) -> None:
    has_name = NAME in found or (FIRST in found and LAST in found)
    has_login = EMAIL in found or LOGIN in found
    if not (has_name and has_login):
        missing = "name" if has_login else "email or username" if has_name else ""
        what = f"has no column “{missing}”" if missing else "doesn't name the columns"
        raise UnreadableRoster(
            f"The first line {what}. It should read: name, email, student number, extra time. "
            "The last two may be left out, and username can stand for email."
        )


def _read_line(
    line: int, cells: Sequence[str], columns: Mapping[str, int]
) -> RosterRow | RosterProblem:
    given = {column: cells[at] for column, at in columns.items() if at < len(cells)}
    name = given.get(NAME) or f"{given.get(FIRST, '')} {given.get(LAST, '')}"
    try:
        return RosterRow(
            line=line,
            name=fit_name(name),
            login=fit_login(given.get(EMAIL) or given.get(LOGIN, "")),
            number=_fit_number(given.get(NUMBER, "")),
            percent=read_percent(given.get(TIME, "")),
        )
    except UnfitName:
        return RosterProblem(
            line, "The name is missing, too long, or holds an invisible character."
        )
    except UnfitLogin:
        return RosterProblem(line, "The email or username is missing, or can't be one.")
    except UserError as error:
        return RosterProblem(line, str(error))


def _fit_number(number: str) -> str:
    if len(number) > LONGEST_NUMBER or has_hidden_characters(number):
        raise UnreadableRoster(f"The student number has at most {LONGEST_NUMBER} plain characters.")
    return number


def _without_repeats(found: Sequence[RosterRow | RosterProblem]) -> Roster:
    """Of lines with the same login the first one counts."""
    rows: dict[str, RosterRow] = {}
    problems = []
    for each in found:
        if isinstance(each, RosterProblem):
            problems.append(each)
        elif each.login in rows:
            first = rows[each.login].line
            problems.append(RosterProblem(each.line, f"{each.login} is on line {first} already."))
        else:
            rows[each.login] = each
    return Roster(tuple(rows.values()), tuple(problems))
