"""Asking somebody to answer: what a mail says, to whom it shows what, and what it never holds."""

import re
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from hypothesis import example, given
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
from tests.unit.mail_reading import Reading, html, received, text

LONGEST_LINE = 998  # RFC 5322, 2.1.1
BESIDE_THE_LINKS = set(re.findall(r"\S+", "Werkt de knop niet? Dan kun je deze link gebruiken: af"))

Kind = Callable[[Letter], EmailMessage]


def reminder_not_finished(letter: Letter) -> EmailMessage:
    return invitation_mail.reminder_not_finished(letter, FIRST_ID)


WITH_LINK = (invitation_mail.invitation, invitation_mail.reminder_not_started)
KINDS = (*WITH_LINK, reminder_not_finished)
every_kind = pytest.mark.parametrize("kind", KINDS)
every_group = pytest.mark.parametrize("group", RaterGroup)
names = st.text(max_size=300) | st.sampled_from(
    [
        "<b>=1+1</b>",
        "Noor\r\nBcc: al@le.nl",
        'A "B" <c@d.nl>',
        "O'Neill & Zn",
        "\ud800",
        "\u202eab",
        "",
    ]
)


@every_kind
def test_the_headers_say_who_writes_to_whom_and_how_to_leave(kind: Kind) -> None:
    mail = received(kind(TO_TEACHER))

    assert mail["From"] == "ibreflect namens Noor Özdemir <ibreflect@school.nl>"
    assert mail["To"] == "Tom Bakker <tom@school.nl>"
    assert mail["Reply-To"] == "Noor Özdemir <noor@school.nl>"
    assert mail["Date"] == "Mon, 15 Feb 2027 08:30:00 +0000"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Subject"].endswith("raag van Noor Özdemir: wil je meekijken?")


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

    assert LINK in text(message).splitlines()
    assert Reading(html(message)).links == [LINK, LINK, LEAVE]
    assert not [name for name, value in message.items() if TOKEN in value]
    assert [name for name, value in message.items() if CODE in value] == ["List-Unsubscribe"]


def test_the_mail_to_who_began_says_first_that_nothing_is_lost_and_holds_no_link() -> None:
    message = reminder_not_finished(TO_TEACHER)

    assert text(message).split("\n\n")[1].startswith("Er is niets verloren")
    assert "Met de link uit de eerste mail kom je terug op dezelfde plek" in text(message)
    assert TOKEN not in message.as_string()
    assert "http" not in text(message) + html(message)


def test_the_mail_to_who_did_not_begin_says_that_the_link_is_new() -> None:
    message = invitation_mail.reminder_not_started(TO_TEACHER)

    assert "De link uit de eerdere mail werkt niet meer." in text(message)
    assert message["Subject"] == "Herinnering: vraag van Noor Özdemir: wil je meekijken?"


@every_kind
@every_group
def test_both_parts_say_the_same(kind: Kind, group: RaterGroup) -> None:
    message = kind(TO_TEACHER._replace(group=group))
    plain = set(text(message).replace(":\n", " ").split())
    rich = set(Reading(html(message)).words)

    # The text shows its links, the HTML says of one what it is for when the button does not work.
    assert plain - rich <= {LEAVE}
    assert rich - plain <= BESIDE_THE_LINKS


@every_kind
@every_group
def test_nothing_is_fetched_and_nothing_else_is_linked(kind: Kind, group: RaterGroup) -> None:
    message = kind(TO_TEACHER._replace(group=group))
    document = html(message)
    reading = Reading(document)

    assert reading.language == "nl"
    assert reading.open == []
    assert not {"img", "link", "script", "style", "iframe", "svg"} & set(reading.tags)
    assert "url(" not in document
    assert "//" not in (text(message) + document).replace(LINK, "").replace(LEAVE, "")


@every_kind
def test_every_mail_says_why_until_when_and_how_long(kind: Kind) -> None:
    words = text(kind(TO_TEACHER))

    assert "tot en met woensdag 3 maart 2027." in words
    assert "ongeveer 8 minuten" in words
    assert "om van te leren en samen te bespreken. Het is geen beoordeling." in words
    assert "Je krijgt deze mail omdat Noor Özdemir" in words


@every_kind
def test_a_group_reads_that_it_is_shown_together_and_from_how_many(kind: Kind) -> None:
    words = text(kind(TO_TEACHER))

    assert "alleen te zien samen met die van anderen, en pas vanaf 4 antwoorden." in words
    assert "Niemand ziet wie wat zei, ook Noor Özdemir niet." in words
    assert "op jouw naam" not in words


@every_kind
def test_the_schoolleider_reads_that_the_answers_are_named(kind: Kind) -> None:
    words = text(kind(TO_LEADER))

    assert "Je antwoorden staan op jouw naam." in words
    assert "ziet ze als jullie allebei klaar zijn" in words
    assert "Niemand ziet" not in words


def test_parents_read_what_an_iber_is() -> None:
    words = text(invitation_mail.invitation(TO_PARENT))
    elsewhere = TO_PARENT._replace(calling=Calling.QUALITY_COORDINATOR)

    assert words.startswith("Hallo,\n")
    assert "is de intern begeleider (ib'er) van De Regenboog. Dat is iemand die" in words
    assert "kwaliteitscoördinator (kc'er)" in text(invitation_mail.invitation(elsewhere))


def test_the_text_to_paste_ends_with_the_link() -> None:
    *words, last = invitation_mail.invitation_text(TO_TEACHER).splitlines()

    assert last == LINK
    assert TOKEN not in "".join(words)
    assert "ongeveer 8 minuten en het kan tot en met woensdag 3 maart 2027" in "".join(words)
    assert "pas vanaf 4 antwoorden. Niemand ziet wie wat zei, ook ik niet." in "".join(words)
    assert "staan op jouw naam" in invitation_mail.invitation_text(TO_LEADER)


@example(name="<b>=1+1</b>", kind=invitation_mail.invitation)
@given(name=names, kind=st.sampled_from(KINDS))
def test_a_name_stays_a_name(name: str, kind: Kind) -> None:
    plain = kind(TO_TEACHER)
    message = kind(
        TO_TEACHER._replace(
            asked_by=name, school=name, receiver_name=name, reply_name=name, from_name=name
        )
    )
    mail = received(message)

    assert mail.keys() == plain.keys()
    for header in ("From", "To", "Reply-To"):
        sent, expected = mail[header].addresses, plain[header].addresses
        assert [each.addr_spec for each in sent] == [each.addr_spec for each in expected]
    assert max(map(len, message.as_bytes().split(b"\r\n"))) <= LONGEST_LINE
    assert Reading(html(message)).tags == Reading(html(plain)).tags


@pytest.mark.parametrize(
    "letter",
    [
        TO_TEACHER._replace(receiver_address="tom@school.nl\r\nBcc: al@le.nl"),
        TO_TEACHER._replace(reply_address="noor@school.nl\r\nBcc: al@le.nl"),
        TO_TEACHER._replace(message_id="<1@school.nl>\r\nBcc: al@le.nl"),
        TO_TEACHER._replace(unsubscribe_link="https://school.nl\r\nBcc: al@le.nl"),
    ],
)
def test_a_line_break_makes_no_header(letter: Letter) -> None:
    with pytest.raises(ValueError, match=r"linefeed|CR or LF"):
        invitation_mail.invitation(letter)
