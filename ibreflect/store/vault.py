"""The keys of texts and addresses: one per round or person, apart from the database.

Who is erased loses the key. Nothing opens what it sealed after that, in no copy of the database.
"""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from ibreflect.access import sealing
from ibreflect.errors import StoreError
from ibreflect.store import durable

_DESTROYED, _SUFFIX = "destroyed", ".key"
Keys = tuple[bytes, ...]


def folder_beside(database: Path) -> Path:
    """Where the keys of a database are, unless the settings say otherwise."""
    return database.with_suffix(".keys")


class Vault:
    """The keys in a folder; threads share it. A key is 32 bytes in a file called after its owner.

    Where keys of a copy were added there may be more in it: each opens, the first one seals. The
    file `destroyed` lists whose keys are gone for good, so that no copy brings them back.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._keys: dict[UUID, Keys] = {}
        with _refusals(folder):
            self._destroyed = _listed(folder)
            for owner_id in self._destroyed:
                durable.wipe(self._path(owner_id))
            if folder.is_dir():
                durable.sync_folder(folder)  # a name may be new since a crash

    def seal(self, owner_id: UUID, text: str) -> str:
        """The text as only the key of this round or person opens it; an empty text stays empty.

        The key is made at first use, and on disk before this returns. StoreError when the owner is
        erased, or when the disk refuses.
        """
        if not text:
            return ""
        first, *_ = self._keys.get(owner_id) or self._made([owner_id])[owner_id]
        return sealing.sealed(first, owner_id, text)

    def opened(self, owner_id: UUID, sealed: str) -> str:
        """What was sealed for this round or person.

        StoreError when its key is not there, or when the text was sealed for somebody else or was
        changed since.
        """
        if not sealed:
            return ""
        for key in self._keys.get(owner_id) or self._found(owner_id):
            text = sealing.opened(key, owner_id, sealed)
            if text is not None:
                return text
        raise StoreError(
            "Een tekst kan niet worden geopend: de sleutel ontbreekt of past niet. Laat wie "
            f"ibreflect beheert de sleutelmap {self.folder.name} terugzetten uit een "
            "reservekopie. De tekst zelf is niet veranderd."
        )

    def make_keys(self, owner_ids: Iterable[UUID]) -> None:
        """Make the keys that are missing, many at once; errors as `seal`."""
        self._made(list(owner_ids))

    def take_in(self, folder: Path) -> None:
        """Add what another folder of keys has: whose keys are destroyed, and keys for the others.

        No key that was here is lost. StoreError when one of the disks refuses.
        """
        other = Vault(folder)
        with self._lock, _refusals(self.folder):
            self._forget(other.destroyed)
            owners = {UUID(path.stem) for path in folder.glob(f"*{_SUFFIX}")} - self._destroyed
            pairs = {owner_id: (self._kept(owner_id), other._kept(owner_id)) for owner_id in owners}
            more = {each: (*kept, *new) for each, (kept, new) in pairs.items() if {*new} - {*kept}}
            self._put({owner_id: tuple(dict.fromkeys(keys)) for owner_id, keys in more.items()})
            self._keys.clear()

    def destroy(self, owner_id: UUID) -> None:
        """Make what was sealed for this round or person unreadable for good, in every copy too.

        StoreError when the disk refuses; then it can be asked again, and is finished at the next
        start when the list knows already.
        """
        with self._lock, _refusals(self.folder):
            self._forget(frozenset({owner_id}))

    @property
    def holds_anything(self) -> bool:
        """Whether there is a key, or a list of whose keys are gone."""
        return bool(self._destroyed) or any(self.folder.glob(f"*{_SUFFIX}"))

    def is_destroyed(self, owner_id: UUID) -> bool:
        """Whether the key of this round or person is gone for good."""
        return owner_id in self._destroyed

    @property
    def destroyed(self) -> frozenset[UUID]:
        """Whose keys are gone for good."""
        return self._destroyed

    def _made(self, owner_ids: list[UUID]) -> dict[UUID, Keys]:
        if not owner_ids:
            return {}
        with self._lock, _refusals(self.folder):
            if not self._destroyed.isdisjoint(owner_ids):
                raise StoreError(
                    "Wat je net invulde, is niet opgeslagen: deze gegevens zijn intussen gewist."
                )
            kept = {owner_id: self._kept(owner_id) for owner_id in owner_ids}
            new = {owner_id: (sealing.new_key(),) for owner_id in owner_ids if not kept[owner_id]}
            self._put(new)
            self._keys |= kept | new
            return kept | new

    def _found(self, owner_id: UUID) -> Keys:
        with self._lock, _refusals(self.folder):
            keys = () if owner_id in self._destroyed else self._kept(owner_id)
            if keys:
                self._keys[owner_id] = keys
            return keys

    def _kept(self, owner_id: UUID) -> Keys:
        try:
            content = self._path(owner_id).read_bytes()
        except FileNotFoundError:
            return ()
        starts = range(0, len(content), sealing.KEY_BYTES)
        keys = tuple(content[start : start + sealing.KEY_BYTES] for start in starts)
        if not keys or len(keys[-1]) != sealing.KEY_BYTES:
            raise ValueError("no key")
        return keys

    def _put(self, keys: Mapping[UUID, Keys]) -> None:
        durable.private_folder(self.folder)
        files = {self._path(owner_id).name: b"".join(each) for owner_id, each in keys.items()}
        durable.write_all(self.folder, files)

    def _forget(self, owner_ids: frozenset[UUID]) -> None:
        """List first, so that what is cut short after that is finished at the next start."""
        for owner_id in owner_ids:
            self._keys.pop(owner_id, None)
        if not owner_ids <= self._destroyed:
            durable.private_folder(self.folder)
            listed = self._destroyed | owner_ids
            lines = "".join(f"{owner_id}\n" for owner_id in sorted(listed))
            durable.write(self.folder / _DESTROYED, lines.encode("ascii"))
            self._destroyed = listed
        for owner_id in owner_ids:
            durable.wipe(self._path(owner_id))

    def _path(self, owner_id: UUID) -> Path:
        return self.folder / f"{owner_id}{_SUFFIX}"


def _listed(folder: Path) -> frozenset[UUID]:
    try:
        lines = (folder / _DESTROYED).read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return frozenset()
    return frozenset(UUID(line) for line in lines)


@contextmanager
def _refusals(folder: Path) -> Iterator[None]:
    """Tell what the disk refuses, or a file that is not what it should be, in Dutch."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise StoreError(
            f"De sleutelmap {folder} kan niet worden gelezen of geschreven. Controleer of er "
            "ruimte is op de schijf en of je in die map mag lezen en schrijven, of zet de map "
            "terug uit een reservekopie. Wat je net invulde, is niet opgeslagen."
        ) from error
