"""Mail to who is asked, through a mail server on this computer: requests, and who keeps no link."""

import socket
import threading
import traceback
from datetime import timedelta

import pytest

from ibreflect.errors import InputError, MailError, NotAllowedError
from ibreflect.model.asking import Task
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import asking, inviting, posting
from ibreflect.usecases.answering import State
from tests.store import rounds_with_others as others
from tests.store.rounds_with_others import TODAY
from tests.unit import mail_reading
from tests.unit.mail_server import REFUSED, MailServer
from tests.usecases import post_office
from tests.usecases.post_office import ADDRESS, REPLY, at, desk

_ADD_PERSON = "insert into person (person_id, name) values ($1, $2)"
TOM, ANNA = "Tom; tom@school.nl", "Anna <anna@school.nl>"


def _with_link(store: Store) -> set[str]:
    people = store.read("select round_id, name from invitee where token_hash is not null")
    return {store.vault.opened(round_id, name) for round_id, name in people}


def test_everybody_with_an_address_and_no_link_gets_one_by_mail(
    store: Store, actor: Person
) -> None:
    round_id = post_office.begin(store, actor, TOM, ANNA, "Jan")
    with post_office.office() as office:
        mails = post_office.send(store, actor, round_id, office)
        assert mails.keys() == {"tom@school.nl", "anna@school.nl"}
        for mail in mails.values():
            assert others.state(store, mail.token) is State.OPEN
            assert mail.message["Reply-To"].addresses[0].addr_spec == REPLY
            assert mail.message["List-Unsubscribe"] == f"<{ADDRESS}/afmelden/{mail.code}>"
            assert mail.message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert len({mail.token for mail in mails.values()}) == 2
        with pytest.raises(InputError, match="niemand met een mailadres"):
            post_office.send(store, actor, round_id, office)

        post_office.add(store, actor, round_id, "Els; els@school.nl")
        assert post_office.send(store, actor, round_id, office).keys() == {"els@school.nl"}
    assert _with_link(store) == {"Tom", "Anna", "Els"}


def test_who_has_no_address_gets_a_link_from_the_iber_and_the_others_do_not(
    store: Store, actor: Person
) -> None:
    round_id = post_office.begin(store, actor, TOM, "Jan")
    (made,) = inviting.hand_out(store, actor, round_id, today=TODAY)
    assert made.invitee.name == "Jan"


def test_who_is_refused_has_no_link_and_is_tried_again(store: Store, actor: Person) -> None:
    round_id = post_office.begin(store, actor, TOM, f"Weg; {REFUSED}", ANNA)
    with post_office.office() as office:
        sent = posting.send_requests(store, actor, round_id, office.desk, now=at(TODAY))
        assert sent == 2
        assert office.take().keys() == {"tom@school.nl", "anna@school.nl"}
        assert _with_link(store) == {"Tom", "Anna"}
        waiting = inviting.waiting(asking.of_round(store, actor, round_id, today=TODAY))
        assert [each.address for each in waiting] == [REFUSED]
        assert posting.send_requests(store, actor, round_id, office.desk, now=at(TODAY)) == 0
        assert office.take() == {}
    ((withdrawn,),) = store.read("select count(*) from invitation where state = 'withdrawn'")
    assert withdrawn == 2


def test_when_the_server_is_away_nobody_has_a_link_and_nothing_is_told(
    store: Store, actor: Person
) -> None:
    round_id = post_office.begin(store, actor, TOM, ANNA)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        away = desk(nobody.getsockname()[1])
    with pytest.raises(MailError, match="Er is niets verstuurd") as told:
        posting.send_requests(store, actor, round_id, away, now=at(TODAY))
    story = "".join(traceback.format_exception(told.value))
    assert "school.nl" not in story.replace("ibreflect@school.nl", "")
    assert _with_link(store) == set()
    assert store.read("select * from invitation where state <> 'withdrawn'") == []
    with post_office.office() as office:
        assert len(post_office.send(store, actor, round_id, office)) == 2


def test_when_the_server_breaks_off_only_who_was_mailed_has_a_link(
    store: Store, actor: Person
) -> None:
    people = [f"P{number}; p{number}@school.nl" for number in range(5)]
    round_id = post_office.begin(store, actor, *people)
    server = MailServer(most=2, closes=True)
    with server.running():
        open_office = post_office.Office(server)
        sent = posting.send_requests(store, actor, round_id, open_office.desk, now=at(TODAY))
        received = open_office.take()
    assert sent == len(received) == 2
    assert {f"{name.lower()}@school.nl" for name in _with_link(store)} == set(received)


def test_an_installation_without_mail_says_so(store: Store, actor: Person) -> None:
    round_id = post_office.begin(store, actor, TOM)
    with pytest.raises(InputError, match="verstuurt geen mail"):
        posting.send_requests(store, actor, round_id, desk(1)._replace(post=None), now=at(TODAY))
    posting.send_due(store, desk(1)._replace(post=None), now=at(TODAY))
    assert _with_link(store) == set()


def test_nobody_else_sends_and_nothing_goes_before_the_list_is_agreed(
    store: Store, actor: Person, somebody_else: Person
) -> None:
    store.write(lambda work: work.run(_ADD_PERSON, *actor))
    round_id = post_office.begin(store, actor, TOM)
    with post_office.office() as office:
        with pytest.raises(NotAllowedError):
            post_office.send(store, somebody_else, round_id, office)
        along = inviting.ask_along(store, actor, round_id, "Karim", Task.AGREE, today=TODAY)
        with pytest.raises(NotAllowedError, match="wacht op akkoord"):
            post_office.send(store, actor, round_id, office)
        posting.send_due(store, office.desk, now=at(TODAY))
        assert office.take() == {}
        inviting.agree(store, along, today=TODAY)
        posting.send_due(store, office.desk, now=at(TODAY))
        assert office.take().keys() == {"tom@school.nl"}


@pytest.mark.parametrize("day", [-1, 15])
def test_what_is_due_goes_between_the_first_and_the_last_day_only(
    store: Store, actor: Person, day: int
) -> None:
    post_office.begin(store, actor, TOM)
    with post_office.office() as office:
        posting.send_due(store, office.desk, now=at(TODAY + timedelta(days=day)))
        assert office.take() == {}


def test_a_name_is_text_in_the_mail(store: Store, actor: Person) -> None:
    hostile = "<b>=1+1</b>"
    store.write(lambda work: work.run(_ADD_PERSON, *actor))
    store.write(lambda work: work.run("update person set name = $1", hostile))
    round_id = post_office.begin(store, actor, f"{hostile} Tom; tom@school.nl")
    with post_office.office() as office:
        mail = post_office.send(store, actor, round_id, office)["tom@school.nl"]
    assert f"Hallo {hostile} Tom," in mail.text
    assert hostile in str(mail.message["Subject"])
    html = mail_reading.Reading(mail_reading.html(mail.message))
    assert "b" not in html.tags
    assert hostile in html.words


def test_two_clicks_at_once_send_everybody_one_mail_with_a_link_that_works(
    store: Store, actor: Person
) -> None:
    people = [f"P{number}; p{number}@school.nl" for number in range(8)]
    post_office.begin(store, actor, *people)
    with post_office.office() as office:
        at_once = threading.Barrier(2)

        def click() -> None:
            at_once.wait()
            posting.send_due(store, office.desk, now=at(TODAY))

        clicks = [threading.Thread(target=click) for _ in range(2)]
        for each in clicks:
            each.start()
        for each in clicks:
            each.join()
        mails = office.take()
    assert len(mails) == 8
    assert {others.state(store, mail.token) for mail in mails.values()} == {State.OPEN}
