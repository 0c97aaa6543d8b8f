"""Whom "she" or "he" means in an article that tells of one woman, or of one man."""

from collections.abc import Mapping

from quizapp.generation.english.genders import gender_of, is_somebody
from quizapp.generation.findings import Findings
from quizapp.generation.parsing.trees import ParsedSentence, Token

_FEWEST = 3  # mentions
_PASSING = 1  # mentions of somebody of whom nothing tells the gender


def find_protagonists(findings: Findings) -> Mapping[str, str]:
    """By "she" and "he" the one person of that gender; nobody where another might be meant."""
    found: dict[str, list[str]] = {"she": [], "he": []}
    people = [name for name in findings.names if name.kind == "person"]
    for name in people:
        gender = gender_of(name.text) or name.gender
        if gender:
            found[gender].append(name.text if len(name.mentions) >= _FEWEST else "")
        elif len(name.mentions) > _PASSING:
            return {}
    return {gender: names[0] for gender, names in found.items() if len(names) == 1 and names[0]}


def meant_by_gender(
    pronoun: Token, sentence: ParsedSentence, protagonists: Mapping[str, str]
) -> str:
    """Who it is; "" where nobody is, or a noun such as widow in the sentence may be meant."""
    word = pronoun.text.lower()
    gender = {"her": "she", "his": "he", "him": "he"}.get(word, word)
    is_another = any(is_somebody(each.text.lower(), gender) for each in sentence.tokens)
    return "" if is_another else protagonists.get(gender, "")
