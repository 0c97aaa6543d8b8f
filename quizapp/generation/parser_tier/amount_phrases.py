"""The words that ask for an amount: about how many volunteers, what percentage of households."""

from quizapp.generation.english.words import word_set
from quizapp.generation.figures.hedges import ROUGH
from quizapp.generation.findings import Figure
from quizapp.generation.parsing.figure_places import Place
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.parsing.wording import Wording

_CHANGES = word_set(
    "rise fall grow drop decline climb increase decrease shrink widen narrow jump plunge surge "
    "slip gain lose expand soar tumble slide sink reduce cut raise lower boost outpace exceed"
)
_WHOLES = word_set("among of in")
_REACHING = word_set("pass exceed reach hit top cross near approach")
_BEHIND = word_set("prep relcl acl npadvmod advmod advcl")
_NEVER_COUNTED = word_set("times time ways reasons")


def says_unit(figure: Figure) -> bool:
    """Whether a question for the figure says its unit."""
    is_amount = figure.kind not in ("date", "year") and not _is_money(figure)
    return is_amount and bool(figure.unit) and not is_percentage(figure)


def is_percentage(figure: Figure) -> bool:
    return figure.unit in ("percent", "share")


def _is_money(figure: Figure) -> bool:
    return figure.kind == "money" or any(sign in figure.text for sign in "$£€")


def phrase_for(place: Place, wording: Wording, *, with_all: bool) -> str:
    """The words that ask for it, "about how many volunteers"; "" where none fit."""
    figure = place.figure
    if is_percentage(figure):
        return _percentage(place, wording)
    if _is_money(figure):
        is_mark = place.clause.verb.lemma in _REACHING and place.top.dep == "dobj"
        return "" if is_mark else _hedged(figure, place, "how much")
    of = place.sentence.child(place.top, "prep")
    if place.top.tag == "CD" and of is not None and of.text == "of":
        whole = wording.say(place.sentence, place.sentence.subtree(of), place.clause)
        return _hedged(figure, place, f"how many {whole}") if whole else ""
    if not figure.unit:
        return (
            "what"
            if place.top.dep == "attr" and place.top == getattr(place.part, "head", 0)
            else ""
        )
    noun = _noun(place, wording, with_all=with_all)
    return _hedged(figure, place, f"how many {noun}") if noun else ""


def _percentage(place: Place, wording: Wording) -> str:
    figure, top, sentence = place.figure, place.top, place.sentence
    of = next((each for each in sentence.children(top, ("prep",)) if each.text == "of"), None)
    fraction = "what share" if of is not None else "what fraction"
    asked = fraction if figure.unit == "share" else "what percentage"
    if of is not None:
        whole = wording.say(sentence, sentence.subtree(of), place.clause)
        return _hedged(figure, place, f"{asked} {whole}") if whole else ""
    if top.dep in ("nsubj", "nsubjpass"):
        whole = _whole_before(place, wording)
        return _hedged(figure, place, f"{asked} {whole}".strip()) if whole is not None else ""
    if top.dep == "pobj":
        return _hedged(figure, place, asked)
    if place.clause.verb.lemma in _CHANGES and top.dep in ("dobj", "npadvmod", "oprd"):
        return f"by {_hedged(figure, place, asked)}"
    return "what" if top.dep == "attr" else ""


def _whole_before(place: Place, wording: Wording) -> str | None:
    """Of whom it is a share: said in front of it ("among those under 35, "), else unknown."""
    fronts = [part for part in place.clause.front if part.head.text.lower() in _WHOLES]
    said = [wording.say(place.sentence, part.tokens, place.clause) for part in fronts]
    if any(said):
        return ""
    is_plural = place.clause.verb.tag in ("VBP", "VBD") or place.clause.verb.tag == "VB"
    return wording.wholes.get(place.sentence.number) if is_plural else None


def _noun(place: Place, wording: Wording, *, with_all: bool) -> str:
    """What is counted, without article and number."""
    sentence, top = place.sentence, place.top
    if top.tag == "CD" or top.lemma in _NEVER_COUNTED or top.text in _NEVER_COUNTED:
        return ""
    if sentence.child(top, "poss") or _has_conjunct(sentence, top):
        return ""
    determiner = sentence.child(top, "det")
    if determiner and place.figure.kind == "count":
        return ""
    amount_end = place.figure.start + len(place.figure.amount)
    out = {
        each.index
        for each in sentence.children(top)
        if not with_all and goes_behind(sentence, each)
    }
    kept = [t for t in sentence.subtree(top, ()) if t.start >= amount_end and t.dep != "neg"]
    gone = {t.index for index in out for t in sentence.subtree(sentence.tokens[index])}
    kept = [t for t in kept if t.index not in gone]
    noun = wording.say(sentence, kept, place.clause) or ""
    if top.tag == "NN" and "-" in noun:
        return ""
    if top.tag == "NN" and place.figure.unit.split():
        noun = noun.replace(top.text, place.figure.unit.split()[-1], 1)  # one ton: how many tons
    return noun


def _has_conjunct(sentence: ParsedSentence, top: Token) -> bool:
    """Whether another number is told beside it; ", or 3 percent" says the same otherwise."""
    second = sentence.child(top, "conj")
    if second is None:
        return False
    words = sentence.subtree(second)
    before = [t.text for t in sentence.tokens[top.index + 1 : words[0].index]]
    return "or" not in before and any(t.tag in ("CD", "PRP$") for t in words)


def goes_behind(sentence: ParsedSentence, child: Token) -> bool:
    """What describes the noun but can follow the verb: people [...] on late shifts."""
    return child.dep in _BEHIND and child.text != "of" and not _is_rate(sentence, child)


def _is_rate(sentence: ParsedSentence, child: Token) -> bool:
    """Whether it is the "a year" of so many visitors a year."""
    own = sentence.child(child, "det")
    return child.dep == "npadvmod" and own is not None and own.text in ("a", "an")


def _hedged(figure: Figure, place: Place, phrase: str) -> str:
    is_about = figure.hedge in ROUGH or figure.hedge.endswith("estimated")
    hedge = "about" if is_about else figure.hedge
    before = place.words[0].index - 1
    if hedge not in ("", "about", "a mere"):
        return ""  # as much as 300 buses, at least 20: others may be true as well
    if hedge and place.sentence.head(place.top).text.lower() == hedge:
        hedge = ""  # it is the preposition that goes before the phrase
    tokens = [token.text.lower() for token in place.sentence.tokens[: before + 1]]
    if tokens[-2:] == ["or", "minus"]:
        return ""
    if tokens[-1:] == ["minus"]:
        phrase = phrase.replace("how many", "minus how many")
    return f"{hedge} {phrase}" if hedge else phrase
