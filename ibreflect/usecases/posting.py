"""Mail to the people who are asked: the request, at most two reminders, and no more if they wish.

Nobody is told who got a reminder, for that would tell who has not answered.
"""

import threading
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from email.message import EmailMessage
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import links, policy
from ibreflect.errors import InputError, MailError
from ibreflect.measure.school_calendar import Region, remind_now
from ibreflect.model.asking import HandedOutBy, Invitee, Rules, Stage
from ibreflect.model.person import Person
from ibreflect.reports import invitation_mail
from ibreflect.reports.letter import Letter
from ibreflect.reports.sending import send_all
from ibreflect.store import asking as kept
from ibreflect.store import invitees, people, rounds
from ibreflect.store.connection import Store
from ibreflect.store.invitees import NewLink, ToRemind
from ibreflect.usecases import asking, wording
from ibreflect.usecases.asking import Asking
from ibreflect.usecases.inviting import HandedOut, waiting
from ibreflect.usecases.requesting import Desk, Writing

_ONE_AT_A_TIME = threading.Lock()
"""Held from reading who waits until the mail is gone; otherwise two at once would mail everybody
twice, and the link in one of the two would not work."""


class _Mail(NamedTuple):
    """A mail to somebody on the list; `link` is the new link in it, if there is one."""

    invitee_id: UUID
    message: EmailMessage
    link: NewLink | None


def send_requests(store: Store, actor: Person, round_id: UUID, desk: Desk, *, now: datetime) -> int:
    """Mail everybody on the list with an address and without a link; how many were sent.

    MailError when the server cannot be reached, InputError when there is none or nobody to mail.
    """
    with _ONE_AT_A_TIME:
        state = asking.of_round(store, actor, round_id, today=now.date())
        may_send = policy.may_hand_out(actor, state.round, state.stage, is_agreed=state.is_agreed)
        policy.require(may_send)
        if desk.post is None:
            raise InputError("Deze installatie verstuurt geen mail. Deel de links zelf uit.")
        if not _with_address(state):
            raise InputError("Er is niemand met een mailadres die nog geen link heeft.")
        return _send_requests(store, state, desk, now)


def send_due(store: Store, desk: Desk, *, now: datetime) -> None:
    """Mail what is due today in every round that mails: first requests, then reminders.

    What cannot be sent now is tried again the next time.
    """
    if desk.post is None:
        return
    for round_id in kept.under_way(store, now.date()):
        subject = rounds.of_id(store, round_id)
        rules = kept.rules(store, round_id)
        if subject is None or rules is None or rules.handed_out_by is not HandedOutBy.MAIL:
            continue
        with _ONE_AT_A_TIME, suppress(MailError):
            state = asking.seen(store, subject, today=now.date())
            if state.stage is Stage.OPEN and state.is_agreed:
                _send_requests(store, state, desk, now)
                _remind(store, state, desk, now)


def unsubscribe(store: Store, code: str) -> None:
    """Send no more mail to whom this code was sent; any other code does nothing."""
    if code:
        invitees.unsubscribe(store, code)


def _send_requests(store: Store, state: Asking, desk: Desk, now: datetime) -> int:
    writing = _writing(store, state, desk, now)
    return _post(store, writing, [_request(writing, each) for each in _with_address(state)])


def _remind(store: Store, state: Asking, desk: Desk, now: datetime) -> None:
    rules, before = state.rules, kept.reminded(store, state.round.round_id)
    if rules is None or not _is_due(rules, before, now.date()):
        return
    round_id = state.round.round_id
    # Counted first: a reminder that is not sent is better than one that is sent twice.
    if not kept.count_reminder(store, round_id, sent_before=before.times, today=now.date()):
        return
    writing = _writing(store, state, desk, now)
    for _ in range(2):  # once more when somebody began or handed in between reading and sending
        late = invitees.to_remind(store, round_id)
        if _post(store, writing, [_reminder(writing, each) for each in late if each.message_id]):
            return


def _is_due(rules: Rules, before: kept.Reminded, today: date) -> bool:
    return remind_now(
        rules.opens_on,
        rules.closes_on,
        Region(rules.region),
        sent=before.times,
        today=today,
        last=before.last,
    )


def _writing(store: Store, state: Asking, desk: Desk, now: datetime) -> Writing:
    owner = people.person(store, state.round.person_id)
    calling = wording.vocabulary(store).calling
    return Writing(state, owner.name if owner else "", desk, calling, now)


def _request(writing: Writing, invitee: Invitee) -> _Mail:
    """The first mail, with a new link."""
    code = links.new_token()
    about, made = _to(writing, invitee, code)
    return _mail(made, about, invitation_mail.invitation(about), code)


def _reminder(writing: Writing, late: ToRemind) -> _Mail:
    """A new link for who has not begun; who has, keeps the link that holds the answers."""
    code = late.unsubscribe_code
    if late.has_begun:
        about = writing.letter(HandedOut(late.invitee, ""), code)
        message = invitation_mail.reminder_not_finished(about, late.message_id)
        return _Mail(late.invitee.invitee_id, message, None)
    about, made = _to(writing, late.invitee, code)
    return _mail(made, about, invitation_mail.reminder_not_started(about), code)


def _to(writing: Writing, invitee: Invitee, code: str) -> tuple[Letter, HandedOut]:
    made = HandedOut(invitee, links.new_token())
    return writing.letter(made, code), made


def _mail(made: HandedOut, about: Letter, message: EmailMessage, code: str) -> _Mail:
    digest = links.link(made.token).digest
    return _Mail(made.invitee.invitee_id, message, NewLink(digest, code, about.message_id))


def _post(store: Store, writing: Writing, mails: Sequence[_Mail]) -> int:
    """Send these; who could not be mailed has no link, and so waits for the next time."""
    post, round_id = writing.desk.post, writing.state.round.round_id
    if post is None or not mails:
        return 0
    new = {each.invitee_id: each.link for each in mails if each.link}
    if new and not invitees.give_links(store, round_id, new):
        return 0
    try:
        accepted = set(send_all(post, [each.message for each in mails]))
    except MailError:
        invitees.take_back(store, round_id, list(new))
        raise
    missed = [each for each in mails if str(each.message["Message-ID"]) not in accepted]
    invitees.take_back(store, round_id, [each.invitee_id for each in missed if each.link])
    return len(mails) - len(missed)


def _with_address(state: Asking) -> list[Invitee]:
    return [each for each in waiting(state) if each.address]
