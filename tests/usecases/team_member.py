"""Somebody of a team who puts themselves on the expertisekaart of a school."""

from datetime import date
from uuid import UUID

from ibreflect.access import links
from ibreflect.model.expertise import Content
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import expertise, expertise_entry


def put_on_card(
    store: Store, reader: Person, school_id: UUID, content: Content, today: date
) -> str:
    """The own link of somebody who writes this, by a team link that this ib'er hands out."""
    team, own = expertise.make_link(store, reader, school_id, today=today), links.new_token()
    expertise_entry.add(store, team, own, content, today=today)
    return own


def put_two_on_card(store: Store, reader: Person, school_id: UUID, today: date) -> None:
    """Two people of one team, so that each who may take one off can."""
    for name in ("Tom", "Lies"):
        put_on_card(store, reader, school_id, Content(name, knows="lezen"), today)
