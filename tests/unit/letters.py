"""Letters for tests, with two secrets that are easy to find again."""

from datetime import UTC, date, datetime

from ibreflect.model.questionnaire import RaterGroup
from ibreflect.reports.letter import Letter

TOKEN = "k3Jx9_aBk3Jx9-aBk3Jx9_aBk3Jx9-aBk3Jx9_aBabc"  # noqa: S105 -- opens nothing
CODE = "Zz4Zz4Zz4Zz4Zz4Zz4Zz4Zz4Zz4Zz4Zz4Zz4Zz4Zz40"
LINK = f"https://scan.samenwerkingsverband-de-meierij.nl/u/{TOKEN}"
LEAVE = f"https://scan.samenwerkingsverband-de-meierij.nl/afmelden/{CODE}"
MESSAGE_ID = f"<{'0' * 32}@scan.samenwerkingsverband-de-meierij.nl>"
FIRST_ID = f"<{'1' * 32}@scan.samenwerkingsverband-de-meierij.nl>"

TO_TEACHER = Letter(
    asked_by="Noor Özdemir",
    school="De Regenboog",
    group=RaterGroup.TEACHER,
    receiver_name="Tom Bakker",
    receiver_address="tom@school.nl",
    link=LINK,
    unsubscribe_link=LEAVE,
    reply_name="Noor Özdemir",
    reply_address="noor@school.nl",
    minutes=8,
    threshold=4,
    closes_on=date(2027, 3, 3),
    from_address="ibreflect@school.nl",
    from_name="ibreflect namens Noor Özdemir",
    message_id=MESSAGE_ID,
    sent_at=datetime(2027, 2, 15, 8, 30, tzinfo=UTC),
)
TO_LEADER = TO_TEACHER._replace(group=RaterGroup.SCHOOL_LEADER, threshold=None)
TO_PARENT = TO_TEACHER._replace(group=RaterGroup.PARENT, threshold=5, receiver_name="")


def to(address: str, number: int) -> Letter:
    """The letter to another address, with a Message-ID of its own."""
    return TO_TEACHER._replace(receiver_address=address, message_id=f"<{number}@scan.school.nl>")
