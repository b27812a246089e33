"""Doelen: the goals of an ib'er at a school, and those beside the roles over the same years."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

import pandas as pd

from ibreflect.measure.goal_sentences import about_goals, about_roles_meanwhile
from ibreflect.measure.growth import Noise, Verdict, change
from ibreflect.model.days import in_dutch
from ibreflect.model.goal import MOST_OPEN, OUTCOME_WORDS, Goal
from ibreflect.model.numbers import one_decimal
from ibreflect.model.person import Person
from ibreflect.model.role import ROLE_NAMES, Role
from ibreflect.model.round import Period, SchoolTerm
from ibreflect.store.connection import Store
from ibreflect.usecases import goals, instruments, people, rounds, view_growth

MOST_DRAWN = 9
"""As many goals as a picture has room for: all that are open, and the newest of the others."""

_OPEN = "nog open"


class Timeline(NamedTuple):
    """Goals and roles over time: what is drawn (charts/goals_timeline.py), said and read."""

    points: pd.DataFrame
    goals: pd.DataFrame
    notes: pd.DataFrame
    words: tuple[str, ...]
    says: str
    read: pd.DataFrame


class Seen(NamedTuple):
    """The goals at a school: open by check date, closed newest first; no timeline without any."""

    open: tuple[Goal, ...]
    closed: tuple[Goal, ...]
    timeline: Timeline | None

    @property
    def has_room(self) -> bool:
        """Whether another goal can be opened."""
        return len(self.open) < MOST_OPEN


class _Roles(NamedTuple):
    """The values of the roles over the rounds at a school, and the words of the scale."""

    points: pd.DataFrame
    rounds: tuple[str, ...]
    words: tuple[str, ...]
    changes: dict[Role, Verdict]


def at_school(store: Store, actor: Person, school_id: UUID, noise: Noise, *, today: date) -> Seen:
    """The actor's goals at one of their own schools.

    NotAllowedError, the same for a foreign school as for an unknown one.
    """
    people.my_school(store, actor, school_id)
    mine = goals.mine(store, actor, school_id=school_id)
    closed = [each for each in mine if not each.is_open]
    return Seen(
        open=tuple(each for each in mine if each.is_open),
        closed=tuple(sorted(closed, key=lambda each: each.closed_on or today, reverse=True)),
        timeline=_timeline(mine, _roles(store, actor, school_id, noise), today) if mine else None,
    )


def _roles(store: Store, actor: Person, school_id: UUID, noise: Noise) -> _Roles:
    """The roles as the questionnaire of the newest scan at the school has them."""
    done = [
        each for each in rounds.mine(store, actor) if each.handed_in and each.school_id == school_id
    ]
    asked = [each for one in done[-1:] for each in instruments.of_round(store, one)]
    for questionnaire in asked:
        if any(scale.role for scale in questionnaire.scales):
            growth = view_growth.my_growth(
                store, actor, questionnaire.id, noise, school_id=school_id
            )
            terms = [
                each.term
                for each in done
                if questionnaire.id in {one.questionnaire_id for one in each.asked}
            ]
            return _measured(growth, terms, noise)
    return _Roles(_points([]), (), (), {})


def _measured(growth: view_growth.Growth, terms: Sequence[SchoolTerm], noise: Noise) -> _Roles:
    rows, changes = [], {}
    for line in growth.lines:
        role = line.scale.role
        if role is None:
            continue
        values = [float(each) for each in line.figure.drawn["value"]]
        rows += [
            (_middle(term), term.label, role, value)
            for term, value in zip(terms, values, strict=True)
        ]
        known = [each for each in values if not pd.isna(each)]
        if len(known) > 1:
            changes[role] = change(known[0], known[-1], noise).verdict
    return _Roles(_points(rows), growth.labels, growth.questionnaire.words, changes)


def _points(rows: Sequence[tuple[date, str, Role, float]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["day", "round", "role", "value"])


def _middle(term: SchoolTerm) -> date:
    """Where a round stands in time: it is of half a school year, and has no day of its own."""
    first = int(term.school_year.split("/")[0])
    return date(first, 11, 1) if term.period is Period.AUTUMN else date(first + 1, 5, 1)


def _timeline(mine: Sequence[Goal], roles: _Roles, today: date) -> Timeline:
    in_order = sorted(mine, key=lambda each: (each.agreed_on, each.entry.check_on, each.goal_id))
    numbered = dict(enumerate(in_order, start=1))
    drawn = {number: numbered[number] for number in _drawn(numbered, today)}
    says = [
        about_goals([each.outcome for each in in_order]),
        about_roles_meanwhile(roles.changes, roles.rounds),
    ]
    return Timeline(
        points=roles.points,
        goals=pd.DataFrame([_span(number, goal, today) for number, goal in drawn.items()]),
        notes=pd.DataFrame(
            [(number, each.written_on) for number, goal in drawn.items() for each in goal.notes],
            columns=["number", "day"],
        ),
        words=roles.words,
        says=" ".join(says),
        read=_read(numbered, roles.points),
    )


def _drawn(numbered: dict[int, Goal], today: date) -> list[int]:
    """The numbers of the goals that are drawn, in order."""
    newest = sorted(
        numbered, key=lambda number: (numbered[number].closed_on or today, number), reverse=True
    )
    first = sorted(newest, key=lambda number: not numbered[number].is_open)
    return sorted(first[:MOST_DRAWN])


def _span(number: int, goal: Goal, today: date) -> dict[str, object]:
    return {
        "number": number,
        "name": goal.entry.behaviour,
        "begin": goal.agreed_on,
        "end": goal.closed_on or max(today, goal.agreed_on),
        "check": goal.entry.check_on if goal.is_open else None,
        "outcome": _went(goal),
    }


def _went(goal: Goal) -> str:
    return OUTCOME_WORDS[goal.outcome] if goal.outcome else _OPEN


def _read(numbered: dict[int, Goal], points: pd.DataFrame) -> pd.DataFrame:
    """Rounds and goals in order of time."""
    of_goals = [
        (goal.agreed_on, _lasted(goal), f"Doel {number}: {goal.entry.behaviour}", _went(goal))
        for number, goal in numbered.items()
    ]
    of_rounds = [
        (day, str(rows["round"].iloc[0]), "Meetronde", _values(rows))
        for day in sorted(set(points["day"]))
        for rows in [points[points["day"] == day]]
    ]
    every = sorted([*of_rounds, *of_goals], key=lambda row: row[0])
    return pd.DataFrame(
        [row[1:] for row in every], columns=["Wanneer", "Wat", "Waarde (1-5), of hoe het ging"]
    )


def _lasted(goal: Goal) -> str:
    if goal.closed_on is None:
        return f"sinds {in_dutch(goal.agreed_on)}, kijkdatum {in_dutch(goal.entry.check_on)}"
    return f"{in_dutch(goal.agreed_on)} tot {in_dutch(goal.closed_on)}"


def _values(rows: pd.DataFrame) -> str:
    return ", ".join(
        f"{ROLE_NAMES[role]} {one_decimal(value)}"
        for role, value in zip(rows["role"], rows["value"], strict=True)
    )
