"""The second look: a model answers the questions without their keys, with and without the article.

With the article it has to come to the key, or the question goes. Where it does so without, a
question tests what people know anyway, which its flag says.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from quizapp.generation.article import Article
from quizapp.generation.model_tier import model_prompts
from quizapp.generation.model_tier.asking_model import Asking
from quizapp.generation.model_tier.model_replies import Answered, read_answers
from quizapp.generation.model_tier.verification import Refusal
from quizapp.generation.proposals import Proposal
from quizapp.question_types.options import OptionsQuestion
from quizapp.question_types.true_false import TrueFalse

GUESSABLE, UNCHECKED = "guessable", "unchecked"
_BATCH = 10  # questions that are answered at once
_LONGEST = 24_000  # characters of an article that is sent whole


def look_again(proposals: Sequence[Proposal], asking: Asking) -> Iterator[Proposal]:
    """The proposals whose key the model comes to as well; the others are refused.

    What it doesn't answer, or can't any more, stays and is flagged.
    """
    sections = asking.article.sentences

    def section_of(proposal: Proposal) -> int:
        return sections[proposal.sentence].section

    for section, group in groupby(sorted(proposals, key=section_of), key=section_of):
        members = list(group)
        text = _text(asking.article, section)
        for start in range(0, len(members), _BATCH):
            yield from _look(members[start : start + _BATCH], text, asking)


def _look(proposals: Sequence[Proposal], text: str, asking: Asking) -> Iterator[Proposal]:
    informed = _answers(proposals, text, asking)
    uninformed = _answers(proposals, None, asking)
    for at, proposal in enumerate(proposals):
        name = f"q{at + 1}"
        if name not in informed:
            yield _flagged(proposal, UNCHECKED)
        elif not is_right(proposal, informed[name]):
            sentence = "Asked again, the model came to another answer."
            asking.refusals.append(Refusal("second-look", sentence, proposal.stem))
        elif name in uninformed and is_right(proposal, uninformed[name]):
            yield _flagged(proposal, GUESSABLE)
        else:
            yield proposal


def _answers(proposals: Sequence[Proposal], text: str | None, asking: Asking) -> Mapping[str, str]:
    """What the model answers, by the names of the questions."""
    told = [_told(proposal, f"q{at + 1}") for at, proposal in enumerate(proposals)]
    said = asking.reply(model_prompts.answers_prompt(told, text))
    read = read_answers(said) if said is not None else ()
    return {each.item_id: each.answer for each in read if isinstance(each, Answered)}


def _told(proposal: Proposal, name: str) -> dict[str, object]:
    """A question without its key."""
    question: dict[str, object] = {"item_id": name, "stem": proposal.stem}
    if proposal.body.alternatives():
        question["options"] = [each.text for each in proposal.body.alternatives()]
    return question


def is_right(proposal: Proposal, answer: str) -> bool:
    """Whether the answer, of options the number of one, earns everything."""
    body = proposal.body
    if not isinstance(body, OptionsQuestion | TrueFalse):
        return body.grade((answer,)).fraction == 1
    names = [each.name for each in body.alternatives()]
    by_text = {each.text.casefold(): each.name for each in body.alternatives()}
    if answer.isdecimal() and int(answer[:3]) < len(names):
        return body.grade((names[int(answer[:3])],)).fraction == 1
    return body.grade((by_text.get(answer.casefold(), ""),)).fraction == 1


def _flagged(proposal: Proposal, flag: str) -> Proposal:
    return replace(proposal, flags=(*proposal.flags, flag))


def _text(article: Article, section: int) -> str:
    """The article as it is sent: whole, or of a long one the section."""
    whole = "\n".join(sentence.text for sentence in article.sentences)
    if len(whole) <= _LONGEST:
        return whole
    part = (each.text for each in article.sentences if each.section == section)
    return "\n".join(part)[:_LONGEST]
