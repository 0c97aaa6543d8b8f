"""A served site and a phone-sized browser that fails on any noise in its console."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, expect
from werkzeug.serving import make_server

from quizapp.administration.service import set_up_site, setup_token
from quizapp.clock import utc_now
from quizapp.config import Settings
from quizapp.schema import upgrade_schema
from tests.conftest import serving
from tests.journeys.steps import Site, join, start_quiz

CHROMIUM = (
    os.environ.get("BROWSER_BIN") or shutil.which("chromium") or shutil.which("chromium-browser")
)
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 10_000  # milliseconds; other programs may share the processor
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser the journeys are skipped, and say why."""
    if CHROMIUM:
        return
    reason = "no Chromium is installed (Debian: apt-get install chromium), nor BROWSER_BIN set"
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium."""
    return {
        **browser_type_launch_args,
        "executable_path": CHROMIUM,
        "args": ["--disable-dev-shm-usage"],
    }


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A phone."""
    return {
        **browser_context_args,
        "viewport": {"width": 390, "height": 844},
        "reduced_motion": "reduce",
        "locale": "en-GB",
        "timezone_id": "Europe/London",
    }


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """The shipped bank, served from a new instance folder with everything switched on."""
    questions = tmp_path / "questions"
    shutil.copytree(ROOT / "questions", questions)
    settings = Settings(instance=tmp_path / "instance", questions=questions, zone="Europe/London")
    with serving(settings) as app:
        app.config.update(TESTING=False, WTF_CSRF_ENABLED=True)
        upgrade_schema()
        steps = set_up_site(app.config["SETTINGS"], utc_now())
        server = make_server("127.0.0.1", 0, app, threaded=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        url = f"http://127.0.0.1:{server.server_port}"
        token = setup_token(app.config["SETTINGS"])
        yield Site(url, f"{url}/join/{steps.join_code}", f"{url}/setup/{token}", app)
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def watched(page: Page, site: Site) -> Iterator[Page]:
    """A page on which anything in the console, and any request to another host, is a failure."""
    noise: list[str] = []
    page.set_default_timeout(PATIENCE)
    own = (site.url, "data:", "blob:")
    page.on("console", lambda message: noise.append(message.text) if is_noise(message) else None)
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("request", lambda sent: None if sent.url.startswith(own) else noise.append(sent.url))
    yield page
    assert not noise, noise


def is_noise(message: ConsoleMessage) -> bool:
    """Chromium reports every page whose status is an error; our error pages are meant."""
    is_own_page = message.page is not None and message.location["url"] == message.page.url
    return not (is_own_page and message.text.startswith("Failed to load resource"))


@pytest.fixture
def taking(page: Page, site: Site) -> Iterator[Page]:
    """A student on the taking page, scripts on; an error in a script is a failure."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_default_timeout(10_000)
    page.route("**/responses", lambda route: route.fallback())  # so that a test can take its place
    join(page, site)
    start_quiz(page)
    yield page
    assert not errors, errors


@pytest.fixture
def inspect(watched: Page) -> Callable[[str], None]:
    """Look a page over: accessible in light and dark, and no wider than the narrowest phone."""

    def look(name: str) -> None:
        for scheme in ("light", "dark"):
            watched.emulate_media(color_scheme=scheme)
            assert_accessible(watched, f"{name}, {scheme}")
            keep_picture(watched, f"{name}-{scheme}")
        watched.emulate_media(color_scheme="light")
        watched.set_viewport_size({"width": 320, "height": 700})
        width = watched.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, f"{name} is {width} px wide on a phone of 320 px"
        watched.set_viewport_size({"width": 1280, "height": 900})
        keep_picture(watched, f"{name}-wide")
        watched.set_viewport_size({"width": 390, "height": 844})

    return look


def assert_accessible(page: Page, name: str) -> None:
    """No finding of axe against WCAG 2.2 AA and its best practices."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert not found, (name, [(f["id"], [n["html"][:120] for n in f["nodes"]]) for f in found])


def keep_picture(page: Page, name: str) -> None:
    """A screenshot in the folder that SCREENSHOTS names, for a look by eye."""
    folder = os.environ.get("SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
