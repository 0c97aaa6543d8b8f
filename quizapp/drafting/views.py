"""Drafting a bank from an article that somebody pastes or uploads."""

from typing import Any
from urllib.parse import urlsplit

from flask import (
    Blueprint,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from quizapp.accounts.signin import require_user
from quizapp.authoring.access import ensure_edits_banks
from quizapp.clock import utc_now
from quizapp.drafting.forms import ArticleForm
from quizapp.drafting.service import DraftingBusy, Made, make_draft
from quizapp.errors import Refused
from quizapp.generation.article import UnfitArticle
from quizapp.generation.model_tier.endpoint import UnfitName, WithoutClient
from quizapp.generation.reading.html_blocks import ExtractorMissing
from quizapp.quizzes.library import site_library

bp = Blueprint("drafting", __name__)

NO_MODEL = "Write the model's name as its endpoint lists it: one line without spaces."
MOST_BYTES = 2_500_000  # of a form: more than an article may have, so that its page can say so


@bp.url_value_preprocessor
def take_an_article(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let a form be as large as an article."""
    request.max_content_length = request.max_form_memory_size = MOST_BYTES


@bp.get("/teach/generate")
def ask() -> AnyResponse:
    """Where an article is pasted."""
    ensure_edits_banks(require_user())
    return _show(ArticleForm(formdata=None), 200)


@bp.post("/teach/generate")
def generate() -> AnyResponse:
    """Draft a bank from it, and open its review."""
    user = require_user()
    ensure_edits_banks(user)
    form = ArticleForm()
    if not form.validate_on_submit():
        return _show(form, 422)
    try:
        wanted = form.wanted(current_app.config["SETTINGS"])
        made = make_draft(site_library(), wanted, user.id, utc_now())
    except (UnfitArticle, ExtractorMissing) as error:
        form.blame_article(str(error))
    except Refused as error:
        form.name.errors = [str(error)]
    except UnfitName:
        form.model.errors = [NO_MODEL]
    except WithoutClient as error:
        form.model.errors = [str(error)]
    except DraftingBusy as error:
        form.form_errors.append(str(error))
        return _show(form, 429)
    else:
        return _open(made)
    return _show(form, 422)


def _open(made: Made) -> AnyResponse:
    many = "1 question" if made.questions == 1 else f"{made.questions} questions"
    flash(f"Drafted {many} into {made.name}.md. Go through them now.", "good")
    for sentence in made.notices:
        flash(sentence, "info")
    return redirect(url_for("review.show", name=made.name), 303)


def _show(form: ArticleForm, status: int) -> AnyResponse:
    host = urlsplit(current_app.config["SETTINGS"].model_url).hostname
    html = render_template("drafting/generate.html", form=form, host=host)
    return make_response(html, status)
