"""Asking somebody to answer about an ib'er's work: the mail, its reminders, and a text to paste.

What is said of one letter stands in `letter`, how a mail looks in `mail_body`. Nothing is sent
here.
"""

from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy

from ibreflect.measure.dutch import starting
from ibreflect.reports import letter as words
from ibreflect.reports.letter import Letter
from ibreflect.reports.mail_body import Body, Fact, Way, as_html, as_text

_HEADERS = HeaderRegistry()
_POLICY = SMTP.clone(header_factory=_HEADERS)

_LEAVE = "Wil je hierover geen mail meer? Meld je af"


class _Whole(UnstructuredHeader, BaseHeader):
    """A header that is one long word; folding would write it in a code that few programs read."""

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


for _name in ("Message-ID", "In-Reply-To", "References", "List-Unsubscribe"):
    _HEADERS.map_to_type(_name, _Whole)


def invitation(letter: Letter) -> EmailMessage:
    """The first mail, with the link; ValueError when an address or id cannot be in a header."""
    said = words.cleaned(letter)
    return _message(said, _subject(said), _asking(said, (words.who_asks(said), words.PURPOSE)))


def reminder_not_started(letter: Letter) -> EmailMessage:
    """A mail to somebody who has not begun, with a new link that replaces the earlier one.

    ValueError when an address or id cannot be in a header.
    """
    said = words.cleaned(letter)
    earlier = (
        f"Je kreeg eerder een mail met een vraag van {said.asked_by}. Misschien kwam het er nog "
        "niet van. Dat geeft niet: het kan nog."
    )
    new_link = "In deze mail staat een nieuwe link. De link uit de eerdere mail werkt niet meer."
    paragraphs = (earlier, words.who_asks(said), words.PURPOSE, new_link)
    return _message(said, f"Herinnering: {_about(said)}", _asking(said, paragraphs))


def reminder_not_finished(letter: Letter, in_reply_to: str) -> EmailMessage:
    """A mail to somebody who has begun: nothing is lost, and the earlier link still works.

    It holds no link, and `letter.link` may be empty: a new link could not open what was filled in.
    `in_reply_to` is the Message-ID of the mail with the link. With the subject of the first mail
    too, mail programs show the two together. ValueError when an address or id cannot be in a
    header.
    """
    said = words.cleaned(letter)
    message = _message(said, _subject(said), _going_on(said))
    message["In-Reply-To"] = in_reply_to
    message["References"] = in_reply_to
    return message


def invitation_text(letter: Letter) -> str:
    """A short text to paste in a chat or a mail of one's own, with the link as its last line.

    What only a mail needs (addresses, whom to reply to, id and time) is not looked at.
    """
    said = words.cleaned(letter)
    return (
        f"{words.greeting(said)}\n\n"
        f"{words.i_ask(said)} Wil je een paar vragen beantwoorden? Het duurt "
        f"{words.duration(said)} en het kan {words.last_day(said)}.\n\n"
        f"Het is om van te leren en samen te bespreken, geen beoordeling. {words.i_read(said)} De "
        "link is alleen voor jou: stuur die niet door.\n\n"
        f"Dank je wel!\n{said.asked_by}\n\n{said.link}"
    )


def _asking(said: Letter, paragraphs: tuple[str, ...]) -> Body:
    return Body(
        opening=(words.greeting(said), *paragraphs),
        way=Way("Begin met de vragen", said.link),
        facts=(
            Fact("Wie ziet wat", words.readers(said)),
            Fact(
                "Hoelang duurt het",
                f"Het duurt {words.duration(said)}. Stop je tussendoor, dan blijft bewaard wat je "
                "hebt ingevuld. Met dezelfde link ga je verder.",
            ),
            Fact("Tot wanneer", f"Het kan {words.last_day(said)}."),
        ),
        closing=(
            f"{_because(said)} De link is alleen voor jou: stuur deze mail niet door.",
            _questions(said),
        ),
        leaving=Way(_LEAVE, said.unsubscribe_link),
    )


def _going_on(said: Letter) -> Body:
    nothing_lost = (
        "Er is niets verloren: wat je al hebt ingevuld, is bewaard. Met de link uit de eerste mail "
        "kom je terug op dezelfde plek. Kreeg je daarna een mail met een nieuwe link? Gebruik dan "
        "die."
    )
    which = f"Het gaat om de vragen van {said.asked_by}. Je antwoorden doen mee als je ze inlevert."
    return Body(
        opening=(words.greeting(said), nothing_lost, which, words.PURPOSE),
        way=None,
        facts=(
            Fact("Tot wanneer", f"Het kan {words.last_day(said)}."),
            Fact("Wie ziet wat", words.readers(said)),
            Fact("Hoelang duurt het", f"Het geheel duurt {words.duration(said)}."),
            Fact(
                "De mail met de link kwijt",
                f"Vraag {said.reply_name} om een nieuwe link. Je begint dan wel opnieuw.",
            ),
        ),
        closing=(
            _because(said),
            _questions(said),
            "Wil je hierover geen mail meer? Onderaan de eerste mail kun je je afmelden.",
        ),
        leaving=None,
    )


def _subject(said: Letter) -> str:
    return starting(_about(said))


def _about(said: Letter) -> str:
    return f"vraag van {said.asked_by}: wil je meekijken?"


def _because(said: Letter) -> str:
    return f"Je krijgt deze mail omdat {said.asked_by} graag wil weten hoe jij het ziet."


def _questions(said: Letter) -> str:
    return f"Heb je zelf een vraag? Reageer op deze mail, dan leest {said.reply_name} het."


def _message(said: Letter, subject: str, body: Body) -> EmailMessage:
    message = EmailMessage(policy=_POLICY)
    message["From"] = Address(said.from_name, addr_spec=said.from_address)
    message["To"] = Address(said.receiver_name, addr_spec=said.receiver_address)
    message["Reply-To"] = Address(said.reply_name, addr_spec=said.reply_address)
    message["Subject"] = subject
    message["Date"] = said.sent_at
    message["Message-ID"] = said.message_id
    message["List-Unsubscribe"] = f"<{said.unsubscribe_link}>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(as_text(body), cte="quoted-printable")
    message.add_alternative(as_html(body, title=subject), subtype="html", cte="quoted-printable")
    return message
