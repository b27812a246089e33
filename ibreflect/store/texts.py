"""Which columns hold what people typed or where mail reaches them; their content is always sealed.

Names of people and schools are not among them: they are sorted and looked up by.
"""

from typing import NamedTuple

from ibreflect.store.transaction import Transaction
from ibreflect.store.vault import Vault

_SETTING, _DONE = "texts", "sealed"
_IS_DONE = "select 1 from installation where setting = $1 and content = $2"
_KEEP_DONE = "insert into installation (setting, content) values ($1, $2)"


class SealedColumn(NamedTuple):
    """A column, how its texts are read with their owner and key columns, and how one is replaced.

    `rows` gives the owner (a round, person or entry), the text, and then what the row is found by.
    In the order of random ids, so that where a row lies afterwards tells nothing.
    """

    table: str
    column: str
    rows: str
    replace: str


COLUMNS = (
    SealedColumn(
        "round_text",
        "body",
        "select round_id, body, round_id, topic from round_text order by round_id, topic",
        "update round_text set body = $1 where round_id = $2 and topic = $3",
    ),
    SealedColumn(
        "remark",
        "body",
        "select round_id, body, remark_id from remark order by remark_id",
        "update remark set body = $1 where remark_id = $2",
    ),
    SealedColumn(
        "snapshot",
        "figures",
        "select round_id, figures, round_id from snapshot order by round_id",
        "update snapshot set figures = $1 where round_id = $2",
    ),
    SealedColumn(
        "invitee",
        "name",
        "select round_id, name, invitee_id from invitee order by invitee_id",
        "update invitee set name = $1 where invitee_id = $2",
    ),
    SealedColumn(
        "invitee",
        "address",
        "select round_id, address, invitee_id from invitee order by invitee_id",
        "update invitee set address = $1 where invitee_id = $2",
    ),
    SealedColumn(
        "asking",
        "reply_name",
        "select round_id, reply_name, round_id from asking order by round_id",
        "update asking set reply_name = $1 where round_id = $2",
    ),
    SealedColumn(
        "asking",
        "reply_address",
        "select round_id, reply_address, round_id from asking order by round_id",
        "update asking set reply_address = $1 where round_id = $2",
    ),
    SealedColumn(
        "second_person",
        "name",
        "select round_id, name, round_id from second_person order by round_id",
        "update second_person set name = $1 where round_id = $2",
    ),
    SealedColumn(
        "school_direction",
        "body",
        "select person_id, body, direction_id from school_direction order by direction_id",
        "update school_direction set body = $1 where direction_id = $2",
    ),
    SealedColumn(
        "log_entry",
        "what",
        "select person_id, what, entry_id from log_entry order by entry_id",
        "update log_entry set what = $1 where entry_id = $2",
    ),
    SealedColumn(
        "log_entry",
        "explored",
        "select person_id, explored, entry_id from log_entry order by entry_id",
        "update log_entry set explored = $1 where entry_id = $2",
    ),
    SealedColumn(
        "log_entry",
        "follow_up",
        "select person_id, follow_up, entry_id from log_entry order by entry_id",
        "update log_entry set follow_up = $1 where entry_id = $2",
    ),
    SealedColumn(
        "mandate_agreed",
        "note",
        "select m.person_id, a.note, a.agreement_id, a.item_id from mandate_agreed a "
        "join mandate_agreement m on m.agreement_id = a.agreement_id "
        "order by a.agreement_id, a.item_id",
        "update mandate_agreed set note = $1 where agreement_id = $2 and item_id = $3",
    ),
    SealedColumn(
        "goal",
        "behaviour",
        "select person_id, behaviour, goal_id from goal order by goal_id",
        "update goal set behaviour = $1 where goal_id = $2",
    ),
    SealedColumn(
        "goal",
        "first_step",
        "select person_id, first_step, goal_id from goal order by goal_id",
        "update goal set first_step = $1 where goal_id = $2",
    ),
    SealedColumn(
        "goal",
        "evidence",
        "select person_id, evidence, goal_id from goal order by goal_id",
        "update goal set evidence = $1 where goal_id = $2",
    ),
    SealedColumn(
        "goal",
        "helper",
        "select person_id, helper, goal_id from goal order by goal_id",
        "update goal set helper = $1 where goal_id = $2",
    ),
    SealedColumn(
        "goal",
        "partner_part",
        "select person_id, partner_part, goal_id from goal order by goal_id",
        "update goal set partner_part = $1 where goal_id = $2",
    ),
    SealedColumn(
        "goal",
        "effect",
        "select person_id, effect, goal_id from goal order by goal_id",
        "update goal set effect = $1 where goal_id = $2",
    ),
    SealedColumn(
        "goal_note",
        "body",
        "select g.person_id, n.body, n.note_id from goal_note n "
        "join goal g on g.goal_id = n.goal_id order by n.note_id",
        "update goal_note set body = $1 where note_id = $2",
    ),
    SealedColumn(
        "reflection",
        "body",
        "select person_id, body, person_id, school_year, topic from reflection "
        "order by person_id, school_year, topic",
        "update reflection set body = $1 where person_id = $2 and school_year = $3 and topic = $4",
    ),
    SealedColumn(
        "person",
        "address",
        "select person_id, address, person_id from person order by person_id",
        "update person set address = $1 where person_id = $2",
    ),
    SealedColumn(
        "expertise",
        "name",
        "select entry_id, name, entry_id from expertise order by entry_id",
        "update expertise set name = $1 where entry_id = $2",
    ),
    SealedColumn(
        "expertise",
        "knows",
        "select entry_id, knows, entry_id from expertise order by entry_id",
        "update expertise set knows = $1 where entry_id = $2",
    ),
    SealedColumn(
        "expertise",
        "interests",
        "select entry_id, interests, entry_id from expertise order by entry_id",
        "update expertise set interests = $1 where entry_id = $2",
    ),
    SealedColumn(
        "expertise",
        "courses",
        "select entry_id, courses, entry_id from expertise order by entry_id",
        "update expertise set courses = $1 where entry_id = $2",
    ),
    SealedColumn(
        "expertise",
        "reach",
        "select entry_id, reach, entry_id from expertise order by entry_id",
        "update expertise set reach = $1 where entry_id = $2",
    ),
)


def seal_old(transaction: Transaction, vault: Vault) -> bool:
    """Seal what was kept before texts were sealed, once; whether there was any.

    The keys are on disk before anything is sealed with them. StoreError when they cannot be.
    """
    if transaction.run(_IS_DONE, _SETTING, _DONE):
        return False
    old = [
        (column.replace, owner_id, text, key)
        for column in COLUMNS
        for owner_id, text, *key in transaction.run(column.rows)
        if text
    ]
    vault.make_keys({owner_id for _, owner_id, *_ in old})
    for replace, owner_id, text, key in old:
        transaction.run(replace, vault.seal(owner_id, text), *key)
    transaction.run(_KEEP_DONE, _SETTING, _DONE)
    return bool(old)
