"""A student who practices on the pages as served."""

from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from tests.attempts.builders import AS_WRITTEN, TWO_CHOICES
from tests.attempts.forms_of import Form, forms_of
from tests.attempts.student import Student

FIVE = "---\ntitle: Five\n---\n" + "".join(
    f"\n## Question {name}?\n`id: {name}`\n\n- ( ) a) Wrong {name}\n- (x) b) Right {name}\n"
    for name in ("one", "two", "three", "four", "five")
)
RIGHT, WRONG = "1", "0"  # the positions of the options of FIVE as written


class Practicer(Student):
    """A student with a quiz that is done and may be practiced."""

    def __init__(self, app: Flask, text: str = TWO_CHOICES, **settings: Any) -> None:
        super().__init__(app)
        self.quiz_id = self.quiz(text, **{**AS_WRITTEN, **settings})
        self.attempt_id = self.start(self.quiz_id)
        self.submit(self.attempt_id)
        self.address = f"/practice/{self.quiz_id}"

    def form(self, query: str = "") -> Form:
        """The form of the question that comes now, or of the end."""
        return next(
            form
            for form in forms_of(self.get(self.address + query))
            if form.action.startswith("/practice/")
        )

    def press(self, go: str, *values: str, query: str = "") -> TestResponse:
        """Answer the question that comes now and press a button; the reply, not followed."""
        form = self.form(query)
        return self.send(form, go, *values)

    def send(self, form: Form, go: str, *values: str) -> TestResponse:
        """The form with an answer, as a browser sends it."""
        sent = {
            control.name: control.value for control in form.controls if control.kind == "hidden"
        }
        field = next((name for name in form.names() if name.startswith("p")), "")
        return self.client.post(form.action, data={**sent, field: list(values), "go": go})

    def check(self, *values: str, query: str = "") -> str:
        """Answer the question that comes now; the page with the verdict."""
        reply = self.press("check", *values, query=query)
        assert reply.status_code == 303, reply.text
        return self.get(reply.location)

    def skip(self) -> None:
        """Skip the question that comes now."""
        assert self.press("skip").status_code == 303
