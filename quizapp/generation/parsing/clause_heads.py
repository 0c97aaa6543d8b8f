"""What a clause behind a comma belongs to: the ship, which was built in 1962."""

from quizapp.generation.english.name_words import ROLES
from quizapp.generation.parsing.phrases import without_stray_commas
from quizapp.generation.parsing.trees import ParsedSentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_NOUNS = ("NOUN", "PROPN", "PRON", "DET")


def antecedent(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """What a clause behind a comma belongs to, without that clause; () where that isn't sure."""
    while verb.dep == "conj":
        verb = sentence.head(verb)
    noun = sentence.head(verb)
    first = sentence.subtree(verb)[0]
    is_aside = first.index > 0 and sentence.tokens[first.index - 1].text == ","
    pronoun = sentence.child(verb, *SUBJECTS)
    if pronoun is not None and pronoun.text.lower() == "who":
        noun = _person_at(sentence, noun)
        if noun.tag == "NNS" and noun.dep == "pobj" and _is_of_somebody(sentence, noun):
            return ()  # a widow with three daughters, who: she or they?
    elif noun.entity == "PERSON" and pronoun is not None:
        return ()
    elif _hangs_on_noun(sentence, noun):
        return ()  # of a plant in Monterrey, which opened: the plant or the city?
    if noun.pos not in ("NOUN", "PROPN") or not is_aside or sentence.child(noun, "conj"):
        return ()
    before = (each for each in sentence.subtree(noun, {verb.index}) if each.index < first.index)
    return without_stray_commas(before)


def _hangs_on_noun(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether it stands behind a noun's preposition: a study by the chemist Jane Roe."""
    while noun.dep == "appos":
        noun = sentence.head(noun)
    if noun.dep != "pobj":
        return False
    outer = sentence.head(sentence.head(noun))
    return outer.pos in _NOUNS or outer.dep == "acl"  # a box built by Roe


def _is_of_somebody(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether it hangs on a person: with three daughters."""
    return sentence.head(sentence.head(noun)).lemma in ROLES


def _person_at(sentence: ParsedSentence, noun: Token) -> Token:
    """The person of Lena Fairweather of Castle Point Research, who."""
    people = [each for each in sentence.ancestors(noun)[:4] if each.entity == "PERSON"]
    is_thing = noun.pos == "PROPN" and noun.entity != "PERSON"
    return people[0] if is_thing and people else noun


def is_only_verb(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether it hangs on the noun that the whole sentence hangs on, behind all others there."""
    noun = sentence.head(verb)
    is_last = sentence.children(noun, ("acl",))[-1] == verb
    while noun.dep == "appos":
        noun = sentence.head(noun)
    return is_last and noun.dep == "ROOT"
