"""Questions for what somebody did, and for what became of something, beside other such deeds."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from random import Random
from typing import Literal

from quizapp.generation.article import Article
from quizapp.generation.asking.bodies import choice
from quizapp.generation.asking.name_proposals import as_sentence
from quizapp.generation.clauses.pronouns import is_person, pronouns
from quizapp.generation.distractors.wrong_options import COUNT, pick_wrong
from quizapp.generation.english.words import content_words
from quizapp.generation.facts.deeds import find_deeds, may_stand
from quizapp.generation.findings import Findings
from quizapp.generation.names.casing import capitalized
from quizapp.generation.proposals import Proposal, Tier

Kind = Literal["did", "was", "itself"]  # by its subject, to it, or of itself
_REACH = 80  # rivals before an act and behind it that may become wrong options
_LEAST_SHARE, _MOST_SHARE = 0.5, 2.0  # of the key's length in words, that a wrong one has


@dataclass(frozen=True)
class Act:
    """Something that was done: by its subject, or to it."""

    sentence: int
    clause: str
    subject: str
    deed: str  # "halve its staff"; of what was done to something, "taken down stone by stone"
    kind: Kind
    is_plural: bool
    opening: str = ""  # "In 1887, "
    adjunct: str = ""  # "in 1887", "to cut costs"


@dataclass(frozen=True)
class _Rival:
    """What may become a wrong option: the deed of another act, or one that is only wanted."""

    sentence: int
    text: str
    about: frozenset[str]  # content words of the deed
    whose: frozenset[str]  # and of who did it
    is_done_to: bool


def ask_acts(
    acts: Sequence[Act], findings: Findings, random: Random, tier: Tier
) -> Iterator[Proposal]:
    """What did the ministry do in 1887? What happened to the church? Of each with three others."""
    rivals = sorted(_rivals(acts, findings.article), key=attrgetter("sentence"))
    for act in acts:
        if not _may_be_asked(act, findings):
            continue
        wrong = _wrong(act, rivals, findings.article, random)
        if len(wrong) == COUNT:
            yield _proposal(act, wrong, findings.article, tier)


def _rivals(acts: Sequence[Act], article: Article) -> Iterator[_Rival]:
    for act in acts:
        if may_stand(f"{act.deed} at once"):
            about = frozenset(content_words(act.deed))
            whose = frozenset(content_words(act.subject))
            text = f"was {act.deed}" if act.kind == "was" else act.deed
            is_done_to = act.kind != "did"
            yield _Rival(act.sentence, text, about, whose, is_done_to)
    for deed in find_deeds(article):
        about = frozenset(content_words(deed.text))
        yield _Rival(deed.sentence, deed.text, about, frozenset(), is_done_to=False)


def _may_be_asked(act: Act, findings: Findings) -> bool:
    """Whether the question says of which deed: by when or what for it was, or by what it befell."""
    if len(content_words(act.deed)) < 2 or any(pronouns(act.subject)):
        return False
    if act.kind != "did":
        is_known = len(content_words(f"{act.subject} {act.adjunct} {act.opening}")) > 1
        has_figure = any(char in act.deed for char in "%$£€") or " percent" in act.deed
        return is_known and not has_figure and not is_person(act.subject, findings.names)
    return bool(act.opening or act.adjunct)


def _wrong(act: Act, rivals: Sequence[_Rival], article: Article, random: Random) -> list[str]:
    """What was done by others, or befell others, elsewhere in the article."""
    paragraph = article.sentences[act.sentence].paragraph
    place = bisect_left(rivals, act.sentence, key=attrgetter("sentence"))
    near = rivals[max(0, place - _REACH) : place + _REACH]
    subject = set(content_words(act.subject))
    mine = subject | set(content_words(act.deed))
    fitting = [
        each.text
        for each in near
        if each.is_done_to == (act.kind != "did")
        and article.sentences[each.sentence].paragraph != paragraph
        and not mine & each.about
        and not subject & each.whose
        and _LEAST_SHARE <= len(each.text.split()) / len(act.deed.split()) <= _MOST_SHARE
    ]
    random.shuffle(fitting)
    fitting.sort(key=lambda text: abs(len(text) - len(act.deed)) // 8)
    return pick_wrong(_as_option(_said(act), act), (_as_option(text, act) for text in fitting))


def _said(act: Act) -> str:
    return f"was {act.deed}" if act.kind == "was" else act.deed


def _as_option(deed: str, act: Act) -> str:
    """The deed, as it is said of the act's subject."""
    if act.kind == "did":
        return capitalized(deed)
    if deed.startswith("was ") and act.is_plural:
        deed = f"were {deed[4:]}"
    return f"{'They' if act.is_plural else 'It'} {deed}"


def _stem(act: Act) -> str:
    asked = "what did {} do" if act.kind == "did" else "what happened to {}"
    words = f"{act.opening}{asked.format(act.subject)} {act.adjunct}".strip()
    return f"{capitalized(words)}?"


def _proposal(act: Act, wrong: list[str], article: Article, tier: Tier) -> Proposal:
    quote = article.sentences[act.sentence].text
    return Proposal(
        stem=_stem(act),
        body=choice(_as_option(_said(act), act), wrong),
        quotes=(quote,),
        sentence=act.sentence,
        fact=f"{act.sentence}:did",
        form="question",
        topic="outcome",
        tier=tier,
        explanation=as_sentence(act.clause),
        answer=act.deed if act.deed in quote else "",
    )
