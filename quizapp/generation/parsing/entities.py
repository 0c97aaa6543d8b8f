"""What names are, by a majority of what the parser takes their mentions for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.generation.findings import Findings, Name, NameKind
from quizapp.generation.names.capitals import Run
from quizapp.generation.names.name_kinds import votes_of_mention, votes_of_text
from quizapp.generation.parsing.trees import ParsedSentence

_KINDS: dict[str, NameKind] = {"PERSON": "person", "GPE": "place", "ORG": "organization"}
_SURE = 4  # votes of the words around one mention
_FEWEST: dict[NameKind, int] = {"person": 1, "place": 1, "organization": 2}  # mentions


def with_kinds(findings: Findings, parsed: Sequence[ParsedSentence]) -> Findings:
    """The findings, with a kind for the names that had shown none by themselves."""
    names = tuple(
        replace(name, kind=_kind(findings, name, parsed)) if name.kind == "other" else name
        for name in findings.names
    )
    return replace(findings, names=names)


def _is_told(findings: Findings, name: Name) -> bool:
    """Whether the article says of it what neither persons nor places nor bodies are: a brand."""
    article = findings.article
    runs = (Run(article.text[start:end], start, end) for start, end in name.mentions)
    return any(votes_of_mention(article, run)["other"] >= _SURE for run in runs)


def _kind(findings: Findings, name: Name, parsed: Sequence[ParsedSentence]) -> NameKind:
    """What all mentions that the parser takes for something are taken for."""
    votes = Counter(_votes(findings, name, parsed))
    if _is_told(findings, name):
        return "other"
    if len(votes) != 1 or not _may_be(name.text, next(iter(votes))):
        return "other"
    kind, count = votes.most_common(1)[0]
    is_bare = name.text.istitle() and " " not in name.text
    if (kind != "organization" or is_bare) and _has_the(findings, name):
        return "other"  # the Otter, the Rubicon: a ship or a work
    is_majority = count >= _FEWEST[kind] and 2 * count > len(name.mentions)
    return kind if is_majority else "other"


def _has_the(findings: Findings, name: Name) -> bool:
    """Whether "the" stands before it somewhere, as it does before no town and nobody."""
    text = findings.article.text
    return any(text[max(0, start - 4) : start].lower() == "the " for start, _ in name.mentions)


def _may_be(text: str, kind: NameKind) -> bool:
    """A person has two names or more, and none like that of the USS Niagara; an act is a law."""
    words = text.split()
    if votes_of_text(text)["other"]:
        return False
    return kind != "person" or (1 < len(words) < 5 and not any(map(str.isupper, words)))


def _votes(findings: Findings, name: Name, parsed: Sequence[ParsedSentence]) -> Iterator[NameKind]:
    """One of each mention that the parser takes for a name as well."""
    for mention in name.mentions:
        number = findings.article.sentence_at(mention[0])
        words = parsed[number].covering(*mention) if number is not None else ()
        kinds = {_KINDS[word.entity] for word in words if word.entity in _KINDS}
        if len(kinds) == 1:
            yield kinds.pop()
