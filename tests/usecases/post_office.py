"""A round that mails, a mail server that takes it, and what the people who are asked receive."""

import email
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from email import policy
from email.message import EmailMessage
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from ibreflect.model.asking import HandedOutBy
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.reports.sending import Post
from ibreflect.store.connection import Store
from ibreflect.usecases import inviting, posting
from ibreflect.usecases.requesting import Desk
from tests.store import rounds_with_others as others
from tests.store.rounds_with_others import TODAY
from tests.unit import mail_reading
from tests.unit.mail_server import HOST, MailServer

ADDRESS = "https://scan.school.nl"
SENDER = "ibreflect@school.nl"
REPLY = "sanne@school.nl"
_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Received(NamedTuple):
    """One mail, as it came in; `token` is the secret part of the link in it, or empty."""

    to: str
    message: EmailMessage

    @property
    def text(self) -> str:
        """What it says."""
        return mail_reading.text(self.message)

    @property
    def token(self) -> str:
        """The secret part of the link."""
        return "".join(re.findall(r"/m/([\w-]+)", self.text)[:1])

    @property
    def code(self) -> str:
        """What ends the mail."""
        return "".join(re.findall(r"/afmelden/([\w-]+)", str(self.message["List-Unsubscribe"])))


class Office:
    """A mail server and the desk from which mail goes there; `take` empties the letter box."""

    def __init__(self, server: MailServer) -> None:
        self.server = server
        self.desk = desk(server.port)

    def is_that_of_this_installation(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the settings of the installation lead here."""
        for name, content in {
            "SMTP_HOST": HOST,
            "SMTP_PORT": str(self.server.port),
            "SMTP_SECURITY": "none",
            "MAIL_FROM": SENDER,
            "ADDRESS": ADDRESS,
        }.items():
            monkeypatch.setenv(f"IBREFLECT_{name}", content)

    def take(self) -> dict[str, Received]:
        """What came in since the last time, by address."""
        found = {}
        for content in self.server.contents:
            message = email.message_from_bytes(content, policy=policy.default)
            found[str(message["To"].addresses[0].addr_spec)] = message
        assert len(found) == len(self.server.contents), "somebody got two mails"
        self.server.contents.clear()
        return {address: Received(address, message) for address, message in found.items()}


@contextmanager
def office() -> Iterator[Office]:
    """An office that is open while the block lasts."""
    server = MailServer()
    with server.running():
        yield Office(server)


def desk(port: int) -> Desk:
    """The desk of an installation with a mail server on a port of this computer."""
    post = Post(HOST, port, "", SecretStr(""), "none", 10)
    return Desk(ADDRESS, post, SENDER)


def at(day: date, hour: int = 9) -> datetime:
    """A moment on a day in the Netherlands."""
    return datetime.combine(day, time(hour), _AMSTERDAM)


def begin(store: Store, actor: Person, *people: str, **changes: object) -> UUID:
    """A round that mails, with these leraren on the list."""
    round_id = others.begin(store, actor, "rolhelderheid")
    others.begin_asking(
        store, actor, round_id, handed_out_by=HandedOutBy.MAIL, reply_address=REPLY, **changes
    )
    if people:
        add(store, actor, round_id, *people)
    return round_id


def add(store: Store, actor: Person, round_id: UUID, *people: str) -> None:
    """Put these leraren on the list too."""
    text = "\n".join(people)
    inviting.add(store, actor, round_id, RaterGroup.TEACHER, text, today=TODAY)


def send(store: Store, actor: Person, round_id: UUID, open_office: Office) -> dict[str, Received]:
    """The ib'er presses the button on the first day; what people get."""
    posting.send_requests(store, actor, round_id, open_office.desk, now=at(TODAY))
    return open_office.take()
