"""Reading in one file for a network; for a use case that has asked.

What is wrong is always said, and then nothing is changed. Files count the same in whichever order
they are read in: of who has a code the newest scan counts, and nothing made before they stopped.
"""

import json
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from ibreflect.access import network_codes
from ibreflect.errors import InputError
from ibreflect.model.days import in_dutch
from ibreflect.model.network import Added
from ibreflect.model.network_file import (
    FILED,
    KIND,
    MAX_BYTES,
    VERSION,
    Envelope,
    FiledScan,
    FiledStop,
)
from ibreflect.store import network_invites
from ibreflect.store.connection import Store, Transaction
from ibreflect.store.network_invites import FileScan, Invite
from ibreflect.usecases import counting

_ADDED = TypeAdapter(Added)

_ASK_AGAIN = "Vraag de ib'er om het bestand opnieuw te maken."
_TOO_LARGE = (
    f"Dit bestand is te groot: een bestand voor het netwerk is hoogstens {MAX_BYTES // 1000} kB. "
    "Kies het bestand dat de ib'er met ibreflect maakte."
)
_NOT_WHOLE = (
    "Dit is geen bestand voor het netwerk, of het is niet heel aangekomen. Kies het bestand zoals "
    "de ib'er het met ibreflect maakte."
)
_OTHER_KIND = (
    "Dit is een ander soort bestand. Kies het bestand dat de ib'er in ibreflect bij Netwerk maakte."
)
_NEWER = (
    "Dit bestand is gemaakt met een nieuwere ibreflect. Laat deze installatie eerst bijwerken en "
    "lees het dan in."
)
_UNKNOWN = (
    "Dit bestand is gemaakt met een deelnamecode die dit netwerk niet kent. Misschien is het voor "
    "een ander netwerk. Vraag de ib'er welke code is gebruikt."
)
_TAKEN_BACK = (
    "De deelnamecode van dit bestand is ingetrokken. Geef zo nodig een nieuwe code, en vraag de "
    "ib'er om daarmee een nieuw bestand te maken."
)
_CHANGED = f"Dit bestand is onderweg beschadigd of veranderd. {_ASK_AGAIN}"
_STRANGE = (
    "In dit bestand staat iets wat er niet in hoort. Vraag de ib'er om ibreflect bij te werken en "
    "het bestand opnieuw te maken."
)
_EXPIRED = (
    "Dit bestand mocht meetellen tot en met {until}, en die dag is voorbij. Vraag de ib'er of een "
    "nieuw bestand mag."
)
_AHEAD = (
    "Dit bestand is van {made_on}, en die dag komt nog. De klok van de computer waarop het is "
    f"gemaakt, loopt voor. {_ASK_AGAIN}"
)
_ALREADY = "Dit bestand was al ingelezen. Er is niets veranderd."
_COUNTED = "Deze meetronde telde al mee in een beeld. Een meetronde telt maar één keer mee."
_OTHER_CODE = (
    "Deze meetronde is al ingelezen met een andere deelnamecode. Een meetronde telt maar één keer "
    "mee."
)
_NEWER_THERE = (
    "Met deze deelnamecode is al een nieuwer bestand ingelezen. Van elke ib'er telt het nieuwste."
)
_STOPPED = (
    "Deze ib'er liet weten dat niets meer meetelt, op of na de dag waarop dit bestand is gemaakt. "
    "Het is daarom niet ingelezen."
)
_READ = "Ingelezen. Deze meetronde telt mee tot en met {until}."
_NO_MORE = "Ingelezen. Van deze ib'er telt niets meer mee."


class Read(NamedTuple):
    """What a file did, in a sentence, and for which school."""

    school_id: UUID
    says: str


def read(
    store: Store, transaction: Transaction, alliance_id: UUID, content: bytes, *, today: date
) -> Read:
    """Let the scan of a file wait to be counted, or nothing count any more.

    InputError, in Dutch, for every file that does not do anything.
    """
    envelope = _envelope(content)
    invite = network_invites.find(transaction.run, alliance_id, envelope.netwerk)
    if invite is None:
        raise InputError(_UNKNOWN)
    if invite.is_taken_back:
        raise InputError(_TAKEN_BACK)
    filed = _opened(network_invites.code(store.vault, transaction.run, invite), envelope)
    if filed.made_on > today:
        raise InputError(_AHEAD.format(made_on=in_dutch(filed.made_on)))
    if isinstance(filed, FiledStop):
        return _stop(transaction, invite, filed)
    return _take(transaction, invite, filed, today)


def _envelope(content: bytes) -> Envelope:
    if len(content) > MAX_BYTES:
        raise InputError(_TOO_LARGE)
    tree = _tree(content)
    if not isinstance(tree, dict) or tree.get("soort") != KIND:
        raise InputError(_OTHER_KIND)
    found = tree.get("versie")
    if type(found) is int and found > VERSION:
        raise InputError(_NEWER)
    try:
        return Envelope.model_validate_json(content)
    except ValidationError:
        raise InputError(_CHANGED) from None


def _tree(content: bytes) -> Any:
    try:
        return json.loads(content.decode())
    except (ValueError, RecursionError):
        raise InputError(_NOT_WHOLE) from None


def _opened(code: str, envelope: Envelope) -> FiledScan | FiledStop:
    inside = network_codes.opened(network_codes.typed(code), envelope.inhoud)
    if inside is None:
        raise InputError(_CHANGED)
    try:
        return FILED.validate_json(inside)
    except ValidationError:
        raise InputError(_STRANGE) from None


def _stop(transaction: Transaction, invite: Invite, filed: FiledStop) -> Read:
    if invite.stopped_on and filed.made_on <= invite.stopped_on:
        raise InputError(_ALREADY)
    network_invites.stop(transaction, invite, filed.made_on)
    return Read(invite.school_id, _NO_MORE)


def _take(transaction: Transaction, invite: Invite, filed: FiledScan, today: date) -> Read:
    if not filed.made_on <= filed.until <= filed.made_on + counting.LONGEST:
        raise InputError(_STRANGE)
    if filed.until < today:
        raise InputError(_EXPIRED.format(until=in_dutch(filed.until)))
    if invite.stopped_on and filed.made_on <= invite.stopped_on:
        raise InputError(_STOPPED)
    added = filed.added.added()
    written = _ADDED.dump_json(added).decode()
    new = FileScan(
        scan_id=filed.scan_id,
        person_id=invite.person_id,
        term=filed.term,
        made_on=filed.made_on,
        until=filed.until,
        is_counted=False,
        added=written,
    )
    for kept in network_invites.known(transaction, invite, filed.scan_id):
        problem = _problem(kept, new, added)
        if problem:
            raise InputError(problem)
    network_invites.keep(transaction, invite, new)
    return Read(invite.school_id, _READ.format(until=in_dutch(filed.until)))


def _problem(kept: FileScan, new: FileScan, added: Added) -> str:
    """Why a scan is not taken beside one that is there; empty when it is, or takes its place."""
    if kept.person_id != new.person_id:
        return _OTHER_CODE
    if kept.is_counted:
        return _beside_counted(kept, new)
    if (kept.term, kept.made_on) > (new.term, new.made_on):
        return _NEWER_THERE
    same = (kept.scan_id, kept.made_on, kept.until) == (new.scan_id, new.made_on, new.until)
    return _ALREADY if same and kept.added and _ADDED.validate_json(kept.added) == added else ""


def _beside_counted(kept: FileScan, new: FileScan) -> str:
    if kept.scan_id == new.scan_id:
        return _COUNTED
    return _NEWER_THERE if kept.term >= new.term else ""
