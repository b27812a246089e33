"""Take README's pictures from the running app: `make pictures` writes docs/*.png."""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, Locator, sync_playwright

from tests.browser import screen
from tests.browser.server import ROOT, Server

DOCS = ROOT / "docs"
BUILD = ROOT / "build"
PAGES = ("beeld", "groei", "mandaat", "netwerk", "spiegel")

_MARGIN = 12


def main() -> None:
    """Fill a new example database, start the app on it, and take one picture per page."""
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        server = Server(_example(Path(folder)))
        server.start()
        try:
            _take_all(server)
        finally:
            server.stop()


def _example(folder: Path) -> Path:
    store = folder / "voorbeeld.duckdb"
    command = [sys.executable, "-m", "ibreflect", "demo", "--store", str(store), "--scale", "1"]
    subprocess.run(command, cwd=ROOT, check=True)
    return store


def _take_all(server: Server) -> None:
    with sync_playwright() as playwright:
        browser = screen.launch(playwright.chromium)
        for name in PAGES:
            print(_take(browser, f"{server.url}/{name}", DOCS / f"{name}.png"))
        browser.close()


def _take(browser: Browser, url: str, path: Path) -> Path:
    """Picture a page from its title to the bottom of its first figure."""
    with screen.page_on(browser, screen.DESK) as page:
        screen.visit(page, url)
        figure = page.get_by_test_id("stVegaLiteChart").first
        figure.locator("svg").first.wait_for()
        with screen.unrolled(page):
            column = _box(page.get_by_test_id("stMainBlockContainer"))
            top = _box(page.get_by_role("heading").first)["y"] - _MARGIN
            bottom = _box(figure)["y"] + _box(figure)["height"] + _MARGIN
            page.screenshot(path=path, clip={**column, "y": top, "height": bottom - top})
    return path


def _box(element: Locator) -> FloatRect:
    box = element.bounding_box()
    if box is None:
        raise RuntimeError(f"not on the screen: {element}")
    return box


if __name__ == "__main__":
    main()
