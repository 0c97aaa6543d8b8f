"""How a reason reads behind "because of", and an aim behind "to"."""

import re

from quizapp.generation.english.verbs import BASES

_SO_THAT_WHO = re.compile(
    r"(?P<who>.+?) (?P<modal>could|can|would|will|might|may|do|does) (?P<deed>(?:not )?[a-z].*)"
)
_BARE = ("lack of", "want of", "fear of", "fear that")


def phrase_of(said: str) -> str:
    """What stands behind "because of": a lack of steel, of "lack of steel" or "lacking steel"."""
    first, _, rest = said.partition(" ")
    noun = {"fearing": "fear", "lacking": "lack"}.get(first.lower(), "")
    if noun:
        return f"a {noun} {rest}" if rest.startswith("that ") else f"a {noun} of {rest}"
    return f"a {said}" if said.startswith(_BARE) else said


def aim_of(said: str, *, is_plural: bool) -> str:
    """What somebody wants to do, of what stands behind "to" or "so that"."""
    match = _SO_THAT_WHO.fullmatch(said)
    is_inside = match is not None and match["who"].endswith((" that", " which", " who"))
    if match is None or (is_inside and said.partition(" ")[0] in BASES):
        return said
    who, modal, deed = match["who"], match["modal"], match["deed"]
    if modal not in ("can", "could", "may", "might") or deed.startswith("not "):
        return f"make sure that {who} {modal} {deed}"
    is_same = who in ("he", "she", "they" if is_plural else "it")
    return deed if is_same else f"allow {who} to {deed}"
