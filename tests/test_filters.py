"""Templates that are compiled before the first page is asked for."""

import pytest
from flask import Flask
from jinja2 import Environment

from quizapp.filters import compile_templates


def test_no_page_compiles_a_template_once_all_are(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_templates(app)

    def refuse(*_: object) -> None:
        pytest.fail("A template is compiled.")

    monkeypatch.setattr(Environment, "compile", refuse)
    assert app.test_client().get("/signin").status_code == 200
