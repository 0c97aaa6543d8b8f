"""Checks of form fields by the same rules that the services keep."""

from collections.abc import Callable

from wtforms import Field, Form, ValidationError

from quizapp.errors import UserError


def fits(check: Callable[[str], object]) -> Callable[[Form, Field], None]:
    """A field is right if `check` takes what was typed without raising a UserError."""

    def validate(_form: Form, field: Field) -> None:
        try:
            check(field.data or "")
        except UserError as error:
            raise ValidationError(str(error)) from None

    return validate
