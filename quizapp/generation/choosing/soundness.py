"""Stems that no one would say: two times for one event, comparisons cut short, nested questions."""

import re
from collections.abc import Callable, Iterator

from quizapp.generation.clauses.subjects import PREPOSITIONS
from quizapp.generation.english.verbs import AUXILIARIES, BASES, is_finite, is_participle, is_past
from quizapp.generation.english.words import content_words, word_set

_ASKS_WHEN = re.compile(
    r"(?:[^,?]{1,60}, )?(?:when|(?:in|on|by) (?:which|what) (?:year|decade|month|season|date)) "
    r"(?:did|was|were|is|are|had|has|have|do|does|will|would) ",
    re.IGNORECASE,
)
# Another time for the same event: did the mill open in 1951, did he rule until his death.
_OTHER_TIME = re.compile(
    r" in (?:(?:early|late|mid) )?\d{4}\b(?! (?:dollars|prices))"
    r"| from \d{4} until\b| (?:until|till) (?:his|her|its|their|the) \w+\?"
)
_SUBORDINATE = re.compile(
    r" (?:that|which|who|whose|whom|where|when|what|after|before|because|than|as|to|for|of|about) "
)
_MORE = re.compile(r"\bas (?:many|much) (?!as\b)[a-z]+")
_NESTED = re.compile(
    r"(?:^|, |^(?:in|on|at|by|to|for) )(?:when|where|why|how|what|which)\b[^,?]*? "
    r"(?:did|does|do|was|were|is|are|had|has|have) (?:how|what|which|why|whether|where|when)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r" (?:said|says) (?!:|that\b|so\b|yes\b|no\b|what\b)(?P<what>[^:,\"?]+)[,.?]")
_NOT_TOLD = word_set("more goodbye nothing something anything this")


# A number of nothing: analysts expect at least one.
_BARE_NUMBER = re.compile(
    r"\b(?:at least|more than|fewer than|less than|about|only|expect|expected|need|needed|have) "
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.,?])"
)
# How many are neutral: of whom?
_UNCOUNTED = re.compile(
    r"(?:.*, )?(?:[Aa]bout )?[Hh]ow many (?:is|are|was|were|has|have|had|will|would|say|said|did)\b"
)
# To how much did the cost come, who put the loss so high: of what?
_MEASURES = r"(?:cost|costs|difference|loss|losses|total|sum|price|gap|bill|figure|number|amount)"
_OF_NOTHING = re.compile(
    rf"\b(?:did|does|do|was|were|is|are|had|has|will|would) the {_MEASURES} [a-z]+\b(?<! of)"
    rf"|\bthe {_MEASURES}\?$"
)
# Two times are asked for or told, or two sentences were taken for one.
_TWICE = re.compile(r"When [^,?]+, (?:by |since |until |on )?(?:when|what date|which date)\b")
_SPLICED = re.compile(
    r"(?:[A-Za-z]+ )?(?:how many|how much|which|what)\b[^,?]*(?<! say), (?:it|they|he|she) "
    r"(?:was|were|is|are|had|has|did)\b",
    re.IGNORECASE,
)
_WORDLESS = re.compile(
    r"(?:.*, )?(?:by|at|in|on|to|for|from|of) (?:did|was|were|do|does|is|are|has) ", re.I
)
_OF_WHAT = re.compile(r"What (?:is|was|are|were|has been|had been) the (?:[a-z-]+ ){0,2}[a-z]+\?")
_ANYBODY = re.compile(r"(?:Who|Which organization) \w+ (?:an?|the) \w+\?")
_EACH_OTHER = re.compile(
    r"(?:.*, )?(?:Who|who|Which \w+|____)\b[^,]*\b(?:each other|one another)\b"
)
_BY_PERCENT = re.compile(r"\bby (?:about )?what percentage\b.* \d[\d.]* percent\b", re.IGNORECASE)
_LONE = re.compile(
    r"(?:Most|Many|Some|Others|Both|None|Few|Several) "
    r"(?:can|could|will|would|have|had|are|were|do|did|may|might|must|should|[a-z]+ed)\b"
)
_RELATIVE_ONLY = re.compile(r"[^,?]+, which (?P<verb>\w+) [^,?]*\?")
_DESCRIBED_BY_VERB = re.compile(r".* described as .* (?:found|said|showed|reported|says|shows)\?")
_SUPERLATIVE = re.compile(
    r"\b(?:was|were|is|are|did|does|do|had|has|have) the (?:[a-z]+est|next|other) "
    r"(?P<next>[a-z]+)\b"
)
_SAID_WHERE = re.compile(r"Who (?:said|says) (?:of|in|at|to|on|about) [^:\"]*\?")
_HE_SAID = re.compile(
    r"\b(?:say|said|says), (?:it|he|she|they)\b"
    r"|^(?:[\w.'-]+ ){1,4}(?:said|says|reasoned|argued|wrote|recalled|warned), (?:the|an?)\b"
)
_HANGING = re.compile(r"(?!.*\bwhat\b).* did .* do\?", re.IGNORECASE)
_LONE_INSIDE = re.compile(
    r"\b(?:did|do|does|will|would) (?:both|most|some|others|many|few|neither) (?P<next>[a-z]+)"
)
_NO_AUXILIARY = re.compile(
    r"(?:In which (?:year|month|decade)|When|On (?:what|which) date) (?:the|an?|[A-Z][a-z]+) "
    r"[^,]*\?"
)
_CUT_END = re.compile(
    r"(?:, [a-z]+er| as (?:long|much|many|far|soon)| (?:only|of|during|between|and|the|GMT|UTC))\?$"
)
_NEW_ONE = re.compile(
    r"\b(?:an?|another|the) (?:[a-z]+ )?ones?\b"
    r"(?! (?:of|that|who|hundred|thousand|million|day|time))"
)
_LAST_PRONOUN = re.compile(r" (?:in|of|from|to|for|with|about|on|at) (?:it|them|him)\?$")
# On the night of May 5, and read an article: the clause has lost its subject.
_VERB_AFTER_AND = re.compile(
    r"(?:On|In|At|By|For|After|Before|During) [^,]*(?:, \d{4})?, (?:and|or|but) [a-z]+ (?!\w+ed\b)"
)
_OPEN_WORDS = (_HE_SAID, _BARE_NUMBER, _LAST_PRONOUN, _CUT_END, _NEW_ONE)
_OWNERLESS = re.compile(
    r"(?:[^,?]{1,40}, )?(?:(?:in|on|at|by|for|to|from|with) )?"
    r"(?:when|where|why|how|what|which|who)\b(?: [\w-]+){0,3}? "
    r"(?:did|does|do|was|were|is|are|has|have|had|will|can|could|would|described as) "
    r"(?:his|her|its|their)\b|(?:his|her|its|their)\b",
    re.IGNORECASE,
)
_TOLD_TWICE = re.compile(
    r"\b(?:the|an?|its) (?P<noun>[a-z]+(?: [a-z]+)?) (?:\w+ ){1,2}(?:the|an?|its) (?P=noun)[ ?.]"
)
_NO_SUBJECT = re.compile(r"[A-Z][a-z]+ed (?:the|an?|his|her|its|their|them|it) ")
_DESCRIBED_AS_CLAUSE = re.compile(r" described as (?:which|who|whom|whose|that|where|when) ")
_CALLS_NOTHING = re.compile(r"What (?:did|does|do|will) .* call\?")
_REASON = re.compile(
    r" because (?P<what>(?:the|an?|its|their) [^,?.]*?) (?:until|while|unless|although) "
)
_BEFORE_NOUN = re.compile(r"\b[Tt]he ____ (?P<next>[a-z]+(?:'t)?)\b")
_JOINING = word_set("and or but that which who where when as than")
_RELATIVE = re.compile(r" (?:which|who|whom|whose|that|where|when|what|whether|if|as) |, ")
_PARTICULAR = re.compile(r"[A-Z]|\d")  # a name or a number
_FEWEST_WORDS = 4
_FEWEST_BEHIND_GAP = 3  # ____ turned a switch


def doubts_about_stem(stem: str) -> Iterator[tuple[str, str]]:
    """Codes and sentences."""
    for is_it, code, sentence in _DOUBTS:
        if is_it(stem):
            yield code, sentence


def _is_timed_twice(stem: str) -> bool:
    asked = _ASKS_WHEN.match(stem)
    return asked is not None and _is_timed(stem[asked.end() - 1 :])


def _is_timed(rest: str) -> bool:
    """Whether a time stands there that belongs to the verb, not to a clause or a noun."""
    other = _OTHER_TIME.search(rest)
    return other is not None and not _SUBORDINATE.search(rest[: other.start() + 1])


def _says_nothing(what: str) -> bool:
    """Whether what was said has no verb: she said many of her members."""
    words = what.split()
    if len(words) < 2 or words[0].lower() in _NOT_TOLD | PREPOSITIONS:
        return False
    return not any(
        is_finite(word) or is_past(word) or word in AUXILIARIES or word.endswith("ing")
        for word in words
    )


def _is_cut_comparison(stem: str) -> bool:
    more = _MORE.search(stem)
    return more is not None and " as " not in stem[more.end() :]


def _is_left_open(stem: str) -> bool:
    inside = _LONE_INSIDE.search(stem)
    turned = _SUPERLATIVE.search(stem)
    if turned and (is_past(turned["next"]) or turned["next"] in BASES):
        return True
    if _LONE.match(stem) or _HANGING.fullmatch(stem) or (inside and inside["next"] in BASES):
        return True
    if _SAID_WHERE.fullmatch(stem) and " that " not in stem:
        return True
    return any(each.search(stem) for each in _OPEN_WORDS)


def _is_fragment(stem: str) -> bool:
    """Whether it is no question and goes no further than a phrase: of the officers planned."""
    relative = _RELATIVE_ONLY.fullmatch(stem)
    if (relative and is_finite(relative["verb"])) or _describes_by_clause(stem):
        return True
    if _VERB_AFTER_AND.match(stem) or _NO_SUBJECT.match(stem) or _DESCRIBED_AS_CLAUSE.search(stem):
        return True
    is_phrase = stem.partition(" ")[0].lower() in PREPOSITIONS and ", " not in stem
    return is_phrase and not stem.endswith("?") and "____" not in stem


def _describes_by_clause(stem: str) -> bool:
    """Whether something is described as a whole clause: as a margin was left alone."""
    head, _, what = stem.partition(" described as ")
    told = _RELATIVE.split(what.rstrip("?"))[0].lower().split()
    return (
        bool(head)
        and any(word in AUXILIARIES or (is_past(word) and not is_participle(word)) for word in told)
        or _DESCRIBED_BY_VERB.fullmatch(stem) is not None
    )


def _has_verbless_reason(stem: str) -> bool:
    """Whether because leads to half a clause: because the plates until it broke."""
    reason = _REASON.search(stem)
    if reason is None:
        return False
    return not any(is_finite(word) or word in BASES for word in reason["what"].lower().split())


def gaps_attribute(stem: str) -> bool:
    """Whether a gap for a name is only a word before a noun: the ____ island is large."""
    found = _BEFORE_NOUN.search(stem)
    word = found["next"] if found else "is"
    return not (is_finite(word) or word in BASES or word in PREPOSITIONS | _JOINING)


def _has_empty_speech(stem: str) -> bool:
    return any(_says_nothing(match["what"]) for match in _SAID.finditer(stem))


def _is_bare_gap(stem: str) -> bool:
    """Whether a gap has too few words around it to be filled: the ____ and others contributed."""
    around = stem.replace("____", " ")
    is_particular = _PARTICULAR.search(around[1:]) or around[:1].isdigit()
    is_begun = stem.startswith(("The ", "At ", "In ", "On ", "A ", "An ", "It "))
    is_open = "____" in stem and is_begun and not is_particular
    if stem.startswith("____") and not is_particular:
        return len(content_words(around)) < _FEWEST_BEHIND_GAP
    return is_open and len(content_words(around)) < _FEWEST_WORDS


_DOUBTS: tuple[tuple[Callable[[str], object], str, str], ...] = (
    (_is_timed_twice, "timed-twice", "Its stem gives one time and asks for another."),
    (_is_cut_comparison, "comparison-cut", "Its stem compares something with nothing."),
    (_is_left_open, "left-open", "Its stem ends in a number or a pronoun without its noun."),
    (_is_fragment, "fragment", "Its statement is only the beginning of one."),
    (_has_verbless_reason, "fragment", "Its reason is only half a clause."),
    (_CALLS_NOTHING.fullmatch, "left-open", "Its stem doesn't say what is called so."),
    (_NO_AUXILIARY.fullmatch, "no-auxiliary", "Its stem asks when without turning the verb."),
    (_WORDLESS.match, "asks-nothing", "Its stem has a preposition, and no word that asks."),
    (_EACH_OTHER.match, "each-other", "Its stem asks for one of several who do so to each other."),
    (_OF_NOTHING.search, "says-little", "Its stem asks of a cost or a loss, but not of what."),
    (_TWICE.match, "asked-twice", "Its stem says when, and asks it."),
    (_SPLICED.match, "asked-twice", "Its stem has a second sentence behind a comma."),
    (_UNCOUNTED.match, "left-open", "Its stem doesn't say what it counts."),
    (_OF_WHAT.fullmatch, "says-little", "Its stem asks for a measure, but not of what."),
    (_ANYBODY.fullmatch, "says-little", "Its stem fits too many: who led a study?"),
    (
        _BY_PERCENT.search,
        "asked-twice",
        "Its stem has the percentage that it asks for, or another.",
    ),
    (_NESTED.search, "nested-question", "Its stem has a question inside a question."),
    (
        _has_empty_speech,
        "said-nothing",
        "Its stem says that somebody said something, but not what.",
    ),
    (
        _OWNERLESS.match,
        "owner-missing",
        "Its stem says whose something is by a word that names nobody.",
    ),
    (_TOLD_TWICE.search, "told-twice", "Its stem says that something does something to itself."),
    (_is_bare_gap, "says-little", "Its gap has too few words around it to be filled."),
)
