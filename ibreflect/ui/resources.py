"""What a page works with: the store, the questionnaires and the clock of this installation."""

import time
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from ibreflect.questionnaires.load import Instrument
from ibreflect.settings import read_settings
from ibreflect.store.connection import Store, our_store
from ibreflect.usecases import instruments, wording
from ibreflect.usecases.administering import When
from ibreflect.usecases.requesting import Desk, desk_from

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def store() -> Store:
    """The store of this installation; StoreError says what to do when it cannot be opened."""
    return our_store()


def today() -> date:
    """Today in the Netherlands."""
    return now().date()


def now() -> datetime:
    """This moment in the Netherlands."""
    return datetime.now(_AMSTERDAM)


def moment() -> datetime:
    """This moment in UTC, without a time zone, as the store keeps moments."""
    return datetime.now(UTC).replace(tzinfo=None)


def when() -> When:
    """This moment, and today, for what the beheerder changes."""
    return When(moment(), today())


def seconds() -> float:
    """Seconds on a clock that only goes up."""
    return time.monotonic()


def desk() -> Desk:
    """From where requests to other people go."""
    return desk_from(read_settings())


def questionnaires(school_id: UUID | None = None) -> tuple[Instrument, ...]:
    """The questionnaires that a new round can be started with, in the words in use.

    Without a school these are the ones for every school; with one, its own as well.
    """
    here = store()
    return tuple(
        each._replace(questionnaire=wording.worded(here, each.questionnaire))
        for each in instruments.on_offer(here, folder(), school_id)
    )


def exact_questionnaires() -> tuple[Instrument, ...]:
    """Those for every school in the words of their own texts, for who takes them along."""
    return instruments.on_offer(store(), folder())


def folder() -> Path:
    """Where the questionnaires of this installation lie, with the conversation cards below it."""
    return read_settings().questionnaires
