"""Forms about drafts: an article, a decision, a question's text."""

from typing import Any

from wtforms import (
    BooleanField,
    FileField,
    HiddenField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import DataRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from quizapp.accounts.validators import chosen_file
from quizapp.banks.difference import lines_of
from quizapp.config import Settings
from quizapp.drafting.review import Decision, Typed
from quizapp.drafting.service import Wanted
from quizapp.generation.model_tier.endpoint import Model, connect
from quizapp.generation.tiers import Wishes
from quizapp.question_types import all_types
from quizapp.question_types.essay import Essay
from quizapp.tokens import Form

MOST_QUESTIONS = 60
MOST_PATIENCE = 10 * 60  # seconds that a model is asked for, while the page is waited for
NUMBER = f"Write a number from 1 to {MOST_QUESTIONS}, or leave it empty."
NO_ARTICLE = "Paste the article's text, or choose its file."
NO_CHECKER = "Name the model above, or untick this: a model checks its own questions."
BOTH = "There is a text here and a file below. Empty this field, or choose no file."


class ArticleForm(Form):
    """An article, and what is wanted from it."""

    text = TextAreaField("Text of the article")
    file = FileField("Or its file")
    title = StringField("Title of the bank", [Length(max=200, message="At most 200 characters.")])
    name = StringField("Name of its file", [Length(max=200, message="At most 64 characters.")])
    count = StringField("How many questions")
    model = StringField("Language model")  # shown where the site has an endpoint
    check = BooleanField("Check the answers with the model")
    types = SelectMultipleField(
        "Types", option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False)
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.types.choices = [(each.name, each.label) for each in all_types() if each is not Essay]

    def validate_text(self, field: TextAreaField) -> None:
        """There is one article."""
        has_text, has_file = bool((field.data or "").strip()), bool(chosen_file(self.file))
        if not has_text and not has_file:
            raise ValidationError(NO_ARTICLE)
        if has_text and has_file:
            raise ValidationError(BOTH)

    def validate_count(self, field: StringField) -> None:
        """Empty, or a number."""
        typed = (field.data or "").strip()
        if typed and not (typed.isascii() and typed.isdigit() and len(typed) < 5):
            raise ValidationError(NUMBER)
        if typed and not 1 <= int(typed) <= MOST_QUESTIONS:
            raise ValidationError(NUMBER)

    def validate_check(self, field: BooleanField) -> None:
        """Only a model that drafts is asked again."""
        if field.data and not (self.model.data or "").strip():
            raise ValidationError(NO_CHECKER)

    def wanted(self, settings: Settings) -> Wanted:
        """What a valid form asks for on this site; raises UserError if no model can be asked."""
        sent = chosen_file(self.file)
        raw = sent.read() if sent else (self.text.data or "").encode(errors="replace")
        count = (self.count.data or "").strip()
        wishes = Wishes(
            count=int(count) if count else None,
            types=tuple(self.types.data or ()),
            parser=settings.spacy_model,
            model=self._model(settings),
            check=bool(self.check.data),
        )
        return Wanted(
            raw=raw,
            wishes=wishes,
            file_name=(sent and sent.filename) or "",
            name=self.name.data or "",
            title=" ".join((self.title.data or "").split()),
        )

    def _model(self, settings: Settings) -> Model | None:
        name = (self.model.data or "").strip()
        if not name or not settings.model_url:
            return None
        return connect(settings.model_url, settings.model_key, name, seed=0, patience=MOST_PATIENCE)

    def blame_article(self, sentence: str) -> None:
        """Say at the field that brought the article what is wrong with it."""
        field = self.file if chosen_file(self.file) else self.text
        field.errors = [sentence]


class DecisionForm(Form):
    """Which question, and what somebody saw of it."""

    key = HiddenField(validators=[Length(max=100)])
    seen = HiddenField(validators=[Length(max=64)])
    base = HiddenField(validators=[Length(max=64)])
    act = HiddenField(validators=[Length(max=20)])

    def decision(self) -> Decision:
        """What a valid form brings."""
        return Decision(self.key.data or "", self.seen.data or "")


class QuestionForm(DecisionForm):
    """A question's Markdown as it was typed."""

    text = TextAreaField(
        "The question",
        [DataRequired("The text is empty. Write the question, or go back and drop it.")],
    )

    def typed(self) -> Typed:
        """What a valid form brings; its lines end with LF."""
        text = "\n".join(lines_of(self.text.data or ""))
        return Typed(text, accepts=self.act.data == "accept")
