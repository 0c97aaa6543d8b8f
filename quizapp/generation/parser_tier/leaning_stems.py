"""Questions that lean on a sentence, and say it first: The reef bleached. Why did it turn white?"""

import re
from dataclasses import replace

from quizapp.generation.clauses.pronouns import pronouns
from quizapp.generation.clauses.references import resolve
from quizapp.generation.names.casing import capitalized
from quizapp.generation.parser_tier.parsed_article import ParsedArticle
from quizapp.generation.parser_tier.reason_parts import Reason
from quizapp.generation.parsing.interrogatives import ask
from quizapp.generation.parsing.referents import NUMBERS
from quizapp.generation.parsing.trees import ParsedSentence

_THINGS = ("nsubj", "nsubjpass", "dobj")
_LONGEST = 20  # words of the sentence that is said first
_SHORTEST = 4
_POINTING = re.compile(
    r"\b(?:this|that|these|those|such) (?!of\b|who\b|which\b)[a-z]+", re.IGNORECASE
)
_SINCE_THEN = re.compile(r"^(?:From|Since|By|Until) then(?: on)?, ")
_JOINED = re.compile(r"(?:But|And|So|Yet|Then|However|Still|Instead|Therefore|Thus|Or|Nor)\b")
_OF_THEM = re.compile(r"\bof them\b")
_UNFIT = re.compile(r'[":;?!()]')


def stem_with_context(reason: Reason, article: ParsedArticle) -> str | None:
    """The question with its pronoun, behind the sentence that tells what that stands for."""
    at = reason.asked_in
    whole = article.findings.article
    if isinstance(reason.question, str) or at in whole.openings or reason.sentence != at:
        return None
    before = capitalized(_SINCE_THEN.sub("", whole.sentences[at - 1].text.rstrip(".")))
    if _JOINED.match(before):
        return None
    said = resolve(before, whole, at - 1)
    if not said or _UNFIT.search(said) or not _SHORTEST <= len(said.split()) <= _LONGEST:
        return None
    stem = ask(reason.question, replace(article.wording, may_lean=True))
    if not stem or not stem.startswith("Why ") or not _is_led_to(stem, article.parsed[at - 1]):
        return None
    return f"{said}. {stem}"


def _is_led_to(stem: str, before: ParsedSentence) -> bool:
    """Whether its one pronoun can mean a noun of the sentence before."""
    found = {word.text.lower() for word, _ in pronouns(stem)}
    pointing = _POINTING.findall(stem)
    if len(found) + len(pointing) != 1:
        return False
    if pointing:
        return True
    (word,) = found
    number = NUMBERS.get(word)
    several = [token for token in before.tokens if token.tag in ("NNS", "NNPS")]
    if number == "several":
        return len(several) == 1 or bool(_OF_THEM.search(stem) and several)
    things = [t for t in before.tokens if t.tag == "NN" and t.dep in _THINGS]
    return number == "thing" and bool(things)
