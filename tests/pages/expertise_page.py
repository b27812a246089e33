"""The two pages of the expertisekaart, as a test opens them and fills them in."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from ibreflect.access import links
from ibreflect.model.expertise import Content
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources, session
from ibreflect.ui.screens import EXPERTISE_FORM, Screen
from ibreflect.usecases import expertise, expertise_entry, signing_in
from tests.pages.visitor import Visitor

TODAY = resources.today()


def looks(store: Store, person: Person) -> Visitor:
    digest = links.session_digest(links.new_token())
    signing_in.by_passkey(store, digest, person.person_id, now=resources.moment())
    visitor = Visitor()
    visitor.app.user = {"session": digest}
    return visitor


def enter(token: str, screen: Screen = EXPERTISE_FORM) -> Visitor:
    return Visitor().go(screen, **{session.CODE: token})


def field(visitor: Visitor, name: str) -> Any:
    fields = (*visitor.app.text_input, *visitor.app.text_area)
    return next(each for each in fields if str(each.key).startswith(f"{name}:"))


def write(visitor: Visitor, **texts: str) -> Visitor:
    for name, text in texts.items():
        field(visitor, name).set_value(text)
    return visitor.press("bewaar:")


def code(visitor: Visitor) -> str:
    (shown,) = visitor.app.code
    return str(shown.value).partition(f"{session.CODE}=")[2]


def on(store: Store, reader: Person, school_id: UUID) -> list[Content]:
    entries = expertise.card(store, reader, school_id, today=TODAY).entries
    return [each.content for each in entries]


def add(store: Store, team: str, content: Content, days_ago: int = 0) -> str:
    own = links.new_token()
    day = TODAY - timedelta(days=days_ago)
    expertise_entry.add(store, team, own, content, today=day)
    return own


def names(visitor: Visitor) -> list[str]:
    return [str(each.value) for each in visitor.app.subheader]
