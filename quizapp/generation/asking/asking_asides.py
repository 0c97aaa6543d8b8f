"""Questions from what stands behind a name between commas: who sold the mill, whose plan failed."""

import re
from collections.abc import Iterator

from quizapp.generation.asking.name_proposals import as_sentence
from quizapp.generation.asking.who_questions import WhoQuestions, shortened_rest
from quizapp.generation.clauses.references import resolve
from quizapp.generation.clauses.relative_clauses import OF_SOMETHING
from quizapp.generation.clauses.subjects import DETERMINERS, find_subject
from quizapp.generation.english.act_words import SAYING
from quizapp.generation.english.verbs import AUXILIARIES, is_participle, is_past
from quizapp.generation.english.words import content_words, word_set
from quizapp.generation.findings import Findings, Name
from quizapp.generation.names.name_nouns import asked_as
from quizapp.generation.proposals import Proposal

_UP_TO = r"(?P<clause>[^;:()\"]+?)(?=, (?!\d)|[.;](?!\d)|$| [—–])"
_RELATIVE = re.compile(rf", (?P<which>who|which) {_UP_TO}")
_WHOSE = re.compile(rf", whose {_UP_TO}")
_PARTICIPLE = re.compile(rf", (?P<verb>[a-z]+) (?!by\b|as\b|up\b|out\b){_UP_TO}")
_STATES = word_set("based located situated headquartered known")
_NOT_MADE = AUXILIARIES | word_set(
    "called named aged told asked followed joined used meant compared given"
)
_NICKNAME = re.compile(
    r", (?:(?:whom [\w' ]{2,30} )?(?:called|nicknamed|dubbed)|known (?:to [\w' ]+ )?as) "
    r"\"(?P<nickname>[^\"]{3,40}?),?\""
)
# What "which" has done where it stands for all that was said before.
_OF_CLAUSES = word_set(
    "surprised surprises meant means made makes led leads caused causes allowed allows helped "
    "helps showed shows left leaves gave gives forced forces pleased angered proved proves explains"
)
_BEHIND = re.compile(
    r"\b(?P<word>[\w'-]+) (?P<by>at|in|by|near|on|to|for|from) "
    r"(?:(?:the|an?|its|their|his|her) )?(?:[\w'-]+ ){0,3}$"
)
_LEAST_CONTENT = 3  # words of what somebody's thing does


def _is_behind_noun(before: str) -> bool:
    """Whether the aside may tell of a noun before the name: the hospital at Odby, which."""
    found = _BEHIND.search(before)
    return found is not None and (found["by"] == "by" or not is_past(found["word"]))


class Asides:
    """The ways of asking from asides."""

    def __init__(self, findings: Findings, who: WhoQuestions) -> None:
        self.findings = findings
        self.article = findings.article
        self.who = who

    def all(self) -> Iterator[Proposal]:
        """Of every mention of every name."""
        for name in self.findings.names:
            for start, end in name.mentions:
                at = self.article.sentence_at(start)
                if at is not None:
                    before = self.article.text[self.article.sentences[at].start : start]
                    yield from self._relative(name, at, before, end)
                    yield from self._made(name, at, end)
                    if name.kind == "person":
                        yield from self._owner(name, at, end)
                        yield from self._nickname(name, at, end)

    def _relative(self, name: Name, at: int, before: str, end: int) -> Iterator[Proposal]:
        """ "Jane Roe, who sold the mill in May, ...": Who sold the mill in May?"""
        match = _RELATIVE.match(self.article.text, end)
        if match is None or (match["which"] == "who") != (name.kind == "person"):
            return
        if before.endswith((" and ", " & ")):
            return
        if match["which"] == "which":
            is_clause = match["clause"].partition(" ")[0] in _OF_CLAUSES
            if is_clause or OF_SOMETHING.search(before) or not asked_as(name, self.article):
                return
            if _is_behind_noun(before):
                return
        said = resolve(f"{name.text} {match['clause']}", self.article, at)
        if said and said.startswith(name.text):
            yield from self.who.ask(name, at, "", said[len(name.text) + 1 :])

    def _made(self, name: Name, at: int, end: int) -> Iterator[Proposal]:
        """ "the Otter, built in Kiel by Roe, ...": Which ship was built in Kiel by Roe?"""
        match = _PARTICIPLE.match(self.article.text, end)
        if match is None or not is_participle(match["verb"]) or match["verb"] in _NOT_MADE:
            return
        if match["clause"].partition(" ")[0] in DETERMINERS:
            return  # a chemist at Odby, praised the trial: it is the sentence's own verb
        if match["verb"] in SAYING and " that " in match["clause"]:
            return  # a doctor, Max Falk, reported in 1663 that she was cured
        if not asked_as(name, self.article) or self.article.text[match.end() :][:1] != ",":
            return
        is_now = match["verb"] in _STATES
        said = resolve(
            f"{name.text} {'is' if is_now else 'was'} {match['verb']} {match['clause']}",
            self.article,
            at,
        )
        if said and said.startswith(name.text):
            yield from self.who.ask(name, at, "", said[len(name.text) + 1 :])

    def _owner(self, name: Name, at: int, end: int) -> Iterator[Proposal]:
        """ "Jane Roe, whose mill burned down in May, ...": Whose mill burned down in May?"""
        match = _WHOSE.match(self.article.text, end)
        said = resolve(f"The {match['clause']}", self.article, at) if match else None
        subject = find_subject(said) if said else None
        if said is None or subject is None or subject.start:
            return
        owned = shortened_rest(said[4:])
        if len(content_words(owned)) >= _LEAST_CONTENT:
            told = as_sentence(f"{name.text}'s {owned}")
            yield from filter(None, [self.who.proposals.about(name, f"Whose {owned}?", at, told)])

    def _nickname(self, name: Name, at: int, end: int) -> Iterator[Proposal]:
        """ "Jane Roe, whom her men called "The Hammer", ...": Who was nicknamed so?"""
        match = _NICKNAME.match(self.article.text, end)
        if match:
            stem = f'Who was nicknamed "{match["nickname"]}"?'
            told = as_sentence(f"{name.text} was called so")
            yield from filter(None, [self.who.proposals.about(name, stem, at, told)])
