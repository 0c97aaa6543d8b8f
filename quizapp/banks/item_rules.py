"""Rules about one question: the flaws that give the key away or mislead those who know."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

from quizapp.banks.evidence import fold
from quizapp.banks.rules import RUN, Item, Setting, item_rule, plain, shortened
from quizapp.display import format_points

_ALL = re.compile(r"(?:all|both) of (?:the|these|them)\b", re.IGNORECASE)
_NEGATIVE = re.compile(
    r"\b(?:not|except)\b|\b(?:isn't|aren't|wasn't|weren't|doesn't|don't|didn't)\b"
)
_QUESTION_WORD = re.compile(r"\b(?:which|what|who|whom|where|when|all)\b", re.IGNORECASE)
_WHY = re.compile(r"(?:^|, )why\b", re.IGNORECASE)
# Before a gap, or at the end. A capital A is one where a sentence begins: not in "vitamin A".
_ARTICLE = re.compile(
    r"(?P<article>\ban?(?=\s+_{2,}|\s*(?:_{2,}|…|\.\.\.|:)?$)"
    r"|(?:\bAn|(?:^|(?<=\n)|(?<=[.!?:]\s))A)(?=\s+_{2,}))"
)
_ABSOLUTE = re.compile(r"\b(?:always|never|only)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|they|his|her|their|its|these|those|this|that)\b", re.IGNORECASE)
_PRONOUN_FINE = re.compile(r"(?:these|those|this|that)\s+(?:is|are|question|sentence|statement)\b")
_DANGLING = re.compile(
    r"\b(?:the (?:former|latter|above|aforementioned)|as (?:mentioned|stated) (?:above|earlier)"
    r"|(?:days|weeks|months|years) (?:later|earlier)(?! than\b)"
    r"|(?:which|how many|some|one|two|none) of them)\b",
    re.IGNORECASE,
)
_SPACED = re.compile(r"\w [,;?](?:\s|$)|\w \.(?:\s|$)")
_CUT_OFF = re.compile(r"\S+\s+(?:\S+\s+)+(?:an?|the|and|or|than|because)\s*[.?]?")  # of 3 words up
_DOUBLED = re.compile(r"\b(a|an|and|in|is|of|on|the|to|with)\s+\1\b", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:between |from )?(\d[\d,]*(?:\.\d+)?)\D{0,12}?\s*(?:-|–|to|and)\s*"
    r"(\d[\d,]*(?:\.\d+)?)(?!\S*\d).*"
)
_KEY_LENGTH = 16  # characters from which a key's length tells something
_LONGER = 1.5
_LONGEST_STEM = 45  # words
_LONGEST_TEXT = 120  # words of a text with gaps, which is there to be read


def is_longest(key: int, others: Sequence[int]) -> bool:
    """Whether a key's length, beside that of other options, gives it away; in characters."""
    return key >= _KEY_LENGTH and key > _LONGER * max(others)


def is_shortest(key: int, others: Sequence[int]) -> bool:
    """Whether its shortness does."""
    return min(others) >= _KEY_LENGTH and min(others) > _LONGER * key


@item_rule("few-options", "Add plausible wrong options.")
def few_options(item: Item, setting: Setting) -> str | None:
    """With two options, half of those who guess are right."""
    if 0 < len(item.choices) < 3:
        return f"The question has {len(item.choices)} options."
    return None


@item_rule("option-duplicate", "Change or delete one of them.")
def duplicate_options(item: Item, setting: Setting) -> str | None:
    """Two options that say the same can't both be right or wrong."""
    seen = set()
    for choice in item.choices:
        if choice.folded in seen and choice.folded:
            return f'The option "{shortened(choice.text)}" stands twice.'
        seen.add(choice.folded)
    return None


@item_rule("answer-in-stem", "Reword the stem.")
def answer_in_stem(item: Item, setting: Setting) -> str | None:
    """A stem that names the answer asks for nothing."""
    stem = f" {' '.join(item.words)} "
    distracting = any(f" {wrong.folded} " in stem for wrong in item.misleading)
    for answer in item.answers:
        if len(answer) > 3 and f" {answer} " in stem and not distracting:
            return f'The stem holds the answer "{shortened(answer)}".'
    return None


@item_rule("ranges-overlap", "Make the ranges end before the next begins.")
def overlapping_ranges(item: Item, setting: Setting) -> str | None:
    """A value that lies in two options makes both right."""
    matches = [_RANGE.fullmatch(fold(choice.text).casefold()) for choice in item.choices]
    if len(matches) < 2 or not all(matches):
        return None
    ranges = sorted(_bounds(match) for match in matches if match)
    for (_, high), (low, _) in zip(ranges, ranges[1:], strict=False):
        if low <= high:
            return f"Two ranges share {low:g}."
    return None


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    low, high = (float(number.replace(",", "")) for number in match.groups())
    return low, high


@item_rule("pronoun-initial", "Name who or what is meant.", english=True)
def initial_pronoun(item: Item, setting: Setting) -> str | None:
    """Questions are drawn and shuffled: nothing before can say who is meant."""
    start = _PRONOUN.match(item.stem)
    if start and not _PRONOUN_FINE.match(item.stem.casefold()) and not item.question.text:
        return f'The stem starts with "{start.group()}".'
    return None


@item_rule("dangling-reference", "Name what is meant.", english=True)
def dangling_reference(item: Item, setting: Setting) -> str | None:
    """A reference to something that isn't in the question can't be understood alone."""
    found = _DANGLING.search(plain(item.question.heading))
    if found and not item.question.text:
        return f'"{found.group()}" refers to something outside the question.'
    return None


@item_rule("broken-text", "Correct the text.")
def broken_text(item: Item, setting: Setting) -> str | None:
    """Broken text makes students look for a meaning that isn't there."""
    for text in (item.stem, *(choice.text for choice in item.choices)):
        if text.count('"') % 2 or text.count("“") != text.count("”"):
            return f'The quotation marks in "{shortened(text)}" don\'t pair.'
        if setting.is_english and (found := _SPACED.search(text) or _DOUBLED.search(text)):
            return f'There is a slip in "{shortened(found.group().strip())}".'
    for choice in item.choices if setting.is_english else ():
        if _CUT_OFF.fullmatch(choice.text):
            return f'The option "{shortened(choice.text)}" breaks off.'
    return None


@item_rule("key-longest", "Make the options alike in length.")
def longest_key(item: Item, setting: Setting) -> str | None:
    """The key is often the longest option; students know that."""
    if len(item.keys) != 1 or not item.distractors:
        return None
    key = len(item.keys[0].text)
    if is_longest(key, [len(wrong.text) for wrong in item.distractors]):
        return "The key is more than 1.5 times as long as any other option."
    return None


@item_rule("key-shortest", "Make the options alike in length.")
def shortest_key(item: Item, setting: Setting) -> str | None:
    """A key much shorter than all else stands out as well."""
    if len(item.keys) != 1 or len(item.distractors) < 2:
        return None
    if is_shortest(len(item.keys[0].text), [len(wrong.text) for wrong in item.distractors]):
        return "Every other option is more than 1.5 times as long as the key."
    return None


@item_rule("all-of-the-above", "Ask for all that apply instead.", english=True)
def all_of_the_above(item: Item, setting: Setting) -> str | None:
    """Who knows that two options are right knows the key."""
    for choice in item.choices:
        if _ALL.match(choice.text):
            return f'One option is "{shortened(choice.text)}".'
    return None


@item_rule("negative-unmarked", "Write NOT or EXCEPT in capitals, or ask what is so.", english=True)
def unmarked_negative(item: Item, setting: Setting) -> str | None:
    """A small "not" is overlooked by students who know the answer."""
    heading = plain(item.question.heading)
    found = _NEGATIVE.search(heading)
    if not found or not item.choices or not _QUESTION_WORD.search(heading):
        return None
    if _WHY.search(heading):  # why something wasn't so has its reason for an answer
        return None
    return f'The stem asks for what is "{found.group()}" so.'


@item_rule("article-cue", "Write a(n), or put the article into the options.", english=True)
def article_cue(item: Item, setting: Setting) -> str | None:
    """An a or an before the blank rules out options by their first letter."""
    if item.choices and (found := _ARTICLE.search(item.stem)):
        return f'The stem gives "{found["article"]}" before the answer.'
    return None


@item_rule("absolute-terms", "Reword the wrong options.", english=True)
def absolute_terms(item: Item, setting: Setting) -> str | None:
    """Always, never and only mark an option as wrong."""
    if any(_ABSOLUTE.search(key.text) for key in item.keys):
        return None
    for wrong in item.distractors:
        if found := _ABSOLUTE.search(wrong.text):
            return f'Only wrong options say "{found.group().lower()}".'
    return None


@item_rule("option-contains-option", "Make the options exclude each other.")
def nested_options(item: Item, setting: Setting) -> str | None:
    """If one option includes another, one of the two can be ruled out."""
    worded = [choice for choice in item.choices if choice.number is None]
    for short, long in permutations(worded, 2):
        differ = short.folded != long.folded and len(short.folded) > 3
        if differ and f" {short.folded} " in f" {long.folded} ":
            return f'"{shortened(long.text)}" contains "{shortened(short.text)}".'
    return None


@item_rule("stem-too-long", "Cut it, or move what questions share under a section's heading.")
def long_stem(item: Item, setting: Setting) -> str | None:
    """A long stem tests reading."""
    longest = _LONGEST_TEXT if item.question.body.running_text() else _LONGEST_STEM
    if len(item.words) > longest:
        return f"The stem has {len(item.words)} words."
    return None


@item_rule("copied-stem", "Put it in your own words.")
def copied_stem(item: Item, setting: Setting) -> str | None:
    """Words copied from the source are recognized, not understood."""
    words = item.words
    for start in range(len(words) - RUN + 1):
        run = words[start : start + RUN]
        if run in setting.runs:
            return f'The stem copies "{shortened(" ".join(run))}" from a source.'
    return None


@item_rule("mixed-option-kinds", "Use options of one kind.")
def mixed_kinds(item: Item, setting: Setting) -> str | None:
    """The option unlike the others is noticed."""
    worded = [choice for choice in item.choices if choice.number is None]
    numbers = len(item.choices) - len(worded)
    if numbers >= 2 and len(worded) == 1 and not _is_catch_all(worded[0].text):
        return f'"{shortened(worded[0].text)}" is no number, the other options are.'
    if numbers == 1 and len(worded) >= 2:
        number = next(choice for choice in item.choices if choice.number is not None)
        return f'"{shortened(number.text)}" is a number, the other options aren\'t.'
    return None


def _is_catch_all(text: str) -> bool:
    return re.match(r"(?:none|all|neither|both|other)\b", text, re.IGNORECASE) is not None


@item_rule("unsorted-numbers", "Put them in order of size.")
def unsorted_numbers(item: Item, setting: Setting) -> str | None:
    """Numbers in order are found faster, and their order gives nothing away."""
    numbers = [choice.number for choice in item.choices if choice.number is not None]
    rest = [choice for choice in item.choices if choice.number is None]
    if len(numbers) < 3 or not all(_is_catch_all(choice.text) for choice in rest):
        return None
    if numbers in (sorted(numbers), sorted(numbers, reverse=True)):
        return None
    return "The numbers among the options aren't in order."


@item_rule("rubric-points", "Give the question as many points, or change the rubric.")
def rubric_unlike_points(item: Item, setting: Setting) -> str | None:
    """Marks by a rubric are scaled to the question's points, which markers don't expect."""
    total = sum((line.points for line in item.question.body.criteria()), Fraction(0))
    if total in (0, item.question.points):
        return None
    worth = format_points(item.question.points)
    return f"The rubric adds up to {format_points(total)}, the question is worth {worth}."
