"""Sharing: what of a round somebody else may see, who, and until when."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, NewType
from uuid import UUID

from ibreflect.model.round import RoundId

ShareId = NewType("ShareId", UUID)
"""The id of a share that the policy opened for who asks; one from a page is a bare UUID."""


class Part(StrEnum):
    """What of a round can be shared, in the order in which it is read.

    Growth over rounds is not among them: a share dies with its round, and a line would outlive the
    other rounds that are in it.
    """

    ASSIGNMENT = "assignment"
    ROLES = "roles"
    OVERLAP = "overlap"
    ITEMS = "items"
    OTHERS = "others"
    COMMENTS = "comments"
    TIME = "time"


class PartWords(NamedTuple):
    """What a part is called by who shares it and who reads it, and what the reader gets to see."""

    mine: str
    theirs: str
    meaning: str


PART_WORDS = {
    Part.ASSIGNMENT: PartWords(
        "Mijn opdracht (privé, tenzij jij het meebrengt)",
        "De opdracht",
        "Je eigen teksten bij de zes vragen vooraf en over jullie school, woord voor woord.",
    ),
    Part.ROLES: PartWords(
        "Mijn drie rollen",
        "De drie rollen",
        "Hoe vaak je jezelf in elke rol ziet: drie waarden met een zin erbij.",
    ),
    Part.OVERLAP: PartWords(
        "Waar mijn rollen samenkomen",
        "Waar de rollen samenkomen",
        "De drie cirkels, met een waarde in elk van de zeven gebieden.",
    ),
    Part.ITEMS: PartWords(
        "Mijn antwoorden per stelling",
        "De antwoorden per stelling",
        "Elke stelling met je antwoord, en met je wens waar die gevraagd is. Je notities gaan "
        "nooit mee.",
    ),
    Part.OTHERS: PartWords(
        "Wat anderen zien",
        "Wat anderen zien",
        "Per domein wat groepen samen zeggen, naast wat jij zegt. Per stelling en per gebied "
        "alleen als je dat hierboven ook kiest.",
    ),
    Part.COMMENTS: PartWords(
        "Wat anderen schreven",
        "Wat anderen schreven",
        "Hun teksten, door elkaar en zonder naam, zoals jij ze ziet.",
    ),
    Part.TIME: PartWords(
        "Mijn tijd",
        "De tijd",
        "Hoe je je tijd verdeelt en hoe je het zou willen, in procenten.",
    ),
}


class Share(NamedTuple):
    """A frozen version of parts of a round, for one reader, until and with a day.

    `shared_at` and `seen_at` (when its reader last looked; None: never) are moments in UTC.
    `school_id` and `alliance_id` are where the round is from: whoever reads has to work there.
    """

    share_id: ShareId
    round_id: RoundId
    owner_id: UUID
    reader_id: UUID
    parts: tuple[Part, ...]
    until: date
    shared_at: datetime
    withdrawn: bool
    seen_at: datetime | None
    school_id: UUID
    alliance_id: UUID | None

    def lasts_on(self, day: date) -> bool:
        """Whether it can still be read on that day."""
        return not self.withdrawn and day <= self.until
