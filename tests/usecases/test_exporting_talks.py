"""Conversations as they are taken along: the own side of them, and nothing apart of the other."""

import io
import zipfile
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from ibreflect.model.guide import Company, Seat
from ibreflect.model.person import Person
from ibreflect.model.taken_talks import TakenConversation
from ibreflect.reports.takeaway_chapters import chapters
from ibreflect.reports.takeaway_pdf import takeaway_pdf
from ibreflect.store import memberships
from ibreflect.store.connection import Store
from ibreflect.usecases import agreeing, exporting, my_data, people
from ibreflect.usecases.conversing import At
from tests.store import scans, talk_canaries
from tests.store.talk_canaries import Two
from tests.usecases import organisation, taking_along, talks
from tests.usecases.organisation import LONG_AGO, NOW, WILG, Organisation
from tests.usecases.talks import TODAY

OF_OWNER, OF_PARTNER = ("koers", "twijfel"), ("zicht", "overweging")


def _word(text: str) -> str:
    return f"Kanarie {text}"


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation.organisation(store)


@pytest.fixture
def held(store: Store, folk: Organisation) -> At:
    """A conversation with a word of its own in everything, and a report that both confirmed."""
    round_id = talks.with_round(store, folk.an)
    two = Two(folk.an, folk.leader, WILG, round_id)
    at = At(talk_canaries.held(store, two, _word, TODAY), TODAY)
    agreeing.confirm(store, folk.leader, at, agreeing.page(store, folk.leader, at).mark, now=NOW)
    return at


def _taken(store: Store, person: Person) -> TakenConversation:
    (found,) = exporting.take_along(store, person, today=TODAY).conversations
    return found


def _files(store: Store, person: Person) -> dict[str, str]:
    """The bytes of each file of the zip as letters, and what the packed ones of them say."""
    found = exporting.readable(exporting.take_along(store, person, today=TODAY))
    with zipfile.ZipFile(io.BytesIO(exporting.zipped(found))) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    book = load_workbook(io.BytesIO(contents["ibreflect-gegevens.xlsx"]))
    cells = "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row)
    blocks = "\n".join(str(block) for block in chapters(found))
    files = {name: each.decode("latin-1") for name, each in contents.items()}
    return files | {"cells": cells, "blocks": blocks}


@pytest.mark.usefixtures("held")
def test_the_iber_takes_along_the_own_side_and_the_report(store: Store, folk: Organisation) -> None:
    found = _taken(store, folk.an)
    assert (found.seat, found.company) == (Seat.OWNER, Company.SCHOOL_LEADER)
    assert (found.school, found.guide, found.planned_on) == ("De Wilg", "Met de leider", TODAY)
    assert {each.question: each.answer for each in found.preparation}["Waarheen"] == _word("koers")
    assert found.private_note == _word("notitie van An")
    (report,) = found.reports
    assert (report.owner, report.partner) == (folk.an.name, folk.leader.name)
    assert [each.body for each in report.said] == [_word("gezegd")]
    assert [each.note for each in report.decisions] == [_word("besloten")]
    assert [each.behaviour for each in report.goals] == [_word("te doen")]


@pytest.mark.usefixtures("held")
def test_choices_are_in_words(store: Store, folk: Organisation) -> None:
    answers = {each.question: each.answer for each in _taken(store, folk.an).preparation}
    # The levels and the week were known from the round.
    assert answers["Een"] == "meebeslissen"
    assert answers["Tijd voor preventief werk, nu"] == "10 procent"
    assert answers["Op tafel: Mijn drie rollen"] == "ja"


@pytest.mark.usefixtures("held")
def test_the_partner_takes_along_the_own_side_and_the_report(
    store: Store, folk: Organisation
) -> None:
    found = _taken(store, folk.leader)
    assert found.seat is Seat.PARTNER
    assert [each.answer for each in found.preparation] == [_word("zicht"), _word("overweging")]
    assert found.tabled == ()
    assert found.private_note == _word(f"notitie van {folk.leader.name}")
    assert [each.number for each in found.reports] == [1]


@pytest.mark.usefixtures("held")
def test_what_the_other_prepared_or_noted_is_in_no_file(store: Store, folk: Organisation) -> None:
    sides = ((folk.an, folk.leader, OF_PARTNER), (folk.leader, folk.an, OF_OWNER))
    for person, other, apart in sides:
        hidden = [_word(each) for each in (*apart, f"notitie van {other.name}")]
        files = _files(store, person)
        for name in ("ibreflect-gegevens.json", "cells", "blocks"):
            assert _word("gezegd") in files[name]
            assert _word(f"notitie van {person.name}") in files[name]
        for name, content in files.items():
            assert not [word for word in hidden if word in content], name


def test_a_report_that_one_confirmed_stays_where_it_is(
    store: Store, folk: Organisation, held: At
) -> None:
    page = agreeing.page(store, folk.an, held)
    agreeing.keep(store, folk.an, held, page.closing._replace(goals=()))
    agreeing.confirm(store, folk.an, held, agreeing.page(store, folk.an, held).mark, now=NOW)
    for person in (folk.an, folk.leader):
        assert [each.number for each in _taken(store, person).reports] == [1]


@pytest.mark.usefixtures("held")
def test_who_works_elsewhere_now_takes_along_what_they_wrote(
    store: Store, folk: Organisation
) -> None:
    (position,) = memberships.of_person(store, folk.leader.person_id)
    store.write(lambda work: memberships.end(work, position, TODAY - timedelta(days=1)))
    found = _taken(store, folk.leader)
    assert [each.answer for each in found.preparation] == [_word("zicht"), _word("overweging")]
    assert found.private_note != ""
    assert found.reports == ()


@pytest.mark.usefixtures("held")
def test_nobody_else_takes_it_along(store: Store, folk: Organisation) -> None:
    for person in (folk.bo, folk.coach, folk.administrator):
        assert exporting.take_along(store, person, today=TODAY).conversations == ()


@pytest.mark.usefixtures("held")
def test_the_overview_counts_it_at_either_seat(store: Store, folk: Organisation) -> None:
    of_an, of_leader = (my_data.overview(store, each) for each in (folk.an, folk.leader))
    assert ("Gesprekken die van jou zijn", 1) in [each[:2] for each in of_an.lines]
    assert ("Gesprekken als gesprekspartner", 1) in [each[:2] for each in of_leader.lines]
    assert (of_an.is_partner, of_leader.is_partner) == (False, True)


def test_who_works_alone_takes_no_preparation_of_the_other_along(store: Store) -> None:
    people.introduce(store, name="Noor", school=scans.SCHOOL, today=LONG_AGO)
    noor = people.owner(store)
    assert noor is not None
    taking_along.talk(store, noor)
    found = _taken(store, noor)
    answers = {each.question: each.answer for each in found.preparation}
    assert answers == {
        "Waarheen": taking_along.KEPT_ODD,
        "Ik leer.": "grotendeels",
        "Tijd voor preventief werk, nu": "30 procent",
    }
    assert [report.partner for report in found.reports] == ["Robin"]
    for content in _files(store, noor).values():
        assert taking_along.OTHERS_TEXT not in content
    assert takeaway_pdf(exporting.readable(exporting.take_along(store, noor, today=TODAY)))
