"""A network in which a coach, an ib'er and a board member look, each in a browser of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from ibreflect.model.person import Person
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.ui import resources
from ibreflect.usecases import networks
from ibreflect.web.cookies import COOKIE
from tests.browser import screen
from tests.browser.server import Server
from tests.store import scans
from tests.usecases import networked
from tests.usecases.organisation import ALLIANCE, Organisation, cookie_of, organisation

SCHOOLS = 10
LAST = 0
"""The number of the ib'er who did not let a round count yet."""


class Folk(NamedTuple):
    """The secrets in the cookies of those who look, in a database of a network."""

    store: Path
    coach: str
    iber: str
    board_member: str


@contextmanager
def sit(browser: Browser, server: Server, secret: str) -> Iterator[Page]:
    """A browser in which somebody is signed in."""
    with screen.page_on(browser, screen.DESK) as page:
        host = urlsplit(server.url).netloc
        cookie = {"name": COOKIE, "value": secret, "url": f"https://{host}", "secure": True}
        page.context.add_cookies([cookie])  # type: ignore[list-item]
        yield page


def made(path: Path, *, is_published: bool) -> Folk:
    """Ten schools with a scan each: nine that count, or all and their picture."""
    store = open_store(path)
    try:
        everybody = organisation(store)
        _scans(store, everybody, is_published=is_published)
        looking: tuple[Person, ...] = (
            everybody.coach,
            networked.iber(LAST),
            everybody.board_member,
        )
        return Folk(path, *(cookie_of(store, each) for each in looking))
    finally:
        close_stores()


def _scans(store: Store, everybody: Organisation, *, is_published: bool) -> None:
    """Half of the schools answered 2 and half 4, so that there is something to talk about."""
    today = resources.today()
    networked.join(store, *range(SCHOOLS))
    for number in range(SCHOOLS):
        value = 2 + number % 2 * 2
        if number == LAST and not is_published:
            given = {each.id: value for each in scans.instrument().questionnaire.items}
            networked.scan(store, networked.iber(number), networked.school(number), given, today)
        else:
            networked.counted(store, number, value, today)
    if is_published:
        networks.publish(store, everybody.coach, ALLIANCE, "", now=resources.moment())
