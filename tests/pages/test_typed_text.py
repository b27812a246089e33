"""What people type is shown as they typed it: never as markup, a link, a colour or a formula."""

import re

import pytest

from ibreflect.store.connection import Store
from ibreflect.ui.screens import ASSIGNMENT, GROWTH, HAND_IN, PICTURE, ROUNDS, SCAN, START
from ibreflect.usecases import framing, people
from tests.pages.conftest import LONG_AGO, begin, everywhere, fill
from tests.pages.visitor import Visitor

NASTY = [
    "<b>=1+1</b>",
    "[x](javascript:alert(1))",
    "# kop",
    ":red[x]",
    "$x$",
    "1. een",
    "![x](https://example.nl/x.png)",
    ":material/home: `code` ~~weg~~",
]


@pytest.mark.parametrize("typed", NASTY)
def test_it_appears_literally_on_every_page(store: Store, typed: str) -> None:
    people.introduce(store, name=typed, school=typed, today=LONG_AGO)
    owner = people.owner(store)
    assert owner is not None
    first = begin(store, owner, school=typed)
    framing.save_text(store, owner, first, topic="opdracht:school", body=typed)
    framing.save_text(store, owner, first, topic="notitie:trend_analyst", body=typed)

    pages = [Visitor().go(screen) for screen in (START, SCAN, HAND_IN, ROUNDS)]
    fill(store, owner, first, everywhere(3))
    begin(store, owner, LONG_AGO.replace(year=LONG_AGO.year + 1), typed)
    pages += [Visitor().go(screen) for screen in (ASSIGNMENT, PICTURE, GROWTH, ROUNDS)]

    assert pages[0].title.replace("\\", "") == f"Dag {typed}"
    assert pages[-3].app.text[0].value == typed
    for page in pages:
        assert not page.app.exception
        assert not _unescaped(page, typed)


def _unescaped(page: Visitor, typed: str) -> list[str]:
    """The Markdown on the page in which the text stands without its markup being escaped."""
    markdown = [*page.app.title, *page.app.markdown, *page.app.caption]
    shown = [str(each.value) for each in markdown]
    return [each for each in shown if typed in re.sub(r"\\.", "·", each)]
