"""Items are read from what the command prints about a bank of every type."""

import json

import pytest

from quizapp.banks.reader import parse
from quizapp.banks.reports import banks_json
from tests.generation.exported import Item, read_item

TEXT = """\
---
title: Every type
sources: {article: {title: Trees, file: sources/trees.md}}
---

## Which tree is bare in winter?
`id: choice`

- (x) a) Oak
- ( ) b) Pine
  > It keeps its needles.
- ( ) c) Yew

> **Explanation:** Oaks shed.

> **Source article:** "The oaks stand bare."

## Pines stand bare in winter.
`id: statement`

- ( ) True
- (x) False

> **Explanation:** The oaks do.

## Oaks stand bare in winter.
`id: true-statement`

- (x) True
- ( ) False

## How many oaks stand there?
`id: number`

- = 40 +- 2

## How many leaves fall?
`id: unit` `unit: million leaves`

- = 3

## Who planted them?
`id: text`

- = Ada
- = Ada Lovelace

## Which are evergreen?
`id: several`

- [x] a) Pine
- [x] b) Yew
- [ ] c) Oak

## Fill the gap.
`id: gap`

Oaks are [[( ) evergreen | (x) bare]] from [[= November]].
"""


@pytest.fixture(scope="module")
def items() -> dict[str, Item]:
    printed = banks_json([parse(TEXT, "types").bank])
    return {each["id"]: read_item(each) for each in json.loads(printed)[0]["questions"]}


def test_a_choice_has_key_and_distractors(items: dict[str, Item]) -> None:
    assert (items["choice"].key, items["choice"].distractors) == ("Oak", ("Pine", "Yew"))


def test_quotes_and_explanations_are_kept(items: dict[str, Item]) -> None:
    assert items["choice"].quotes == ("The oaks stand bare.",)
    assert items["choice"].explanation == "Oaks shed. It keeps its needles."


def test_the_key_of_a_true_statement_is_the_statement(items: dict[str, Item]) -> None:
    assert items["true-statement"].is_true is True
    assert items["true-statement"].keys == ("Oaks stand bare in winter.",)


def test_a_false_statement_has_no_key_and_no_options(items: dict[str, Item]) -> None:
    statement = items["statement"]
    assert (statement.is_true, statement.keys, statement.options) == (False, (), ())


def test_a_number_is_its_own_key_without_the_tolerance(items: dict[str, Item]) -> None:
    assert items["number"].keys == ("40",)


def test_a_unit_belongs_to_the_key(items: dict[str, Item]) -> None:
    assert items["unit"].keys == ("3 million leaves",)


def test_each_accepted_answer_is_a_key(items: dict[str, Item]) -> None:
    assert items["text"].keys == ("Ada", "Ada Lovelace")


def test_several_keys_are_one_text(items: dict[str, Item]) -> None:
    assert items["several"].key == "Pine ; Yew"


def test_gaps_are_filled_from_options_and_answers(items: dict[str, Item]) -> None:
    assert items["gap"].keys == ("bare", "November")


def test_a_text_with_gaps_is_part_of_the_stem(items: dict[str, Item]) -> None:
    assert items["gap"].stem == "Fill the gap.\n\nOaks are ____ from ____."
