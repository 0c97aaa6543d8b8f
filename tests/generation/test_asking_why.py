"""Why-questions have the article's reason as their key, and its other reasons beside it."""

from quizapp.generation.asking_why import ask_why
from quizapp.generation.proposals import Proposal
from quizapp.question_types.multiple_choice import MultipleChoice
from tests.generation.parsing import read

OTHERS = ("tower", "named", "flood", "distance", "profits")


def asked(stem: str, *names: str) -> Proposal:
    return next(found for found in ask_why(read(*names)) if found.stem == stem)


def key(proposal: Proposal) -> str:
    assert isinstance(proposal.body, MultipleChoice)
    (found,) = (option.text for option in proposal.body.options if option.correct)
    return found


def test_because_gives_the_reason() -> None:
    proposal = asked("Why did the mill close?", "river", *OTHERS)
    assert key(proposal) == "Because the river had changed its course"


def test_so_follows_the_reason() -> None:
    proposal = asked("Why did the council close the lock?", "both", "river", *OTHERS)
    assert key(proposal) == "Because the weir failed"


def test_an_aim_is_a_reason() -> None:
    aims = ("purpose", "plant", "lock")
    found = [proposal.stem for proposal in ask_why(read(*aims))]
    assert "Why did the council borrow $2 million?" not in found  # nothing else to choose from


def test_for_that_reason_points_to_the_sentence_before() -> None:
    proposal = asked("Why did the council build a weir?", "profits", "therefore", *OTHERS[:-1])
    assert key(proposal) == "Because profits rose 3.2 percent to $40 million"
    assert len(proposal.quotes) == 2


def test_options_are_alike_in_their_beginning_and_their_length() -> None:
    proposal = asked("Why did the mill close?", "river", *OTHERS)
    assert isinstance(proposal.body, MultipleChoice)
    texts = [option.text for option in proposal.body.options]
    assert len(texts) == 4
    assert all(text.startswith("Because ") for text in texts)
    assert max(map(len, texts)) <= 2 * min(map(len, texts))


def test_a_reason_without_rivals_is_not_asked_for() -> None:
    assert not list(ask_why(read("river")))


def test_a_reason_may_lean_on_what_the_question_says() -> None:
    proposal = asked("Why did Ida Strand sell the house?", "ida", "burden", *OTHERS)
    assert key(proposal) == "Because she could not keep it"
