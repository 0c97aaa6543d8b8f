"""The units that figures come in, as tables, and where one begins."""

from dataclasses import dataclass

from quizapp.generation.english.words import word_set
from quizapp.generation.figures.tokens import Tokens
from quizapp.generation.findings import FigureKind

CURRENCY_SIGNS = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen", "₹": "rupees"}
CURRENCY_LETTERS = frozenset({"US", "A", "C", "HK", "NZ", "AU", "CA"})  # before a dollar sign
CURRENCIES = word_set(
    "dollars euros yen rupees yuan rubles roubles francs pesos cents pence kronor kroner lira "
    "shillings rand won zloty hryvnias dinars guilders"
)
_OF_ONE = {"dollar": "dollars", "euro": "euros", "cent": "cents", "penny": "pence"}
DURATIONS = {
    "second": "seconds",
    "minute": "minutes",
    "hour": "hours",
    "day": "days",
    "night": "nights",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "decade": "decades",
    "century": "centuries",
}
MEASURES = {
    "kilometer": "kilometers",
    "kilometre": "kilometres",
    "meter": "meters",
    "metre": "metres",
    "centimeter": "centimeters",
    "centimetre": "centimetres",
    "millimeter": "millimeters",
    "millimetre": "millimetres",
    "mile": "miles",
    "yard": "yards",
    "foot": "feet",
    "inch": "inches",
    "acre": "acres",
    "hectare": "hectares",
    "liter": "liters",
    "litre": "litres",
    "gallon": "gallons",
    "barrel": "barrels",
    "bushel": "bushels",
    "ton": "tons",
    "tonne": "tonnes",
    "kilogram": "kilograms",
    "kilo": "kilos",
    "gram": "grams",
    "milligram": "milligrams",
    "pound": "pounds",
    "ounce": "ounces",
    "watt": "watts",
    "kilowatt": "kilowatts",
    "megawatt": "megawatts",
    "gigawatt": "gigawatts",
    "volt": "volts",
    "degree": "degrees",
    "knot": "knots",
    "calorie": "calories",
    "byte": "bytes",
    "megabyte": "megabytes",
    "gigabyte": "gigabytes",
    "terabyte": "terabytes",
    "hertz": "hertz",
    "decibel": "decibels",
    "lux": "lux",
}
ABBREVIATIONS = word_set(
    "km m cm mm kg g mg lb lbs oz ft mph kph ha kW MW GW TW kWh MWh GWh TWh Hz MHz GHz GB MB TB "
    "ml C F"
)
BEFORE_MEASURES = frozenset({"square", "cubic", "metric", "nautical"})
SCALES_OF_DEGREES = frozenset({"celsius", "fahrenheit"})
IN_A_TIME = (("per", "hour"), ("an", "hour"), ("per", "second"), ("a", "second"))
PLURALS = frozenset(DURATIONS.values()) | frozenset(MEASURES.values())


@dataclass(frozen=True)
class Unit:
    """A unit that ends before the token `end`."""

    name: str  # in the plural: "years", "square miles"
    kind: FigureKind
    end: int


def unit_at(tokens: Tokens, index: int) -> Unit | None:
    """The unit of a number that ends there."""
    return _percent(tokens, index) or _currency(tokens, index) or _measure(tokens, index)


def _percent(tokens: Tokens, index: int) -> Unit | None:
    if tokens.is_hyphen(index):
        index += 1
    word, following = tokens.word(index), tokens.word(index + 1)
    if word == "percentage" and following in ("point", "points"):
        return Unit("percentage points", "percent", index + 2)
    if word in ("%", "percent"):
        return Unit("percent", "percent", index + 1)
    if word == "per" and following == "cent":
        return Unit("percent", "percent", index + 2)
    return None


def _currency(tokens: Tokens, index: int) -> Unit | None:
    if tokens.raw(index) in ("U", "US"):  # 5 million U.S. dollars
        index += 4 if tokens.raw(index) == "U" else 1
    word = tokens.word(index)
    is_clock = tokens.raw(index + 1) == "." and tokens.is_glued(index + 2)  # 5p.m.
    if word == "p" and tokens.is_glued(index) and not is_clock:
        return Unit("pence", "money", index + 1)
    if tokens.word(index - 1) == "one":
        word = _OF_ONE.get(word, word)
    return Unit(word, "money", index + 1) if word in CURRENCIES else None


def _measure(tokens: Tokens, index: int) -> Unit | None:
    is_compound = tokens.is_hyphen(index)
    first = index + 1 if is_compound else index
    word = tokens.word(first)
    if word in DURATIONS or word in DURATIONS.values():
        return Unit(DURATIONS.get(word, word), "duration", first + 1)
    if tokens.raw(first) == "°":
        return Unit(f"°{tokens.raw(first + 1)}", "measure", first + 2)
    if tokens.raw(first) in ABBREVIATIONS and not is_compound:
        return Unit(tokens.raw(first), "measure", first + 1)
    before = f"{word} " if word in BEFORE_MEASURES else ""
    if before:
        first += 2 if tokens.is_hyphen(first + 1) else 1
        word = tokens.word(first)
    if word not in MEASURES and word not in PLURALS:
        return None
    if not is_compound and tokens.is_hyphen(first + 1) and tokens.word(first + 2) == "feet":
        return None  # acre-feet are counted like any noun
    return _lengthened(tokens, before + MEASURES.get(word, word), first + 1)


def _lengthened(tokens: Tokens, name: str, end: int) -> Unit:
    """With what belongs to it: miles per hour, degrees Celsius."""
    following = tokens.word(end)
    if name == "degrees" and following in SCALES_OF_DEGREES:
        return Unit(f"{name} {tokens.raw(end)}", "measure", end + 1)
    if tokens.is_hyphen(end) and tokens.word(end + 1) in ("hour", "hours"):
        return Unit(f"{name.removesuffix('s')}-hours", "measure", end + 2)
    if (following, tokens.word(end + 1)) in IN_A_TIME:
        return Unit(f"{name} {following} {tokens.word(end + 1)}", "measure", end + 2)
    return Unit(name, "measure", end)
