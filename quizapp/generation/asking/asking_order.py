"""Questions that put several things of an article together: events in order, names and roles."""

from collections.abc import Iterator, Sequence
from random import Random

from quizapp.generation.facts.descriptions import describe
from quizapp.generation.facts.events import Event, find_events, in_order
from quizapp.generation.facts.terms import find_terms
from quizapp.generation.findings import Findings
from quizapp.generation.proposals import Proposal, Topic
from quizapp.generation.reading.plain import plain_to_markdown
from quizapp.question_types.matching import Matching, Pair
from quizapp.question_types.ordering import OrderedItem, Ordering

_FEWEST = 3  # items or pairs
_MOST = 5
_MOST_MATCHINGS = 2
_LONGEST_RIGHT = 14  # words of what stands on the right
_STEMS = (
    "Put these events in order, earliest first.",
    "Which of these came first, and what followed? Order them from the earliest to the latest.",
)


def propose(findings: Findings, random: Random) -> Iterator[Proposal]:
    """At most two questions of each of the two types."""
    events = in_order(find_events(findings))
    groups = _groups(events, random)
    for stem, group in zip(_STEMS, groups, strict=False):
        yield _ordering(findings, stem, group)
    rest = groups[len(_STEMS)] if len(groups) > len(_STEMS) else []
    matchings = [*_people(findings), *_terms(findings), *_dates(findings, rest)]
    yield from matchings[:_MOST_MATCHINGS]


def _groups(events: list[Event], random: Random) -> list[list[Event]]:
    """The events in groups, each from all over the time and each as large as may be."""
    count = min(len(events) // _FEWEST, len(_STEMS) + 1)
    if not count:
        return []
    size = min(_MOST, len(events) // count)
    drawn = random.sample(range(len(events)), size * count)
    parts = [sorted(drawn[at * size : (at + 1) * size]) for at in range(count)]
    return [[events[at] for at in part] for part in parts]


def _ordering(findings: Findings, stem: str, events: Sequence[Event]) -> Proposal:
    items = tuple(OrderedItem(plain_to_markdown(each.text)) for each in events)
    dates = ", ".join(each.date for each in events)
    told = f"The article dates them, in this order: {dates}."
    return _proposal(findings, stem, Ordering(items), [each.sentence for each in events], told)


def _people(findings: Findings) -> Iterator[Proposal]:
    """Who is described as what."""
    found: dict[str, tuple[str, int]] = {}
    for each in describe(findings.article, findings.names):
        is_new = each.text not in {text for text, _ in found.values()}
        is_person = each.name.kind == "person" and each.name.text not in findings.article.author
        if is_person and is_new and len(each.text.split()) <= _LONGEST_RIGHT:
            found.setdefault(each.name.text, (each.text, each.sentence))
    yield from _matching(
        findings,
        "Match each person with what the article says of them.",
        ("Person", "Description"),
        found,
    )


def _terms(findings: Findings) -> Iterator[Proposal]:
    """Which term means what."""
    found = {
        term.text: (term.explanation, term.sentence)
        for term in find_terms(findings.article, findings.names)
        if len(term.explanation.split()) <= _LONGEST_RIGHT
    }
    yield from _matching(
        findings, "Match each term with what it is.", ("Term", "Explanation"), found
    )


def _dates(findings: Findings, events: Sequence[Event]) -> Iterator[Proposal]:
    """Which event happened when."""
    found = {each.text: (each.date, each.sentence) for each in events}
    yield from _matching(findings, "Match each event with its date.", ("Event", "Date"), found)


def _matching(
    findings: Findings, stem: str, header: tuple[str, str], found: dict[str, tuple[str, int]]
) -> Iterator[Proposal]:
    """One question with the first of the pairs, if there are enough."""
    rows = list(found.items())[:_MOST]
    rows = [(left, right) for left, right in rows if not _gives_away(left, right[0])]
    if len(rows) < _FEWEST:
        return
    pairs = tuple(
        Pair(plain_to_markdown(left), plain_to_markdown(right)) for left, (right, _) in rows
    )
    told = "; ".join(f"{left}: {right}" for left, (right, _) in rows) + "."
    body = Matching(pairs, header=header)
    sentences = [sentence for _, (_, sentence) in rows]
    yield _proposal(findings, stem, body, sentences, told)


def _gives_away(left: str, right: str) -> bool:
    """Whether a word with a capital stands on both sides."""
    return any(word in right.split() for word in left.split() if len(word) > 3)


def _proposal(
    findings: Findings,
    stem: str,
    body: Ordering | Matching,
    sentences: Sequence[int],
    told: str,
) -> Proposal:
    topics: dict[str, Topic] = {"Person": "name", "Term": "definition", "Event": "date"}
    topic = topics[body.header[0]] if isinstance(body, Matching) else "order"
    every = list(dict.fromkeys(sentences))
    return Proposal(
        stem=stem,
        body=body,
        quotes=tuple(findings.article.sentences[at].text for at in every),
        sentence=every[0],
        fact=f"{every[0]}:{body.name}",
        form="question",
        topic=topic,
        tier="light",
        explanation=told,
    )
