"""Example data in full: everybody with a round in every term of ten years, each with nine others.

For measuring how ibreflect holds out: the whole country has about as many people as there are
ib'ers, and over 100 million answers. Nobody's story is told.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import numpy as np
import pandas as pd
from pydantic import TypeAdapter

from ibreflect.measure.disclosure import FLOORS
from ibreflect.model.asking import HandedOutBy, Rules
from ibreflect.model.membership import Membership, Position
from ibreflect.model.questionnaire import Questionnaire, RaterGroup
from ibreflect.model.round import SchoolTerm, term_of
from ibreflect.model.voice import Snapshot
from ibreflect.questionnaires.load import Instrument
from ibreflect.store import bulk, bulk_others, memberships, people
from ibreflect.store.bulk import Tables, Viewpoints
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.snapshots import HandedIn
from ibreflect.usecases import ending, instruments
from ibreflect.usecases.demo import tables as rows
from ibreflect.usecases.demo.build import (
    Summary,
    installation,
    random_of,
    require_nobody,
    require_scale,
    sizes_of,
)
from ibreflect.usecases.demo.names import alliance_names
from ibreflect.usecases.demo.people import TERMS, Community, draw_community
from ibreflect.usecases.demo.rounds import choices
from ibreflect.usecases.demo.tables import Frame, first_day, term_back

_FORM = TypeAdapter(Snapshot)
_MODULES = ("mandaatkaart",)
"""With the core scan that is 59 statements."""

_OTHERS = (
    RaterGroup.SCHOOL_LEADER,
    *5 * (RaterGroup.TEACHER,),
    *3 * (RaterGroup.COLLEAGUE,),
)
_SHOWN = (2, 1)
"""Terms back of which is kept what may be seen of others; of earlier ones only the answers are."""

_DAYS_INTO_TERM, _DAYS_OPEN, _COUNTS = 60, 14, timedelta(days=365)
_LOOKED_THROUGH = 3


def build_full(
    store: Store, offered: Sequence[Instrument], *, scale: float, seed: int, today: date
) -> Summary:
    """Fill an empty database and say how much there is.

    `offered` begins with the core questionnaire. `scale` 77 is the whole country; the terms are the
    twenty before that of `today`. The same seed and term give the same data. Of the last two terms
    what others said can be seen, and the last one counts in the networks, of each of which somebody
    is coach. Errors as for `build`; each samenwerkingsverband and each term is one transaction.
    """
    require_scale(scale)
    used = (offered[0], *(each for each in offered[1:] if each.questionnaire.id in _MODULES))
    instruments.require_fit(store, used)
    sizes = sizes_of(scale)
    names = alliance_names(random_of(seed, len(sizes)), len(sizes))
    asked = tuple(each.questionnaire for each in used)
    made = Summary(0, 0, 0, 0, 0)
    alliances = []
    for number, (name, size) in enumerate(zip(names, sizes, strict=True)):
        rng = random_of(seed, number)
        frame = Frame(name, term_of(today), asked[0], asked[1:])
        tables, coach_id = _tables(rng, _there_all_along(draw_community(rng, size, ())), frame)
        opening = None if number else installation(seed, used)
        _add(store, tables, coach_id, opening, frame)
        alliances.append(UUID(tables.alliance_id))
        made = Summary(
            number + 1,
            made.schools + len(tables.schools),
            made.people + len(tables.people) + 1,
            made.rounds + len(tables.rounds),
            0,
        )
    _fill_in(store, alliances, asked, today)
    return made._replace(answers=bulk.answers(store))


def _there_all_along(community: Community) -> Community:
    """The same schools with the people who work there now, as if they always did."""
    stays = community.stays[community.stays["until"] < 0].assign(since=TERMS)
    people_now, person = np.unique(stays["person"], return_inverse=True)
    return community._replace(
        people=community.people.iloc[people_now].reset_index(drop=True).assign(career=TERMS),
        stays=stays.assign(person=person).reset_index(drop=True),
    )


def _tables(rng: np.random.Generator, community: Community, frame: Frame) -> tuple[Tables, UUID]:
    """The rows without answers, and the id of the coach."""
    alliance_id, coach_id = rows.ids(rng, 2)
    schools = community.schools[["name"]].assign(
        school_id=rows.ids(rng, len(community.schools)), alliance_id=alliance_id
    )
    people = community.people[["name"]].assign(person_id=rows.ids(rng, len(community.people)))
    drawn = _rounds(community)
    terms = [term_back(frame.now, back) for back in drawn["back"]]
    kept = pd.DataFrame(
        {
            "round_id": rows.ids(rng, len(drawn)),
            "person_id": people["person_id"].to_numpy()[drawn["person"]],
            "school_id": schools["school_id"].to_numpy()[drawn["school"]],
            "school_year": [term.school_year for term in terms],
            "period": [term.period.value for term in terms],
            "is_open": False,
            "asked": ",".join(
                f"{each.id} {each.version}" for each in (frame.questionnaire, *frame.modules)
            ),
        }
    )
    made = Tables(
        alliance_id=alliance_id,
        alliance=frame.alliance,
        schools=schools,
        people=people,
        memberships=rows.memberships(community, people, schools, frame.now),
        rounds=kept,
        choices=rows.of_rounds(choices(rng, community, drawn), kept),
        texts=pd.DataFrame(),
        answers=pd.DataFrame(),
    )
    return made, UUID(coach_id)


def _rounds(community: Community) -> pd.DataFrame:
    """A round of every person at every school of theirs in each term, oldest first."""
    here = community.stays[["person", "school"]].drop_duplicates()
    drawn = here.reset_index(names="stay")
    every = drawn.merge(pd.DataFrame({"back": range(TERMS, 0, -1)}), how="cross")
    return every.sort_values(["back", "stay"], ascending=[False, True]).reset_index(drop=True)


def _add(
    store: Store,
    tables: Tables,
    coach_id: UUID,
    opening: bulk.Installation | None,
    frame: Frame,
) -> None:
    since = first_day(term_back(frame.now, TERMS))
    coach = Membership(coach_id, Position.COACH, UUID(tables.alliance_id), since, None)

    def work(transaction: Transaction) -> None:
        if opening is not None:
            require_nobody(transaction)
            bulk.introduce(transaction, opening, _viewpoints(tables, coach_id))
        bulk.add_rounds(transaction, tables)
        people.add(transaction, coach_id, f"Coach van {tables.alliance}")
        memberships.add(transaction, coach)

    store.write(work)


def _viewpoints(tables: Tables, coach_id: UUID) -> Viewpoints:
    some = tables.people[:_LOOKED_THROUGH]
    ids = (*(UUID(each) for each in some["person_id"]), coach_id)
    return Viewpoints(ids, (*some["name"], f"Coach van {tables.alliance}"))


def _fill_in(
    store: Store, alliances: Sequence[UUID], asked: Sequence[Questionnaire], today: date
) -> None:
    sheets, now = _sheets(asked), term_of(today)
    _let_answer(store, sheets, now)
    for term in (term_back(now, back) for back in _SHOWN):
        rules = _rules(asked, term)
        made = partial(_made, rules, asked)
        _let_ask(store, sheets, term, rules)
        for alliance_id in alliances:
            _let_see(store, alliance_id, term, made, today)
    newest = term_back(now, _SHOWN[-1])
    store.write(lambda transaction: bulk_others.count(transaction, newest, today + _COUNTS))


def _made(rules: Rules, asked: Sequence[Questionnaire], handed_in: HandedIn) -> str:
    return _FORM.dump_json(ending.taken(rules, asked, handed_in)).decode()


def _let_answer(store: Store, sheets: pd.DataFrame, now: SchoolTerm) -> None:
    """Term after term, as it would have come in."""
    for back in range(TERMS, 0, -1):
        term = term_back(now, back)

        def work(transaction: Transaction, term: SchoolTerm = term) -> None:
            bulk_others.answer(transaction, term, sheets)

        store.write(work)


def _let_ask(store: Store, sheets: pd.DataFrame, term: SchoolTerm, rules: Rules) -> None:
    store.write(lambda transaction: bulk_others.ask(transaction, term, sheets, rules))


def _let_see(
    store: Store,
    alliance_id: UUID,
    term: SchoolTerm,
    made: Callable[[HandedIn], str],
    day: date,
) -> None:
    def work(transaction: Transaction) -> None:
        round_ids = bulk_others.rounds(transaction, alliance_id, term)
        store.vault.make_keys(round_ids)
        bulk_others.fix(transaction, store.vault, round_ids, made, day)

    store.write(work)


def _rules(asked: Sequence[Questionnaire], term: SchoolTerm) -> Rules:
    opens_on = first_day(term) + timedelta(days=_DAYS_INTO_TERM)
    return Rules(
        opens_on=opens_on,
        closes_on=opens_on + timedelta(days=_DAYS_OPEN),
        floors=FLOORS,
        asked=tuple(each.id for each in asked),
        region="midden",
        reply_name="",
        reply_address="",
        handed_out_by=HandedOutBy.SELF,
    )


def _sheets(asked: Sequence[Questionnaire]) -> pd.DataFrame:
    """What the ib'er (0) and each of the others are asked."""
    most = {item_id: len(each.words) for each in asked for item_id in ending.asked_of(each, ())}
    people = [("self", ()), *((group.value, (group,)) for group in _OTHERS)]
    return pd.DataFrame(
        [
            (respondent, perspective, item_id, list(most).index(item_id), most[item_id])
            for respondent, (perspective, groups) in enumerate(people)
            for each in asked
            for item_id in ending.asked_of(each, groups)
        ],
        columns=["respondent", "perspective", "item_id", "place", "most"],
    )
