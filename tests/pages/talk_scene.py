"""A conversation of today, and people who sit down at it, each on a screen of their own."""

from pathlib import Path

from ibreflect.access import links
from ibreflect.model.conversation import Decision, Stage
from ibreflect.model.guide import Seat
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import TALK
from ibreflect.usecases import conversing, planning, signing_in, view_talk
from tests.pages.visitor import Visitor
from tests.usecases import talks
from tests.usecases.talks import Table


def planned(
    store: Store, owner: Person, partner: Person | None, place: Path, **changes: object
) -> Table:
    """A conversation planned today, for today; of a group without a partner."""
    today = resources.today()
    partner_id = partner.person_id if partner else None
    usual = {"planned_on": today, **changes}
    wanted = talks.plan_for(partner_id, **usual)  # type: ignore[arg-type]
    found = planning.plan(store, owner, wanted, talks.folder(place), today=today)
    return Table(store, owner, partner or owner, found, today)


def sit(table: Table, seat: Seat) -> Visitor:
    """Somebody at the table."""
    visitor = Visitor()
    visitor.app.user = {"session": sign_in(table.store, table.who(seat))}
    visitor.go(TALK, gesprek=str(table.conversation_id))
    assert not visitor.app.exception
    return visitor


def sign_in(store: Store, person: Person) -> str:
    """The digest of a new session of somebody, by the real clock."""
    digest = links.session_digest(links.new_token())
    signing_in.by_passkey(store, digest, person.person_id, now=resources.moment())
    return digest


def buttons(visitor: Visitor) -> list[str]:
    """The words on the buttons of the page, in order."""
    return [str(each.label) for each in visitor.app.button]


def field(visitor: Visitor, key: str) -> str:
    """The key of the one field on the page whose key ends so."""
    every = (*visitor.app.text_area, *visitor.app.selectbox, *visitor.app.text_input)
    (found,) = [str(each.key) for each in every if str(each.key).endswith(f":{key}")]
    return found


def stage(table: Table) -> Stage:
    """How far the conversation is."""
    return conversing.seated(table.store, table.owner, table.at()).conversation.stage


def said(table: Table) -> str:
    """What was said about the roles."""
    seen = view_talk.talk(table.store, table.owner, table.at())
    return {each.theme.id: each.said for each in seen.themes}["rollen"]


def decisions(table: Table) -> dict[str, Decision]:
    """What was decided, by topic."""
    return dict(view_talk.talk(table.store, table.owner, table.at()).decisions)
