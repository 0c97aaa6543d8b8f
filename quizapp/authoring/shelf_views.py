"""New banks, renaming, archiving, images, and changes that quizapp offers to make."""

from typing import Any

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.accounts.queries import Visitor
from quizapp.accounts.signin import require_user
from quizapp.accounts.validators import chosen_file
from quizapp.authoring import service, shelf
from quizapp.authoring.access import ensure_edits_banks, reach_of
from quizapp.authoring.editing import Sheet
from quizapp.authoring.forms import BaseForm, ImageForm, NewBankForm, RenameForm
from quizapp.authoring.service import Mover
from quizapp.banks.saving import BankChanged, NotSaved
from quizapp.banks.shelf import add_image
from quizapp.clock import utc_now
from quizapp.quizzes.library import site_library

bp = Blueprint("shelf", __name__)

MOST_BYTES = 1_100_000  # an image or a bank of 1 MB, and the form around it


@bp.url_value_preprocessor
def take_an_upload(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let a form be as large as what is uploaded."""
    request.max_content_length = MOST_BYTES


@bp.post("/teach/banks/")
def create() -> AnyResponse:
    """Make a new bank, and open it."""
    user, form = _editor(), NewBankForm()
    try:
        if form.validate_on_submit():
            loaded = shelf.make_bank(site_library(), form.new_bank(), user.id, utc_now())
            flash(f"Made {loaded.name}.md.", "good")
            return redirect(url_for("authoring.show_bank", name=loaded.name))
    except NotSaved as error:
        has_file = form.begins.data == "file" and chosen_file(form.file)
        field = form.file if has_file else form.name
        field.errors = [str(error)]
    page = service.read_banks(site_library(), reach_of(user))
    return make_response(render_template("authoring/banks.html", page=page, form=form), 422)


@bp.get("/teach/banks/<name>/manage")
def manage(name: str) -> AnyResponse:
    """Rename a bank, or put it away."""
    return _show_manage(name, RenameForm(formdata=None, name=name), 200)


@bp.post("/teach/banks/<name>/rename")
def rename(name: str) -> AnyResponse:
    """Give it another name."""
    user, form = _editor(), RenameForm()
    if not form.validate_on_submit():
        return _show_manage(name, form, 422)
    new_name = shelf.fit_name(form.name.data)
    try:
        service.rename(site_library(), name, new_name, Mover(user.id, utc_now()))
    except NotSaved as error:
        form.name.errors = [str(error)]
        return _show_manage(name, form, 422)
    flash(f"Renamed: {name}.md is {new_name}.md from now on.", "good")
    return redirect(url_for("authoring.show_bank", name=new_name))


@bp.post("/teach/banks/<name>/archive")
def archive(name: str) -> AnyResponse:
    """Put it away."""
    user = _editor()
    service.archive(site_library(), name, Mover(user.id, utc_now()))
    flash(f"{name}.md is archived. Quizzes made from it go on as they are.", "good")
    return redirect(url_for("authoring.banks"))


@bp.post("/teach/banks/<name>/take-back")
def take_back(name: str) -> AnyResponse:
    """The reverse."""
    user = _editor()
    service.take_back(site_library(), name, Mover(user.id, utc_now()))
    flash(f"{name}.md is back.", "good")
    return redirect(url_for("authoring.show_bank", name=name))


@bp.get("/teach/banks/<name>/images")
def images(name: str) -> AnyResponse:
    """The images that its questions may show."""
    return _show_images(name, ImageForm(formdata=None), 200)


@bp.post("/teach/banks/<name>/images")
def upload_image(name: str) -> AnyResponse:
    """Put an image among the banks."""
    _editor()
    form = ImageForm()
    sent = chosen_file(form.file)
    if not form.validate_on_submit() or not sent:
        form.file.errors = ["Choose an image."]
        return _show_images(name, form, 422)
    try:
        called = form.name.data or sent.filename or ""
        path = add_image(site_library().folder, called, sent.read())
    except NotSaved as error:
        form.file.errors = [str(error)]
        return _show_images(name, form, 422)
    flash(f"The image is at {path}. Paste its Markdown into a question.", "good")
    return redirect(url_for("shelf.images", name=name))


@bp.get("/teach/banks/<name>/mend/<what>")
def show_mend(name: str, what: str) -> str:
    """A change that quizapp would make to the file."""
    page = shelf.read_mend(_sheet(_editor(), name), what)
    return render_template("authoring/mend.html", page=page)


@bp.post("/teach/banks/<name>/mend/<what>")
def mend(name: str, what: str) -> AnyResponse:
    """Make it."""
    sheet = _sheet(_editor(), name)
    try:
        shelf.make_mend(sheet, what, BaseForm().base.data or "", utc_now())
    except BankChanged:
        flash("The file changed meanwhile. This is what would change now.", "warn")
        return redirect(url_for("shelf.show_mend", name=name, what=what))
    flash(f"Saved {name}.md.", "good")
    return redirect(url_for("authoring.show_bank", name=name))


def _editor() -> Visitor:
    user = require_user()
    ensure_edits_banks(user)
    return user


def _sheet(user: Visitor, name: str) -> Sheet:
    return Sheet(site_library(), name, user.id, reach_of(user))


def _show_manage(name: str, form: RenameForm, status: int) -> AnyResponse:
    user = _editor()
    page = service.read_bank(site_library(), reach_of(user), name)
    return make_response(render_template("authoring/manage.html", page=page, form=form), status)


def _show_images(name: str, form: ImageForm, status: int) -> AnyResponse:
    lines = shelf.list_images(_sheet(_editor(), name))
    html = render_template("authoring/images.html", name=name, images=lines, form=form)
    return make_response(html, status)
