"""Questions for who says so: the organization behind a poll, the expert behind a figure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quizapp.generation.asking.name_proposals import NameProposals, as_sentence
from quizapp.generation.clauses.pronouns import holds
from quizapp.generation.clauses.references import resolve
from quizapp.generation.clauses.standing import shortened
from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.findings import Findings, Name
from quizapp.generation.names.casing import Casing
from quizapp.generation.names.name_nouns import noun_of
from quizapp.generation.proposals import Proposal

_INQUIRY = r"(?:poll|survey|study|census|report|inquiry|experiment|trial|analysis|review)"
_CITED_FIRST = re.compile(r"According to (?P<source>[^,]+?), (?P<claim>[^;]+)")
_CITED_LAST = re.compile(r"(?P<claim>[^;]+?), according to (?P<source>[^,;]+)")
_DONE_BY = re.compile(
    r"\b(?P<article>[Aa]n?|[Tt]he) "
    rf"(?P<thing>(?:[\w-]+ ){{0,2}}{_INQUIRY}(?: of [^,;.]{{3,60}}?)?) "
    r"(?P<verb>carried out|conducted|run|published|commissioned|done|made|led) by "
    r"(?:the )?(?P<rest>[A-Z][^,;]{2,80})"
)
_BY_BODY = re.compile(
    r"(?:(?:An?|The) )?(?P<thing>.*?\b(?:polls?|surveys?|stud(?:y|ies)|report|analysis)\b.*?) "
    r"(?:by|from|of) (?P<who>(?:the )?[A-Z].*)$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    rf"\b(?P<thing>{_INQUIRY}) that (?P<who>(?:the )?[A-Z][^,;.]{{2,60}}?)(?:, [^,;.]+,)? "
    r"(?P<verb>published|conducted|carried out|released|commissioned)\b"
)
# A paper or magazine that printed it: the study, published on Monday in the journal Otter Letters.
_PRINTED = re.compile(
    r"(?P<thing>\b(?:[Tt]he|[Aa]) (?:[a-z-]+ )?(?:work|paper|study|findings|results|research|"
    r"article|letter|essay|discovery|report|analysis)),? (?:(?:was|were) )?(?:published|printed)"
    r"(?: (?:on|last) [A-Z]?[a-z]+)? in (?:the (?:journal|magazine) )?(?P<where>[A-Z][^,;.]{2,60})"
)
_ACTIVE = {"done": "did", "run": "ran"}
_QUOTED = (
    re.compile(
        r"\"(?P<said>[^\"]{20,120})[,.?!]\" (?:said|says|wrote|argued|added) (?P<who>[^,.;]+)"
    ),
    re.compile(
        r"\"(?P<said>[^\"]{20,120})[,.?!]\" (?P<who>[^,.;\"]{2,60}?) (?:said|says|wrote|added)\b"
    ),
)
_PAPERS = ("journal", "magazine", "newspaper")
_LONGEST_SPEECH = 11  # words
_SHORTEST_SPEECH = 5


def propose(findings: Findings, random: Random) -> Iterator[Proposal]:
    """One after the other, sentence by sentence."""
    asking = _Asking(findings, random)
    for at in range(len(findings.article.sentences)):
        ways = (
            asking.cited,
            asking.findings_of,
            asking.published,
            asking.inquiries,
            asking.printed,
            asking.speakers,
        )
        for ask in ways:
            yield from filter(None, ask(at))


class _Asking:
    """The ways of asking for the sources of one article."""

    def __init__(self, findings: Findings, random: Random) -> None:
        self.article = findings.article
        self.names = findings.names
        self.casing = Casing(findings.article, findings.names)
        self.proposals = NameProposals(findings, random)
        self.is_published = False  # whether the inquiry that the article is about was asked for

    def printed(self, at: int) -> Iterator[Proposal | None]:
        """ "the work, published in the journal Otter Letters": which journal published it?"""
        text = self.article.sentences[at].text
        match = _PRINTED.search(text)
        found = (name for name in self.names if match and match["where"].startswith(name.text))
        name = max(found, key=lambda each: len(each.text), default=None)
        if match is None or name is None or name.kind in ("person", "place"):
            return
        noun = noun_of(name, self.article)
        if noun in _PAPERS:
            thing = match["thing"].lower()
            stem = f"Which {noun} published {thing} that the article is about?"
            told = as_sentence(f"{thing} was published in {name.text}")
            yield self.proposals.about(name, stem.replace(" a ", " the "), at, told)

    def cited(self, at: int) -> Iterator[Proposal | None]:
        """ "According to Jane Roe, it sank": who says that it sank?"""
        text = self.article.sentences[at].text.rstrip(".")
        match = _CITED_FIRST.match(text) or _CITED_LAST.match(text)
        name = self._name_in(match["source"]) if match else None
        if match is None or name is None or '"' in text:
            return
        claim = resolve(match["claim"], self.article, at)
        if claim is None:
            return
        claim = self.casing.lowered(shortened(claim).strip(" ,"))
        if find_subject(claim) is None:
            return
        is_poll = re.search(rf"\b{_INQUIRY}\b", match["source"]) is not None
        yield self.proposals.about(
            name,
            f"{_asking_for(name, is_poll=is_poll)} that {claim}?",
            at,
            as_sentence(f"The article gives {name.text} as its source"),
        )

    def _name_in(self, text: str) -> Name | None:
        """The only person or organization that `text` names."""
        found = [
            name
            for name in self.names
            if name.kind in ("person", "organization")
            and any(holds(text, form) for form in (name.text, *name.aliases))
        ]
        return found[0] if len(found) == 1 else None

    def findings_of(self, at: int) -> Iterator[Proposal | None]:
        """ "A study by the Kern Institute expects gains": which organization's study does?"""
        said = resolve(self.article.sentences[at].text.rstrip("."), self.article, at)
        subject = find_subject(said) if said else None
        match = _BY_BODY.match(subject.text) if subject else None
        name = self._name_in(match["who"]) if match else None
        if said is None or subject is None or match is None or name is None:
            return
        if name.kind == "organization" and not subject.start:
            acts = shortened(f"It {said[subject.verb_start :]}")[3:].strip(" ,")
            stem = f"Which organization's {match['thing']} {acts}?"
            yield self.proposals.about(name, stem, at, as_sentence(said))

    def published(self, at: int) -> Iterator[Proposal | None]:
        """ "a poll that the Kern Institute published": which organization published it?"""
        match = _PUBLISHED.search(self.article.sentences[at].text)
        name = self._name_in(match["who"]) if match else None
        if match and name and name.kind == "organization" and not self.is_published:
            self.is_published = True
            done = f"{match['verb']} the {match['thing']}"
            stem = f"Which organization {done} that the article is about?"
            told = as_sentence(f"{name.text} {match['verb']} the {match['thing']}")
            asked = self.proposals.about(name, stem, at, told)
            # What it did is another fact than what it is.
            yield replace(asked, fact=f"{asked.fact}:{match['verb']}") if asked else None

    def inquiries(self, at: int) -> Iterator[Proposal | None]:
        """ "a survey of homes carried out by the Kern Institute": which organization did?"""
        for match in _DONE_BY.finditer(self.article.sentences[at].text):
            name = next((each for each in self.names if match["rest"].startswith(each.text)), None)
            if name is None or name.kind not in ("person", "organization"):
                continue
            verb = _ACTIVE.get(match["verb"], match["verb"])
            when = re.match(r" in (?:[A-Z][a-z]+ )?\d{4}", match["rest"][len(name.text) :])
            stem = f"{'Who' if name.kind == 'person' else 'Which organization'} {verb} "
            stem += f"{match['article'].lower()} {match['thing']}{when.group() if when else ''}?"
            told = as_sentence(f"{name.text} {verb} {match['article'].lower()} {match['thing']}")
            yield self.proposals.about(name, stem, at, told)

    def speakers(self, at: int) -> Iterator[Proposal | None]:
        """Who said something short enough to be quoted in full."""
        text = self.article.sentences[at].text
        for pattern in _QUOTED:
            match = pattern.search(text)
            name = self._name_in(match["who"]) if match else None
            if match is None or name is None or name.kind != "person":
                continue
            if _SHORTEST_SPEECH <= len(match["said"].split()) <= _LONGEST_SPEECH:
                told = as_sentence(f"These are words of {name.text}")
                yield self.proposals.about(name, f'Who said: "{match["said"]}"?', at, told)


def _asking_for(name: Name, *, is_poll: bool) -> str:
    if name.kind == "person":
        return "Who is cited as saying"
    return (
        "Which organization's findings say" if is_poll else "Which organization is cited as saying"
    )
