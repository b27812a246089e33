"""The rounds of invented people, and the context card of each: stable, with slow changes."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ibreflect.usecases.demo.people import TERMS, Community
from ibreflect.usecases.demo.viewpoints import Part

_PHASES = np.array(["zoeken", "beginnen", "bouwen", "borgen"])
_COLLEAGUES = np.array(["een", "twee", "meer"])
_SCHOOL_FIELDS = ["leerlingen", "schoolweging", "omgeving", "experts", "aanwezigheid"]
_OPTIONAL = {"schoolweging": 0.03, "experts": 0.05, "fase": 0.05, "tijd": 0.05}
"""The share of rounds in which somebody skips this question."""


def draw_rounds(rng: np.random.Generator, community: Community) -> pd.DataFrame:
    """Every round, by person and then oldest first.

    Columns: stay (number), person, school, back (terms back, 0-20), first (of this person at this
    school), is_open, handed_in, unanswered (share of the statements, 0 when handed in).
    """
    fixed = [stay.rounds for part in community.cast for stay in part.stays]
    others = community.stays[["since", "until"]].to_numpy()[len(fixed) :]
    backs = [*fixed, *(_planned(rng, int(since), int(until)) for since, until in others)]
    table = pd.DataFrame({"stay": range(len(backs)), "back": backs}).explode("back").dropna()
    table["back"] = table["back"].astype(int)
    table["person"] = community.stays["person"].to_numpy()[table["stay"]]
    table["school"] = community.stays["school"].to_numpy()[table["stay"]]
    table = table.sort_values(["person", "back", "stay"], ascending=[True, False, True])
    table = table.drop_duplicates(["person", "school", "back"]).reset_index(drop=True)
    table["first"] = ~table[["person", "school"]].duplicated()
    return _with_state(rng, table, community.cast)


def choices(rng: np.random.Generator, community: Community, table: pd.DataFrame) -> pd.DataFrame:
    """The context cards: row (number of the round), field, choice; skipped questions are absent."""
    leaders = _leaders(rng, community)
    phases = _phases(rng, leaders)
    school, back = table["school"].to_numpy(), table["back"].to_numpy()
    cards = community.schools[_SCHOOL_FIELDS].iloc[school].reset_index(drop=True)
    cards["fase"] = _PHASES[phases[school, back]]
    cards["nieuwe_schoolleider"] = _new_leader(leaders, table)
    cards["tijd"] = community.stays["tijd"].to_numpy()[table["stay"]]
    cards["ibers"] = _colleagues(community, table)
    experience = community.people["career"].to_numpy()[table["person"]] - back
    cards["ervaring"] = np.array(["onder2", "2_5", "6_10", "boven10"])[
        np.searchsorted([4, 12, 21], experience, side="right")
    ]
    for field, share in _OPTIONAL.items():
        cards[field] = cards[field].mask(rng.random(len(cards)) < share)
    given = cards[rng.random(len(cards)) < np.where(table["person"] < len(community.cast), 1, 0.9)]
    named = given.rename_axis(index="row").reset_index()
    return named.melt("row", var_name="field", value_name="choice").dropna()


def shared(community: Community, table: pd.DataFrame) -> NDArray[np.bool_]:
    """Per round, whether the school has more than one ib'er."""
    return np.asarray(_colleagues(community, table) != "een")


def _planned(rng: np.random.Generator, since: int, until: int) -> range:
    """Terms back at which somebody does a scan: once or twice a year, often up to now."""
    step = 1 if rng.random() < 0.45 else 2  # noqa: PLR2004
    late = step if rng.random() < 0.12 else 0  # noqa: PLR2004
    newest = max(until, 0) + late
    oldest = min(since - int(rng.integers(0, 2)), TERMS - 1)
    return range(newest, oldest + 1, step)


def _with_state(
    rng: np.random.Generator, table: pd.DataFrame, cast: tuple[Part, ...]
) -> pd.DataFrame:
    now = table["back"] == 0
    draw = rng.random(len(table))
    busy = now & (draw < 0.22)  # noqa: PLR2004
    unanswered = np.where(busy, rng.uniform(0.15, 0.9, len(table)), 0.0)
    is_open = now & (draw < 0.84)  # noqa: PLR2004
    of_cast = now & (table["person"] < len(cast))
    fixed = np.array([part.unanswered for part in cast])
    unanswered[of_cast] = fixed[table.loc[of_cast, "person"]]
    is_open |= of_cast
    return table.assign(is_open=is_open, handed_in=unanswered == 0, unanswered=unanswered)


def _leaders(rng: np.random.Generator, community: Community) -> NDArray[np.bool_]:
    """Per school and term back, whether a new schoolleider came: about once in eight years."""
    leaders = rng.random((len(community.schools), TERMS + 1)) < 0.06  # noqa: PLR2004
    of_cast = community.stays[community.stays["person"] < len(community.cast)]
    fixed = of_cast[["person", "school", "since", "until"]].to_numpy(dtype=int).tolist()
    leaders[of_cast["school"]] = False
    for person, school, since, until in fixed:
        for back in community.cast[person].leaders:
            leaders[school, back] |= until <= back <= since
    return leaders


def _new_leader(leaders: NDArray[np.bool_], table: pd.DataFrame) -> NDArray[np.str_]:
    """Whether a schoolleider came after the person's previous round at that school."""
    came = np.cumsum(leaders[:, ::-1], axis=1)[:, ::-1]
    so_far = pd.Series(came[table["school"], table["back"]])
    since = so_far - so_far.groupby([table["person"], table["school"]]).shift()
    return np.where(since > 0, "ja", "nee")


def _phases(rng: np.random.Generator, leaders: NDArray[np.bool_]) -> NDArray[np.int_]:
    """Per school and term back the phase, 0-3: a step in some years, back to 0 now and then."""
    phases = np.empty(leaders.shape, dtype=int)
    phase = rng.integers(0, 4, len(leaders))
    for back in range(TERMS, -1, -1):
        draw = rng.random(len(leaders))
        again = (draw < 0.04) | (leaders[:, back] & (draw < 0.4))  # noqa: PLR2004
        phase = np.where(again, 0, np.minimum(phase + (draw > 0.88), 3))  # noqa: PLR2004
        phases[:, back] = phase
    return phases


def _colleagues(community: Community, table: pd.DataFrame) -> NDArray[np.str_]:
    """How many ib'ers the school had in the term of the round, as a choice of the card."""
    stays = community.stays
    back = np.arange(TERMS + 1)
    here = (back <= stays["since"].to_numpy()[:, None]) & (
        back >= stays["until"].to_numpy()[:, None]
    )
    count = np.zeros((len(community.schools), TERMS + 1), dtype=int)
    np.add.at(count, stays["school"].to_numpy(), here.astype(int))
    present = count[table["school"], table["back"]]
    return np.asarray(_COLLEAGUES[np.clip(present, 1, 3) - 1])
