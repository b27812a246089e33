"""The rounds of one ib'er beside each other: only what is shared now, in order of time."""

from datetime import timedelta
from uuid import uuid4

import pytest

from ibreflect.access.sharing import NOT_FOR_YOU
from ibreflect.errors import NotAllowedError
from ibreflect.model.event import EventKind
from ibreflect.model.round import Period, RoundId, SchoolTerm
from ibreflect.model.sharing import Part
from ibreflect.store import events
from ibreflect.store.connection import Store
from ibreflect.usecases import shared_in_time, sharing
from tests.usecases import shared_rounds
from tests.usecases.coached import coached_round
from tests.usecases.organisation import NOW, Organisation, organisation


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def round_id(store: Store, folk: Organisation) -> RoundId:
    return coached_round(store, folk.an)


def test_rounds_are_beside_each_other_oldest_first_with_what_was_different(
    store: Store, folk: Organisation, round_id: RoundId
) -> None:
    earlier = coached_round(store, folk.an, SchoolTerm("2025/2026", Period.SPRING))
    shared_rounds.share(store, folk.an, round_id, folk.coach)
    shared_rounds.share(store, folk.an, earlier, folk.coach, Part.ROLES)
    seen = _in_time(store, folk)
    assert [(each.label, each.markers) for each in seen.rounds] == [
        ("voorjaar 2026", ()),
        ("najaar 2026", ("nieuwe schoolleider",)),
    ]
    roles, overlap = seen.parts
    (figure,) = roles.figures
    column = figure.pictures[0].drawn.columns.index("text")
    rows = [str(row[column]) for row in figure.pictures[0].drawn.rows]
    assert [row.rsplit(", ")[1] for row in rows] == ["voorjaar 2026", "najaar 2026"] * 3
    assert [each.title for each in overlap.figures[0].pictures] == ["najaar 2026"]
    looks = [each for each in events.about(store, folk.an.person_id) if each.kind is EventKind.SEEN]
    assert len(looks) == 2


def test_a_round_that_was_withdrawn_between_two_clicks_is_gone(
    store: Store, folk: Organisation, round_id: RoundId
) -> None:
    earlier = coached_round(store, folk.an, SchoolTerm("2025/2026", Period.SPRING))
    first = shared_rounds.share(store, folk.an, earlier, folk.coach)
    second = shared_rounds.share(store, folk.an, round_id, folk.coach)
    assert len(_in_time(store, folk).rounds) == 2
    sharing.withdraw(store, folk.an, first, now=NOW)
    seen = _in_time(store, folk)
    assert [each.label for each in seen.rounds] == ["najaar 2026"]
    assert "voorjaar 2026" not in repr(seen)
    sharing.withdraw(store, folk.an, second, now=NOW)
    for person_id in (folk.an.person_id, folk.bo.person_id, uuid4()):
        with pytest.raises(NotAllowedError) as refused:
            shared_in_time.in_time(store, folk.coach, person_id, now=NOW)
        assert str(refused.value) == NOT_FOR_YOU


def test_only_parts_that_are_shared_now_are_there_each_as_it_was_shared_last(
    store: Store, folk: Organisation, round_id: RoundId
) -> None:
    earlier = coached_round(store, folk.an, SchoolTerm("2025/2026", Period.SPRING))
    shared_rounds.share(store, folk.an, earlier, folk.coach, Part.ITEMS)
    overlap = shared_rounds.share(store, folk.an, round_id, folk.coach, Part.OVERLAP)
    later = NOW + timedelta(minutes=1)
    wish = shared_rounds.wish(folk.coach, Part.ITEMS)
    sharing.share(store, folk.an, round_id, wish, now=later)
    assert [each.part for each in _in_time(store, folk).parts] == [Part.OVERLAP]
    sharing.withdraw(store, folk.an, overlap, now=NOW)
    assert _in_time(store, folk).parts == ()


def _in_time(store: Store, folk: Organisation) -> shared_in_time.InTime:
    return shared_in_time.in_time(store, folk.coach, folk.an.person_id, now=NOW)
