"""Questions whose answer is a name: who did it, who is described as, which organization found."""

import re
from collections import Counter
from collections.abc import Iterator
from random import Random

from quizapp.generation.asking.asking_asides import Asides
from quizapp.generation.asking.name_proposals import as_sentence, find_whole
from quizapp.generation.asking.who_questions import WhoQuestions
from quizapp.generation.clauses.definite import with_the
from quizapp.generation.clauses.references import LONGEST
from quizapp.generation.clauses.standing import standing_clauses
from quizapp.generation.clauses.subjects import Subject, find_subject
from quizapp.generation.english.name_words import ROLES, TITLES
from quizapp.generation.english.verbs import base_of, is_past, past_of, third_person
from quizapp.generation.english.words import word_set
from quizapp.generation.facts.descriptions import describe
from quizapp.generation.findings import Findings, Name
from quizapp.generation.names.casing import Casing, capitalized
from quizapp.generation.names.name_nouns import asked_for_description, is_nation
from quizapp.generation.proposals import Proposal

_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) ")
_OFTEN = 5  # mentions of what an article is about
_MOST_OF_MAIN = 2
_MOST_OF_KIND = {"person": 5, "organization": 2, "place": 2, "other": 2}
_PARTICLES = word_set("out up down off on over away back together")
_BY = re.compile(r" by (?P<role>(?:the |an? )?(?:[\w.'-]+ ){0,4})$")
_MADE_BY = re.compile(
    r"(?:[Tt]he )?(?P<name>[A-Z][\w.'&-]*(?: [A-Z][\w.'&-]*)*)(?: [a-z]+)?, "
    r"(?P<verb>[a-z]+) by (?:the |an? )?(?:[\w.'-]+ ){0,4}$"
)
# What is called by a name: a museum named Otter, built in 1980, opened.
_NAMED_SO = re.compile(
    r"An? (?:[a-z-]+ ){1,3}(?:named|called) (?P<name>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)"
    r"(?:, [^,]+,)? (?=[a-z])"
)
_OF_PLACES = word_set(
    "lies lay rises rose stands stood has had is was covers covered borders bordered belongs "
    "belonged became sits sat counts stretches stretched"
)


def propose(findings: Findings, random: Random) -> Iterator[Proposal]:
    """One after the other, in the order of the text for each way of asking."""
    asking = _Asking(findings, random)
    ways = (asking.doers, asking.agents, asking.makers, Asides(findings, asking.who).all)
    yield from _without_repetition([each for ask in ways for each in ask()], findings)
    yield from asking.described()


def _without_repetition(proposals: list[Proposal], findings: Findings) -> Iterator[Proposal]:
    """A few for each name, first those without figures: those are asked for themselves.

    Who the article is about is the answer to anything.
    """
    kinds = {name.text: name.kind for name in findings.names}
    most = max((len(name.mentions) for name in findings.names), default=0)
    main = {
        name.text
        for name in findings.names
        if len(name.mentions) == most >= _OFTEN
        and (name.kind != "person" or name.text == findings.article.title)
    }
    times: Counter[str] = Counter()
    for each in sorted(proposals, key=lambda each: any(map(str.isdigit, each.stem))):
        key = each.fact.partition(":")[2]
        times[key] += 1
        if times[key] <= (_MOST_OF_MAIN if key in main else _MOST_OF_KIND[kinds[key]]):
            yield each


class _Asking:
    """The ways of asking for the names of one article."""

    def __init__(self, findings: Findings, random: Random) -> None:
        self.findings = findings
        self.article = findings.article
        self.names = findings.names
        self.clauses = standing_clauses(findings.article)
        self.casing = Casing(self.article, self.names)
        self.who = WhoQuestions(findings, random)
        self.proposals = self.who.proposals
        self.by_form = {
            form: name for name in findings.names for form in (name.text, *name.aliases)
        }

    def doers(self) -> Iterator[Proposal]:
        """ "Jane Roe sold the mill": Who sold the mill?"""
        for at, said in self.clauses:
            if named := _NAMED_SO.match(said):
                name = self.by_form.get(named["name"])
                if name and name.kind != "person":
                    yield from self.who.ask(name, at, "", said[named.end() :])
                continue
            subject = find_subject(said)
            name = self._named(subject) if subject else None
            if name and subject and name.kind != "person" and self._is_done(said, subject):
                continue
            if subject and name and _may_act(name, subject):
                yield from self.who.ask(name, at, said[: subject.start], predicate(said, subject))

    def _is_done(self, said: str, subject: Subject) -> bool:
        """Whether somebody did it to what the subject is: better to ask who."""
        if subject.verb not in ("was", "were") or " by " not in said:
            return False
        people = (name for name in self.names if name.kind == "person")
        places = (find_whole(said, name, self.names) for name in people)
        return any(place > subject.verb_start and _BY.search(said[:place]) for place in places)

    def _named(self, subject: Subject) -> Name | None:
        """The name that a subject is, its title left out."""
        text = _ARTICLE.sub("", subject.text)
        words = text.split()
        for at in range(len(words)):
            if (name := self.by_form.get(" ".join(words[at:]))) is not None:
                before = [word for word in words[:at] if word not in TITLES]
                is_told = not before or before[-1].lower() in ROLES  # fitness coach Dr. Jane Roe
                return name if is_told else None
        return None

    def _active(self, participle: str, at: int) -> str | None:
        """The verb of "led by Jane Roe" in the tense of its sentence."""
        subject = find_subject(self.article.sentences[at].text)
        is_present = subject is not None and not is_past(subject.verb)
        return _present_of(participle) if is_present else past_of(participle)

    def agents(self) -> Iterator[Proposal]:
        """ "The mill was built by Jane Roe": Who built the mill?"""
        for at, said in self.clauses:
            subject = find_subject(said)
            for name in self.names:
                if subject and subject.verb in ("was", "were", "is", "are"):
                    yield from self._agent(name, at, said, subject)

    def makers(self) -> Iterator[Proposal]:
        """ "the Otter, built by Jane Roe, ...": Who built the Otter?"""
        for name in self.names:
            for start, _ in name.mentions:
                at = self.article.sentence_at(start)
                if at is None or len(self.article.sentences[at].text) > LONGEST:
                    continue
                before = self.article.text[self.article.sentences[at].start : start]
                match = _MADE_BY.search(before)
                active = self._active(match["verb"], at) if match else None
                made = self.by_form.get(match["name"]) if match else None
                if made and active and made != name:
                    rest = f"{active} {with_the(made, self.article)}"
                    yield from self.who.ask(name, at, "", rest, least=2)

    def _agent(self, name: Name, at: int, said: str, subject: Subject) -> Iterator[Proposal]:
        place = find_whole(said, name, self.names)
        by = _BY.search(said[:place]) if place >= 0 else None
        if by is None or " of " in by["role"] or by.start() < subject.verb_start:
            return
        verb, *middle = said[subject.verb_start + len(subject.verb) : by.start()].split()
        active = past_of(verb) if subject.verb in ("was", "were") else _present_of(verb)
        is_double = " and " in subject.text or "by" in middle or " and " in by["role"]
        if active is None or is_double:
            return
        if middle and middle[0] in _PARTICLES:
            active += f" {middle.pop(0)}"
        thing = self.casing.lowered(subject.text)
        after = said[place + len(name.text) :].partition(",")[0].strip()
        rest = " ".join((active, thing, *middle, after)).strip(" ,")
        if not after.startswith(("'", "and ", "&", "of ")):
            yield from self.who.ask(name, at, said[: subject.start], rest)

    def described(self) -> Iterator[Proposal]:
        """ "Jane Roe, the owner of the mill, ...": Who is described as the owner of the mill?"""
        every = list(describe(self.article, self.names))
        times = Counter(_ARTICLE.sub("", each.text).lower() for each in every)
        for each in every:
            is_bare = " " not in _ARTICLE.sub("", each.text)
            if times[_ARTICLE.sub("", each.text).lower()] > 1 or is_bare:
                continue
            asked = asked_for_description(each.name, each.text, self.article)
            stem = f"{capitalized(asked)} is described as {each.text}?"
            told = as_sentence(f"{each.name.text} is described as {each.text}")
            found = self.proposals.about(each.name, stem, each.sentence, told)
            if found:
                yield found


def _may_act(name: Name, subject: Subject) -> bool:
    """Whether "Which place" can be asked with the verb; a town that pays may be its club."""
    if name.kind == "other":  # without an article it may be somebody
        is_thing = subject.text.lower().startswith("the ") or not name.text.istitle()
        return is_thing and subject.verb in ("was", "were", "is", "are")
    is_town = name.kind == "place" and not is_nation(name)
    return not is_town or subject.verb in _OF_PLACES


def predicate(clause: str, subject: Subject) -> str:
    """The verb with the adverbs before it, and what follows."""
    before = clause[subject.end : subject.verb_start].rpartition(",")[2].strip()
    return f"{before} {clause[subject.verb_start :]}".strip()


def _present_of(participle: str) -> str | None:
    base = base_of(participle)
    return third_person(base) if base else None
