"""The audit trail, to be read by administrators; nothing here changes it."""

from datetime import date

from flask import Blueprint, current_app, render_template, request

from quizapp.accounts.audit import Act
from quizapp.administration.access import require_administrator
from quizapp.administration.queries import Place, Wanted, load_trail

bp = Blueprint("audit", __name__)


@bp.get("/admin/audit")
def show() -> str:
    """Who did what, when and from where, the newest first."""
    require_administrator()
    wanted = _wanted(current_app.config["SETTINGS"].zone)
    return render_template(
        "administration/audit.html", page=load_trail(wanted), wanted=wanted, acts=sorted(Act)
    )


def _wanted(zone: str) -> Wanted:
    """What the address asks for; what can't be read there is left out."""
    act = request.args.get("act", "")
    return Wanted(
        zone=zone,
        act=act if act in set(Act) else "",
        find=request.args.get("find", "").replace("\x00", "").strip()[:200],
        day=_day(request.args.get("day", "")),
        before=Place.read(request.args.get("before", "").replace("\x00", "")),
    )


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if date.min < day < date.max else None
