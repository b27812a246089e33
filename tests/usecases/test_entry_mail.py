"""Links to come in by, mailed to people by the beheerder."""

import re

import pytest

from ibreflect.errors import InputError, MailError, NotAllowedError
from ibreflect.store.connection import Store
from ibreflect.usecases import administering, administering_entry, signing_in
from tests.usecases.beheerder import DESK, WHEN, seen
from tests.usecases.organisation import NOW, Organisation, organisation
from tests.usecases.post_office import desk, office


@pytest.fixture
def all_of_us(store: Store) -> Organisation:
    """An has an address, and so has Bo, who is switched off; the others have none."""
    everybody = organisation(store)
    gijs = everybody.administrator
    for person in (everybody.an, everybody.bo):
        address = f"{person.name.lower()}@school.nl"
        administering.correct(
            store, gijs, person.person_id, f"{person.name} <b>", address, when=WHEN
        )
    administering.switch_off(store, gijs, everybody.bo.person_id, when=WHEN)
    return everybody


def test_a_mail_goes_to_who_can_be_mailed_with_a_link_that_works(
    store: Store, all_of_us: Organisation
) -> None:
    ids = [each.person_id for each in all_of_us]
    with office() as post:
        sent = administering_entry.mail_links(
            store, all_of_us.administrator, ids, post.desk, when=WHEN
        )
        (received,) = post.take().values()

    assert sent == 1
    assert received.to == "an@school.nl"
    assert received.message["Subject"] == "Je toegang tot ibreflect"
    assert "Hallo An <b>," in received.text
    (token,) = re.findall(r"/binnen/([\w-]+)", received.text)
    found = signing_in.whose_link(store, token, now=NOW)
    assert found.person_id == all_of_us.an.person_id


def test_a_mail_that_cannot_be_sent_leaves_no_link(store: Store, all_of_us: Organisation) -> None:
    with office() as post:
        nobody_there = desk(post.server.port)
    with pytest.raises(MailError):
        administering_entry.mail_links(
            store, all_of_us.administrator, [all_of_us.an.person_id], nobody_there, when=WHEN
        )
    assert not seen(store, all_of_us, all_of_us.an).has_link


def test_without_a_mail_server_or_an_address_it_says_what_to_do(
    store: Store, all_of_us: Organisation
) -> None:
    mail = administering_entry.mail_links
    gijs, an = all_of_us.administrator, all_of_us.an
    with pytest.raises(InputError, match="verstuurt geen mail"):
        mail(store, gijs, [an.person_id], DESK, when=WHEN)
    with office() as post:
        with pytest.raises(InputError, match="niemand met een mailadres"):
            mail(store, gijs, [all_of_us.bo.person_id, gijs.person_id], post.desk, when=WHEN)
        with pytest.raises(NotAllowedError):
            mail(store, an, [an.person_id], post.desk, when=WHEN)
