"""Links by which people come in for the first time, made by the beheerder and shown once."""

from collections.abc import Collection
from datetime import UTC, timedelta
from typing import NamedTuple
from uuid import UUID

from ibreflect.errors import InputError
from ibreflect.model.person import Person
from ibreflect.reports import entry_mail
from ibreflect.reports.entry_mail import EntryLetter
from ibreflect.reports.sending import send_all
from ibreflect.store import sessions
from ibreflect.store.connection import Store
from ibreflect.usecases import administering, signing_in
from ibreflect.usecases.administering import Somebody, When
from ibreflect.usecases.requesting import Desk

_IS_OFF = "{name} is uitgezet. Zet eerst weer aan; dan kun je een link maken."
_NO_MAIL = "Deze installatie verstuurt geen mail. Geef de links zelf door."
_NO_ADDRESS = "Er is niemand met een mailadres bij."


class Invitation(NamedTuple):
    """A link that lets one person in once, and a text to send along that ends with it."""

    link: str
    text: str


def make_link(
    store: Store, actor: Person, person_id: UUID, desk: Desk, *, when: When
) -> Invitation:
    """A new link for somebody; earlier ones stop working. InputError for who is switched off."""
    letter = _letter(store, actor, _open(store, actor, person_id, when=when), desk, when)
    return Invitation(letter.link, entry_mail.invitation_text(letter))


def mail_links(
    store: Store, actor: Person, person_ids: Collection[UUID], desk: Desk, *, when: When
) -> int:
    """Mail these people a new link each; how many mails the server took.

    Whoever was switched off or has no address is passed over. InputError when nobody is left or
    this installation does not mail, MailError when the server cannot be reached.
    """
    everybody = administering.everybody(store, actor, when=when)
    if desk.post is None:
        raise InputError(_NO_MAIL)
    chosen = [
        each
        for each in everybody
        if each.person.person_id in person_ids and each.is_active and each.address
    ]
    if not chosen:
        raise InputError(_NO_ADDRESS)
    messages = {
        each.person.person_id: entry_mail.message(_letter(store, actor, each, desk, when))
        for each in chosen
    }
    taken: set[str] = set()
    try:
        taken = set(send_all(desk.post, list(messages.values())))
    finally:
        for person_id, each in messages.items():
            if str(each["Message-ID"]) not in taken:
                _drop(store, person_id)
    return len(taken)


def _open(store: Store, actor: Person, person_id: UUID, *, when: When) -> Somebody:
    subject = administering.one(store, actor, person_id, when=when)
    if not subject.is_active:
        raise InputError(_IS_OFF.format(name=subject.person.name))
    return subject


def _letter(store: Store, actor: Person, subject: Somebody, desk: Desk, when: When) -> EntryLetter:
    token = signing_in.make_link(store, actor.person_id, subject.person.person_id, now=when.moment)
    return EntryLetter(
        from_name=actor.name,
        from_address=desk.sender,
        receiver_name=subject.person.name,
        receiver_address=subject.address,
        link=f"{desk.address}/binnen/{token}",
        last_day=when.day + signing_in.LINK_LASTS - timedelta(days=1),
        sent_at=when.moment.replace(tzinfo=UTC),
    )


def _drop(store: Store, person_id: UUID) -> None:
    """A link that reached nobody is none."""
    store.write(lambda transaction: sessions.drop_links(transaction, person_id))
