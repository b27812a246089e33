"""Mail from the page of the ib'er: what is said of it, and what is not to be seen of it."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest

from ibreflect.measure.school_calendar import Region, reminder_days
from ibreflect.model.asking import HandedOutBy
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import answering, asking, posting
from tests.pages import by_link
from tests.pages.asking_page import errors, labels, look, put
from tests.pages.by_link import TODAY
from tests.unit.mail_server import REFUSED
from tests.usecases import post_office
from tests.usecases.post_office import Office, at

MAIL = {"handed_out_by": HandedOutBy.MAIL, "reply_address": post_office.REPLY}


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """The mail server of this installation."""
    with post_office.office() as opened:
        opened.is_that_of_this_installation(monkeypatch)
        yield opened


@pytest.fixture
def round_id(office: Office, store: Store, noor: Person) -> UUID:
    round_id = by_link.start(store, noor)
    by_link.fix_rules(store, noor, round_id, **MAIL)
    return round_id


def test_who_was_mailed_is_gone_from_the_button_and_who_was_refused_stays(
    office: Office, store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, leraar=f"Tom; tom@school.nl\nWeg; {REFUSED}\nJan")
    visitor = look()
    assert "Maak de links voor 1 persoon" in labels(visitor.app.button)
    visitor.press("verstuur")
    assert visitor.app.success[0].value == "De mail is verstuurd aan 1 persoon."
    assert "Verstuur de mail nu aan 1 persoon" in labels(visitor.app.button)
    assert "Controleer dan het adres" in visitor.text
    token = office.take()["tom@school.nl"].token
    assert answering.state(store, token, today=TODAY) is answering.State.OPEN
    assert token not in visitor.text


def test_before_the_first_day_mail_waits(office: Office, store: Store, noor: Person) -> None:
    opens, closes = TODAY + timedelta(days=2), TODAY + timedelta(days=9)
    round_id = by_link.start(store, noor)
    by_link.fix_rules(store, noor, round_id, opens_on=opens, closes_on=closes, **MAIL)
    put(store, noor, round_id, leraar="Tom; tom@school.nl")
    visitor = look()
    assert "Op de eerste dag gaat de mail aan 1 persoon vanzelf weg" in visitor.text
    assert "verstuur" not in [each.key for each in visitor.app.button]


def test_a_mail_server_that_is_away_is_told_and_nothing_is_lost(
    office: Office, store: Store, noor: Person, round_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, noor, round_id, leraar="Tom; tom@school.nl")
    monkeypatch.setenv("IBREFLECT_SMTP_PORT", "1")
    visitor = look().press("verstuur")
    assert "De mailserver is niet te bereiken" in errors(visitor)
    assert "verstuur" in [each.key for each in visitor.open().app.button]


def test_mail_asks_for_an_address_to_reply_to(office: Office, store: Store, noor: Person) -> None:
    round_id = by_link.start(store, noor)
    put(store, noor, round_id, leraar=3)
    visitor = look()
    assert visitor.app.radio(key="uitdelen").value is HandedOutBy.MAIL
    visitor.press("begin_vragen")
    assert "Vul een mailadres in" in errors(visitor)
    visitor.app.text_input(key="antwoord_adres").set_value("noor@school.nl")
    visitor.press("begin_vragen")
    state = asking.of_round(store, noor, round_id, today=TODAY)
    assert state.rules is not None
    assert state.rules.handed_out_by is HandedOutBy.MAIL


def test_the_page_is_the_same_before_and_after_a_reminder(
    office: Office, store: Store, noor: Person, round_id: UUID
) -> None:
    put(store, noor, round_id, leraar="Tom; tom@school.nl\nAnna; anna@school.nl")
    look().press("verstuur")
    token = office.take()["tom@school.nl"].token
    visit = by_link.kept(store, token)
    answering.save(store, visit, item_id="MR1", given=4, today=TODAY)
    before = look().text
    rules = asking.of_round(store, noor, round_id, today=TODAY).rules
    assert rules is not None
    day = reminder_days(rules.opens_on, rules.closes_on, Region(rules.region))[0]
    posting.send_due(store, office.desk, now=at(day))
    assert len(office.take()) == 2
    assert look().text == before
