"""The conversations of an installation under attack: prepared, then talked in, then ended."""

from datetime import date

from ibreflect.model.conversation import ConversationId
from ibreflect.model.person import Person
from ibreflect.settings import PROJECT
from ibreflect.store.connection import Store
from ibreflect.usecases import conversing, planning, preparing, private_notes, talking
from ibreflect.usecases.conversing import At
from ibreflect.usecases.planning import Plan
from tests.store import scans
from tests.usecases.organisation import ESDOORN, NOW, WILG, Organisation

TODAY = scans.AUTUMN
FOLDER = PROJECT / "questionnaires"
GUIDE, THEME, TOPIC = "reflectiegesprek", "mandaat", "MI1"
OPEN, PRIVATE, PARTNERS = "koers", "kennis", "aandacht"


def go_on(store: Store, folk: Organisation, state: int) -> None:
    """Bring both conversations from nothing, or from the state before, to this one."""
    for owner, partner, school_id in (
        (folk.an, folk.leader, WILG),
        (folk.bo, folk.other_leader, ESDOORN),
    ):
        if state == 0:
            wanted = Plan(GUIDE, school_id, partner.person_id, None, TODAY)
            at = At(planning.plan(store, owner, wanted, FOLDER, today=TODAY), TODAY)
            for seat, topic in ((owner, OPEN), (partner, PRIVATE)):
                preparing.save(store, seat, at, topic, written_by(seat))
                private_notes.keep(store, seat, at, written_by(seat))
        elif state == 1:
            preparing.set_ready(store, partner, at_of(store, owner), is_ready=True, now=NOW)
            talking.begin(store, partner, at_of(store, owner))
        else:
            talking.end(store, owner, at_of(store, owner))


def at_of(store: Store, owner: Person, day: date = TODAY) -> At:
    """Somebody's first planned conversation; of who has none, one that never was."""
    mine = conversing.mine(store, owner, today=day)
    found = [each.conversation_id for each, _ in mine if each.owner_id == owner.person_id]
    return At(found[-1] if found else ConversationId(owner.person_id), day)


def written_by(person: Person) -> str:
    """What only this person wrote, and nobody else may read."""
    return f"wat alleen {person.name} schreef"
