"""Whether a name is a person's, a place's or an organization's: every mention has a vote."""

import re
from collections import Counter
from collections.abc import Iterable

from quizapp.generation.article import Article
from quizapp.generation.english.first_names import FIRST_NAMES, MONTH_NAMES
from quizapp.generation.english.name_words import (
    COUNTRIES,
    KEPT_TITLES,
    ORGANIZATION_HEADS,
    PEOPLES,
    PLACE_FIRSTS,
    PLACE_HEADS,
    PLACES_OF_TWO,
    ROLES,
    SHIPS,
    SURNAME_HEADS,
    TITLES,
    WORK_HEADS,
)
from quizapp.generation.english.verbs import REPORTING
from quizapp.generation.english.words import word_set
from quizapp.generation.findings import NameKind
from quizapp.generation.names.capitals import Run

Votes = Counter[NameKind]
# Wherever they stand in a name, it is an organization's.
_BODIES = frozenset(("University", "College", "Institute", "Academy", "Hospital", "Museum"))

PLACE_NOUNS = word_set(
    "city town village island river lake province state country region district county port "
    "mountain valley peninsula capital suburb municipality republic kingdom continent sea bay "
    "nation home center centre site birthplace hub neighborhood neighbourhood resort settlement "
    "territory enclave outpost stronghold metropolis seat community hamlet monarchy sultanate "
    "emirate democracy archipelago strait canyon hill desert forest park street square "
    "atoll islet reef lagoon volcano glacier dam reservoir fjord gorge crater plateau waterfall"
)
_ORGANIZATION_NOUNS = word_set(
    "company firm agency party union university institute maker group bank organization charity "
    "ministry newspaper magazine start-up startup manufacturer retailer publisher think-tank "
    "studio provider producer chain distributor lender insurer carmaker automaker exporter "
    "importer utility brewery foundry shipyard college association federation operator supplier "
    "airline band team club cooperative drugmaker chipmaker steelmaker planemaker toymaker "
    "co-operative nonprofit non-profit conglomerate startup bakery dairy winery distillery"
)
_OTHER_NOUNS = word_set(
    "ship vessel ferry steamer schooner barge liner tanker freighter yacht tug tugboat icebreaker "
    "frigate submarine boat trawler brig clipper warship law act bill statute decree ordinance "
    "line biscuit biscuits cereal snack snacks candy sweets beer soda app character mascot cartoon "
    "dog horse cat dolphin statue puppet film novel book magazine satellite telescope program "
    "treaty brand spacecraft probe rocket chocolate cookies operation project"
)
# What a firm has; towns and people that have it are more often something else by other votes.
_OWNED_BY_FIRMS = re.compile(
    r"'s? (?:[a-z-]+ )?(?:chief|headquarters|shares|shareholders|revenue|profits?|brands?|"
    r"products?|chairman|plants?|factory|factories|subsidiary|takeover|bid|board)\b"
)
_PAPERS = re.compile(r"\b(?:published|appeared|reported|printed) in (?:the journal )?$")
_CLUBS = word_set("Sporting Real Borussia Dynamo Dinamo Inter Atletico Olympique Lokomotiv")
_TOWN_CLUBS = re.compile(r"\b(?:beat|beating|past|loan from|against|opponents?|side) $")
_WORKED_BY = re.compile(
    r"\b(?:led|headed|written|painted|founded|designed|drawn|invented|discovered|directed|"
    r"composed|captained|translated|colleagues?) (?:by )?$"
)
_AGED = re.compile(r", \d\d?,")
_SOURCES = word_set("poll polls survey study report surveys")
_NOUNS: tuple[tuple[NameKind, frozenset[str]], ...] = (
    ("place", PLACE_NOUNS),
    ("organization", _ORGANIZATION_NOUNS),
    ("other", _OTHER_NOUNS),
    ("person", ROLES),
)
_NOUN_KINDS: dict[str, NameKind] = {noun: kind for kind, nouns in _NOUNS for noun in nouns}
_KINDS: tuple[NameKind, ...] = ("person", "organization", "place", "other")
_BEFORE = re.compile(r"([\w.-]+),? (?:of )?$")
_SECOND = re.compile(r"\b([a-z]+) [A-Z][\w'.-]*(?: [A-Z][\w'.-]*)* and $")
_AFTER = re.compile(r" ([a-z][\w-]*)(?![\w-]| [A-Z])")  # no name of its own: the Kern mill Otter
_ADDED_THING = re.compile(r" (?:added|noted|found|reported|warned) (?:an?|the|its|new|more)\b")
_DESCRIBED = re.compile(
    r",? (?:is|was|remains|became) (?:an?|the|one of (?:the )?) ?([^,.;:()\"]{3,80})"
)
# What is told of places alone.
_LEFT_FOR = re.compile(r" (?:bound|sailed|left(?: [A-Z]\w+)?) for $")
_OF_PLACES = re.compile(
    r" (?:has|had|counts) (?:\w+ )?[\d,.]+ (?:million )?(?:inhabitants|residents)\b"
    r"| (?:is|was) (?:un)?inhabited\b|,? which (?:lies|rises|rose from|stretches|borders)\b"
)
_APPOSITIVE = re.compile(r", (?:an?|the|its|his|her|their) ([^,.;:()\"]{3,80})")
_WORDS = re.compile(r"[\w-]+(?!['\w-])")  # no owner: the country's oldest mill is a mill
_INITIALED = re.compile(r"(?:[A-Z]\.\s?)+[A-Z]\w+|[A-Z]\w+ [A-Z]\. [A-Z]\w+")
_AT_PLACE = re.compile(r"[A-Z][\w.]+ (?:at|from|in|of) (?:the )?$")
_HEAD_OF = re.compile(r"\b([a-z]+) of (?:the|an?|its) (?:[\w-]+ )?[\w-]+, $")
_STRONG = 4  # votes, as one noun beside a name has
_FEWEST_FOR_PERSON = 2  # votes; the form of a name alone, which places have as well, gives one
_WINDOW = 110  # characters before and behind a name that may tell what it is
_PRECEDING = {"in": 2, "near": 2, "across": 1, "from": 1, "at": 1, "into": 1, "off": 1}


def votes_of_text(name: str) -> Votes:
    """What the words of the name itself say."""
    words = name.split()
    votes: Votes = Counter()
    if name in COUNTRIES or name in PLACES_OF_TWO:
        votes["place"] += 6
    if not _BODIES.isdisjoint(words):
        votes["organization"] += 4
    if words[0] in SHIPS or words[-1] in WORK_HEADS:
        votes["other"] += 6
    elif words[-1] in ORGANIZATION_HEADS or _is_body(words):
        votes["organization"] += 5
    elif (words[-1] in PLACE_HEADS and len(words) > 1) or words[0] in PLACE_FIRSTS:
        votes["place"] += 5
    if "&" in words or words[0] in _CLUBS and len(words) > 1:
        votes["organization"] += 6
    votes["person"] += _personal(words, name)
    return votes


def _is_body(words: list[str]) -> bool:
    """As in Federation of Labor."""
    heads = zip(words, words[1:], strict=False)
    return any(head in ORGANIZATION_HEADS and after in ("of", "for", "on") for head, after in heads)


def _personal(words: list[str], name: str) -> int:
    if words[0] in KEPT_TITLES or _INITIALED.fullmatch(name):
        return 4
    others = ORGANIZATION_HEADS | (PLACE_HEADS - SURNAME_HEADS)
    if words[0] in FIRST_NAMES | MONTH_NAMES and words[-1] not in others:
        return 4 if 2 <= len(words) <= 4 else 1
    return 0


def votes_of_mention(article: Article, run: Run) -> Votes:
    """What the words around one mention say."""
    before = article.text[max(0, run.start - _WINDOW) : run.start]
    after = article.text[run.end : run.end + _WINDOW]
    votes: Votes = Counter()
    if run.title and run.title.split()[-1] in TITLES:
        votes["person"] += 5
    votes += _votes_before(before, run.text, is_owner=after.startswith("'"))
    if run.text not in COUNTRIES | PLACES_OF_TWO:
        votes += _votes_after(after)
        votes += _votes_of_deeds(before, run.text, after)
    if _AT_PLACE.search(before) and after.startswith(", "):
        votes["person"] = 0  # Henry Russell at Princeton, the astronomer
    return votes


def _votes_of_deeds(before: str, name: str, after: str) -> Votes:
    """What is said of a name that only people, firms, clubs or papers have or do."""
    votes: Votes = Counter()
    if _OWNED_BY_FIRMS.match(after):
        votes["organization"] += 3
    if _PAPERS.search(before):
        votes["other"] += 5
    if name.endswith((" City", " Town", " County")) and _TOWN_CLUBS.search(before):
        votes["organization"] += 8
    if " " in name and _WORKED_BY.search(before):
        votes["person"] += 1
    if _AGED.match(after) or (
        " " in name and before.split()[-1:] and before.split()[-1] in PEOPLES
    ):
        votes["person"] += 4
    return votes


def _word_before(before: str) -> str:
    """The noun that stands before a name, in the singular; "" where there is none."""
    match = _BEFORE.search(before)
    word = match.group(1).lower() if match else ""
    if head := _HEAD_OF.search(before):
        word = head.group(1)  # the president of the university, Jane Roe
    if word == "and" and (pair := _SECOND.search(before)):
        word = pair[1]  # the brands Dovetail and Kern
    return _singular(word)


def _singular(word: str) -> str:
    """Of a noun that tells what a name is, else the word itself."""
    is_plural = word not in _NOUN_KINDS and word.removesuffix("s") in _NOUN_KINDS
    return word.removesuffix("s") if is_plural else word


def _votes_before(before: str, name: str, *, is_owner: bool) -> Votes:
    votes: Votes = Counter()
    word = _word_before(before)
    if _LEFT_FOR.search(before):
        votes["place"] += 6
    if word in _NOUN_KINDS and not before.endswith(" of "):
        votes[_NOUN_KINDS[word]] += 4
    elif word in PLACE_NOUNS:
        votes["place"] += 4
    elif word in _PRECEDING and not is_owner and not name.startswith("The "):
        votes["place"] += _PRECEDING[word]
    elif word == "the" and name.isupper():
        votes["organization"] += 2
    return votes


def _votes_after(after: str) -> Votes:
    votes: Votes = Counter()
    if after.startswith(", who "):
        votes["person"] += 6
    if after.startswith(", where ") or _OF_PLACES.match(after):
        votes["place"] += 4
    country = re.match(r", ([A-Z]\w+)", after)
    if country and country.group(1) in COUNTRIES:
        votes["place"] += 2
    following = _AFTER.match(after)
    word = following.group(1) if following else ""
    if word in REPORTING and not _ADDED_THING.match(after):
        votes["person"] += 1
    elif word in _SOURCES:
        votes["organization"] += 3
    elif word in _NOUN_KINDS and word not in ROLES:
        votes[_NOUN_KINDS[word]] += 6
    if appositive := _APPOSITIVE.match(after) or _DESCRIBED.match(after):
        votes += _votes_of_phrase(appositive.group(1))
    return votes


def _votes_of_phrase(phrase: str) -> Votes:
    """Of what follows a name between commas: "a village in Newfoundland"."""
    head = re.split(r" (?:of|in|at|for|from|on|by|who|that|which|with|and|to) ", phrase)[0]
    words = [_singular(word) for word in _WORDS.findall(head)]
    nouns = [word for word in words if word in _NOUN_KINDS]
    if not nouns:
        return Counter()
    return Counter({_NOUN_KINDS[nouns[-1]]: 8 if nouns[-1] == words[-1] else 4})


def kind_by(votes: Iterable[Votes]) -> NameKind:
    """The kind with most votes; "other" where nothing tells."""
    total: Votes = Counter()
    for each in votes:
        total += each
    best = max(_KINDS, key=lambda kind: total[kind])
    against = total["other"]
    if best == "person" and against >= _STRONG and 2 * against >= total[best]:
        return "other"  # a brand, a ship or a dog that is called like somebody
    is_guess = best == "person" and total[best] < _FEWEST_FOR_PERSON
    return best if total[best] and not is_guess else "other"
