"""What happened with somebody's data, as they read it."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from ibreflect.model.event import FIELDS, Event, EventKind
from ibreflect.store import erasing, events
from ibreflect.store.connection import Store
from ibreflect.usecases import happened, signing_in
from tests.usecases.organisation import NOW as SIGNED_IN_AT
from tests.usecases.organisation import WILG, Organisation, organisation, sign_in
from tests.usecases.taking_along import NOW

SHARE = str(UUID(int=77))
EXAMPLES: dict[str, str | int] = {
    "way": "passkey",
    "why": "asked",
    "position": "ib_coordinator",
    "place_id": str(WILG),
    "schools": 3,
    "people": 9,
    "share_id": SHARE,
    "with_id": str(UUID(int=3)),
    "parts": "roles,time",
    "until": "2027-03-03",
    "what": "name",
    "format": "zip",
    "rounds": 2,
    "period": "sessions",
    "days": 30,
    "group": "ouder",
    "floor": 6,
    "count": 4,
    "conversation_id": str(UUID(int=9)),
    "version": 2,
}


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


def _told(store: Store, everybody: Organisation, event: Event) -> str:
    events.record(store, event)
    return happened.about_me(store, everybody.an)[0].says


def test_somebody_else_is_called_by_name_and_the_reader_is_je(
    store: Store, everybody: Organisation
) -> None:
    seen = Event(NOW, EventKind.SEEN, everybody.leader.person_id, everybody.an.person_id)
    assert _told(store, everybody, seen) == "Cas bekeek wat jij had gedeeld."
    mine = (everybody.an.person_id, everybody.an.person_id)
    until = {"with_id": str(everybody.leader.person_id), "until": "2027-03-03"}
    shared = Event(NOW, EventKind.SHARED, *mine, until)
    assert _told(store, everybody, shared) == (
        "Je deelde een meetronde met Cas, tot en met 3 maart 2027."
    )


def test_a_position_is_told_with_its_place(store: Store, everybody: Organisation) -> None:
    fields = {"position": "ib_coordinator", "place_id": str(WILG)}
    about = (everybody.administrator.person_id, everybody.an.person_id)
    given = Event(NOW, EventKind.POSITION_GIVEN, *about, fields)
    assert _told(store, everybody, given) == "Gijs gaf jou een positie: ib'er, De Wilg."


def test_who_is_gone_has_no_name(store: Store, everybody: Organisation) -> None:
    seen = Event(NOW, EventKind.SEEN, everybody.leader.person_id, everybody.an.person_id)
    events.record(store, seen)
    erasing.erase_person(store, everybody.leader.person_id)
    (told,) = happened.about_me(store, everybody.an)
    assert told.says == "Iemand die er niet meer is bekeek wat jij had gedeeld."
    assert told.by == "somebody_else"


def test_what_nobody_in_particular_did(store: Store, everybody: Organisation) -> None:
    tidied = Event(NOW, EventKind.TIDIED, None, everybody.an.person_id, {"what": "x", "count": 1})
    assert (
        _told(store, everybody, tidied) == "Deze installatie ruimde op wat lang genoeg bewaard was."
    )
    link = Event(NOW, EventKind.ENTRY_LINK_MADE, None, everybody.an.person_id)
    assert _told(store, everybody, link) == (
        "Wie deze installatie beheert maakte een link om binnen te komen voor jou."
    )


@pytest.mark.parametrize(
    ("at", "when"),
    [
        (datetime(2027, 1, 3, 13, 5), "3 januari 2027, 14:05 uur"),  # noqa: DTZ001
        (datetime(2027, 7, 3, 22, 30), "4 juli 2027, 00:30 uur"),  # noqa: DTZ001
    ],
)
def test_moments_are_those_of_the_netherlands(at: datetime, when: str) -> None:
    assert happened.when(at) == when


@pytest.mark.parametrize("kind", EventKind)
@pytest.mark.parametrize("who", ["me", "somebody", "nobody"])
def test_every_event_is_a_sentence(
    store: Store, everybody: Organisation, kind: EventKind, who: str
) -> None:
    me, other = everybody.an.person_id, everybody.bo.person_id
    actor, subject = {"me": (me, me), "somebody": (other, me), "nobody": (None, me)}[who]
    fields = {name: EXAMPLES[name] for name in FIELDS[kind]}
    for carried in (fields, {}):
        says = _told(store, everybody, Event(NOW, kind, actor, subject, carried))
        assert says[0].isupper()
        assert says.endswith(".")
        assert "{" not in says


def test_what_is_taken_along_names_nobody(store: Store, everybody: Organisation) -> None:
    me = everybody.an.person_id
    for kind in EventKind:
        fields = {name: EXAMPLES[name] for name in FIELDS[kind]}
        for actor, subject in (
            (me, me),
            (everybody.bo.person_id, me),
            (me, everybody.bo.person_id),
        ):
            events.record(store, Event(NOW, kind, actor, subject, fields))
    text = "\n".join(each.says for each in happened.nameless(store, everybody.an))
    names = [each.name for each in everybody]
    assert not [name for name in (*names, "De Wilg") if f"{name} " in text or f" {name}" in text]
    assert "iemand anders" in text.lower()


def test_what_others_do_among_themselves_is_not_mine(store: Store, everybody: Organisation) -> None:
    about = (everybody.leader.person_id, everybody.bo.person_id)
    events.record(store, Event(NOW, EventKind.SEEN, *about))
    assert happened.about_me(store, everybody.an) == ()


def test_who_can_sign_in_gets_to_know_of_a_link_that_somebody_else_made(store: Store) -> None:
    team = organisation(store)
    an, gijs = team.an, team.administrator
    signing_in.make_link(store, gijs.person_id, an.person_id, now=SIGNED_IN_AT)
    assert (
        happened.link_by_another(store, an, now=SIGNED_IN_AT) is None
    )  # the first one: she asked for it
    sign_in(store, an)

    later = SIGNED_IN_AT + timedelta(days=3)
    signing_in.make_link(store, an.person_id, an.person_id, now=later)
    assert happened.link_by_another(store, an, now=later) is None
    signing_in.make_link(store, gijs.person_id, an.person_id, now=later)
    made = happened.link_by_another(store, an, now=later)
    assert made is not None
    assert made.startswith("5 november 2026, 10:00 uur: Gijs ")
    assert happened.link_by_another(store, team.bo, now=later) is None
    assert happened.link_by_another(store, an, now=later + timedelta(days=15)) is None
