"""What somebody feared, hoped or warned that something would do."""

from collections.abc import Iterator, Sequence

from quizapp.generation.asking.bodies import choice
from quizapp.generation.clauses.standing import with_one_verb
from quizapp.generation.distractors.wrong_options import COUNT, pick_wrong
from quizapp.generation.english.words import content_words, word_set
from quizapp.generation.facts.deeds import Deed, find_deeds
from quizapp.generation.parser_tier.parsed_article import Evidence, ParsedArticle
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.phrases import SET_OFF, capitalized
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.proposals import Proposal

_FEARING = word_set(
    "fear worry warn hope predict expect promise threaten believe argue conclude insist forecast "
    "doubt suspect think claim announce decide agree propose"
)
_SUBJECTS = ("nsubj", "csubj")
_SHORTEST, _LONGEST = 3, 14  # words of the deed
_LEAST, _GREATEST = 0.5, 2.0  # of the key's length


def ask_what_was_feared(article: ParsedArticle) -> Iterator[Proposal]:
    """What did the growers fear that the dam would do? Beside what else is done or wanted."""
    deeds = find_deeds(article.findings.article)
    for clauses in article.clauses.values():
        for clause in clauses:
            if clause.kind != "main" or clause.verb.lemma not in _FEARING or clause.is_negated:
                continue
            for part in clause.after:
                if part.dep == "ccomp" and (found := _about(article, clause, part, deeds)):
                    yield found
                    break


def _about(
    article: ParsedArticle, clause: Clause, part: Part, deeds: Sequence[Deed]
) -> Proposal | None:
    sentence, verb, wording = clause.sentence, part.head, article.wording
    who = sentence.child(verb, *_SUBJECTS)
    would = sentence.child(verb, "aux")
    if who is None or would is None or would.tag != "MD" or not _is_deed(sentence, verb):
        return None
    said = wording.say(sentence, sentence.subtree(who))
    key = wording.say_beside(sentence, _deed(sentence, verb), clause)
    stem = article.ask(Question(clause, "what", part, f"that {said} {would.text} do"))
    if not said or not key or not stem or '"' in sentence.text:
        return None
    key = with_one_verb(key)
    if not _SHORTEST <= len(key.split()) <= _LONGEST:
        return None
    wrong = _wrong(clause.sentence.number, stem, key, deeds)
    if len(wrong) < COUNT:
        return None
    body = choice(capitalized(key), [capitalized(each) for each in wrong])
    return article.proposal(stem, body, "outcome", Evidence([sentence.number], "", "feared"))


def _is_deed(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether something would do it: neither be something nor have it done to it."""
    is_passive = sentence.child(verb, "auxpass", "neg") is not None
    return verb.tag == "VB" and verb.lemma not in ("be", "have", "do") and not is_passive


def _deed(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """The verb and what belongs to it, up to what is only added."""
    words = [each for each in sentence.subtree(verb) if each.index >= verb.index]
    end = next((each.index for each in words if each.text in SET_OFF), len(sentence.tokens))
    return tuple(each for each in words if each.index < end and each.tag != ".")


def _wrong(number: int, stem: str, key: str, deeds: Sequence[Deed]) -> list[str]:
    """The nearest deeds of other sentences that have nothing in common with the question."""
    used = set(content_words(f"{stem} {key}"))
    fitting = [
        each.text
        for each in sorted(deeds, key=lambda deed: abs(deed.sentence - number))
        if abs(each.sentence - number) > 1
        and _LEAST * len(key) <= len(each.text) <= _GREATEST * len(key)
        and not used & set(content_words(each.text))
    ]
    return pick_wrong(key, fitting)
