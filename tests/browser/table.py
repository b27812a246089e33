"""Two who sit down at one table, each with a browser of their own that keeps every byte it got."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import uuid4

from playwright.sync_api import Browser, Error, Locator, Page, Request, WebSocket, expect

from ibreflect.model.conversation import ConversationId
from ibreflect.model.guide import Seat
from ibreflect.model.log import Content, Entry, Kind
from ibreflect.model.person import Person
from ibreflect.settings import PROJECT
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.ui import resources, session
from ibreflect.ui.screens import Screen
from ibreflect.usecases import log_entries, people, planning
from ibreflect.web.cookies import COOKIE
from tests.browser import screen
from tests.browser.screen import Window
from tests.usecases import talks
from tests.usecases.organisation import cookie_of, organisation
from tests.usecases.talks import Table

OWNER, PARTNER = Seat
NAMES = {OWNER: "An", PARTNER: "Cas"}
GUIDE = "reflectiegesprek"
FOLLOWS = "should follow on the other screen within 2 seconds, without a click"

Made = Callable[[Table], None]


class Place(NamedTuple):
    """A database in which An and Cas work at one school, and by what each is known there."""

    store: Path
    secrets: dict[Seat, str]
    conversation_id: ConversationId | None

    def address(self, base: str, here: Screen) -> str:
        """A page about the conversation, by its whole address."""
        return f"{base}/{here.name}?{session.CONVERSATION}={self.conversation_id}"


class Heard:
    """Every byte that reached a browser: the frames of its sockets and the bodies it fetched."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def listen(self, page: Page) -> None:
        """Keep all that comes to a page from now on."""
        page.on("websocket", self._open)
        page.on("requestfinished", self._fetch)

    def every_byte(self) -> bytes:
        """All of it, one after the other."""
        return b"\n".join(self._parts)

    def _open(self, opened: WebSocket) -> None:
        opened.on("framereceived", self._keep)

    def _keep(self, frame: str | bytes) -> None:
        self._parts.append(frame.encode() if isinstance(frame, str) else frame)

    def _fetch(self, request: Request) -> None:
        with suppress(Error):  # a redirect has no body, and a page that was left gives none
            found = request.response()
            self._parts.append(found.body() if found else b"")


class Side(NamedTuple):
    """Somebody signed in at a page of the app, whose address begins with `url`."""

    page: Page
    url: str
    heard: Heard

    def open(self, name: str) -> None:
        """Go to a page by its address."""
        screen.visit(self.page, f"{self.url}/{name}")

    def heading(self, title: str, level: int = 2) -> Locator:
        """The heading with exactly this title."""
        return self.page.get_by_role("heading", name=title, level=level, exact=True)

    def unfold(self, title: str) -> None:
        """Open what is folded away under this title."""
        self.page.get_by_test_id("stExpander").filter(has_text=title).locator("summary").click()

    def press(self, name: str) -> None:
        """Press the button with exactly this name."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def write(self, label: str, text: str) -> None:
        """Type into a field and leave it."""
        field = self.page.get_by_label(label)
        field.fill(text)
        field.blur()

    def see(self, text: str) -> None:
        """Wait for a text."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def go(self, link: str) -> None:
        """Follow a link on the page itself."""
        self.page.get_by_test_id("stMain").get_by_role("link", name=link, exact=True).click()

    def knows(self, text: str) -> bool:
        """Whether a text reached this browser, over the line or on the page."""
        return text.encode() in self.heard.every_byte() or text in self.page.content()


def place(path: Path, logged: str) -> Place:
    """A new database: An has a round with a mandate map and one entry in the log, Cas nothing."""
    with _opened(path) as store:
        folk = organisation(store)
        talks.with_round(store, folk.an)
        _log(store, folk.an, logged)
        return Place(path, _secrets(store, folk.an, folk.leader), None)


def place_with_talk(path: Path, made: Made) -> Place:
    """A new database in which An and Cas talk today, brought as far as `made` does."""
    with _opened(path) as store:
        folk, today = organisation(store), resources.today()
        round_id = talks.with_round(store, folk.an)
        wanted = talks.plan_for(folk.leader.person_id, GUIDE, round_id=round_id, planned_on=today)
        found = planning.plan(store, folk.an, wanted, PROJECT / "questionnaires", today=today)
        made(Table(store, folk.an, folk.leader, found, today))
        return Place(path, _secrets(store, folk.an, folk.leader), found)


@contextmanager
def sit(browser: Browser, at: Place, seat: Seat, url: str, window: Window) -> Iterator[Side]:
    """A browser in which somebody is signed in; it begins at the start page."""
    with screen.page_on(browser, window) as page:
        host = urlsplit(url).netloc
        page.context.add_cookies(
            [{"name": COOKIE, "value": at.secrets[seat], "url": f"https://{host}", "secure": True}]
        )
        heard = Heard()
        heard.listen(page)
        yield Side(page, url, heard)


def follows(sight: Locator, what: str, told: Callable[[str, object], None]) -> None:
    """Wait until the other sees what was just done, and tell how long that took."""
    began = monotonic()
    expect(sight.first, f"{what} {FOLLOWS}").to_be_visible()
    told(f"seconds until {what} was seen", round(monotonic() - began, 2))


def kept_conversations(at: Place) -> int:
    """How many conversations An has once the app has stopped."""
    with _opened(at.store) as store:
        found = store.read("select count(*) from conversation")
        return int(found[0][0])


def _log(store: Store, actor: Person, text: str) -> None:
    (school,) = people.my_schools(store, actor)
    today = resources.today()
    content = Content(Kind.BUMPY_MOMENT, today - timedelta(days=1), text)
    log_entries.add(store, actor, Entry(uuid4(), school, content), today=today)


def _secrets(store: Store, owner: Person, partner: Person) -> dict[Seat, str]:
    return {OWNER: cookie_of(store, owner), PARTNER: cookie_of(store, partner)}


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    try:
        yield open_store(path)
    finally:
        close_stores()
