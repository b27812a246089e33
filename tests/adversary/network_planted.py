"""Ways to publish a network that give schools away; each is to be found."""

from collections.abc import Mapping, Sequence, Set
from random import Random
from uuid import UUID

from ibreflect.measure.network import FLOOR, Group
from tests.adversary.network_histories import Scene
from tests.adversary.networks import Rules

ONE = Scene("one network")
WITHDRAWN = Scene("one network, withdrawals", withdraws=True)
TWO = Scene("two networks, coaches together", networks=2)
OWN = Scene("a coach who takes part", insiders=1)
OWN_IN_TWO = Scene("two coaches who take part, together", networks=2, insiders=2)


def _all_in_both(
    _: Sequence[Group], __: Sequence[Group], in_both: Set[UUID], ___: Random
) -> frozenset[UUID]:
    return frozenset(in_both)


def _five_left_out(
    before: Sequence[Group], after: Sequence[Group], in_both: Set[UUID], _: Random
) -> frozenset[UUID]:
    """Five are left out on either side, whichever groups they were in."""
    all_of = [{each for group in side for each in group} for side in (before, after)]
    most = min(len(each) for each in all_of) - FLOOR
    told = sorted(in_both & all_of[0] & all_of[1])[:most]
    return frozenset(told) if len(told) >= FLOOR else frozenset()


def _in_groups_of(size: int, values: Mapping[UUID, float]) -> tuple[Group, ...]:
    rising = sorted(values, key=lambda each: (values[each], each))
    return tuple(tuple(rising[first : first + size]) for first in range(0, len(rising), size))


def _threes(values: Mapping[UUID, float]) -> tuple[Group, ...]:
    return _in_groups_of(3, values)


def _fours(values: Mapping[UUID, float]) -> tuple[Group, ...]:
    """Five with the reader in it, and four others without: right for nobody but who takes part."""
    return _in_groups_of(4, values) if len(values) % 4 == 0 else _in_groups_of(len(values), values)


def _each_band(chosen: Mapping[UUID, str], _: Sequence[str]) -> dict[UUID, tuple[str, ...]]:
    """Every band by itself, however few schools are in it."""
    return {each: (band,) for each, band in chosen.items()}


def _all_as_one(values: Mapping[UUID, float]) -> tuple[Group, ...]:
    """A part is one group, a rest of one school too."""
    return (tuple(sorted(values)),)


PLANTED = (
    (Rules("a change of all that are in both", compared=_all_in_both), ONE),
    (Rules("a change with five left out anywhere", compared=_five_left_out), ONE),
    (Rules("groups of three", groups=_threes), ONE),
    (Rules("a scan counts in every snapshot", counts_again=True), ONE),
    (Rules("parts beside the whole, the small one left out", bands=_each_band, beside=True), ONE),
    (Rules("parts with a rest of one school", groups=_all_as_one, bands=_each_band), ONE),
    (Rules("who withdrew drops out of an old snapshot", recomputed=True), WITHDRAWN),
    (Rules("a scan counts in two networks", counts_elsewhere=True), TWO),
    (Rules("groups of three among coaches who take part", groups=_threes), OWN_IN_TWO),
    (Rules("groups of four where a coach takes part", groups=_fours), OWN),
    (Rules("a scan counts in two networks, of coaches", counts_elsewhere=True), OWN_IN_TWO),
)
SCENES = (ONE, WITHDRAWN, TWO, OWN, OWN_IN_TWO)
