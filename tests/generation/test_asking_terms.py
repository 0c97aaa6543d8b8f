"""Questions about what something is, and what something is called."""

import pytest

from quizapp.generation.asking.asking_terms import propose
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.short_answer import ShortAnswer
from tests.generation.asked import ask, key_of, stems

STILL = (
    "The mash enters the tun, a wide vat of oak and copper. It flows through the kettle, a closed "
    "pot of beaten copper. Steam leaves by the neck, a long pipe of thin copper. It meets the "
    "worm, a coiled tube of cold copper."
)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("The name Orsa comes from an old word for bear.", "What does the name Orsa mean?"),
        ("Eldrun, Norse for 'hill of fire', is new.", "What does the name Eldrun mean?"),
        ("A kiln is an oven that bakes clay.", "What is described as an oven that bakes clay?"),
        (
            "They lined it with quarl, a fired brick of white clay.",
            "What is described as a fired brick of white clay?",
        ),
        (
            "Makers prefer the seasonal load, i.e. the average over a whole year.",
            "What is described as the average over a whole year?",
        ),
        (
            "The share of clay in the mix is known as the clay ratio.",
            "What is the share of clay in the mix known as?",
        ),
        (
            "The first kiln of the town, called Big Bertha, was torn down.",
            "What is the name of the first kiln of the town?",
        ),
        ("A baffle slows the smoke of the fire.", "What slows the smoke of the fire?"),
        (
            "Sourdough, a dough raised by wild yeast, is older than bread.",
            "What is described as a dough raised by wild yeast?",
        ),
        (
            "It prevents osteomalacia, a softening of the bones.",
            "What is described as a softening of the bones?",
        ),
        (
            "It helps people with a deficiency, that is, a level below 25 units.",
            "What is described as a level below 25 units?",
        ),
        (
            "The valley of Oslo was known as the Bear Cradle before the flood.",
            "What was the valley of Oslo known as?",
        ),
        (
            "The gluten of the dough stretches until it breaks. Bakers call this overproofing.",
            "What is it called when the gluten of the dough stretches until it breaks?",
        ),
        (
            "The nurses of Oslo didn't know who took which pill, a design known as double-blind.",
            "What is it called when the nurses of Oslo didn't know who took which pill?",
        ),
        (
            "They find food by waggling, in which a dancer points to a meadow.",
            "What is it called when a dancer points to a meadow?",
        ),
        (
            'Coaches call it "lazy football," a style in which a team waits for an error.',
            "What is it called when a team waits for an error?",
        ),
        (
            "Erosion is what happens when water carries soil away.",
            "What is it called when water carries soil away?",
        ),
        (
            "The answer is back-pumping: pumps lift water to a lake.",
            "What is it called when pumps lift water to a lake?",
        ),
        ("Ergotism is caused by a fungus on rye.", "What is ergotism caused by?"),
        ("Ergotism is a disease caused by a fungus.", "What is ergotism caused by?"),
        (
            "Skin needs collagen, the protein that binds skin and bone.",
            "What is described as the protein that binds skin and bone?",
        ),
        (
            "It is called assisted flow, meaning the slow spread of a species so that it lives on.",
            "What is described as the slow spread of a species?",
        ),
        (
            "The arrangement, known as vehicle-to-grid, earned it a fortune.",
            "What is the arrangement called that earned it a fortune?",
        ),
        (
            "With the door open, it reached flashover, the point at which everything burns.",
            "What is described as the point at which everything burns?",
        ),
        (
            "It is called vacancy decontrol: landlords may set a new price between two leases.",
            "What is it called when landlords may set a new price between two leases?",
        ),
        (
            "They suspect mitochondria, the power plants in a cell.",
            "What are described as the power plants in a cell?",
        ),
        (
            "It was called the first controlled clinical trial, that is, a test of two groups.",
            "What is described as a test of two groups?",
        ),
        (
            "The cells contain melanopsin, a pigment of blue light.",
            "What is described as a pigment of blue light?",
        ),
        (
            "It is an atoll, the ring of coral that remains when a rock sinks beneath it.",
            "What is described as the ring of coral that remains when a rock sinks?",
        ),
        (
            "There it feeds algae that rot and use up oxygen, a process named eutrophication.",
            "What is it called when algae rot and use up oxygen?",
        ),
    ],
)
def test_a_term_is_asked_for(text: str, stem: str) -> None:
    assert stem in stems(propose, text)


@pytest.mark.parametrize(
    "text",
    [
        "With an old kiln, a broken wheel and a fire that smokes, he left.",
        "He bought clay, a wheel of oak, and a kiln.",
        "The kiln was an oven that baked clay.",
        "The result is a thing of beauty.",
        "She married the potter, a man of means.",
        "He came on 4 May, a Friday of rain.",
        "This kiln is an oven that bakes clay.",
        "A kiln is hot.",
        "He saw 'The lamp, a picture of an empty room'.",
        "She calls the 'new kiln, an oven that bakes clay' a wreck.",
        "He praised the kiln, an 'oven that bakes clay', and left.",
        "The curator's favourite, a lamp of blue glass, is lost.",
        "The name Orsa is used for the lake.",
        "Founded in 1902, a year of floods, is the mill.",
        "It dried up. Bakers call this drying up.",
        "They held the hearing, in which residents complained about noise.",
        "One load had ten times as much as the next, a doctor had no means of telling.",
        "Nobody came before a passenger, a teacher named Ruth Amdahl, climbed up.",
        "They meet in a building, in which a council sits.",
        "They crossed the pass, the border that divides a land.",
        "They fed on mash, the best that money buys.",
        "He wrote the books that made him rich, a process named publishing.",
    ],
)
def test_what_is_no_term_is_not_asked_for(text: str) -> None:
    assert stems(propose, text) == []


def test_what_a_term_means_is_asked_with_other_explanations() -> None:
    (found,) = [each for each in ask(propose, STILL) if each.stem == "What is the tun?"]
    assert isinstance(found.body, MultipleChoice)
    assert key_of(found).endswith("a wide vat of oak and copper")
    assert sorted(option.text for option in found.body.options) == [
        "a closed pot of beaten copper",
        "a coiled tube of cold copper",
        "a long pipe of thin copper",
        "a wide vat of oak and copper",
    ]


def test_both_ways_of_asking_for_a_term_are_one_fact() -> None:
    assert len({each.fact for each in ask(propose, STILL) if "tun" in each.fact}) == 1


def test_a_short_form_is_accepted() -> None:
    (found,) = ask(propose, "The share of clay in the mix is known as the clay ratio, or CLR.")
    assert isinstance(found.body, ShortAnswer)
    assert [found.body.grade((said,)).fraction for said in ("CLR", "the clay ratio", "mix")] == [
        1,
        1,
        0,
    ]


def test_the_term_stands_in_the_evidence() -> None:
    assert all(each.answer in each.quotes[0] for each in ask(propose, STILL))
