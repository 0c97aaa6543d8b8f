"""Forms of verbs that a question needs: a participle's simple past, an auxiliary's full word."""

from quizapp.generation.english.verbs import base_of as known_base
from quizapp.generation.parsing.trees import Token

_FULL = {
    "ca": "can", "wo": "will", "sha": "shall", "'ll": "will", "'re": "are", "'m": "am",
    "'ve": "have", "n't": "not",
}  # fmt: skip
_IRREGULAR = """\
arise arose arisen
bear bore borne
beat beat beaten
become became become
begin began begun
bite bit bitten
blow blew blown
break broke broken
choose chose chosen
come came come
do did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
fly flew flown
forbid forbade forbidden
foresee foresaw foreseen
forget forgot forgotten
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hide hid hidden
know knew known
lie lay lain
mistake mistook mistaken
outdo outdid outdone
overcome overcame overcome
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
prove proved proven
rewrite rewrote rewritten
ride rode ridden
ring rang rung
rise rose risen
run ran run
see saw seen
sew sewed sewn
shake shook shaken
show showed shown
shrink shrank shrunk
sing sang sung
sink sank sunk
speak spoke spoken
spring sprang sprung
steal stole stolen
swear swore sworn
swell swelled swollen
swim swam swum
take took taken
tear tore torn
throw threw thrown
undergo underwent undergone
undertake undertook undertaken
wake woke woken
wear wore worn
weave wove woven
withdraw withdrew withdrawn
write wrote written
"""
_PAST = {line.split()[2]: line.split()[1] for line in _IRREGULAR.splitlines()}


def past_of(participle: Token) -> str:
    """The simple past of a verb that stands as a participle: written, wrote."""
    word = participle.text.lower()
    return _PAST.get(word, word)


def base_of(verb: Token) -> str:
    """What follows do: the verb's own form, in small letters."""
    word = verb.text.lower()
    if verb.tag not in ("VBD", "VBZ"):
        return verb.lemma.lower()
    return known_base(word) or verb.lemma.lower()  # a tagger's lemma of hoped may be hop


def full_form(auxiliary: Token) -> str:
    """An auxiliary written out: ca of can't, 's as is or has."""
    word = auxiliary.text.lower()
    if word == "'s":
        return "has" if auxiliary.lemma == "have" else "is"
    if word == "'d":
        return "had" if auxiliary.lemma == "have" else "would"
    return _FULL.get(word, word)


def do_support(verb: Token) -> str:
    """The form of do that asks for a verb of this tag."""
    return {"VBD": "did", "VBN": "did", "VBZ": "does"}.get(verb.tag, "do")
