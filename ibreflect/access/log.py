"""Verdicts on entries of the logboek: they are for who wrote them, and for nobody else."""

from collections.abc import Collection
from uuid import UUID

from ibreflect.access.policy import Verdict

_NOT_THERE = "Dit staat niet (meer) in je logboek. Ga naar Logboek; daar staat alles wat er is."


def may_use(own: Collection[UUID], asked: Collection[UUID]) -> Verdict:
    """Entries are read, changed and removed by whose they are; `own` are the ids of those.

    An entry of somebody else and none at all read alike, so that an id tells nobody anything.
    """
    if not set(asked) <= set(own):
        return Verdict(allowed=False, reason=_NOT_THERE)
    return Verdict(allowed=True)
