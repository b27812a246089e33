"""A fresh process is asked for each page directly, before anybody has opened the start page.

Streamlit can serve a page that it finds beside its script without running that script; then the
checks and notices in it would be skipped. Only a process that has not run the script shows that.
"""

import asyncio
import hashlib
from pathlib import Path

import pytest

from ibreflect.store.connection import Store, close_stores
from ibreflect.ui.screens import START, Screen
from tests.pages.audiences import PERSONAL, TOGETHER_ONLY
from tests.pages.serving import fresh_process
from tests.pages.test_example_data import NOTICE
from tests.streamlit_client import Tab

CLOSED = (*PERSONAL, *TOGETHER_ONLY)


@pytest.mark.parametrize("screen", PERSONAL, ids=lambda screen: screen.name)
def test_a_page_asked_for_first_is_drawn_inside_the_navigation(
    example: Store, screen: Screen
) -> None:
    close_stores()

    with fresh_process(example.path) as address:
        tab = asyncio.run(_visit(address, screen.name))

    assert tab.found
    assert "navigation" in tab.kinds
    # The notice is drawn by the script that declares the navigation, before it runs the page.
    assert tab.text.startswith(NOTICE)
    assert "Dag " not in tab.text


def test_nobody_known_means_no_page_whatever_is_asked_for(place: Path) -> None:
    with fresh_process(place) as address:
        by_file = [asyncio.run(_visit(address, page_hash=_hash_of_file(each))) for each in CLOSED]
        by_name = [asyncio.run(_visit(address, each.name)) for each in CLOSED]

    assert all("Welkom bij ibreflect" in tab.text for tab in by_file)
    for tab in by_name:
        assert "Nog even kennismaken" in tab.text
        assert not tab.widgets


def test_an_unreadable_database_is_told_in_dutch_on_every_page(place: Path) -> None:
    place.write_bytes(b"geen database " * 1000)

    with fresh_process(place) as address:
        tabs = [asyncio.run(_visit(address, each.name)) for each in (START, *PERSONAL)]

    for tab in tabs:
        assert f"Het bestand {place} is geen leesbare database." in tab.text
        assert "StoreError" not in tab.text
        assert "Traceback" not in tab.text
    assert place.read_bytes() == b"geen database " * 1000


def test_an_unknown_page_shows_the_start_page(place: Path) -> None:
    with fresh_process(place) as address:
        tab = asyncio.run(_visit(address, "nergens"))

    assert not tab.found
    assert "Welkom bij ibreflect" in tab.text


async def _visit(address: str, page: str = "", *, page_hash: str = "") -> Tab:
    async with Tab(address, page, page_hash=page_hash) as tab:
        return tab


def _hash_of_file(screen: Screen) -> str:
    """The name by which Streamlit knows a page file that it found by itself."""
    return hashlib.md5(screen.path.encode(), usedforsecurity=False).hexdigest()
