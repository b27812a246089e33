"""What is written down about who did what: which kinds of events, and what each may carry."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

Detail = str | int
"""What a field holds: a number, an id, a day, or a word that the code itself chose."""


class EventKind(StrEnum):
    """What can happen that is worth knowing afterwards."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    ENTRY_LINK_MADE = "entry_link_made"
    KEY_ADDED = "key_added"
    KEY_REMOVED = "key_removed"
    POSITION_GIVEN = "position_given"
    POSITION_ENDED = "position_ended"
    SWITCHED_OFF = "switched_off"
    SWITCHED_ON = "switched_on"
    PLACES_IMPORTED = "places_imported"
    SHARED = "shared"
    WITHDRAWN = "withdrawn"
    SEEN = "seen"
    COUNTED = "counted"
    COUNTS_NO_MORE = "counts_no_more"
    NETWORK_PUBLISHED = "network_published"
    NETWORK_CODE_MADE = "network_code_made"
    NETWORK_CODE_TAKEN_BACK = "network_code_taken_back"
    NETWORK_FILE_READ = "network_file_read"
    TABLED = "tabled"
    REPORT_CONFIRMED = "report_confirmed"
    EXPERTISE_REMOVED = "expertise_removed"
    CORRECTED = "corrected"
    EXPORTED = "exported"
    IMPORTED = "imported"
    ROUND_ERASED = "round_erased"
    PERSON_ERASED = "person_erased"
    PERIODS_CHANGED = "periods_changed"
    FLOORS_RAISED = "floors_raised"
    TIDIED = "tidied"


# Never a text that somebody typed, an answer, a name, an address or a secret.
FIELDS: Mapping[EventKind, frozenset[str]] = MappingProxyType(
    {
        EventKind.SIGNED_IN: frozenset({"way"}),
        EventKind.SIGNED_OUT: frozenset({"why"}),
        EventKind.ENTRY_LINK_MADE: frozenset(),
        EventKind.KEY_ADDED: frozenset(),
        EventKind.KEY_REMOVED: frozenset(),
        EventKind.POSITION_GIVEN: frozenset({"position", "place_id"}),
        EventKind.POSITION_ENDED: frozenset({"position", "place_id"}),
        EventKind.SWITCHED_OFF: frozenset(),
        EventKind.SWITCHED_ON: frozenset(),
        EventKind.PLACES_IMPORTED: frozenset({"schools", "people"}),
        EventKind.SHARED: frozenset({"share_id", "with_id", "parts", "until"}),
        EventKind.WITHDRAWN: frozenset({"share_id"}),
        EventKind.SEEN: frozenset({"share_id", "parts"}),
        EventKind.COUNTED: frozenset({"until"}),
        EventKind.COUNTS_NO_MORE: frozenset(),
        EventKind.NETWORK_PUBLISHED: frozenset({"place_id"}),
        EventKind.NETWORK_CODE_MADE: frozenset({"place_id"}),
        EventKind.NETWORK_CODE_TAKEN_BACK: frozenset({"place_id"}),
        EventKind.NETWORK_FILE_READ: frozenset({"place_id"}),
        EventKind.TABLED: frozenset({"conversation_id", "with_id", "until"}),
        EventKind.REPORT_CONFIRMED: frozenset({"conversation_id", "version"}),
        EventKind.EXPERTISE_REMOVED: frozenset(),
        EventKind.CORRECTED: frozenset({"what"}),
        EventKind.EXPORTED: frozenset({"format"}),
        EventKind.IMPORTED: frozenset({"rounds"}),
        EventKind.ROUND_ERASED: frozenset(),
        EventKind.PERSON_ERASED: frozenset(),
        EventKind.PERIODS_CHANGED: frozenset({"period", "days"}),
        EventKind.FLOORS_RAISED: frozenset({"group", "floor"}),
        EventKind.TIDIED: frozenset({"what", "count"}),
    }
)


class Event(NamedTuple):
    """Something that happened: `actor_id` did it (None: nobody), with data of `subject_id`.

    `at` is a moment in UTC without a time zone. `fields` names what FIELDS allows for the kind.
    """

    at: datetime
    kind: EventKind
    actor_id: UUID | None
    subject_id: UUID | None
    fields: Mapping[str, Detail] = MappingProxyType({})
