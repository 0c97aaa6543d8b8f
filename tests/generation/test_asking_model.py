"""What a model proposes: facts that stand in the article, and questions on nothing else."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from quizapp.generation.article import Article, ArticleSection, Sentence
from quizapp.generation.model_tier.asking_model import Asking, passages
from quizapp.generation.model_tier.endpoint import ModelFailed, Prompt
from quizapp.generation.model_tier.model_replies import Fact
from quizapp.generation.proposals import Proposal
from tests.generation.mill import ARTICLE, NAME, PERCENT, fact

WRONG = fact(quote="The mill ground 13 tons of flour a day")


@dataclass
class Scripted:
    """A model whose replies are written down; a sentence fails, the last comes again and again."""

    replies: list[str | ModelFailed]
    prompts: list[Prompt] = field(default_factory=list)
    name: str = "some-model"

    def reply(self, prompt: Prompt) -> str:
        self.prompts.append(prompt)
        said = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(said, ModelFailed):
            raise said
        return said


def facts(*said: Fact) -> str:
    return json.dumps({"facts": [asdict(each) for each in said]})


def entry(**changes: Any) -> dict[str, Any]:
    """A question on the flour as a model writes it."""
    options = [{"text": f"{number} tons", "why_wrong": ""} for number in (8, 12, 20)]
    made: dict[str, Any] = {
        "fact_id": "f1",
        "type": "multiple_choice",
        "stem": "How much flour did the Tarrow mill produce daily?",
        "options": options,
        "key_index": 1,
        "numeric": None,
        "explanation": "",
        "difficulty": "easy",
    }
    return made | changes


def items(*entries: dict[str, Any]) -> str:
    return json.dumps({"items": entries})


def ask(*replies: str | ModelFailed, types: tuple[str, ...] = ()) -> tuple[Asking, list[Proposal]]:
    """Everything asked of a model with these replies, and what it proposed."""
    asking = Asking(ARTICLE, Scripted(list(replies)), types)
    for passage in range(len(asking.passages)):
        asking.find_facts(passage)
    return asking, list(asking.propose())


def prompts_of(asking: Asking) -> list[Prompt]:
    assert isinstance(asking.model, Scripted)
    return asking.model.prompts


def test_a_question_on_a_verified_fact_is_proposed() -> None:
    asking, (proposal,) = ask(facts(fact()), items(entry()))
    assert proposal.tier == "model"
    assert proposal.quotes == (ARTICLE.sentences[4].text,)
    assert (asking.refusals, asking.failure) == ([], "")


def test_questions_are_asked_on_verified_facts_alone() -> None:
    asking, _ = ask(facts(fact(), NAME, WRONG), items(entry()))
    told = prompts_of(asking)[-1].content
    assert "Clara Whitcombe" in told and "13 tons" not in told


def test_a_question_on_an_unverified_fact_is_refused() -> None:
    asking, proposals = ask(facts(fact(), NAME, WRONG), items(entry(), entry(fact_id="f3")))
    assert len(proposals) == 1
    assert [each.reason for each in asking.refusals] == ["evidence-not-found", "unknown-fact"]


def test_a_fact_named_twice_is_one() -> None:
    asking, _ = ask(facts(fact(), fact(claim="Another claim."), NAME), items(entry()))
    assert len(asking.verified) == 2
    assert [each.reason for each in asking.refusals] == ["same-fact"]


def test_if_most_facts_are_refused_the_model_is_told_why_and_asked_again() -> None:
    asking, proposals = ask(facts(WRONG, WRONG), facts(fact(), NAME), items(entry()))
    first, second, third = (each.content for each in prompts_of(asking))
    assert second.startswith(first) and "isn't a passage of the article" in second
    assert "13 tons" not in second.removeprefix(first)
    assert third.count("Clara Whitcombe") and len(proposals) == 1


def test_a_model_that_does_not_learn_is_asked_three_times() -> None:
    asking, proposals = ask(facts(WRONG))
    assert len(prompts_of(asking)) == 3
    assert proposals == []


def test_if_most_questions_are_refused_the_model_is_asked_again() -> None:
    asking, proposals = ask(facts(fact()), items(entry(key_index=0)), items(entry()))
    assert len(prompts_of(asking)) == 3
    assert "doesn't follow from the quote" in prompts_of(asking)[-1].content
    assert len(proposals) == 1


def test_after_a_failure_nothing_more_is_asked_and_what_was_found_stays() -> None:
    asking, proposals = ask(facts(fact()), ModelFailed("It is gone."))
    assert (len(prompts_of(asking)), asking.failure, proposals) == (2, "It is gone.", [])
    list(asking.propose())
    assert len(prompts_of(asking)) == 2


def test_a_model_that_finds_nothing_is_believed() -> None:
    asking, proposals = ask(facts())
    assert len(prompts_of(asking)) == 1 and proposals == []


def test_other_types_than_those_wanted_are_refused() -> None:
    asking, proposals = ask(facts(fact()), items(entry()), types=("true_false",))
    assert proposals == []
    assert {each.reason for each in asking.refusals} == {"unwanted-type"}


def test_important_facts_are_asked_about_first() -> None:
    detail, central = fact(importance=1), PERCENT
    asking, _ = ask(facts(detail, Fact(**asdict(central) | {"importance": 3})), items(entry()))
    told = prompts_of(asking)[-1].content
    assert told.index("30 percent") < told.index("12 tons")


def test_short_sections_are_sent_together_and_long_ones_in_pieces() -> None:
    lines = ["Short one.", "Short two.", *["A sentence of some length. " * 20] * 30]
    sections = [0, 1, *[2] * 30]
    sentences = tuple(
        Sentence(line, 0, len(line), at, section)
        for at, (line, section) in enumerate(zip(lines, sections, strict=True))
    )
    titles = (ArticleSection("One"), ArticleSection("Two"), ArticleSection("Three"))
    pieces = list(passages(Article("", sentences, titles)))
    assert pieces[0].startswith("# One\nShort one.\n# Two\nShort two.\n# Three\n")
    assert len(pieces) == 3 and all(len(piece) < 6_600 for piece in pieces)
    assert "".join(pieces).count("A sentence") == 600
