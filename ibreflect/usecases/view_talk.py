"""What is on the screen during a talk: both preparations side by side, theme by theme."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ibreflect.access import conversing as verdicts
from ibreflect.measure import seats
from ibreflect.measure.seats import Compared, TimeSeen
from ibreflect.model import topics
from ibreflect.model.conversation import Decision, Seated, Tabled
from ibreflect.model.guide import OpenQuestion, Seat, Theme
from ibreflect.model.person import Person
from ibreflect.model.time import WORK, Moment
from ibreflect.store import talks
from ibreflect.store.connection import Store
from ibreflect.usecases import conversing, preparing, tabling
from ibreflect.usecases.conversing import At


class Told(NamedTuple):
    """An open question with what was answered in the preparation of one seat."""

    question: OpenQuestion
    body: str


class Side(NamedTuple):
    """What one seat brought; with nothing in it, `why` says in Dutch why there is nothing."""

    seat: Seat
    told: tuple[Told, ...] = ()
    steps: Mapping[str, int] = {}
    percents: Mapping[tuple[str, Moment], int] = {}
    why: str = ""


class ThemeSeen(NamedTuple):
    """One theme at the table: points that differ first, the sentence about them, what was said."""

    theme: Theme
    points: tuple[Compared, ...]
    time: tuple[TimeSeen, ...]
    about: str
    said: str


class Talk(NamedTuple):
    """What is on the screen of both: `themes` with what differs first; `decisions` by topic."""

    seated: Seated
    tabled: Tabled
    sides: tuple[Side, Side]
    themes: tuple[ThemeSeen, ...]
    decisions: Mapping[str, Decision]

    @property
    def now(self) -> ThemeSeen | None:
        """The theme that is talked about now; None before the first."""
        shown = self.seated.conversation.theme
        return next((each for each in self.themes if each.theme.id == shown), None)


def talk(store: Store, actor: Person, at: At) -> Talk:
    """Everything on the table, as far as the actor may see it; NotAllowedError without a seat."""
    here = conversing.seated(store, actor, at)
    conversation = here.conversation
    tabled = _tabled(store, here, at.today)
    themes = [here.guide.theme(each) for each in tabled.themes]
    owner, partner = (_side(store, here, seat, themes, day=at.today) for seat in Seat)
    said = talks.said(store, conversation.conversation_id, conversation.owner_id)
    seen = [_theme_seen(here, each, (owner, partner), said.get(each.id, "")) for each in themes]
    decided = talks.decisions(store, conversation.conversation_id, conversation.owner_id)
    return Talk(
        here, tabled, (owner, partner), _in_order(seen), {each.topic: each for each in decided}
    )


def _side(store: Store, here: Seated, seat: Seat, themes: Sequence[Theme], *, day: date) -> Side:
    """What a seat brought, as far as who asks may see it; what stayed private is left out."""
    if not here.conversation.has_partner:
        return Side(seat)
    if seat is here.seat:
        shown = verdicts.may_lie_there(here.conversation, seat)
    else:
        shown = verdicts.may_see_preparation(here.conversation, here.seat, day)
    if not shown.allowed:
        return Side(seat, why=shown.reason)
    filled = preparing.entries(store, here, seat)
    told = tuple(
        Told(question, filled[question.id])
        for question in here.guide.questions(seat)
        if filled.get(question.id)
        and (not question.is_private or filled.get(topics.brought(question.id)) == topics.YES)
    )
    return Side(seat, told, _steps(themes, filled), _percents(themes, filled))


def _steps(themes: Sequence[Theme], filled: Mapping[str, str]) -> dict[str, int]:
    """What was answered to the points of these themes."""
    points = (point for theme in themes for point in theme.points)
    return {
        point.id: int(filled[topics.point(point.id)])
        for point in points
        if topics.point(point.id) in filled
    }


def _percents(themes: Sequence[Theme], filled: Mapping[str, str]) -> dict[tuple[str, Moment], int]:
    """How the week was divided, when one of these themes is about that."""
    if not any(theme.time for theme in themes):
        return {}
    keys = ((part.part_id, moment) for part in WORK.parts for moment in Moment)
    return {key: int(filled[topics.time(*key)]) for key in keys if topics.time(*key) in filled}


def _tabled(store: Store, here: Seated, day: date) -> Tabled:
    if here.seat is Seat.PARTNER:
        verdict = verdicts.may_see_preparation(here.conversation, here.seat, day)
        if not verdict.allowed:
            return Tabled(tabling.themes(store, here), (), None)
    return tabling.tabled(store, here, day)


def _theme_seen(here: Seated, theme: Theme, sides: tuple[Side, Side], said: str) -> ThemeSeen:
    owner, partner = sides
    points = seats.compared(here.guide, theme, owner.steps, partner.steps)
    time = seats.time_seen(owner.percents, partner.percents) if theme.time else ()
    return ThemeSeen(theme, points, time, seats.about(points) if points else "", said)


def _in_order(seen: list[ThemeSeen]) -> tuple[ThemeSeen, ...]:
    """What differs most first; equals in the order of the guide."""
    return tuple(sorted(seen, key=_agreeing))


def _agreeing(each: ThemeSeen) -> int:
    return -sum(one.differs for one in each.points) - sum(one.differs for one in each.time)
