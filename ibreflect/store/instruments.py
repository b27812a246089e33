"""The exact texts of questionnaires: those of rounds, and those that this installation made."""

from ibreflect.store.connection import Store, Transaction

_SHA256 = "select sha256 from questionnaire where questionnaire_id = $1 and version = $2"
_TEXT = "select source_text from questionnaire where questionnaire_id = $1 and version = $2"
_VERSIONS = "select version, source_text from questionnaire where questionnaire_id = $1"
_KEEP = """
    insert into questionnaire (questionnaire_id, version, sha256, source_text)
    values ($1, $2, $3, $4)
    on conflict do nothing
"""


def kept_sha256(store: Store, questionnaire_id: str, version: str) -> str | None:
    """The checksum under which this version is kept, or None."""
    rows = store.read(_SHA256, questionnaire_id, version)
    return str(rows[0][0]) if rows else None


def text(store: Store, questionnaire_id: str, version: str) -> str | None:
    """The exact text of this version, or None when it is not kept."""
    rows = store.read(_TEXT, questionnaire_id, version)
    return str(rows[0][0]) if rows else None


def versions(store: Store, questionnaire_id: str) -> dict[str, str]:
    """Every version of a questionnaire that is kept, with its exact text."""
    return {
        str(version): str(source) for version, source in store.read(_VERSIONS, questionnaire_id)
    }


def keep(transaction: Transaction, key: tuple[str, str], sha256: str, source_text: str) -> None:
    """Keep the text of a questionnaire under (id, version) unless it is kept already."""
    transaction.run(_KEEP, *key, sha256, source_text)
