"""What every type promises of its pages, as asked and as reviewed."""

import re

from jinja2 import meta

from quizapp.question_types.base import QuestionType, Shows
from tests.question_types.examples import every_type, example, right_answer
from tests.question_types.pages import TEMPLATES, asked_page, environment, reviewed_page

NOTHING_TOLD = Shows(marks=False, feedback=False, key=False)


@every_type
def test_page_as_asked_names_its_field_only(kind: type[QuestionType]) -> None:
    names = set(_attribute(asked_page(example(kind).body), "name"))
    assert names == {"a-3"}


@every_type
def test_ids_on_the_page_are_unique(kind: type[QuestionType]) -> None:
    ids = _attribute(asked_page(example(kind).body), "id")
    assert len(ids) == len(set(ids))


@every_type
def test_everything_that_describes_is_on_the_page(kind: type[QuestionType]) -> None:
    page = asked_page(example(kind).body)
    described = {name for names in _attribute(page, "aria-describedby") for name in names.split()}
    assert described <= set(_attribute(page, "id"))


@every_type
def test_labels_are_for_controls_on_the_page(kind: type[QuestionType]) -> None:
    page = asked_page(example(kind).body)
    assert set(_attribute(page, "for")) <= set(_attribute(page, "id"))


@every_type
def test_controls_neither_limit_nor_hint_nor_forget(kind: type[QuestionType]) -> None:
    page = asked_page(example(kind).body)
    assert not any(word in page for word in ("maxlength", "size=", "autocomplete", "required"))


@every_type
def test_page_has_no_inline_style_or_script(kind: type[QuestionType]) -> None:
    body = example(kind).body
    pages = asked_page(body) + reviewed_page(body, right_answer(body), Shows())
    assert "style=" not in pages and "<script" not in pages and " on" not in _tags(pages)


@every_type
def test_answer_stands_in_the_form_again(kind: type[QuestionType]) -> None:
    body = example(kind).body
    assert asked_page(body, right_answer(body)) != asked_page(body)


@every_type
def test_review_that_may_tell_nothing_is_the_same_right_or_wrong(kind: type[QuestionType]) -> None:
    body = example(kind).body
    page = reviewed_page(body, (), NOTHING_TOLD, earned=None)
    assert not any(f"#icon-{icon}" in page for icon in ("tick", "cross", "half"))


@every_type
def test_template_asks_for_nothing_but_its_question(kind: type[QuestionType]) -> None:
    source = (TEMPLATES / "question_types" / f"{kind.name}.html").read_text()
    assert meta.find_undeclared_variables(environment.parse(source)) <= {"caller"}


def _attribute(page: str, name: str) -> list[str]:
    return re.findall(rf'\s{name}="([^"]*)"', page)


def _tags(page: str) -> str:
    return " ".join(re.findall(r"<[^>]*>", page))
