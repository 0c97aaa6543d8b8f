"""The JSON objects that a model should reply with; nobody relies on a reply keeping to them."""

from collections.abc import Mapping

ANSWER_TYPES = ("number", "date", "name", "reason", "definition", "outcome")
ITEM_TYPES = ("multiple_choice", "true_false", "numerical", "short_answer")
DIFFICULTIES = ("easy", "medium", "hard")

Schema = Mapping[str, object]
_TEXT: Schema = {"type": "string"}
_WHOLE: Schema = {"type": "integer"}
_NUMBER: Schema = {"type": "number"}


def _object(**fields: Schema) -> Schema:
    """An object with these fields, all of them and no other."""
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def _list_of(entry: Schema) -> Schema:
    return {"type": "array", "items": entry}


def _one_of(values: tuple[str, ...]) -> Schema:
    return {"type": "string", "enum": list(values)}


_OPTION = _object(text=_TEXT, why_wrong=_TEXT)
_NUMERIC = _object(value=_NUMBER, unit=_TEXT, tolerance=_NUMBER)

FACTS_SCHEMA = _object(
    facts=_list_of(
        _object(
            quote=_TEXT,
            claim=_TEXT,
            answer=_TEXT,
            answer_type=_one_of(ANSWER_TYPES),
            importance={"type": "integer", "enum": [1, 2, 3]},
        )
    )
)
ITEMS_SCHEMA = _object(
    items=_list_of(
        _object(
            fact_id=_TEXT,
            type=_one_of(ITEM_TYPES),
            stem=_TEXT,
            options=_list_of(_OPTION),
            key_index=_WHOLE,
            numeric={"anyOf": [_NUMERIC, {"type": "null"}]},
            explanation=_TEXT,
            difficulty=_one_of(DIFFICULTIES),
        )
    )
)
ANSWERS_SCHEMA = _object(answers=_list_of(_object(item_id=_TEXT, answer=_TEXT)))
