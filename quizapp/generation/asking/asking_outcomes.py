"""Questions for what came of something: "The flood led to a new town plan"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from quizapp.generation.article import Article
from quizapp.generation.asking.asking_reasons import capitalized
from quizapp.generation.asking.bodies import choice
from quizapp.generation.asking.name_proposals import as_sentence, is_fit
from quizapp.generation.clauses.inversion import invert
from quizapp.generation.clauses.standing import shortened, standing_clauses, with_one_verb
from quizapp.generation.clauses.subjects import DETERMINERS, PREPOSITIONS, Subject, find_subject
from quizapp.generation.distractors.wrong_options import COUNT, pick_wrong
from quizapp.generation.english.opposites import opposite_of
from quizapp.generation.english.verbs import BASES
from quizapp.generation.english.words import content_words, word_set
from quizapp.generation.facts.deeds import find_deeds, may_stand, may_stand_beside
from quizapp.generation.findings import Findings
from quizapp.generation.names.casing import Casing
from quizapp.generation.proposals import Proposal

_BARE = 2  # words of "the cause", of which only a sentence before tells
_REACH = 100  # sentences from which wrong outcomes are taken
_LEAST_SHARE, _MOST_SHARE = 0.5, 2.0  # of the key's length in words, that a wrong one has
_THING = re.compile(
    r" (?:(?P<link>to|in|about|off|from) )?"
    r"(?P<key>(?:an?|the|two|three|more|fewer|less|many|several|long|new|large|heavy|serious|severe"
    r"|further) [^,;:()\"]+)$"
)
_DEED = re.compile(r" (?P<link>(?:[\w'-]+ ){1,7}?to) (?P<key>[a-z]+ [^,;:()\"]+)$")
# The delay was due to a strike; the reason for the delay was a strike.
_DUE = re.compile(
    r" (?:(?:partly |mainly |largely )?(?P<link>due to|down to|the result of|a result of|caused by|"
    r"triggered by) )?(?P<key>(?:an?|the) [^,;:()\"]+)$"
)
_CAUSES = word_set("reason cause explanation result consequence outcome upshot")
_LINKS = {
    "led": "to", "leads": "to", "resulted": "in", "results": "in", "caused": None, "causes": None,
    "triggered": None, "sparked": None, "provoked": None, "brought": "about", "set": "off",
    "stemmed": "from", "stems": "from", "arose": "from",
}  # fmt: skip
_MAKING = word_set(
    "allowed allows enabled enables forced forces prompted prompts encouraged encourages persuaded "
    "obliged compelled led required requires"
)
_VERBS = frozenset(content_words(" ".join((*_LINKS, *_MAKING))))
_PERFECT = re.compile(r" (?:also |since |now |soon )?(?P<verb>[a-z]+)(?= )")
_INFINITIVE = re.compile(r" to (\w+)")
_SOMETHING = re.compile(
    r"\b(?:led to|resulted in|caused|prevented|because of|due to|thanks to|despite|after|since) "
    r"(?P<key>(?:an?|the) [^,;:()\".]+)"
)
# What something leads to is one of these, or the road leads to a church.
_HAPPENING = re.compile(
    r"(?:[ts]ion|ment|[sn]ure|ance|ence|sis|growth|rise|fall|drop|decline|increase|decrease|loss|"
    r"end|death|shortage|ban|collapse|boom|revolt|redesign|change|reform|surge|closure|arrest|"
    r"rebellion|protest|crisis|strike|queue|delay|flood|rule|law|debate|inquiry|war|riot|damage|"
    r"discovery|system|split|cut|cost|price|use)s?$"
)
_WAYS = word_set("road path trail door stairs bridge street tunnel track corridor gate steps lane")


@dataclass(frozen=True)
class _Outcome:
    """What came of something, or what could have."""

    sentence: int
    clause: str
    link: str  # what stands between the verb and the outcome: "to", "larger ships to", ""
    key: str
    is_deed: bool


def propose(findings: Findings, random: Random) -> Iterator[Proposal]:
    """What did the flood lead to? Only beside what else came of something, or was aimed at."""
    article = findings.article
    casing = Casing(article, findings.names)
    outcomes = list(_outcomes(article))
    deeds = (
        _Outcome(each.sentence, each.text, "", each.text, True) for each in find_deeds(article)
    )
    others = [*outcomes, *_happenings(article, casing), *deeds]
    for outcome in outcomes:
        stem = _stem(outcome, casing)
        near = [each for each in others if abs(each.sentence - outcome.sentence) <= _REACH]
        wrong = _wrong(outcome, near, article, random)
        if stem and is_fit(stem) and len(wrong) == COUNT:
            yield _proposal(outcome, stem, wrong, article)


def _outcomes(article: Article) -> Iterator[_Outcome]:
    for at, said in standing_clauses(article):
        clause = with_one_verb(shortened(said)).strip(" ,")
        subject = find_subject(clause)
        if subject is None or subject.start or subject.head.lower() in _WAYS:
            continue
        verb, rest = _verb_and_rest(clause, subject)
        thing = _THING.match(rest) if verb in _LINKS else None
        deed = _DEED.match(rest) if verb in _MAKING else None
        if thing and thing["link"] == _LINKS[verb] and _is_happening(thing["key"]):
            yield _Outcome(at, clause, thing["link"] or "", thing["key"], is_deed=False)
        elif deed and _is_deed(deed["key"]):
            yield _Outcome(at, clause, deed["link"], deed["key"], is_deed=True)
        elif due := _due(subject, verb, rest):
            yield _Outcome(at, clause, due["link"] or "", due["key"], is_deed=False)


def _due(subject: Subject, verb: str, rest: str) -> re.Match[str] | None:
    """What something is said to be due to, or what its reason is said to be."""
    match = _DUE.match(rest) if verb in ("is", "was", "were") else None
    if match is None or not may_stand(match["key"]):
        return None
    is_named = subject.head.lower() in _CAUSES and len(subject.text.split()) > _BARE
    return match if bool(match["link"]) != is_named else None


def _verb_and_rest(clause: str, subject: Subject) -> tuple[str, str]:
    """The verb itself, also behind has, and what follows it."""
    rest = clause[subject.verb_start + len(subject.verb) :]
    match = _PERFECT.match(rest) if subject.verb in ("has", "have", "had") else None
    return (match["verb"], rest[match.end() :]) if match else (subject.verb, rest)


def _is_happening(text: str) -> bool:
    """Whether it is one thing that happened, and not what somebody was caused to do."""
    words = text.split()
    ends = (at for at, word in enumerate(words) if at and word in PREPOSITIONS)
    head = words[next(ends, len(words)) - 1]
    is_made_to = any(word in BASES for word in _INFINITIVE.findall(text))
    return bool(_HAPPENING.search(head)) and not is_made_to and may_stand(text)


def _is_deed(text: str) -> bool:
    return text.split()[0] in BASES and may_stand_beside(text)


def _happenings(article: Article, casing: Casing) -> Iterator[_Outcome]:
    """Subjects and objects that are happenings too: "the closure of the mill"."""
    for at, said in standing_clauses(article):
        subject = find_subject(said)
        if subject and not subject.start and subject.text.split()[0].lower() in DETERMINERS:
            text = casing.lowered(subject.text)
            if _is_happening(text):
                yield _Outcome(at, text, "", text, is_deed=False)
    for at, sentence in enumerate(article.sentences):
        for match in _SOMETHING.finditer(sentence.text):
            text = with_one_verb(match["key"])
            if _is_happening(text) and find_subject(capitalized(text)) is None:
                yield _Outcome(at, sentence.text, "", text, is_deed=False)


def _stem(outcome: _Outcome, casing: Casing) -> str:
    inverted = invert(outcome.clause, casing)
    if inverted is None:
        return ""
    verb = outcome.clause[inverted.rest :].removesuffix(outcome.key).rstrip()
    return inverted.question("what", f"{verb} do" if outcome.is_deed else verb)


def _wrong(
    outcome: _Outcome, others: list[_Outcome], article: Article, random: Random
) -> list[str]:
    """The contrary, then what came of other things; nothing that may have come of this too."""
    turned = opposite_of(outcome.key)
    paragraph = article.sentences[outcome.sentence].paragraph
    fitting = [
        each.key
        for each in others
        if article.sentences[each.sentence].paragraph != paragraph and _is_unlike(outcome, each)
    ]
    random.shuffle(fitting)
    every = [*([turned] if turned else []), *fitting]
    return pick_wrong(outcome.key, every)


def _is_unlike(outcome: _Outcome, other: _Outcome) -> bool:
    """Whether it is about as long, and neither caused by the same nor by the outcome."""
    size, length = len(outcome.key.split()), len(other.key.split())
    if not _CAUSES.isdisjoint(other.key.lower().split()[:_BARE]):
        return False
    if outcome.is_deed != other.is_deed or not _LEAST_SHARE <= length / size <= _MOST_SHARE:
        return False
    mine, theirs = set(content_words(outcome.clause)), set(content_words(other.clause))
    return not (mine & theirs) - _VERBS


def _proposal(outcome: _Outcome, stem: str, wrong: list[str], article: Article) -> Proposal:
    quote = article.sentences[outcome.sentence].text
    return Proposal(
        stem=stem,
        body=choice(capitalized(outcome.key), [capitalized(each) for each in wrong]),
        quotes=(quote,),
        sentence=outcome.sentence,
        fact=f"{outcome.sentence}:{outcome.key}",
        form="question",
        topic="outcome",
        tier="light",
        explanation=as_sentence(outcome.clause),
        answer=outcome.key if outcome.key in quote else "",
    )
