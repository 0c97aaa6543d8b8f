"""Numbers as authors and students write them; every value is an exact fraction.

Lengths and exponents are bounded, so that no text takes long to read or grows into a huge number.
"""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

LONGEST = 60  # characters of a number
GREATEST_EXPONENT = 300

FILE_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>\d{1,3}(?:(?P<group>[, ])\d{3})(?:(?P=group)\d{3})*|\d*)"
    r"(?:\.(?P<decimals>\d+))?(?:[eE](?P<exponent>[+-]?\d{1,3}))?"
)
STUDENT_NUMBER = re.compile(
    r"(?P<sign>[+-]?) ?(?P<digits>[\d.,' ]+?) ?(?:[eE] ?(?P<exponent>[+-]? ?\d{1,3}))?"
)
TIMES_TEN = re.compile(r" ?[x×*·⋅] ?10 ?\^ ?([+-]?\d+)$")
POWER_OF_TEN = re.compile(r"^([+-]?)10 ?\^ ?([+-]?\d+)$")
GROUPED = {
    mark: re.compile(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+")
    for mark in (",", ".", " ", "'")
}

COMMA_LANGUAGES = frozenset(
    re.split(
        r"\s+",
        "af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk ky lt lv mk nb nl "
        "nn no pl pt ro ru sk sl sq sr sv tr uk uz vi",
    )
)
POINT_REGIONS = re.compile("(de|it)-ch|de-li|es-(mx|us|pr|do|gt|hn|ni|pa|sv)")

ReadingName = Literal["grouped", "decimal"]
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_SUPERSCRIPT_RUN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_SPELLINGS = str.maketrans({"−": "-", "–": "-", "’": "'", "٫": ".", "٬": "'", "＋": "+"})


@dataclass(frozen=True)
class Interval:
    """The numbers from `low` to `high`, both included; `centre` is the one to name."""

    low: Fraction
    high: Fraction
    centre: Fraction


@dataclass(frozen=True)
class Reading:
    """One way to read what a student wrote, in words that leave no doubt."""

    name: ReadingName
    number: Fraction
    words: str


def has_decimal_commas(language: str) -> bool:
    """Whether people who write `language` (a tag such as de-CH) put a comma before decimals."""
    tag = language.lower().replace("_", "-")
    return tag.split("-")[0] in COMMA_LANGUAGES and not POINT_REGIONS.fullmatch(tag)


def plain(text: str) -> str:
    """`text` with one spelling of each digit, sign and space, and powers written with ^."""
    raised = _SUPERSCRIPT_RUN.sub(lambda run: "^" + run[0].translate(_SUPERSCRIPTS), text)
    folded = unicodedata.normalize("NFKC", raised).translate(_SPELLINGS)
    digits = "".join(
        str(unicodedata.decimal(character, character)) if not character.isascii() else character
        for character in folded
    )
    return " ".join(digits.split())


def _scaled(sign: str, digits: str, exponent: str | None) -> Fraction | None:
    """`digits` holds at most one point."""
    power = int((exponent or "0").replace(" ", ""))
    if abs(power) > GREATEST_EXPONENT:
        return None
    whole, _, decimals = digits.partition(".")
    number = Fraction(int(whole + decimals), 10 ** len(decimals)) * Fraction(10) ** power
    return -number if sign == "-" else number


def read_number(text: str) -> Fraction | None:
    """A number in a file: the point is the decimal mark; commas and spaces group by threes."""
    found = FILE_NUMBER.fullmatch(plain(text)) if len(text) <= LONGEST else None
    if found is None or not (found["whole"] or found["decimals"]):
        return None
    whole = re.sub("[, ]", "", found["whole"])
    return _scaled(found["sign"], f"{whole}.{found['decimals'] or ''}", found["exponent"])


@lru_cache(maxsize=10_000)
def read_interval(text: str) -> Interval | None:
    """A number, `number +- tolerance`, `number +- n %` or `low .. high`; None for anything else."""
    if len(text) > 3 * LONGEST:
        return None
    written = plain(text).replace("±", "+-").replace("+/-", "+-")
    if ".." in written:
        low, high = map(read_number, written.split("..", 1))
        if low is None or high is None:
            return None
        return Interval(low, high, (low + high) / 2)
    number_text, mark, tolerance_text = written.partition("+-")
    number = read_number(number_text.strip())
    tolerance = _read_tolerance(tolerance_text.strip(), number) if mark else Fraction(0)
    if number is None or tolerance is None:
        return None
    return Interval(number - tolerance, number + tolerance, number)


def _read_tolerance(text: str, number: Fraction | None) -> Fraction | None:
    size = read_number(text.removesuffix("%").strip())
    if size is None or size < 0 or number is None:
        return None
    return abs(number) * size / 100 if text.endswith("%") else size


def decimal_text(number: Fraction) -> str:
    """A number with finitely many decimals, written so that a file and a student may write it."""
    power = 0
    while number.denominator != 1:
        number, power = number * 10, power - 1
    sign, digits = ("-" if number < 0 else ""), str(abs(number.numerator))
    if power < 0 and len(digits) <= 30 and power > -30:
        digits = digits.rjust(1 - power, "0")
        return f"{sign}{digits[:power]}.{digits[power:]}"
    shorter = digits.rstrip("0") or "0"
    if len(digits) > 30:
        power, digits = power + len(digits) - len(shorter), shorter
    return f"{sign}{digits}" + (f"e{power}" if power else "")


def readings(text: str, *, decimal_commas: bool, unit: str = "") -> tuple[Reading, ...]:
    """What a student's `text` may mean: nothing, one number, or two.

    Either decimal mark is read. Where the language puts a comma before decimals, `1,234` and
    `1.234` may each be a thousand or about one; elsewhere the point decides.
    """
    if len(text) > LONGEST + len(unit):
        return ()
    number = _without_unit(plain(text), unit)
    number = POWER_OF_TEN.sub(r"\g<1>1e\2", TIMES_TEN.sub(r"e\1", number))
    found = STUDENT_NUMBER.fullmatch(number)
    if found is None:
        return ()
    by_point, by_comma = (_read_marked(found, mark) for mark in ".,")
    if by_point is None or by_comma is None or by_point.number == by_comma.number:
        return tuple(reading for reading in (by_point or by_comma,) if reading)
    if not decimal_commas:
        return (by_point,)
    return tuple(sorted((by_point, by_comma), key=lambda reading: reading.name, reverse=True))


def _without_unit(text: str, unit: str) -> str:
    """`text` without a percent sign or the unit, before or after it, in any case."""
    for ending in (plain(unit), "%"):
        if ending and text.casefold().endswith(ending.casefold()):
            return text[: -len(ending)].strip()
        if ending and ending != "%" and text.casefold().startswith(ending.casefold()):
            return text[len(ending) :].strip()
    return text


def _read_marked(found: re.Match[str], mark: str) -> Reading | None:
    """The number if `mark` stands before its decimals and any other separator groups."""
    digits = found["digits"].strip()
    whole, decimal_mark, decimals = digits.partition(mark)
    separators = set(whole) - set("0123456789")
    if len(separators) > 1 or not (whole + decimals) or not (decimals or "0").isdecimal():
        return None
    if separators and not GROUPED[separators.copy().pop()].fullmatch(whole):
        return None
    plain_whole = "".join(character for character in whole if character.isdecimal())
    number = _scaled(found["sign"], f"{plain_whole}.{decimals}", found["exponent"])
    if number is None:
        return None
    name: ReadingName = "decimal" if decimal_mark else "grouped"
    words = f"{plain_whole} and {decimals}/1000" if decimal_mark else plain_whole
    power = f" × 10^{found['exponent']}" if found["exponent"] else ""
    return Reading(name, number, f"{found['sign']}{words}{power}")
