"""The base of a past tense in -ed that no table has, where its spelling leaves no doubt."""

import re

_PAIRS = frozenset({"ai", "ea", "ee", "ei", "ie", "io", "oa", "oi", "oo", "ou", "au", "ui"})
_DOUBLED = frozenset("bdgmnprt")  # stopped, planned; -ll, -ss and the like keep both
# After these an -e is gone; "released", "achieved", "caused" belong here too.
_WITH_E = (
    *("at", "iz", "uc", "nc", "rc", "rg", "dg", "v", "us", "os", "as", "is", "rs", "ns", "z"),
    *("ir", "ur", "ut", "id", "ud", "od", "ad", "ap", "ib", "im", "in", "am", "ul", "as", "os"),
    *("bl", "tl", "dl", "pl", "gl", "kl", "cl", "fl", "gu", "su", "nu", "rv", "lv"),
)
# After these nothing is.
_BARE = (
    *("ss", "ck", "sh", "ch", "x", "ay", "oy", "ey", "nt", "ct", "nd", "rd", "rt", "pt", "lt"),
    *(
        "zz",
        "tz",
        "ft",
        "ll",
        "rk",
        "lk",
        "nk",
        "sk",
        "rm",
        "rn",
        "mp",
        "lp",
        "en",
        "er",
        "ow",
        "aw",
        "ew",
    ),
)
_VOWEL = re.compile("[aeiou]")
_EXCEPTIONS = {
    "ached": "ache",
    "added": "add",
    "created": "create",
    "adhered": "adhere",
    "awed": "awe",
    "biased": "bias",
    "cached": "cache",
    "focused": "focus",
    "interfered": "interfere",
    "owed": "owe",
    "persevered": "persevere",
    "convened": "convene",
    "intervened": "intervene",
    "piqued": "pique",
    "referred": "refer",
    "veered": "veer",
    "visited": "visit",
    "edited": "edit",
    "limited": "limit",
    "credited": "credit",
    "profited": "profit",
    "exhibited": "exhibit",
    "inhabited": "inhabit",
    "prohibited": "prohibit",
    "combated": "combat",
    "examined": "examine",
    "guided": "guide",
    "panicked": "panic",
    "mimicked": "mimic",
    "trafficked": "traffic",
    "quizzed": "quiz",
    "bussed": "bus",
    "gassed": "gas",
    "dyed": "dye",
    "striped": "stripe",
    "distilled": "distill",
    "instilled": "instill",
    "pencilled": "pencil",
    "misspelled": "misspell",
    "forestalled": "forestall",
    "patrolled": "patrol",
    "controlled": "control",
    "appalled": "appall",
}


def regular_base(word: str) -> str | None:
    """Of sailed: sail; None where two bases are possible, such as of "longed"."""
    word = word.lower()
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    if not word.endswith("ed") or len(word) < 5 or "'" in word:
        return None
    stem = word[:-2]
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
        return stem[:-1]
    if stem.endswith("ell") and _VOWEL.search(stem[:-3]):
        return stem[:-1]  # levelled, compelled
    if _ends_in_two_vowels(stem):
        return stem + "e" if stem[-1] in "svzcg" else stem
    if stem.endswith(_BARE):
        return stem
    return f"{stem}e" if stem.endswith(_WITH_E) else None


def _ends_in_two_vowels(stem: str) -> bool:
    """As sail, look and treat do, before their last letter."""
    return stem[-1] not in "aeiou" and stem[-3:-1] in _PAIRS and stem[-4:-2] != "qu"
