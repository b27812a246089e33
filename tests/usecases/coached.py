"""Handed-in rounds of an ib'er whom a coach reads along with."""

from ibreflect.model.person import Person
from ibreflect.model.round import Period, RoundId, SchoolTerm
from ibreflect.store import memberships
from ibreflect.store.connection import Store
from ibreflect.usecases import framing, rounds
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import shared_rounds
from tests.usecases.organisation import NOW


def coached_round(store: Store, owner: Person, term: SchoolTerm | None = None) -> RoundId:
    """A handed-in round, of this autumn unless said otherwise, with a new schoolleider."""
    school_id = memberships.of_person(store, owner.person_id)[0].place_id
    usual = SchoolTerm("2026/2027", Period.AUTUMN)
    wish = rounds.Wish(school_id, term or usual, scans.instrument())
    round_id = rounds.start(store, owner, wish, today=NOW.date())
    framing.save_choice(store, owner, round_id, field="nieuwe_schoolleider", choice="ja")
    others.finish_scan(store, owner, round_id, shared_rounds.own())
    return round_id
