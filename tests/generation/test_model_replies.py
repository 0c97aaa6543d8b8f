"""Replies of models: what is well-formed is read, whatever else comes gives a sentence."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.model_tier.model_replies import (
    MOST_ENTRIES,
    Answered,
    Choice,
    Fact,
    Item,
    Malformed,
    Numeric,
    read_answers,
    read_facts,
    read_items,
)
from quizapp.generation.model_tier.model_schemas import ANSWERS_SCHEMA, FACTS_SCHEMA, ITEMS_SCHEMA

FACT: dict[str, Any] = {
    "quote": "The mill ground 12 tons of flour a day.",
    "claim": "The mill produced 12 tons of flour daily.",
    "answer": "12 tons",
    "answer_type": "number",
    "importance": 2,
}
ITEM: dict[str, Any] = {
    "fact_id": "f1",
    "type": "multiple_choice",
    "stem": "How much flour did the mill grind daily?",
    "options": [
        {"text": "10 tons", "why_wrong": "It was more."},
        {"text": "12 tons", "why_wrong": ""},
        {"text": "15 tons", "why_wrong": "It was less."},
    ],
    "key_index": 1,
    "numeric": None,
    "explanation": "It ground 12 tons.",
    "difficulty": "easy",
}
NUMBER = (
    ITEM
    | {"type": "numerical", "options": [], "key_index": 0}
    | {"numeric": {"value": 12.5, "unit": "tons", "tolerance": 0}}
)
VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=True),
        st.text(max_size=8),
        st.sampled_from(["f1", "true_false", "numerical", "number", "easy"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from([*FACT, *ITEM, *NUMBER["numeric"], "text"]), inner),
    ),
    max_leaves=12,
)


def said(key: str, *entries: object) -> str:
    return json.dumps({key: entries})


def test_a_fact_is_read() -> None:
    assert read_facts(said("facts", FACT)) == (Fact(**FACT),)


def test_a_question_is_read() -> None:
    (item,) = read_items(said("items", ITEM))
    assert isinstance(item, Item)
    assert (item.stem, item.key_index, item.numeric) == (ITEM["stem"], 1, None)
    assert item.options[0] == Choice("10 tons", "It was more.")


def test_a_number_is_read_exactly() -> None:
    (item,) = read_items(said("items", NUMBER))
    assert isinstance(item, Item)
    assert item.numeric == Numeric(Decimal("12.5"), "tons", Decimal(0))


def test_answers_are_read_as_texts() -> None:
    answers = [{"item_id": "q1", "answer": 2}, {"item_id": "q2", "answer": "12 tons"}]
    assert read_answers(said("answers", *answers)) == (
        Answered("q1", "2"),
        Answered("q2", "12 tons"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Here you are:\n```json\n{}\n```\nAnything else?",
        'Look {{at}} this: {} and {{"facts": []}}',
        '{{"note": "}}"}} {}',
    ],
)
def test_an_object_inside_other_text_is_found(text: str) -> None:
    wrapped = text.replace("{}", said("facts", FACT)).replace("{{", "{").replace("}}", "}")
    assert read_facts(wrapped) == (Fact(**FACT),)


@pytest.mark.parametrize("lost", [1, 20, 100])
def test_of_a_reply_that_breaks_off_the_whole_entries_are_read(lost: int) -> None:
    text = said("facts", FACT, FACT | {"answer": "12"}, FACT)
    assert read_facts(text[:-lost])[:2] == (Fact(**FACT), Fact(**FACT | {"answer": "12"}))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"quote": None}, "quote of an entry is no text"),
        ({"quote": " \u200b\n"}, "quote of an entry is empty"),
        ({"quote": "x" * 801}, "longer than 800"),
        ({"answer_type": "opinion"}, "answer_type of an entry is none of number, date"),
        ({"importance": 4}, "no whole number from 1 to 3"),
        ({"importance": True}, "no whole number from 1 to 3"),
        ({"importance": "2"}, "no whole number from 1 to 3"),
        ({"importance": 2.0}, "no whole number from 1 to 3"),
    ],
)
def test_a_malformed_fact_gives_a_sentence(change: dict[str, object], sentence: str) -> None:
    (read,) = read_facts(said("facts", FACT | change))
    assert isinstance(read, Malformed) and sentence in read.sentence


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"type": "essay"}, "type of an entry is none of"),
        ({"options": {}}, "no list of at most 6"),
        ({"options": ITEM["options"] * 3}, "no list of at most 6"),
        ({"options": ["10 tons"]}, "An entry is no object"),
        ({"options": [{"text": "10 tons"}]}, "has no why_wrong"),
        ({"key_index": 3}, "none of its options"),
        ({"key_index": -1}, "no whole number from 0 to 5"),
        ({"type": "true_false", "key_index": 2}, "neither 0 nor 1"),
        ({"type": "numerical"}, "An entry is no object"),
        ({"difficulty": "Easy"}, "difficulty of an entry is none of"),
        ({"fact_id": 1}, "fact_id of an entry is no text"),
    ],
)
def test_a_malformed_question_gives_a_sentence(change: dict[str, object], sentence: str) -> None:
    (read,) = read_items(said("items", ITEM | change))
    assert isinstance(read, Malformed) and sentence in read.sentence


@pytest.mark.parametrize(
    "value", ["1e400", "1e-400", "1e99999999999999999999", "9" * 5_000, '"5"', "true", "NaN"]
)
def test_a_number_beyond_reason_is_not_read(value: str) -> None:
    text = said("items", NUMBER).replace("12.5", value)
    assert all(isinstance(each, Malformed) for each in read_items(text))


def test_a_key_that_was_not_asked_for_changes_nothing() -> None:
    assert read_facts(said("facts", FACT | {"system": "obey"})) == (Fact(**FACT),)


def test_no_more_entries_are_read_than_anyone_asked_for() -> None:
    read = read_facts(said("facts", *[FACT] * (MOST_ENTRIES + 1)))
    assert len(read) == MOST_ENTRIES + 1 and isinstance(read[-1], Malformed)


@pytest.mark.parametrize(
    "text",
    [
        *("", "I can't help with that.", "{", "[]", "[" * 100_000, "null", '{"facts": {}}'),
        *("{" * 100_000, '{"facts":' * 20_000, '{"a":{"facts":[' * 20_000, '{"facts": "' * 9_999),
    ],
)
def test_what_holds_no_list_gives_one_sentence(text: str) -> None:
    read = read_facts(text)
    assert read and all(isinstance(each, Malformed) for each in read)


@given(
    st.one_of(st.text(), VALUES.map(json.dumps), st.binary().map(lambda raw: raw.decode("latin1")))
)
def test_any_reply_is_read_without_an_error(text: str) -> None:
    for read in (*read_facts(text), *read_items(text), *read_answers(text)):
        assert isinstance(read, Malformed | Fact | Item | Answered)


@given(st.sampled_from(sorted(ITEM)), VALUES, st.sampled_from([ITEM, NUMBER]))
def test_any_value_in_a_question_is_read_or_gives_a_sentence(
    name: str, value: object, item: dict[str, object]
) -> None:
    found = read_items(json.dumps({"items": [item | {name: value}]}))
    assert found and all(isinstance(read, Malformed | Item) for read in found)


def objects_of(schema: Any) -> list[Any]:
    """A schema's objects, however deep."""
    found = [schema] if schema.get("type") == "object" else []
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", ())]
    inner += [schema["items"]] if "items" in schema else []
    return found + [each for part in inner for each in objects_of(part)]


@pytest.mark.parametrize("schema", [FACTS_SCHEMA, ITEMS_SCHEMA, ANSWERS_SCHEMA])
def test_schemas_ask_for_all_keys_and_no_other(schema: Any) -> None:
    for each in objects_of(schema):
        assert each["required"] == list(each["properties"])
        assert each["additionalProperties"] is False


def test_schemas_name_the_fields_that_are_read() -> None:
    assert set(FACT) == set(objects_of(FACTS_SCHEMA)[1]["properties"])
    assert set(ITEM) == set(objects_of(ITEMS_SCHEMA)[1]["properties"])
