"""Invented answers: what somebody stands for in each role, seen through 32 separate statements.

An answer is the rounded sum of a level (of the person, in the roles that the statement touches),
how easy the statement is, how this person reads it, and the mood of the day.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ibreflect.model.questionnaire import Item, NonAnswer, Questionnaire
from ibreflect.model.role import Role
from ibreflect.usecases.demo.people import Community

ROLES = (Role.LEARNING_COORDINATOR, Role.TREND_ANALYST, Role.CARE_DIRECTOR)

# In points of the answer scale. Together they make scale scores differ about 0.6 between people
# and agree about 0.8 from one round to the next.
_LEVEL = np.array([3.2, 2.85, 3.85, 3.25])
_SD_PERSON, _SD_ROLE = 0.40, 0.36
_SD_ITEM, _SD_READING, _SD_MOOD, _SD_ANSWER = 0.25, 0.45, 0.16, 0.55
_FIXED_SEED = 2022

_NO_TEAMS, _ELSEWHERE_SHARED, _ELSEWHERE, _CANNOT_JUDGE, _SKIPPED = 0.85, 0.08, 0.012, 0.012, 0.006


class Sheet(NamedTuple):
    """The answers of all rounds, by row of the round and column of the item; 0 is no number."""

    numbers: NDArray[np.int_]
    reasons: NDArray[np.str_]
    given: NDArray[np.bool_]


def levels(
    rng: np.random.Generator, community: Community, table: pd.DataFrame
) -> NDArray[np.float64]:
    """Per round the level (about 1-5) in the three roles and in the overlap: an array of n x 4.

    Four in ten people grow over the years, one in six goes down, the others stay where they are;
    growth slows down. The cast follow their own fixed course.
    """
    count = len(community.people)
    course = rng.choice([0.14, 0.0, -0.12], (count, 1), p=[0.4, 0.44, 0.16])
    slope = rng.normal(course, 0.06, (count, 4))
    start = _LEVEL + rng.normal(0, _SD_PERSON, (count, 1)) + rng.normal(0, _SD_ROLE, (count, 4))
    person, back = table["person"].to_numpy(), table["back"].to_numpy()
    years = (table.groupby("person")["back"].transform("max").to_numpy() - back) / 2
    mood = rng.normal(0, _SD_MOOD, (len(table), 4))
    found = start[person] + slope[person] * 3 * (1 - np.exp(-years / 3))[:, None] + mood
    for number, part in enumerate(community.cast):
        own, known = person == number, sorted(part.levels)
        if known:
            course_of = np.array([part.levels[each] for each in known]).T
            found[own] = np.array([np.interp(back[own], known, each) for each in course_of]).T
    return np.asarray(found)


def sheet(
    rng: np.random.Generator,
    questionnaire: Questionnaire,
    table: pd.DataFrame,
    found: NDArray[np.float64],
) -> Sheet:
    """What everybody gave to every item; `table` also says learning_teams and shared per round."""
    items = questionnaire.items
    numbers = _numbers(rng, items, table, found)
    reasons = _reasons(rng, questionnaire, table)
    numbers[reasons != ""] = 0
    return Sheet(numbers, reasons, _given(rng, table, len(items)))


def _numbers(
    rng: np.random.Generator,
    items: tuple[Item, ...],
    table: pd.DataFrame,
    found: NDArray[np.float64],
) -> NDArray[np.int_]:
    easy = np.random.default_rng(_FIXED_SEED).normal(0, _SD_ITEM, len(items))
    people = int(table["person"].max()) + 1 if len(table) else 0
    reading = rng.normal(0, _SD_READING, (people, len(items)))[table["person"]]
    answer = rng.normal(0, _SD_ANSWER, (len(table), len(items)))
    sum_of_all = found @ _weights(items) + easy + reading + answer
    return np.clip(np.rint(sum_of_all), 1, 5).astype(int)


def _weights(items: tuple[Item, ...]) -> NDArray[np.float64]:
    """How much each item says of the three roles and of the overlap: 4 rows, an item a column."""
    weights = np.zeros((4, len(items)))
    for column, item in enumerate(items):
        alone = len(item.roles) == 1
        for role in item.roles:
            weights[ROLES.index(role), column] = 1 if alone else 0.5 / len(item.roles)
        weights[3, column] = 1 - weights[:3, column].sum()
    return weights


def _reasons(
    rng: np.random.Generator, questionnaire: Questionnaire, table: pd.DataFrame
) -> NDArray[np.str_]:
    """The non-answers. What does not apply, or lies with another, does so in every round."""
    items = questionnaire.items
    about_teams = np.array(["leerteam" in item.self_text for item in items])
    no_teams = about_teams & ~table["learning_teams"].to_numpy(dtype=bool)[:, None]
    stays = int(table["stay"].max()) + 1 if len(table) else 0
    lasting = rng.random((stays, len(items)))[table["stay"]]
    passing = rng.random((len(table), len(items)))
    share = np.where(table["shared"].to_numpy(dtype=bool)[:, None], _ELSEWHERE_SHARED, _ELSEWHERE)
    chosen = np.select(
        [no_teams & (lasting < _NO_TEAMS), lasting < share, passing < _CANNOT_JUDGE],
        [NonAnswer.NOT_APPLICABLE.value, NonAnswer.ELSEWHERE.value, NonAnswer.CANNOT_JUDGE.value],
        "",
    )
    offered = [reason.value for reason in questionnaire.non_answers]
    return np.where(np.isin(chosen, offered), chosen, "")


def _given(rng: np.random.Generator, table: pd.DataFrame, items: int) -> NDArray[np.bool_]:
    """Which items have an answer: the first ones of an unfinished scan, nearly all of another."""
    answered = np.ceil(items * (1 - table["unanswered"].to_numpy(dtype=float)))
    reached = np.arange(items) < np.maximum(answered, 1)[:, None]
    return np.asarray(reached & (rng.random((len(table), items)) >= _SKIPPED))
