"""Invented schools, the people who are ib'er there, and from when until when.

Time is counted in terms back from now: 0 is the present half of the school year, 20 is ten years
ago.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ibreflect.usecases.demo.names import person_names, school_names
from ibreflect.usecases.demo.viewpoints import Part, Place

TERMS = 20
"""The longest history of rounds: ten school years of two terms."""

# Share of Dutch primary schools by number of pupils, 2022/'23 (CBS, table 03753).
_UP_TO_PUPILS = (30, 100, 200, 500, 900)
_UP_TO_SHARE = (0.0, 0.18, 0.51, 0.96, 1.0)
_SHARED_BELOW = 150


class Community(NamedTuple):
    """The schools and people of one samenwerkingsverband; rows are referred to by their number.

    cast: who among the people has a fixed history; they come first.
    schools: name, pupils (30-900), leerlingen, schoolweging, omgeving, experts, aanwezigheid
    (choices of the context card), learning_teams (whether the school has them).
    people: name, career (terms back at which somebody became ib'er).
    stays: person, school, since and until (terms back; until is -1 while it lasts), tijd.
    """

    cast: tuple[Part, ...]
    schools: pd.DataFrame
    people: pd.DataFrame
    stays: pd.DataFrame


def draw_community(
    rng: np.random.Generator, school_count: int, cast: tuple[Part, ...]
) -> Community:
    """A samenwerkingsverband with this many schools, 3-800, and the cast among its people."""
    schools = _schools(rng, school_count)
    fixed = _stays_of_cast(schools["pupils"].to_numpy(), cast)
    # What the cast can answer must not hang on the seed: only their smallest school has no teams.
    schools.loc[fixed["school"], "learning_teams"] = True
    schools.loc[schools["pupils"].idxmin(), "learning_teams"] = False
    stays = pd.concat([fixed, _stays_of_others(rng, schools["pupils"].to_numpy(), fixed)])
    stays = stays.reset_index(drop=True)
    stays["tijd"] = _time(rng, schools["pupils"].to_numpy(), stays)
    return Community(cast, schools, _people(rng, stays, cast), stays)


def _schools(rng: np.random.Generator, count: int) -> pd.DataFrame:
    # One school in each of `count` equal parts of the distribution, so that few schools vary too.
    place = (rng.permutation(count) + rng.random(count)) / count
    pupils = np.interp(place, _UP_TO_SHARE, _UP_TO_PUPILS).astype(int)
    size = np.searchsorted(_UP_TO_PUPILS[1:4], pupils)
    away = np.where(size == 0, 0.6, 0.2)
    return pd.DataFrame(
        {
            "name": school_names(rng, count),
            "pupils": pupils,
            "leerlingen": np.array(["tot100", "101_200", "201_500", "boven500"])[size],
            "schoolweging": rng.choice(
                ["onder27", "27_30", "30_33", "vanaf33", "onbekend"],
                count,
                p=[0.22, 0.33, 0.25, 0.14, 0.06],
            ),
            "omgeving": np.where(
                size == 0,
                "dorp",
                rng.choice(["dorp", "stad", "grote_stad"], count, p=[0.35, 0.45, 0.2]),
            ),
            "experts": rng.choice(["geen", "enkele", "veel"], count, p=[0.25, 0.5, 0.25]),
            "aanwezigheid": np.where(
                rng.random(count) < away,
                rng.choice(["enkele_dagen", "een_dag"], count, p=[0.8, 0.2]),
                "elke_dag",
            ),
            "learning_teams": rng.random(count) > np.select([size == 0, size == 1], [0.5, 0.1], 0),
        }
    )


def _stays_of_cast(pupils: NDArray[np.int_], cast: tuple[Part, ...]) -> pd.DataFrame:
    by_size = np.argsort(pupils, kind="stable")
    at = {
        Place.SMALL: int(by_size[0]),
        Place.MIDDLE: int(by_size[(len(by_size) - 1) // 2]),
        Place.LARGE: int(by_size[-1]),
    }
    rows = [
        (person, at[stay.place], stay.since, stay.until)
        for person, part in enumerate(cast)
        for stay in part.stays
    ]
    columns = ["person", "school", "since", "until"]
    return pd.DataFrame(np.array(rows, dtype=int).reshape(-1, 4), columns=columns)


def _stays_of_others(
    rng: np.random.Generator,
    pupils: NDArray[np.int_],
    fixed: pd.DataFrame,
) -> pd.DataFrame:
    """Everybody else: one or two people at a school, some people at two, some who moved."""
    school = _seats(rng, pupils, fixed)
    person = _people_of(rng, pupils[school])
    career = _careers(rng, int(person.max(initial=-1)) + 1)
    since = (career[person] * rng.choice([1.0, 0.6], len(person), p=[0.8, 0.2])).astype(int)
    now = pd.DataFrame({"person": person, "school": school, "since": since, "until": -1})
    stays = pd.concat([now, _earlier(rng, now, len(pupils))], ignore_index=True)
    stays["person"] += len(fixed["person"].unique())
    return stays


def _seats(
    rng: np.random.Generator,
    pupils: NDArray[np.int_],
    fixed: pd.DataFrame,
) -> NDArray[np.int_]:
    """The school of every seat; the cast keep their schools to themselves."""
    two = rng.random(len(pupils)) < np.interp(pupils, [100, 180, 320], [0, 0.4, 1])
    seats = 1 + two + (pupils > 500) * (rng.random(len(pupils)) < 0.6)  # noqa: PLR2004
    seats[fixed["school"]] = 0
    return np.repeat(np.arange(len(pupils)), seats)


def _people_of(rng: np.random.Generator, pupils: NDArray[np.int_]) -> NDArray[np.int_]:
    """The number of the person on each seat; two small schools sometimes share one person."""
    person = np.arange(len(pupils))
    sharing = np.flatnonzero((pupils < _SHARED_BELOW) & (rng.random(len(pupils)) < 0.4))  # noqa: PLR2004
    pairs = rng.permutation(sharing)[: len(sharing) // 2 * 2].reshape(-1, 2)
    person[pairs[:, 1]] = person[pairs[:, 0]]
    return np.unique(person, return_inverse=True)[1]


def _careers(rng: np.random.Generator, count: int) -> NDArray[np.int_]:
    """Terms back at which people became ib'er: many recently, some more than ten years ago."""
    return np.minimum(rng.geometric(0.11, count) - 1, 2 * TERMS)


def _earlier(rng: np.random.Generator, now: pd.DataFrame, school_count: int) -> pd.DataFrame:
    """The former school of some people who are long enough at their only school; cuts `now`."""
    only = ~now["person"].duplicated(keep=False)
    moved = now.index[only & (now["since"] >= 4) & (rng.random(len(now)) < 0.15)]  # noqa: PLR2004
    former = now.loc[moved].copy()
    share = rng.uniform(0.2, 0.8, len(moved))
    former["until"] = np.maximum((former["since"] * share).astype(int), 1)
    former["school"] = (former["school"] + rng.integers(1, school_count, len(moved))) % school_count
    now.loc[moved, "since"] = former["until"] - 1
    return former


def _time(
    rng: np.random.Generator,
    pupils: NDArray[np.int_],
    stays: pd.DataFrame,
) -> NDArray[np.str_]:
    """Days per week: about half a day for every 50 pupils, shared by those who are there."""
    present = np.bincount(stays.loc[stays["until"] < 0, "school"], minlength=len(pupils))
    days = pupils / 100 / np.maximum(present, 1)
    own = days[stays["school"]] * rng.uniform(0.7, 1.4, len(stays))
    return np.array(["tot1", "tot2", "tot3", "boven3"])[np.searchsorted([1.0, 2.0, 3.0], own)]


def _people(rng: np.random.Generator, stays: pd.DataFrame, cast: tuple[Part, ...]) -> pd.DataFrame:
    career = stays.groupby("person")["since"].max().to_numpy()
    others = person_names(rng, len(career) - len(cast))
    return pd.DataFrame({"name": [*(part.name for part in cast), *others], "career": career})
