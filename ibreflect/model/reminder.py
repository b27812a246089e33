"""A reminder on the start page: something with a day that is near, or over."""

from datetime import date
from typing import NamedTuple


class Reminder(NamedTuple):
    """What there is on `day`, in a sentence; and where to go for it.

    `page` is the name of a screen, `address` what stands behind the question mark there. `about` is
    what somebody wrote themselves, shown as they wrote it after the sentence; it may be empty.
    """

    day: date
    sentence: str
    about: str
    page: str
    label: str
    address: tuple[tuple[str, str], ...] = ()
