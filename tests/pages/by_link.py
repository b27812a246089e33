"""People who were asked about a round of which the days lie around today, and who open the link."""

from datetime import timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from babel.dates import format_date

from ibreflect.access.links import link
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, RaterGroup
from ibreflect.model.round import RoundId, term_of
from ibreflect.store import voices
from ibreflect.store.connection import Store, open_store
from ibreflect.ui import resources, screens, session
from ibreflect.usecases import answering, asking, inviting, rounds
from tests.pages.conftest import SCHOOL, instrument
from tests.pages.visitor import Visitor
from tests.store import rounds_with_others as others

TODAY = resources.today()
"""The day on which the pages are seen."""
MODULES = ("rolhelderheid", "positionering", "preventief-curatief")


class Asked(NamedTuple):
    """An installation with links of leraren that nobody opened yet."""

    path: Path
    noor: Person
    round_id: RoundId
    team: tuple[str, ...]

    def key(self, token: str, item_id: str) -> str:
        """How the key of a statement begins."""
        return f"{link(token).draft_id[:16]}:{item_id}:"

    def query(self, token: str, part: str = "role_clarity") -> str:
        """What stands behind the question mark."""
        return f"code={token}&deel={part}"

    def kept(self, token: str) -> dict[str, Given]:
        """What is on disk of somebody who has not handed in."""
        sheet = kept(open_store(self.path), token).sheet
        return {item_id: each.given for item_id, each in sheet.kept.items()}

    def handed_in(self) -> list[dict[str, Given]]:
        """What leraren handed in."""
        store = open_store(self.path)
        given = store.write(lambda work: voices.given_in(work, self.round_id))
        return given.get(RaterGroup.TEACHER, [])

    def log(self) -> str:
        """Everything the server wrote."""
        return self.path.with_suffix(".log").read_text(encoding="utf-8")


def words(days: int) -> str:
    """The day so many days from today, in words."""
    return str(format_date(TODAY + timedelta(days=days), "EEEE d MMMM y", locale="nl_NL"))


def start(store: Store, actor: Person, school: str = SCHOOL) -> RoundId:
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


def begin(store: Store, actor: Person, school: str = SCHOOL, **changes: object) -> RoundId:
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


def hand_out(store: Store, actor: Person) -> Asked:
    """Three leraren are asked."""
    round_id = begin(store, actor)
    team = links(store, actor, round_id, RaterGroup.TEACHER, count=3)
    return Asked(store.path, actor, round_id, team)


def answer_words(text: str) -> list[str]:
    """The answers of the first statement, as a page with this text names them."""
    words = others.module(MODULES[0]).questionnaire.words
    assert all(word in text for word in words)
    return list(words)
