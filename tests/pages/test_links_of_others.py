"""The links of others reach no screen of the ib'er: neither those mailed nor those handed out."""

import asyncio
from datetime import timedelta
from uuid import UUID

from ibreflect.access import links
from ibreflect.model.asking import HandedOutBy, Task
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store, close_stores
from ibreflect.ui import resources
from ibreflect.ui.screens import HAND_IN, SCREENS
from ibreflect.usecases import inviting
from tests.pages.audiences import BY_LINK
from tests.pages.serving import fresh_process
from tests.store import rounds_with_others as others
from tests.streamlit_client import Tab
from tests.usecases import post_office

_NAMES = "Tom; tom@school.nl\nEva; eva@school.nl\nLies; lies@school.nl"
_HERS = [each.name for each in SCREENS if each not in (*BY_LINK, HAND_IN)]


def test_what_is_mailed_is_on_no_screen_of_the_iber(
    store: Store, noor: Person, round_id: UUID
) -> None:
    _begin(store, noor, round_id, HandedOutBy.MAIL)
    with post_office.office() as office:
        received = post_office.send(store, noor, round_id, office)
    secrets = [each.token for each in received.values()] + [each.code for each in received.values()]
    assert len(secrets) == 6
    assert _found(store, secrets) == []


def test_what_somebody_else_hands_out_is_on_no_screen_of_the_iber(
    store: Store, noor: Person, round_id: UUID
) -> None:
    second = inviting.ask_along(store, noor, round_id, "Mark", Task.HAND_OUT, today=others.TODAY)
    _begin(store, noor, round_id, HandedOutBy.SECOND)
    made = inviting.hand_out_along(store, second, today=others.TODAY)
    assert len(made) == 3
    assert _found(store, [second, *(each.token for each in made)]) == []


def _begin(store: Store, noor: Person, round_id: UUID, by: HandedOutBy) -> None:
    others.begin_asking(
        store, noor, round_id, handed_out_by=by, reply_address="noor@school.nl", **_now()
    )
    inviting.add(store, noor, round_id, RaterGroup.TEACHER, _NAMES, today=others.TODAY)


def _now() -> dict[str, object]:
    """Open on the day of the server, who lives today."""
    today = resources.today()
    return {"opens_on": today, "closes_on": today + timedelta(days=14)}


def _found(store: Store, secrets: list[str]) -> list[str]:
    """Which secrets, or what is kept of them, reach the browser of the ib'er on any page."""
    known = {secret: secret for secret in secrets}
    known |= {links.link(secret).digest: secret for secret in secrets}

    async def visit(address: str) -> bytes:
        heard = b""
        for name in _HERS:
            async with _Listening(address, name) as tab:
                heard += tab.heard
        return heard

    path = store.path
    close_stores()
    with fresh_process(path) as address:
        everything = asyncio.run(visit(address))
    assert b"Tom" in everything  # the list itself is hers
    return [secret for text, secret in known.items() if text.encode() in everything]


class _Listening(Tab):
    """A tab that keeps every byte the server sends."""

    heard = b""

    def _take(self, received: bytes) -> bool:
        self.heard += received
        return super()._take(received)
