"""Why something is or was so, where the article gives the reason."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from quizapp.generation.clauses.standing import shortened, with_one_verb
from quizapp.generation.english.act_words import ACTING, LEADING_ON
from quizapp.generation.english.verbs import AUXILIARIES, BASES
from quizapp.generation.english.words import word_set
from quizapp.generation.facts.reason_links import CONCLUDING
from quizapp.generation.facts.reason_links import Manner as LinkManner
from quizapp.generation.facts.reason_sayings import aim_of, phrase_of
from quizapp.generation.parser_tier.neighbor_reasons import Neighbors
from quizapp.generation.parser_tier.parser_links import find_links, find_makings
from quizapp.generation.parser_tier.reason_parts import FEWEST, MOST, Manner, Reason, alone
from quizapp.generation.parsing.parsed_clauses import SAYING, Clause, Part
from quizapp.generation.parsing.phrases import render
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.parsing.wording import Wording

_MANNERS: dict[LinkManner, Manner] = {"clause": "because", "phrase": "because of", "aim": "to"}
_COMMA = re.compile(r",(?!\d)")
_OF_WHOM = word_set("some others many most several few both all none another each")
_NOBODY = word_set("no none neither nobody nothing few")
_HARMS = word_set(
    "damage destroy ruin delay interrupt disrupt hamper flood kill hit halt prevent limit threaten "
    "weaken block bankrupt injure shatter wreck cripple spoil slow"
)
_IDIOMS = (
    "begin with", "start with", "say the least", "name a few", "name but", "be sure", "be fair",
    "be exact", "put it", "make matters", "this day", "sum up", "no avail",
)  # fmt: skip
# The banks counted on the city to pay: "to" belongs to the verb.
_LEADING_TO = word_set(
    "count rely depend wait call arrange long press push lobby vote continue conspire prove happen "
    "turn live tend combine cause go use"
)
_STATES = word_set("be become seem remain stay appear have")
_FEWEST_OF_OTHERS = 2
_SAID = ("ccomp", "xcomp", "dobj")
_SECOND_VERB = re.compile(
    r", (?:and|but) (?:then |later |also |often |sometimes |soon |usually )?[a-z]+ed\b"
    r"|, (?:and|but) (?:then|later|also|often|sometimes|soon|usually) "
)
_LEADING = re.compile(rf"(?:, (?:and )?so|(?:,? and|;) (?:{CONCLUDING}),?) $")
_NOUN_REASONS = ("because", "due", "owing", "thanks")
_MAINLY = word_set("mainly mostly partly largely chiefly only simply just probably perhaps")
_JOINING = word_set(
    "yet but and so or thanks due owing because despite as since although what whatever"
)


def find_reasons(
    parsed: Sequence[ParsedSentence],
    clauses: Mapping[int, tuple[Clause, ...]],
    wording: Wording,
    openings: Collection[int] = (),
) -> Iterator[Reason]:
    """In the order of the text, without what has a reason of its own or hangs on another clause.

    `openings`: the sentences that begin a paragraph.
    """
    neighbors = Neighbors(parsed, clauses, wording, openings)
    for reason in _every_reason(parsed, clauses, wording, neighbors):
        words = reason.text.lower().split()
        is_told = words[-1] not in AUXILIARIES  # as a dam does: that is no reason
        if words[0] in _JOINING or "because" in words or not is_told:
            continue
        if reason.manner != "to" or not _is_noun(words[0], parsed):
            yield reason


def _is_noun(word: str, parsed: Sequence[ParsedSentence]) -> bool:
    """Whether the article has it for a noun more often: the cost to ferry operators."""
    tags = [t.tag for each in parsed for t in each.tokens if t.text.lower() == word]
    return 2 * sum(tag.startswith("NN") for tag in tags) > len(tags)


def _every_reason(
    parsed: Sequence[ParsedSentence],
    clauses: Mapping[int, tuple[Clause, ...]],
    wording: Wording,
    neighbors: Neighbors,
) -> Iterator[Reason]:
    for at, sentence in enumerate(parsed):
        found: list[Reason] = []
        for clause in clauses[sentence.number]:
            for part in clause.parts:
                said = _said_before(clause, part, clauses[sentence.number])
                found += _in_clause(said, part, wording)
            found += _before_so(clause, wording)
        yield from found or _linked(sentence, clauses[sentence.number], wording)
        before = parsed[at - 1] if at else None
        yield from _made(sentence, before, clauses[sentence.number], wording)
        yield from neighbors.reasons(sentence)


def _linked(
    sentence: ParsedSentence, clauses: Sequence[Clause], wording: Wording
) -> Iterator[Reason]:
    """By the words that introduce a reason, the first that can be said."""
    for link in find_links(sentence, clauses):
        part = Part(link.clause.verb, ())
        found = list(_reason(link.clause, part, _MANNERS[link.manner], link.words, wording))
        if found:
            yield found[0]
            return


def _made(
    sentence: ParsedSentence,
    before: ParsedSentence | None,
    clauses: Sequence[Clause],
    wording: Wording,
) -> Iterator[Reason]:
    """What somebody was forced to do, or could, and what made them."""
    for making in find_makings(sentence, before, clauses, wording):
        text = alone(making.sentence, making.words, wording)
        if FEWEST <= len(text.split()) <= MOST:
            answer = render(making.sentence, making.words)
            where, asked_in = making.sentence.number, sentence.number
            yield Reason(making.asked, "because", text, answer, where, asked_in)


def _said_before(clause: Clause, part: Part, clauses: Sequence[Clause]) -> Clause:
    """What is explained where somebody is named between: it fell, said Roe, since it was old."""
    if clause.verb.lemma not in SAYING or part.dep != "advcl" or part not in clause.after:
        return clause
    said = (
        each
        for each in clauses
        if each.kind == "reported" and each.verb.head == clause.verb.index > each.verb.index
    )
    return next(said, clause)


def _in_clause(clause: Clause, part: Part, wording: Wording) -> Iterator[Reason]:
    sentence = clause.sentence
    words = _behind_mainly(part.tokens)
    first = words[0].text.lower()
    if part.dep == "advcl" and (first == "because" or _is_causal_since(clause, part)):
        yield from _reason(clause, part, "because", words[1:], wording)
    elif part.dep == "prep" and first in _NOUN_REASONS:
        start = next((at for at, t in enumerate(words) if t.text.lower() in ("of", "to")), None)
        if start == 1:
            yield from _reason(clause, part, "because of", words[2:], wording)
    elif part.dep == "agent" and clause.verb.lemma in _HARMS and _is_thing(sentence, part):
        yield from _reason(clause, part, "because of", words[1:], wording)
    elif _is_purpose(sentence, part) and (part not in clause.front or not words[0].index):
        start = 1 if words[0].text.lower() == "to" else 3  # in order to
        yield from _reason(clause, part, "to", words[start:], wording)


def _behind_mainly(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without the adverb of mostly because."""
    is_mainly = len(words) > 1 and words[0].text.lower() in _MAINLY
    return words[1:] if is_mainly else words


def _is_thing(sentence: ParsedSentence, part: Part) -> bool:
    """Whether it was done by a storm, and not by somebody."""
    noun = sentence.child(part.head, "pobj")
    return noun is not None and noun.pos == "NOUN" and noun.lemma not in ACTING


def _is_causal_since(clause: Clause, part: Part) -> bool:
    """Since weathered ash holds water, not since it entered service in 2023."""
    before = part.tokens[0].index - 1
    is_set_off = before < 0 or clause.sentence.tokens[before].text == ","
    has_time = any(token.entity in ("DATE", "TIME") for token in part.tokens)
    is_perfect = any(each.lemma == "have" for each in clause.auxiliaries)
    is_now = part.head.tag in ("VBZ", "VBP") and part.head.lemma != "have"
    first = part.tokens[0].text.lower()
    if first == "as" and clause.verb.tag == "VBD" and before >= 0:
        return is_set_off and is_now and len(part.tokens) > FEWEST  # it failed, as clay swells
    is_since = first == "since"
    return is_since and is_set_off and (is_now or not (has_time or is_perfect))


def _is_purpose(sentence: ParsedSentence, part: Part) -> bool:
    if part.dep == "prep" and [t.text.lower() for t in part.tokens[:3]] == ["in", "order", "to"]:
        return part.tokens[-1] != part.tokens[2] and part.tokens[3].tag == "VB"
    mark = sentence.child(part.head, "aux")
    is_infinitive = mark is not None and mark.text.lower() == "to" and part.head.tag == "VB"
    first = part.tokens[: 1 if part.tokens[0] == mark else 3]
    is_aim = first[-1] == mark and (len(first) == 1 or first[1].text == "order")
    is_verb = part.head.lemma in BASES or sentence.child(part.head, "dobj", "prt") is not None
    return part.dep == "advcl" and is_infinitive and is_aim and is_verb


def _reason(
    clause: Clause, part: Part, manner: Manner, words: Sequence[Token], wording: Wording
) -> Iterator[Reason]:
    if _is_unsure(clause, part, manner) or _leans_back(clause, words):
        return
    text = _said_beside(clause, part, manner, words, wording)
    if text and manner == "to":
        head = clause.subject_head
        text = aim_of(text, is_plural=head is not None and head.tag in ("NNS", "NNPS"))
        text = "" if text.startswith(_IDIOMS) else with_one_verb(text)
    if text and manner == "because of":
        text = _COMMA.split(phrase_of(text))[0]
    if text and manner == "because":
        text = _SECOND_VERB.split(shortened(text))[0].strip(" ,")
    fewest = FEWEST if manner == "because" else _FEWEST_OF_OTHERS
    if not text or not fewest <= len(text.split()) <= MOST:
        return
    question = Question(clause, "why", part, asks_why=True)
    number = clause.sentence.number
    yield Reason(question, manner, text, render(clause.sentence, words), number, number)


def _said_beside(
    clause: Clause, part: Part, manner: Manner, words: Sequence[Token], wording: Wording
) -> str | None:
    """The reason, whose pronouns may lean on what the question says."""
    sentence, others = clause.sentence, [each for each in clause.after if each != part]
    if manner != "to":
        told = wording.say_as_told(sentence, words, replace(clause, after=tuple(others)))
        if told:
            return told
    text = wording.say(sentence, words, clause if manner == "to" else None)
    return text or wording.say_beside(sentence, words, clause)


def _leans_back(clause: Clause, words: Sequence[Token]) -> bool:
    """Whether it stands first and has an "it" that the sentence before tells."""
    is_first = bool(words) and words[0].index < clause.subject[0].index
    return is_first and any(each.tag == "PRP" and each.dep == "pobj" for each in words)


def _is_unsure(clause: Clause, part: Part, manner: Manner) -> bool:
    """Whether the reason may be one for something else, or its effect nobody can be told.

    Some buried a toad: some of whom? No member can be dismissed because of machines. It became
    the largest to let all ride free.
    """
    words = [token.text.lower() for token in clause.subject]
    is_passive = any(each.dep == "auxpass" for each in clause.auxiliaries) or clause.participle
    is_said = is_passive or any(each.dep in _SAID for each in clause.after)
    if clause.verb.lemma in SAYING and not is_said:
        return True  # because the act says so, Roe reasoned, nobody may: why did Roe reason?
    if len(words) == 1 and words[0] in _OF_WHOM:
        return True
    head = clause.subject_head
    if head is not None and head.tag == "CD" and clause.sentence.child(head, "prep") is None:
        return True  # only four had been killed: of whom?
    if manner == "because of" and (clause.is_negated or words[0] in _NOBODY):
        return True
    is_state = clause.verb.lemma in _STATES | _LEADING_TO or any(
        token.tag in ("JJS", "RBS") for each in clause.after for token in each.tokens
    )
    is_bare = clause.verb.lemma in LEADING_ON and not any(p.dep == "dobj" for p in clause.after)
    return manner == "to" and part in clause.after and (is_state or is_bare)


def _before_so(clause: Clause, wording: Wording) -> Iterator[Reason]:
    """The reason stands first: the ground is warm, so the pump never meets cold."""
    sentence, verb = clause.sentence, clause.verb
    first = clause.subject[0]
    link = _LEADING.search(sentence.text[: first.start - sentence.start])
    if link is None or first.text.lower() == "that":
        return
    if verb.dep not in ("conj", "advcl", "ccomp", "ROOT"):
        return
    at = sum(token.start < sentence.start + link.start() for token in sentence.tokens)
    words = sentence.tokens[:at]
    if len(words) < FEWEST or not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
        return
    text = alone(sentence, words, wording)
    if text and len(text.split()) <= MOST:
        answer = render(sentence, words)
        question = Question(clause, "why", Part(verb, ()), asks_why=True)
        yield Reason(question, "because", text, answer, sentence.number, sentence.number)
