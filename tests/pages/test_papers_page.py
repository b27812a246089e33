"""Papieren: the beheerder chooses a paper, reads it and fetches it; for others it is not there."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ibreflect.access import links
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import PAPERS
from ibreflect.usecases import signing_in
from tests.pages.in_process import Client
from tests.pages.visitor import Visitor
from tests.usecases.organisation import Organisation, organisation

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def people(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def client(place: Path) -> Iterator[Client]:
    with asyncio.Runner() as runner:
        yield Client(runner)


def _looks(store: Store, person: Person) -> Visitor:
    digest = links.session_digest(links.new_token())
    signing_in.by_passkey(store, digest, person.person_id, now=resources.moment())
    visitor = Visitor()
    visitor.app.user = {"session": digest}
    return visitor.go(PAPERS)


def test_a_paper_is_chosen_and_read(store: Store, people: Organisation) -> None:
    visitor = _looks(store, people.administrator)
    assert "## Tekst voor de (P)(G)MR" in visitor.text
    visitor.app.radio[0].set_value(3).run()
    assert "## DPIA (concept)" in visitor.text
    assert "\n# " not in visitor.text
    assert not visitor.app.exception


def test_a_paper_is_fetched_once_as_a_document(
    store: Store, people: Organisation, client: Client
) -> None:
    visitor = _looks(store, people.administrator)
    assert "/ophalen/" not in visitor.text
    shown = visitor.press("maak:").text
    assert "/media/" not in shown
    (way,) = set(re.findall(r"/ophalen/[\w-]+", shown))
    file = client.get(way)
    assert file.headers["content-type"] == WORD
    assert file.headers["cache-control"] == "no-store"
    assert 'filename="ibreflect-medezeggenschap.docx"' in file.headers["content-disposition"]
    assert client.get(way).status_code == 404


def test_for_others_it_is_not_there(store: Store, people: Organisation) -> None:
    for other in people:
        if other != people.administrator:
            visitor = _looks(store, other)
            assert visitor.title == "Niet gevonden"
            assert "MR" not in visitor.text
