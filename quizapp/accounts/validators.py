"""Checks of form fields by the same rules that the services keep, and what an upload holds."""

from collections.abc import Callable

from werkzeug.datastructures import FileStorage
from wtforms import Field, FileField, Form, ValidationError

from quizapp.errors import UserError


def fits(check: Callable[[str], object]) -> Callable[[Form, Field], None]:
    """A field is right if `check` takes what was typed without raising a UserError."""

    def validate(_form: Form, field: Field) -> None:
        try:
            check(field.data or "")
        except UserError as error:
            raise ValidationError(str(error)) from None

    return validate


def chosen_file(field: FileField) -> FileStorage | None:
    """The file that was chosen; None for none, and for a text that came in its place."""
    sent = field.data
    return sent if isinstance(sent, FileStorage) and sent.filename else None
