"""The whole story of the cast, in an order in which one thing can lead to another."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from ibreflect.access import links
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import expertise, expertise_entry, people
from ibreflect.usecases.demo import (
    telling_log,
    telling_marleen,
    telling_network,
    telling_sanne,
    telling_sharing,
)
from ibreflect.usecases.demo.team_expertise import TEAM
from ibreflect.usecases.demo.telling import tell
from ibreflect.usecases.demo.telling_log import Span
from ibreflect.usecases.demo.telling_others import Now
from ibreflect.usecases.demo.telling_sanne import Two

_WEEK = timedelta(weeks=1)
_BEGINNER_ENTRIES, _BEGINNER_DAYS = 6, 40


def tell_all(store: Store, cast: Sequence[Person], alliance_id: UUID, now: Now) -> None:
    """Go on from the rounds that were drawn for the cast, who come in their fixed order."""
    sanne, bilal, marleen, *_ = cast
    schoolleider, coach = telling_sharing.add_along(store, sanne, alliance_id, now)
    two = Two(sanne, schoolleider, telling_sharing.school_of(store, sanne))
    telling_sanne.begin(store, two, now)
    tell(store, [each.person_id for each in cast], now)
    telling_sharing.share(store, sanne, now)
    telling_sanne.go_on(store, two, now)
    _team(store, two, now)
    telling_marleen.tell(store, marleen, coach, now)
    (school,) = people.my_schools(store, bilal)
    span = Span(school, _BEGINNER_ENTRIES, _BEGINNER_DAYS)
    telling_log.write(store, bilal, [span], today=now.today)
    telling_network.tell(store, coach, alliance_id, now)


def _team(store: Store, two: Two, now: Now) -> None:
    """The team gets a link, and everybody who wants to writes something by it, week after week."""
    token = expertise.make_link(store, two.owner, two.school_id, today=now.today)
    for weeks, content in enumerate(TEAM, 1):
        day = now.today - weeks * _WEEK
        expertise_entry.add(store, token, links.new_token(), content, today=day)
