"""The pages of quizzes as their instructors see them, and the images of all."""

from flask import Blueprint, Response

from quizapp.accounts.signin import require_user
from quizapp.quizzes.images import load_image

A_YEAR = 31_536_000  # seconds

bp = Blueprint("quizzes", __name__)


@bp.get("/images/<digest>.<kind>")
def image(digest: str, kind: str) -> Response:
    """A frozen image; the browser may keep it, since its address names its content."""
    require_user()
    picture = load_image(digest, kind)
    response = Response(picture.raw, mimetype=picture.media_type)
    response.headers["Content-Disposition"] = "inline"
    response.headers["Cache-Control"] = f"private, max-age={A_YEAR}, immutable"
    return response
