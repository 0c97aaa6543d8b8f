"""What sort of thing a name is, in the article's words: a brewery, a journal, a ship."""

import re
from collections.abc import Iterator

from quizapp.generation.article import Article
from quizapp.generation.english.name_words import NATIONS, NATIONS_OF_TWO, ROLES
from quizapp.generation.english.words import word_set
from quizapp.generation.findings import Name, NameKind
from quizapp.generation.per_article import once_per_article

_GENERAL: dict[NameKind, str] = {"organization": "organization", "place": "place"}
# Nouns that tell a reader what to look for; by the kind that a name has of which they are said.
_PLACES = word_set(
    "city town village island islet river lake province state region district county port mountain "
    "valley peninsula suburb kingdom continent sea ocean bay channel street square bridge canal "
    "park hill glacier volcano strait harbor harbour desert stadium airport station castle palace "
    "cathedral fort lighthouse spa resort"
)
_BODIES = word_set(
    "company firm agency party union university institute bank charity ministry newspaper magazine "
    "manufacturer retailer publisher college association federation airline band team club "
    "cooperative brewery dairy foundry bakery foundation museum gallery hospital school church "
    "laboratory observatory orchestra theater theatre council court shipyard railway broadcaster "
    "label studio start-up startup think-tank restaurant hotel winery distillery regiment"
)
_WORKS = word_set(
    "ship vessel ferry steamer schooner barge liner tanker freighter yacht tug tugboat icebreaker "
    "frigate submarine boat trawler brig clipper warship corvette sealer whaler novel book film "
    "play opera symphony song album poem painting picture journal newspaper magazine satellite "
    "telescope spacecraft probe rocket asteroid comet planet star moon mission drug medicine "
    "vaccine compound substance bacterium germ virus gene protein species mineral metal element "
    "brand app program software game prize award medal trophy treaty law act language horse dog "
    "cat whale elephant locomotive engine aircraft airship airplane operation project cloud"
)
_NOUNS: dict[NameKind, frozenset[str]] = {
    "place": _PLACES,
    "organization": _BODIES,
    "other": _WORKS | _BODIES,
    "person": frozenset(),
}
_OWN: dict[str, str] = {
    **{
        word: word.lower()
        for word in [
            "University",
            "Institute",
            "Museum",
            "River",
            "Island",
            "Sea",
            "Bay",
            "Bridge",
            "Street",
            "Bank",
            "Foundation",
            "Prize",
            "Award",
            "Medal",
            "Treaty",
            "Act",
            "Council",
            "Hospital",
            "School",
            "Church",
            "Union",
            "Party",
            "College",
            "Gallery",
            "Park",
            "County",
            "Lake",
            "Court",
            "Agency",
            "Ministry",
            "Canal",
            "Ocean",
            "Strait",
            "Channel",
            "Library",
        ]
    },
    **dict.fromkeys(("Mount", "Mt."), "mountain"),
    **dict.fromkeys(("HMS", "USS", "SS", "RMS", "MV"), "ship"),
    **dict.fromkeys(
        ("Inc", "Corp", "Ltd", "Industries", "Optics", "Pharma", "Foods", "Airlines", "Motors"),
        "company",
    ),
    **dict.fromkeys(("Rovers", "Athletic", "Wanderers", "Albion"), "club"),
}
_INSTITUTIONS = word_set("university institute museum college gallery school hospital library")
# What nobody calls a place: options that are none are left out, though the key says what it is.
_WATERS = word_set("island islet river sea bay lake ocean strait channel canal street mountain")
_JOURNALS = re.compile(
    r"(?:The Lancet|Nature|Science|Cell|JAMA)\b|(?:Journal|Annals|Proceedings) of "
)
_BEFORE = re.compile(r"(?<![\w'-])(?P<noun>[a-z][a-z-]+)(?P<of> of| called| named|, the)? $")
_ABOARD = re.compile(r"\b(?:aboard|on board|captain of|crew of|deck of|wreck of) the $")
# What is named by its "of"; the castle of Hexley isn't called Hexley.
_OF = word_set(
    "city town village island isle port province state republic kingdom county district suburb "
    "resort"
)
_AFTER = re.compile(
    r", (?:an?|the) (?:[a-z][\w-]* ){0,3}?(?P<noun>[a-z][\w-]*)"
    r"(?= (?:of|in|on|at|for|from|by|near|against|that|which|whose|with|made|built)\b|[,.;])"
)
_WINDOW = 60  # characters


def noun_of(name: Name, article: Article) -> str:
    """The noun of the article, or else of the name itself; "" where neither tells."""
    known = _known(article)
    if (name.text, name.kind) not in known:
        known[name.text, name.kind] = _noun(name, article)
    return known[name.text, name.kind]


@once_per_article
def _known(article: Article) -> dict[tuple[str, NameKind], str]:
    """What was found before."""
    return {}


def _noun(name: Name, article: Article) -> str:
    if name.kind == "person":
        return ""
    if name.kind == "other" and _JOURNALS.match(name.text):
        return "journal"
    said = (noun for noun in _said(name, article) if noun in _NOUNS[name.kind])
    words = name.text.split()
    own = (_OWN.get(form.split()[-1].rstrip("."), "") for form in (name.text, *name.aliases))
    return next(said, "") or _OWN.get(words[0], "") or next(filter(None, own), "")


def _said(name: Name, article: Article) -> Iterator[str]:
    """The nouns right before its mentions, or right behind them between commas."""
    for start, end in name.mentions:
        text = article.text[max(0, start - _WINDOW) : start]
        if _ABOARD.search(text):
            yield "ship"
        before = _BEFORE.search(text)
        if before and (before["of"] != " of" or before["noun"] in _OF):
            yield before["noun"]
        after = _AFTER.match(article.text[end : end + _WINDOW])
        if after:
            yield after["noun"]


def asked_as(name: Name, article: Article) -> str:
    """The words that ask for it, such as "which brewery"; "" where nothing tells what it is."""
    if name.kind == "person":
        return "who"
    if is_nation(name):
        return "which country"
    noun = noun_of(name, article)
    if noun and (name.kind == "other" or noun in _WATERS or noun not in name.text.lower()):
        return f"which {noun}"
    if noun in _INSTITUTIONS:
        return "which institution"
    return f"which {_GENERAL[name.kind]}" if name.kind in _GENERAL else ""


def asked_for_description(name: Name, text: str, article: Article) -> str:
    """The words that ask what is described as `text`: no village as a village on the coast."""
    asked = asked_as(name, article)
    if name.kind == "person" or (asked and asked.split()[-1] not in text.split()):
        return asked
    return f"which {_GENERAL[name.kind]}" if name.kind in _GENERAL else "what"


def written_forms(name: Name, article: Article) -> tuple[str, ...]:
    """What may be written for a name: all its forms, and Sorrel for an island of that name."""
    forms = (name.text, *name.aliases)
    noun = noun_of(name, article)
    words = name.text.split()
    is_own = len(words) > 1 and _OWN.get(words[-1]) == noun != ""
    return (*forms, " ".join(words[:-1])) if is_own else forms


def is_said_of(noun: str, kind: NameKind) -> bool:
    """Whether it tells what a name of this kind is: chemist, brewery, island."""
    return noun in (ROLES if kind == "person" else _NOUNS[kind])


def is_nation(name: Name) -> bool:
    """Whether it is a country by its name."""
    return name.text in NATIONS or name.text in NATIONS_OF_TWO
