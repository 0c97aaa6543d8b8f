"""What can't be so if a claim is: rejected for approved, the largest for the smallest."""

import re

# Each for the other, in the same form.
_PAIRS = (
    ("was rejected", "was approved"), ("were rejected", "were approved"),
    ("rejected", "accepted"), ("refused to", "agreed to"), ("refuses to", "agrees to"),
    ("banned", "permitted"), ("bans", "permits"), ("forbade", "permitted"),
    ("delayed", "sped up"), ("failed to", "managed to"), ("collapsed", "recovered"),
    ("halved", "doubled"), ("tripled", "halved"), ("supported", "opposed"),
    ("supports", "opposes"), ("strengthened", "weakened"), ("strengthens", "weakens"),
    ("improved", "got worse"), ("worsened", "got better"), ("prevented", "caused"),
    ("prevents", "causes"), ("slowed", "sped up"), ("slows", "speeds up"),
    ("softens", "hardens"), ("expanded", "shrank"), ("convicted", "acquitted"),
    ("confirmed", "contradicted"), ("confirms", "contradicts"), ("rose", "fell"),
    ("grew", "shrank"), ("fell by", "rose by"), ("increased", "decreased"),
    ("increases", "decreases"), ("widened", "narrowed"), ("deteriorated", "improved"),
    ("welcomed", "criticized"), ("welcomed", "criticised"), ("praised", "criticized"),
    ("praised", "criticised"), ("abolished", "introduced"), ("exceeded", "fell short of"),
    ("profitable", "unprofitable"), ("successful", "unsuccessful"), ("rare", "common"),
    ("unlikely", "likely"), ("impossible", "possible"), ("too small", "large enough"),
    ("no clear difference", "a clear difference"), ("no difference", "a difference"),
    ("the largest", "the smallest"), ("the biggest", "the smallest"),
    ("the longest", "the shortest"),
    ("the highest", "the lowest"), ("the deepest", "the shallowest"),
    ("the oldest", "the youngest"),
    ("the best", "the worst"), ("the first", "the last"), ("the fastest", "the slowest"),
    ("the most", "the least"), ("more than", "less than"), ("smaller", "larger"),
    ("lower", "higher"), ("faster", "slower"), ("cheaper", "more expensive"), ("safer", "riskier"),
    ("stronger", "weaker"), ("warmer", "colder"), ("longer", "shorter"), ("better", "worse"),
    ("harder", "easier"), ("earlier", "later"), ("too few", "too many"), ("too little", "too much"),
)  # fmt: skip
_OTHER: dict[str, str] = {}
for _one, _other in _PAIRS:
    _OTHER.setdefault(_one, _other)
    _OTHER.setdefault(_other, _one)
_WORDS = re.compile(
    r"(?<!no )(?<!not )\b("
    + "|".join(sorted(map(re.escape, _OTHER), key=len, reverse=True))
    + r")\b"
)
_TURNING = re.compile(
    r"(?:\b(?:not|never|no|nobody|nothing|hardly|neither|nor|unless|but)|n't)\b", re.IGNORECASE
)


def contrary_of(claim: str) -> str | None:
    """The claim with one word turned round so that both can't be true; None where none is sure."""
    found = list(_WORDS.finditer(claim))
    if len(found) != 1:
        return None
    (match,) = found
    if _TURNING.search(claim[: match.start()] + claim[match.end() :]):
        return None
    return claim[: match.start()] + _OTHER[match.group()] + claim[match.end() :]
