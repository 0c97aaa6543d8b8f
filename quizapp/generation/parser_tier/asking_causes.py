"""What did something to something: what breached the dam, what forced the fleet to stay in port?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.generation.asking.bodies import choice
from quizapp.generation.clauses.subjects import PREPOSITIONS
from quizapp.generation.english.act_words import ACTING
from quizapp.generation.english.words import content_words, word_set
from quizapp.generation.parser_tier.parsed_article import Evidence, ParsedArticle
from quizapp.generation.parsing.inflection import past_of
from quizapp.generation.parsing.parsed_clauses import Clause, Part
from quizapp.generation.parsing.phrases import is_relative_time
from quizapp.generation.parsing.stem_parts import Question
from quizapp.generation.parsing.trees import ParsedSentence, Token
from quizapp.generation.proposals import Proposal

# What a storm, a fault or a fall in prices does to things and people.
_DOING = word_set(
    "destroy damage ruin wreck breach flood sink spoil cause trigger spark provoke prompt force "
    "oblige compel prevent halt delay interrupt disrupt persuade kill injure cripple weaken "
    "hamper hinder block shatter bankrupt disable spread erode poison overcome tear smash bury "
    "crush contaminate pollute infect deter speed slow protect strengthen threaten "
    "lower raise increase reduce boost worsen double halve attract"
)
_MAKING = word_set("make render leave keep")  # something so
_LEADING = {"lead": "to", "contribute": "to", "result": "in"}
_HOLDING = {"blame": "on", "attribute": "to", "ascribe": "to", "owe": "to", "trace": "to"}
# What something came of: the rise stemmed from higher prices.
_COMING = dict.fromkeys(
    ("come", "stem", "arise", "result", "originate", "derive", "spring"), "from"
)
_STARTING = word_set("start begin originate")  # in a barn
_DONE = word_set("cause trigger spark provoke prompt force destroy damage ruin wreck overcome")
_PEOPLE = ("PERSON", "ORG", "GPE", "NORP", "FAC")
_NO_THINGS = ACTING | word_set(
    "thing way one part rest number share this that these those it they which what none nothing "
    "district county hospital school charity trust museum co-op cooperative rival maker critic"
)
_LEANING = re.compile(r"\b(?:it|its|they|them|their|he|his|him|she|her)\b", re.IGNORECASE)
_NO_BEGINNING = PREPOSITIONS | word_set(
    "only many most some several both all few no even just two three four five six seven eight "
    "nine ten half more fewer less another other such each every"
)
_MANNERS = word_set("hurry rush way manner spirit mood year month week season period moment flash")
_LONGEST = 10  # words of a cause
_FEWEST_WORDS = 2  # of a stem that say something
_OPTIONS = 3
_A_NAME = 4  # words, of which a name has fewer
_A_CAUSE = 4  # words with its preposition, of which one that tells something has no fewer
_FAR = 2  # sentences from the cause, nearer than which a wrong one isn't taken
_LEAST, _GREATEST = 0.45, 2.2  # of the key's length


@dataclass(frozen=True)
class _Thing:
    """Something that does or undergoes something, as an option."""

    sentence: int
    text: str
    is_cause: bool


def ask_what_did(article: ParsedArticle) -> Iterator[Proposal]:
    """In the order of the text; the wrong options are what else the article tells of."""
    things = list(_things(article))
    for number, clauses in article.clauses.items():
        for clause in clauses:
            for question, words in _questions(clause):
                found = _proposal(article, number, question, _said(article, clause, words), things)
                if found:
                    yield found


def _questions(clause: Clause) -> Iterator[tuple[Question, tuple[Token, ...]]]:
    """What flooded the mill, of a clause or of one turned round: it was flooded by the river."""
    # They cannot see red, which makes flowers hard to find: it is the whole clause that does.
    if (
        clause.is_negated
        or clause.kind in ("participle", "relative")
        or _is_told_of_several(clause)
    ):
        return
    words = [each.text.lower() for each in clause.auxiliaries]
    agent = next((part for part in clause.after if part.dep == "agent"), None)
    if agent is not None and clause.verb.lemma in _DONE and words in (["was"], ["were"]):
        noun = clause.sentence.child(agent.head, "pobj")
        if noun is not None and _is_thing(noun):
            asked = Question(clause, "what", agent, verb=past_of(clause.verb), is_turned=True)
            yield asked, agent.tokens[1:]
    for part in clause.after:
        if origin := _origin(clause, part):
            yield origin
        noun = clause.sentence.child(part.head, "pobj") if _is_held_against(clause, part) else None
        if noun is not None and _is_thing(noun):
            yield Question(clause, "what", part, part.head.text), part.tokens[1:]
    head = clause.subject_head
    is_active = not any(each.dep == "auxpass" for each in clause.auxiliaries)
    if head is not None and is_active and _is_doing(clause) and _is_thing(head):
        front = tuple(part for part in clause.front if not _is_told_elsewhere(part))
        yield Question(replace(clause, front=front), "what", None), clause.subject


def _is_told_of_several(clause: Clause) -> bool:
    """Whether the verb shows that there are several, as "what" isn't: they have raised eyebrows."""
    first = (*clause.auxiliaries, clause.verb)[0]
    return first.text.lower() in ("have", "are", "were", "do") or first.tag == "VBP"


def _is_held_against(clause: Clause, part: Part) -> bool:
    """Whether it is what somebody takes for the cause: they blamed the outbreak on the milk."""
    is_put_down = any(each.head.text == "down" for each in clause.after)
    word = "to" if clause.verb.lemma == "put" and is_put_down else _HOLDING.get(clause.verb.lemma)
    return part.dep in ("prep", "dative") and part.head.text.lower() == word


def _origin(clause: Clause, part: Part) -> tuple[Question, tuple[Token, ...]] | None:
    """What something came from or started in; not when: in the spring."""
    sentence, lemma = clause.sentence, clause.verb.lemma
    head, noun = clause.subject_head, sentence.child(part.head, "pobj")
    is_thing = head is not None and _is_thing(head) and len(part.tokens) >= _A_CAUSE
    if part.dep == "acomp" and part.head.text == "due" and clause.is_copula and is_thing:
        is_told = len(part.tokens) > _A_CAUSE
        return (Question(clause, "what", part, "due to"), part.tokens[2:]) if is_told else None
    if part.dep != "prep" or noun is None or not is_thing or not _is_thing(noun):
        return None
    word, determiner = part.head.text.lower(), sentence.child(noun, "det")
    if word == _COMING.get(lemma):
        return Question(clause, "what", part, word), part.tokens[1:]
    is_new = determiner is not None and determiner.text.lower() in ("a", "an")
    is_place = word == "in" and lemma in _STARTING and is_new and noun.lemma not in _MANNERS
    words = part.tokens[1:]
    told = words if len(words) <= _LONGEST else _without_clauses(sentence, words)
    return (Question(clause, "what", part, word), told) if is_place else None


def _is_doing(clause: Clause) -> bool:
    """Whether it does something to something, makes it so, or leads to something."""
    lemma = clause.verb.lemma
    if lemma in _LEADING:
        return any(part.head.text.lower() == _LEADING[lemma] for part in clause.after)
    made = [part.head for part in clause.after if part.dep in ("ccomp", "oprd")]
    if lemma in _MAKING and any(each.pos == "ADJ" for each in made):
        return True
    return lemma in _DOING and any(part.dep == "dobj" for part in clause.after)


def _is_told_elsewhere(part: Part) -> bool:
    """Whether it says when by another sentence: three years later."""
    return is_relative_time(" ".join(token.text for token in part.tokens))


def _is_thing(head: Token) -> bool:
    is_noun = head.pos == "NOUN" or (head.tag == "VBG" and head.dep in ("csubj", "nsubj"))
    return is_noun and not head.entity and not {head.lemma, head.text.lower()} & _NO_THINGS


def _said(article: ParsedArticle, clause: Clause, words: tuple[Token, ...]) -> str:
    """The cause, without when it was where only another sentence tells; "" if it can't be said."""
    sentence = clause.sentence
    text = article.wording.say(sentence, words)
    if text is None and not any(token.tag == "PRP$" for token in words):
        kept = _without_clauses(sentence, words)
        text = article.wording.say(sentence, kept) if kept else None
    said = text.split() if text else []
    if not 0 < len(said) <= _LONGEST or '"' in said:
        return ""
    first = said[0].lower()
    is_name = said[-1][:1].isupper() and len(said) < _A_NAME
    return " ".join(said) if first.isalpha() and first not in _NO_BEGINNING and not is_name else ""


def _without_clauses(sentence: ParsedSentence, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """A noun with only what stands before it."""
    head = sentence.top(words)
    own = (t for t in words if t == head or (head and t.head == head.index and t.dep in _OWN))
    return tuple(own)


_OWN = ("det", "amod", "compound", "nummod")


def _things(article: ParsedArticle) -> Iterator[_Thing]:
    """Subjects and causes that aren't people."""
    for number, clauses in article.clauses.items():
        for clause in clauses:
            is_cause = any(True for _ in _questions(clause))
            head = clause.subject_head
            if head is None or not _is_thing(head) or clause.kind in ("relative", "participle"):
                continue
            text = _said(article, clause, clause.subject)
            if text and _is_plain(clause.sentence, clause.subject):
                yield _Thing(number, text, is_cause)


def _is_plain(sentence: ParsedSentence, words: tuple[Token, ...]) -> bool:
    """Whether it has no clause in it, and isn't several."""
    return not any(t.dep in ("relcl", "acl", "conj", "advcl", "ccomp", "neg") for t in words)


def _proposal(
    article: ParsedArticle, number: int, question: Question, key: str, things: list[_Thing]
) -> Proposal | None:
    stem = article.ask(question) if key else None
    if not stem or _LEANING.search(stem) or len(content_words(stem)) < _FEWEST_WORDS:
        return None
    wrong = _wrong(article, number, stem, key, things)
    if len(wrong) < _OPTIONS:
        return None
    body = choice(_capitalized(key), [_capitalized(each) for each in wrong])
    return article.proposal(stem, body, "outcome", Evidence([number], "", "cause"))


def _wrong(
    article: ParsedArticle, number: int, stem: str, key: str, things: list[_Thing]
) -> list[str]:
    """Unlike the key and the stem, other causes first."""
    pool = [each for each in things if abs(each.sentence - number) > _FAR]
    article.random.shuffle(pool)
    pool.sort(
        key=lambda each: (
            _manner(each.text) != _manner(key),
            not each.is_cause,
            _gap(each.text, key),
        )
    )
    near = article.parsed[max(0, number - 1) : number + 2]  # what is told there may be true too
    used = set(content_words(" ".join((stem, key, *(each.text for each in near)))))
    found: list[str] = []
    for each in pool:
        words = set(content_words(each.text))
        is_alike = _LEAST * len(key) <= len(each.text) <= _GREATEST * len(key)
        if words and is_alike and not words & used:
            found.append(each.text)
            used |= words
        if len(found) == _OPTIONS:
            break
    return found


def _manner(text: str) -> str:
    """Whether it says which, or one of its kind, or neither: an option unlike the rest shows."""
    first = text.partition(" ")[0].lower()
    return {"an": "a"}.get(first, first) if first in ("a", "an", "the") else ""


def _gap(text: str, key: str) -> int:
    return abs(len(text) - len(key)) // 6


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]
