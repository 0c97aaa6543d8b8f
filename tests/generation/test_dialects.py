"""What is left out for endpoints that don't take everything."""

import pytest

from quizapp.generation.model_tier.dialects import Dialect, simpler


@pytest.mark.parametrize(
    ("complaint", "expected"),
    [
        ("Unsupported parameter: 'max_tokens'.", Dialect(limit="max_completion_tokens")),
        ("seed: extra inputs are not permitted", Dialect(seed=False)),
        ("'temperature' does not support 0 with this model.", Dialect(temperature=False)),
        ("response_format json_schema is unavailable", Dialect(form="json_object")),
        ("", Dialect(form="json_object")),
    ],
)
def test_what_the_complaint_names_is_left_out(complaint: str, expected: Dialect) -> None:
    assert simpler(Dialect(), complaint) == expected


@pytest.mark.parametrize("complaint", ["", "max_tokens seed temperature", "seed" * 10_000])
def test_after_a_few_steps_nothing_is_left_to_leave_out(complaint: str) -> None:
    dialect: Dialect | None = Dialect()
    steps = 0
    while (dialect := simpler(dialect, complaint)) is not None:
        steps += 1
    assert steps <= 6
