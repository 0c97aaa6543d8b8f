"""A claim turned into its contrary: few for many, can for can't."""

import re

_PAIRS = (
    ("too few", "too many"), ("more than", "less than"), ("nobody", "everybody"),
    ("fewer", "more"), ("few", "many"), ("less", "more"),
    ("little", "much"), ("lower", "higher"), ("low", "high"), ("smaller", "larger"),
    ("hard", "easy"), ("harder", "easier"), ("difficult", "easy"), ("cheap", "expensive"),
    ("cheaper", "more expensive"), ("weak", "strong"), ("weaker", "stronger"),
    ("weakened", "strengthened"), ("weaken", "strengthen"), ("slow", "fast"),
    ("slower", "faster"), ("rose", "fell"), ("rising", "falling"), ("rise", "fall"),
    ("risen", "fallen"), ("grew", "shrank"), ("growing", "shrinking"), ("increased", "decreased"),
    ("increase", "decrease"), ("gained", "lost"), ("gain", "lose"), ("closed", "opened"),
    ("popular", "unpopular"), ("safe", "dangerous"), ("safer", "more dangerous"),
    ("better", "worse"), ("good", "poor"), ("old", "new"), ("older", "newer"),
    ("ageing", "young"), ("aging", "young"), ("warmer", "colder"), ("warm", "cold"),
    ("shortage of", "surplus of"), ("a lack of", "a surplus of"), ("lack of", "plenty of"),
    ("thick", "thin"), ("thicker", "thinner"),
    ("early", "late"), ("shorter", "longer"), ("help", "harm"), ("helps", "harms"),
    ("support", "oppose"), ("likely", "unlikely"), ("possible", "impossible"),
    ("reinvigorate", "weaken"), ("too hard", "too gently"), ("no longer", "still"),
)  # fmt: skip
_ONE_WAY = ("young", "late")  # whose own contrary would rather be another word
_OPPOSITES = dict(_PAIRS) | {other: one for one, other in reversed(_PAIRS) if other not in _ONE_WAY}
_WORDS = re.compile(
    r"(?<!\ba )(?<![\w-])("
    + "|".join(sorted(map(re.escape, _OPPOSITES), key=len, reverse=True))
    + r")(?![\w-])",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(is|are|was|were|has|have|had|can|could|will|would|should|does|do|did|may|might)"
    r"(?:n't| not)\b|\b(can)not\b|\b(wo)n't\b"
)
_SHORTENED = re.compile(r"\b(?:can't|won't|don't|doesn't|didn't)\b")
_LONG = {"can't": "can", "won't": "will"}
_NONE = re.compile(r"\b(has|had) (no )(?=\w+[^s\W](?:[.,]|$))")
_NEGATIVE = re.compile(r"\b(?:not|no|never|nothing|none|neither)\b", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|has|have|had|can|could|will|would|may|might)\b( already\b)?"
)


def opposite_of(claim: str) -> str | None:
    """The claim with one word turned round, or with a "not" more or less; None if neither fits."""
    for turn in (_without_negation, _with_opposite, _with_negation):
        turned = turn(claim)
        if turned is not None:
            return turned
    return None


def _without_negation(claim: str) -> str | None:
    if match := _SHORTENED.search(claim):
        plain = _LONG.get(match.group())
        if plain is None:
            return None  # "doesn't grow" would need another form of the verb
        return claim[: match.start()] + plain + claim[match.end() :]
    match = _NEGATION.search(claim)
    if match is None or match.group(1) in ("do", "does", "did"):
        return None
    return claim[: match.start()] + (match.group(1) or match.group(2)) + claim[match.end() :]


def _with_opposite(claim: str) -> str | None:
    match = _WORDS.search(claim)
    if match is None:
        return None
    word = _OPPOSITES[match.group().lower()]
    if match.group()[0].isupper():
        word = word[0].upper() + word[1:]
    return claim[: match.start()] + word + claim[match.end() :]


def _with_negation(claim: str) -> str | None:
    if match := _NONE.search(claim):
        return f"{claim[: match.start(2)]}a {claim[match.end(2) :]}"
    match = _AUXILIARY.search(claim)
    if match is None or _SHORTENED.search(claim) or _NEGATIVE.search(claim):
        return None
    added = " not yet" if match.group(2) else " not"
    return claim[: match.end(1)] + added + claim[match.end() :]
