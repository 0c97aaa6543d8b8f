"""The proper names of an article: what they are, where they stand, and their shorter forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.generation.article import Article
from quizapp.generation.english.first_names import FIRST_NAMES
from quizapp.generation.english.genders import gender_of, gender_told
from quizapp.generation.english.name_words import COUNTRIES, KEPT_TITLES, PLACES_OF_TWO
from quizapp.generation.english.words import word_set
from quizapp.generation.findings import Name, NameKind
from quizapp.generation.names.capitals import HEADS, Capitals, Run
from quizapp.generation.names.name_kinds import Votes, kind_by, votes_of_mention, votes_of_text
from quizapp.generation.reading.lives import forms_in_life, subject_of_life

_ACRONYM = re.compile(r" \((?:the |or )?([A-Z][A-Z.]{1,7})\)")
_LATER = re.compile(
    r"(?:, later|later became|who became|, born|, formerly|(?:also|better) known as|known as) $"
)
_RELATIVE = re.compile(
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir|'s) (?:\w+ ){0,2}(?:father|mother|brother|sister|wife|husband"
    r"|son|daughter|uncle|aunt|cousin|nephew|niece),? $"
    r"|\b(?:child|children|son|daughter) of (?:the )?(?:\w+ )?$"
)
_NEAR = 40  # characters
_LEGAL_FORM = re.compile(r",? (?:Inc|Corp|Ltd|Co|plc|PLC|LLC)\.?$")
_FIRMS = word_set(
    "Inc Inc. Corp Corp. Ltd Ltd. Company Group Foods Industries Holdings Airlines Motors Systems "
    "Partners Technologies Software Energy Laboratories Brothers Sons Capital Optics Medical "
    "Pharma Labs Beverage Beverages Media Electronics Insurance Pharmaceuticals Therapeutics "
    "Athletic Rovers United Wanderers"
)
_PATRONYMICS = word_set("bin ibn bint")  # before the father's name: such people have no surname
_SURE = 4  # votes
_A_PEOPLE = 3  # votes, for what has one called after it: Freudians had a Freud, too
_SURE_PLACE = 5
_MOST = 2_000  # names; an article with more of them is a list


def find_names(article: Article) -> tuple[Name, ...]:
    """Them all, by their first mention."""
    mentions: dict[str, list[Run]] = defaultdict(list)
    for run in Capitals(article).runs():
        if run.text in mentions or len(mentions) < _MOST:
            mentions[run.text].append(run)
    lands = _without_peoples(mentions)
    votes = {text: _votes(article, text, runs) for text, runs in mentions.items()}
    for text in lands:
        votes[text]["place"] += _A_PEOPLE
    for text in votes:
        last = text.split()[-1]
        if votes[text]["person"] and last in votes and text not in PLACES_OF_TWO:
            is_short = " " in text and not votes[last]["place"]
            votes[text]["person"] += is_short  # a surname alone is short for it
    for text in _named_after_people(votes):
        votes[text]["person"] = 0
    kinds = {text: kind_by([each]) for text, each in votes.items()}
    fullest = _fullest_forms(article, mentions, kinds) | _acronyms(article, mentions)
    fullest |= _later_names(article, mentions, kinds)
    groups: dict[str, list[str]] = defaultdict(list)
    for text in mentions:
        groups[_last_form(text, fullest)].append(text)
    names = (_name(full, forms, mentions, votes) for full, forms in groups.items())
    names = (_with_gender(name, article) for name in names)
    return tuple(_without_repeats(sorted(names, key=lambda name: name.mentions[0])))


def _with_gender(name: Name, article: Article) -> Name:
    """With what the sentences behind it call the person, where the name itself doesn't tell."""
    if name.kind != "person" or gender_of(name.text):
        return name
    sentences = [sentence.text for sentence in article.sentences]
    places = [(article.sentence_at(start), start) for start, _ in name.mentions]
    following = [
        at + 1
        for at, start in places
        if at is not None and article.sentences[at].start == start and at + 1 < len(sentences)
    ]
    is_subject = name.text == article.title
    return replace(name, gender=gender_told(sentences, following, is_subject=is_subject))


def _without_repeats(names: Iterable[Name]) -> Iterable[Name]:
    """The names without those of which a form is another's, as when a firm is called Inc. Inc."""
    taken: set[str] = set()
    for name in names:
        forms = {name.text, *name.aliases}
        if taken.isdisjoint(forms):
            yield name
            taken |= forms


def _without_peoples(mentions: dict[str, list[Run]]) -> set[str]:
    """Takes out what is called after other names, and says after which of those left."""
    peoples = [each for each in mentions if _is_people(each, mentions)]
    lands = {each for each in mentions if any(_is_root(each, text) for text in peoples)}
    for text in peoples:
        del mentions[text]
    return lands - {*peoples}


def _is_people(text: str, names: Iterable[str]) -> bool:
    """As Alderlanders or Alderlandish, where there is an Alderland."""
    is_one = text.endswith(("ers", "ans", "ian", "ean", "ish"))
    is_one |= text.endswith("an") and text not in FIRST_NAMES | COUNTRIES
    return is_one and " " not in text and any(_is_root(name, text) for name in names)


def _is_root(name: str, text: str) -> bool:
    is_longer = 0 < len(text) - len(name) <= 4
    return len(name) > 3 and is_longer and text.startswith(name[:-1])


def _named_after_people(votes: dict[str, Votes]) -> list[str]:
    """What begins with somebody's surname: where there is a Sven Lindqvist, Lindqvist Marine."""
    surnames = {
        text.split()[-1]
        for text, each in votes.items()
        if " " in text and kind_by([each]) == "person"
    }
    return [
        text
        for text in votes
        if " " in text and text.split()[0] in surnames - FIRST_NAMES - KEPT_TITLES
    ]


def _votes(article: Article, text: str, runs: Sequence[Run]) -> Votes:
    votes = votes_of_text(text)
    if _looks_like_person(article, text, runs):
        votes["person"] += 1
    for run in runs:
        votes += votes_of_mention(article, run)
        if _is_subject_of_pronoun(article, run):
            votes["person"] += 2
    return votes


def _looks_like_person(article: Article, text: str, runs: Sequence[Run]) -> bool:
    """Whether it has the form of a full name and nowhere a "the" before it."""
    words = text.split()
    is_full = 2 <= len(words) <= 3 and HEADS.isdisjoint(words) and text not in PLACES_OF_TWO
    is_plain = all(word.replace("-", "").isalpha() and not word.isupper() for word in words)
    starts = (article.text[max(0, run.start - 4) : run.start].lower() for run in runs)
    return is_full and is_plain and not any(start.endswith("the ") for start in starts)


def _is_subject_of_pronoun(article: Article, run: Run) -> bool:
    """Whether its sentence begins with it, and the next one with He or She."""
    at = article.sentence_at(run.start)
    if at is None or at + 1 >= len(article.sentences):
        return False
    is_first = run.start - article.sentences[at].start <= len(run.title) + 1
    return is_first and article.sentences[at + 1].text.startswith(("He ", "She "))


def _fullest_forms(
    article: Article, mentions: dict[str, list[Run]], kinds: dict[str, NameKind]
) -> dict[str, str]:
    """Of each shorter form the name that it stands for, where only one can be meant.

    In a life of Jane Roe, Roe is she, whoever else is called so.
    """
    by_last: dict[str, list[str]] = defaultdict(list)
    by_first: dict[str, list[str]] = defaultdict(list)
    for text in mentions:
        words = text.split()
        if _is_known_by_last(words, kinds[text]):
            for form in _short_forms(words):
                by_last[form] += [] if _is_of_family(article, form, text, mentions) else [text]
        elif kinds[text] == "organization" and text not in PLACES_OF_TWO:
            for form in {words[0], " ".join(words[:-1])}:
                by_first[form].append(text)
    people = [(text, runs[0].start) for text, runs in mentions.items() if kinds[text] == "person"]
    by_last = {form: _without_family(article, full, mentions) for form, full in by_last.items()}
    subject = subject_of_life(article, people)
    by_last |= {form: [subject] for form in forms_in_life(article, subject)}
    forms = {text: _full_form(text, by_last, by_first) for text in mentions}
    # But Tasmania is no short form of Metro Tasmania.
    return {
        text: full
        for text, full in forms.items()
        if full and not (kinds[text] == "place" and kinds[full] == "other")
    }


def _without_family(article: Article, full: list[str], mentions: dict[str, list[Run]]) -> list[str]:
    """Those of several who aren't told of only as somebody's father or the like."""
    whole = [text for text in full if " " in text]
    left = [
        text
        for text in whole
        if len(mentions[text]) > 1
        or not _RELATIVE.search(article.text[: mentions[text][0].start][-_NEAR:])
    ]
    return left if len(whole) > 1 and len(left) == 1 else full


def _is_of_family(article: Article, form: str, text: str, mentions: dict[str, list[Run]]) -> bool:
    """Whether somebody else was called so before: Kern left. Her father, Otto Kern, stayed."""
    start = mentions[text][0].start
    if form not in mentions or start < mentions[form][0].start:
        return False
    return _RELATIVE.search(article.text[max(0, start - _NEAR) : start]) is not None


def _short_forms(words: list[str]) -> set[str]:
    """What somebody may be called who is introduced by these names."""
    forms = {words[-1], " ".join(words[1:]), f"{words[0]} {words[-1]}"}
    return forms | {words[0]} if _PATRONYMICS & {*words} else forms


def _is_known_by_last(words: list[str], kind: NameKind) -> bool:
    """Whether the last word alone can stand for it: Kern, Agamemnon, Sarna."""
    is_plain = kind == "other" and words[-1] not in HEADS
    if kind == "organization" and words[0] in FIRST_NAMES:
        return len(words) == 2 and words[-1] not in HEADS  # a firm called after somebody
    return kind == "person" or is_plain or (kind == "place" and words[0] == "Mount")


def _full_form(
    text: str, by_last: dict[str, list[str]], by_first: dict[str, list[str]]
) -> str | None:
    if votes_of_text(text)["place"] >= _SURE_PLACE:
        return None
    short = _without_title(text)
    people = [full for full in by_last.get(short, ()) if full != text]
    if short != text:  # Lady Helen is no short form of Mount Helen
        people = [full for full in people if not full.startswith("Mount ")]
    firms = [full for full in by_first.get(text, ()) if full != text]
    if len(people) == 1 and not firms:
        return people[0]
    # A first word is short for a firm, but hardly for what is called after a place or a subject.
    is_firm = len(firms) == 1 and bool(set(firms[0].split()) & _FIRMS)
    return firms[0] if is_firm and len(people) != 1 else None


def _without_title(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first in KEPT_TITLES and rest else text


def _acronyms(article: Article, mentions: dict[str, list[Run]]) -> dict[str, str]:
    """Of each acronym that stands in brackets behind a name, that name."""
    found = {}
    for text, runs in mentions.items():
        match = _ACRONYM.match(article.text, runs[0].end)
        if match and match.group(1) in mentions and match.group(1)[0] == text[0]:
            found[match.group(1)] = text
        initials = "".join(word[0] for word in text.split() if word[0].isupper())
        for short in (initials, ".".join(initials) + "."):
            if len(initials) > 1 and short in mentions and short != text:
                found[short] = text
    return found


def _later_names(
    article: Article, mentions: dict[str, list[Run]], kinds: dict[str, NameKind]
) -> dict[str, str]:
    """Of Lord Kelvin, where the article says that William Thomson later became that: Thomson."""
    runs = sorted((run for each in mentions.values() for run in each), key=lambda run: run.start)
    people = [run for run in runs if kinds[run.text] == "person"]
    found = {}
    for before, run in pairwise(people):
        is_near = article.sentence_at(before.start) == article.sentence_at(run.start)
        if is_near and before.text != run.text:
            between = article.text[max(before.end, run.start - _NEAR) : run.start]
            if _LATER.search(between) and before.text not in found:
                found[run.text] = before.text
    return found


def _last_form(text: str, fullest: dict[str, str]) -> str:
    seen = set()
    while text in fullest and text not in seen:
        seen.add(text)
        text = fullest[text]
    return text


def _name(
    full: str,
    forms: Iterable[str],
    mentions: dict[str, list[Run]],
    votes: dict[str, Votes],
) -> Name:
    aliases = tuple(sorted((form for form in forms if form != full), key=len, reverse=True))
    every = (*aliases, full)
    places = sorted((run.start, run.end) for form in every for run in mentions[form])
    is_surely_person = votes[full]["person"] > _SURE and kind_by([votes[full]]) == "person"
    # The Kern brewery doesn't make Jane Kern one.
    kind = kind_by([votes[full]] if is_surely_person else (votes[form] for form in every))
    if (bare := _LEGAL_FORM.sub("", full)) != full:
        full, aliases = bare, tuple(form for form in (full, *aliases) if form != bare)
    return Name(full, kind, tuple(places), aliases)
