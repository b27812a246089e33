"""What a browser brings along when it connects."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ibreflect.web.cookies import COOKIE


class Browser(NamedTuple):
    """What a browser brings along.

    `secret` is what its cookie holds, `resumed` the id of a session to go on with, and `headers`
    what else it sends.
    """

    secret: str = ""
    resumed: str = ""
    headers: Mapping[str, str] = MappingProxyType({})

    @property
    def sent(self) -> dict[str, str]:
        """All that it sends along when it connects."""
        cookie = {"Cookie": f"{COOKIE}={self.secret}"} if self.secret else {}
        return {**self.headers, **cookie}


STRANGER = Browser()
