"""What names are, by a majority of what the parser takes their mentions for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.generation.findings import Findings, Name, NameKind
from quizapp.generation.trees import ParsedSentence

_KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organization",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
_SURE = 2 / 3  # share of a name's mentions


def with_kinds(findings: Findings, parsed: Sequence[ParsedSentence]) -> Findings:
    """The findings, with a kind for the names that had shown none by themselves."""
    names = tuple(
        replace(name, kind=_kind(findings, name, parsed)) if name.kind == "other" else name
        for name in findings.names
    )
    return replace(findings, names=names)


def _kind(findings: Findings, name: Name, parsed: Sequence[ParsedSentence]) -> NameKind:
    votes = Counter(_votes(findings, name, parsed))
    if not votes:
        return "other"
    kind, count = votes.most_common(1)[0]
    return kind if count >= _SURE * len(name.mentions) else "other"


def _votes(findings: Findings, name: Name, parsed: Sequence[ParsedSentence]) -> Iterator[NameKind]:
    """One of each mention that the parser takes for a name as well."""
    for mention in name.mentions:
        number = findings.article.sentence_at(mention[0])
        words = parsed[number].covering(*mention) if number is not None else ()
        kinds = {_KINDS[word.entity] for word in words if word.entity in _KINDS}
        if len(kinds) == 1:
            yield kinds.pop()
