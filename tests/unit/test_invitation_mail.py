"""Asking somebody to answer: what a mail says, to whom it shows what, and what it never holds."""

import email
import re
from collections.abc import Callable
from email import policy
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.vocabulary import Calling
from ibreflect.reports import invitation_mail
from ibreflect.reports.letter import Letter
from tests.unit.letters import (
    CODE,
    FIRST_ID,
    LEAVE,
    LINK,
    MESSAGE_ID,
    TO_LEADER,
    TO_PARENT,
    TO_TEACHER,
    TOKEN,
)

LONGEST_LINE = 998  # RFC 5322, 2.1.1
VOID = {"meta", "br"}

Kind = Callable[[Letter], EmailMessage]


def reminder_not_finished(letter: Letter) -> EmailMessage:
    return invitation_mail.reminder_not_finished(letter, FIRST_ID)


WITH_LINK = (invitation_mail.invitation, invitation_mail.reminder_not_started)
KINDS = (*WITH_LINK, reminder_not_finished)
every_kind = pytest.mark.parametrize("kind", KINDS)
every_group = pytest.mark.parametrize("group", RaterGroup)
names = st.text(max_size=300) | st.sampled_from(
    ["<b>=1+1</b>", "Noor\r\nBcc: al@le.nl", 'A "B" <c@d.nl>', "O'Neill & Zn", "\ud800", "‮ab", ""]
)


class _Reading(HTMLParser):
    """What somebody reads in an HTML mail, where it leads, and what else it would fetch."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.language: str | None = None
        self.open: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open += [] if tag in VOID else [tag]
        self.links += [str(value) for name, value in attrs if name in {"href", "src"}]
        self.language = dict(attrs).get("lang", self.language)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "title" not in self.open:
            self.words += data.split()


def _received(message: EmailMessage) -> EmailMessage:
    """The mail as it is on the other side of the wire."""
    return email.message_from_bytes(message.as_bytes(), policy=policy.default)


def _text(message: EmailMessage) -> str:
    return _part(message, "plain")


def _html(message: EmailMessage) -> str:
    return _part(message, "html")


def _part(message: EmailMessage, kind: Literal["plain", "html"]) -> str:
    part = _received(message).get_body((kind,))
    assert part
    return str(part.get_content()).replace("\r\n", "\n")


@every_kind
def test_the_headers_say_who_writes_to_whom_and_how_to_leave(kind: Kind) -> None:
    received = _received(kind(TO_TEACHER))

    assert received["From"] == "ibreflect namens Noor Özdemir <ibreflect@school.nl>"
    assert received["To"] == "Tom Bakker <tom@school.nl>"
    assert received["Reply-To"] == "Noor Özdemir <noor@school.nl>"
    assert received["Date"] == "Mon, 15 Feb 2027 08:30:00 +0000"
    assert received["Auto-Submitted"] == "auto-generated"
    assert received["X-Auto-Response-Suppress"] == "All"
    assert received["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert received["Subject"].endswith("raag van Noor Özdemir: wil je meekijken?")


@every_kind
def test_addresses_and_ids_in_headers_are_never_written_in_a_code(kind: Kind) -> None:
    lines = kind(TO_TEACHER).as_bytes().decode("ascii").split("\r\n")

    assert f"List-Unsubscribe: <{LEAVE}>" in lines
    assert f"Message-ID: {MESSAGE_ID}" in lines


def test_the_mail_to_who_began_is_shown_with_the_first() -> None:
    first = invitation_mail.invitation(TO_TEACHER)
    message = reminder_not_finished(TO_TEACHER)
    lines = message.as_bytes().decode("ascii").split("\r\n")

    assert f"In-Reply-To: {FIRST_ID}" in lines
    assert f"References: {FIRST_ID}" in lines
    assert message["Subject"] == first["Subject"]


@pytest.mark.parametrize("kind", WITH_LINK)
def test_the_link_stands_in_both_parts_and_in_no_header(kind: Kind) -> None:
    message = kind(TO_TEACHER)

    assert LINK in _text(message).splitlines()
    assert _Reading(_html(message)).links == [LINK, LINK, LEAVE]
    assert not [name for name, value in message.items() if TOKEN in value]
    assert [name for name, value in message.items() if CODE in value] == ["List-Unsubscribe"]


def test_the_mail_to_who_began_says_first_that_nothing_is_lost_and_holds_no_link() -> None:
    message = reminder_not_finished(TO_TEACHER)

    assert _text(message).split("\n\n")[1].startswith("Er is niets verloren")
    assert "Met de link uit de eerste mail kom je terug op dezelfde plek" in _text(message)
    assert TOKEN not in message.as_string()
    assert "http" not in _text(message) + _html(message)


def test_the_mail_to_who_did_not_begin_says_that_the_link_is_new() -> None:
    message = invitation_mail.reminder_not_started(TO_TEACHER)

    assert "De link uit de eerdere mail werkt niet meer." in _text(message)
    assert message["Subject"] == "Herinnering: vraag van Noor Özdemir: wil je meekijken?"


@every_kind
@every_group
def test_both_parts_say_the_same(kind: Kind, group: RaterGroup) -> None:
    message = kind(TO_TEACHER._replace(group=group))
    plain = set(_text(message).replace(":\n", " ").split())
    rich = set(_Reading(_html(message)).words)

    # The text shows its links, the HTML says of one what it is for when the button does not work.
    assert plain - rich <= {LEAVE}
    assert rich - plain <= set("Werkt de knop niet? Dan kun je deze link openen: af".split())


@every_kind
@every_group
def test_nothing_is_fetched_and_nothing_else_is_linked(kind: Kind, group: RaterGroup) -> None:
    message = kind(TO_TEACHER._replace(group=group))
    document = _html(message)
    reading = _Reading(document)

    assert reading.language == "nl"
    assert reading.open == []
    assert not {"img", "link", "script", "style", "iframe", "svg"} & set(reading.tags)
    assert "url(" not in document
    assert "//" not in (_text(message) + document).replace(LINK, "").replace(LEAVE, "")


@every_kind
def test_every_mail_says_why_until_when_and_how_long(kind: Kind) -> None:
    text = _text(kind(TO_TEACHER))

    assert "tot en met woensdag 3 maart 2027." in text
    assert "ongeveer 8 minuten" in text
    assert "om van te leren en samen te bespreken. Het is geen beoordeling." in text
    assert "Je krijgt deze mail omdat Noor Özdemir" in text


@every_kind
def test_a_group_reads_that_it_is_shown_together_and_from_how_many(kind: Kind) -> None:
    text = _text(kind(TO_TEACHER))

    assert "alleen te zien samen met die van anderen, en pas vanaf 4 antwoorden." in text
    assert "Niemand ziet wie wat zei, ook Noor Özdemir niet." in text
    assert "op jouw naam" not in text


@every_kind
def test_the_schoolleider_reads_that_the_answers_are_named(kind: Kind) -> None:
    text = _text(kind(TO_LEADER))

    assert "Je antwoorden staan op jouw naam." in text
    assert "zien elkaars antwoorden als jullie allebei klaar zijn" in text
    assert "Niemand ziet" not in text


def test_parents_read_what_an_iber_is() -> None:
    text = _text(invitation_mail.invitation(TO_PARENT))
    elsewhere = TO_PARENT._replace(calling=Calling.QUALITY_COORDINATOR)

    assert text.startswith("Hallo,\n")
    assert "is de intern begeleider (ib'er) van De Regenboog. Dat is iemand die" in text
    assert "kwaliteitscoördinator (kc'er)" in _text(invitation_mail.invitation(elsewhere))


def test_the_text_to_paste_ends_with_the_link() -> None:
    *text, last = invitation_mail.invitation_text(TO_TEACHER).splitlines()

    assert last == LINK
    assert TOKEN not in "".join(text)
    assert "ongeveer 8 minuten en het kan tot en met woensdag 3 maart 2027" in "".join(text)
    assert "pas vanaf 4 antwoorden. Niemand ziet wie wat zei, ook ik niet." in "".join(text)
    assert "staan op jouw naam" in invitation_mail.invitation_text(TO_LEADER)


@given(name=names, kind=st.sampled_from(KINDS))
def test_a_name_stays_a_name(name: str, kind: Kind) -> None:
    plain = kind(TO_TEACHER)
    message = kind(
        TO_TEACHER._replace(
            asked_by=name, school=name, receiver_name=name, reply_name=name, from_name=name
        )
    )
    received = _received(message)

    assert received.keys() == plain.keys()
    for header in ("From", "To", "Reply-To"):
        sent, expected = received[header].addresses, plain[header].addresses
        assert [each.addr_spec for each in sent] == [each.addr_spec for each in expected]
    assert max(map(len, message.as_bytes().split(b"\r\n"))) <= LONGEST_LINE
    assert _Reading(_html(message)).tags == _Reading(_html(plain)).tags


@pytest.mark.parametrize("field", ["receiver_address", "reply_address", "message_id"])
def test_a_line_break_makes_no_header(field: str) -> None:
    letter = TO_TEACHER._replace(**{field: "<a@b.nl>\r\nBcc: alle@ouders.nl"})

    with pytest.raises(ValueError, match=re.compile("line|CR|linefeed|domain", re.IGNORECASE)):
        invitation_mail.invitation(letter)
