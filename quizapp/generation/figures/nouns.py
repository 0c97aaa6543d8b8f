"""Which noun a number counts, told by the forms of words alone."""

from dataclasses import dataclass

from quizapp.generation.english.verbs import base_of
from quizapp.generation.english.words import word_set
from quizapp.generation.figures.tokens import Tokens

WITHOUT_S = word_set(
    "people men women children troops police personnel cattle sheep deer fish salmon trout feet "
    "teeth mice geese aircraft spacecraft staff criteria media bacteria alumni fungi larvae "
    "phenomena crew bison offspring poultry livestock cod oxen lice vertebrae"
)
ENDINGS_WITHOUT_S = ("men", "women", "children", "people", "folk")
WITH_S_IN_SINGULAR = word_set(
    "is was has does this his its us as thus plus versus perhaps always yes across towards "
    "sometimes besides afterwards unless whereas news was gas bus campus status virus census "
    "process progress success access business congress class loss mass pass crisis basis "
    "analysis less ours theirs hers yours else's years' politics economics mathematics physics "
    "means says shows makes gives takes needs remains comes goes costs stands sits "
    "les des los las kansas texas paris illinois athens james charles"
)
# No noun that a number before them counts is beyond these words.
STOPS = word_set(
    "a an the and or but nor so yet if that which who whom whose when where while because than "
    "then there of in on at by for from with without to into onto over under about against "
    "between among through during before after since until till upon within per as like via "
    "is are was were be been being am has have had do does did will would can could may might "
    "must shall should not no it he she they we you i him her them their its his our my your "
    "this these those such each every both all any some only just even also still already ago "
    "later earlier out up down off away back again together however"
)
LONGEST = 5  # words from the number to the noun


@dataclass(frozen=True)
class Noun:
    """What is counted: `text` is "Belarusian volunteers", `head` is "volunteers"."""

    text: str
    head: str
    end: int  # the token after it


def is_plural(word: str) -> bool:
    """Whether a word looks like a noun in the plural."""
    word = word.lower()
    if word in WITHOUT_S or word.endswith(ENDINGS_WITHOUT_S):
        return True
    if "'" in word or len(word) < 3 or word in WITH_S_IN_SINGULAR or word in STOPS:
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


def counted_noun_at(tokens: Tokens, index: int) -> Noun | None:
    """The noun counted by a number that ends there; None if none can be told."""
    if tokens.is_glued(index):
        return None
    end = _end_of_plurals(tokens, index)
    if end is None:
        return None
    return Noun(tokens.between(index, end), tokens.raw(end - 1), end)


def _end_of_plurals(tokens: Tokens, index: int) -> int | None:
    """Behind the first plural and those right behind it: civil rights activists."""
    at, end = index, None
    while at - index < LONGEST and _continues(tokens, at):
        at += 1
        while tokens.is_hyphen(at):
            at += 2
        word = tokens.raw(at - 1)
        if not is_plural(word) and end is not None:
            return end
        if end is not None and base_of(word) is not None:
            return end  # the verb: 18,500 members own, a firm with 20 members owns
        end = at if is_plural(word) else None
        if word.lower() == "times":
            return end
    return end


def _continues(tokens: Tokens, at: int) -> bool:
    token = tokens.at(at)
    return token is not None and token.is_word and tokens.word(at) not in STOPS
