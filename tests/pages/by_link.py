"""People who were asked about a round of which the days lie around today, and who open the link."""

from datetime import timedelta
from uuid import UUID

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import term_of
from ibreflect.store.connection import Store
from ibreflect.ui import resources, screens, session
from ibreflect.usecases import answering, asking, inviting, rounds
from tests.pages.conftest import SCHOOL, instrument
from tests.pages.visitor import Visitor
from tests.store import rounds_with_others as others

TODAY = resources.today()
"""The day on which the pages are seen."""
MODULES = ("rolhelderheid", "positionering", "preventief-curatief")


def start(store: Store, actor: Person, school: str = SCHOOL) -> UUID:
    """The id of a new round with three modules that others can answer too."""
    modules = tuple(others.module(each) for each in MODULES)
    wish = rounds.Wish(school, term_of(TODAY), instrument(), modules)
    return rounds.start(store, actor, wish, today=TODAY)


def fix_rules(store: Store, actor: Person, round_id: UUID, **changes: object) -> None:
    """Asking began two days ago, for two weeks, unless `changes` say otherwise."""
    opens_on = TODAY - timedelta(days=2)
    usual = others.rules(MODULES, opens_on=opens_on, closes_on=opens_on + timedelta(days=14))
    rules = usual._replace(**changes)  # type: ignore[arg-type]
    asking.begin(store, actor, round_id, rules, today=min(opens_on, rules.opens_on))


def begin(store: Store, actor: Person, school: str = SCHOOL, **changes: object) -> UUID:
    """The id of a new round of which others are asked something."""
    round_id = start(store, actor, school)
    fix_rules(store, actor, round_id, **changes)
    return round_id


def links(
    store: Store, actor: Person, round_id: UUID, group: RaterGroup, count: int = 1
) -> tuple[str, ...]:
    """The secret parts of links for so many more people of a group."""
    inviting.add_unnamed(store, actor, round_id, group, count, today=TODAY)
    return tuple(each.token for each in inviting.hand_out(store, actor, round_id, today=TODAY))


def ask(
    store: Store,
    actor: Person,
    group: RaterGroup = RaterGroup.TEACHER,
    school: str = SCHOOL,
    **changes: object,
) -> str:
    """The secret part of the one link of a new round."""
    (token,) = links(store, actor, begin(store, actor, school, **changes), group)
    return token


def kept(store: Store, token: str) -> answering.Visit:
    """What is on disk behind a link."""
    return answering.visit(store, token, today=TODAY)


def enter(token: str, screen: screens.Screen = screens.JOIN, **address: str) -> Visitor:
    """Somebody opens a link."""
    return Visitor().go(screen, **{session.CODE: token, **address})
