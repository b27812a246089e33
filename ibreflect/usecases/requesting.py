"""What goes to the people who are asked: a text, a mail, a sheet of paper; each with its link."""

from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import make_msgid
from typing import NamedTuple

from ibreflect.measure.disclosure import FLOORS
from ibreflect.model.asking import GROUP_WORDS, Rules
from ibreflect.model.vocabulary import Calling
from ibreflect.reports.invitation_mail import invitation_text
from ibreflect.reports.letter import Letter
from ibreflect.reports.merge_file import MergeRow, merge_file
from ibreflect.reports.qr import qr_picture
from ibreflect.reports.sending import Post, post_from
from ibreflect.settings import Settings
from ibreflect.usecases import asking
from ibreflect.usecases.asking import LEADER, Asking
from ibreflect.usecases.inviting import HandedOut


class Desk(NamedTuple):
    """From where requests go.

    `address` is that of this installation; `post` is None where ibreflect does not mail itself, and
    `sender` is the address that mail comes from.
    """

    address: str
    post: Post | None = None
    sender: str = ""


class Request(NamedTuple):
    """What one person gets: the link itself, a text with it, and a picture of it (data URI)."""

    handed_out: HandedOut
    link: str
    text: str
    picture: str


def desk_from(settings: Settings) -> Desk:
    """From where the requests of this installation go."""
    return Desk(settings.address, post_from(settings), settings.mail_from)


class Writing(NamedTuple):
    """What all letters about a round have in common."""

    state: Asking
    asked_by: str
    desk: Desk
    calling: Calling = Calling.IB_COORDINATOR
    sent_at: datetime = datetime.min.replace(tzinfo=UTC)

    def letter(self, made: HandedOut, code: str = "") -> Letter:
        """What a mail or text to one person says; `code` ends mail about the round."""
        rules, group, sender = _begun(self.state), made.invitee.group, self.desk.sender
        return Letter(
            asked_by=self.asked_by,
            school=self.state.round.school_name,
            group=group,
            receiver_name=made.invitee.name,
            receiver_address=made.invitee.address,
            link=f"{self.desk.address}/m/{made.token}" if made.token else "",
            unsubscribe_link=f"{self.desk.address}/afmelden/{code}",
            reply_name=rules.reply_name,
            reply_address=rules.reply_address,
            minutes=asking.minutes(self.state.questionnaires, group),
            threshold=None if group is LEADER else rules.floors.get(group, FLOORS[group]),
            closes_on=rules.closes_on,
            from_address=sender,
            from_name="ibreflect",
            message_id=make_msgid(domain=sender.rpartition("@")[2] or None),
            sent_at=self.sent_at,
            calling=self.calling,
        )


def requests(writing: Writing, made: Sequence[HandedOut]) -> tuple[Request, ...]:
    """What each of these people gets, for who hands it out."""
    letters = [writing.letter(each) for each in made]
    return tuple(
        Request(each, about.link, invitation_text(about), qr_picture(about.link))
        for each, about in zip(made, letters, strict=True)
    )


def merged(found: Sequence[Request]) -> bytes:
    """The requests as a table (.xlsx) for mail merge."""
    return merge_file(
        MergeRow(
            each.handed_out.invitee.name,
            each.handed_out.invitee.address,
            GROUP_WORDS[each.handed_out.invitee.group],
            each.link,
            each.text,
        )
        for each in found
    )


def _begun(state: Asking) -> Rules:
    assert state.rules is not None  # noqa: S101 -- links are made after asking has begun only
    return state.rules
