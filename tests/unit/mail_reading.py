"""What a mail says to the one who reads it."""

import email
from email import policy
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Literal

_VOID = {"meta", "br"}


class Reading(HTMLParser):
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
        self.open += [] if tag in _VOID else [tag]
        self.links += [str(value) for name, value in attrs if name in {"href", "src"}]
        self.language = dict(attrs).get("lang", self.language)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "title" not in self.open:
            self.words += data.split()


def received(message: EmailMessage) -> EmailMessage:
    """The mail as it is on the other side of the wire."""
    return email.message_from_bytes(message.as_bytes(), policy=policy.default)


def text(message: EmailMessage) -> str:
    return _part(message, "plain")


def html(message: EmailMessage) -> str:
    return _part(message, "html")


def _part(message: EmailMessage, kind: Literal["plain", "html"]) -> str:
    part = received(message).get_body((kind,))
    assert part
    return str(part.get_content()).replace("\r\n", "\n")
