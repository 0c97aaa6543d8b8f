"""Of whom a bare percentage is a share: those whom the sentences before tell of."""

from collections.abc import Mapping, Sequence

from quizapp.generation.findings import Findings
from quizapp.generation.parsing.trees import ParsedSentence
from quizapp.generation.parsing.wording import Wording

_FARTHEST = 2  # sentences on


def find_wholes(
    findings: Findings, parsed: Sequence[ParsedSentence], wording: Wording
) -> Mapping[int, str]:
    """By the sentence's number, "of Alderlanders"; only of people or things in the plural."""
    said: dict[int, str] = {}
    for figure in findings.figures:
        if figure.unit != "percent":
            continue
        sentence = parsed[figure.sentence]
        whole = _whole(sentence, figure.start, figure.end, wording)
        whole = whole or _subject_before(sentence, figure.start, wording)
        if whole:
            said[figure.sentence] = whole
    found: dict[int, str] = {}
    for number in sorted(said):
        section = findings.article.sentences[number].section
        for later in range(number, min(number + _FARTHEST + 1, len(parsed))):
            if findings.article.sentences[later].section == section:
                found[later] = said[number]
    return found


def _whole(sentence: ParsedSentence, start: int, end: int, wording: Wording) -> str:
    top = sentence.top(sentence.covering(start, end))
    prepositions = sentence.children(top, ("prep",)) if top else ()
    of = next((each for each in prepositions if each.text == "of"), None)
    noun = sentence.child(of, "pobj") if of is not None else None
    if of is None or noun is None or noun.tag not in ("NNS", "NNPS"):
        return ""
    return wording.say(sentence, sentence.subtree(of)) or ""


def _subject_before(sentence: ParsedSentence, start: int, wording: Wording) -> str:
    """Of participants, in participants were young; 81 percent were women."""
    for token in sentence.tokens:
        if token.start >= start:
            return ""
        if token.dep in ("nsubj", "nsubjpass") and token.tag == "NNS":
            said = wording.say(sentence, sentence.subtree(token))
            return f"of {said}" if said and len(said.split()) <= 4 else ""
    return ""
