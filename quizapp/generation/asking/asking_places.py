"""Questions for where something is, and sentences with a gap for a name not asked for otherwise."""

import re
from collections.abc import Iterator
from random import Random

from quizapp.generation.article import Article
from quizapp.generation.asking.name_proposals import NameProposals, as_sentence, find_whole
from quizapp.generation.clauses.inversion import invert
from quizapp.generation.clauses.standing import shortened, standing_clauses
from quizapp.generation.clauses.subjects import find_subject
from quizapp.generation.findings import Findings
from quizapp.generation.names.casing import Casing
from quizapp.generation.proposals import Proposal

GAP = "____"
_LIES = re.compile(
    r"(?P<the>The )?(?P<name>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*) is an? (?:[a-z-]+ ){1,5}"
    r"(?:in|on|at|near|off) (?:the )?(?P<where>[A-Z].*)"
)
_LONGEST_GAPPED = 22  # words
_IN = re.compile(r" (?:in|at|on|near) (?:the )?$")
_INDEFINITE = re.compile(r"\ban? [\w -]+$")  # "a firm in Odby": there the firm is, nothing else
# Behind these a place may belong to something else than the verb.
_ELSEWHERE = re.compile(
    r",|\b(?:and|or|who|whom|that|which|when|where|because|after|before|since|during|with|for|of|"
    r"than|about|over)\b"
)
_LIST_BEFORE = re.compile(r"[A-Z][\w'-]*(?:,| and| or|, and) (?:the )?$")
_LIST_BEHIND = re.compile(r"(?:,| and| or) (?:the )?[A-Z]")
_WIDER = re.compile(r", [A-Z][\w. ]+(?=,|$)")


def propose(findings: Findings, random: Random) -> Iterator[Proposal]:
    """First all questions, then the gaps."""
    asking = _Asking(findings, random)
    said = standing_clauses(findings.article)
    for at, text in said:
        yield from asking.whereabouts(at, text)
        yield from asking.places(at, text)
    for at, text in said:
        yield from asking.gaps(at, shortened(text).strip(" ,"))


class _Asking:
    """The ways of asking for the places of one article."""

    def __init__(self, findings: Findings, random: Random) -> None:
        self.article: Article = findings.article
        self.names = findings.names
        self.by_text = {name.text: name for name in findings.names}
        self.common = findings.often_named
        self.casing = Casing(findings.article, findings.names)
        self.proposals = NameProposals(findings, random)

    def places(self, at: int, text: str) -> Iterator[Proposal]:
        """ "The firm will close its mill in Odby": Where will the firm close its mill?"""
        inverted = invert(text, self.casing)
        if inverted is None:
            return
        for name in self.names:
            start = find_whole(text, name, self.names)
            before = _IN.search(text, inverted.rest, start) if start > inverted.rest else None
            if name.kind != "place" or before is None:
                continue
            between = text[inverted.rest : before.start()]
            if _ELSEWHERE.search(between) or _INDEFINITE.search(between):
                continue
            after = text[start + len(name.text) :]
            wider = _WIDER.match(after)
            after = after[wider.end() :].lstrip(",") if wider else after
            if not re.match(r"$|,? (?:in|on|by|at|until|before|after|for) ", after):
                continue
            stem = inverted.question("where", between + after)
            found = self.proposals.about(name, stem, at, as_sentence(text))
            if found:
                yield found

    def whereabouts(self, at: int, text: str) -> Iterator[Proposal]:
        """ "Odby Dam is a dam in the Limma Valley": Where is Odby Dam?"""
        match = _LIES.match(text)
        subject = self.by_text.get(match["name"]) if match else None
        if match is None or subject is None or subject.kind == "person":
            return
        found = [name for name in self.names if match["where"].startswith(name.text)]
        name = max(found, key=lambda each: len(each.text), default=None)
        if name and name is not subject and name.kind == "place":
            stem = f"Where is {(match['the'] or '').lower()}{subject.text}?"
            asked = self.proposals.about(name, stem, at, as_sentence(text))
            yield from filter(None, [asked])

    def gaps(self, at: int, text: str) -> Iterator[Proposal]:
        """The clause with a gap for each of its names in turn."""
        if len(text.split()) > _LONGEST_GAPPED or text.startswith("What "):
            return
        for name in self.names:
            start = find_whole(text, name, self.names)
            after = text[start + len(name.text) :]
            is_unsure = name.kind == "other" and " " not in name.text
            is_unsure |= name.text in self.common or _is_listed(text[: max(0, start)], after)
            if is_unsure or start < 0 or after.startswith("' ") or name.text in after:
                continue
            stem = as_sentence(text[:start] + GAP + after)
            found = self.proposals.about(name, stem, at, as_sentence(text), "blank")
            if found and find_subject(text):
                yield found


def _is_listed(before: str, after: str) -> bool:
    """Whether it is one of several names: in Alabama, Iowa and Indiana."""
    return bool(_LIST_BEFORE.search(before) or _LIST_BEHIND.match(after))
