"""create_app(): settings, extensions, blueprints and error pages, wired together."""

from collections.abc import Callable
from typing import Any

from flask import Flask, Response, current_app, jsonify, request
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.middleware.proxy_fix import ProxyFix

from quizapp import sqlite
from quizapp.accounts import code_views as codes
from quizapp.accounts import signin
from quizapp.accounts import views as accounts
from quizapp.accounts.queries import Visitor
from quizapp.administration import audit_views as audit
from quizapp.administration import views as administration
from quizapp.assets import init_assets
from quizapp.attempts import views as attempts
from quizapp.authoring import editor_views as editor
from quizapp.authoring import shelf_views as shelf
from quizapp.authoring import views as authoring
from quizapp.config import Settings, database_url, ensure_instance
from quizapp.courses import roster_views as roster
from quizapp.courses import staff_views as course
from quizapp.courses import views as courses
from quizapp.courses.access import Sides, sides_of
from quizapp.display import zone_label
from quizapp.downloads import views as downloads
from quizapp.drafting import review_views as review
from quizapp.drafting import views as drafting
from quizapp.error_pages import init_error_pages
from quizapp.extensions import csrf, db, migrate
from quizapp.filters import Environment, init_filters
from quizapp.gradebook import views as gradebook
from quizapp.headers import init_headers
from quizapp.insights import views as insights
from quizapp.marking import views as marking
from quizapp.people import code_views as people_codes
from quizapp.people import data_views as people_data
from quizapp.people import views as people
from quizapp.practice import views as practice
from quizapp.publishing import views as publishing
from quizapp.quizzes import views as quizzes
from quizapp.regrading import note_views as notes
from quizapp.regrading import views as regrading
from quizapp.revisions import models as revisions
from quizapp.supervision import views as supervision

FEATURES = (
    accounts,
    codes,
    courses,
    course,
    roster,
    quizzes,
    attempts,
    practice,
    regrading,
    notes,
    insights,
    people,
    downloads,
    people_codes,
    people_data,
    gradebook,
    marking,
    supervision,
    publishing,
    authoring,
    editor,
    shelf,
    drafting,
    review,
    administration,
    audit,
)
TABLES = (revisions,)  # models that no page has loaded yet
ONE_MEGABYTE = 1_000_000


class Site(Flask):
    """Flask without asynchronous views: it looks for them at every step of every request."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """What is called is called as it is."""
        return func


def create_app(settings: Settings, *, threads: int = 8) -> Flask:
    """The WSGI app of one site; makes the instance folder and the secret key if need be."""
    settings = ensure_instance(settings)
    app = Site(__name__, instance_path=str(settings.instance.resolve()))
    app.jinja_environment = Environment
    app.config.update(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        SECRET_KEY_FALLBACKS=list(settings.old_secret_keys),
        TRUSTED_HOSTS=list(settings.trusted_hosts) or None,
        MAX_CONTENT_LENGTH=ONE_MEGABYTE,
        MAX_FORM_MEMORY_SIZE=ONE_MEGABYTE,
        WTF_CSRF_TIME_LIMIT=None,  # a quiz may take longer than an hour
        SQLALCHEMY_DATABASE_URI=database_url(settings),
        SQLALCHEMY_ENGINE_OPTIONS=engine_options(settings, threads),
    )
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, count, count, count, count)  # type: ignore[method-assign]
    _bind_extensions(app)
    init_headers(app)
    init_assets(app)
    init_filters(app)
    init_error_pages(app)
    for feature in FEATURES:
        app.register_blueprint(feature.bp)
    app.add_url_rule("/healthz", view_func=healthz)
    app.context_processor(template_values)
    return app


def engine_options(settings: Settings, threads: int) -> dict[str, Any]:
    """How the engine connects: a connection a thread, and SQLite's own arguments.

    Errors go into the log, so they must not hold what was stored: answers, names, tokens.
    """
    if not settings.database_url or settings.database_url.startswith("sqlite"):
        own: dict[str, Any] = {"connect_args": sqlite.CONNECT_ARGS, "max_overflow": 10}
    else:
        own = {"max_overflow": 0, "pool_pre_ping": True, "pool_recycle": 1800}
    return {"pool_size": threads, "hide_parameters": True, **own}


def _bind_extensions(app: Flask) -> None:
    db.init_app(app)
    migrate.init_app(app, db, directory=f"{app.root_path}/migrations")
    csrf.init_app(app)
    with app.app_context():
        sqlite.prepare(db.engine)


def template_values() -> dict[str, Any]:
    """What base.html shows on every page."""
    try:
        user = signin.current_user()
    except SQLAlchemyError:  # the page that says so must not need the database itself
        user = None
    theme = request.cookies.get("theme")
    return {
        "signed_in": user,
        "find_sides": lambda: _sides_of(user),
        "site_zone": zone_label(current_app.config["SETTINGS"].zone),
        "theme": theme if theme in ("light", "dark") else None,
    }


def _sides_of(user: Visitor | None) -> Sides:
    """For the link to the site's other side; pages that count every statement don't ask."""
    try:
        return sides_of(user) if user else Sides()
    except SQLAlchemyError:
        return Sides()


def healthz() -> tuple[Response, int]:
    """Whether the database answers."""
    try:
        db.session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return jsonify(status="unavailable"), 503
    return jsonify(status="ok"), 200
