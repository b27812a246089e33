"""Invented answers of many people at once, made in the database itself out of the ids of rounds.

Only example data is made this way. What follows from an id is the same for the same id, and two
rounds have nothing to do with each other.
"""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

import pandas as pd

from ibreflect.model.asking import Rules
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import RoundId, SchoolTerm
from ibreflect.store import voices
from ibreflect.store.connection import Transaction
from ibreflect.store.snapshots import HandedIn
from ibreflect.store.vault import Vault

_RESPONSES = """
    insert into response (response_id, round_id, perspective, handed_in)
    select md5(r.round_id || ' answers ' || b.respondent)::uuid, r.round_id, b.perspective, true
    from round r cross join (select distinct respondent, perspective from bulk) b
    where r.school_year = $1 and r.period = $2
    order by r.round_id, 1
"""
# A number is drawn from the id of the response and the place of the statement by multiplying modulo
# a prime (Park and Miller 1988): the same in every release. Half of an answer is how somebody works
# (the same in all of their rounds, whoever looks), half is chance; one in forty cannot judge.
_ANSWERS = """
    insert into answer (response_id, item_id, value, reason)
    select
        response_id, item_id,
        case when draw % 40 > 0
            then 1 + floor(most * (level + draw / 2147483647.0) / 2)::smallint end,
        case when draw % 40 = 0 then 'kan_niet_beoordelen' end
    from (
        select
            p.*, b.item_id, b.place, b.most,
            ((p.number * 48271 + b.place * 40692) % 2147483647) * 48271 % 2147483647 as draw
        from (
            select
                r.round_id,
                a.respondent,
                md5(r.round_id || ' answers ' || a.respondent)::uuid as response_id,
                ('0x' || left(md5(r.round_id || ' chance ' || a.respondent), 7))::bigint as number,
                ('0x' || left(md5(cast(r.person_id as varchar)), 7))::bigint / 268435456.0 as level
            from round r cross join (select distinct respondent from bulk) a
            where r.school_year = $1 and r.period = $2
        ) p
        join bulk b on b.respondent = p.respondent
    ) drawn
    order by round_id, response_id, place
"""
_INVITATIONS = """
    insert into invitation (token_hash, round_id, rater_group, state)
    select md5(r.round_id || ' link ' || b.respondent), r.round_id, b.perspective, 'handed_in'
    from round r cross join (select distinct respondent, perspective from bulk) b
    where r.school_year = $1 and r.period = $2 and b.perspective <> 'self'
    order by r.round_id, b.respondent
"""
_ASKINGS = """
    insert into asking (
        round_id, opens_on, closes_on, floors, asked, region, reply_name, reply_address,
        handed_out_by, reminders
    )
    select round_id, $3, $4, $5, $6, 'midden', '', '', 'self', 0
    from round where school_year = $1 and period = $2
"""
_ROUNDS = """
    select r.round_id from round r join school s on s.school_id = r.school_id
    where s.alliance_id = $1 and r.school_year = $2 and r.period = $3 order by r.round_id
"""
_SNAPSHOTS = """
    insert into snapshot (round_id, figures, taken_on)
    select round_id::uuid, figures, $1 from bulk
"""
_COUNTING = """
    insert into network_scan
        (scan_id, alliance_id, school_id, person_id, round_id, until, added, places)
    select
        md5(r.round_id || ' counts')::uuid, s.alliance_id, s.school_id, r.person_id, r.round_id,
        $3, '', ''
    from round r join school s on s.school_id = r.school_id
    where r.school_year = $1 and r.period = $2
"""


def answer(transaction: Transaction, term: SchoolTerm, sheets: pd.DataFrame) -> None:
    """Let everybody answer in every round of a term that has no responses yet.

    `sheets` has a row for each statement that somebody is asked: respondent (a number), perspective
    ('self' or a group), item_id, place (a number) and most (the highest answer).
    """
    transaction.run_many(_RESPONSES, sheets, *term)
    transaction.run_many(_ANSWERS, sheets, *term)


def ask(transaction: Transaction, term: SchoolTerm, sheets: pd.DataFrame, rules: Rules) -> None:
    """Keep of every round of a term that others were asked, by links that are used up."""
    transaction.run_many(_INVITATIONS, sheets, *term)
    floors = ",".join(f"{group.value} {floor}" for group, floor in rules.floors.items())
    days = (rules.opens_on, rules.closes_on)
    transaction.run(_ASKINGS, *term, *days, floors, ",".join(rules.asked))


def rounds(transaction: Transaction, alliance_id: UUID, term: SchoolTerm) -> tuple[RoundId, ...]:
    """The rounds of a samenwerkingsverband in a term."""
    return tuple(RoundId(row[0]) for row in transaction.run(_ROUNDS, alliance_id, *term))


def fix(
    transaction: Transaction,
    vault: Vault,
    round_ids: Iterable[RoundId],
    make: Callable[[HandedIn], str],
    day: date,
) -> None:
    """Keep what `make` makes of what others answered in each of these rounds, as of a day."""
    made = []
    for round_id in round_ids:
        given = voices.given_in(transaction, round_id)
        figures = make(HandedIn(frozenset(given) - {RaterGroup.SCHOOL_LEADER}, given, ()))
        made.append((round_id.hex, vault.seal(round_id, figures)))
    transaction.run_many(_SNAPSHOTS, pd.DataFrame(made, columns=["round_id", "figures"]), day)


def count(transaction: Transaction, term: SchoolTerm, until: date) -> None:
    """Let every round of a term count in its network until and with a day."""
    transaction.run(_COUNTING, *term, until)
