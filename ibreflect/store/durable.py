"""Files that are whole or not there, on disk, and readable by their owner alone."""

import os
from collections.abc import Mapping
from pathlib import Path

_FOLDER_MODE = 0o700
_FILE_MODE = 0o600
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def private_folder(folder: Path) -> None:
    """Make the folder, with those above it, unless it is there; only its owner may look in it."""
    if folder.is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=_FOLDER_MODE, exist_ok=True)
    sync_folder(folder.parent)


def write(path: Path, content: bytes) -> None:
    """Make the file hold exactly this, or leave it as it was when that fails halfway.

    What was written up to a crash lies beside it, and is overwritten the next time.
    """
    write_all(path.parent, {path.name: content})


def write_all(folder: Path, contents: Mapping[str, bytes]) -> None:
    """As `write`, many files of one folder by their names; the disk does most of them at once."""
    ready = {name: folder / f"{name}.new" for name in contents}
    for name, path in ready.items():
        with os.fdopen(os.open(path, _NEW_FILE, _FILE_MODE), "wb") as file:
            file.write(contents[name])
    for path in ready.values():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    for name, path in ready.items():
        path.replace(folder / name)
    sync_folder(folder)


def wipe(path: Path) -> None:
    """Overwrite the file, then take it away; nothing when it is not there."""
    try:
        with path.open("r+b") as file:
            file.write(bytes(os.fstat(file.fileno()).st_size))
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError:
        return
    path.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder written to disk."""
    if os.name != "posix":  # elsewhere a folder cannot be written to disk by itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
