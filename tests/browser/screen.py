"""What a browser test does with a page: open it, wait for it, judge it, keep a picture of it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserType, ConsoleMessage, Page, ViewportSize, expect

from tests.browser.find_chromium import ADVICE, find_chromium

PICTURES = Path(__file__).resolve().parents[2] / "build" / "schermen"

_MILLISECONDS_TO_DRAW = 60_000
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Target size is the one WCAG 2.2 AA rule of axe, and off until it is asked for by name.
_AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": _TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Streamlit first looks for itself below the page it is on, then finds itself at the root.
_SEARCH_BELOW_THE_PAGE = re.compile(r"://[^/]+/[a-z_]+/_stcore/")

# Both the document and Streamlit's own scrolling section; then what in them reaches too far.
_WIDE = """() => {
    const scrollers = [document.documentElement, document.querySelector('[data-testid=stMain]')];
    if (scrollers.every(each => each.scrollWidth <= each.clientWidth)) return [];
    const edge = document.documentElement.clientWidth + 1;
    return [...document.querySelectorAll('[data-testid=stMain] *')]
        .filter(each => each.getBoundingClientRect().right > edge)
        .map(each => each.outerHTML.slice(0, 120));
}"""

# Lines of text that reach outside something that hides what does not fit. What is chosen in a
# select box may be long: the list below it shows it whole.
_CUT_OFF = """() => {
    const main = document.querySelector('[data-testid=stMain]');
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const overflow = each => getComputedStyle(each).overflowX;
    const cut = [];
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (text.parentElement.closest('[data-testid=stSelectbox], style')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const right = Math.max(...[...range.getClientRects()].map(line => line.right));
        for (let each = text.parentElement; each !== main; each = each.parentElement) {
            if (['auto', 'scroll'].includes(overflow(each))) break;
            const edge = each.getBoundingClientRect();
            const hides = ['hidden', 'clip'].includes(overflow(each)) && edge.width > 1;
            if (hides && right > edge.right + 1) cut.push(text.data);
        }
    }
    return cut;
}"""


class Window(NamedTuple):
    """A window in CSS pixels, worked with a mouse or by touch."""

    width: int
    height: int
    touch: bool

    @property
    def size(self) -> ViewportSize:
        """Width and height as playwright wants them."""
        return {"width": self.width, "height": self.height}


# Streamlit closes its menu after a choice only where the browser calls itself one of a phone.
_PHONE_AGENT = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/156.0.0.0 Mobile Safari/537.36"
)

DESK = Window(1280, 900, touch=False)
PHONE = Window(375, 812, touch=True)
SMALL_PHONE = Window(360, 740, touch=True)

# Every waiting assertion gets the patience that a busy machine needs.
expect.set_options(timeout=_MILLISECONDS_TO_DRAW)


def launch(chromium: BrowserType) -> Browser:
    """The system's Chromium without a window; RuntimeError with advice when there is none."""
    path = find_chromium()
    if path is None:
        raise RuntimeError(ADVICE)
    return chromium.launch(executable_path=path, args=_ARGUMENTS)


@contextmanager
def page_on(browser: Browser, window: Window) -> Iterator[Page]:
    """A page of a new Dutch visitor; at the end, no request may have left this machine."""
    addresses: set[str] = set()
    with browser.new_context(
        viewport=window.size,
        has_touch=window.touch,
        is_mobile=window.touch,
        user_agent=_PHONE_AGENT if window.touch else None,
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
    ) as context:
        context.set_default_timeout(_MILLISECONDS_TO_DRAW)
        context.on("request", lambda request: addresses.add(request.url))
        yield context.new_page()
    strays = sorted(filter(_leaves, addresses))
    assert not strays, f"requests that left this machine: {strays}"


@contextmanager
def quiet(page: Page) -> Iterator[None]:
    """Fail when the browser's console reports an error, or a script fails, in the meantime."""
    errors: list[str] = []

    def report(message: ConsoleMessage) -> None:
        url = message.location["url"]
        if message.type == "error" and not _SEARCH_BELOW_THE_PAGE.search(url):
            errors.append(f"{message.text} ({url})")

    page.on("console", report)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield
    assert not errors, f"the browser reported: {errors}"


def visit(page: Page, url: str) -> None:
    """Go to an address of the app and wait until the page is drawn."""
    page.goto(url)
    idle(page)


def idle(page: Page) -> None:
    """Wait until the page is connected, has drawn all of it anew, and its script has finished."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
    page.get_by_test_id("stMain").get_by_test_id("stElementContainer").first.wait_for(
        state="attached"
    )
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    # What a new run has not drawn stands there faded for a moment before it goes.
    expect(page.locator("[data-stale='true']")).to_have_count(0)


def axe(page: Page) -> list[str]:
    """What violates WCAG 2.2 A or AA on the page as it stands, one readable text each."""
    found = Axe().run(page, options=_AXE_OPTIONS).response["violations"]
    return [_readable(violation, node) for violation in found for node in violation["nodes"]]


def assert_accessible(page: Page) -> None:
    """Fail with every WCAG 2.2 A or AA violation that axe finds once the page is drawn."""
    idle(page)
    found = axe(page)
    assert not found, "\n\n".join(["axe found:", *found])


def assert_nothing_sticks_out(page: Page) -> None:
    """Fail when the page must be scrolled sideways or text is cut off, naming what it is."""
    wide: list[str] = page.evaluate(_WIDE)
    assert not wide, f"wider than the window: {wide}"
    cut_off: list[str] = page.evaluate(_CUT_OFF)
    assert not cut_off, f"cut off: {cut_off}"


def picture(page: Page, name: str) -> Path:
    """Save the whole page, also what would need scrolling, as build/schermen/NAME.png."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}.png"
    with unrolled(page):
        page.screenshot(path=path)
    return path


@contextmanager
def unrolled(page: Page) -> Iterator[None]:
    """Make the window as high as what is on the page, and give it its own height back after."""
    own = page.viewport_size
    assert own is not None
    # Streamlit scrolls inside its main section, so the document itself is never too high.
    hidden = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight - main.clientHeight")
    page.set_viewport_size({"width": own["width"], "height": own["height"] + hidden})
    idle(page)
    yield
    page.set_viewport_size(own)


def _readable(violation: dict[str, Any], node: dict[str, Any]) -> str:
    return (
        f"{violation['id']} ({violation['impact']}): {violation['help']}\n"
        f"  {' '.join(map(str, node['target']))}\n  {node['html']}\n  {node['failureSummary']}"
    )


def _leaves(url: str) -> bool:
    address = urlsplit(url)
    return address.scheme not in {"data", "blob", "about"} and address.hostname not in {
        "127.0.0.1",
        "localhost",
    }
