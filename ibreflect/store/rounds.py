"""Rounds: made, found, opened and closed."""

from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.access.policy import Found
from ibreflect.model.round import Asked, Period, Round, RoundId, SchoolTerm
from ibreflect.store import instruments
from ibreflect.store.connection import Row, Store, Transaction

# A perspective is never null, so that coalesce changes nothing but how it is looked up: a condition
# on one table alone makes DuckDB read all responses there are instead of using the index. So in
# answers.py and voices.py.
_ROUND = """
    select
        r.round_id, r.person_id, r.school_id, s.name, r.school_year, r.period, r.is_open,
        p.response_id, p.handed_in, r.asked
    from round r
    join school s on s.school_id = r.school_id
    join response p on p.round_id = r.round_id and coalesce(p.perspective = 'self', r.is_open)
"""
_BY_ID = _ROUND + " where r.round_id = $1"
_BY_PERSON = _ROUND + " where r.person_id = $1 order by r.school_year, r.period, s.name"
_SAME = """
    select round_id from round
    where person_id = $1 and school_id = $2 and school_year = $3 and period = $4
"""
_ADD = """
    insert into round (round_id, person_id, school_id, school_year, period, is_open, asked)
    values ($1, $2, $3, $4, $5, true, $6)
"""
_ADD_RESPONSE = """
    insert into response (response_id, round_id, perspective, handed_in)
    values ($1, $2, 'self', false)
"""
# The scan's state is part of both statements: a scan that was reopened in another tab stays open.
_CLOSE_OTHERS = """
    update round set is_open = false
    where person_id = $1 and school_id = $2 and is_open
        and round_id in (select round_id from response where perspective = 'self' and handed_in)
"""
_CLOSE = """
    update round set is_open = false
    where round_id = $1
        and round_id in (select round_id from response where perspective = 'self' and handed_in)
    returning round_id
"""


class ExactText(NamedTuple):
    """A questionnaire in a version, with its text and the SHA-256 of that."""

    asked: Asked
    sha256: str
    source_text: str


class NewRound(NamedTuple):
    """What a new round needs: whose it is, where, when, and the exact questionnaires in order."""

    person_id: UUID
    school_id: UUID
    term: SchoolTerm
    texts: tuple[ExactText, ...]


def find(store: Store, round_id: UUID) -> Found | None:
    """The round with this id, whoever asks: only the policy can open it; None when none is."""
    rows = store.read(_BY_ID, round_id)
    return Found(_round(rows[0])) if rows else None


def of_id(store: Store, round_id: RoundId) -> Round | None:
    """A round as it is now; None when it was erased meanwhile."""
    rows = store.read(_BY_ID, round_id)
    return _round(rows[0]) if rows else None


def of_person(store: Store, person_id: UUID) -> tuple[Round, ...]:
    """Somebody's rounds, oldest first."""
    return tuple(_round(row) for row in store.read(_BY_PERSON, person_id))


def start(store: Store, new: NewRound) -> RoundId:
    """The id of the round, made now unless there is one for this person, school and term.

    In the same transaction the person's other rounds at that school whose scan is handed in are
    closed.
    """

    def work(transaction: Transaction) -> RoundId:
        same = transaction.run(_SAME, new.person_id, new.school_id, *new.term)
        if same:
            return RoundId(same[0][0])
        transaction.run(_CLOSE_OTHERS, new.person_id, new.school_id)
        round_id = RoundId(uuid4())
        for each in new.texts:
            instruments.keep(transaction, each.asked, each.sha256, each.source_text)
        asked = ",".join(" ".join(each.asked) for each in new.texts)
        transaction.run(_ADD, round_id, new.person_id, new.school_id, *new.term, asked)
        transaction.run(_ADD_RESPONSE, uuid4(), round_id)
        return round_id

    return store.write(work)


def close(store: Store, round_id: RoundId) -> bool:
    """Close a round, so that it is only looked at; False when its scan is not handed in."""
    return bool(store.write(lambda transaction: transaction.run(_CLOSE, round_id)))


def _round(row: Row) -> Round:
    round_id, person_id, school_id, school_name, school_year, period, is_open, *rest = row
    response_id, handed_in, asked = rest
    return Round(
        round_id=round_id,
        person_id=person_id,
        school_id=school_id,
        school_name=school_name,
        term=SchoolTerm(school_year, Period(period)),
        is_open=is_open,
        response_id=response_id,
        handed_in=handed_in,
        asked=tuple(Asked(*each.split(" ")) for each in asked.split(",")),
    )
