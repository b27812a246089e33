"""What the database can refuse, and the Dutch sentence that says what to do about it."""

import errno
import re
from pathlib import Path

import duckdb

from ibreflect.errors import StoreError

_FULL = re.compile(r"no space left|disk.*full|out of disk|max_temp_directory_size", re.IGNORECASE)
_IN_USE = re.compile(r"not set lock|used by another process|different configuration than")
_UNREADABLE = re.compile(r"not a valid DuckDB database|Corrupt|checksum|not read enough bytes")
_NEWER = re.compile(r"newer version|version number")


class InUseError(StoreError):
    """Another program has the database open."""


def while_opening(error: Exception, path: Path) -> StoreError:
    """The StoreError for a database file that cannot be opened."""
    text = str(error).replace(str(path), "")  # the words of a path tell nothing
    if _IN_USE.search(text):
        process = re.search(r"PID (\d+)", text)
        who = f" (proces {process.group(1)})" if process else ""
        return InUseError(
            f"De database {path} is al in gebruik door een ander programma{who}. Waarschijnlijk "
            "draait ibreflect al: ga naar dat venster, of stop dat programma en probeer opnieuw."
        )
    if _UNREADABLE.search(text):
        return StoreError(
            f"Het bestand {path} is geen leesbare database. Zet een reservekopie terug met "
            "`python -m ibreflect restore KOPIE --store BESTAND`, of kies met IBREFLECT_STORE een "
            "ander bestand. Het bestand zelf is niet veranderd."
        )
    if _NEWER.search(text):
        return newer_release()
    if _is_full(error):
        return _full(f"De database {path} kan niet worden geopend.")
    return StoreError(
        f"De database {path} kan niet worden geopend. Controleer of de map bestaat en of je er "
        "mag lezen en schrijven, of kies met IBREFLECT_STORE een ander bestand."
    )


def newer_release() -> StoreError:
    """The StoreError for a database that a newer release has changed."""
    return StoreError(
        "Deze database is gemaakt met een nieuwere versie van ibreflect. Werk ibreflect bij, "
        "of zet een oudere reservekopie terug. Er is niets veranderd."
    )


def closed() -> StoreError:
    """The StoreError for work that comes when the database is being closed."""
    return StoreError(
        "ibreflect wordt afgesloten. Wat je net invulde, is niet opgeslagen. Start ibreflect "
        "opnieuw en vul het nog eens in; wat je eerder als opgeslagen zag, staat op schijf."
    )


def is_on_disk(error: duckdb.FatalException) -> bool:
    """Whether a commit was kept although DuckDB gave up right after it."""
    return "COMMIT succeeded and is durable" in str(error)


def while_copying(error: OSError, source: Path, target: Path) -> StoreError:
    """The StoreError for a copy that could not be made."""
    if _is_full(error):
        return StoreError(
            f"De kopie {target} is niet gemaakt, want de schijf is vol. Maak ruimte, of kies een "
            f"andere schijf. {source} is niet veranderd."
        )
    return StoreError(
        f"De kopie {target} is niet gemaakt. Controleer of {source} en de map {target.parent} "
        f"bestaan en of je daar mag lezen en schrijven. {source} is niet veranderd."
    )


def while_reading(error: duckdb.Error) -> StoreError:
    """The StoreError for a query that failed."""
    return StoreError(
        "De database kan nu niet worden gelezen. Laad de pagina opnieuw; blijft het misgaan, "
        "herstart ibreflect dan. Wat je invulde en als opgeslagen zag, staat op schijf."
        if not _is_full(error)
        else _full("De database kan nu niet worden gelezen.").args[0]
    )


def while_writing(error: duckdb.Error) -> StoreError:
    """The StoreError for a transaction that failed: nothing of it was kept."""
    if _is_full(error):
        return _full("Wat je net invulde, is niet opgeslagen.")
    return StoreError(
        "Wat je net invulde, is niet opgeslagen: de database weigert. Probeer het opnieuw; blijft "
        "het misgaan, herstart ibreflect dan. Wat je eerder als opgeslagen zag, staat op schijf."
    )


def _is_full(error: Exception) -> bool:
    full = isinstance(error, OSError) and error.errno == errno.ENOSPC
    return full or bool(_FULL.search(str(error)))


def _full(start: str) -> StoreError:
    return StoreError(
        f"{start} De schijf is vol. Maak ruimte en probeer het opnieuw. Wat je eerder als "
        "opgeslagen zag, staat op schijf."
    )
