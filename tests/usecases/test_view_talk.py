"""What is on the screen during a talk: what each brought, and nothing that stayed private."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ibreflect.errors import NotAllowedError
from ibreflect.model.guide import Seat
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import conversing, people, planning, talking, view_talk
from ibreflect.usecases.conversing import At
from ibreflect.usecases.view_talk import Talk
from tests.usecases import organisation, talks
from tests.usecases.organisation import LONG_AGO, Organisation
from tests.usecases.talks import TODAY, TOMORROW, Table

OWNER, PARTNER = Seat
NOW = datetime(2026, 11, 2, 14, 0)  # noqa: DTZ001 - moments are UTC without a zone


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation.organisation(store)


@pytest.fixture
def table(store: Store, folk: Organisation, tmp_path: Path) -> Table:
    return talks.plan(store, folk.an, folk.leader, tmp_path)


def _seen(table: Table, seat: Seat) -> Talk:
    return view_talk.talk(table.store, table.who(seat), table.at(seat))


def test_both_sides_are_laid_side_by_side_with_what_differs_first(table: Table) -> None:
    """By hand: on the roles 1 of 2 points differs (5-1 = 4 steps), on the mandate 2 of 2."""
    table.fill(OWNER, {"punt:r1": "5", "punt:r2": "3", "punt:m1": "2", "punt:m2": "2"})
    table.fill(PARTNER, {"punt:r1": "1", "punt:r2": "4", "punt:m1": "3", "punt:m2": "4"})
    table.fill(OWNER, {"tijd:preventief:nu": "50"})
    table.fill(PARTNER, {"tijd:preventief:nu": "30", "tijd:curatief:gewenst": "10"})
    table.begin()
    for seat in Seat:
        seen = _seen(table, seat)
        assert [each.theme.id for each in seen.themes] == ["mandaat", "rollen", "tijd"]
        mandate, roles, time = seen.themes
        assert [each.point.id for each in roles.points] == ["r1", "r2"]
        assert [each.point.id for each in mandate.points] == ["m2", "m1"]
        assert roles.about == "Op 1 van de 2 punten kijken jullie duidelijk anders."
        assert [(each.owner, each.partner) for each in time.time] == [(50, 30), (None, 10)]
        assert time.about == ""


def test_of_a_theme_that_is_off_the_table_no_answer_is_seen(table: Table) -> None:
    table.fill(OWNER, {"punt:r1": "5", "tijd:preventief:nu": "50"})
    table.fill(PARTNER, {"punt:r1": "1", "punt:m1": "1", "tijd:preventief:nu": "30"})
    table.fill(OWNER, {"thema:rollen": "nee", "thema:tijd": "nee"})
    table.begin()
    owner, partner = _seen(table, PARTNER).sides
    assert (owner.steps, owner.percents) == ({}, {})
    assert (partner.steps, partner.percents) == ({"m1": 1}, {})


def test_a_private_question_stays_private_unless_it_is_brought(table: Table) -> None:
    table.fill(OWNER, {"koers": "koers", "twijfel": "twijfel van een mus"})
    table.fill(PARTNER, {"overweging": "gedachte van een mees", "mee:overweging": "ja"})
    table.begin()
    for seat in Seat:
        told = [[each.body for each in side.told] for side in _seen(table, seat).sides]
        assert told == [["koers"], ["gedachte van een mees"]]


def test_before_both_are_ready_each_reads_why_there_is_nothing(table: Table) -> None:
    table.fill(OWNER, {"koers": "geheim"})
    assert [side.why for side in _seen(table, PARTNER).sides] == [
        "Jouw voorbereiding is nog niet klaar."
    ] * 2
    table.ready(OWNER)
    seen = _seen(table, OWNER)
    assert [each.body for each in seen.sides[0].told] == ["geheim"]
    assert "allebei klaar" in seen.sides[1].why
    assert "geheim" not in repr(_seen(table, PARTNER))


def test_after_the_last_day_the_partner_sees_only_what_is_their_own(table: Table) -> None:
    table.fill(OWNER, {"koers": "van de ib'er", "punt:r1": "5"})
    table.fill(PARTNER, {"zicht": "van mij"})
    table.begin()
    last = conversing.seated(table.store, table.owner, table.at()).conversation.open_until
    assert "van de ib'er" in repr(_seen(table._replace(today=last), PARTNER).sides)
    after = table._replace(today=last + timedelta(days=1))
    owner, partner = _seen(after, PARTNER).sides
    assert (owner.told, owner.steps) == ((), {})
    assert "de afgesproken tijd is om" in owner.why
    assert [each.body for each in partner.told] == ["van mij"]
    assert [each.body for each in _seen(after, OWNER).sides[1].told] == ["van mij"]


def test_of_a_group_there_are_no_sides_and_it_begins_at_once(
    store: Store, folk: Organisation, tmp_path: Path
) -> None:
    wanted = talks.plan_for(None, talks.GROUP)
    found = planning.plan(store, folk.an, wanted, talks.folder(tmp_path), today=TODAY)
    at = At(found, TODAY)
    talking.begin(store, folk.an, at)
    talking.write(store, folk.an, at, "rollen", "Samen gezegd")
    seen = view_talk.talk(store, folk.an, at)
    assert all(not (side.told or side.steps or side.why) for side in seen.sides)
    assert [each.theme.id for each in seen.themes] == ["rollen", "mandaat", "tijd"]
    assert seen.themes[0].said == "Samen gezegd"


def test_at_one_computer_each_side_stays_hidden_until_both_are_ready(
    store: Store, tmp_path: Path
) -> None:
    people.introduce(store, name="Noor", school="De Linde", today=LONG_AGO)
    noor = people.owner(store)
    assert noor
    school_id = people.my_schools(store, noor)[0].school_id
    wanted = talks.plan_for("Cas", school_id=school_id, planned_on=TOMORROW)
    found = planning.plan(store, noor, wanted, talks.folder(tmp_path), today=TODAY)
    table = Table(store, noor, Person(noor.person_id, noor.name), found)
    table.fill(OWNER, {"koers": "van Noor"})
    table.fill(PARTNER, {"zicht": "van Cas"})
    assert "van Cas" not in repr(_seen(table, OWNER))
    assert "van Noor" not in repr(_seen(table, PARTNER))
    table.begin()
    assert "van Cas" in repr(_seen(table, OWNER))
    with pytest.raises(NotAllowedError):
        talking.write(store, noor, table.at(PARTNER), "rollen", "Zonder pen")
