"""Reads the forms of a page as a browser does, so that tests send what the page as served sends."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

Attributes = dict[str, str]


@dataclass
class Control:
    """A field of a form."""

    tag: str
    name: str
    kind: str
    value: str
    chosen: bool
    options: list[tuple[str, bool]] = field(default_factory=list)


@dataclass
class Form:
    """A form as served; `choose` and `fill` do what a student does."""

    action: str
    id: str
    controls: list[Control] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def names(self) -> list[str]:
        """The names of its fields, in order, once each."""
        return list(dict.fromkeys(control.name for control in self.controls if control.name))

    def prefix(self, number: int) -> str:
        """The name of the fields of a question."""
        return next(name for name in self.names() if name.startswith(f"q{number}-"))

    def choose(self, number: int, *values: str) -> None:
        """Tick the options of a question with these values, and no others."""
        for control in self.controls:
            if control.name == self.prefix(number) and control.kind in ("radio", "checkbox"):
                control.chosen = control.value in values

    def fill(self, number: int, *texts: str) -> None:
        """Write into the fields of a question, in order; for a select the value of an option."""
        fields = [
            control
            for control in self.controls
            if control.name == self.prefix(number) and control.kind != "hidden"
        ]
        for control, text in zip(fields, texts, strict=True):
            if control.tag == "select":
                assert text in [value for value, _ in control.options], control.options
                control.options = [(value, value == text) for value, _ in control.options]
            control.value = text

    def revisit(self, number: int) -> None:
        """Tick the box beside a question."""
        for control in self.controls:
            if control.name == f"{self.prefix(number)}-revisit":
                control.chosen = True

    def entries(self) -> list[tuple[str, str]]:
        """What a browser sends."""
        return [
            (control.name, value)
            for control in self.controls
            if control.name
            for value in _values(control)
        ]

    def send(self, client: FlaskClient, button: str | None = None) -> TestResponse:
        """Press the button with this value and stay on the answer; no redirect is followed."""
        entries = self.entries()
        if button is not None:
            assert ("go", button) in self.buttons, self.buttons
            entries.append(("go", button))
        data: dict[str, list[str]] = {}
        for name, value in entries:
            data.setdefault(name, []).append(value)
        return client.post(self.action, data=data)


def _values(control: Control) -> list[str]:
    if control.tag == "select":
        chosen = [value for value, is_chosen in control.options if is_chosen]
        return chosen[:1] or [value for value, _ in control.options[:1]]
    if control.kind in ("radio", "checkbox"):
        return [control.value] if control.chosen else []
    return [control.value]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.open: Form | None = None
        self.text: list[str] | None = None
        self.is_waiting = False  # inside a template: without scripts it isn't on the page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_waiting = self.is_waiting or tag == "template"
        if self.is_waiting:
            return
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = Form(given.get("action", ""), given.get("id", ""))
            self.forms.append(self.open)
        form = self.open
        if tag == "button" and "form" in given:
            form = next(form for form in self.forms if form.id == given["form"])
        if form is not None:
            self._control(form, tag, given, {name for name, _ in attrs})

    def _control(self, form: Form, tag: str, given: Attributes, there: set[str]) -> None:
        if tag == "button":
            form.buttons.append((given.get("name", ""), given.get("value", "")))
        elif tag in ("input", "select", "textarea"):
            kind = given.get("type", "text") if tag == "input" else tag
            value = given.get("value", "on" if kind in ("radio", "checkbox") else "")
            name = given.get("name", "")
            form.controls.append(Control(tag, name, kind, value, "checked" in there))
        elif tag == "option":
            form.controls[-1].options.append((given["value"], "selected" in there))
        self.text = [] if tag == "textarea" else self.text

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self.is_waiting:
            self.is_waiting = tag != "template"
            return
        if tag == "textarea" and self.open is not None and self.text is not None:
            self.open.controls[-1].value = "".join(self.text).removeprefix("\n")
            self.text = None
        if tag == "form":
            self.open = None


def forms_of(html: str) -> list[Form]:
    """The forms of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.forms


def form_to(html: str, address: str) -> Form:
    """The form of a page that is sent to `address`."""
    return next(form for form in forms_of(html) if form.action == address)
