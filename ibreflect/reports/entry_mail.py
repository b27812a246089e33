"""Letting somebody in for the first time: the mail with the link, and a text to paste."""

from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import make_msgid
from typing import NamedTuple

from ibreflect.model.days import with_weekday
from ibreflect.reports.mail_body import Body, Fact, Way, as_html, as_text
from ibreflect.reports.plain import one_line

_SUBJECT = "Je toegang tot ibreflect"
_WHAT = (
    "ibreflect is een hulpmiddel voor ib'ers, schoolleiders en coaches om samen te leren van het "
    "werk van de ib'er. Het is geen beoordeling."
)
_HOW = (
    "Met de link kom je één keer binnen en kies je hoe je je voortaan aanmeldt. De link is alleen "
    "voor jou: stuur die niet door."
)


class EntryLetter(NamedTuple):
    """What a link needs to be sent along with; names may hold anything, addresses are ASCII.

    The addresses only matter for a mail. `last_day` is the last day on which the link works;
    `sent_at` knows its time zone.
    """

    from_name: str
    from_address: str
    receiver_name: str
    receiver_address: str
    link: str
    last_day: date
    sent_at: datetime


def invitation_text(letter: EntryLetter) -> str:
    """A short text to paste in a chat or a mail of one's own, with the link as its last line."""
    return (
        f"Hallo {one_line(letter.receiver_name)},\n\n{_WHAT}\n\n{_HOW} De link werkt tot en met "
        f"{with_weekday(letter.last_day)}.\n\n{one_line(letter.from_name)}\n\n{letter.link}"
    )


def message(letter: EntryLetter) -> EmailMessage:
    """The mail with the link; ValueError when an address cannot be in a header."""
    body = Body(
        opening=(f"Hallo {one_line(letter.receiver_name)},", _WHAT),
        way=Way("Kom binnen", letter.link),
        facts=(Fact("Tot wanneer", f"De link werkt tot en met {with_weekday(letter.last_day)}."),),
        closing=(_HOW, f"Je krijgt deze mail van {one_line(letter.from_name)}."),
        leaving=None,
    )
    made = EmailMessage(policy=SMTP)
    made["From"] = Address("ibreflect", addr_spec=letter.from_address)
    made["To"] = Address(one_line(letter.receiver_name), addr_spec=letter.receiver_address)
    made["Subject"] = _SUBJECT
    made["Date"] = letter.sent_at
    made["Message-ID"] = make_msgid(domain=letter.from_address.rpartition("@")[2])
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(as_text(body), cte="quoted-printable")
    made.add_alternative(as_html(body, title=_SUBJECT), subtype="html", cte="quoted-printable")
    return made
