"""Scans of everybody together, for figures about statements: only measure/quality may read them."""

from typing import NamedTuple
from uuid import UUID

from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.round import Asked
from ibreflect.store.connection import Store

# A round names what it asks in one text: 'id version,id version'.
_ASKED = """
    select distinct r.asked
    from round r
    join response p on p.round_id = r.round_id and p.perspective = 'self' and p.handed_in
"""
_SCANS = """
    select r.person_id, r.school_id, p.response_id, a.item_id, a.value, a.reason
    from round r
    join response p on p.round_id = r.round_id and p.perspective = 'self' and p.handed_in
    left join answer a on a.response_id = p.response_id
    where strpos(',' || r.asked || ',', ',' || $1 || ' ' || $2 || ',') > 0
        and r.school_year || ' ' || r.period < $3
    order by r.school_year, r.period, p.response_id, a.answer_id
"""


class Scan(NamedTuple):
    """What somebody handed in at a school, by item id; whose it is serves to count people."""

    person_id: UUID
    school_id: UUID
    given: dict[str, Given]


def asked(store: Store) -> frozenset[Asked]:
    """Every questionnaire in the version that some handed-in scan answers."""
    return frozenset(
        Asked(*each.split(" ")) for (line,) in store.read(_ASKED) for each in line.split(",")
    )


def newest_scans(store: Store, version: Asked, before: tuple[str, str]) -> tuple[Scan, ...]:
    """Of everybody the newest scan that was handed in and asked this version, one each.

    Only of rounds in a term (school year, period) before the given one.
    """
    newest: dict[UUID, tuple[UUID, Scan]] = {}
    for row in store.read(_SCANS, *version, " ".join(before)):
        person_id, school_id, response_id, item_id, value, reason = row
        known = newest.get(person_id)
        if known is None or known[0] != response_id:
            newest[person_id] = (response_id, Scan(person_id, school_id, {}))
        if item_id is not None:
            given: Given = NonAnswer(reason) if value is None else int(value)
            newest[person_id][1].given[item_id] = given
    return tuple(scan for _, scan in newest.values())
