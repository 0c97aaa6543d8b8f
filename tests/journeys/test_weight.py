"""What the pages of a quiz weigh, uncompressed, measured from the real responses."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Request
from sqlalchemy import select

from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import Paging
from tests.journeys.steps import Site, check_answers, join, leave_by, start_quiz

FIRST_VISIT = 100_000
SCRIPTS = 8 * 1024  # of the page with most of them: a clock, items to order, one at a time


def weigh(page: Page, go: Callable[[], object]) -> dict[str, int]:
    """The bytes of everything that came over the network while `go` ran, by address."""
    finished: list[Request] = []

    def note(request: Request) -> None:
        finished.append(request)

    page.on("requestfinished", note)
    go()
    page.wait_for_load_state("networkidle")
    page.remove_listener("requestfinished", note)
    return {each.url.partition("?")[0]: each.sizes()["responseBodySize"] for each in finished}


def scripts(sizes: dict[str, int]) -> int:
    return sum(size for address, size in sizes.items() if address.endswith(".js"))


def prepare(paging: Paging) -> None:
    """The first quiz with these pages, and a clock."""
    quiz = db.session.scalars(select(Quiz)).one()
    quiz.paging, quiz.time_limit = paging, 3600
    db.session.commit()


def test_every_page_on_the_way_is_light_to_a_first_visitor(page: Page, site: Site) -> None:
    steps: dict[str, Callable[[], object]] = {
        "joining": lambda: join(page, site),
        "taking": lambda: start_quiz(page),
        "checking": lambda: check_answers(page),
        "the result": lambda: leave_by(page.get_by_role("button", name="Submit quiz")),
    }
    sizes = {name: weigh(page, go) for name, go in steps.items()}
    assert all(0 < sum(each.values()) <= FIRST_VISIT for each in sizes.values()), sizes


def cold(page: Page, browser: Browser, address: str) -> dict[str, int]:
    """What a page weighs in a browser that has nothing of the site yet but the sign-in."""
    context = browser.new_context()
    context.add_cookies(page.context.cookies())
    fresh = context.new_page()
    sizes = weigh(fresh, lambda: fresh.goto(address))
    context.close()
    return sizes


@pytest.mark.parametrize("paging", Paging)
def test_the_scripts_of_a_quiz_are_small(
    page: Page, site: Site, browser: Browser, paging: Paging
) -> None:
    prepare(paging)
    join(page, site)
    assert 0 < scripts(cold(page, browser, page.url)) <= SCRIPTS
    start_quiz(page)
    taking = cold(page, browser, page.url)
    parts = {"clock.js", "ordering.js", "paging.js"} if paging is Paging.ONE else {"clock.js"}
    assert parts <= {address.rpartition("/")[2] for address in taking}
    assert 0 < scripts(taking) <= SCRIPTS, taking
    assert 0 < scripts(cold(page, browser, f"{page.url}/check")) <= SCRIPTS
