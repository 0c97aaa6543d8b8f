"""Questions for what somebody did, and for what became of something."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from quizapp.generation.article import Article
from quizapp.generation.bodies import choice
from quizapp.generation.casing import Casing, capitalized
from quizapp.generation.clauses import shortened, standing_clauses, with_one_verb
from quizapp.generation.deeds import find_deeds, may_stand
from quizapp.generation.findings import Findings
from quizapp.generation.inversion import Inverted, invert
from quizapp.generation.name_proposals import as_sentence
from quizapp.generation.name_words import MONTHS, ROLES
from quizapp.generation.pronouns import is_person, pronouns
from quizapp.generation.proposals import Proposal
from quizapp.generation.subjects import Subject, find_subject
from quizapp.generation.verbs import AUXILIARIES, BASES, REPORTING, base_of, is_participle
from quizapp.generation.words import content_words, word_set
from quizapp.generation.wrong_options import COUNT, pick_wrong

Kind = Literal["did", "was", "itself"]  # by its subject, to it, or of itself
_SHORTEST, _LONGEST = 3, 14  # words of what was done
_LONGEST_SUBJECT = 9  # words
_REACH = 100  # sentences from which wrong options are taken
_LEAST_SHARE, _MOST_SHARE = 0.5, 2.0  # of the key's length in words, that a wrong one has
_PASSIVE = re.compile(
    r"(?P<adverb>(?:\w+ly|first|then|later|also) )?(?P<done>[a-z]+)(?P<rest>\b.*)$"
)
# What tells this deed from the others of its subject.
_WHEN = re.compile(
    r" (?P<when>(?:in|on|by|during|after|before|from|until) "
    r"(?:(?:early|late|mid|the|spring|summer|autumn|winter|of) )*"
    rf"(?:(?:[A-Z][a-z]+ )?(?:\d{{1,2}},? )?\d{{4}}|(?:{'|'.join(sorted(MONTHS))})"
    r"(?: \d{1,2})?))$"
)
_WHAT_FOR = re.compile(r" (?P<order>in order )?(?P<what_for>to (?P<verb>[a-z]+) [^,]+)$")
_COMMA = re.compile(r",(?!\d)")
_SAYING = REPORTING | word_set(
    "found finds shows showed reported reports asked meant means called credited blamed attributed "
    "forced prompted led caused allowed enabled resisted saw heard"
)
_STATES = word_set("be have seem remain include contain cost need want know mean weigh last take")
_NOT_DONE = word_set("born known called named used based made said thought believed expected held")
# What happens to something by itself.
_HAPPENING = word_set(
    "fell rose collapsed sank broke closed failed dropped grew disappeared burst burned burnt "
    "expired ended stopped crashed exploded melted froze died vanished reopened shrank cracked "
    "flooded dried shut split snapped"
)
# Behind these "to" and a verb may say what they need rather than what for.
_LEADING_ON = word_set(
    "agree aim allow appeal ask attempt call cause choose decide decline enable encourage expect "
    "fail force go help hope intend invite lead manage oblige offer order persuade plan pledge "
    "prepare press promise prompt refuse require return seek start teach tell threaten try urge "
    "use vote want warn plans plan right rights power powers decision attempt attempts way chance "
    "promise agreement bid effort efforts need offer calls order orders permission time money law "
    "campaign ability refusal pressure request proposal enough able ready unable first last only "
    "one permit permits likely due close next license licence duty reason reasons fight drive"
)
_ACTING = ROLES | word_set(
    "council government ministry court board police firm company union city town state parliament "
    "committee university team club crew operator authority agency bank commission congress senate "
    "cabinet army navy party jury group family owner founder editor maker regulator network "
    "retailer growers farmers workers residents voters members owners families parents police "
    "engineers scientists researchers doctors nurses teachers students pupils authorities "
    "operators officials inspectors prosecutors councillors supporters islanders brothers sisters "
    "people men women villagers settlers sailors soldiers troops rebels miners traders bakers "
    "developers builders investors lawyers critics activists volunteers shareholders astronomers"
)


@dataclass(frozen=True)
class _Act:
    """Something that was done: by its subject, or to it."""

    sentence: int
    clause: str
    subject: str
    deed: str  # "halve its staff"; of what was done to something, "taken down stone by stone"
    kind: Kind
    is_plural: bool
    opening: str = ""  # "In 1887, "
    adjunct: str = ""  # "in 1887", "to cut costs"


def propose(findings: Findings, random: Random) -> Iterator[Proposal]:
    """What did the ministry do in 1887? What happened to the church?"""
    article = findings.article
    casing = Casing(article, findings.names)
    acts = [
        act for at, said in standing_clauses(article) if (act := _act(at, said, casing)) is not None
    ]
    for act in acts:
        if not _may_be_asked(act, findings):
            continue
        wrong = _wrong(act, acts, article, random)
        if len(wrong) == COUNT:
            yield _proposal(act, wrong, article)


def _act(at: int, said: str, casing: Casing) -> _Act | None:
    clause = with_one_verb(shortened(said)).strip(" ,")
    subject = find_subject(clause)
    inverted = invert(clause, casing)
    if subject is None or inverted is None or len(subject.text.split()) > _LONGEST_SUBJECT:
        return None
    rest = _COMMA.split(clause[inverted.rest :])[0].strip()
    kind: Kind
    if inverted.auxiliary in ("was", "were"):
        if not _is_done(rest):
            return None
        deed, kind = rest, "was"
    elif subject.verb in _HAPPENING:
        deed, kind = f"{subject.verb} {rest}", "itself"
    elif inverted.auxiliary == "did" and _is_deed(inverted, subject):
        deed, kind = f"{inverted.base} {rest}", "did"
    else:
        return None
    deed, adjunct = _without_adjunct(deed)
    if not _SHORTEST <= len(deed.split()) <= _LONGEST or '"' in deed:
        return None
    return _Act(
        at, clause, inverted.subject, deed, kind, subject.is_plural, inverted.opening, adjunct
    )


def _is_done(rest: str) -> bool:
    match = _PASSIVE.match(rest)
    return match is not None and is_participle(match["done"]) and match["done"] not in _NOT_DONE


def _is_deed(inverted: Inverted, subject: Subject) -> bool:
    """Whether it was done by somebody who does things."""
    is_told = subject.verb in _SAYING or subject.verb in AUXILIARIES or inverted.base in _STATES
    is_plain = bool(inverted.base) and inverted.verb == inverted.base
    head = subject.head.lower()
    return is_plain and not is_told and (head in _ACTING or subject.head[0].isupper())


def _without_adjunct(deed: str) -> tuple[str, str]:
    """A deed, and when or what for it was done."""
    if match := _WHEN.search(deed):
        return deed[: match.start()], match["when"]
    match = _WHAT_FOR.search(deed)
    if match is None or match["verb"] not in BASES:
        return deed, ""
    words = deed[: match.start()].split()
    leads_on = any(word in _LEADING_ON or base_of(word) in _LEADING_ON for word in words)
    return (
        (deed, "") if leads_on and not match["order"] else (deed[: match.start()], match[0].strip())
    )


def _may_be_asked(act: _Act, findings: Findings) -> bool:
    """Whether the question says of which deed: by when or what for it was, or by what it befell."""
    if len(content_words(act.deed)) < 2 or any(pronouns(act.subject)):
        return False
    if act.kind != "did":
        is_known = len(content_words(f"{act.subject} {act.adjunct} {act.opening}")) > 1
        has_figure = any(char in act.deed for char in "%$£€") or " percent" in act.deed
        return is_known and not has_figure and not is_person(act.subject, findings.names)
    return bool(act.opening or act.adjunct)


def _wrong(act: _Act, acts: list[_Act], article: Article, random: Random) -> list[str]:
    """What was done by others, or befell others, elsewhere in the article."""
    paragraph = article.sentences[act.sentence].paragraph
    others = [
        _said(each, act)
        for each in acts
        if (each.kind == "did") == (act.kind == "did")
        and abs(each.sentence - act.sentence) <= _REACH
        and article.sentences[each.sentence].paragraph != paragraph
        and not set(content_words(each.subject)) & set(content_words(act.subject))
        and not any(pronouns(each.deed))
    ]
    if act.kind == "did":
        others += [
            each.text
            for each in find_deeds(article)
            if article.sentences[each.sentence].paragraph != paragraph
        ]
    fitting = [text for text in others if _is_unlike(text, act)]
    random.shuffle(fitting)
    fitting.sort(key=lambda text: abs(len(text) - len(act.deed)) // 8)
    return pick_wrong(_as_option(_said(act, act), act), (_as_option(text, act) for text in fitting))


def _is_unlike(text: str, act: _Act) -> bool:
    """Whether it is about as long, and about something else."""
    size, length = len(act.deed.split()), len(text.split())
    mine = set(content_words(f"{act.deed} {act.subject}"))
    is_as_long = _LEAST_SHARE <= length / size <= _MOST_SHARE
    return is_as_long and may_stand(f"{text} at once") and not mine & set(content_words(text))


def _said(act: _Act, other: _Act) -> str:
    """What was done, as it is said of the other's subject."""
    if act.kind != "was":
        return act.deed
    return f"{'were' if other.is_plural else 'was'} {act.deed}"


def _as_option(deed: str, act: _Act) -> str:
    if act.kind == "did":
        return capitalized(deed)
    return f"{'They' if act.is_plural else 'It'} {deed}"


def _stem(act: _Act) -> str:
    asked = "what did {} do" if act.kind == "did" else "what happened to {}"
    words = f"{act.opening}{asked.format(act.subject)} {act.adjunct}".strip()
    return f"{capitalized(words)}?"


def _proposal(act: _Act, wrong: list[str], article: Article) -> Proposal:
    quote = article.sentences[act.sentence].text
    return Proposal(
        stem=_stem(act),
        body=choice(_as_option(_said(act, act), act), wrong),
        quotes=(quote,),
        sentence=act.sentence,
        fact=f"{act.sentence}:{act.deed}",
        form="question",
        topic="outcome",
        tier="light",
        explanation=as_sentence(act.clause),
        answer=act.deed if act.deed in quote else "",
    )
