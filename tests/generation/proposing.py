"""An article and proposals about it, as a way of asking would make them."""

import re

from quizapp.generation.article import Article
from quizapp.generation.proposals import Proposal
from quizapp.generation.reading.reader import read_article
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.options import Option
from quizapp.question_types.true_false import TrueFalse

TEXT = """A bridge without cars

The town of Larkfield closed its only bridge to cars in 2019. The bridge is used by 3,000
cyclists a day.

Who paid for the bridge

The repair of the bridge cost 4 million dollars. A lottery paid for most of it, because the town
had no money. Trade in the old town grew by 12 percent in the first year after the bridge was
closed. Maud Ellery led the council at the time. She had argued for the closing of the bridge
since her election, and nobody in the town wants the cars back now, not even those who own one.
"""


def article() -> Article:
    return read_article(TEXT.encode())


def options(key: str, *wrong: str) -> MultipleChoice:
    """Numbers by size, as every way of asking gives them."""
    texts = sorted((key, *wrong), key=lambda text: int(re.sub(r"\D", "", text) or 0))
    return MultipleChoice(tuple(Option(text, text == key) for text in texts))


def propose(sentence: int = 0, **changed: object) -> Proposal:
    """A sound proposal about one of the sentences, but for what is changed."""
    stems = (
        ("In which year did Larkfield close its bridge to cars?", "2019", ("2015", "2017", "2021")),
        ("How many cyclists use the bridge each day?", "3,000", ("1,000", "2,000", "5,000")),
        ("How much did it cost to repair the bridge?", "4 million dollars", ("2 million dollars",)),
        ("Who paid most of the repair of the bridge?", "A lottery", ("The church", "A bank")),
        ("By how much did trade grow?", "12 percent", ("4 percent", "8 percent", "20 percent")),
        ("Who led the council of Larkfield?", "Maud Ellery", ("Ivo Stern", "Ana Ruiz", "Jo Poe")),
    )
    stem, key, wrong = stems[sentence]
    given: dict[str, object] = {
        "stem": stem,
        "body": options(key, *wrong),
        "quotes": (article().sentences[sentence].text,),
        "sentence": sentence,
        "fact": f"{sentence}:{key}",
        "form": "question",
        "topic": "figure",
        "tier": "light",
        "answer": key,
    }
    return Proposal(**{**given, **changed})  # type: ignore[arg-type]


def statement(sentence: int, *, truth: bool) -> Proposal:
    """A true-or-false statement about a sentence."""
    said = article().sentences[sentence].text
    text = said if truth else said.replace("the", "no", 1)
    return propose(
        sentence, stem=text, body=TrueFalse(truth), form="statement", fact=f"{sentence}:{truth}"
    )
