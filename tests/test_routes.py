"""What every route promises: reading changes nothing, and neither do other sites nor junk."""

import importlib
import pkgutil
import sqlite3
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from wtforms import Form

import quizapp
from quizapp.accounts import service as accounts
from quizapp.clock import utc_now
from quizapp.extensions import db
from tests.test_access import (  # noqa: F401  # seed and world are fixtures
    ANYONE,
    ROUTES,
    World,
    address_of,
    seed,
    world,
)

GETS = sorted(route for route in ROUTES if route.startswith("GET "))
POSTS = sorted(route for route in ROUTES if route.startswith("POST "))
JUNK = ("", "\x00", "-1", "1e9999", "9" * 400, "\u202e🦦", "[]", "../..", "x" * 100_000)
TALLIES = ("quiz", "pending", "score", "time", "mark", "choice", "text")  # made anew when read
WRITTEN_BY_READING = ("audit_event", "throttle", *(f"{name}_tally" for name in TALLIES))
NAMES = ("a", "attempts", "code", "go", "handle", "name", "next", "number", "order", "q", "seen")


def browser_of(world: World, person: str) -> FlaskClient:  # noqa: F811
    """A browser in which somebody of the world is signed in."""
    client = world.app.test_client()
    if person != "anonymous":
        token = accounts.sign_in(world.seed.people[person], accounts.Device(), utc_now())
        client.set_cookie("signin", token)
    return client


def content(world: World) -> list[str]:  # noqa: F811
    """What `content_of` says of a world."""
    return content_of(world.app)


def content_of(app: Flask) -> list[str]:
    """Every row there is, but for what reading may write."""
    db.session.rollback()
    with sqlite3.connect(f"{app.instance_path}/quizapp.sqlite3") as connection:
        rows = list(connection.iterdump())
    return [row for row in rows if not row.startswith(tuple(map(inserting, WRITTEN_BY_READING)))]


def inserting(table: str) -> str:
    return f'INSERT INTO "{table}"'


@pytest.mark.parametrize("person", sorted(ANYONE))
def test_reading_changes_nothing(world: World, person: str) -> None:  # noqa: F811
    client = browser_of(world, person)
    before = content(world)
    for route in GETS:
        client.get(address_of(route, world)).close()
        assert content(world) == before, route


@pytest.mark.parametrize("route", POSTS)
def test_another_site_sends_nothing(world: World, route: str) -> None:  # noqa: F811
    person = next(iter(sorted(ROUTES[route] - {"anonymous"})), "administrator")
    client = browser_of(world, person)
    before = content(world)
    response = client.post(address_of(route, world), headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    assert content(world) == before


def field_names(world: World) -> set[str]:  # noqa: F811
    """The names of all fields of all forms, and of those that no form declares."""
    modules = [name for _, name, _ in pkgutil.walk_packages(quizapp.__path__, "quizapp.")]
    forms = [
        kind
        for name in modules
        if name.endswith(".forms")
        for kind in vars(importlib.import_module(name)).values()
        if isinstance(kind, type) and issubclass(kind, Form)
    ]
    declared = {name for form in forms for name in dir(form) if is_field(getattr(form, name))}
    answers = f"q1-{world.seed.values['attempt_id'][:6]}"
    prefixed = {f"{start}{name}" for start in ("new-", "known-") for name in declared}
    return {*NAMES, *declared, *prefixed, answers, f"{answers}-revisit"}


def is_field(value: object) -> bool:
    return type(value).__name__ == "UnboundField"


def junk(world: World) -> Iterator[dict[str, list[str]]]:  # noqa: F811
    """Forms in which every field holds the same junk, once and repeated."""
    names = field_names(world)
    for value in JUNK:
        short = value if len(value) < 1_000 else value[: 900_000 // len(names)]
        yield {name: [short] for name in names}
        yield {name: [short[:100]] * 3 for name in names}


@pytest.mark.parametrize("route", sorted(ROUTES))
def test_junk_breaks_nothing(world: World, route: str) -> None:  # noqa: F811
    world.app.testing = False  # so that an error becomes the page with status 500
    person = next(iter(sorted(ROUTES[route] - {"anonymous"})), "administrator")
    client, address = browser_of(world, person), address_of(route, world)
    for fields in junk(world):
        query = {name: [value[:200] for value in values] for name, values in fields.items()}
        is_form = route.startswith("POST ")
        sent = {"data": fields} if is_form else {"query_string": query}
        with client.open(address, method=route.split()[0], **sent) as response:
            assert response.status_code < 500, next(iter(fields.values()))[0][:20]


def test_no_address_with_a_nul_reaches_the_database(world: World) -> None:  # noqa: F811
    for route in GETS:
        address = address_of(route, world)
        for value in world.seed.values.values():
            address = address.replace(value, "%00") if len(value) > 4 else address
        with browser_of(world, "administrator").get(address) as response:
            assert response.status_code in ({404} if "%00" in address else {200, 302, 303, 404})
