"""Copies of the database file: made and put back while nobody has the database open.

The keys of its texts are copied apart from it, to a folder that is brought up to date each time.

Of DuckDB alone: a PostgreSQL server is backed up with its own tools.
"""

import os
import shutil
import tempfile
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from ibreflect.errors import StoreError
from ibreflect.settings import read_settings
from ibreflect.store import durable, last_backup, migrating, trouble
from ibreflect.store.opening import bring_up_to_date, open_alone
from ibreflect.store.transaction import Row, Transaction
from ibreflect.store.vault import Vault, folder_beside

_TABLES = "select table_name from duckdb_tables() order by table_name"
# Reads every value of every row, so that a damaged file is noticed; the order of rows is no matter.
_CONTENT = "select count(*), bit_xor(hash(line)) from query_table($1) as line"


# What let somebody in or answer when the copy was made may have been taken back since. Who has not
# handed in gets a new link; a link to end mail with goes on working.
_OLD_LINKS = (
    "update invitation set state = 'withdrawn' where state in ('open', 'started')",
    """
    update invitee set token_hash = null, message_id = null
    where token_hash in (select token_hash from invitation where state = 'withdrawn')
    """,
    "delete from draft",
    "update second_person set token_hash = ''",
    "delete from entry_link",
    "update session set has_ended = true",
    "update share set withdrawn = true, frozen = '' where not withdrawn",
)


class Place(NamedTuple):
    """A database, the folder with its keys, and one elsewhere with a copy of the keys, if any."""

    store_path: Path
    keys: Path
    keys_copy: Path | None = None


def place(store_path: Path | None, keys_copy: Path | None = None) -> Place:
    """The database that is meant, by default that of the settings, and where its keys are."""
    settings = read_settings()
    if store_path is None or store_path.resolve() == settings.store.resolve():
        own = settings.keys or folder_beside(settings.store)
        return Place(settings.store, own, keys_copy)
    return Place(store_path, folder_beside(store_path), keys_copy)


def backup(source: Place, target: Path, *, today: date) -> Path:
    """Copy the database to a new file and return its path.

    `target` is the new file, or a folder: then the file in it is called after the database and
    `today`. The copy is compared with the database, table by table, before it gets its name. With
    `keys_copy` that folder gets the keys it misses, and loses those of who was erased. StoreError
    when the database is missing, in use or unreadable, when `target` exists already, or when the
    disk refuses; then there is no copy.
    """
    store_path, keys, keys_copy = source
    if not store_path.is_file():
        raise StoreError(
            f"Er is geen database {store_path}. Controleer het pad achter --store, of de "
            "instelling IBREFLECT_STORE."
        )
    if target.is_dir():
        target = _free_name(target / f"{store_path.stem}-{today}{store_path.suffix}")
    if target.exists():
        raise StoreError(
            f"{target} bestaat al en wordt niet overschreven. Kies een andere naam, of een map."
        )
    with open_alone(store_path) as database:
        database.run("checkpoint")
        content = _content(database)
        if keys_copy:
            Vault(keys_copy).take_in(keys)
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".ibreflect-") as folder:
            copy = _copied(store_path, Path(folder))
            _require_content(copy, content)
            _publish(copy, target)
    except OSError as error:
        raise trouble.while_copying(error, store_path, target) from error
    last_backup.note(store_path, today)
    return target


def restore(copy: Path, target: Place, *, today: date) -> Path | None:
    """Put a copy in the place of the database and bring it up to date.

    Who was erased since is erased from it again, and no link, session or share of the copy works
    any more. With `keys_copy` the keys in that folder are added to those that are there.

    The database that lay there keeps existing beside it, under a name with `today`, and that path
    is returned; None when there was none. StoreError when the copy is missing, unreadable, no
    database of ibreflect or of a newer release, when the database is in use, when there are no keys
    in `keys_copy`, or when the disk refuses; then the database is as it was.
    """
    store_path, keys, keys_copy = target
    _require_usable(copy)
    _require_not_in_use(store_path)
    vault = Vault(keys)
    if keys_copy:
        _require_keys(keys_copy)
        vault.take_in(keys_copy)
    try:
        store_path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=store_path.parent, prefix=".ibreflect-") as folder:
            ready = _copied(copy, Path(folder))
            if _log_of(copy).exists():
                _copied(_log_of(copy), Path(folder))
            _prepare(ready, vault)
            kept = _set_aside(store_path, today)
            _publish(ready, store_path)
    except OSError as error:
        raise trouble.while_copying(error, copy, store_path) from error
    return kept


def _prepare(ready: Path, vault: Vault) -> None:
    bring_up_to_date(ready, vault)
    with open_alone(ready) as database:
        database.run("begin")
        for statement in _OLD_LINKS:
            database.run(statement)
        database.run("commit")
        database.run("checkpoint")


def _require_keys(folder: Path) -> None:
    if not Vault(folder).holds_anything:
        raise StoreError(
            f"In {folder} staan geen sleutels. Kies de map die `python -m ibreflect backup` met "
            "--keys maakte. Er is niets veranderd."
        )


def _require_usable(copy: Path) -> None:
    unusable = (
        f"De reservekopie {copy} is er niet, is beschadigd of is geen database van ibreflect. "
        "Kies een andere kopie. Er is niets veranderd."
    )
    if not copy.is_file():
        raise StoreError(unusable)
    try:
        with open_alone(copy, read_only=True) as database:
            content = _content(database)
    except trouble.InUseError:
        raise
    except StoreError as error:
        raise StoreError(unusable) from error
    if "migration" not in content:
        raise StoreError(unusable)
    with open_alone(copy, read_only=True) as database:
        migrating.missing(database.run)


def _require_not_in_use(store_path: Path) -> None:
    """An unreadable database may be replaced: that is what copies are for."""
    if not store_path.exists():
        return
    try:
        with open_alone(store_path, read_only=True):
            return
    except trouble.InUseError:
        raise
    except StoreError:
        return


def _content(database: Transaction) -> dict[str, Row]:
    """Per table: the number of rows and a checksum over all of them."""
    return {name: database.run(_CONTENT, name)[0] for (name,) in database.run(_TABLES)}


def _require_content(copy: Path, content: dict[str, Row]) -> None:
    with open_alone(copy, read_only=True) as database:
        if _content(database) == content:
            return
    raise StoreError(
        "De kopie bleek niet gelijk aan de database en is weggegooid. Controleer of ibreflect "
        "gestopt is en probeer het opnieuw, zo nodig op een andere schijf."
    )


def _copied(source: Path, folder: Path) -> Path:
    """A copy of the file in the folder, on disk, that only its owner can read."""
    copy = folder / source.name
    copy.touch(mode=0o600)
    shutil.copyfile(source, copy)
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    return copy


def _publish(ready: Path, target: Path) -> None:
    ready.replace(target)
    durable.sync_folder(target.parent)


def _set_aside(store_path: Path, today: date) -> Path | None:
    if not store_path.exists():
        return None
    kept = _free_name(store_path.with_name(f"{store_path.stem}-tot-{today}{store_path.suffix}"))
    store_path.rename(kept)
    if _log_of(store_path).exists():
        _log_of(store_path).rename(_log_of(kept))
    return kept


def _log_of(database: Path) -> Path:
    """Where DuckDB keeps what was committed but is not in the file itself yet."""
    return database.with_name(f"{database.name}.wal")


def _free_name(wanted: Path) -> Path:
    """The wanted path, or the first of `…-2`, `…-3` and so on that nothing lies at."""
    names = (wanted.with_stem(f"{wanted.stem}-{number}") for number in count(2))
    return next(path for path in chain([wanted], names) if not _is_taken(path))


def _is_taken(path: Path) -> bool:
    return path.exists() or _log_of(path).exists()
