"""What a test puts on the expertisekaart, and what stands there."""

from uuid import UUID

from ibreflect.access import links
from ibreflect.model.expertise import Content
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import expertise, expertise_entry
from tests.usecases.organisation import NOW, WILG

TODAY = NOW.date()
TOM = Content("Tom", knows="dyslexie")
NASTY = "<b>=1+1</b>"


def add(store: Store, team: str, content: Content = TOM, own: str | None = None) -> str:
    token = own or links.new_token()
    expertise_entry.add(store, team, token, content, today=TODAY)
    return token


def on(store: Store, reader: Person, school_id: UUID = WILG) -> list[Content]:
    card = expertise.card(store, reader, school_id, today=TODAY)
    return [each.content for each in card.entries]


def one(store: Store, token: str) -> tuple[UUID, int]:
    mine = expertise_entry.visit(store, token).mine
    assert mine
    return mine.entry_id, mine.edition
