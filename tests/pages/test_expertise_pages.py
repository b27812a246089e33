"""Expertisekaart and Mijn expertise: a team member writes by a link; who leads the work reads."""

from uuid import UUID

import pytest

from ibreflect.access.guessing import Guesses
from ibreflect.model.expertise import Content
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import guard, resources
from ibreflect.ui.screens import EXPERTISE
from ibreflect.usecases import expertise, expertise_entry
from tests.pages.expertise_page import add, code, enter, field, looks, names, on, write
from tests.pages.visitor import Visitor
from tests.usecases.organisation import WILG, Organisation, organisation

HOSTILE = "<b>=1+1</b>"
TODAY = resources.today()


@pytest.fixture
def school_id(store: Store, noor: Person) -> UUID:
    (school,) = expertise.schools(store, noor, today=TODAY)
    return school.school_id


@pytest.fixture
def team(store: Store, noor: Person, school_id: UUID) -> str:
    return expertise.make_link(store, noor, school_id, today=TODAY)


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation(store)


def test_who_works_alone_makes_a_link_and_the_team_fills_the_card(
    store: Store, noor: Person, school_id: UUID
) -> None:
    iber = Visitor().go(EXPERTISE).press("maak_teamlink")
    team = code(iber)
    assert not iber.press("teamlink_klaar").app.code
    member = enter(team)
    assert member.title == "Mijn expertise"
    for told in ("Waarvoor?", "De ib'er leest", "31 juli", "Moet het?"):
        assert told in member.text
    assert "schoolleider" not in member.text
    write(member, naam="Tom", weet=HOSTILE, cursus="BCO, 2024")
    own = code(member)
    again = member.press("link_bewaard")
    assert own not in again.text
    assert field(again, "naam").value == ""
    assert on(store, noor, school_id) == [Content("Tom", HOSTILE, courses="BCO, 2024")]
    assert expertise_entry.visit(store, own).mine
    read = Visitor().go(EXPERTISE).text
    assert "Tom" in read
    assert HOSTILE in read.replace("\\", "")
    assert HOSTILE not in read


def test_two_colleagues_in_one_window_are_two_on_the_card(
    store: Store, noor: Person, school_id: UUID, team: str
) -> None:
    visitor = write(enter(team), naam="Tom", weet="lezen").press("link_bewaard")
    write(visitor, naam="Anna", weet="rekenen")
    assert [each.name for each in on(store, noor, school_id)] == ["Anna", "Tom"]


def test_a_press_again_makes_no_second_entry(
    store: Store, noor: Person, school_id: UUID, team: str
) -> None:
    visitor = write(enter(team), naam="Tom", weet="lezen")
    first = code(visitor)
    visitor.open()  # as a browser that lost the connection does
    write(visitor, naam="Tom", weet="schrijven")
    assert code(visitor) == first
    assert on(store, noor, school_id) == [Content("Tom", "schrijven")]


def test_what_is_missing_is_said_and_what_was_typed_stays(store: Store, team: str) -> None:
    visitor = write(enter(team), naam="Tom", bereik="in de pauze")
    assert "minstens één ding" in visitor.app.error[0].value
    assert field(visitor, "bereik").value == "in de pauze"
    assert code(write(visitor, interesse="lezen"))


def test_a_name_of_somebody_else_gets_a_friendly_word(store: Store, team: str) -> None:
    visitor = write(enter(team), naam="Tom", weet="rekenen, samen met juf Linda")
    assert "Linda" in visitor.app.info[0].value
    assert code(visitor)


def test_an_own_link_changes_and_takes_away(
    store: Store, noor: Person, school_id: UUID, team: str
) -> None:
    own = add(store, team, Content("Tom", "lezen"))
    visitor = enter(own)
    assert field(visitor, "weet").value == "lezen"
    write(visitor, weet="", interesse="rekenen")
    assert "Opgeslagen." in visitor.text
    assert on(store, noor, school_id) == [Content("Tom", interests="rekenen")]
    write(visitor, bereik="per mail")
    assert on(store, noor, school_id)[0].reach == "per mail"
    visitor.press("haal_mij_weg")
    assert visitor.title == "Deze link werkt niet"
    assert "Je staat niet meer op de kaart" in visitor.text
    assert "rekenen" not in visitor.text
    assert on(store, noor, school_id) == []


def test_two_windows_on_one_own_link(
    store: Store, noor: Person, school_id: UUID, team: str
) -> None:
    own = add(store, team, Content("Tom", "lezen"))
    first, second = enter(own), enter(own)
    write(first, weet="schrijven")
    write(second, weet="rekenen")
    assert "in een ander venster" in second.app.error[0].value
    assert field(second, "weet").value == "rekenen"
    assert on(store, noor, school_id) == [Content("Tom", "schrijven")]
    assert field(enter(own), "weet").value == "schrijven"


def test_after_a_year_both_are_asked_and_one_press_says_it_holds(
    store: Store, noor: Person, school_id: UUID, team: str
) -> None:
    own = add(store, team, Content("Tom", "lezen"), days_ago=365)
    assert "vraag of het nog klopt" in Visitor().go(EXPERTISE).text
    visitor = enter(own)
    assert "Klopt het nog?" in visitor.text
    visitor.press("klopt_nog")
    assert "Klopt het nog?" not in visitor.text
    assert "vraag of het nog klopt" not in Visitor().go(EXPERTISE).text
    assert on(store, noor, school_id) == [Content("Tom", "lezen")]


def test_the_search_field_finds_by_words_and_an_empty_find_says_so(store: Store, team: str) -> None:
    add(store, team, Content("Tom", "Dyslexie"))
    add(store, team, Content("Anna", interests="rekenen"))
    visitor = Visitor().go(EXPERTISE)
    assert names(visitor) == ["Anna", "Tom"]
    field = visitor.app.text_input(key="zoek_expertise")
    field.set_value("wie weet veel van dyslexíe?").run()
    assert names(visitor) == ["Tom"]
    visitor.app.text_input(key="zoek_expertise").set_value("muziek").run()
    assert names(visitor) == []
    assert "niemand gevonden" in visitor.text


def test_by_topic_in_alphabetical_order_without_any_count(store: Store, team: str) -> None:
    for name, knows in (("Tom", "rekenen, lezen"), ("Anna", "lezen"), ("Bo", "lezen")):
        add(store, team, Content(name, knows))
    visitor = Visitor().go(EXPERTISE)
    visitor.app.segmented_control[0].set_value("Op onderwerp").run()
    assert "**lezen**: Anna, Bo, Tom (weet er veel van)\n- **rekenen**: Tom" in visitor.text


def test_the_reader_takes_somebody_off_after_a_question(
    store: Store, noor: Person, school_id: UUID, team: str
) -> None:
    own = add(store, team, Content(HOSTILE, "lezen"))
    add(store, team, Content("Anna", "lezen"))
    visitor = Visitor().go(EXPERTISE)
    assert not [each for each in visitor.app.button if str(each.key).startswith("weg:")]
    (gone,) = [
        each
        for each in expertise.card(store, noor, school_id, today=TODAY).entries
        if each.content.name == HOSTILE
    ]
    visitor.app.selectbox(key="weg_wie").set_value(gone).run()
    assert "verdwijnt voorgoed" in visitor.text
    visitor.press("weg:")
    assert [each.name for each in on(store, noor, school_id)] == ["Anna"]
    assert f"{HOSTILE} staat niet meer op de kaart." in visitor.text.replace("\\", "")
    assert enter(own).title == "Deze link werkt niet"


def test_a_link_that_was_shut_or_replaced_leads_nowhere(store: Store, team: str) -> None:
    visitor = Visitor().go(EXPERTISE).press("maak_teamlink")
    new = code(visitor)
    assert enter(team).title == "Deze link werkt niet"
    assert enter(new).title == "Mijn expertise"
    open_form = enter(new)
    Visitor().go(EXPERTISE).press("sluit_teamlink")
    assert enter(new).title == "Deze link werkt niet"
    write(open_form, naam="Tom", weet=HOSTILE)
    assert open_form.title == "Deze link werkt niet"
    assert HOSTILE in open_form.app.text[0].value


def test_what_was_typed_is_not_lost_when_the_entry_was_taken_off_meanwhile(
    store: Store, noor: Person, school_id: UUID, team: str
) -> None:
    visitor = enter(add(store, team, Content("Tom", "lezen")))
    (entry,) = expertise.card(store, noor, school_id, today=TODAY).entries
    expertise.remove(store, noor, entry.entry_id, today=TODAY, now=resources.moment())
    write(visitor, weet="rekenen")
    assert visitor.title == "Deze link werkt niet"
    assert "rekenen" in visitor.app.text[0].value


@pytest.mark.parametrize("token", ["", "onzin", "x" * 5000, "../../etc", "\x00", HOSTILE])
def test_a_strange_link_gets_one_friendly_page(
    store: Store, noor: Person, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setattr(guard, "GUESSES", Guesses())
    visitor = enter(token)
    assert visitor.title == "Deze link werkt niet"
    assert not visitor.app.exception
    assert len(guard.GUESSES) == 1


def test_where_people_sign_in_iber_and_schoolleider_see_the_same_card(
    store: Store, folk: Organisation
) -> None:
    team = code(looks(store, folk.leader).go(EXPERTISE).press("maak_teamlink"))
    member = enter(team)
    assert "De ib'er en de schoolleider lezen" in member.text
    write(member, naam="Tom", weet="lezen")
    for reader in (folk.an, folk.leader):
        assert names(looks(store, reader).go(EXPERTISE)) == ["Tom"]
    for stranger in (folk.bo, folk.other_leader):
        seen = looks(store, stranger).go(EXPERTISE)
        assert "Er staat nog niemand op de kaart." in seen.text
        assert "Tom" not in seen.text
    for closed in (folk.coach, folk.board_member, folk.administrator):
        assert looks(store, closed).go(EXPERTISE).title == "Niet gevonden"
    assert enter(team, EXPERTISE).title == "Meld je eerst aan"


def test_a_former_iber_reads_no_card(store: Store, folk: Organisation) -> None:
    expertise.make_link(store, folk.an, WILG, today=TODAY)
    sql = "update membership set until = date '2021-07-31' where person_id = $1"
    store.write(lambda transaction: transaction.run(sql, folk.an.person_id))
    visitor = looks(store, folk.an).go(EXPERTISE)
    assert "Dat is nu geen school." in visitor.text
    assert [each.key for each in visitor.app.button] == ["afmelden"]
