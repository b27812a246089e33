"""Reminders: at most two, to who has not answered, and nobody can see to whom they went."""

import logging
import socket
import threading
import traceback
from datetime import date, timedelta
from uuid import UUID

import pytest

from ibreflect.errors import MailError
from ibreflect.measure.school_calendar import Region, is_school_day, reminder_days
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import answering, asking, posting
from ibreflect.usecases.answering import State
from tests.store import rounds_with_others as others
from tests.store.rounds_with_others import TODAY
from tests.usecases import post_office
from tests.usecases.post_office import Office, Received, at, desk

DAYS = reminder_days(TODAY, TODAY + timedelta(days=14), Region.CENTRE)
NAMES = ("new", "begun", "done", "left")


def _asked(store: Store, actor: Person, office: Office) -> tuple[UUID, dict[str, Received]]:
    """Four people who got the mail: not begun, begun, handed in, and no more mail please."""
    people = [f"{name} <{name}@school.nl>" for name in NAMES]
    round_id = post_office.begin(store, actor, *people)
    mails = post_office.send(store, actor, round_id, office)
    first = {address.partition("@")[0]: mail for address, mail in mails.items()}
    others.answer(store, first["begun"].token, {"MR1": 2})
    others.answers(store, first["done"].token, {"MR1": 4})
    posting.unsubscribe(store, first["left"].code)
    return round_id, first


def _remind(store: Store, office: Office, day: date) -> dict[str, Received]:
    posting.send_due(store, office.desk, now=at(day))
    return {address.partition("@")[0]: mail for address, mail in office.take().items()}


def test_who_has_not_begun_gets_a_new_link_and_who_has_keeps_it(
    store: Store, actor: Person
) -> None:
    with post_office.office() as office:
        _, first = _asked(store, actor, office)
        second = _remind(store, office, DAYS[0])
    assert second.keys() == {"new", "begun"}
    new, begun = second["new"], second["begun"]

    assert others.state(store, first["new"].token) is State.UNKNOWN
    assert others.state(store, new.token) is State.OPEN
    assert "In-Reply-To" not in new.message

    assert begun.token == ""
    assert begun.message["In-Reply-To"] == first["begun"].message["Message-ID"]
    visit = others.visit(store, first["begun"].token)
    assert visit.sheet.kept["MR1"].given == 2
    others.hand_in(store, first["begun"].token)

    assert others.state(store, first["left"].token) is State.OPEN


def test_two_go_out_on_school_days_and_never_a_third(store: Store, actor: Person) -> None:
    with post_office.office() as office:
        _asked(store, actor, office)
        days = [TODAY + timedelta(days=each) for each in range(1, 20)]
        sent = {day: _remind(store, office, day) for day in days}
    assert tuple(day for day, mails in sent.items() if mails) == DAYS
    assert len(DAYS) == 2
    assert {name for mails in sent.values() for name in mails} == {"new", "begun"}


@pytest.mark.parametrize("region", Region)
def test_no_reminder_in_the_holidays_of_the_region(
    store: Store, actor: Person, region: Region
) -> None:
    # The autumn holiday of 2026 begins on 10 October in the north, a week later elsewhere.
    opens, closes = date(2026, 10, 7), date(2026, 11, 3)
    period = {"opens_on": opens, "closes_on": closes, "region": region.value}
    with post_office.office() as office:
        post_office.begin(store, actor, "Tom; tom@school.nl", **period)
        sent = []
        for each in range((closes - opens).days):
            day = opens + timedelta(days=each)
            sent += [day] if _remind(store, office, day) else []
    assert len(sent) == 3  # the request, and two reminders
    assert all(is_school_day(day, region) for day in sent)
    assert sent[1] == {Region.NORTH: date(2026, 10, 20)}.get(region, date(2026, 10, 13))


def test_two_ticks_at_once_remind_once(store: Store, actor: Person) -> None:
    with post_office.office() as office:
        _asked(store, actor, office)
        at_once = threading.Barrier(2)

        def tick() -> None:
            at_once.wait()
            posting.send_due(store, office.desk, now=at(DAYS[0]))

        ticks = [threading.Thread(target=tick) for _ in range(2)]
        for each in ticks:
            each.start()
        for each in ticks:
            each.join()
        assert office.take().keys() == {"new@school.nl", "begun@school.nl"}
        assert _remind(store, office, DAYS[0]) == {}


def test_when_the_server_is_away_nobody_is_left_without_a_way_in(
    store: Store, actor: Person
) -> None:
    with post_office.office() as office:
        _, first = _asked(store, actor, office)
        posting.send_due(store, desk(_closed_port()), now=at(DAYS[0]))
        assert others.state(store, first["begun"].token) is State.OPEN
        again = _remind(store, office, DAYS[0])
        assert again.keys() == {"new"}
        assert others.state(store, again["new"].token) is State.OPEN
        assert "begun" in _remind(store, office, DAYS[1])


def test_the_iber_cannot_see_that_or_whom_somebody_was_reminded(
    store: Store, actor: Person
) -> None:
    with post_office.office() as office:
        round_id, _ = _asked(store, actor, office)
        before = asking.of_round(store, actor, round_id, today=TODAY)
        assert _remind(store, office, DAYS[0])
        assert asking.of_round(store, actor, round_id, today=TODAY) == before


def test_neither_links_nor_codes_nor_answers_are_in_logs_headers_or_errors(
    store: Store, actor: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, logger="mail.log")  # that of the mail server of this test
    written = "kanarie-in-de-tekst"
    with post_office.office() as office:
        round_id, first = _asked(store, actor, office)
        visit = others.visit(store, first["begun"].token)
        answering.write(store, visit, topic="meer", body=written, today=TODAY)
        second = _remind(store, office, DAYS[0])
        mails = [*first.values(), *second.values()]
    post_office.add(store, actor, round_id, "Els; els@school.nl")
    with pytest.raises(MailError) as told:
        posting.send_requests(store, actor, round_id, desk(_closed_port()), now=at(TODAY))
    others.hand_in(store, first["begun"].token)
    story = "".join(traceback.format_exception(told.value))

    tokens = {mail.token for mail in mails} - {""}
    assert len(tokens) == 5
    for secret in {*tokens, *(mail.code for mail in mails), written} - {""}:
        assert secret not in caplog.text
        assert secret not in story
    for mail in mails:
        headers = {name: str(each) for name, each in mail.message.items()}
        headers.pop("List-Unsubscribe", None)
        assert not [each for each in tokens if each in str(headers)]

    store.close()
    files = (each for each in store.path.parent.rglob("*") if each.is_file())
    kept = b"".join(each.read_bytes() for each in files)
    assert not [each for each in tokens if each.encode() in kept]


def _closed_port() -> int:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port: int = nobody.getsockname()[1]
        return port
